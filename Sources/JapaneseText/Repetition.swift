/// The marks that repeat the character before them: 々 of kanji, ゝ ゞ ヽ ヾ of kana.
package enum Repetition {
  package static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "々", "ゝ", "ゞ", "ヽ", "ヾ": true
    default: false
    }
  }

  /// The other way to write a character behind another one: for a mark the character that it
  /// stands for, for a character that is repeated its mark; nil where there is none.
  ///
  /// 々 behind 佐 is 佐, 佐 behind 佐 is 々, ゞ behind す is ず, ず behind す is ゞ.
  package static func other(
    for scalar: Unicode.Scalar, behind last: Unicode.Scalar
  ) -> Unicode.Scalar? {
    if isMark(last) { return nil }
    switch scalar {
    case "々": return last.isKanji ? last : nil
    case "ゝ": return last.isHiragana ? plain(last) : nil
    case "ヽ": return last.isKatakana ? plain(last) : nil
    case "ゞ": return last.isHiragana ? FoldTable.voiced(plain(last), by: "\u{3099}") : nil
    case "ヾ": return last.isKatakana ? FoldTable.voiced(plain(last), by: "\u{3099}") : nil
    default: break
    }
    if scalar.isKanji { return scalar == last ? "々" : nil }
    guard scalar.isKana, plain(scalar) == plain(last), scalar != "ー" else { return nil }
    if scalar == plain(scalar) { return scalar.isKatakana ? "ヽ" : "ゝ" }
    guard FoldTable.voiced(plain(scalar), by: "\u{3099}") == scalar else { return nil }
    return scalar.isKatakana ? "ヾ" : "ゞ"
  }

  /// A kana without its mark of voicing.
  private static func plain(_ kana: Unicode.Scalar) -> Unicode.Scalar {
    for step in 1...2 {
      guard let base = Unicode.Scalar(kana.value - UInt32(step)) else { continue }
      let mark: Unicode.Scalar = step == 1 ? "\u{3099}" : "\u{309A}"
      if FoldTable.voiced(base, by: mark) == kana { return base }
    }
    return kana
  }
}
