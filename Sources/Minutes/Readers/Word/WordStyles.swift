import Markup

/// What the paragraph styles of a Word document say: heading levels and numbering.
struct WordStyles {
  private struct Style {
    var parent: String?
    var level: Int?
    var numbering: String?
    var depth: Int?
  }

  private var styles: [String: Style] = [:]

  init(_ root: Element?) {
    for element in root?.elements("style") ?? [] {
      guard let id = element["styleId"] else { continue }
      let properties = element.first("pPr")
      var style = Style(parent: element.first("basedOn")?["val"])
      style.level =
        Self.headingLevel(element.first("name")?["val"]) ?? Self.outlineLevel(properties)
      style.numbering = properties?.first("numPr")?.first("numId")?["val"]
      style.depth = properties?.first("numPr")?.first("ilvl")?["val"].flatMap { Int($0) }
      styles[id] = style
    }
  }

  /// The level, from 1 to 6, of a heading style; styles inherit.
  func headingLevel(_ id: String?) -> Int? { inherited(id) { $0.level } }

  /// The list of a style and the depth in it, from 0.
  func numbering(_ id: String?) -> (list: String, depth: Int)? {
    guard let list = inherited(id, { $0.numbering }) else { return nil }
    return (list, inherited(id) { $0.depth } ?? 0)
  }

  /// `outlineLvl` counts from 0; 9 is body text.
  static func outlineLevel(_ properties: Element?) -> Int? {
    guard let value = properties?.first("outlineLvl")?["val"].flatMap({ Int($0) }),
      (0...8).contains(value)
    else { return nil }
    return min(value + 1, 6)
  }

  /// `heading 1`, `Title`; Word writes these names in English in every language.
  private static func headingLevel(_ name: String?) -> Int? {
    guard let name = name?.lowercased() else { return nil }
    if name == "title" { return 1 }
    guard name.hasPrefix("heading "), let level = Int(name.dropFirst(8)), level > 0 else {
      return nil
    }
    return min(level, 6)
  }

  private func inherited<Value>(_ id: String?, _ value: (Style) -> Value?) -> Value? {
    var next = id
    for _ in 0..<16 {
      guard let current = next, let style = styles[current] else { return nil }
      if let found = value(style) { return found }
      next = style.parent
    }
    return nil
  }
}
