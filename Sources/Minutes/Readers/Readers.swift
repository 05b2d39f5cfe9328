import JapaneseText

/// From the bytes of a file to a source text; which reader is chosen by the content.
///
/// The order in which formats are recognised is the table in `FileFormat`.
package enum Readers {
  /// The largest file that is read, in bytes.
  package static let sizeLimit = 200 * 1024 * 1024

  /// The names and versions of the readers, as `SourceText.reader` gives them; a version is raised
  /// when the reader gives another text or other marks for the same bytes.
  package static let versions = [
    "docx/1", "html/1", "json-in-js/1", "json/1", "jsonl/1", "markdown/1", "pdf/1", "rst/1",
    "text/1", "xml/1",
  ]

  /// Reads a file; `name` is only for messages of tools and never decides the format.
  ///
  /// Throws a `ReadError` that says what is wrong and what to do.
  package static func read(_ bytes: [UInt8], name: String) throws(ReadError) -> SourceText {
    guard !bytes.isEmpty else { throw .empty }
    guard bytes.count <= sizeLimit else { throw .tooLarge(bytes: bytes.count, limit: sizeLimit) }
    if let container = Container.recognised(bytes) {
      switch container {
      case .pdf: return try PDFReader.read(bytes)
      case .docx: return try WordReader.read(bytes)
      case .unsupported(let format, let remedy):
        throw .unsupported(format: format, remedy: remedy)
      }
    }
    let file = try DecodedFile(bytes)
    guard !TextFormat.isBlank(file.utf8) else { throw .empty }
    switch TextFormat.recognised(file.utf8) {
    case .html: return try HTMLReader.read(file)
    case .xml: return try XMLReader.read(file)
    case .json: return try JSONReader.read(file)
    case .script(let offset, let line):
      return try JSONReader.read(script: file, at: offset, line: line)
    case .text: return TextReader.read(file)
    }
  }
}
