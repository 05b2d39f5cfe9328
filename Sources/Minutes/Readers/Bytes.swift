/// Searching for short words in bytes.
enum Bytes {
  /// The offset of the first `word`, an index of `bytes`.
  static func firstOffset(of word: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let word = Array(word.utf8)
    guard let first = word.first, bytes.count >= word.count else { return nil }
    let last = bytes.endIndex - word.count
    var offset = bytes.startIndex
    while offset <= last {
      if bytes[offset] == first, bytes[offset..<(offset + word.count)].elementsEqual(word) {
        return offset
      }
      offset += 1
    }
    return nil
  }
}
