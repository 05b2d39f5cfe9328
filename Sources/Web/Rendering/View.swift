import Mustache
import Reports

/// What a template is given: names with texts, truth values, lists and further views.
///
/// A member that is nil is declared and empty: `{{#name}}` does not hold for it, and Mustache does
/// not look for the name in the views around, as it does for a name that is missing.
package struct View: MustacheParent, ExpressibleByDictionaryLiteral {
  private var members: [String: Any] = [:]

  package init(dictionaryLiteral elements: (String, Any?)...) {
    for (name, value) in elements { members[name] = value ?? Absent() }
  }

  package subscript(name: String) -> Any? {
    get { members[name] }
    set { members[name] = newValue ?? Absent() }
  }

  package func child(named: String) -> Any? { members[named] }

  /// The names given here and in the views below.
  var names: Set<String> {
    var names = Set(members.keys)
    for value in members.values {
      if let view = value as? View { names.formUnion(view.names) }
      if let views = value as? [View] { views.forEach { names.formUnion($0.names) } }
    }
    return names
  }
}

/// A member that is declared and has no value.
private struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}

/// Escapes what templates print, scalar by scalar.
///
/// Mustache's own HTML type looks at whole characters, so that a quotation mark with a combining
/// sign behind it passes unescaped and closes an attribute.
struct EscapedText: MustacheContentType {
  static let name = "ESCAPED"

  func escapeText(_ text: String) -> String { HTML.escaped(text) }
}
