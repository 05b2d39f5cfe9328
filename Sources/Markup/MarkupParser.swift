import CLibXML2

/// XML and HTML as trees of values; the only place that touches libxml2.
///
/// Nothing is fetched, no DTD is loaded, and a document that declares entities is refused.
package enum MarkupParser {
  /// XML may be nested this deep; more is refused.
  package static let xmlDepthLimit = 256
  /// HTML may be nested this deep; what lies deeper becomes children of the element at the limit.
  package static let htmlDepthLimit = 384

  /// The root element of a well-formed XML document in the encoding that it declares.
  package static func xml(_ bytes: [UInt8]) throws(MarkupError) -> Element {
    let size = try size(of: bytes)
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_HUGE.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue | XML_PARSE_COMPACT.rawValue
    guard let context = xmlNewParserCtxt() else { throw .tooLarge(bytes: bytes.count) }
    defer { xmlFreeParserCtxt(context) }
    cxml_refuse_entities(context)
    let document = bytes.withUnsafeBytes { buffer in
      xmlCtxtReadMemory(
        context, buffer.bindMemory(to: CChar.self).baseAddress, size, nil, nil, Int32(options))
    }
    defer { xmlFreeDoc(document) }
    if cxml_reason(context) == Int32(CXML_ENTITY) { throw .entities }
    guard let document, context.pointee.wellFormed != 0, let root = xmlDocGetRootElement(document)
    else { throw lastError(context) }
    return try TreeBuilder.element(root, depthLimit: xmlDepthLimit, flattens: false)
  }

  /// The `html` element of an HTML page, however badly written; `utf8` is the page decoded.
  ///
  /// The charset that the page declares is ignored: whoever decodes the page has looked at it.
  package static func html(_ utf8: [UInt8]) throws(MarkupError) -> Element {
    let size = try size(of: utf8)
    let options =
      HTML_PARSE_NONET.rawValue | HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_COMPACT.rawValue
      | HTML_PARSE_IGNORE_ENC.rawValue
    let context = utf8.withUnsafeBytes { buffer in
      htmlCreateMemoryParserCtxt(buffer.bindMemory(to: CChar.self).baseAddress, size)
    }
    guard let context else { throw .tooLarge(bytes: utf8.count) }
    defer { htmlFreeParserCtxt(context) }
    htmlCtxtUseOptions(context, Int32(options))
    xmlSwitchEncoding(context, XML_CHAR_ENCODING_UTF8)
    cxml_html_limits(context)
    htmlParseDocument(context)
    let document = context.pointee.myDoc
    context.pointee.myDoc = nil
    defer { xmlFreeDoc(document) }
    if cxml_reason(context) == Int32(CXML_DEPTH) {
      throw .tooDeep(limit: Int(CXML_HTML_DEPTH))
    }
    guard let document, let root = xmlDocGetRootElement(document) else { throw .empty }
    return try TreeBuilder.element(root, depthLimit: htmlDepthLimit, flattens: true)
  }

  /// libxml2 wants to be made ready once before several threads parse.
  private static let ready: Void = xmlInitParser()

  private static func size(of bytes: [UInt8]) throws(MarkupError) -> Int32 {
    ready
    guard !bytes.isEmpty else { throw .empty }
    guard let size = Int32(exactly: bytes.count) else { throw .tooLarge(bytes: bytes.count) }
    return size
  }

  private static func lastError(_ context: xmlParserCtxtPtr) -> MarkupError {
    guard let error = xmlCtxtGetLastError(context) else {
      return .malformed(line: 1, detail: "not well formed")
    }
    let message = error.pointee.message.map { String(cString: $0) } ?? "not well formed"
    let detail = String(message.prefix { !$0.isNewline }.prefix(200))
    return .malformed(line: max(1, Int(error.pointee.line)), detail: detail)
  }
}
