import Deliberation
import JapaneseText

/// The branches of the cascade for those who lead the meeting and those who answer in it (guide
/// §4, §7).
extension Cascade {
  /// The chair: words about the proceedings are rulings, the rest as for any member.
  func chair(
    _ read: [Read], _ sentence: TextSpan, _ passage: Passage, _ findings: inout SentenceFindings
  ) {
    let text = passage.text
    guard let last = read.last else { return }
    let features = last.predicate.whole
    if let word = lexicon.invitations.all(in: text, within: sentence).first?.0,
      last.act?.stance == .question || last.act?.stance == .request
        || features.contains(.volition) || features.contains(.conditional)
    {
      findings.own = [ruling(.comment, "chair.invitation", .invitation, word, sentence)]
      return
    }
    if let act = last.act, act.stance == .question, asksConsent(sentence, text) {
      findings.own = [ruling(.comment, "chair.consent", .procedural, act.cue, sentence)]
      return
    }
    if let act = last.act, act.stance == .request || act.kind == .plead || act.kind == .ask,
      callsForSpeech(sentence, text)
    {
      guard givesTask(sentence, text) else {
        findings.own = [ruling(.comment, "chair.floor", .procedural, act.cue, sentence)]
        return
      }
      var call = ruling(.request, "chair.call", .procedural, act.cue, sentence)
      call.addressee = lexicon.addressees.all(in: text, within: sentence).first?.0
      call.target = Target(kind: .organisation, span: call.addressee)
      findings.own = [call]
      return
    }
    if let act = last.act, act.stance == .request, act.kind == .expect || sentence.count < 24,
      isFormula(sentence, text)
    {
      findings.own = [ruling(.comment, "chair.formula", .procedural, act.cue, sentence)]
      return
    }
    let moves = last.predicate.candidates.contains { candidate in
      lexicon.kind(of: candidate) == .procedural || lexicon.kind(of: candidate) == .action
    }
    let decides =
      features.isDisjoint(with: [.receive, .thought, .question, .past, .suggestion, .hearsay])
      && (features.contains(.desire) || features.contains(.humble) || features.contains(.volition)
        || features.contains(.onward) || moves && features.contains(.plain))
    let desires = features.contains(.desire) && features.isDisjoint(with: [.receive, .question])
    if decides || desires && features.contains(.thought) {
      let office = lexicon.addressees.all(in: text, within: sentence).first?.0
      let charged =
        office.map { word in
          Self.chargedTails.contains { text.starts($0, at: word.to) }
        } ?? false
      var act = ruling(
        charged ? .request : .comment, "chair.ruling", .procedural,
        TextSpan(last.predicate.core, last.predicate.end), sentence)
      if charged {
        act.addressee = office
        act.target = Target(kind: .organisation, span: office)
      }
      findings.own = [act]
      promise(act, passage, &findings)
      return
    }
    let cascade = Cascade(lexicon: lexicon, capacity: .participant)
    let member = cascade.read(sentence, in: passage)
    // 「結構です」 from the chair moves on.
    findings.own = member.own.filter { own in
      own.act.stance.polarity <= 0 || own.act.kind != .fine || sentence.count > 14
    }
    if findings.undertakings.isEmpty { findings.undertakings = member.undertakings }
  }

  private static let chargedTails = ["において", "のほうで", "の方で", "にて", "で"].map(fold)

  private func ruling(
    _ stance: Stance, _ rule: String, _ modality: Modality, _ cue: TextSpan, _ sentence: TextSpan
  ) -> OwnPosition {
    OwnPosition(
      act: Act(stance: stance, modality: modality, rule: rule, cue: cue), clause: sentence,
      sentence: sentence, target: Target(kind: .topic, span: nil))
  }

  private func asksConsent(_ sentence: TextSpan, _ text: Scalars) -> Bool {
    Self.consent.contains {
      text.firstOffset(of: $0, from: sentence.from, to: sentence.to) != nil
    }
  }

  private static let consent = [
    "よろしいでしょうか", "よろしいですか", "よろしゅうございま", "ございますか", "ございますでしょうか", "ございませんか", "いかがで",
    "ありますか", "ありませんか", "異議", "いらっしゃいま", "おられま",
  ].map(fold)

  /// 「御了承願います」「起立願います」.
  private func isFormula(_ sentence: TextSpan, _ text: Scalars) -> Bool {
    text.firstOffset(of: Self.beg, from: max(sentence.from, sentence.to - 6), to: sentence.to)
      != nil
  }

  private static let beg = fold("願います")

  private func callsForSpeech(_ sentence: TextSpan, _ text: Scalars) -> Bool {
    Self.calls.contains { text.firstOffset(of: $0, from: sentence.from, to: sentence.to) != nil }
  }

  /// More than giving somebody the floor.
  private func givesTask(_ sentence: TextSpan, _ text: Scalars) -> Bool {
    Self.calls.dropFirst().contains {
      text.firstOffset(of: $0, from: sentence.from, to: sentence.to) != nil
    }
  }

  private static let calls = [
    "お願い", "説明", "報告", "紹介", "発言", "朗読", "回答", "お答え", "補足", "議論", "審議", "討議",
  ].map(fold)

  /// Officials: everything is an answer but thanks, invitations and what others said.
  func official(
    _ read: [Read], _ sentence: TextSpan, _ passage: Passage, _ explaining: Bool,
    _ findings: inout SentenceFindings
  ) {
    let text = passage.text
    guard let last = read.last else { return }
    let features = last.predicate.features
    let words = TextSpan(last.predicate.core, last.predicate.end)
    func invitation(rule: String, cue: TextSpan) -> OwnPosition {
      OwnPosition(
        act: Act(stance: .request, modality: .invitation, rule: rule, cue: cue),
        clause: sentence, sentence: sentence, target: Target(kind: .organisation, span: nil))
    }
    func add(_ stance: Stance, _ modality: Modality?, _ rule: String, _ cue: TextSpan) {
      findings.own.append(
        OwnPosition(
          act: Act(stance: stance, modality: modality, rule: rule, cue: cue), clause: sentence,
          sentence: sentence, target: Target(kind: .speaker, span: nil)))
    }
    let kinds = last.predicate.candidates.map(lexicon.kind)
    if kinds.contains(.thanks) {
      add(.comment, nil, "official.thanks", words)
      return
    }
    if let act = last.act, act.stance == .request || act.stance == .question,
      features.isDisjoint(with: [.humble, .onward])
    {
      if let word = lexicon.invitations.all(in: text, within: sentence).first?.0 {
        if text.starts(Self.look, at: word.from) { return }
        findings.own = [invitation(rule: "official.invitation", cue: act.cue)]
        return
      }
    }
    if let act = last.act, act.kind == .plead, act.stance == .request,
      !kinds.contains(.action) || features.contains(.asks)
    {
      findings.own = [invitation(rule: "official.plea", cue: act.cue)]
      return
    }
    let told = findings.reports.contains { report in
      report.how == .explicit && last.act == nil && report.span.overlaps(last.clause.span)
        && !features.contains(.recognised)
    }
    if told { return }
    if kinds.contains(.preamble), !kinds.contains(.action),
      features.isDisjoint(with: [.question]), sentence.count < 60
    {
      return
    }
    if let promise = promise(read, sentence, passage, explaining) {
      add(explaining ? .comment : .answer, .commitment, "official.commitment", words)
      if promise.rule.hasSuffix(".study"), let last = findings.own.indices.last {
        findings.own[last].act.hedged = true
      }
      findings.undertakings.append(promise)
      return
    }
    if Self.greetings.contains(where: {
      text.firstOffset(of: $0, from: sentence.from, to: sentence.to) != nil
    }), sentence.count < 40 {
      return
    }
    // 「事務局でございます。」「総務課長の南でございます。」
    if sentence.count < 22,
      Self.introductions.contains(where: {
        text.starts($0, at: last.clause.predicateEnd - $0.count)
      }),
      Self.offices.contains(where: {
        text.firstOffset(of: $0, from: sentence.from, to: sentence.to) != nil
      })
    {
      return
    }
    add(
      explaining ? .comment : .answer, nil, explaining ? "official.explanation" : "official.answer",
      words)
  }

  private static let look = fold("ご覧")
  private static let introductions = ["でございます", "です", "と申します"].map(fold)
  private static let offices = ["事務局", "課長", "室長", "部長", "局長", "調整官", "審議官", "企画官", "参事官", "担当"]
    .map(fold)
  private static let greetings = ["よろしくお願い", "以上で", "でございます。よろしく", "ご覧くだ", "御覧くだ", "ご覧いただ"].map(
    fold)
}
