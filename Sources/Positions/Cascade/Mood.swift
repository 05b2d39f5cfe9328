import Deliberation
import JapaneseText

/// What the end of a sentence says about the clauses before it.
extension StanceLexicon {
  /// A sentence that breaks off behind けれども.
  func trails(_ clause: Clause, _ text: Scalars) -> Bool {
    clause.join == .end
      && Self.trailing.contains {
        text.firstOffset(of: $0, from: clause.predicateEnd, to: clause.span.to) != nil
      }
  }

  /// Whether somebody asks for leave to speak: 「お時間を頂いてもよろしいでしょうか」.
  func asksLeave(_ clause: Clause, _ text: Scalars) -> Bool {
    Self.leaves.contains {
      text.firstOffset(of: $0, from: clause.span.from, to: clause.span.to) != nil
    }
  }

  private static let leaves = [
    "時間を頂いてもよろし", "時間をいただいてもよろし", "発言してもよろし", "発言させていただいてもよろし", "質問してもよろし", "質問させていただいてもよろし",
    "一言よろし", "一点よろし", "1点よろし", "発言よろし",
  ].map(fold)
  private static let trailing = ["けれど", "けども", "けど", "が"].map(fold)

  /// 「…やむなし、…そういう御判断なんでしょうか」「…を問題視し、声高に主張する人がいる」: clauses that end without
  /// politeness share the mood and the subject of the last one, so that what they say is asked, or
  /// told of others.
  func share(_ read: inout [Cascade.Read], in passage: Passage) {
    let text = passage.text
    guard read.count > 1, let last = read.last else { return }
    let asks = last.act?.stance == .question && last.act?.kind == nil
    let span = TextSpan(last.clause.span.from, last.clause.predicateEnd)
    let putTo =
      asks
      && Self.minds.contains { text.firstOffset(of: $0, from: span.from, to: span.to) != nil }
    let others = Self.somebody.contains {
      text.firstOffset(of: $0, from: span.from, to: span.to) != nil
    }
    if !asks, !others { feelAlong(&read, text) }
    guard asks || others else { return }
    for index in stride(from: read.count - 2, through: 0, by: -1) {
      let clause = read[index].clause
      guard clause.join == .coordinate || putTo && clause.join == .concession else { break }
      guard !isPolite(clause, text), !namesSelf(clause, text) else { break }
      if let act = read[index].act, act.hasPolarity { read[index].act = nil }
    }
  }

  /// 「…のリスクを懸念し、大企業もちゅうちょする」: a feeling in the plain form belongs to the subject of what
  /// is told behind it.
  private func feelAlong(_ read: inout [Cascade.Read], _ text: Scalars) {
    guard let last = read.last, last.act == nil else { return }
    for index in read.indices.dropLast() {
      let clause = read[index].clause
      guard let act = read[index].act, act.kind == .worry, act.rule.hasPrefix("concern.noun"),
        clause.join == .coordinate, !isPolite(clause, text), !namesSelf(clause, text)
      else { continue }
      read[index].act = nil
    }
  }

  private func isPolite(_ clause: Clause, _ text: Scalars) -> Bool {
    Self.courteous.contains {
      text.firstOffset(
        of: $0, from: max(clause.span.from, clause.span.to - 8), to: clause.span.to) != nil
    }
  }

  private static let courteous = ["ます", "です", "まして", "でして", "ません", "ました"].map(fold)
  private static let minds = [
    "判断なん", "判断です", "判断でしょう", "考えなん", "考えです", "考えでしょう", "認識なん", "認識です", "認識でしょう", "理解でよ",
    "ということです", "ということなん", "ということでしょう", "ということでよ", "ということでい", "方針なん", "方針です", "おっしゃるん",
    "おっしゃるの",
  ].map(fold)
  private static let somebody: [Scalars] = ["人", "方", "人たち", "方々", "者", "議員", "委員", "先生"].flatMap {
    noun in
    [
      "がおる", "がおり", "がいる", "がいます", "もいる", "もいます", "もおり", "がいらっしゃ", "もいらっしゃ", "もおられ", "がおられ", "が多い",
      "も多い",
    ]
    .map { fold(noun + $0) }
  }

  /// 「…心配しておりますので、よろしくお願いします」: what a plea or a question that says nothing else
  /// rests on is what was to be said.
  func leadsToPlea(_ index: Int, _ read: [Cascade.Read], _ act: Act, _ text: Scalars) -> Bool {
    guard index == read.count - 2, read[index].clause.join == .reason, act.hasPolarity,
      act.kind == .worry || act.kind == .unease || act.kind == .oppose || act.kind == .agree,
      Self.held.contains(where: {
        text.firstOffset(of: $0, from: act.cue.from, to: read[index].clause.span.to) != nil
      })
    else { return false }
    return read[index + 1].clause.span.count < 24
  }

  private static let held = ["おります", "います", "思います", "なります", "です"].map(fold)
}
