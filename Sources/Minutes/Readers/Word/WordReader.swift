import JapaneseText
import Markup

/// Word's .docx: the members are unpacked by `unzip`, run as a child process within limits, the XML
/// is read by `MarkupParser` (ECMA-376 part 1, WordprocessingML).
enum WordReader {
  /// No member of an honest record of a meeting unpacks to more, in MiB.
  private static let memberLimit = 64

  /// Throws `.toolMissing` without `unzip`, `.malformed` for a damaged archive or a zip bomb,
  /// `.unsupported` for one with a password.
  static func read(_ bytes: [UInt8]) throws(ReadError) -> SourceText {
    guard let document = try member("word/document.xml", of: bytes),
      let body = try xml(document).first("body")
    else {
      throw .malformed(format: ".docx", detail: "it has no word/document.xml")
    }
    let styles = WordStyles(try member("word/styles.xml", of: bytes).map(xml))
    let numbering = WordNumbering(try member("word/numbering.xml", of: bytes).map(xml))
    var flow = WordFlow(styles: styles, numbering: numbering, pages: WordPages(body))
    flow.add(body)
    guard flow.builder.scalars.contains(where: { !$0.isSpace }) else { throw .empty }
    return flow.builder.source(reader: "docx/1")
  }

  private static func xml(_ bytes: [UInt8]) throws(ReadError) -> Element {
    do {
      return try MarkupParser.xml(bytes)
    } catch {
      throw .malformed(format: ".docx", detail: "\(error)")
    }
  }

  /// The bytes of a member; `nil` where the archive has none of the name.
  private static func member(_ name: String, of bytes: [UInt8]) throws(ReadError) -> [UInt8]? {
    let result = try ChildProcess.run(
      "exec unzip -p \"$1\" \(name) > \"$2\"", tool: "unzip", input: bytes,
      limits: ChildProcess.Limits(seconds: 30, memory: 500_000, output: memberLimit))
    if result.isFull || result.wasStopped {
      throw .malformed(
        format: ".docx", detail: "\(name) unpacks to more than \(memberLimit) MiB (a zip bomb?)")
    }
    switch result.status {
    case 0, 1: return result.output
    case 11: return nil
    case 126, 127: throw .toolMissing(tool: "unzip", remedy: "apt-get install unzip")
    case 12:
      throw .malformed(format: ".docx", detail: "its members overlap as in a zip bomb")
    case 5, 81, 82:
      throw .unsupported(format: "a .docx with a password", remedy: "save it without one")
    default:
      let message = result.messages.split(whereSeparator: \.isNewline).last.map(String.init)
      throw .malformed(format: ".docx", detail: message ?? "the archive is damaged")
    }
  }
}
