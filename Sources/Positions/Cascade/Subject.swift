import Deliberation
import JapaneseText

/// Who stands as the subject of a predicate of stance: where it is somebody else, the view is theirs
/// (guide §6).
///
/// Japanese marks the holder of an attitude by は, が, も, としては or からは. A は-topic reaches to
/// the main predicate; が belongs to the nearest one, and inside 「…が…することに反対」 to the verb in
/// between. A topic that names no person is the matter under discussion.
extension StanceLexicon {
  /// The view of a clause as somebody else's; nil where its subject is the speaker, a matter, or
  /// nobody.
  func theirs(
    _ act: Act, predicate: Predicate, clause: Clause, after before: [Clause], in passage: Passage
  ) -> Report? {
    guard let attitude = attitude(act) else { return nil }
    let text = passage.text
    let features = predicate.whole
    // させていただく is the speaker's.
    guard features.isDisjoint(with: [.humble]) else { return nil }
    let states =
      !features.isDisjoint(with: [.progressive, .past, .holds]) || endsInNoun(act, predicate, text)
      || act.rule.hasPrefix("oppose.kaigi") || act.rule.hasPrefix("oppose.shincho")
      || text.firstOffset(of: Self.told, from: act.cue.to, to: clause.span.to) != nil
    let doubts = !features.isDisjoint(with: [.thought, .uncertain, .suggestion, .recognised])
    guard
      let subject = subject(before: act.cue.from, act, attitude, clause, passage)
        ?? (states && attitude != .wish || attitude == .side && features.contains(.suggestion)
          ? before.reversed().lazy.compactMap { topic(of: $0, in: passage) }.first : nil),
      subject.kind != .own
    else { return nil }
    // 「○○党が反対でございます」: its own spokesman would say 「は」.
    let named = attitude == .side && text[subject.span.to] == "が"
    if subject.kind == .organisation, !states, !doubts, !named { return nil }
    // 「国民は不安だ」 may be about them; 「国民は心配している」 is theirs.
    if attitude == .feeling, !states, !doubts || features.contains(.exists) { return nil }
    if attitude == .wish, features.isDisjoint(with: [.progressive, .past]) { return nil }
    let holder = holders(in: text, within: subject.span).last { $0.end == subject.span.to }
    return Report(
      holder: holder
        ?? Holder(
          span: subject.span, name: TextSpan(subject.span.to, subject.span.to),
          end: subject.span.to), stance: act.stance,
      how: doubts && !features.contains(.recognised) ? .presumed : .explicit,
      span: TextSpan(subject.span.from, predicate.end), rule: "reported.subject")
  }

  private enum Attitude { case side, feeling, wish }

  /// Who a clause is about, and whether they can be the speaker.
  typealias Topic = (span: TextSpan, kind: PersonWords.Kind)

  /// 「消費税減税にも反対。」: a noun closes the sentence.
  private func endsInNoun(_ act: Act, _ predicate: Predicate, _ text: Scalars) -> Bool {
    act.cue.to == predicate.end && text[act.cue.to - 1].isKanji && predicate.features.isEmpty
  }

  /// The は-topic of a clause, for the next one with the same subject (…ながらも, …て).
  func topic(of clause: Clause, in passage: Passage) -> Topic? {
    let text = passage.text
    for offset in clause.span.from..<clause.predicateEnd
    where text[offset] == "は" || text[offset] == "も" && text[offset + 1] == "、" {
      guard offset > clause.span.from,
        let found = PersonWords.holder(in: text, endingAt: offset, from: clause.span.from)
      else { continue }
      return passage.isSpeaker(found.0) ? (found.0, .own) : found
    }
    return nil
  }

  /// Whether the next clause keeps the subject.
  func keepsTopic(_ clause: Clause, in text: Scalars) -> Bool {
    clause.join == .coordinate || clause.join == .condition
      || Self.sameSubject.contains { text.starts($0, at: clause.span.to - $0.count) }
  }

  private static let told = fold("ということ")
  private static let sameSubject = ["ながらも", "ながらも、", "つつも", "つつも、"].map(fold)

  /// Which predicates need somebody who feels or wants.
  private func attitude(_ act: Act) -> Attitude? {
    switch act.kind {
    case .agree, .oppose, .objection: .side
    case .endorse: act.rule.hasPrefix("endorse.same") ? .side : nil
    case .accept, .unease: .feeling
    case .worry:
      act.rule.hasPrefix("concern.noun") || act.rule.hasPrefix("concern.state") ? .feeling : nil
    case .plead, .expect: act.stance == .request ? .wish : nil
    default: nil
    }
  }

  /// The nearest subject on the left of the cue that can hold a view.
  private func subject(
    before cue: Int, _ act: Act, _ attitude: Attitude, _ clause: Clause, _ passage: Passage
  ) -> (span: TextSpan, kind: PersonWords.Kind)? {
    let text = passage.text
    let from = clause.span.from
    let object = target(of: act, clause: clause, in: passage, from: from).span
    var offset = cue
    var depth = 0
    while offset > from + 1 {
      offset -= 1
      let scalar = text[offset]
      if NounPhrase.brackets[scalar] != nil { depth += 1 }
      if NounPhrase.openers.contains(scalar), depth > 0 { depth -= 1 }
      guard depth == 0, scalar == "は" || scalar == "が" || scalar == "も" else {
        // 「皆さん心配している」: no particle at all.
        if depth == 0, offset == cue - 1, attitude == .feeling,
          let bare = PersonWords.holder(in: text, endingAt: cue, from: from), bare.1 == .people
        {
          return (bare.0, bare.1)
        }
        continue
      }
      var end = offset
      for tail in Self.topicTails where text.starts(tail, at: end - tail.count) {
        end -= tail.count
        break
      }
      guard end > from else { continue }
      if scalar == "が" || scalar == "も" && text[offset + 1] != "、",
        embeds(from: offset + 1, to: cue, object, text)
      {
        continue
      }
      if let found = PersonWords.holder(in: text, endingAt: end, from: from) {
        if passage.isSpeaker(found.0) { return (found.0, .own) }
        // 「当会としては」「○○会としては」 speaks for the speaker's own.
        if end < offset, text.starts(Self.asBody, at: end), found.1 == .organisation {
          return (found.0, .own)
        }
        return (found.0, found.1)
      }
    }
    return nil
  }

  /// Whether a verb stands between a subject and the cue: 「監査人が判断することに賛成」.
  private func embeds(from: Int, to cue: Int, _ object: TextSpan?, _ text: Scalars) -> Bool {
    if let object, object.to > from {
      if object.from < from { return true }
      if object.from > from, text[object.from - 1].isHiragana,
        NounPhrase.attributive.contains(text[object.from - 1])
      {
        return true
      }
    }
    let end = object.map { $0.to > from ? $0.from : cue } ?? cue
    guard end - from <= 14 else { return true }
    return text[from..<end].contains { Self.verbal.contains($0) }
  }

  private static let verbal: Set<Unicode.Scalar> = ["る", "れ", "て", "た", "ば", "し", "す"]
  private static let topicTails = ["として", "といたしまして", "としまして", "から", "の中に", "の間で", "の中で"].map(fold)
  private static let asBody = fold("と")
}
