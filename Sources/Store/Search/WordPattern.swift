import JapaneseText

/// A way to write a word that no single run of characters tells: with numbers in any spelling, with
/// blanks or without.
///
/// The index gives the candidates, texts with all `needs` and `marks`; the text itself decides.
struct WordPattern: Hashable, Sendable {
  /// What stands one behind the other.
  enum Piece: Hashable, Sendable {
    case one(Scalars)
    /// Any of these; an empty one leaves the piece out.
    case either([Scalars])
    /// A whole number of this value (`WholeNumbers`).
    case number(Int)
  }

  let pieces: [Piece]
  /// The runs of characters that every text with the word contains.
  let needs: [Scalars]
  /// The marks that every such text bears.
  let marks: [UInt64]
  /// Whether every text with the marks has the word, so that none needs to be read.
  let isDecidedByMarks: Bool

  init(_ pieces: [Piece]) {
    self.pieces = pieces
    var needs: [Scalars] = []
    var marks: [UInt64] = []
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .one(let scalars): needs.append(scalars)
      case .either: break
      case .number(let value): marks += Self.marks(of: value, at: index, in: pieces)
      }
    }
    // What a mark names need not be looked up again.
    if !marks.isEmpty { needs.removeAll { $0.count == 1 } }
    self.needs = needs
    self.marks = marks
    let isSmall = pieces.allSatisfy { piece in
      if case .number(let value) = piece { return value < NumberMarks.limit }
      return true
    }
    let solid = pieces.filter { piece in
      if case .either = piece { return false }
      return true
    }
    let isBlankOnly = pieces.allSatisfy { piece in
      if case .either(let options) = piece { return Self.isBlank(options) }
      return true
    }
    // A mark looks over a blank, so that without a blank that may be there the text must be read.
    let isShort =
      pieces.count == 1
      || pieces.count == 3 && solid.count == 2 && needs.isEmpty
        && marks.count == 1
    isDecidedByMarks = isSmall && isBlankOnly && isShort && !marks.isEmpty
  }

  /// The texts that may hold the word.
  var candidates: TextQuery {
    let parts = needs.map(TextQuery.phrase) + marks.map(TextQuery.mark)
    return parts.count == 1 ? parts[0] : .all(parts)
  }

  /// A blank or none.
  static let blank: [Scalars] = [[], [" "]]
  /// The same where a blank was typed.
  static let typedBlank: [Scalars] = [[" "], []]

  private static func isBlank(_ options: [Scalars]) -> Bool {
    options == blank || options == typedBlank
  }

  private static func marks(of value: Int, at index: Int, in pieces: [Piece]) -> [UInt64] {
    var marks: [UInt64] = []
    if let run = neighbour(of: index, -1, in: pieces), let last = run.last(where: { $0 != " " }) {
      marks.append(NumberMarks.key(value, .before, last))
    }
    if let run = neighbour(of: index, 1, in: pieces), let first = run.first(where: { $0 != " " }) {
      marks.append(NumberMarks.key(value, .behind, first))
    }
    return marks.isEmpty ? [NumberMarks.key(value)] : marks
  }

  /// The run of characters beside a piece, over a blank that may be there.
  private static func neighbour(of index: Int, _ step: Int, in pieces: [Piece]) -> Scalars? {
    var next = index + step
    if pieces.indices.contains(next), case .either(let options) = pieces[next], isBlank(options) {
      next += step
    }
    guard pieces.indices.contains(next), case .one(let scalars) = pieces[next] else { return nil }
    return scalars
  }

  /// The places of the word in a folded text, in order; of those that begin at one place the first
  /// in the order of the pieces' options.
  func spans(in text: PatternText) -> [TextSpan] {
    starts(in: text).compactMap { start in
      end(of: 0, at: start, in: text).map { TextSpan(start, $0) }
    }
  }

  private func starts(in text: PatternText) -> [Int] {
    switch pieces.first {
    case nil: []
    case .one(let scalars): text.scalars.offsets(of: scalars)
    case .either(let options):
      Set(options.flatMap { $0.isEmpty ? [] : text.scalars.offsets(of: $0) }).sorted()
    case .number(let value):
      text.numbers.filter { $0.value.value == value }.keys.sorted()
    }
  }

  /// Where the pieces from one on end if they begin at an offset.
  private func end(of piece: Int, at offset: Int, in text: PatternText) -> Int? {
    guard piece < pieces.count else { return offset }
    switch pieces[piece] {
    case .one(let scalars):
      guard text.scalars.starts(scalars, at: offset) else { return nil }
      return end(of: piece + 1, at: offset + scalars.count, in: text)
    case .either(let options):
      for option in options where text.scalars.starts(option, at: offset) {
        if let end = end(of: piece + 1, at: offset + option.count, in: text) { return end }
      }
      return nil
    case .number(let value):
      guard let number = text.numbers[offset], number.value == value else { return nil }
      return end(of: piece + 1, at: number.span.to, in: text)
    }
  }
}

/// A folded text with its numbers, to look for patterns in it.
struct PatternText: Sendable {
  let scalars: Scalars
  /// The whole numbers by the offsets at which they begin.
  let numbers: [Int: NumberMatch]

  /// A text in which only forms without numbers are looked for.
  init(withoutNumbers folded: Scalars) {
    scalars = folded
    numbers = [:]
  }

  init(_ folded: Scalars) {
    scalars = folded
    numbers = Dictionary(
      WholeNumbers.find(in: folded).map { ($0.span.from, $0) },
      uniquingKeysWith: { first, _ in first })
  }
}
