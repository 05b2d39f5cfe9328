import JapaneseText

/// Words of two scalars and more as a tree, each with a value; built once, read often.
struct ScalarTrie: Sendable {
  private var next: [UInt64: Int32] = [:]
  private var values: [Int32] = [-1]
  /// One bit for each scalar of the basic plane with which a word begins.
  private var heads = [UInt64](repeating: 0, count: 1024)
  /// A filter over the first two scalars of the words; it may say yes too often, never no.
  private var pairs = [UInt64](repeating: 0, count: 4096)

  /// Adds a word of at least two scalars; returns its value, which is the older one where it was there already.
  mutating func insert(_ word: Scalars, value: Int) -> Int {
    guard let head = word.first, head.value < 0x10000 else { return value }
    heads[Int(head.value >> 6)] |= 1 << UInt64(head.value & 63)
    if word.count > 1 {
      let pair = ScalarTrie.pair(head, word[1])
      pairs[pair >> 6] |= 1 << UInt64(pair & 63)
    }
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

  private static func pair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int((first.value &* 0x9E37_79B1 &+ second.value &* 0x85EB_CA77) >> 14)
  }

  private func canBegin(_ scalar: Unicode.Scalar) -> Bool {
    let head = scalar.value
    return head < 0x10000 && heads[Int(head >> 6)] & (1 << UInt64(head & 63)) != 0
  }

  /// The longest word that begins at an offset.
  func longest(in text: Scalars, at offset: Int) -> (length: Int, value: Int)? {
    guard offset + 1 < text.count, canBegin(text[offset]) else { return nil }
    let pair = ScalarTrie.pair(text[offset], text[offset + 1])
    guard pairs[pair >> 6] & (1 << UInt64(pair & 63)) != 0 else { return nil }
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
