import Deliberation
import JapaneseText

/// Directions of the stage that stand on a line of their own (guide minutes-formats §7, §9).
enum StageDirection {
  /// The kind of event that the words inside the brackets tell, with its result.
  static func read(_ printed: Scalars) -> (kind: EventKind, result: String?) {
    let words = printed.filter { !$0.isBlank }
    func has(_ word: String) -> Bool { words.firstOffset(of: word.scalars) != nil }
    if has("異議なし") || has("異議無し") || has("異義なし") || has("異議ありません") {
      return (.approval, "異議なし")
    }
    if has("声あり") || has("呼ぶ者") || has("と呼び") || has("と呼ぶ") || has("者あり") || has("発言する者")
      || has("拍手") || has("笑") || has("との声")
      || has("発言あり") || has("の声")
    {
      return (.interjection, nil)
    }
    if has("起立") || has("挙手") || has("投票") || has("採決") {
      return (.vote, NarrationGrammar.result(words))
    }
    if has("休憩") || has("再開") || has("中断") { return (.recess, nil) }
    if has("散会") || has("閉会") || has("延会") || has("閉議") { return (.closing, nil) }
    if has("開会") || has("開議") { return (.opening, nil) }
    if has("説明") || has("報告") || has("朗読") { return (.explanation, nil) }
    return (.other, nil)
  }

  /// Whether a line in brackets is a direction and not words of a speech.
  static func isDirection(_ words: Scalars) -> Bool {
    guard (2...100).contains(words.count) else { return false }
    return true
  }

  /// `午後３時７分散会`, `午前10時00分　開会`, `休憩（11:55～13:00）` without brackets.
  static func isClockLine(_ words: Scalars) -> Bool {
    guard (4...30).contains(words.count),
      !words.contains(where: { "、。「」".unicodeScalars.contains($0) })
    else { return false }
    let closed = words.filter { !$0.isBlank }
    guard closed.contains("時") || closed.contains(":") || closed.contains("："),
      closed.contains(where: { $0.digitValue != nil || "一二三四五六七八九十".unicodeScalars.contains($0) })
    else { return false }
    if let end = clockWords.first(where: { closed.starts($0, at: 0) }), closed.count > end.count,
      "（(".unicodeScalars.contains(closed[end.count]), let last = closed.last,
      "）)".unicodeScalars.contains(last)
    {
      // 再開（午後　１時００分）
      return true
    }
    return clockWords.contains {
      closed.count > $0.count && closed.starts($0, at: closed.count - $0.count)
    }
  }

  /// `（午前１０時）`: nothing but the hour.
  static func isHour(_ words: Scalars) -> Bool {
    let closed = words.filter { !$0.isBlank }
    guard (3...12).contains(closed.count), closed.contains("時") else { return false }
    return closed.allSatisfy {
      $0.digitValue != nil || "午前後時分正〇一二三四五六七八九十".unicodeScalars.contains($0)
    }
  }

  /// `閉会`, `休 憩` alone on a line.
  static func isBareAct(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard words.count <= 6, let first = words.first, "開閉散休再".unicodeScalars.contains(first) else {
      return false
    }
    let closed = words.filter { !$0.isBlank }
    return clockWords.contains { $0.count == 2 && $0 == closed }
  }

  private static let clockWords = [
    "開会・開議", "開会", "開議", "閉会", "散会", "休憩", "再開", "延会", "閉議", "終了",
  ].map(\.scalars)

  /// `（朗読）`, `〔登壇〕` directly behind a label: what the speaker did, no words.
  static func isAct(_ words: Scalars) -> Bool {
    isPlain(words) || read(words).kind == .explanation && words.count <= 20
  }

  /// Words of directions that change nothing but are none of a speech.
  static func isPlain(_ words: Scalars) -> Bool {
    plain.contains { words.firstOffset(of: $0) != nil }
  }

  /// Somebody reads a list or a paper out.
  static func isReading(_ words: Scalars) -> Bool {
    let word = "朗読".scalars
    return words.count >= word.count && words.starts(word, at: words.count - word.count)
  }

  private static let plain = [
    "入室", "退室", "登壇", "降壇", "退席", "着席", "手交", "交付", "撮影", "挨拶", "あいさつ", "交代", "参照", "黙祷",
    "黙とう", "退出", "入場", "退場", "到着", "記録中止", "暫時", "別室", "省略", "テープ", "映像", "発言取消", "議長席",
  ].map(\.scalars)

  /// The block of signatures under the minutes: 議　長, 署　名　議　員, with or without a name.
  static func isSignature(_ words: Scalars) -> Bool {
    let closed = words.filter { !$0.isBlank }
    guard (2...24).contains(closed.count), closed.count < words.count || closed.count <= 8,
      !closed.contains(where: { "。、".unicodeScalars.contains($0) })
    else { return false }
    return signers.contains { word in
      guard let at = closed.firstOffset(of: word) else { return false }
      return at <= 5
    }
  }

  private static let signers = ["署名議員", "署名委員", "議長", "副議長", "委員長"].map(\.scalars)

  /// `（杉立敏也事務局長報告）`: the words before the act, for a direction that opens somebody's words.
  static func performer(_ words: Scalars) -> Scalars? {
    for act in ["提案理由説明", "趣旨説明", "報告", "朗読", "説明", "挨拶", "あいさつ", "答弁"].map(\.scalars)
    where words.count > act.count + 2 && words.starts(act, at: words.count - act.count) {
      return Array(words.dropLast(act.count))
    }
    return nil
  }

  /// Who takes the chair: `赤嶺委員、委員長席に着く`, `委員長退席、青木理事着席`.
  static func newChair(_ words: Scalars) -> Scalars? {
    guard let seat = ["席に着く", "着席"].map(\.scalars).first(where: { words.ends([$0]) }) else {
      return nil
    }
    var clauses = words.dropLast(seat.count).split(separator: "、").map(Array.init)
    if seat.count > 2 { clauses = clauses.dropLast() }
    guard let name = clauses.last, (2...16).contains(name.count),
      clauses.count > 1 || seat.count > 2
    else { return nil }
    return name
  }

  /// `――――`, `――◇――`, `＊＊＊`, `<PAGE="2">`: lines without words.
  static func isRule(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = words.first else { return true }
    if first == "<", words.dropFirst().prefix(4).elementsEqual("PAGE".unicodeScalars) {
      return true
    }
    guard words.count >= 3 else { return false }
    return words.allSatisfy { scalar in
      switch scalar.value {
      case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D, 0x2500...0x257F, 0x3D, 0xFF1D, 0x2A, 0xFF0A,
        0x25C6,
        0x25C7, 0x5F, 0xFF3F, 0x7E, 0x30FB, 0x2025, 0x2026, 0xFF5E, 0x301C, 0x25CB, 0x30FC:
        true
      default: scalar.isBlank
      }
    }
  }

  /// （以上）, 以上, －了－, 以上 お問い合わせ先…: the end of the record; the offset after the mark.
  static func endMark(_ words: Scalars) -> Int? {
    var start = 0
    while start < words.count, "（(［[【〔《≪－-―ー─＜<　 ".unicodeScalars.contains(words[start]) {
      start += 1
    }
    for mark in ["以上", "以　上", "以 上", "了", "終", "完"].map(\.scalars)
    where words.starts(mark, at: start) {
      var after = start + mark.count
      while after < words.count,
        "）)］]】〕》≫－-―ー─＞>。".unicodeScalars.contains(words[after])
          || start > 0 && words[after].isBlank
      {
        after += 1
      }
      if after == words.count { return mark.count == 1 && start == 0 ? nil : after }
      guard words[after].isBlank, mark.count > 1 else { continue }
      let rest = Array(words[after...]).filter { !$0.isBlank }
      for contact in contacts where rest.starts(contact, at: 0) { return after }
    }
    return nil
  }

  /// How contact blocks begin.
  static let contacts = [
    "お問い合わせ", "お問合せ", "問い合わせ", "問合せ", "（問い合わせ", "（連絡", "連絡先", "（文責", "文責", "（速報", "【問い合わせ",
    "（お問い合わせ", "担当：", "＜問い合わせ",
  ].map(\.scalars)
}
