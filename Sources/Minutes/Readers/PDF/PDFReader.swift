import JapaneseText

/// PDF by poppler's `pdftotext`, run as a child process within limits.
///
/// The text is what pdftotext gives with `-layout`, which keeps rows together (a role and the name
/// beside it) and bullets with their words; prose in two columns is put in reading order. Nothing in it is normalised: Kangxi radicals stay.
enum PDFReader {
  /// `%PDF-` within the first kilobyte.
  static func recognises(_ bytes: [UInt8]) -> Bool {
    Bytes.firstOffset(of: "%PDF-", in: bytes[..<min(bytes.count, 1024)]) != nil
  }

  /// Throws `.toolMissing`, `.toolFailed`, `.malformed` for a damaged or cut file, `.unsupported`
  /// for an encrypted one or one of images.
  static func read(_ bytes: [UInt8]) throws(ReadError) -> SourceText {
    let tail = bytes[max(0, bytes.count - 4096)...]
    guard Bytes.firstOffset(of: "%%EOF", in: tail) != nil else {
      throw .malformed(format: "PDF", detail: "the end is missing, the file was cut off")
    }
    let layout = try text(of: bytes)
    guard layout.scalars.contains(where: { !$0.isSpace }) else {
      if !layout.messages.isEmpty {
        throw .malformed(format: "PDF", detail: firstLine(layout.messages))
      }
      throw .unsupported(
        format: "a PDF without text (scanned pages)",
        remedy: "run text recognition (OCR) over it first")
    }
    let (scalars, columned) = PDFColumns.inReadingOrder(layout.scalars)
    let lines = Lines.cut(scalars)
    var notes: [String] = []
    if columned > 0 { notes.append("\(columned) pages in columns put in reading order") }
    if !layout.messages.isEmpty { notes.append("pdftotext: \(firstLine(layout.messages))") }
    return SourceText(
      reader: "pdf/1", scalars: scalars, lines: lines,
      marks: PageFurniture.marks(scalars: scalars, lines: lines).inOrder, notes: notes)
  }

  private static func text(
    of bytes: [UInt8]
  ) throws(ReadError) -> (scalars: Scalars, messages: String) {
    let result = try ChildProcess.run(
      "exec pdftotext -layout -enc UTF-8 \"$1\" \"$2\"", tool: "pdftotext", input: bytes)
    switch result.status {
    case 0 where !result.isFull: break
    case 126, 127:
      throw .toolMissing(tool: "pdftotext", remedy: "apt-get install poppler-utils")
    default:
      guard !result.messages.contains("Incorrect password") else {
        throw .unsupported(
          format: "an encrypted PDF", remedy: "give a copy without a password (qpdf --decrypt)")
      }
      if result.wasStopped || result.isFull || result.messages.isEmpty {
        throw .toolFailed(
          tool: "pdftotext", detail: "it needed more time, memory or output than is allowed")
      }
      throw .malformed(format: "PDF", detail: firstLine(result.messages))
    }
    guard UTF8Bytes.firstInvalid(result.output) == nil else {
      throw .toolFailed(tool: "pdftotext", detail: "it wrote text that is not UTF-8")
    }
    return (String(decoding: result.output, as: UTF8.self).scalars, result.messages)
  }

  private static func firstLine(_ messages: String) -> String {
    String(messages.prefix { !$0.isNewline }.prefix(200))
  }
}
