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
    if !predicate.features.isDisjoint(with: [.hearsay, .said]) { return nil }
    if predicate.candidates.contains(where: { kind(of: $0) == .preamble && announces($0) }),
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
    return opinion(predicate, words)
  }

  func kind(of candidate: Predicate.Candidate) -> CueClass { cues[candidate.cue].kind }

  private func rule(_ candidate: Predicate.Candidate, _ suffix: String = "") -> String {
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
  private func isCount(_ candidate: Predicate.Candidate, _ text: Scalars) -> Bool {
    let from = max(0, candidate.span.from - 6)
    for word in Self.several
    where text.firstOffset(of: word, from: from, to: candidate.span.from) != nil { return true }
    guard let mark = text.firstOffset(of: ["点"], from: from, to: candidate.span.from), mark > 0
    else { return false }
    let before = text[mark - 1]
    return before.isASCIIDigit || Self.counts.contains(before)
  }

  private static let several = ["幾つか", "いくつか", "何点か", "二つ", "2つ", "三つ", "3つ"].map(fold)
  private static let counts: Set<Unicode.Scalar> = ["一", "二", "三", "四", "何", "数"]

  private func asks(_ candidate: Predicate.Candidate) -> Bool {
    let features = candidate.features
    if features.contains(.past) { return false }
    return !features.isDisjoint(with: [.desire, .asks])
      || features.contains(.receive)
        && !features.isDisjoint(with: [.desire, .conditional, .deontic, .wish, .question])
      || features.contains(.potential) && features.contains(.conditional)
      || features.contains(.humble) && !features.contains(.past)
  }

  /// 「…のか、伺います」: the question stands before the verb.
  private func tells(_ candidate: Predicate.Candidate, _ text: Scalars) -> Bool {
    guard !candidate.isNegated, !candidate.features.contains(.past) else { return false }
    guard !candidate.features.isDisjoint(with: [.plain, .progressive]) else { return false }
    return Self.asked.contains { text.starts($0, at: candidate.span.from - $0.count) }
  }

  private static let asked = ["か、", "か", "かを", "かお", "かについて", "かという理由を", "お考えを"].map(fold)

  /// Requests, and questions in the form of requests (guide §4).
  private func request(_ predicate: Predicate, in text: Scalars, clause: Clause) -> Act? {
    if isGreeting(clause, text) { return nil }
    for candidate in predicate.candidates {
      switch kind(of: candidate) {
      case .ask where tells(candidate, text):
        return Act(
          stance: .question, rule: rule(candidate), cue: candidate.span, kind: .ask)
      case .ask
      where asks(candidate) && !isCount(candidate, text)
        && (cues[candidate.cue].id == "ask.verb"
          || candidate.features.isDisjoint(with: [.receive])):
        return Act(
          stance: .question, rule: rule(candidate), cue: candidate.span, kind: .ask)
      case .askWords
      where asks(candidate) && !candidate.features.contains(.humble)
        && !candidate.features.isDisjoint(with: [.receive, .asks, .potential]):
        return Act(
          stance: .question, rule: rule(candidate), cue: candidate.span, kind: .ask)
      case .plead where pleads(candidate, text, clause):
        let stance: Stance = asksForWords(before: candidate.span.from, text) ? .question : .request
        return Act(stance: stance, rule: rule(candidate), cue: candidate.span, kind: .plead)
      case .expect
      where candidate.features.isDisjoint(with: [.past, .potential, .passive])
        && !candidate.isNegated:
        return Act(stance: .request, rule: rule(candidate), cue: candidate.span, kind: .expect)
      default: continue
      }
    }
    let features = predicate.features
    guard !features.contains(.humble), !features.contains(.past) || features.contains(.desire)
    else {
      return nil
    }
    let favour = features.contains(.receive)
    let begs =
      features.contains(.asks)
      || favour && features.contains(.desire)
      || favour && !features.isDisjoint(with: [.wish, .deontic])
      || favour && features.contains(.conditional)
      || favour && features.contains(.question)
        && (predicate.isNegated || features.contains(.potential))
    guard begs,
      clause.join == .end || clause.join == .concession || clause.join == .coordinate
        || clause.join == .reason
    else { return nil }
    let words = TextSpan(predicate.core, predicate.end)
    return Act(stance: .request, rule: "act.request", cue: words)
  }

  /// 「よろしくお願いいたします」 by itself.
  private func isGreeting(_ clause: Clause, _ text: Scalars) -> Bool {
    guard
      let word = text.firstOffset(of: Self.kindly, from: clause.span.from, to: clause.span.to)
    else { return false }
    return word - clause.span.from < 8 && clause.span.to - word < 22
  }

  private static let kindly = fold("よろしく")

  private static let thing = fold("もの")
  private static let papers = ["請願", "陳情", "趣旨は", "議案", "意見書", "動議"].map(fold)

  private func pleads(
    _ candidate: Predicate.Candidate, _ text: Scalars, _ clause: Clause
  ) -> Bool {
    let features = candidate.features
    if features.contains(.passive) { return false }
    // 「本請願は…を求めるものであります」 tells what a paper wants.
    if text.starts(Self.thing, at: candidate.span.to),
      Self.papers.contains(where: {
        text.firstOffset(of: $0, from: clause.span.from, to: candidate.span.from) != nil
      })
    {
      return false
    }
    if features.contains(.past), features.contains(.favour) || !features.contains(.desire) {
      return false
    }
    let word = cues[candidate.cue].id
    if word == "plead" || word == "plead.verb" {
      if candidate.isNegated { return features.contains(.question) }
      return !features.isDisjoint(with: [.desire, .asks, .receive, .plain, .pleads, .progressive])
        || features.isDisjoint(with: [.copula, .exists, .passive, .conditional])
    }
    return asks(candidate)
  }

  /// 「御説明をお願いしたい」 asks for words: a question.
  private func asksForWords(before offset: Int, _ text: Scalars) -> Bool {
    for word in Self.words {
      for particle in Self.objectParticles {
        let phrase = word + particle
        if text.starts(phrase, at: offset - phrase.count) { return true }
      }
    }
    return false
  }

  private static let words: [Scalars] = [
    "ご説明", "御説明", "教示", "回答", "お教え", "お答え", "ご見解", "お考え", "ご紹介",
  ].map(\.scalars)
  private static let objectParticles: [Scalars] = ["を", "", "も", "の方を", "のほうを"].map(\.scalars)

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
      // 「賛成が多い」 counts others.
      // 「評価される」 speaks for the speaker too.
      if features.contains(.passive), features.isDisjoint(with: [.progressive, .past]), !no,
        cues[candidate.cue].id == "agree.hyouka"
      {
        return act(.support, hedged: true)
      }
      if !features.isDisjoint(with: [.passive, .receive, .exists]), !no { return nil }
      return no ? act(.oppose, ".not") : act(.support, hedged: forced)
    case .accept:
      if no, cues[candidate.cue].onlyNegated {
        return features.isDisjoint(with: [.potential, .passive, .deontic])
          ? nil : act(.oppose, ".not")
      }
      if no { return act(.concern, ".not") }
      return features.contains(.past) || features.contains(.receive)
        ? nil : act(.support, hedged: true)
    case .reluctant: return act(.support, hedged: true)
    case .fine:
      if no { return act(.concern, ".not") }
      if proposes(before: candidate.span.from, text, from: clause.span.from) {
        return act(.comment, ".own")
      }
      if features.contains(.deontic) { return act(.comment, ".deontic") }
      return act(.support)
    case .benefit: return no ? act(.concern, ".not") : act(.support)
    case .oppose:
      if !features.isDisjoint(with: [.passive, .receive, .exists]), !no { return nil }
      return no && !forced ? act(.support, ".not") : act(.oppose)
    case .objection: return no ? act(.support, ".not") : act(.oppose)
    case .unease: return no ? act(.support, ".not") : act(.concern)
    case .differ: return no ? act(.support, ".not", speaker: true) : act(.oppose, speaker: true)
    case .worry, .bad:
      if features.contains(.deontic) { return act(.comment, ".deontic") }
      if features.contains(.past), features.contains(.receive) { return nil }
      if features.contains(.past), cues[candidate.cue].state, !features.contains(.thought) {
        return act(.comment, ".past")
      }
      if no {
        // 「危険は感じていない」 tells how it is; 「懸念はない」 takes a side.
        let sides = cues[candidate.cue].id != "concern.osore" && !features.contains(.uncertain)
        let none = kind(of: candidate) == .worry && features.contains(.exists) && sides
        return act(none ? .support : .comment, ".not")
      }
      return act(.concern)
    case .consider: return act(.concern)
    case .important:
      if features.contains(.suggestion) { return act(.comment) }
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

  /// 「…するのが妥当」「…するほうがよい」 says what ought to be done, not what is good about what
  /// was proposed.
  private func proposes(before offset: Int, _ text: Scalars, from: Int) -> Bool {
    let window = max(from, offset - 8)
    if text.starts(["が"], at: offset - 1),
      proposals.all(in: text, within: TextSpan(max(from, offset - 14), offset)).isEmpty
    {
      return true
    }
    for phrase in Self.proposing
    where text.firstOffset(of: phrase, from: window, to: offset) != nil { return true }
    return false
  }

  private static let proposing: [Scalars] = [
    "のが", "ことが", "ほうが", "方が", "のも", "ことも", "れば", "たら", "たほう",
  ].map(\.scalars)

  /// What is left: the speaker believes, claims or suggests something.
  private func opinion(_ predicate: Predicate, _ words: TextSpan) -> Act? {
    let features = predicate.whole
    if features.contains(.deontic) {
      if features.contains(.exists) { return nil }
      return predicate.isNegated && !features.contains(.suggestion)
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
