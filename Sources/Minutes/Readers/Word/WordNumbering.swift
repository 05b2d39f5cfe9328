import JapaneseText
import Markup

/// The lists of a Word document and where their counting stands.
struct WordNumbering {
  private struct Level {
    var format = "decimal"
    var text = ""
    var start = 1
  }

  private var levels: [String: [Int: Level]] = [:]
  private var abstracts: [String: String] = [:]
  private var counts: [String: [Int: Int]] = [:]

  init(_ root: Element?) {
    for abstract in root?.elements("abstractNum") ?? [] {
      guard let id = abstract["abstractNumId"] else { continue }
      for level in abstract.elements("lvl") {
        guard let depth = level["ilvl"].flatMap({ Int($0) }) else { continue }
        levels[id, default: [:]][depth] = Level(
          format: level.first("numFmt")?["val"] ?? "decimal",
          text: level.first("lvlText")?["val"] ?? "",
          start: level.first("start")?["val"].flatMap { Int($0) } ?? 1)
      }
    }
    for list in root?.elements("num") ?? [] {
      guard let id = list["numId"] else { continue }
      abstracts[id] = list.first("abstractNumId")?["val"]
    }
  }

  /// Counts one more item of a list; the label is empty for bullets.
  ///
  /// `nil` for a paragraph without a list.
  mutating func next(list: String, depth: Int) -> (label: Scalars, ordinal: Int?)? {
    guard list != "0", let abstract = abstracts[list], let level = levels[abstract]?[depth] else {
      return nil
    }
    guard level.format != "bullet", level.format != "none" else { return ([], nil) }
    let number = min((counts[abstract]?[depth] ?? (level.start - 1)) + 1, 1_000_000)
    counts[abstract, default: [:]][depth] = number
    for deeper in (counts[abstract] ?? [:]).keys where deeper > depth {
      counts[abstract]?[deeper] = nil
    }
    return (label(level, abstract: abstract), number)
  }

  /// `%1.%2` with the numbers of the levels in it.
  private func label(_ level: Level, abstract: String) -> Scalars {
    var label: Scalars = []
    let text = level.text.scalars
    var offset = 0
    while offset < text.count {
      if text[offset] == "%", offset + 1 < text.count, let depth = text[offset + 1].digitValue,
        depth >= 1
      {
        let other = levels[abstract]?[depth - 1]
        let number = counts[abstract]?[depth - 1] ?? other?.start ?? 1
        label += WordNumber.written(number, format: other?.format ?? "decimal").scalars
        offset += 2
      } else {
        label.append(text[offset])
        offset += 1
      }
    }
    return label
  }
}

/// Numbers as Word's number formats write them (ECMA-376 part 1, 17.18.59).
enum WordNumber {
  static func written(_ number: Int, format: String) -> String {
    switch format {
    case "decimalFullWidth", "decimalFullWidth2": mapped(number, from: "０１２３４５６７８９")
    case "decimalEnclosedCircle", "decimalEnclosedCircleChinese":
      (1...20).contains(number) ? scalar(0x2460 + number - 1) : "(\(number))"
    case "japaneseCounting", "ideographDigital", "chineseCounting", "taiwaneseCounting",
      "japaneseDigitalTenThousand":
      kanji(number)
    case "aiueoFullWidth": letter(number, of: "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン")
    case "aiueo": letter(number, of: "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝ")
    case "iroha", "irohaFullWidth":
      letter(number, of: "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス")
    case "lowerLetter": trimmed(ListNumber.label(number, type: "a"))
    case "upperLetter": trimmed(ListNumber.label(number, type: "A"))
    case "lowerRoman": trimmed(ListNumber.label(number, type: "i"))
    case "upperRoman": trimmed(ListNumber.label(number, type: "I"))
    default: "\(number)"
    }
  }

  private static func trimmed(_ label: Scalars) -> String { String(label.dropLast(2)) }

  private static func scalar(_ value: Int) -> String {
    UInt32(exactly: value).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
  }

  private static func mapped(_ number: Int, from digits: String) -> String {
    let digits = Array(digits)
    return String("\(number)".compactMap { $0.wholeNumberValue.map { digits[$0] } })
  }

  private static func letter(_ number: Int, of letters: String) -> String {
    let letters = Array(letters)
    return number > 0 ? String(letters[(number - 1) % letters.count]) : ""
  }

  private static func kanji(_ number: Int) -> String {
    guard (1...99).contains(number) else { return mapped(number, from: "〇一二三四五六七八九") }
    let digits = Array("〇一二三四五六七八九")
    let (tens, ones) = number.quotientAndRemainder(dividingBy: 10)
    return (tens == 0 ? "" : tens == 1 ? "十" : "\(digits[tens])十")
      + (ones == 0 ? "" : String(digits[ones]))
  }
}
