import Deliberation
import JapaneseText

/// Words of stance that the speaker does not say in their own name, though no holder is named.
extension StanceLexicon {
  /// Whether an act stands in the speaker's own voice.
  func isOwn(
    _ act: Act, _ predicate: Predicate, _ clause: Clause, _ sentence: TextSpan,
    in passage: Passage
  ) -> Bool {
    let text = passage.text
    if act.hasPolarity {
      if quotes(clause, sentence, text), !namesSelf(clause, text) { return false }
      if clause.join == .concession || clause.join == .coordinate || trails(clause, text),
        tells(predicate, clause, text),
        !namesSelf(clause, text)
      {
        return false
      }
    }
    if isBareNoun(act, predicate, text) { return false }
    // 「お互いが合意して、…」「合意をしているわけです」 tells of an agreement.
    if clause.join == .coordinate || predicate.whole.contains(.progressive)
      || predicate.whole.contains(.past), act.kind == .agree,
      text.starts(Self.compounds[0], at: act.cue.from)
    {
      return false
    }
    if act.hasPolarity, cites(act, predicate, sentence, text) || counts(clause, text) {
      return false
    }
    if act.hasPolarity, pointsOut(before: act.cue.from, clause, text) { return false }
    if passage.isPolite, clause.join == .end, describes(act, predicate, text) { return false }
    return true
  }

  /// 「フランスがこれは反対だと。」: a quotation that names its speaker.
  func quoted(
    _ act: Act, _ predicate: Predicate, _ clause: Clause, _ sentence: TextSpan,
    in passage: Passage
  ) -> Report? {
    guard act.hasPolarity, quotes(clause, sentence, passage.text),
      let subject = speaker(before: act.cue.from, clause, passage.text)
    else { return nil }
    return Report(
      holder: Holder(
        span: subject, name: TextSpan(subject.to, subject.to), end: subject.to),
      stance: act.stance, how: .explicit, span: TextSpan(subject.from, predicate.end),
      rule: "reported.quoted")
  }

  /// 「X教授は、…問題ないが、…だとおっしゃった」: what stands between a holder and the verb of saying
  /// is the holder's too.
  func takeBack(
    _ read: inout [Cascade.Read], _ findings: inout SentenceFindings, in passage: Passage
  ) {
    let text = passage.text
    guard read.count > 1,
      let last = read.lastIndex(where: { $0.predicate.features.contains(.said) })
        ?? (reports(read[read.count - 1], text) ? read.count - 1 : nil), last > 0
    else { return }
    let isSaid = read[last].predicate.features.contains(.said)
    var holder: TextSpan?
    for index in 0..<last {
      if let topic = topic(of: read[index].clause, in: passage), topic.kind != .own {
        holder = topic.span
      }
      guard let act = read[index].act, act.hasPolarity, !namesSelf(read[index].clause, text) else {
        continue
      }
      guard let holder else {
        // 「…すべきでなく、…というふうな整理をされている」: whose it is stays open.
        if isSaid, index == last - 1, read[index].clause.join == .coordinate {
          read[index].act = nil
        }
        continue
      }
      guard act.cue.from > holder.to else { continue }
      findings.reports.append(
        Report(
          holder: Holder(span: holder, name: TextSpan(holder.to, holder.to), end: holder.to),
          stance: act.stance, how: .explicit,
          span: TextSpan(
            max(holder.from, read[index].clause.span.from), read[index].predicate.end),
          rule: "reported.said"))
      read[index].act = nil
    }
  }

  /// 「米国は…となりましたが、総論は賛成だけれども、…ということです」: an account of others.
  private func reports(_ entry: Cascade.Read, _ text: Scalars) -> Bool {
    let end = TextSpan(max(entry.predicate.core - 2, entry.clause.span.from), entry.clause.span.to)
    return Self.accounts.contains { text.firstOffset(of: $0, from: end.from, to: end.to) != nil }
  }

  private static let accounts = ["ということです", "ということでございま", "ということでした", "ということであります"].map(fold)

  /// 「その部分には「…は著しく困難となる」。」: the words of a paper, with no verb behind them.
  private func cites(
    _ act: Act, _ predicate: Predicate, _ sentence: TextSpan, _ text: Scalars
  ) -> Bool {
    guard predicate.end < sentence.to, text[predicate.end] == "」" else { return false }
    var depth = 0
    var offset = predicate.end
    while offset > sentence.from {
      offset -= 1
      if text[offset] == "」" { depth += 1 }
      if text[offset] == "「" {
        if depth == 0 { return offset < act.cue.from }
        depth -= 1
      }
    }
    return false
  }

  /// 「支持しないが約49%」: an answer of a poll, with its share.
  private func counts(_ clause: Clause, _ text: Scalars) -> Bool {
    guard clause.join == .concession, clause.span.to < text.count,
      text[clause.span.to - 1] == "が"
    else { return false }
    let next = text[clause.span.to]
    return next == "約" || next.isASCIIDigit || Self.numerals.contains(next)
  }

  private static let numerals: Set<Unicode.Scalar> = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百", "過", "半",
  ]

  /// A sentence that ends in the と of a quotation, without a verb behind it.
  private func quotes(_ clause: Clause, _ sentence: TextSpan, _ text: Scalars) -> Bool {
    guard clause.join == .end else { return false }
    var end = sentence.to
    while end > sentence.from + 2, Self.stops.contains(text[end - 1]) { end -= 1 }
    guard text[end - 1] == "と" else { return false }
    return Self.finite.contains(text[end - 2]) || text[end - 2].isKanji
  }

  /// 「…ということですけれども、」: what was said before, taken up to go on from it.
  private func tells(_ predicate: Predicate, _ clause: Clause, _ text: Scalars) -> Bool {
    let end = TextSpan(predicate.core, max(predicate.core, clause.span.to))
    return Self.retold.contains { text.firstOffset(of: $0, from: end.from, to: end.to) != nil }
  }

  /// 「個々の企業から指摘されておりますところは、企業の負担になる」: a source, and what came from it.
  private func pointsOut(before cue: Int, _ clause: Clause, _ text: Scalars) -> Bool {
    for verb in Self.raised {
      guard let offset = text.firstOffset(of: verb, from: clause.span.from, to: cue) else {
        continue
      }
      let from = max(clause.span.from, offset - 14)
      var mark = offset
      while mark > from + 1 {
        mark -= 1
        guard text.starts(Self.from, at: mark) else { continue }
        if let found = PersonWords.holder(in: text, endingAt: mark, from: clause.span.from),
          found.1 != .own
        {
          return true
        }
      }
    }
    return false
  }

  private static let raised = ["指摘され", "懸念され", "要望され", "言われ", "示され", "出され"].map(fold)
  private static let from = fold("から")

  func namesSelf(_ clause: Clause, _ text: Scalars) -> Bool {
    var offset = clause.span.from
    while offset < clause.predicateEnd {
      if let (word, _) = selves.longest(in: text, at: offset, to: clause.predicateEnd) {
        if offset == clause.span.from || !text[offset - 1].isKanji { return true }
        offset = word.to
      } else {
        offset += 1
      }
    }
    return false
  }

  /// 「国民的な合意や共感。」: a noun in a list, not said of anything.
  private func isBareNoun(_ act: Act, _ predicate: Predicate, _ text: Scalars) -> Bool {
    guard let candidate = predicate.candidates.first(where: { $0.span == act.cue }),
      text[candidate.span.to - 1].isKanji, candidate.span.from > 0
    else { return false }
    let before = text[candidate.span.from - 1]
    // 「部会での合意だった」: what was agreed, not that the speaker agrees.
    if before == "の" || before == "た", text.starts(Self.compounds[0], at: act.cue.from),
      !predicate.whole.isDisjoint(with: [.copula])
    {
      return true
    }
    // 「ストックホルム合意である」「入れ歯問題なんです」: the name of a thing.
    if before.isKanji && before != "大" || before.isKatakana,
      Self.compounds.contains(where: {
        text.starts($0, at: candidate.span.to - $0.count)
      })
    {
      return true
    }
    guard candidate.features.isEmpty, candidate.negations == 0, candidate.span.to == predicate.end
    else { return false }
    return Self.listing.contains(before)
  }

  /// Nouns of stance that make compounds; 賛成 and 反対 make none (全面賛成).
  private static let compounds = ["合意", "同意", "了承", "支持", "評価", "提案", "問題", "課題"].map(fold)

  /// In polite speech a sentence that ends in the plain form describes, where its words can mean an
  /// act as well as a wish: 「コンサルタント会社にお願いする。」.
  private func describes(_ act: Act, _ predicate: Predicate, _ text: Scalars) -> Bool {
    switch act.kind {
    case .plead, .expect:
      return predicate.end > predicate.core - 1 && text[predicate.end - 1] == "る"
        && predicate.features.isDisjoint(with: [.desire, .asks, .receive, .thought])
    case .accept:
      return act.rule.hasSuffix(".not") && !ends(politely: predicate, text)
    case .important: return act.stance != .comment && !ends(politely: predicate, text)
    case .fine:
      return act.place == .sentence && !ends(politely: predicate, text)
        && text.starts(["で"], at: act.cue.from - 1) && predicate.features.isEmpty
    case .bad:
      return act.rule == "concern.sugiru" && !ends(politely: predicate, text)
    default: return false
    }
  }

  /// In polite speech 「…するか。」 without a word of asking weighs what could be done; 「…しますか」 and
  /// 「なぜ…するのか」 ask.
  func deliberates(_ act: Act, _ clause: Clause, in passage: Passage) -> Bool {
    let text = passage.text
    // 「よろしいですか。」 before one goes on.
    if act.rule == "act.question", asksLeave(clause, text) { return true }
    if act.rule == "act.question", clause.span.count < 12,
      Self.leave.contains(where: { text.starts($0, at: clause.span.from) })
    {
      return true
    }
    guard act.rule == "act.question", passage.isPolite, clause.join == .end,
      Self.weighing.contains(where: { text.starts($0, at: clause.predicateEnd - $0.count) })
    else { return false }
    return !Self.interrogatives.contains {
      text.firstOffset(of: $0, from: clause.span.from, to: clause.predicateEnd) != nil
    }
  }

  private static let leave = ["よろしいですか", "よろしいでしょうか", "よろしゅうございま", "いいですか", "いいでしょうか"].map(fold)
  private static let weighing = ["るか", "れないか", "うか"].map(fold)
  private static let interrogatives = [
    "どう", "どの", "どれ", "どこ", "どち", "どん", "いか", "いつ", "なぜ", "なに", "何", "誰", "いくら", "でしょうか", "だろうか",
    "ましょうか",
    "お考え", "ある", "可能", "できる", "ないだろう", "のか",
  ].map(fold)

  private func ends(politely predicate: Predicate, _ text: Scalars) -> Bool {
    Self.polite.contains { text.starts($0, at: predicate.end - $0.count) }
      || predicate.features.contains(.thought)
  }

  /// The nearest person or body before が, は or も.
  private func speaker(before cue: Int, _ clause: Clause, _ text: Scalars) -> TextSpan? {
    var offset = cue
    while offset > clause.span.from + 1 {
      offset -= 1
      guard text[offset] == "は" || text[offset] == "が" || text[offset] == "も" else { continue }
      if let found = PersonWords.holder(in: text, endingAt: offset, from: clause.span.from) {
        return found.1 == .own ? nil : found.0
      }
    }
    return nil
  }

  private static let stops: Set<Unicode.Scalar> = ["。", "．", ".", "、", "」", "』", ")", "ね", "よ"]
  private static let finite: Set<Unicode.Scalar> = ["だ", "る", "い", "た", "す", "う"]
  private static let listing: Set<Unicode.Scalar> = ["や", "と", "・", "の", "な"]
  private static let retold = [
    "ということです", "ということでした", "ということでござい", "ということであ", "というお話", "という話", "ということで、",
  ].map(
    fold)
  private static let polite = ["す", "した", "せん", "でしょう", "ましょう", "ください", "ですか", "ますか"].map(fold)
}
