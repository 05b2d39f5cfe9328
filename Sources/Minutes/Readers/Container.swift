/// Files that are not text, recognised by their first bytes.
enum Container {
  case pdf
  case docx
  case unsupported(format: String, remedy: String)

  /// The table of magic numbers, in order; `nil` for what may be text.
  static func recognised(_ bytes: [UInt8]) -> Container? {
    if PDFReader.recognises(bytes) { return .pdf }
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      return archive(bytes)
    }
    for (magic, format, remedy) in table where bytes.starts(with: magic) {
      return .unsupported(format: format, remedy: remedy)
    }
    return nil
  }

  /// What a zip archive holds, by the names of its members.
  private static func archive(_ bytes: [UInt8]) -> Container {
    let members = [
      ("word/document.xml", ""), ("xl/workbook.xml", "an Excel workbook"),
      ("ppt/presentation.xml", "a PowerPoint presentation"),
      ("mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
      ("mimetypeapplication/epub", "an EPUB book"),
    ]
    for (name, format) in members where Bytes.firstOffset(of: name, in: bytes[...]) != nil {
      return format.isEmpty ? .docx : .unsupported(format: format, remedy: convert)
    }
    return .unsupported(format: "a zip archive", remedy: unpack)
  }

  private static let convert = "convert it to PDF, .docx or text first"
  private static let ocr = "run text recognition (OCR) over it and give the text"
  private static let unpack = "unpack it and give the files in it"

  private static let table: [([UInt8], String, String)] = [
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "an old Office file (.doc, .xls)", convert),
    (Array("{\\rtf".utf8), "RTF", convert),
    ([0x89, 0x50, 0x4E, 0x47], "a PNG image", ocr),
    ([0xFF, 0xD8, 0xFF], "a JPEG image", ocr),
    (Array("GIF8".utf8), "a GIF image", ocr),
    ([0x49, 0x49, 0x2A, 0x00], "a TIFF image", ocr),
    ([0x4D, 0x4D, 0x00, 0x2A], "a TIFF image", ocr),
    ([0x1F, 0x8B], "a gzip archive", unpack),
    (Array("BZh".utf8), "a bzip2 archive", unpack),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "an xz archive", unpack),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], "a 7z archive", unpack),
    (Array("SQLite format 3\u{0}".utf8), "an SQLite database", "give the minutes themselves"),
  ]
}
