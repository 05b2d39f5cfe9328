import JapaneseText

/// Somebody named in a sentence, in folded offsets.
struct Holder: Hashable, Sendable {
  /// The words that name them (多くの構成員, 山本委員).
  var span: TextSpan
  /// The name alone (山本); empty for a group.
  var name: TextSpan
  /// Where the particle behind the name begins.
  var end: Int

  var isPerson: Bool { !name.isEmpty }
}

extension StanceLexicon {
  /// Everybody who is named in a stretch, left to right.
  func holders(in text: Scalars, within span: TextSpan) -> [Holder] {
    holders.all(in: text, within: span).compactMap { word, kind in
      holder(word, kind, in: text, from: span.from, to: span.to)
    }
  }

  private func holder(
    _ word: TextSpan, _ kind: HolderWord, in text: Scalars, from: Int, to: Int
  ) -> Holder? {
    var start = word.from
    while start > from, isNamePart(text[start - 1]), word.from - start < 12 { start -= 1 }
    var name = TextSpan(word.from, word.from)
    if kind == .title {
      name = Self.trimmedName(in: text, TextSpan(start, word.from))
      if name.isEmpty, !holdsAlone(word, text) { return nil }
      start = name.isEmpty ? start : name.from
    }
    if name.isEmpty,
      let quantifier = quantifiers.matches(in: text, endingAt: start, from: from).first
    {
      start = quantifier.0
    }
    var end = word.to
    var again = true
    while again {
      again = false
      for tail in Self.plurals where end + tail.count <= to && text.starts(tail, at: end) {
        end += tail.count
        again = true
      }
    }
    return Holder(span: TextSpan(start, end), name: name, end: end)
  }

  /// Whether a title without a name means a group (委員, 先生).
  private func holdsAlone(_ word: TextSpan, _ text: Scalars) -> Bool {
    Self.alone.contains(String(text[word.range]))
  }

  private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKanji || scalar.isKatakana || scalar.value == 0x3005
  }

  /// Leaves words of time and sequence off the front of a name (先程, 今, 本日欠席).
  private static func trimmedName(in text: Scalars, _ run: TextSpan) -> TextSpan {
    var span = run
    var again = true
    while again {
      again = false
      for lead in leads where span.count > lead.count && text.starts(lead, at: span.from) {
        span.from += lead.count
        again = true
      }
    }
    for lead in leads + modifiers where span.count == lead.count {
      if text.starts(lead, at: span.from) { return TextSpan(run.to, run.to) }
    }
    return span.count > 6 ? TextSpan(span.to - 4, span.to) : span
  }

  private static let alone: Set<String> = [
    "構成員", "委員", "先生", "座長", "部会長", "主査", "会長", "委員長", "参考人", "議員", "オブザーバ", "オブザーバー",
  ]
  private static let plurals = [
    "の方々", "の方", "の皆様方", "の皆様", "の皆さん", "の皆さま", "方", "等", "など", "ら", "各位", "の中", "の各位",
  ].map(fold)
  private static let leads = [
    "先程", "先", "今", "今般", "只今", "本日", "欠席", "前回", "事前", "特", "以前", "同", "確", "当該", "昨年",
  ].map(fold)
  private static let modifiers = ["専門", "臨時", "各", "両", "他", "全", "複数", "一部", "数名"].map(fold)
}
