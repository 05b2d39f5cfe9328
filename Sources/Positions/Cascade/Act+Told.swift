import Deliberation
import JapaneseText

/// Words of stance that describe instead of taking a side, known by what stands around them.
extension StanceLexicon {
  /// 「…を前提に理解するはずだ」: what others can be expected to do.
  func expects(_ candidate: Predicate.Candidate, _ text: Scalars) -> Bool {
    Self.expected.contains { text.starts($0, at: candidate.span.to) }
  }

  /// 「よく認識する」 an adverb, 「それでいいのだと思います」 a fact confirmed, 「意義というところ」 a heading.
  func describes(
    _ candidate: Predicate.Candidate, _ text: Scalars, _ clause: Clause
  ) -> Bool {
    let end = candidate.span.to
    if text[end - 1] == "く", !candidate.features.contains(.becomes), end < clause.predicateEnd {
      return true
    }
    // 「適切にしていて」 tells how it is done.
    if cues[candidate.cue].id == "fine.datou" { return text.starts(Self.how, at: end) }
    // 「…ということでいいですね」 wants a yes.
    if cues[candidate.cue].id == "fine.yoi",
      Self.confirmed.contains(where: { text.starts($0, at: candidate.span.from - $0.count) }),
      Self.wanting.contains(where: { text.starts($0, at: end) })
    {
      return true
    }
    if cues[candidate.cue].id == "agree.igi" { return text.starts(Self.called, at: end) }
    if selves.all(in: text, within: clause.span).contains(where: { $0.0.to <= candidate.span.from })
    {
      return false
    }
    return cues[candidate.cue].id == "fine.yoi"
      && Self.explained.contains { text.starts($0, at: end) }
  }

  /// Whether 「…することは」 stands before the cue: an act is judged.
  func isOfAct(before offset: Int, _ text: Scalars) -> Bool {
    Self.acts.contains { text.starts($0, at: offset - $0.count) }
  }

  static func leaning(_ cue: Cue) -> Bool {
    cue.id == "oppose.kaigi" || cue.id == "oppose.shincho"
  }

  private static let expected = ["はず", "するはず"].map(fold)
  static let honoured = ["をされて", "をされる", "をされた", "をなさ", "しておられ", "していらっしゃ", "されていらっしゃ"].map(
    fold)
  static let verb = fold("ま")
  private static let confirmed = ["ということで", "という理解で", "という認識で", "という解釈で", "そういう理解で", "そういうことで"].map(
    fold)
  private static let wanting = ["ですね", "ですよ", "んですね", "わけです", "のです"].map(fold)
  private static let how = fold("に")
  private static let called = fold("というところ")
  private static let explained = [
    "んだと", "のだと", "んだろう", "のだろう", "んでしょう", "のでしょう", "わけです", "わけでござい", "んです", "のです", "ですよね",
  ].map(fold)
  private static let acts = ["ることは", "るのは", "ることが", "るのが"].map(fold)

  /// 「…する必要はない」 is against the act, but not 「心配する必要はない」.
  func unneeded(
    _ candidate: Predicate.Candidate, _ text: Scalars, _ clause: Clause
  ) -> Bool {
    guard candidate.features.contains(.exists), !candidate.features.contains(.uncertain),
      clause.join == .end || clause.join == .concession,
      candidate.features.contains(.thought)
        || !text.starts(Self.bare, at: candidate.span.from + Self.need.count),
      text.starts(Self.need, at: candidate.span.from), candidate.span.from > clause.span.from,
      text[candidate.span.from - 1] == "る"
    else { return false }
    let from = max(clause.span.from, candidate.span.from - 8)
    return !Self.worries.contains {
      text.firstOffset(of: $0, from: from, to: candidate.span.from) != nil
    }
  }

  static let uneasy = fold("不安")
  private static let need = fold("必要")
  private static let bare = fold("が")
  static let object = fold("を")
  static let subjectMarks: Set<Unicode.Scalar> = ["が", "も", "は"]
  private static let worries = [
    "心配", "懸念", "恐れ", "気に", "不安", "必ずしも", "答弁", "答え", "説明", "申し上げ", "言及", "言うまで", "いうまで", "繰り返",
    "述べ", "触れ",
  ].map(fold)

  /// 「…するのが妥当」「…するほうがよい」 says what ought to be done, not what is good about what
  /// was proposed.
  func proposes(before offset: Int, _ text: Scalars, from: Int) -> Bool {
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
}
