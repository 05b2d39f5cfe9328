package import Deliberation
package import JapaneseText

/// One record beside its gold: what every measure works on.
package struct Comparison: Sendable {
  package let record: Record
  package let gold: Gold
  package let alignment: Alignment
  /// The text of the file as its reader gave it, where it is at hand: evidence is looked up in it.
  package let source: Scalars?

  package init(record: Record, gold: Gold, source: Scalars? = nil) {
    self.record = record
    self.gold = gold
    self.source = source
    alignment = Alignment(record, gold)
  }

  /// A document of which no record could be made: all that its gold holds is missed.
  package init(unread gold: Gold) {
    let source = RecordSource(
      file: gold.source.file, sha256: gold.source.sha256, reader: gold.source.reader ?? "",
      parser: "")
    self.init(record: Record(source: source), gold: gold)
  }

  /// The pairs of statements that are the same, in order.
  package var pairs: [(gold: Int, record: Int)] {
    alignment.recordIndex.enumerated().compactMap { gold, record in record.map { (gold, $0) } }
  }

  /// Statements of the record that the gold does not have.
  package var extra: [Int] {
    let paired = Set(alignment.recordIndex.compactMap(\.self))
    return record.statements.indices.filter { !paired.contains($0) }
  }

  /// A span of the record's statement in offsets of its compared form.
  func compared(_ span: TextSpan, in index: Int) -> TextSpan { alignment.texts[index].span(span) }

  /// A span of the gold's statement in offsets of the record's compared form; nil where the words
  /// are not in the record's statement.
  func located(_ span: TextSpan, gold: Int, record: Int) -> TextSpan? {
    if alignment.isExact[gold] { return span }
    guard let words = self.gold.statements[gold].text?.scalars, span.to <= words.count else {
      return nil
    }
    let part = Array(words[span.range])
    let found = alignment.texts[record].scalars.firstOffset(of: part)
    return found.map { TextSpan($0, $0 + part.count) }
  }

  /// `FILE#12` of a gold statement, for lists of differences.
  func place(_ index: Int) -> String { "\(gold.name)#\(gold.statements[index].number)" }
}

/// Something that record and gold do not have in common, for a human reader.
package struct Difference: Hashable, Sendable {
  /// The key of the figure that it lowers.
  package var figure: String
  /// Annotation file and statement.
  package var place: String
  package var expected: String?
  package var found: String?
}

/// What one measure gives: its figures and what is behind them.
struct Measured {
  var figures: [Figure] = []
  var differences: [Difference] = []
}
