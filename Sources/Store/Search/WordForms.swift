import JapaneseText

/// One way in which a word of a query may stand in a folded text.
enum WordForm: Hashable, Sendable {
  case plain(Scalars)
  /// Where it begins a row of letters and digits (`net*`).
  case beginning(Scalars)
  case pattern(WordPattern)

  /// What finds its texts.
  var query: TextQuery {
    switch self {
    case .plain(let scalars): .phrase(scalars)
    case .beginning(let scalars): .beginning(scalars)
    case .pattern(let pattern):
      pattern.isDecidedByMarks
        ? pattern.candidates : .checked(pattern.candidates, .pattern(pattern))
    }
  }

  /// Its places in a folded text.
  func spans(in text: PatternText) -> [TextSpan] {
    switch self {
    case .plain, .beginning: query.occurrences(in: text.scalars)
    case .pattern(let pattern): pattern.spans(in: text)
    }
  }

  /// The characters that are looked for; nil for a pattern.
  var scalars: Scalars? {
    switch self {
    case .plain(let scalars), .beginning(let scalars): scalars
    case .pattern: nil
    }
  }
}

/// The forms in which a word of a query is looked for in the folded texts.
///
/// The word itself, folded, comes first and is always among them; alternatives are only ever added
/// (DESIGN §9): numbers of equal value, 々 and ゝ beside what they repeat, blanks between Latin and
/// Japanese characters. Synonyms are words of their own (`Synonyms`).
enum WordForms {
  /// More plain forms than this are looked for by a pattern.
  private static let mostForms = 16

  /// The forms of everything that hits contain, without what stands behind NOT.
  static func wanted(_ words: SearchExpression, isExact: Bool) -> [WordForm] {
    switch words {
    case .word, .phrase, .prefix: forms(of: words, isExact: isExact)
    case .near(let parts, _), .all(let parts), .any(let parts):
      parts.flatMap { wanted($0, isExact: isExact) }
    case .not: []
    }
  }

  /// The forms of a word, a phrase, a prefix, or of any of several.
  static func forms(of words: SearchExpression, isExact: Bool) -> [WordForm] {
    switch words {
    case .word(let text), .phrase(let text): return forms(of: text, isExact: isExact)
    case .prefix(let text):
      return forms(of: text, isExact: isExact).compactMap { form in
        guard let scalars = form.scalars else { return nil }
        return scalars.first.map(TextQuery.isLetter) == true ? .beginning(scalars) : form
      }
    case .any(let parts): return parts.flatMap { forms(of: $0, isExact: isExact) }
    case .near, .all, .not: return []
    }
  }

  private static func forms(of word: String, isExact: Bool) -> [WordForm] {
    let folded = FoldedText(word.scalars).scalars
    guard !folded.isEmpty else { return [] }
    let literal = [folded] + (withOtherDash(folded).map { [$0] } ?? [])
    if isExact { return literal.map(WordForm.plain) }
    let pieces = Alternatives.pieces(of: folded, numbers: [])
    var forms: [WordForm]
    if let spelled = Alternatives.spelled(pieces, most: mostForms) {
      let others = spelled.filter { $0 != folded }
      forms = (literal + others.flatMap { [$0] + (withOtherDash($0).map { [$0] } ?? []) })
        .map(WordForm.plain)
    } else {
      forms = literal.map(WordForm.plain) + [.pattern(WordPattern(pieces))]
    }
    let numbers = WholeNumbers.find(in: folded)
    if !numbers.isEmpty {
      forms.append(.pattern(WordPattern(Alternatives.pieces(of: folded, numbers: numbers))))
    }
    return forms
  }

  /// What a dash becomes depends on the character before it, which a query does not show.
  private static func withOtherDash(_ folded: Scalars) -> Scalars? {
    guard let first = folded.first, first == "-" || first == "ー" else { return nil }
    return [first == "-" ? "ー" : "-"] + folded.dropFirst()
  }
}

/// Cuts a folded word into the pieces that may be written in several ways.
enum Alternatives {
  /// The pieces of a word; those of its numbers that are given become pieces by value.
  static func pieces(of word: Scalars, numbers: [NumberMatch]) -> [WordPattern.Piece] {
    var builder = Builder()
    var index = 0
    var number = 0
    while index < word.count {
      if number < numbers.count, numbers[number].span.from == index {
        builder.add(numbers[number].value)
        index = numbers[number].span.to
        number += 1
      } else {
        builder.add(word, at: index)
        index += 1
      }
    }
    return builder.finished()
  }

  /// Every spelling of pieces without numbers, the one as written first; nil where there are more
  /// than `most`.
  static func spelled(_ pieces: [WordPattern.Piece], most: Int) -> [Scalars]? {
    var spelled: [Scalars] = [[]]
    for piece in pieces {
      switch piece {
      case .one(let scalars): spelled = spelled.map { $0 + scalars }
      case .either(let options):
        guard spelled.count * options.count <= most else { return nil }
        spelled = spelled.flatMap { start in options.map { start + $0 } }
      case .number: return nil
      }
    }
    return spelled
  }

  /// Gathers pieces from left to right.
  private struct Builder {
    private var pieces: [WordPattern.Piece] = []
    private var run: Scalars = []
    /// What stands before the place at hand; nil at the start and behind a blank that is optional.
    private var last: Side?
    private var lastScalar: Unicode.Scalar?

    private enum Side { case latin, japanese, other }

    /// A number, beside which Japanese characters may stand with a blank or without.
    mutating func add(_ value: Int) {
      if last == .japanese { addEither(WordPattern.blank) }
      flush()
      pieces.append(.number(value))
      last = .latin
      lastScalar = nil
    }

    mutating func add(_ word: Scalars, at index: Int) {
      let scalar = word[index]
      if scalar == " " {
        let next = index + 1 < word.count ? Self.side(word[index + 1]) : .other
        if (last == .latin && next == .japanese) || (last == .japanese && next == .latin) {
          addEither(WordPattern.typedBlank)
          last = nil
        } else {
          run.append(scalar)
          last = .other
        }
        lastScalar = nil
        return
      }
      let side = Self.side(scalar)
      if (last == .latin && side == .japanese) || (last == .japanese && side == .latin) {
        addEither(WordPattern.blank)
      }
      if let lastScalar, let other = Repetition.other(for: scalar, behind: lastScalar) {
        addEither([[scalar], [other]])
        self.lastScalar = Repetition.isMark(scalar) ? other : scalar
      } else {
        run.append(scalar)
        lastScalar = scalar
      }
      last = side
    }

    mutating func finished() -> [WordPattern.Piece] {
      flush()
      return pieces
    }

    private mutating func addEither(_ options: [Scalars]) {
      flush()
      pieces.append(.either(options))
    }

    private mutating func flush() {
      if !run.isEmpty { pieces.append(.one(run)) }
      run = []
    }

    private static func side(_ scalar: Unicode.Scalar) -> Side {
      if scalar.isASCIILetter || scalar.isASCIIDigit { return .latin }
      return scalar.isKanji || scalar.isKana ? .japanese : .other
    }
  }
}
