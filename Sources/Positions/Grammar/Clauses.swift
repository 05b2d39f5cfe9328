import JapaneseText

/// A clause of a sentence, in folded offsets.
struct Clause: Hashable, Sendable {
  /// With its connective and comma.
  var span: TextSpan
  /// Where its predicate ends, before the connective.
  var predicateEnd: Int
  var join: ClauseJoin
}

extension StanceLexicon {
  /// Cuts a sentence where a predicate is followed by a connective (が、けれども、ので、し、…),
  /// outside brackets.
  func clauses(in text: Scalars, sentence: TextSpan) -> [Clause] {
    var clauses: [Clause] = []
    var from = sentence.from
    var depth = 0
    var offset = sentence.from
    let end = Self.contentEnd(in: text, sentence)
    while offset < end {
      let scalar = text[offset]
      if Self.opens(scalar) { depth += 1 }
      if depth > 0, Self.closes(scalar) { depth -= 1 }
      if depth == 0, offset > from + 1 {
        let comma = scalar == "、" || scalar == "," || scalar == "，"
        if let (word, rule) = connective(in: text, endingAt: offset, from: from, comma: comma) {
          let to = comma ? offset + 1 : offset
          clauses.append(
            Clause(
              span: TextSpan(from, to),
              predicateEnd: rule.join == .coordinate || rule.join == .condition
                || rule.join == .proviso ? offset : word.from,
              join: rule.join))
          from = to
        }
      }
      offset += 1
    }
    clauses.append(Clause(span: TextSpan(from, sentence.to), predicateEnd: end, join: .end))
    return clauses
  }

  /// The connective that ends at `offset`, where its neighbours allow it.
  private func connective(
    in text: Scalars, endingAt offset: Int, from: Int, comma: Bool
  ) -> (TextSpan, ConnectiveRule)? {
    guard comma || Self.isBare(text[offset - 1]) else { return nil }
    // けれど before も, and any connective before its comma, are not complete yet.
    if !comma, text[offset] == "、" || text[offset] == "も" && text[offset - 1] == "ど" { return nil }
    for (start, entry) in connectives.matches(in: text, endingAt: offset, from: from) {
      guard let index = entry.cue, start > from else { continue }
      let rule = connectiveRules[index]
      if rule.join == .coordinate, isPostposition(text, endingAt: offset, from: from) { continue }
      guard comma || !rule.comma else { continue }
      guard rule.after.isEmpty || rule.after.contains(text[start - 1]) else { continue }
      // 「ですが」: the predicate keeps です, only が joins.
      let joins = rule.join == .concession && text[offset - 1] == "が" ? offset - 1 : start
      return (TextSpan(joins, offset), rule)
    }
    return nil
  }

  /// として, について: the て of a particle joins no clauses.
  private func isPostposition(_ text: Scalars, endingAt offset: Int, from: Int) -> Bool {
    Self.postpositions.contains { word in
      offset - word.count >= from && text.starts(word, at: offset - word.count)
    }
  }

  private static let postpositions = [
    "として", "について", "につきまして", "に対して", "に対しまして", "に関して", "に関しまして", "によって", "により", "をもって",
    "に従って", "において", "におきまして", "にとって", "を通じて", "に基づいて", "に基づき", "と併せて", "に加えて", "に当たって",
    "に当たり", "にあたり", "にあたって", "としまして", "といたしまして", "をめぐり", "に応じて", "つまり", "やはり", "あまり", "よく",
    "全く", "なるべく", "できるだけ早く", "とおり", "通り", "より", "正しく", "しばらく", "おそらく", "恐らく",
  ].map(fold)

  /// Where the words of a sentence end: before full stops, closing brackets and final particles.
  static func contentEnd(in text: Scalars, _ sentence: TextSpan) -> Int {
    var end = sentence.to
    while end > sentence.from, isMark(text[end - 1]) { end -= 1 }
    var again = true
    while again {
      again = false
      for tail in particles
      where end - tail.count > sentence.from && text.starts(tail, at: end - tail.count) {
        if tail.count == 1, tail[0] == "が" || tail[0] == "と",
          !isFinite(text[end - 2])
        {
          continue
        }
        end -= tail.count
        again = true
        break
      }
      // 「ちょっと問題ですよ、これは。」
      for tail in dislocated
      where end - tail.count > sentence.from + 3 && text.starts(tail, at: end - tail.count) {
        end -= tail.count
        again = true
      }
      while end > sentence.from, isMark(text[end - 1]) { end -= 1 }
    }
    return end
  }

  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "「", "『", "(", "（", "〔", "[", "【": true
    default: false
    }
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "」", "』", ")", "）", "〕", "]", "】": true
    default: false
    }
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "．", ".", "!", "！", "?", "？", "、", ",", "，", "」", "』", ")", "）", "…", "-", "―", "─",
      "ー":
      true
    default: false
    }
  }

  private static let dislocated = [
    "、これは", "、それは", "、ここは", "、そこは", "、私は", "、僕は", "、これ", "、大臣", "、総理", "、先生", "、皆さん", "、本当に",
    "、はっきり言って",
    "、正直",
  ].map(fold)
  private static func isBare(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "が", "も", "ど", "の", "つ": true
    default: false
    }
  }

  private static let particles: [Scalars] = [
    "けれどもね", "けれども", "けども", "けれど", "けど", "よね", "ね", "よ", "わ", "ということで", "が", "と",
  ].map(\.scalars)
  /// What may stand before が and と where they end a sentence and are no case particles.
  private static func isFinite(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "す", "だ", "る", "い", "た", "ん", "か": true
    default: false
    }
  }
}
