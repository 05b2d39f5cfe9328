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
    guard let phrase = phrase(before: act.cue.from, in: text, from: from) else {
      return Target(
        kind: act.hasPolarity && act.stance.polarity > 0 ? .proposal : .topic, span: nil)
    }
    return Target(kind: kind(of: phrase, in: text, act: act), span: phrase)
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
    "に対して", "に対する", "としては", "には", "にも", "とは", "に", "は", "を", "が", "も", "と", "で", "へ",
  ].map(fold)

  /// The nearest phrase with a case particle, past adverbs of a few scalars.
  private func phrase(before offset: Int, in text: Scalars, from: Int) -> TextSpan? {
    var end = offset
    while end > from, offset - end < 16 {
      for particle in Self.cases where end - particle.count > from {
        guard text.starts(particle, at: end - particle.count) else { continue }
        let start = phraseStart(before: end - particle.count, in: text, from: from)
        let span = TextSpan(start, end - particle.count)
        if span.count > 1, !isAdverb(span, text) { return span }
      }
      if end < offset, text[end] == "、", offset - end > 4 { return nil }
      end -= 1
    }
    return nil
  }

  /// 「非常に」「ちょっと」「私は」: a particle that marks no target.
  private func isAdverb(_ span: TextSpan, _ text: Scalars) -> Bool {
    Self.adverbs.contains { word in
      span.count >= word.count && text.starts(word, at: span.to - word.count)
        && (span.count == word.count || !text[span.to - word.count - 1].isKanji)
    } || selves.longest(in: text, at: span.from, to: span.to)?.0 == span
  }

  private static let adverbs = [
    "非常", "ちょっ", "特", "本当", "ほんとう", "さら", "大変", "全面的", "基本的", "個人的", "実務的", "具体的", "どう", "必ず",
    "もっ", "きちん", "一概", "完全", "大い", "積極的", "よりよ", "まず最初", "最後", "結構", "次", "早急", "慎重", "十分",
  ].map(fold)

  private func phraseStart(before end: Int, in text: Scalars, from: Int) -> Int {
    var start = end
    var depth = 0
    while start > from {
      let scalar = text[start - 1]
      if scalar == "」" || scalar == ")" { depth += 1 }
      if scalar == "「" || scalar == "(" { depth -= 1 }
      if depth <= 0, scalar == "、" || scalar == "。" { break }
      start -= 1
    }
    return start
  }
}
