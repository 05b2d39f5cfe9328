import Deliberation
import JapaneseText

extension Attendee {
  /// Whether the list gives the full name and not a surname or a nickname alone.
  ///
  /// `豊田会長、長岡会長代理` is a list of surnames: the name is kept as printed, but it names nobody
  /// for certain and gives neither a person nor a speaker's name.
  package var hasFullName: Bool { !isSurname && name.map { FullName.isFull($0) } ?? false }
}

/// Tells full names from surnames and nicknames by their form.
enum FullName {
  /// Whether a name holds surname and given name.
  static func isFull(_ name: String) -> Bool {
    let scalars = name.scalars
    // The parts stand apart: 田中 元, Shane Coughlan.
    if let gap = scalars.firstIndex(where: \.isBlank), gap > 0, gap + 1 < scalars.count {
      return true
    }
    if scalars.allSatisfy({ $0.value < 0x250 }) { return false }
    if scalars.allSatisfy(\.isHiragana) || scalars.allSatisfy(\.isKatakana) {
      return scalars.count >= 6
    }
    switch scalars.count {
    case ..<3: return false
    case 3:
      // 五十嵐, 佐々木, but 砂川敬.
      let lexicon = RoleLexicon.standard
      return !lexicon.isSurname(scalars) && !scalars.contains("々")
    default: return true
    }
  }
}
