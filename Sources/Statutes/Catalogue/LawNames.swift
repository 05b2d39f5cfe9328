import JapaneseText

/// Every name of every law of a catalogue, for the longest match at an offset of a folded text.
struct LawNames: Sendable {
  /// What a name means.
  struct Meaning: Sendable, Hashable {
    enum Kind: Sendable, Hashable { case title, abbreviation, short }
    let law: String
    let kind: Kind
    /// The body that uses the name so; nil for every body.
    let body: String?
  }

  /// A name found: its length in folded scalars and what it can mean.
  struct Match: Sendable {
    let length: Int
    let meanings: [Meaning]
  }

  private var names = NameTable()
  /// Where the citation grammar need look at all.
  private(set) var triggers = Triggers()
  private var meanings: [[Meaning]] = []
  private var byNumber: [String: String] = [:]

  init(laws: [LawEntry], shortNames: [ShortNames]) {
    names.reserve(laws.count)
    for law in laws {
      let folded = FoldedText(law.number.scalars, blanks: .dropAll).scalars
      if let number = LawNumber.read(folded, at: 0) { byNumber[number.number.key] = law.id }
      // Many laws bear the title 何法の一部を改正する法律: only the number tells which.
      let title = FoldedText(law.title.scalars, blanks: .dropAll).scalars
      if title.firstOffset(of: LawNames.amending) != nil { continue }
      add(title, Meaning(law: law.id, kind: .title, body: nil))
      for name in law.abbreviations {
        add(name, Meaning(law: law.id, kind: .abbreviation, body: nil))
      }
    }
    for group in shortNames {
      for (name, law) in group.names.sorted(by: { $0.key < $1.key }) {
        add(name, Meaning(law: law, kind: .short, body: group.body))
      }
    }
  }

  private static let amending = "の一部を改正".scalars

  private mutating func add(_ name: String, _ meaning: Meaning) {
    add(FoldedText(name.scalars, blanks: .dropAll).scalars, meaning)
  }

  private mutating func add(_ folded: Scalars, _ meaning: Meaning) {
    guard folded.count > 1 else { return }
    triggers.add(folded[0], .name)
    let value = names.insert(folded, value: meanings.count)
    if value == meanings.count { meanings.append([]) }
    if !meanings[value].contains(meaning) { meanings[value].append(meaning) }
  }

  /// The longest name that begins at an offset.
  func match(in text: Scalars, at offset: Int) -> Match? {
    guard let found = names.longest(in: text, at: offset) else { return nil }
    return Match(length: found.length, meanings: meanings[found.value])
  }

  /// The law of a law number, where it stands in the catalogue.
  func law(number: LawNumber) -> String? { byNumber[number.key] }
}
