package import Deliberation
import JapaneseText
import Minutes
import Positions
import Statutes
package import Store

/// The way from a file to its records, and from there into the index.
package struct MinutesPipeline: Sendable {
  /// What the program is shipped with.
  package let corpus: CorpusData
  /// What humans decided, applied to every file that is read.
  package let corrections: Corrections

  package init(corpus: CorpusData, corrections: Corrections = Corrections()) {
    self.corpus = corpus
    self.corrections = corrections
  }

  /// The version of everything that turns a parsed record into positions and links; a file that an
  /// older version derived is derived anew by `shingi rebuild`.
  package var derivation: String {
    "people/1 positions/\(PositionFinder.version) links/\(ProvisionLinks.version) data/\(corpus.version)"
  }

  /// A file as it was read, with the records in it.
  package struct Reading: Sendable {
    package let file: SourceFile
    package let records: [Record]
  }

  /// Reads, parses and derives one file; touches nothing else.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: The path or name under which it is to be known.
  /// - Returns: The file as it is to be stored, and its records.
  /// - Throws: `IngestError.refused` with the reason and the remedy.
  package func read(_ bytes: [UInt8], path: String) throws(IngestError) -> Reading {
    try read(bytes, path: path, corrections: corrections)
  }

  /// The same under other corrections.
  func read(
    _ bytes: [UInt8], path: String, corrections: Corrections
  ) throws(IngestError) -> Reading {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let sha256 = SHA256.hex(bytes)
    do {
      let text = try Readers.read(bytes, name: name)
      var records = try Parser.records(in: text, file: name, sha256: sha256)
      let decided = corrections.of(path: path, sha256: sha256, text: text.scalars)
      decided.correctStatements(of: &records)
      for index in records.indices {
        PositionFinder.derive(&records[index], lexicon: corpus.lexicon)
        corpus.link(&records[index])
      }
      decided.correctPositions(of: &records)
      let file = SourceFile(
        path: path, bytes: bytes, sha256: sha256, text: String(text.scalars), reader: text.reader,
        parser: ParserVersion.current, derivation: derivation)
      return Reading(file: file, records: records)
    } catch {
      throw .refused(file: path, reason: error.description)
    }
  }
}

extension MinutesPipeline {
  /// Whether a file was read and derived by this version of everything.
  package func isCurrent(_ file: SourceFile) -> Bool {
    file.parser == ParserVersion.current && file.derivation == derivation
  }
}

extension CorpusData {
  /// Fills the links and candidates of a record anew.
  package func link(_ record: inout Record) {
    ProvisionLinks.derive(
      &record, topics: topics, laws: laws, terms: terms(record.meeting.date),
      similar: similar(record.meeting.date), precision: precision)
  }
}
