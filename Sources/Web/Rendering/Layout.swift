/// Puts a page into the frame that all pages share.
package struct Layout: Sendable {
  let templates: Templates

  /// The whole page as HTML.
  ///
  /// The path and query of the page on the site serve the switch of the language and the JSON
  /// beside it; nil where the page has no address.
  package func html(_ page: some Page, _ place: Surroundings, path: String?) -> String {
    let words = place.words
    var view = page.view(place)
    view["t"] = words
    let other: Language = words.language == .ja ? .en : .ja
    let frame: View = [
      "lang": words.language.rawValue,
      "title": page.title(words),
      "main": templates.text(page.template, view),
      "t": words,
      "css": place.links.file("site.css"),
      "js": place.links.isStatic ? nil : place.links.file("site.js"),
      "icon": place.links.file("icon.svg"),
      "home": place.links.link("/"),
      "searchPage": page.hasSearchBox ? nil : place.links.link("/search"),
      "otherLanguage": other.rawValue,
      "otherHref": path.flatMap { place.links.isStatic ? nil : Self.switched($0, other) },
      "jsonHref": path.flatMap { place.links.isStatic ? nil : Self.twin($0) },
      "sections": Self.sections(place),
      "editing": place.editor == nil ? nil : true,
    ]
    return templates.text("layout", frame) ?? ""
  }

  private static func sections(_ place: Surroundings) -> [View] {
    let sections = [
      ("search", "/search"), ("meetings", "/meetings"), ("people", "/people"),
      ("provisions", "/provisions"), ("bodies", "/bodies"),
    ]
    return sections.compactMap { key, path in
      place.links.link(path).map { ["href": $0, "name": place.words[key]] }
    }
  }

  /// The same page in another language.
  private static func switched(_ path: String, _ language: Language) -> String {
    let halves = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let fields = FormFields(halves.count > 1 ? String(halves[1]) : "")
    return "\(halves[0])?\(fields.with("lang", language.rawValue).encoded)"
  }

  /// The JSON beside a page.
  private static func twin(_ path: String) -> String {
    let halves = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let query = FormFields(halves.count > 1 ? String(halves[1]) : "").with("lang", nil).encoded
    let page = halves[0] == "/" ? "/search" : halves[0]
    return "\(page).json" + (query.isEmpty ? "" : "?\(query)")
  }
}
