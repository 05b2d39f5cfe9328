/// A stretch of text, counted in Unicode scalars: `from` is the first, `to` is one past the last.
///
/// Every derived fact of the record points at its evidence with such a span, so that an answer can
/// always be led back to the exact characters.
package struct TextSpan: Hashable, Sendable, Comparable {
  package var from: Int
  package var to: Int

  package init(_ from: Int, _ to: Int) {
    self.from = from
    self.to = to
  }

  package init(_ range: Range<Int>) {
    self.init(range.lowerBound, range.upperBound)
  }

  package var range: Range<Int> { from..<max(from, to) }
  package var count: Int { max(0, to - from) }
  package var isEmpty: Bool { count == 0 }

  package func contains(_ other: TextSpan) -> Bool { from <= other.from && other.to <= to }

  package func contains(_ offset: Int) -> Bool { from <= offset && offset < to }

  package func overlaps(_ other: TextSpan) -> Bool { from < other.to && other.from < to }

  /// The same stretch in a text in which `offset` more scalars stand before it.
  package func shifted(by offset: Int) -> TextSpan { TextSpan(from + offset, to + offset) }

  package static func < (left: TextSpan, right: TextSpan) -> Bool {
    (left.from, left.to) < (right.from, right.to)
  }
}

/// A span is written as the pair `[from, to]`, as the JSON contract wants it.
extension TextSpan: Codable {
  package init(from decoder: any Decoder) throws {
    var pair = try decoder.unkeyedContainer()
    self.init(try pair.decode(Int.self), try pair.decode(Int.self))
  }

  package func encode(to encoder: any Encoder) throws {
    var pair = encoder.unkeyedContainer()
    try pair.encode(from)
    try pair.encode(to)
  }
}
