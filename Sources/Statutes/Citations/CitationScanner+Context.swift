import JapaneseText

extension CitationScanner {
  /// Where the pointer read last ended.
  var lastEnd: Int? { carried?.end }

  /// Whether only connectors, and remarks in brackets, stand between the last pointer and an offset.
  func carriesOver(from end: Int, to offset: Int) -> Bool {
    guard end < offset, offset - end < 1300 else { return false }
    if isRemark(from: end, to: offset) { return true }
    var index = end
    var hasConnector = false
    while index < offset {
      if text[index] == "(", let close = closing(of: index), close < offset {
        index = close + 1
        continue
      }
      guard let word = CitationScanner.connectors.first(where: { text.starts($0, at: index) })
      else { return false }
      hasConnector = true
      index += word.count
    }
    guard index == offset else { return false }
    if hasConnector { return true }
    // 第六十五条（酒気帯び運転等の禁止）第三項: the caption stands between the levels.
    guard text[end] == "(", let pointer = reader.pointer(at: offset, isHeaded: false) else {
      return false
    }
    return pointer.article == nil && pointer.root == .main && !pointer.isRelative
  }

  /// Whether the offset begins the brackets behind the last pointer, and what stands there bare is a
  /// part of it (第870条第2項（第1号に係る部分に限る。）, 第41条（第4項を除く。）).
  private func isRemark(from end: Int, to offset: Int) -> Bool {
    guard text[end] == "(", offset == end + 1, let close = closing(of: end),
      let pointer = reader.pointer(at: offset, isHeaded: true), pointer.article == nil
    else { return false }
    if pointer.paragraph == nil { return true }
    let remark = Scalars(text[offset..<close])
    return remark.firstOffset(of: "準用".scalars) == nil
      && (remark.firstOffset(of: "を除く".scalars) != nil
        || remark.firstOffset(of: "限る".scalars) != nil)
  }

  static let connectors = [
    "及び", "および", "並びに", "ならびに", "又は", "または", "若しくは", "もしくは", "、", ",", "，", "・", "と", "や",
    "か", "から", "まで", "乃至", "あるいは", "或いは", "ないし",
  ].map(\.scalars)

  /// The pointer with which a range ends (から第十項まで, ~第5条).
  func rangeEnd(after pointer: Pointer) -> Pointer? {
    var index = pointer.span.to
    if index < text.count, text[index] == "(", let close = closing(of: index) { index = close + 1 }
    var isOpen = false
    if text.starts("から".scalars, at: index) {
      index += 2
      isOpen = true
    } else if text.starts("乃至".scalars, at: index) {
      index += 2
    } else if index < text.count, text[index] == "~" {
      index += 1
    } else {
      return nil
    }
    var end = reader.pointer(at: index, isHeaded: true)
    if end == nil || end?.isEmpty == true, !pointer.subitems.isEmpty,
      let letter = reader.iroha(at: index)
    {
      var subitem = Pointer(at: index)
      subitem.subitems = [letter.number]
      subitem.span.to = letter.end
      end = subitem
    }
    guard var last = end else { return nil }
    if pointer.root == .supplement, last.root == .main, last.article != nil {
      last.root = .supplement
    }
    if isOpen {
      if text.starts("まで".scalars, at: last.span.to) {
        last.span.to += 2
      } else {
        // 第三百五十三条から第三百五十七条（第三項を除く。）まで
        guard last.span.to < text.count, text[last.span.to] == "(",
          let close = closing(of: last.span.to), text.starts("まで".scalars, at: close + 1)
        else { return nil }
      }
    }
    return last
  }

  /// The name of a text that the catalogue does not have, directly before a pointer.
  func outsideName(endingBefore end: Int) -> (span: TextSpan, reason: Unresolved)? {
    guard end > 0 else { return nil }
    var nameEnd = end
    if text[end - 1] == "の" { nameEnd -= 1 }
    if nameEnd > 0, text[nameEnd - 1] == ")" {
      var open = nameEnd - 1
      while open > 0, text[open] != "(", nameEnd - open < 200 { open -= 1 }
      nameEnd = open
    }
    var start = nameEnd
    while start > 0, isNamePart(text[start - 1]), nameEnd - start < 40 { start -= 1 }
    let run = text[start..<nameEnd]
    guard !run.isEmpty else { return nil }
    for word in LawWords.outside
    where run.count >= word.count && run.suffix(word.count).elementsEqual(word) {
      return (TextSpan(start, end), .notALaw)
    }
    if run.allSatisfy({ $0.isASCII }), run.count > 1, run.contains(where: LawWords.isLetter) {
      return (TextSpan(start, end), .lawNotKnown)
    }
    guard nameEnd == end || text[nameEnd] == "(" || run.count > 2 else { return nil }
    for word in LawWords.lawEnds
    where run.count >= word.count && run.suffix(word.count).elementsEqual(word) {
      if run.count == word.count, word.count == 1 || LawWords.ranks.contains(word) {
        return start > 0 && text[start - 1] == "の" || word == "法律".scalars
          ? (TextSpan(start, end), .lawNotKnown) : nil
      }
      return (TextSpan(start, end), .lawNotKnown)
    }
    return nil
  }

  private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKanji || scalar.isKatakana || LawWords.isLetter(scalar) || scalar == "・"
  }

  /// A law that is named without a pointer and is not in the catalogue breaks 同法 and bare pointers.
  mutating func noteUnknownLaw(at index: Int) {
    guard text[index] == "法", index + 1 < text.count else { return }
    let next = text[index + 1]
    if next == "律" {
      guard CitationScanner.longTitles.contains(where: { endsWith($0, before: index) }) else {
        return
      }
      named.append(.unresolved(.lawNotKnown))
      carried = nil
      memory = Memory()
      return
    }
    if next.isKanji && !"案上第附改等".unicodeScalars.contains(next) || next.isKatakana { return }
    var start = index
    while start > 0, isNamePart(text[start - 1]), index - start < 20 { start -= 1 }
    guard index - start >= 3 else { return }
    let tail = text[(index - 1)...index]
    if CitationScanner.commonWords.contains(where: { $0.elementsEqual(tail) }) { return }
    named.append(.unresolved(.lawNotKnown))
    carried = nil
    memory = Memory()
  }

  /// What stands before 法律 in a title (…に関する法律).
  private static let longTitles = ["に関する", "等に係る", "のための", "するための", "を改正する"].map(\.scalars)

  /// Notes that another text than a law was named (世界人権宣言, 改正案), which a bare article that
  /// follows may mean.
  mutating func noteOutsideText(at index: Int) {
    let end = index + 1
    guard LawWords.otherTexts.contains(where: { endsWith($0, before: end) }) else { return }
    if end < text.count, text[end].isKanji, text[end] != "第", text[end] != "等" { return }
    outsideEnd = end
  }

  private static let commonWords = [
    "方法", "手法", "文法", "違法", "司法", "立法", "用法", "作法", "寸法", "技法", "製法", "論法", "療法", "合法",
    "適法", "不法", "無法", "便法", "語法", "脱法", "遵法", "順法", "護法", "定法", "価法", "算法", "分法", "味法",
  ].map(\.scalars)

  /// The end of a quotation whose words are quoted as words (中「…」とあるのは「…」とする, 「…」を「…」に改め).
  func suppressedQuote(at open: Int) -> Int? {
    var depth = 0
    var close = open
    while close < text.count, close - open < 2000 {
      if text[close] == "「" { depth += 1 }
      if text[close] == "」" {
        depth -= 1
        if depth == 0 { break }
      }
      close += 1
    }
    guard close < text.count, text[close] == "」" else { return nil }
    let after = close + 1
    let isQuoted =
      CitationScanner.amendments.contains { text.starts($0, at: after) }
      || (text.starts("を「".scalars, at: after))
      || endsWith("とあるのは".scalars, before: open)
      || endsWith("とあるのは、".scalars, before: open) || endsWith("とあり、".scalars, before: open)
      || (endsWith("」を".scalars, before: open) && text.starts("に".scalars, at: after))
    return isQuoted ? close + 1 : nil
  }

  private static let amendments = [
    "とあるのは", "とあるの", "とあり", "を削", "を加え", "に改め", "の下に", "の次に", "の前に「", "と読み替え",
  ].map(\.scalars)
}
