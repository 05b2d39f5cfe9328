import JapaneseText

/// Signs that the head is over: a speaker's label, or prose.
///
/// They are read strictly: the head may end early, never late.
enum HeadSigns {
  static let marks = Set("○◯〇◎●◆◇△▲□■☆★".unicodeScalars)

  /// Whether a speaker's label begins at a place; `attending` within an attendance list, where
  /// `【委員】` and short marked lines are entries; `following` is the next line with words.
  static func begins(
    _ line: HeadLine, at start: Int, attending: Bool, following: HeadLine?,
    lexicon: HeadLexicon = .current
  ) -> Bool {
    guard start < line.count, line.gap(before: start) else { return false }
    let first = line.key[start]
    if marks.contains(first) {
      guard let end = markedLabel(line, at: start + 1, lexicon) else { return false }
      return hasSpeech(line, from: end, attending: attending, following: following)
    }
    if first == "【" || first == "〔" || first == "[", let close = line.close(of: start) {
      let inner = Array(line.key[(start + 1)..<(close - 1)])
      let isGroup = lexicon.groups.value(of: inner) != nil
      guard inner.count <= 30, isGroup || label(inner, lexicon) else { return false }
      // 【座長】 above a name is an entry of the list
      if attending, start == 0, !Prose.speaks(line, close, following) { return false }
      if isGroup, start == 0, Prose.speaks(line, close, following) { return true }
      if lexicon.groups.value(of: inner) != nil, attending || !Prose.follows(line, close, following)
      {
        return false
      }
      return start == 0 || Prose.follows(line, close, following)
    }
    guard start == 0 else { return false }
    if line.count <= 14, let following, line.columns().count == 1, Prose.isSpeech(following),
      NameEvidence.isSeated(line)
    {
      // 新見主査 alone, and what is said below
      return true
    }
    if first == "(", !attending, line.close(of: 0) == line.count, line.count <= 16, let following {
      // （事務局） alone, and what they say below
      let inner = Array(line.key[1..<(line.count - 1)])
      return (lexicon.groups.value(of: inner) != nil || label(inner, lexicon))
        && Prose.isSentence(following)
    }
    return bareLabel(line, attending: attending, lexicon)
  }

  /// Whether a line is a label in brackets, or an office with the name in brackets, with words that
  /// somebody says behind or below it: `【事務局】　ただいまから…`, `（委員）` above a sentence.
  static func speaks(
    _ line: HeadLine, following: HeadLine?, lexicon: HeadLexicon = .current
  ) -> Bool {
    guard let first = line.key.first else { return false }
    if "【〔[(「".unicodeScalars.contains(first), let close = line.close(of: 0), close <= 24 {
      let inner = Array(line.key[1..<(close - 1)])
      if first == "「" {
        return label(inner, lexicon) && line.gap(before: close)
          && Prose.speaks(line, close, following)
      }
      if let colon = inner.firstIndex(of: ":"), label(Array(inner[..<colon]), lexicon) {
        // 【議長：羽賀】
        return first != "(" && Prose.speaks(line, close, following)
      }
      guard lexicon.groups.value(of: inner) != nil || label(inner, lexicon) else { return false }
      if first == "(", close < line.count { return false }
      return Prose.speaks(line, close, following)
    }
    // 議長（榛名実君） alone on its line
    guard line.count <= 24, line.key.last == ")", let open = line.key.firstIndex(of: "("), open > 0,
      line.close(of: open) == line.count, let following, following.key.contains("。")
    else { return false }
    let office = Array(line.key[..<open])
    let name = line.part(open + 1, line.count - 1)
    let isSeat = office.last == "番" && office.dropLast().allSatisfy { $0.isASCIIDigit }
    return (isSeat || label(office, lexicon)) && name.withoutHonorific.count < name.count
      && NameEvidence.isName(name.withoutHonorific)
  }

  /// The end of a label behind a mark: `斎藤部会長`, `議長（清野一榮議員）`, `（伊藤よしのり議長）`.
  private static func markedLabel(_ line: HeadLine, at start: Int, _ lexicon: HeadLexicon) -> Int? {
    guard start < line.count else { return nil }
    var end = start
    while end < line.count, end - start <= 26, !(end > start && line.gap(before: end)) {
      if "(「『:。、".unicodeScalars.contains(line.key[end]) { break }
      end += 1
    }
    let name = Array(line.key[start..<end])
    guard end < line.count, line.key[end] == "(", let close = line.close(of: end),
      close - end <= 26
    else {
      return label(name, lexicon) ? end : nil
    }
    let inner = Array(line.key[(end + 1)..<(close - 1)])
    if name.isEmpty { return label(inner, lexicon) ? close : nil }
    if label(name, lexicon) { return close }
    // 五十嵐（則）委員
    var tail = close
    while tail < line.count, tail - close <= 10, !line.gap(before: tail) { tail += 1 }
    return tail > close && label(Array(line.key[close..<tail]), lexicon) ? tail : nil
  }

  /// Whether words end as a speaker's label does and say no more.
  private static func label(_ words: Scalars, _ lexicon: HeadLexicon) -> Bool {
    var key = words
    if key.last == ")", let open = key.lastIndex(of: "("), open > 0 { key = Array(key[..<open]) }
    guard key.count >= 2, key.count <= 26, !key.contains("。"), !key.contains("、"),
      !key.contains("について"), key.first != "第"
    else { return false }
    if let honorific = lexicon.roleWords["honorific"]?.suffix(of: key, from: 0, to: key.count) {
      return key.count - honorific.length >= 2
    }
    return lexicon.roles.suffix(of: key, from: 0, to: key.count) != nil
      || RoleLexicon.standard.role(endOf: key).map { $0.roleClass != .person } ?? false
  }

  private static func hasSpeech(
    _ line: HeadLine, from end: Int, attending: Bool, following: HeadLine?
  ) -> Bool {
    let rest = line.key[min(end, line.count)...]
    if rest.contains("。") || rest.count > 24 { return true }
    if !attending, !rest.isEmpty { return true }
    guard let following else { return !attending }
    return Prose.isSentence(following)
      || following.count >= 10 && following.key.contains("。")
        && !HeadSigns.marks.contains(following.key[0])
  }

  /// `根岸部会長  それでは、`: a label of role and name, a gap, and words that run on.
  private static func bareLabel(
    _ line: HeadLine, attending: Bool, _ lexicon: HeadLexicon
  ) -> Bool {
    var end = 1
    while end < line.count, !line.gap(before: end) { end += 1 }
    guard end < line.count, end <= 14, label(Array(line.key[..<end]), lexicon) else { return false }
    let rest = line.key[end...]
    return rest.contains("。") || !attending && rest.count > 20 && rest.contains("、")
  }
}

/// Running text, as opposed to the entries and labels of a head.
enum Prose {
  /// Whether a line holds a whole Japanese sentence that is no notice about the record itself.
  static func isSentence(_ line: HeadLine) -> Bool {
    guard line.count >= 12, let stop = line.key.firstIndex(of: "。") else { return false }
    let sentence = Array(line.key[..<stop])
    guard sentence.count >= 8, sentence.contains(where: \.isHiragana) else { return false }
    return sentence.ends(endings) && !isNotice(sentence)
  }

  /// Whether a line is a whole polite sentence, as no head holds.
  static func isSpeech(_ line: HeadLine) -> Bool {
    guard line.key.last == "。", isSentence(line) else { return false }
    return polite.contains { line.key.firstOffset(of: $0) != nil }
  }

  private static let polite = ["ます。", "です。", "ました。", "でした。", "ません。", "ください。", "ましょう。", "か。"]
    .map(HeadLine.fold)

  /// Whether words run on behind a label: on the line, or on the next one.
  static func follows(_ line: HeadLine, _ end: Int, _ following: HeadLine?) -> Bool {
    if end < line.count { return line.key[end...].contains("。") || line.count - end > 20 }
    guard let following else { return false }
    return isSentence(following) || following.key.count > 30 && following.key.contains("、")
  }

  /// Whether what stands behind a label is speech: words that end as sentences do.
  static func speaks(_ line: HeadLine, _ end: Int, _ following: HeadLine?) -> Bool {
    if end < line.count {
      return line.key[end...].contains("。") || line.count - end > 20 && !line.key.contains("、")
    }
    guard let following else { return false }
    return following.key.contains("。") && following.count >= 6
  }

  /// Sentences that heads contain: 別紙のとおり, 今後変更があり得ます, 敬称略.
  static func isNotice(_ sentence: Scalars) -> Bool {
    sentence.ends(notices) || sentence.contains("暫定版") || sentence.contains("未定稿")
      || sentence.contains("速報版") || sentence.contains("変更があり得")
      || sentence.contains("修正される場合") || sentence.contains("敬称略")
      || sentence.contains("五十音順")
  }

  /// Elections, referrals and changes of seats, as records of the Diet tell them in the head.
  static func isFormal(_ sentence: Scalars) -> Bool {
    sentence.ends(formals) || sentence.contains("次のとおり")
  }

  private static let formals = [
    "付託された", "選任された", "選任した", "当選した", "決した", "設置された", "次のとおりである", "撤回された", "送付された", "辞任した",
    "指名された", "補欠選任された", "許可された", "報告された", "公布された", "任命された",
  ].map(HeadLine.fold)
  private static let endings = [
    "ます", "です", "ました", "でした", "ません", "ある", "いる", "する", "した", "れた", "った", "いた",
    "ない", "たい", "ください", "せよ", "よう", "れる", "なる", "か", "得る", "おり", "説明", "意見交換",
    "げる", "べる", "める", "てる", "ける", "せる", "える", "きる", "みる", "おる", "む", "う", "く", "たし", "ほしい", "よい",
  ].map(HeadLine.fold)
  private static let notices = ["とおり", "通り", "のとおりです", "のとおりである", "に掲載"].map(HeadLine.fold)
}
