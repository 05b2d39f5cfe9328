import Foundation
import JapaneseText
import Minutes
import Testing

/// The real documents beside the project; skipped where they are absent.
struct SharedDocument: CustomTestStringConvertible, Sendable {
  let path: String
  var testDescription: String { path }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("shared/data/minutes")

  static let all: [SharedDocument] = ["dev", "negative", "other-lang"].flatMap { folder in
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: root.appendingPathComponent(folder).path)
    return (names ?? []).sorted().map { SharedDocument(path: "\(folder)/\($0)") }
  }

  var bytes: [UInt8] {
    get throws { [UInt8](try Data(contentsOf: Self.root.appendingPathComponent(path))) }
  }
}

@Suite(
  .enabled(
    if: !SharedDocument.all.isEmpty,
    "../shared is absent: the readers are NOT tested on real documents")
)
struct ReaderCorpusTests {
  @Test(arguments: SharedDocument.all)
  func readsOrRefuses(_ document: SharedDocument) throws {
    do {
      let source = try Readers.read(try document.bytes, name: document.path)
      #expect(source.brokenPromise == nil)
      #expect(Readers.versions.contains(source.reader))
      #expect(source.lines.contains { !$0.span.isEmpty })
    } catch let error as ReadError {
      #expect(!document.path.hasPrefix("dev/"), "\(error)")
      #expect(!error.description.isEmpty)
    }
  }
}
