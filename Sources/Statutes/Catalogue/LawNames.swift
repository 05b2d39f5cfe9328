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

  private var trie = ScalarTrie()
  private var meanings: [[Meaning]] = []
  private var byNumber: [String: String] = [:]

  init(laws: [LawEntry], shortNames: [ShortNames]) {
    for law in laws {
      add(law.title, Meaning(law: law.id, kind: .title, body: nil))
      for name in law.abbreviations {
        add(name, Meaning(law: law.id, kind: .abbreviation, body: nil))
      }
      let folded = FoldedText(law.number.scalars, blanks: .dropAll).scalars
      if let number = LawNumber.read(folded, at: 0) { byNumber[number.number.key] = law.id }
    }
    for group in shortNames {
      for (name, law) in group.names.sorted(by: { $0.key < $1.key }) {
        add(name, Meaning(law: law, kind: .short, body: group.body))
      }
    }
  }

  private mutating func add(_ name: String, _ meaning: Meaning) {
    let folded = FoldedText(name.scalars, blanks: .dropAll).scalars
    guard folded.count > 1 else { return }
    let value = trie.insert(folded, value: meanings.count)
    if value == meanings.count { meanings.append([]) }
    if !meanings[value].contains(meaning) { meanings[value].append(meaning) }
  }

  /// The longest name that begins at an offset.
  func match(in text: Scalars, at offset: Int) -> Match? {
    guard let found = trie.longest(in: text, at: offset) else { return nil }
    return Match(length: found.length, meanings: meanings[found.value])
  }

  /// Whether a name can begin with a scalar.
  func canBegin(_ scalar: Unicode.Scalar) -> Bool { trie.canBegin(scalar) }

  /// The law of a law number, where it stands in the catalogue.
  func law(number: LawNumber) -> String? { byNumber[number.key] }
}

/// Words as a tree of scalars, each with a value; built once, read often.
struct ScalarTrie: Sendable {
  private var next: [UInt64: Int32] = [:]
  private var values: [Int32] = [-1]
  /// One bit for each scalar of the basic plane with which a word begins.
  private var heads = [UInt64](repeating: 0, count: 1024)

  /// Adds a word; returns its value, which is the older one where it was there already.
  mutating func insert(_ word: Scalars, value: Int) -> Int {
    guard let head = word.first, head.value < 0x10000 else { return value }
    heads[Int(head.value >> 6)] |= 1 << UInt64(head.value & 63)
    var node: Int32 = 0
    for scalar in word {
      let key = UInt64(node) << 32 | UInt64(scalar.value)
      if let child = next[key] {
        node = child
      } else {
        values.append(-1)
        node = Int32(values.count - 1)
        next[key] = node
      }
    }
    if values[Int(node)] < 0 { values[Int(node)] = Int32(value) }
    return Int(values[Int(node)])
  }

  func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    let head = scalar.value
    return head < 0x10000 && heads[Int(head >> 6)] & (1 << UInt64(head & 63)) != 0
  }

  /// The longest word that begins at an offset.
  func longest(in text: Scalars, at offset: Int) -> (length: Int, value: Int)? {
    guard canBegin(text[offset]) else { return nil }
    var node: Int32 = 0
    var found: (Int, Int)?
    var index = offset
    while index < text.count,
      let child = next[UInt64(node) << 32 | UInt64(text[index].value)]
    {
      node = child
      index += 1
      if values[Int(node)] >= 0 { found = (index - offset, Int(values[Int(node)])) }
    }
    return found
  }
}
