import Markup

/// Minutes as XML: answers of the Diet's API, and debates of Akoma Ntoso.
enum XMLReader {
  /// A declaration, or a tag with a plain name that is closed somewhere.
  static func recognises(_ utf8: [UInt8]) -> Bool {
    guard let start = utf8.firstIndex(where: { $0 > 0x20 }), utf8[start] == 0x3C else {
      return false
    }
    if utf8[start...].starts(with: "<?xml".utf8) { return true }
    let name = utf8[(start + 1)...].prefix {
      (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
    }
    guard name.count >= 2, utf8.count < 64 || utf8.last(where: { $0 > 0x20 }) == 0x3E else {
      return false
    }
    return (try? MarkupParser.xml(utf8)) != nil
  }

  /// Throws `.malformed` with the line, or `.unsupported` with the roots that are expected.
  static func read(_ file: DecodedFile) throws(ReadError) -> SourceText {
    let root: Element
    do {
      root = try MarkupParser.xml(Self.undeclared(file))
    } catch {
      throw .malformed(format: "XML", detail: "\(error)")
    }
    let reading: JSONForm.Reading
    switch root.name {
    case "data": reading = DietXML.read(root)
    case "akomaNtoso": reading = AkomaNtosoDebate.read(root)
    case "html": return try HTMLReader.read(file)
    default:
      throw .unsupported(
        format: "XML with the root element <\(root.name)>",
        remedy: "the roots that are read are <data> (NDL API) and <akomaNtoso> (debate)")
    }
    let meetings = reading.meetings.filter(\.hasText)
    guard !meetings.isEmpty else { throw .notMinutes(reason: "the XML has no speeches") }
    return StructuredText.source(meetings, reader: "xml/1", notes: reading.notes)
  }

  /// The bytes are UTF-8 by now, whatever the declaration says: its encoding is blanked out.
  private static func undeclared(_ file: DecodedFile) -> [UInt8] {
    guard file.encoding != "UTF-8", file.utf8.starts(with: "<?xml".utf8),
      let end = file.utf8.firstIndex(of: 0x3E)
    else { return file.utf8 }
    return Array("<?xml version=\"1.0\"?>".utf8) + file.utf8[(end + 1)...]
  }
}
