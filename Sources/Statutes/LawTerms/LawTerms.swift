package import Deliberation
package import JapaneseText

/// Reading the terms and delegations of a law out of its text.
///
/// Terms that the law uses everywhere (電気通信役務) tell nothing and are left out.
extension LawTerms {
  /// Changes when the same text would give other terms.
  package static let version = "1"

  /// Reads the main provisions of a text.
  ///
  /// - Parameters:
  ///   - text: The law.
  ///   - laws: The catalogue, for the citations in it.
  ///   - date: The day whose revisions count.
  ///   - outlines: The texts of the laws that it cites.
  package init(
    of text: LawText, laws: LawCatalogue, date: CalendarDate?, outlines: @escaping LawOutlines
  ) {
    self.init()
    var main = text
    main.parts = text.parts.filter { $0.id == "Mp" }
    var reader = TermReader()
    for part in main.parts { reader.read(part, inDefinitions: false) }
    terms = reader.usable
    let found = LawCitations.find(in: main, laws: laws, date: date, outlines: outlines)
    for item in found where item.cell == nil {
      guard let target = item.citation.targets.first?.provision, target.law != text.law,
        target.element != nil, item.citation.targets.count == 1,
        let sentence = reader.texts[item.element],
        let end = LawTerms.delegation(behind: item.citation.span.to, in: sentence)
      else { continue }
      let words = sentence.text(TextSpan(item.citation.span.from, end))
      let delegation = Delegation(element: item.element, target: target, words: words)
      if !delegations.contains(where: { $0.element == item.element && $0.target == target }) {
        delegations.append(delegation)
      }
    }
  }

  /// Where の総務省令で定める, に規定する政令で定める and their like end behind a citation.
  private static func delegation(behind start: Int, in text: Scalars) -> Int? {
    guard let head = heads.first(where: { text.starts($0, at: start) }),
      let end = text.firstOffset(
        of: decides, from: start + head.count, to: min(text.count, start + head.count + 18))
    else { return nil }
    let name = text[(start + head.count)..<end]
    guard name.count > 1, name.allSatisfy(\.isKanji), name.last == "令" || name.last == "則" else {
      return nil
    }
    return end + decides.count
  }

  private static let heads = ["に規定する", "の規定による", "の"].map(\.scalars)
  private static let decides = "で定める".scalars
}
