/// The counters and legal units that make a number of kanji before them, from `Data/counters.tsv`.
struct Counters: Sendable {
  static let shared = Counters(PackageResources.counters_tsv)

  /// One counter with its conditions.
  struct Counter: Hashable, Sendable {
    enum Place: String, Sendable {
      case any
      /// Behind 第 only: 第三部.
      case ordinal
      /// Never behind 第: 三者, but not 第三者.
      case plain
    }

    var unit: Scalars
    var place: Place
    /// Not behind 一 alone: 一時, 一種 and 一番 are words.
    var isAboveOne = false
    /// Only behind 十 to 九十: 三十代, but not 千代.
    var isOfTens = false
    /// Only behind two kanji or more: 三十分, but not 十分.
    var isLong = false
    /// What must not follow: 一名 of 一名古屋.
    var exceptions: [Scalars] = []
  }

  /// The counters by their first scalar, longer ones first.
  private let byHead: [Unicode.Scalar: [Counter]]

  /// Reads lines `unit⇥place⇥conditions and exceptions`; lines that start with `#` are remarks.
  init(_ bytes: [UInt8]) {
    var byHead: [Unicode.Scalar: [Counter]] = [:]
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      let columns = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard columns.count >= 2, let place = Counter.Place(rawValue: columns[1]) else { continue }
      var counter = Counter(unit: Self.folded(columns[0]), place: place)
      for word in columns.dropFirst(2).joined().split(separator: " ") {
        switch word {
        case ">1": counter.isAboveOne = true
        case "tens": counter.isOfTens = true
        case "long": counter.isLong = true
        default: counter.exceptions.append(Self.folded(String(word)))
        }
      }
      if let head = counter.unit.first { byHead[head, default: []].append(counter) }
    }
    self.byHead = byHead.mapValues { $0.sorted { $0.unit.count > $1.unit.count } }
  }

  private static func folded(_ text: String) -> Scalars { FoldedText(text.scalars).scalars }

  /// Whether a number of kanji is counted by what stands behind it in a folded text.
  func counts(_ number: NumberMatch, in text: Scalars) -> Bool {
    let start = number.span.to
    guard start < text.count, let counters = byHead[text[start]] else { return false }
    let isOrdinal = number.span.from > 0 && text[number.span.from - 1] == "第"
    for counter in counters where text.starts(counter.unit, at: start) {
      let isPlaced =
        switch counter.place {
        case .any: true
        case .ordinal: isOrdinal
        case .plain: !isOrdinal
        }
      guard isPlaced, !counter.isAboveOne || isOrdinal || number.value > 1,
        !counter.isOfTens || (10...90).contains(number.value) && number.value % 10 == 0,
        !counter.isLong || number.span.count > 1
      else { continue }
      let end = start + counter.unit.count
      if counter.exceptions.contains(where: { text.starts($0, at: end) }) { continue }
      return true
    }
    return false
  }
}
