import JapaneseText

/// A law number: 昭和五十九年法律第八十六号, 昭和60年郵政省令第31号, 平成21年総務省告示第87号.
struct LawNumber: Hashable, Sendable {
  let era: String
  let year: Int
  /// The kind as printed, folded (法律, 政令, 郵政省令, 総務省告示).
  let kind: String
  let number: Int

  /// One form for every way of writing it.
  var key: String { "\(era)\(year)\(kind)\(number)" }

  /// Notices and the like are law numbers of texts that are no laws.
  var isExternal: Bool { kind.hasSuffix("告示") || kind.hasSuffix("訓令") || kind.hasSuffix("公告") }

  /// A law number that begins at an offset of a folded text without blanks, and where it ends.
  static func read(_ text: Scalars, at start: Int) -> (number: LawNumber, end: Int)? {
    guard let era = eras.first(where: { text.starts($0, at: start) }) else { return nil }
    var index = start + era.count
    let year: Int
    if index < text.count, text[index] == "元" {
      year = 1
      index += 1
    } else if let number = Numbering.plain(in: text, at: index) {
      year = number.value
      index = number.end
    } else {
      return nil
    }
    guard index < text.count, text[index] == "年" else { return nil }
    index += 1
    let kindStart = index
    while index < text.count, index - kindStart < 16, text[index] != "第", text[index].isKanji,
      Numbering.plain(in: text, at: index) == nil || index == kindStart
    {
      index += 1
    }
    guard
      kindSuffixes.contains(where: {
        index - kindStart >= $0.count && text.starts($0, at: index - $0.count)
      })
    else { return nil }
    let kind = String(text[kindStart..<index])
    if index < text.count, text[index] == "第" { index += 1 }
    guard let number = Numbering.plain(in: text, at: index), number.end < text.count,
      text[number.end] == "号"
    else { return nil }
    return (
      LawNumber(era: String(era), year: year, kind: kind, number: number.value), number.end + 1
    )
  }

  private static let eras: [Scalars] = ["明治", "大正", "昭和", "平成", "令和"].map(\.scalars)
  private static let kindSuffixes = [
    "法律", "政令", "勅令", "省令", "府令", "規則", "布告", "憲法", "閣令", "告示", "訓令", "公告", "命令", "達",
  ].map(\.scalars)
}
