import Deliberation
import JapaneseText

/// What a clause does, before anybody asks towards what.
struct Act: Hashable, Sendable {
  var stance: Stance
  var modality: Modality?
  var rule: String
  var cue: TextSpan
  /// The class of the cue; nil where function words alone decided.
  var kind: CueClass?
  var place = CuePlace.clause
  /// Told of the past, and not as a belief held now.
  var isPast = false
  /// Reluctant, or softened by かもしれない.
  var hedged = false
  /// Directed at a speaker's words rather than at a proposal.
  var atSpeaker = false

  /// Whether it says more than that something was said.
  var hasPolarity: Bool { stance.polarity != 0 }
}

extension StanceLexicon {
  /// The act and the polarity of a predicate in the speaker's own voice; nil where none is
  /// determined.
  ///
  /// The order is the guide's (§0): request before polarity, polarity before comment.
  func act(of predicate: Predicate, in text: Scalars, clause: Clause) -> Act? {
    let words = TextSpan(predicate.core, predicate.end)
    if predicate.candidates.contains(where: { kind(of: $0) == .silent }) { return nil }
    if let act = courtesy(predicate) { return act }
    if let act = debate(predicate, in: text, clause: clause) { return act }
    // 「…というお考えでしょうか」 asks all the same.
    if !predicate.features.isDisjoint(with: [.hearsay, .said]),
      !predicate.features.contains(.question)
    {
      return nil
    }
    let first = predicate.candidates.first.map(kind)
    if first != .plead, first != .expect,
      predicate.candidates.contains(where: { kind(of: $0) == .preamble && announces($0) }),
      !predicate.candidates.contains(where: {
        kind(of: $0) == .ask && asks($0) && !isCount($0, text)
      })
    {
      return nil
    }
    if let act = request(predicate, in: text, clause: clause) { return act }
    if predicate.features.contains(.question), !predicate.features.contains(.suggestion) {
      // 「かと思う」 wonders; 「どう考えるか」 asks.
      if !predicate.features.isDisjoint(with: [.thought, .recognised]),
        predicate.end > predicate.core, text[predicate.end - 1] != "か"
      {
        return Act(
          stance: .comment, modality: .suggestion, rule: "act.wondering", cue: words, hedged: true)
      }
      return Act(stance: .question, rule: "act.question", cue: words)
    }
    for candidate in predicate.candidates {
      if let act = polarity(candidate, in: text, clause: clause) { return act }
    }
    return opinion(predicate, words, text)
  }

  func kind(of candidate: Predicate.Candidate) -> CueClass { cues[candidate.cue].kind }

  func rule(_ candidate: Predicate.Candidate, _ suffix: String = "") -> String {
    cues[candidate.cue].id + suffix
  }

  private func courtesy(_ predicate: Predicate) -> Act? {
    for candidate in predicate.candidates {
      switch kind(of: candidate) {
      case .thanks where candidate.features.isDisjoint(with: [.wish, .conditional]):
        return Act(
          stance: .comment, rule: rule(candidate), cue: candidate.span, kind: .thanks)
      case .courtesy where !candidate.isNegated:
        return Act(stance: .comment, rule: rule(candidate), cue: candidate.span, kind: .courtesy)
      default: continue
      }
    }
    return nil
  }

  /// Whether a preamble announces the speaker's own words.
  private func announces(_ candidate: Predicate.Candidate) -> Bool {
    if candidate.features.contains(.humble) { return true }
    guard !candidate.isNegated, candidate.features.isDisjoint(with: [.receive, .asks, .question])
    else { return false }
    return cues[candidate.cue].place == .formula
      || !candidate.features.isDisjoint(with: [.desire, .volition, .plain])
  }

  /// 「２点お伺いしたい」: a count of points announces, it does not ask.
  func isCount(_ candidate: Predicate.Candidate, _ text: Scalars) -> Bool {
    let from = max(0, candidate.span.from - 6)
    for word in Self.several
    where text.firstOffset(of: word, from: from, to: candidate.span.from) != nil { return true }
    // 「3点ほどコメントないし質問をしたい」: the count may stand before a list.
    let wide = max(0, candidate.span.from - 14)
    let listed = text.firstOffset(of: Self.around, from: wide, to: candidate.span.from)
    guard
      let mark = listed ?? text.firstOffset(of: ["点"], from: from, to: candidate.span.from),
      mark > 0
    else { return false }
    let before = text[mark - 1]
    return before.isASCIIDigit || Self.counts.contains(before)
  }

  private static let around = fold("点ほど")
  private static let several = ["幾つか", "いくつか", "何点か", "二つ", "2つ", "三つ", "3つ"].map(fold)
  private static let counts: Set<Unicode.Scalar> = ["一", "二", "三", "四", "何", "数"]

  /// The stance of a cue as the predicate turns it (guide §1–§3).
  private func polarity(
    _ candidate: Predicate.Candidate, in text: Scalars, clause: Clause
  ) -> Act? {
    let features = candidate.features
    let no = candidate.isNegated
    func act(
      _ stance: Stance, _ suffix: String = "", hedged: Bool = false, speaker: Bool = false
    )
      -> Act
    {
      var act = Act(
        stance: stance, modality: features.contains(.suggestion) ? .suggestion : nil,
        rule: rule(candidate, suffix), cue: candidate.span, kind: kind(of: candidate),
        hedged: hedged || features.contains(.uncertain))
      act.atSpeaker = speaker
      act.place = cues[candidate.cue].place
      act.isPast = features.contains(.past) && !features.contains(.thought)
      return act
    }
    let forced = features.contains(.forced)
    switch kind(of: candidate) {
    case .agree:
      if !no, expects(candidate, text) { return nil }
      // 「賛成が多い」 counts others.
      if Self.happening.contains(where: { text.starts($0, at: candidate.span.to) }) { return nil }
      // 「評価される」 speaks for the speaker too.
      if features.contains(.passive), features.isDisjoint(with: [.progressive, .past]), !no,
        cues[candidate.cue].id == "agree.hyouka"
      {
        return act(.support, hedged: true)
      }
      if !features.isDisjoint(with: [.passive, .receive]), !no || features.contains(.passive) {
        return nil
      }
      // 「同意はない」 tells how it is.
      if features.contains(.exists), text[candidate.span.to - 1].isKanji { return nil }
      if act(.support).isPast, !no { return act(.comment, ".past") }
      return no ? act(.oppose, ".not") : act(.support, hedged: forced)
    case .accept:
      if !no, expects(candidate, text) { return nil }
      if no, cues[candidate.cue].onlyNegated {
        // 「いまだに認められていない」 tells how it is.
        let told =
          features.contains(.past) || features.contains(.passive) && features.contains(.progressive)
        if features.contains(.uncertain) { return nil }
        return told && !features.contains(.thought)
          || features.isDisjoint(with: [.potential, .passive, .deontic])
          ? nil : act(.oppose, ".not")
      }
      if no { return act(.concern, ".not") }
      // 「了解した」 is done by saying it.
      return features.contains(.past) && cues[candidate.cue].id != "accept.ryokai"
        || features.contains(.receive)
        ? nil : act(.support, hedged: true)
    case .reluctant: return act(.support, hedged: true)
    case .fine:
      // 「ものをいいます」: the verb.
      if text[candidate.span.to - 1] == "い", text.starts(Self.verb, at: candidate.span.to) {
        return nil
      }
      // 「結構ある」: an adverb.
      if features.contains(.exists), !no, !cues[candidate.cue].state,
        cues[candidate.cue].place == .sentence
      {
        return nil
      }
      // 「一律に義務付けることは適当でない」 is against the act.
      if no, cues[candidate.cue].id == "fine.datou", isOfAct(before: candidate.span.from, text) {
        return act(.oppose, ".not")
      }
      if no { return act(.concern, ".not") }
      if describes(candidate, text, clause) { return act(.comment, ".told") }
      if proposes(before: candidate.span.from, text, from: clause.span.from) {
        return act(.comment, ".own")
      }
      if features.contains(.deontic) { return act(.comment, ".deontic") }
      // 「聞いておいてよかった」 looks back.
      if features.contains(.past), cues[candidate.cue].place == .sentence {
        return act(.comment, ".past")
      }
      return act(.support)
    case .benefit:
      if features.contains(.uncertain) { return act(.comment, ".uncertain") }
      return no ? act(.concern, ".not") : act(.support)
    case .oppose:
      if !features.isDisjoint(with: [.passive, .receive, .exists]), !no { return nil }
      if act(.oppose).isPast, !no { return act(.comment, ".past") }
      return no && !forced ? act(.support, ".not") : act(.oppose)
    case .objection:
      // 「異論のないところであろう」 speaks for everybody.
      if no, features.contains(.uncertain) { return act(.comment, ".general") }
      return no ? act(.support, ".not") : act(.oppose)
    case .unease:
      // 「懐疑的な意見がある」 tells of others.
      if features.contains(.exists), !features.contains(.holds), Self.leaning(cues[candidate.cue]) {
        return nil
      }
      if features.contains(.deontic) { return act(.comment, ".deontic") }
      return no ? act(.support, ".not") : act(.concern)
    case .differ:
      // 「異なる意見が示されている」 tells that views differ.
      if !features.isDisjoint(with: [.exists, .voiced, .passive]),
        candidate.span.to < text.count, Self.subjectMarks.contains(text[candidate.span.to]),
        !features.contains(.holds)
      {
        return nil
      }
      return no ? act(.support, ".not", speaker: true) : act(.oppose, speaker: true)
    case .worry, .bad:
      // 「心配をされています」 honours somebody else.
      if Self.honoured.contains(where: { text.starts($0, at: candidate.span.from + 2) }) {
        return nil
      }
      if features.contains(.deontic) { return act(.comment, ".deontic") }
      if features.contains(.receive) { return nil }
      // 「少し不安になったところです」 is felt now.
      if features.contains(.past), cues[candidate.cue].state,
        !features.contains(.thought),
        !features.contains(.becomes) || !text.starts(Self.uneasy, at: candidate.span.from)
      {
        return act(.comment, ".past")
      }
      if no {
        // 「危険は感じていない」 tells how it is; 「懸念はない」 takes a side.
        let sides = cues[candidate.cue].id != "concern.osore" && !features.contains(.uncertain)
        let none = kind(of: candidate) == .worry && features.contains(.exists) && sides
        return act(none ? .support : .comment, ".not")
      }
      return act(.concern)
    case .consider:
      // 「三点を考慮する必要がある」 says what is to be done, 「費用も考慮する必要がある」 what was left out.
      return act(text.starts(Self.object, at: candidate.span.from - 1) ? .comment : .concern)
    case .important:
      if features.contains(.suggestion) { return act(.comment) }
      if no, unneeded(candidate, text, clause) { return act(.oppose, ".unneeded") }
      if no { return act(cues[candidate.cue].id == "important.adj" ? .comment : .concern, ".not") }
      return act(.comment)
    case .suggest:
      var suggestion = act(.comment)
      suggestion.modality = .suggestion
      return suggestion
    case .unneeded: return act(.comment)
    case .endorse: return no ? act(.oppose, ".not", speaker: true) : act(.support, speaker: true)
    case .resolved: return features.contains(.deontic) || no ? nil : act(.comment)
    case .thanks, .courtesy, .ask, .askWords, .plead, .expect, .preamble, .action, .procedural,
      .silent, .through, .stop:
      return nil
    }
  }

  private static let ought = fold("べき")
  private static let negative = [
    "否定", "排除", "軽視", "無視", "妨げ", "忘れ", "怠", "後退", "見過ご", "看過", "断ち切", "放置", "諦め", "あきらめ",
  ].map(fold)
  private static let happening = ["ことと", "ことに"].map(fold)

  /// What is left: the speaker believes, claims or suggests something.
  private func opinion(_ predicate: Predicate, _ words: TextSpan, _ text: Scalars) -> Act? {
    let features = predicate.whole
    if features.contains(.deontic) {
      if features.contains(.exists) { return nil }
      // 「…しなければならないものではない」 leaves it open.
      let ought = text.firstOffset(of: Self.ought, from: words.from - 4, to: words.to) != nil
      // 「否定すべきではない」 is for what must not be denied.
      let spares = Self.negative.contains {
        text.firstOffset(of: $0, from: words.from - 5, to: words.to) != nil
      }
      return predicate.isNegated && ought && !features.contains(.suggestion) && !spares
        ? Act(stance: .oppose, rule: "act.ought.not", cue: words)
        : Act(
          stance: .comment, modality: features.contains(.suggestion) ? .suggestion : nil,
          rule: "act.ought", cue: words)
    }
    if features.contains(.suggestion) {
      return Act(stance: .comment, modality: .suggestion, rule: "act.suggestion", cue: words)
    }
    if !features.isDisjoint(with: [.thought, .recognised, .uncertain, .desire, .wish, .volition]) {
      return Act(stance: .comment, rule: "act.opinion", cue: words)
    }
    return nil
  }
}
