package import Deliberation
import JapaneseText

/// The second half of Minutes: a source text to meetings and records, whatever its format was.
package enum Parser {
  /// Reads every record of a file.
  ///
  /// Positions, relations and links stay empty; the parts of the program that come later find them.
  ///
  /// - Parameters:
  ///   - source: what a reader made of the file.
  ///   - file: the path or name under which the file was read.
  ///   - sha256: SHA-256 of its bytes, in lower-case hexadecimal.
  /// - Returns: one record for each meeting in the file, at least one.
  /// - Throws: `ReadError.notMinutes` with the reason where nothing was said or done in it.
  package static func records(
    in source: SourceText, file: String, sha256: String
  ) throws(ReadError) -> [Record] {
    let view = TextView(source)
    let origin = RecordSource(
      file: file, sha256: sha256, reader: source.reader, parser: ParserVersion.current)
    var records: [Record] = []
    var reason: String?
    for part in parts(of: source, view) {
      let front = FrontMatter.read(view, within: part)
      let record = RecordReader(view: view, part: part, front: front).record(from: origin)
      if let record {
        records.append(record)
      } else {
        reason = reason ?? front.notMinutes
      }
    }
    guard !records.isEmpty else {
      throw .notMinutes(reason: reason ?? "no speaker, no opinion and no decision is in the text")
    }
    return records
  }

  /// The stretches of the file that hold one record each.
  private static func parts(of source: SourceText, _ view: TextView) -> [TextSpan] {
    let marked = source.marks.filter { $0.kind == .record }.map(\.span).filter { !$0.isEmpty }
    return marked.isEmpty ? SeveralHeads.parts(of: view, in: source) : marked
  }
}
