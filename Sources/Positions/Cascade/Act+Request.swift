import Deliberation
import JapaneseText

/// What a clause asks for: words, or that something be done (guide §4).
extension StanceLexicon {
  func asks(_ candidate: Predicate.Candidate) -> Bool {
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
      || candidate.features.isDisjoint(with: [.progressive, .humble])
        && Self.sought.contains { text.starts($0, at: candidate.span.from - $0.count) }
  }

  /// 「確認していきたい」 is the speaker's own plan, 「質問させていただきます」 announces.
  private func goesOn(_ candidate: Predicate.Candidate, _ text: Scalars) -> Bool {
    if candidate.features.contains(.onward) { return true }
    guard candidate.features.contains(.humble), cues[candidate.cue].id == "ask.noun",
      candidate.features.isDisjoint(with: [.desire])
    else { return false }
    return text.firstOffset(
      of: Self.inquiry, from: candidate.span.from, to: candidate.span.to) != nil
  }

  private static let inquiry = fold("質問")

  /// 「…てよいかという確認でございます」.
  private func sumsUp(_ candidate: Predicate.Candidate, _ text: Scalars) -> Bool {
    candidate.features.contains(.copula) && !candidate.isNegated
      && Self.summed.contains { text.starts($0, at: candidate.span.from - $0.count) }
  }

  private static let summed = ["かという", "かどうかの", "かとの", "かどうかという", "かの"].map(fold)
  private static let sought = [
    "見解を", "所見を", "認識を", "考えを", "答弁を", "方針を", "受け止めを", "根拠を", "所感を", "評価を", "見通しを",
  ].map(fold)
  private static let asked = ["か、", "か", "かを", "かお", "かについて", "かという理由を", "お考えを"].map(fold)

  /// Requests, and questions in the form of requests (guide §4).
  func request(_ predicate: Predicate, in text: Scalars, clause: Clause) -> Act? {
    if isGreeting(clause, text) { return nil }
    for candidate in predicate.candidates {
      switch kind(of: candidate) {
      case .ask where tells(candidate, text):
        return Act(
          stance: .question, rule: rule(candidate), cue: candidate.span, kind: .ask)
      case .ask where sumsUp(candidate, text):
        return Act(
          stance: .question, rule: rule(candidate), cue: candidate.span, kind: .ask)
      case .ask
      where asks(candidate) && !isCount(candidate, text) && !goesOn(candidate, text)
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
        && !candidate.isNegated && !isWish(candidate, clause, text):
        let stance: Stance =
          asksForWords(before: candidate.span.from, text) ? .question : .request
        return Act(stance: stance, rule: rule(candidate), cue: candidate.span, kind: .expect)
      default: continue
      }
    }
    let features = predicate.features
    guard !features.contains(.humble), !features.contains(.past) || features.contains(.desire)
    else {
      return nil
    }
    // 「冒頭に明記されたい」: the formal style of written minutes.
    if clause.join == .end,
      text.starts(Self.formally, at: predicate.end - Self.formally.count)
    {
      return Act(
        stance: .request, rule: "act.request.sare", cue: TextSpan(predicate.core, predicate.end))
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
    // 「確認させていただければありがたい」 asks for words.
    let from = max(clause.span.from, predicate.core - 6)
    let inquires = Self.inquiring.contains {
      text.firstOffset(of: $0, from: from, to: predicate.end) != nil
    }
    return inquires
      ? Act(stance: .question, rule: "act.inquiry", cue: words)
      : Act(stance: .request, rule: "act.request", cue: words)
  }

  /// 「よろしくお願いいたします」 by itself.
  private func isGreeting(_ clause: Clause, _ text: Scalars) -> Bool {
    guard
      let word = text.firstOffset(of: Self.kindly, from: clause.span.from, to: clause.span.to)
        ?? text.firstOffset(of: Self.kindlyInKanji, from: clause.span.from, to: clause.span.to)
    else { return false }
    return word - clause.span.from < 8 && clause.span.to - word < 22
  }

  private static let inquiring = ["確認させ", "伺わせ", "聞かせ", "質問させ", "教えていただ"].map(fold)
  private static let formally = fold("されたい")
  private static let kindly = fold("よろしく")
  private static let kindlyInKanji = fold("宜しく")

  private static let thing = fold("もの")
  private static let study = fold("検討")
  private static let proposal = fold("提案")
  private static let wish = fold("お願い")
  private static let things = ["提案", "検討"].map(fold)
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
    // 「修正の提案である」「検討というところで」 names a thing.
    if word == "plead", features.isDisjoint(with: [.receive, .asks, .desire, .wish]) {
      if Self.things.contains(where: { text.starts($0, at: candidate.span.to - $0.count) }) {
        return false
      }
      // 「検討することになっている」「提案いたしまして」 tells of a plan or of what was done.
      if text.starts(Self.study, at: candidate.span.from) { return false }
      if text.starts(Self.proposal, at: candidate.span.from),
        clause.join != .end || features.contains(.progressive)
      {
        return false
      }
    }
    // 「2点目はお願いでございますが、」 announces one.
    if clause.join == .concession, features.contains(.copula),
      text.starts(Self.wish, at: candidate.span.to - Self.wish.count)
    {
      return false
    }
    if word == "plead" || word == "plead.verb" {
      if candidate.isNegated { return features.contains(.question) }
      return !features.isDisjoint(with: [.desire, .asks, .receive, .plain, .pleads, .progressive])
        || features.isDisjoint(with: [.copula, .exists, .passive, .conditional])
    }
    return asks(candidate)
  }

  /// 「2点目はお願いでございますが」: the noun.
  private func isWish(
    _ candidate: Predicate.Candidate, _ clause: Clause, _ text: Scalars
  ) -> Bool {
    clause.join == .concession && candidate.features.contains(.copula)
      && text.starts(Self.politely, at: candidate.span.from - 1)
  }

  private static let politely = fold("お願い")

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
    "ご説明", "御説明", "教示", "回答", "お教え", "お答え", "ご見解", "お考え", "ご紹介", "答弁", "見解", "所見", "認識", "回答願",
    "か", "かという点", "かという点について", "かどうか", "かについて", "かという点について",
  ].map(\.scalars)
  private static let objectParticles: [Scalars] = [
    "を", "", "も", "の方を", "のほうを", "につい", "についても", "については",
  ].map(\.scalars)
}
