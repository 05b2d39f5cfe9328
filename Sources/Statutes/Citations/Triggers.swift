import JapaneseText

/// For each scalar of the basic plane, what of the citation grammar can begin with it.
struct Triggers: Sendable {
  /// What can begin.
  struct Kind: OptionSet, Sendable {
    let rawValue: UInt8
    /// The name of a law, a law number, 同法, a bare 法 or 規則.
    static let name = Kind(rawValue: 1)
    /// A pointer.
    static let pointer = Kind(rawValue: 2)
    /// A quotation.
    static let quote = Kind(rawValue: 4)
    /// 法 at the end of a name.
    static let act = Kind(rawValue: 8)
    /// イロハ.
    static let subitem = Kind(rawValue: 16)
    /// A bracket, open or closed.
    static let bracket = Kind(rawValue: 32)
    /// The end of the name of a text that is no law.
    static let other = Kind(rawValue: 64)
  }

  private var kinds = [UInt8](repeating: 0, count: 0x10000)

  init() {
    for scalar in "同こ本法令規施省政明大昭平".unicodeScalars { add(scalar, .name) }
    for value in PointerReader.heads { kinds[Int(value)] |= Kind.pointer.rawValue }
    for scalar in Iroha.letters { add(scalar, .subitem) }
    for scalar in "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳".unicodeScalars { add(scalar, .subitem) }
    for scalar in LawWords.otherTexts.compactMap(\.last) { add(scalar, .other) }
    add("「", .quote)
    add("法", .act)
    add("(", .bracket)
    add(")", .bracket)
  }

  mutating func add(_ scalar: Unicode.Scalar, _ kind: Kind) {
    guard scalar.value < 0x10000 else { return }
    kinds[Int(scalar.value)] |= kind.rawValue
  }

  subscript(scalar: Unicode.Scalar) -> Kind {
    scalar.value < 0x10000 ? Kind(rawValue: kinds[Int(scalar.value)]) : []
  }
}
