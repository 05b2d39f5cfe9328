/// What every scalar becomes when a text is folded, and how it behaves towards its neighbours.
///
/// One look into an array for the Basic Multilingual Plane; the few variants above it (𠮷) come
/// from a dictionary.
struct FoldTable: Sendable {
  /// How a folded scalar behaves towards its neighbours.
  enum Kind: UInt32, Sendable {
    case other
    /// ASCII letters and digits.
    case letter
    /// Kanji and Japanese punctuation.
    case japanese
    /// Kana with the long-vowel mark.
    case kana
    /// Signs that stand in Japanese and Latin text alike: brackets, punctuation, ※, ①, ㈱.
    case punctuation
    case space
    case dash
    /// Marks of voicing that join the kana before them.
    case voicing
    /// Without width: zero-width blanks, soft hyphens, variation selectors.
    case ignorable

    var isJapanese: Bool { self == .japanese || self == .kana }
    /// Nothing to be seen.
    var isEmpty: Bool { self == .space || self == .ignorable }
  }

  static let shared = FoldTable()

  /// Scalar in the lower 21 bits, kind above.
  private let entries: [UInt32]
  private let supplementary: [Unicode.Scalar: Unicode.Scalar]

  subscript(_ scalar: Unicode.Scalar) -> (scalar: Unicode.Scalar, kind: Kind) {
    let value = Int(scalar.value)
    guard value < entries.count else { return above(scalar) }
    let entry = entries[value]
    return (
      Unicode.Scalar(entry & 0x1F_FFFF) ?? scalar, Kind(rawValue: entry >> 21) ?? .other
    )
  }

  /// What a scalar becomes that does nothing to its neighbours, without a blank before it; nil for
  /// any that may.
  @inline(__always)
  func plain(
    _ scalar: Unicode.Scalar, behind last: Kind
  ) -> (scalar: Unicode.Scalar, kind: Kind)? {
    let value = Int(scalar.value)
    guard value < entries.count, let kind = Kind(rawValue: entries[value] &>> 21),
      let folded = Unicode.Scalar(entries[value] & 0x1F_FFFF)
    else { return nil }
    switch kind {
    case .other, .japanese, .punctuation: return (folded, kind)
    case .kana: return folded == "ー" ? nil : (folded, kind)
    case .letter: return last == .letter || last == .dash ? (folded, kind) : nil
    case .space, .dash, .voicing, .ignorable: return nil
    }
  }

  func kind(_ scalar: Unicode.Scalar) -> Kind { self[scalar].kind }

  private func above(_ scalar: Unicode.Scalar) -> (Unicode.Scalar, Kind) {
    if (0xE0100...0xE01EF).contains(scalar.value) { return (scalar, .ignorable) }
    let folded = supplementary[scalar] ?? scalar
    return (folded, folded.isKanji ? .japanese : .other)
  }

  private init() {
    let variants = Variants.shared.pairs
    entries = (0..<0x10000).map { value in
      guard let scalar = Unicode.Scalar(UInt32(value)) else { return UInt32(value) }
      if scalar.isASCII && scalar.value >= 0x20 && scalar != " " {
        let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
        return lower.value | Self.kind(of: lower).rawValue << 21
      }
      let narrow = Self.width(scalar)
      let folded = variants[narrow] ?? narrow
      return folded.value | Self.kind(of: folded).rawValue << 21
    }
    supplementary = variants.filter { $0.key.value > 0xFFFF }
  }

  /// Width, letter case and compatibility forms; variants come after it.
  private static func width(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let value = Int(scalar.value)
    switch value {
    case 0xFF01...0xFF5E:
      let ascii = Unicode.Scalar(UInt8(value - 0xFEE0))
      return dashOrWave(ascii) ?? lower(ascii)
    case 0xFF61...0xFF9D: return halfWidth[value - 0xFF61]
    case 0xFF9E: return "\u{3099}"
    case 0xFF9F: return "\u{309A}"
    case 0xFFE5: return "¥"
    case 0x2F00...0x2FD5: return kangxi[value - 0x2F00]
    case 0x2E80...0x2EF3: return radicals[scalar] ?? scalar
    case 0xF900...0xFAD9:
      let unified = compatibility[value - 0xF900]
      return unified == "〓" ? scalar : unified
    case 0x2160...0x217F, 0x24B6...0x24E9: return scalar
    default: return dashOrWave(scalar) ?? lower(scalar)
    }
  }

  private static let kangxi = FoldData.kangxi.scalars
  private static let compatibility = FoldData.compatibility.scalars
  private static let halfWidth = FoldData.halfWidth.scalars
  private static let radicals: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = FoldData.radicals.scalars
    return Dictionary(
      stride(from: 0, to: pairs.count - 1, by: 2).map { (pairs[$0], pairs[$0 + 1]) },
      uniquingKeysWith: { first, _ in first })
  }()

  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapping = scalar.properties.lowercaseMapping.unicodeScalars
    guard let first = mapping.first, mapping.count == 1 else { return scalar }
    return first
  }

  private static func dashOrWave(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0x2D, 0x2010...0x2015, 0x2043, 0x2212, 0x2500, 0x2501, 0xFE58, 0xFE63, 0xFF0D: "-"
    case 0x7E, 0x301C, 0x223C, 0x223E, 0xFF5E: "~"
    default: nil
    }
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar {
    case "a"..."z", "0"..."9": return .letter
    case "-": return .dash
    case "!"..."~": return .punctuation
    case "\u{3099}", "\u{309A}": return .voicing
    case "・": return .japanese
    case "\u{2016}"..."\u{2027}", "\u{2030}"..."\u{205E}", "\u{2100}"..."\u{27BF}",
      "\u{3200}"..."\u{33FF}":
      return .punctuation
    case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{2060}", "\u{FEFF}", "\u{FE00}"..."\u{FE0F}":
      return .ignorable
    default: break
    }
    if scalar.isSpace { return .space }
    if scalar.isKana { return .kana }
    return scalar.isJapanese ? .japanese : .other
  }

  /// The kana with its mark of voicing; nil where there is none.
  static func voiced(_ kana: Unicode.Scalar, by mark: Unicode.Scalar) -> Unicode.Scalar? {
    // Katakana stand 0x60 above hiragana.
    let isKatakana = (0x30A1...0x30F6).contains(kana.value)
    let hiragana = isKatakana ? kana.value - 0x60 : kana.value
    let step: UInt32
    switch hiragana {
    case 0x3046 where mark == "\u{3099}": step = 0x4E  // う → ゔ
    case 0x304B...0x3061 where hiragana % 2 == 1 && mark == "\u{3099}": step = 1  // か … ち
    case 0x3064, 0x3066, 0x3068: step = mark == "\u{3099}" ? 1 : 0  // つ て と
    case 0x306F...0x307D where hiragana % 3 == 0: step = mark == "\u{3099}" ? 1 : 2  // は … ほ
    default: step = 0
    }
    return step == 0 ? nil : Unicode.Scalar(kana.value + step)
  }
}
