/// UTF-16, with a byte order mark or recognised by its content.
enum UTF16Bytes {
  enum Order { case little, big }

  /// The text in UTF-8, or the offset of the first byte that is wrong.
  static func utf8(_ bytes: ArraySlice<UInt8>, order: Order) -> Iconv.Outcome {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count * 3 / 2)
    var offset = bytes.startIndex
    while offset < bytes.endIndex {
      guard let unit = unit(bytes, offset, order) else { return .invalid(offset: offset) }
      var value = UInt32(unit)
      var width = 2
      if (0xD800...0xDBFF).contains(unit), let low = self.unit(bytes, offset + 2, order),
        (0xDC00...0xDFFF).contains(low)
      {
        value = 0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(low & 0x3FF))
        width = 4
      }
      guard let scalar = Unicode.Scalar(value) else { return .invalid(offset: offset) }
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      offset += width
    }
    return .text(text)
  }

  /// The order of a text without a mark: nearly all units must be ASCII, kana, kanji or full width.
  static func order(of bytes: [UInt8]) -> Order? {
    guard bytes.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    for order in [Order.little, .big] where share(of: bytes.prefix(4096), order) > 0.95 {
      return order
    }
    return nil
  }

  private static func share(of bytes: ArraySlice<UInt8>, _ order: Order) -> Double {
    var likely = 0
    for offset in stride(from: 0, to: bytes.count, by: 2) {
      switch unit(bytes, offset, order) ?? 0 {
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20...0x7E, 0x2010...0x2027, 0x2460...0x2473,
        0x25A0...0x25FF, 0x3000...0x30FF, 0x4E00...0x9FFF, 0xFF00...0xFFEF:
        likely += 1
      default: break
      }
    }
    return Double(likely) / Double(max(1, bytes.count / 2))
  }

  private static func unit(_ bytes: ArraySlice<UInt8>, _ offset: Int, _ order: Order) -> UInt16? {
    guard offset + 1 < bytes.endIndex else { return nil }
    let (first, second) = (UInt16(bytes[offset]), UInt16(bytes[offset + 1]))
    return order == .little ? second << 8 | first : first << 8 | second
  }
}
