import Deliberation
import JapaneseText

/// What a word like この点 or 御指摘 points at, said in a note beside the quotation.
///
/// The quotation itself is never rewritten. A note is made only of template words, names, addresses
/// and verbatim words of the record (stance cue guide §5).
enum Anaphora {
  /// Words that point at the sentence before: この点, この辺り, この内容, これ, 同様に.
  private static let backward = [
    "この", "これ", "その", "それ", "こうした", "そうした", "このような", "そのような", "同様に", "今の",
    "上記",
  ].map(\.scalars)

  /// Words that begin like one that points, and do not.
  private static let notBackward = [
    "これまで", "これから", "それぞれ", "その他", "そのうち", "その後", "それでも", "このたび", "この度",
    "これら", "そのため", "それに対し", "それから", "それで", "それと", "その上",
  ].map(\.scalars)

  /// Words that point at what others said.
  private static let others = [
    "御指摘", "ご指摘", "御意見", "ご意見", "御質問", "ご質問", "御提案", "ご提案", "いただいた",
    "他の構成員", "他の委員",
  ].map(\.scalars)

  /// The longest quotation inside a note.
  private static let longest = 60

  static func note(
    on span: TextSpan, in statement: Statement, text: Scalars, position: Position,
    statements: [Statement], speaker: (Statement) -> String
  ) -> String? {
    if let word = others.first(where: {
      text.firstOffset(of: $0, from: span.from, to: span.to) != nil
    }),
      !position.targetStatements.isEmpty
    {
      let named = position.targetStatements.filter(statements.indices.contains).map {
        "\(speaker(statements[$0])) #\(statements[$0].number)"
      }
      return "「\(String(word))」は次の発言を指すものとして扱った：\(named.joined(separator: "、"))"
    }
    let number = statement.sentences.firstIndex { $0.overlaps(span) } ?? 0
    guard number < statement.sentences.count else { return nil }
    let sentence = statement.sentences[number]
    guard let word = backwardWord(in: span, text: text) else {
      return isBare(span, sentence, statement, position) && number > 0
        ? precedingNote(text, statement.sentences[number - 1]) : nil
    }
    let before = TextSpan(sentence.from, word.from)
    if before.count > reach {
      return "「\(text.text(word))」の前の部分：「\(ending(text, before))」"
    }
    guard number > 0, !Formulas.isCourtesy(text.text(statement.sentences[number - 1])) else {
      return nil
    }
    let quoted = beginning(text, statement.sentences[number - 1])
    return "「\(text.text(word))」の前の文：「\(quoted)」"
  }

  /// 「ちょっと違和感があります。」 in speech: short, and without a word of what it is about.
  private static func isBare(
    _ span: TextSpan, _ sentence: TextSpan, _ statement: Statement, _ position: Position
  ) -> Bool {
    statement.level == .verbatim && position.target == nil && position.stance != .comment
      && position.stance != .answer && span.from <= sentence.from + reach && span.count < bare
  }

  /// The longest quotation, in scalars, that is taken to say too little by itself.
  private static let bare = 36

  private static func precedingNote(_ text: Scalars, _ before: TextSpan) -> String? {
    guard !Formulas.isCourtesy(text.text(before)), before.count > 4 else { return nil }
    return "前の文：「\(ending(text, before))」"
  }

  /// How far from the beginning of the quotation a word may stand that points out of it.
  private static let reach = 4

  /// A word at the beginning of the quotation that points at what stands before it.
  private static func backwardWord(in span: TextSpan, text: Scalars) -> TextSpan? {
    let start = TextSpan(span.from, min(span.to, text.count, span.from + reach))
    for offset in start.range {
      guard !notBackward.contains(where: { text.starts($0, at: offset) }) else { return nil }
      guard let head = backward.first(where: { text.starts($0, at: offset) }) else { continue }
      return phrase(from: offset, head: head, in: text, to: span.to)
    }
    return nil
  }

  /// この + the noun that follows (この点, この辺り): up to the next particle, five scalars at most.
  private static func phrase(
    from offset: Int, head: Scalars, in text: Scalars, to end: Int
  ) -> TextSpan {
    var stop = offset + head.count
    guard head.last == "の" || head.last == "た" || head.last == "な" else {
      return TextSpan(offset, stop)
    }
    let longestNoun = 5
    let limit = min(end, text.count, stop + longestNoun)
    while stop < limit, text[stop].isKanji || text[stop].isKatakana { stop += 1 }
    if stop < limit, text[stop] == "り" { stop += 1 }
    return TextSpan(offset, stop)
  }

  /// The words, cut off at the end where they are long.
  private static func beginning(_ text: Scalars, _ span: TextSpan) -> String {
    guard span.count > longest else { return text.text(span) }
    return text.text(TextSpan(span.from, span.from + longest)) + "…"
  }

  /// The words, cut off at the beginning where they are long.
  private static func ending(_ text: Scalars, _ span: TextSpan) -> String {
    guard span.count > longest else { return text.text(span) }
    return "…" + text.text(TextSpan(span.to - longest, span.to))
  }
}
