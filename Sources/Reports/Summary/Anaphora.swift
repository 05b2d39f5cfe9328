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
    guard let (word, before) = backwardWord(in: span, of: statement, text: text) else { return nil }
    return "「\(String(word))」の前の文：「\(shortened(text, before))」"
  }

  /// The first word that points back, where it stands at the beginning of the sentence, so that
  /// what it points at is the sentence before.
  private static func backwardWord(
    in span: TextSpan, of statement: Statement, text: Scalars
  ) -> (word: Scalars, before: TextSpan)? {
    guard let number = statement.sentences.firstIndex(where: { $0.overlaps(span) }), number > 0
    else { return nil }
    let sentence = statement.sentences[number]
    let reach = 4
    let start = TextSpan(span.from, min(span.to, text.count, sentence.from + reach))
    for offset in start.range {
      guard !notBackward.contains(where: { text.starts($0, at: offset) }) else { return nil }
      guard let word = backward.first(where: { text.starts($0, at: offset) }) else { continue }
      return (
        phrase(from: offset, head: word, in: text, to: span.to), statement.sentences[number - 1]
      )
    }
    return nil
  }

  /// この + the noun that follows (この点, この辺り): up to the next particle, five scalars at most.
  private static func phrase(
    from offset: Int, head: Scalars, in text: Scalars, to end: Int
  ) -> Scalars {
    guard head.last == "の" || head.last == "た" || head.last == "な" else { return head }
    var stop = offset + head.count
    while stop < end, stop < offset + head.count + 5, text[stop].isKanji || text[stop].isKatakana {
      stop += 1
    }
    if stop < end, text[stop] == "り" { stop += 1 }
    return Array(text[offset..<stop])
  }

  /// The sentence, cut off where it is long.
  private static func shortened(_ text: Scalars, _ span: TextSpan) -> String {
    guard span.count > longest else { return text.text(span) }
    return text.text(TextSpan(span.from, span.from + longest)) + "…"
  }
}
