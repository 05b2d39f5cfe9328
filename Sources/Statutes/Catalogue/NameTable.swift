import JapaneseText

/// Words of two scalars and more, each with a value, by the two scalars with which they begin;
/// built once, read often.
struct NameTable: Sendable {
  fileprivate struct Entry: Sendable {
    let word: Scalars
    let value: Int
  }

  /// The words of each pair of first scalars, the longest first.
  private var entries: [UInt64: [Entry]] = [:]
  /// One bit for each scalar of the basic plane with which a word begins.
  private var heads = [UInt64](repeating: 0, count: 1024)
  /// A filter over the first two scalars of the words; it may say yes too often, never no.
  private var pairs = [UInt64](repeating: 0, count: 4096)

  mutating func reserve(_ count: Int) { entries.reserveCapacity(count) }

  /// Adds a word of at least two scalars; returns its value, which is the older one where it was
  /// there already.
  mutating func insert(_ word: Scalars, value: Int) -> Int {
    guard word.count > 1, word[0].value < 0x10000 else { return value }
    heads[Int(word[0].value >> 6)] |= 1 << UInt64(word[0].value & 63)
    let pair = NameTable.filter(word[0], word[1])
    pairs[pair >> 6] |= 1 << UInt64(pair & 63)
    let key = NameTable.key(word[0], word[1])
    return entries[key, default: []].insert(Entry(word: word, value: value))
  }

  private static func key(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> UInt64 {
    UInt64(first.value) << 32 | UInt64(second.value)
  }

  private static func filter(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Int {
    Int((first.value &* 0x9E37_79B1 &+ second.value &* 0x85EB_CA77) >> 14)
  }

  /// The longest word that begins at an offset.
  func longest(in text: Scalars, at offset: Int) -> (length: Int, value: Int)? {
    guard offset + 1 < text.count else { return nil }
    let first = text[offset]
    let second = text[offset + 1]
    guard first.value < 0x10000,
      heads[Int(first.value >> 6)] & (1 << UInt64(first.value & 63)) != 0
    else { return nil }
    let pair = NameTable.filter(first, second)
    guard pairs[pair >> 6] & (1 << UInt64(pair & 63)) != 0 else { return nil }
    for entry in entries[NameTable.key(first, second)] ?? []
    where text.starts(entry.word, at: offset) {
      return (entry.word.count, entry.value)
    }
    return nil
  }
}

extension [NameTable.Entry] {
  /// Inserts by falling length; returns the value that the word now has.
  fileprivate mutating func insert(_ entry: NameTable.Entry) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle].word.count > entry.word.count { low = middle + 1 } else { high = middle }
    }
    var index = low
    while index < count, self[index].word.count == entry.word.count {
      if self[index].word == entry.word { return self[index].value }
      index += 1
    }
    insert(entry, at: low)
    return entry.value
  }
}
