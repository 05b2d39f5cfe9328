/// An element of an XML or HTML document, as a value.
///
/// Names are local names, without a namespace prefix; those of HTML are in lower case.
package struct Element: Hashable, Sendable {
  package var name: String
  package var attributes: [String: String]
  /// Elements and texts in the order of the document (mixed content).
  package var children: [Node]
  /// The line of the source, from 1, on which the start tag ends.
  package var line: Int

  package init(
    name: String, attributes: [String: String] = [:], children: [Node] = [], line: Int = 1
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.line = line
  }
}

/// A child of an element.
package enum Node: Hashable, Sendable {
  case element(Element)
  /// Text with its entities resolved, and the line of the source, from 1, on which it begins.
  case text(String, line: Int)

  package var element: Element? {
    if case .element(let element) = self { element } else { nil }
  }

  package var text: String? {
    if case .text(let text, _) = self { text } else { nil }
  }
}

extension Element {
  package subscript(attribute: String) -> String? { attributes[attribute] }

  /// The child elements in order.
  package var elements: [Element] { children.compactMap(\.element) }

  /// The child elements of a name, in order.
  package func elements(_ name: String) -> [Element] {
    children.compactMap { node in
      if case .element(let element) = node, element.name == name { element } else { nil }
    }
  }

  /// The first child element of a name.
  package func first(_ name: String) -> Element? {
    for case .element(let element) in children where element.name == name { return element }
    return nil
  }

  /// The first element below this one, at any depth, in document order, that has the name.
  package func firstDescendant(_ name: String) -> Element? {
    for case .element(let element) in children {
      if element.name == name { return element }
      if let found = element.firstDescendant(name) { return found }
    }
    return nil
  }

  /// The elements below this one, at any depth, in document order, that have the name.
  package func descendants(_ name: String) -> [Element] {
    var found: [Element] = []
    visit { element in
      if element.name == name { found.append(element) }
      return true
    }
    return found
  }

  /// The text of the element and of all below it, in document order.
  package var text: String {
    if children.count == 1, case .text(let text, _) = children[0] { return text }
    var text = ""
    append(to: &text)
    return text
  }

  private func append(to text: inout String) {
    for node in children {
      switch node {
      case .text(let part, _): text += part
      case .element(let element): element.append(to: &text)
      }
    }
  }

  /// Calls `body` for each element below this one in document order; `false` skips what is in it.
  ///
  /// It recurses as deep as the tree, whose depth `MarkupParser` limits.
  package func visit(_ body: (Element) -> Bool) {
    for case .element(let element) in children where body(element) { element.visit(body) }
  }
}
