/// Tells HTML from text, XML and Markdown by what stands at the beginning.
enum HTMLRecognition {
  /// Whether the file begins with an HTML tag, or has `<html`, `<body` or a doctype near its start.
  static func recognises(_ utf8: [UInt8]) -> Bool {
    let head = lowercased(utf8.prefix(2048))
    for sign in ["<!doctype html", "<html", "<body", "<frameset"] where contains(head, sign) {
      return true
    }
    guard let start = firstTag(head) else { return false }
    let name = head[start...].prefix { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    guard let next = head[name.endIndex...].first, next <= 0x20 || next == 0x3E || next == 0x2F
    else { return false }
    return tags.contains(String(decoding: name, as: UTF8.self))
  }

  /// Tags with which a page or a piece of one may begin; words such as `<s>` are left out.
  private static let tags: Set<String> = [
    "head", "meta", "title", "link", "script", "style", "div", "table", "center", "font", "h1",
    "h2", "h3", "h4", "p", "pre", "ul", "ol", "dl", "main", "article", "section", "br", "hr",
    "blockquote", "base", "span", "a", "b", "form", "header", "nav",
  ]

  /// The offset after the `<` of the first tag, white space and comments skipped.
  private static func firstTag(_ head: [UInt8]) -> Int? {
    var offset = 0
    while offset < head.count {
      if head[offset] <= 0x20 {
        offset += 1
      } else if head[offset...].starts(with: "<!--".utf8) {
        guard let end = firstOffset(head, "-->", from: offset + 4) else { return nil }
        offset = end + 3
      } else {
        return head[offset] == 0x3C ? offset + 1 : nil
      }
    }
    return nil
  }

  private static func lowercased(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    bytes.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }

  private static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
    firstOffset(bytes, word, from: 0) != nil
  }

  private static func firstOffset(_ bytes: [UInt8], _ word: String, from start: Int) -> Int? {
    var offset = start
    while offset < bytes.count {
      if bytes[offset...].starts(with: word.utf8) { return offset }
      offset += 1
    }
    return nil
  }
}
