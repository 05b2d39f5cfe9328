/// A text as an array of Unicode scalars, in which the offsets of the record are plain indices.
package typealias Scalars = [Unicode.Scalar]

extension String {
  /// The scalars of the text; one pass, constant-time indexing afterwards.
  package var scalars: Scalars {
    var text = self
    return text.withUTF8 { UTF8Scalars.decode($0) }
  }

  package init(_ scalars: some Sequence<Unicode.Scalar>) {
    self = UTF8Scalars.encode(scalars)
  }

  /// The same for what most texts are: a generic function of another module is not specialised.
  package init(_ scalars: Scalars) {
    self = scalars.withUnsafeBufferPointer { UTF8Scalars.encode(buffer: $0) }
  }

  package init(_ scalars: ArraySlice<Unicode.Scalar>) {
    self = scalars.withUnsafeBufferPointer { UTF8Scalars.encode(buffer: $0) }
  }
}

/// Scalars from UTF-8 and back, many times faster than by way of `String.UnicodeScalarView`.
private enum UTF8Scalars {
  /// `bytes`: Of a string, so that they are well formed.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> Scalars {
    var count = 0
    for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
    return Scalars(unsafeUninitializedCapacity: count) { buffer, filled in
      var at = 0
      for index in 0..<count {
        let value: UInt32
        let first = UInt32(bytes[at])
        if first < 0x80 {
          value = first
          at += 1
        } else if first < 0xE0 {
          value = (first & 0x1F) << 6 | tail(bytes[at + 1])
          at += 2
        } else if first < 0xF0 {
          value = (first & 0x0F) << 12 | tail(bytes[at + 1]) << 6 | tail(bytes[at + 2])
          at += 3
        } else {
          value =
            (first & 0x07) << 18 | tail(bytes[at + 1]) << 12 | tail(bytes[at + 2]) << 6
            | tail(bytes[at + 3])
          at += 4
        }
        buffer.initializeElement(at: index, to: Unicode.Scalar(value) ?? "\u{FFFD}")
      }
      filled = count
    }
  }

  private static func tail(_ byte: UInt8) -> UInt32 { UInt32(byte & 0x3F) }

  static func encode(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    if let text = scalars.withContiguousStorageIfAvailable({ encode(buffer: $0) }) { return text }
    return Array(scalars).withUnsafeBufferPointer { encode(buffer: $0) }
  }

  static func encode(buffer scalars: UnsafeBufferPointer<Unicode.Scalar>) -> String {
    var size = 0
    for scalar in scalars { size += UTF8.width(scalar) }
    return String(unsafeUninitializedCapacity: size) { bytes in
      var at = 0
      for scalar in scalars { write(scalar.value, to: bytes, &at) }
      return at
    }
  }

  private static func write(
    _ value: UInt32, to bytes: UnsafeMutableBufferPointer<UInt8>, _ at: inout Int
  ) {
    func add(_ byte: UInt32) {
      bytes[at] = UInt8(truncatingIfNeeded: byte)
      at += 1
    }
    switch value {
    case ..<0x80: add(value)
    case ..<0x800:
      add(0xC0 | value >> 6)
      add(0x80 | value & 0x3F)
    case ..<0x1_0000:
      add(0xE0 | value >> 12)
      add(0x80 | value >> 6 & 0x3F)
      add(0x80 | value & 0x3F)
    default:
      add(0xF0 | value >> 18)
      add(0x80 | value >> 12 & 0x3F)
      add(0x80 | value >> 6 & 0x3F)
      add(0x80 | value & 0x3F)
    }
  }
}

extension Array where Element == Unicode.Scalar {
  /// The scalars of bytes that are known to be well-formed UTF-8.
  package init(wellFormed utf8: [UInt8]) {
    self = utf8.withUnsafeBufferPointer { UTF8Scalars.decode($0) }
  }

  /// The words of a span; the span is cut to the text where it reaches beyond it.
  package func text(_ span: TextSpan) -> String {
    let from = Swift.max(0, span.from)
    let to = Swift.min(count, span.to)
    return from < to ? String(self[from..<to]) : ""
  }

  /// Whether `word` stands at `offset`.
  @inlinable
  package func starts(_ word: [Unicode.Scalar], at offset: Int) -> Bool {
    guard offset >= 0, offset + word.count <= count else { return false }
    for index in 0..<word.count where self[offset + index] != word[index] { return false }
    return true
  }

  /// The offset of the first `word` at or after `start` and wholly before `end`.
  package func firstOffset(of word: Scalars, from start: Int = 0, to end: Int? = nil) -> Int? {
    let last = Swift.min(end ?? count, count) - word.count
    guard let head = word.first, start <= last else { return nil }
    var offset = Swift.max(0, start)
    while offset <= last {
      if self[offset] == head, starts(word, at: offset) { return offset }
      offset += 1
    }
    return nil
  }

  /// The offsets of every `word`, also of those that overlap.
  package func offsets(of word: Scalars) -> [Int] {
    var found: [Int] = []
    var start = 0
    while let offset = firstOffset(of: word, from: start) {
      found.append(offset)
      start = offset + 1
    }
    return found
  }
}

extension Unicode.Scalar {
  package var isHiragana: Bool { (0x3041...0x309F).contains(value) }
  /// Katakana with its long-vowel mark, full width.
  package var isKatakana: Bool { (0x30A0...0x30FF).contains(value) }
  package var isKana: Bool { isHiragana || isKatakana || (0xFF66...0xFF9F).contains(value) }

  package var isKanji: Bool {
    (0x4E00...0x9FFF).contains(value) || (0x3400...0x4DBF).contains(value)
      || (0xF900...0xFAFF).contains(value) || (0x20000...0x323AF).contains(value)
      || value == 0x3005 || value == 0x3006 || value == 0x3007
  }

  /// Kanji, kana, and the punctuation and full-width forms that stand among them.
  package var isJapanese: Bool {
    isKanji || isKana || (0x3000...0x303F).contains(value) || (0xFF00...0xFFEF).contains(value)
  }

  package var isASCIIDigit: Bool { (0x30...0x39).contains(value) }

  /// The value of a digit of either width.
  package var digitValue: Int? {
    switch value {
    case 0x30...0x39: Int(value - 0x30)
    case 0xFF10...0xFF19: Int(value - 0xFF10)
    default: nil
    }
  }

  /// White space of any width, without the ends of lines.
  package var isBlank: Bool {
    switch value {
    case 0x20, 0x09, 0xA0, 0x3000, 0x2000...0x200B, 0x202F, 0x205F, 0xFEFF: true
    default: false
    }
  }

  package var isLineEnd: Bool {
    switch value {
    case 0x0A, 0x0B, 0x0C, 0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// White space of any width and the ends of lines.
  package var isSpace: Bool { isBlank || isLineEnd }
}
