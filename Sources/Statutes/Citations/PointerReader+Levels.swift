import JapaneseText

extension PointerReader {
  /// A level as read, with what its first scalar tells.
  struct Level: Sendable {
    let reference: Pointer.Reference
    let end: Int
    /// 第 or a relative word stands at its head.
    let isMarked: Bool
    let isKanji: Bool
  }

  /// 第28条の2, 28条の2, 前条, 同条, この条, 前二条.
  func article(at start: Int, isHeaded: Bool) -> Level? {
    if let relative = relative("条", at: start) {
      return PointerReader.endsArticle(text, relative.end) ? relative : nil
    }
    var index = start
    let isMarked = index < text.count && text[index] == "第"
    if isMarked { index += 1 }
    guard let number = Numbering.plain(in: text, at: index), number.value > 0,
      number.end < text.count, text[number.end] == "条"
    else { return nil }
    let isKanji = !text[index].isASCIIDigit
    let branches = Numbering.branches(in: text, at: number.end + 1)
    guard PointerReader.endsArticle(text, branches.end) else { return nil }
    if !isMarked {
      if index > 0, PointerReader.directions.contains(text[index - 1]) { return nil }
      let isFollowed = level("項", at: branches.end, isFree: true) != nil
      let isPlain =
        !isKanji && !(branches.end < text.count && PointerReader.isNoun(text[branches.end]))
      guard isHeaded || isFollowed || isPlain else { return nil }
      if isHeaded, branches.end < text.count, PointerReader.isPlace(text[branches.end]) {
        return nil
      }
    }
    return Level(
      reference: .number("\(number.value)" + branches.suffix), end: branches.end,
      isMarked: isMarked, isKanji: isKanji)
  }

  /// A paragraph (項) or an item (号): 第2項, 2項 where `isFree`, 前項, 同号, この項, 前各号.
  func level(_ mark: Unicode.Scalar, at start: Int, isFree: Bool) -> Level? {
    if let relative = relative(mark, at: start) {
      return PointerReader.ends(mark, text, relative.end) ? relative : nil
    }
    var index = start
    let isMarked = index < text.count && text[index] == "第"
    if isMarked { index += 1 }
    guard isMarked || isFree, let number = Numbering.plain(in: text, at: index), number.value > 0,
      number.end < text.count, text[number.end] == mark
    else { return nil }
    var suffix = ""
    var end = number.end + 1
    if mark == "号" {
      let branches = Numbering.branches(in: text, at: end)
      suffix = branches.suffix
      end = branches.end
    }
    guard PointerReader.ends(mark, text, end) else { return nil }
    return Level(
      reference: .number("\(number.value)" + suffix), end: end, isMarked: isMarked,
      isKanji: !text[index].isASCIIDigit)
  }

  /// 前X, 前nX, 前各X, 次X, 同X, 本X, このX.
  private func relative(_ mark: Unicode.Scalar, at start: Int) -> Level? {
    guard start + 1 < text.count else { return nil }
    func made(_ reference: Pointer.Reference, _ end: Int) -> Level {
      Level(reference: reference, end: end, isMarked: true, isKanji: false)
    }
    let next = text[start + 1]
    switch text[start] {
    case "前":
      if next == mark { return made(.previous(1), start + 2) }
      if next == "各", start + 2 < text.count, text[start + 2] == mark {
        return made(.allPrevious, start + 3)
      }
      if let count = Numbering.plain(in: text, at: start + 1), count.end < text.count,
        text[count.end] == mark, (2...20).contains(count.value)
      {
        return made(.previous(count.value), count.end + 1)
      }
      return nil
    case "次": return next == mark ? made(.next, start + 2) : nil
    case "同": return next == mark ? made(.same, start + 2) : nil
    case "本":
      guard next == mark, start == 0 || text[start - 1] != "各" else { return nil }
      return made(.this, start + 2)
    case "こ":
      guard next == "の", start + 2 < text.count, text[start + 2] == mark else { return nil }
      return made(.this, start + 3)
    default: return nil
    }
  }

  /// 五の項, 二の二の項: the label and its end.
  func row(at start: Int) -> (label: String, end: Int)? {
    var index = start
    if let end = word(PointerReader.of, at: index) { index = end }
    var label = ""
    while let number = Numbering.plain(in: text, at: index) {
      label += KanjiNumeral.text(number.value)
      index = number.end
      if isRowMark(index) {
        label += "の項"
        // 表一の項ロ
        guard let letter = iroha(at: index + 2) else { return (label, index + 2) }
        return (label + String(text[index + 2]), letter.end)
      }
      guard index < text.count, text[index] == "の" else { return nil }
      label += "の"
      index += 1
    }
    return nil
  }

  func isRowMark(_ index: Int) -> Bool {
    index + 1 < text.count && text[index] == "の" && text[index + 1] == "項"
      && !(index + 2 < text.count && text[index + 2] == "目")
  }

  /// The offset behind a word that stands at `index`.
  func word(_ word: Scalars, at index: Int) -> Int? {
    text.starts(word, at: index) ? index + word.count : nil
  }

  /// The offset behind の where a level follows it (第28条の第2項).
  ///
  /// `number` is the level that may stand there without 第 (三十二条の二項).
  func afterOf(_ index: Int, _ isAllowed: Bool, number mark: Unicode.Scalar? = nil) -> Int {
    guard isAllowed, index + 1 < text.count, text[index] == "の" else { return index }
    if PointerReader.levelHeads.contains(text[index + 1]) { return index + 1 }
    if let mark, let number = Numbering.plain(in: text, at: index + 1), number.end < text.count,
      text[number.end] == mark, PointerReader.ends(mark, text, number.end + 1)
    {
      return index + 1
    }
    return index
  }

  func levelStarts(at index: Int) -> Bool {
    index < text.count && PointerReader.levelHeads.contains(text[index])
  }

  /// Whether an item that stands alone is a pointer and no name (第三号事業, 第1号議案).
  func isItemEnd(_ index: Int) -> Bool {
    guard index < text.count else { return true }
    return !PointerReader.isNoun(text[index]) || PointerReader.afterItem.contains(text[index])
      || iroha(at: index) != nil
  }
}
