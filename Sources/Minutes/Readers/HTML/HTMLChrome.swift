import Markup

/// What of a page is not its content: scripts, menus, form controls, hidden words.
enum HTMLChrome {
  /// Whether the element and all in it is left out; `isInContent` is true within an article or the
  /// main part, where a header belongs to the content.
  static func leavesOut(_ element: Element, isInContent: Bool) -> Bool {
    switch element.name {
    case "head", "script", "style", "noscript", "template", "nav", "button", "input", "select",
      "option", "textarea", "iframe", "object", "embed", "svg", "canvas", "audio", "video", "map",
      "rt", "rp", "datalist", "dialog":
      return true
    case "header", "footer":
      if !isInContent { return true }
    default: break
    }
    guard !element.attributes.isEmpty else { return false }
    if element["hidden"] != nil || element["aria-hidden"] == "true" {
      return !hasManyWords(element)
    }
    if let style = element["style"], style.filter({ $0 != " " }).contains("display:none") {
      return true
    }
    if let role = element["role"], roles.contains(role) { return true }
    return isChromeName(element["class"]) || isChromeName(element["id"])
  }

  private static let roles: Set<String> = [
    "navigation", "banner", "search", "toolbar", "button", "menu", "menubar", "tablist",
  ]

  /// Names that web authors give to menus, bread crumbs, and what is not to be seen or printed.
  private static let names: Set<String> = [
    "visually-hidden", "sr-only", "screen-reader-text", "hidden-print", "visible-print-block",
    "no-print", "noprint",
    "print-none", "breadcrumb", "breadcrumbs", "topicpath", "topic-path", "pankuzu", "skip",
    "skiplink", "skip-link", "globalnav", "global-nav", "gnav", "localnav", "local-nav", "sidenav",
    "sns-share", "share-buttons", "pagetop", "page-top",
  ]

  private static func isChromeName(_ value: String?) -> Bool {
    guard let value else { return false }
    return value.utf8.split(separator: 0x20).contains { names.contains(Substring($0).lowercased()) }
  }

  /// `aria-hidden` also hides ornaments around whole pages; those stay.
  private static func hasManyWords(_ element: Element) -> Bool {
    element.text.unicodeScalars.count > 400
  }
}
