import Deliberation
import JapaneseText

/// Towards what a position is taken, in folded offsets.
struct Target: Hashable, Sendable {
  var kind: TargetKind
  /// The noun phrase; nil where the clause names none.
  var span: TextSpan?
}

extension StanceLexicon {
  /// The noun phrase before に, は, について, を on the left of the cue.
  func target(of act: Act, clause: Clause, in passage: Passage, from: Int) -> Target {
    let text = passage.text
    if act.kind == .thanks || act.kind == .courtesy { return Target(kind: .topic, span: nil) }
    guard
      let phrase = genitive(of: act, in: text, from: from)
        ?? phrase(before: act.cue.from, in: text, from: from)
    else {
      if act.atSpeaker { return Target(kind: .speaker, span: nil) }
      return Target(kind: means(act, clause, passage) ? .proposal : .topic, span: nil)
    }
    return Target(kind: kind(of: phrase, in: text, act: act), span: phrase)
  }

  /// Whether support that names no target is for what was proposed.
  ///
  /// 「賛成です」 is, 「私もそれに同意して」 points at something else, and in speech 「それでいいと思います」 may be about
  /// anything.
  private func means(_ act: Act, _ clause: Clause, _ passage: Passage) -> Bool {
    guard act.hasPolarity, act.stance.polarity > 0 else { return false }
    let window = TextSpan(max(clause.span.from, act.cue.from - 8), act.cue.from)
    if Self.pointing.contains(where: {
      passage.text.firstOffset(of: $0, from: window.from, to: window.to) != nil
    }) {
      return false
    }
    switch act.kind {
    case .fine, .benefit, .worry, .unease, .bad: return !passage.isPolite
    default: return true
    }
  }

  private static let pointing = ["それ", "これ", "そこ", "ここ", "その点", "この点", "あれ"].map(fold)

  /// The proposal whose withdrawal is spoken of (事務局案の撤回); an empty span where the words name
  /// none, nil where nothing is withdrawn or what is has not been proposed.
  func withdrawn(_ target: TextSpan, in text: Scalars) -> TextSpan? {
    for word in Self.withdrawals {
      guard let head = target.to - word.count >= target.from ? target.to - word.count : nil,
        text.starts(word, at: head)
      else { continue }
      var end = head
      if end > target.from, text[end - 1] == "の" { end -= 1 }
      let owner = TextSpan(target.from, end)
      if owner.isEmpty { return Self.ofProposals.contains(word) ? owner : nil }
      let proposal = proposals.all(in: text, within: owner).contains { $0.0.to == owner.to }
      return proposal ? owner : nil
    }
    return nil
  }

  private static let ofProposals = ["撤回", "白紙撤回", "見送り", "取下げ", "取り下げ"].map(fold)
  private static let withdrawals = [
    "白紙撤回", "撤回", "見送り", "取下げ", "取り下げ", "中止", "廃止", "凍結", "引下げ", "引き下げ", "否決",
  ].map(fold)

  /// 「見直しの意義がある」: what the noun of the cue belongs to.
  private func genitive(of act: Act, in text: Scalars, from: Int) -> TextSpan? {
    guard act.hasPolarity, !act.atSpeaker, act.cue.from - 1 > from, text[act.cue.from - 1] == "の"
    else { return nil }
    return NounPhrase.span(in: text, endingAt: act.cue.from - 1, from: from)
  }

  private func kind(of phrase: TextSpan, in text: Scalars, act: Act) -> TargetKind {
    let people = holders(in: text, within: phrase)
    let words = speechNouns.all(in: text, within: phrase)
    if act.atSpeaker
      || people.contains(where: { person in words.contains { $0.0.from >= person.end } })
    {
      return people.last.map { !$0.isPerson && !isColleague($0, text) } ?? false
        ? .organisation : .speaker
    }
    if let last = words.last, phrase.to - last.0.to < 2, Self.honorific(text, last.0) {
      return .speaker
    }
    if !proposals.all(in: text, within: phrase).isEmpty { return .proposal }
    if let office = addressees.all(in: text, within: phrase).last, office.0.to == phrase.to {
      return .organisation
    }
    return .topic
  }

  /// 構成員 and 委員 are colleagues; 事業者 is an organisation.
  func isColleague(_ holder: Holder, _ text: Scalars) -> Bool {
    for word in Self.colleagues
    where text.firstOffset(of: word, from: holder.span.from, to: holder.span.to) != nil {
      return true
    }
    return false
  }

  private static let colleagues = ["構成員", "委員", "皆様", "皆さん", "先生", "メンバー"].map(fold)

  private static func honorific(_ text: Scalars, _ span: TextSpan) -> Bool {
    text[span.from] == "御" || text[span.from] == "ご"
  }

  private static let cases = [
    "については", "についても", "について", "に関しては", "に関しても", "に関して", "につきましては", "につきまして", "に対しては",
    "に対して", "に対しましては", "としては", "においては", "では", "には", "にも", "とは", "に", "は", "を", "が", "も", "と", "で",
  ].map(fold)
  private static let topics = [
    "については", "についても", "について", "に関しては", "につきましては", "につきまして", "では", "には", "は", "とは",
  ].map(fold)

  /// The nearest phrase with a case particle, past adverbs of a few scalars.
  private func phrase(before offset: Int, in text: Scalars, from: Int) -> TextSpan? {
    var end = offset
    while end > from, offset - end < 20 {
      if end < offset, text[end] == "、", offset - end > 4, !endsTopic(text, end, from) {
        return nil
      }
      if let open = NounPhrase.opening(text, end, from), end < offset {
        end = open
        continue
      }
      if text.starts(Self.because, at: end - 2) || text.starts(Self.although, at: end - 2) {
        return nil
      }
      for particle in Self.cases
      where end - particle.count > from && text.starts(particle, at: end - particle.count)
        && marks(particle, endingAt: end, cue: offset, text)
      {
        if let span = NounPhrase.span(in: text, endingAt: end - particle.count, from: from),
          !isAdverb(span, text, particle)
        {
          return span
        }
      }
      end -= 1
    }
    return nil
  }

  private static let manners = [
    "容易", "十分", "丁寧", "明確", "適切", "慎重", "早急", "速やか", "確実", "柔軟", "簡単", "非常", "大変", "本当", "一般", "大幅",
    "早期", "正確", "簡潔", "具体", "別", "一緒", "一律", "円滑", "着実", "同時", "同様", "大い", "真剣", "迅速", "率直", "素直",
  ].map(fold)
  private static let empty = [
    "自体", "どうなのかということ", "ということ", "というところ", "意味", "そういう意味", "こういう意味", "その意味",
  ].map(fold)
  private static let because = fold("ので")
  private static let although = fold("のに")
  private static let asWhole = fold("全体と")

  private func endsTopic(_ text: Scalars, _ end: Int, _ from: Int) -> Bool {
    Self.topics.contains { end - $0.count > from && text.starts($0, at: end - $0.count) }
  }

  /// Whether the kana at `end` are a particle here and no part of a word.
  private func marks(
    _ particle: Scalars, endingAt end: Int, cue: Int, _ text: Scalars
  ) -> Bool {
    if particle.count == 1, particle[0] == "で" || particle[0] == "と" { return end == cue }
    if end >= cue || particle == ["を"] { return true }
    let next = text[end]
    return !next.isHiragana || NounPhrase.follow.starts(in: text, at: end)
  }

  /// The standing rules that a judgement is about: 「現行の報告基準では」.
  func standing(_ word: TextSpan, in text: Scalars, from: Int, to: Int) -> TextSpan? {
    for end in word.to..<max(word.to + 1, min(to, word.to + 24)) {
      guard Self.cases.contains(where: { text.starts($0, at: end) }),
        let span = NounPhrase.span(in: text, endingAt: end, from: from), span.contains(word)
      else { continue }
      return span
    }
    return nil
  }

  /// 「非常に」「ちょっと」「私は」: a particle that marks no target.
  private func isAdverb(_ span: TextSpan, _ text: Scalars, _ particle: Scalars) -> Bool {
    if text[span.to - 1] == "的", particle.first == "に" { return true }
    if particle == ["に"], Self.manners.contains(where: { $0[...] == text[span.range] }) {
      return true
    }
    if Self.empty.contains(where: { $0[...] == text[span.range] }) { return true }
    if text.starts(Self.asWhole, at: span.to - 2) { return true }
    return selves.longest(in: text, at: span.from, to: span.to)?.0 == span
  }
}
