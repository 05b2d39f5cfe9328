/// The bytes of a text file in UTF-8, whatever they were written in; no byte order mark.
struct DecodedFile {
  let utf8: [UInt8]
  /// `UTF-8`, `Shift_JIS`, `EUC-JP`, `ISO-2022-JP`, `UTF-16LE`, `UTF-16BE`.
  let encoding: String

  /// Recognises the encoding by the bytes alone and decodes all of them.
  ///
  /// A declared charset is not asked: pages that declare Shift_JIS and are written in UTF-8 exist.
  /// Throws `.binary` for what is no text, `.encoding` with the offset and line of the first
  /// wrong byte for a text that is damaged or mixes encodings.
  init(_ bytes: [UInt8]) throws(ReadError) {
    if bytes.starts(with: [0xFF, 0xFE, 0, 0]) || bytes.starts(with: [0, 0, 0xFE, 0xFF]) {
      throw .encoding(detail: "UTF-32 is not read")
    }
    if bytes.starts(with: [0xFF, 0xFE]) {
      try self.init(utf16: bytes, after: 2, order: .little)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      try self.init(utf16: bytes, after: 2, order: .big)
    } else if let invalid = UTF8Bytes.firstInvalid(bytes) {
      try self.init(legacy: bytes, invalid: invalid)
    } else {
      let controls = Controls(bytes)
      if controls.hasZero {
        guard let order = UTF16Bytes.order(of: bytes) else { throw .binary }
        try self.init(utf16: bytes, after: 0, order: order)
      } else if let escape = controls.escape, Self.switchesToJIS(bytes, from: escape),
        case .text(let text) = Iconv.utf8(bytes, from: "ISO-2022-JP")
      {
        self.init(utf8: text, encoding: "ISO-2022-JP")
      } else {
        guard !controls.isJunk else { throw .binary }
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        self.init(utf8: isMarked ? Array(bytes.dropFirst(3)) : bytes, encoding: "UTF-8")
      }
    }
  }

  private init(utf8: [UInt8], encoding: String) {
    self.utf8 = utf8
    self.encoding = encoding
  }

  private init(utf16 bytes: [UInt8], after mark: Int, order: UTF16Bytes.Order) throws(ReadError) {
    let name = order == .little ? "UTF-16LE" : "UTF-16BE"
    switch UTF16Bytes.utf8(bytes[mark...], order: order) {
    case .text(let text): self.init(utf8: text, encoding: name)
    case .invalid(let offset):
      throw .encoding(detail: "\(name) with a wrong unit at byte \(offset)")
    case .unavailable: throw .encoding(detail: "\(name) cannot be decoded")
    }
  }

  private init(legacy bytes: [UInt8], invalid: Int) throws(ReadError) {
    let controls = Controls(bytes)
    if controls.hasZero {
      guard let order = UTF16Bytes.order(of: bytes) else { throw .binary }
      try self.init(utf16: bytes, after: 0, order: order)
      return
    }
    guard !controls.isJunk else { throw .binary }
    if Self.longSequences(in: bytes[..<invalid]) >= 4 {
      throw .encoding(
        detail: "UTF-8 up to byte \(Self.place(invalid, in: bytes)), then bytes that are not UTF-8")
    }
    let legacy = try LegacyJapanese.decode(bytes)
    self.init(utf8: legacy.utf8, encoding: legacy.encoding)
  }

  /// `byte 120 (line 3)`, without the word `byte`.
  static func place(_ offset: Int, in bytes: [UInt8]) -> String {
    let line = bytes[..<min(offset, bytes.count)].reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    return "\(offset) (line \(line))"
  }

  /// ESC $ B or ESC $ @, which start the kanji of ISO-2022-JP; `escape` is the first ESC.
  private static func switchesToJIS(_ bytes: [UInt8], from escape: Int) -> Bool {
    var offset = escape
    while offset + 2 < bytes.count {
      if bytes[offset] == 0x1B, bytes[offset + 1] == 0x24,
        bytes[offset + 2] == 0x42 || bytes[offset + 2] == 0x40
      {
        return true
      }
      offset += 1
    }
    return false
  }

  private static func longSequences(in bytes: ArraySlice<UInt8>) -> Int {
    bytes.reduce(0) { (0xE2...0xEF).contains($1) ? $0 + 1 : $0 }
  }
}

/// The control characters of a file.
private struct Controls {
  private(set) var hasZero = false
  /// The offset of the first ESC.
  private(set) var escape: Int?
  /// More than one byte in fifty is a control character that no text has.
  let isJunk: Bool

  init(_ bytes: [UInt8]) {
    var odd = 0
    for offset in bytes.indices where bytes[offset] < 0x20 || bytes[offset] == 0x7F {
      switch bytes[offset] {
      case 0x09...0x0D, 0x1A: continue
      case 0x1B: escape = escape ?? offset
      case 0:
        hasZero = true
        odd += 1
      default: odd += 1
      }
    }
    isJunk = odd * 50 > bytes.count
  }
}
