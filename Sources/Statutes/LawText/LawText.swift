package import Deliberation

/// The text of a law at one revision, as a tree of provisions with e-Gov's element ids.
package struct LawText: Sendable {
  /// e-Gov's law id; nil where neither the file's name nor the text tells.
  package var law: String?
  /// e-Gov's `law_revision_id`; nil is shown as 時点不明.
  package var revision: String?
  package var title: String
  /// The law number as printed.
  package var number: String
  /// What stands before the main provisions (制定文, 目次, 前文), 本則, then each 附則, 別表 and 様式 in
  /// the order of the text.
  package var parts: [LawElement]

  package init(
    law: String?, revision: String?, title: String, number: String, parts: [LawElement]
  ) {
    self.law = law
    self.revision = revision
    self.title = title
    self.number = number
    self.parts = parts
  }

  /// The element of an id, at any depth.
  package func element(_ id: String) -> LawElement? {
    for part in parts {
      if let found = part.element(id) { return found }
    }
    return nil
  }
}

/// An element of a law: a chapter, an article, a paragraph, an item, a table.
package struct LawElement: Sendable {
  /// The element id in the short form.
  package var id: String
  /// 第三十四条の十, 第二章, イ; empty where the text prints none (a first paragraph).
  package var title: String
  /// （見出し） with its brackets, where there is one.
  package var caption: String?
  /// The element's own sentences, without those of what lies below it.
  package var text: String
  /// The rows of the tables that stand in the element itself, cell by cell as the text has them.
  ///
  /// A cell that takes several rows stands in the first one only. Titles and remarks of a table are
  /// rows of one cell.
  package var rows: [[String]] = []
  /// What each cell of `rows` takes; empty where every cell takes one row and one column.
  package var spans: [[CellSpan]] = []
  package var children: [LawElement] = []
  /// The text says 削除.
  package var isDeleted = false

  package init(id: String, title: String, caption: String? = nil, text: String = "") {
    self.id = id
    self.title = title
    self.caption = caption
    self.text = text
  }

  /// The element of an id, this one or one below it.
  package func element(_ wanted: String) -> LawElement? {
    if id == wanted { return self }
    for child in children {
      if let found = child.element(wanted) { return found }
    }
    return nil
  }

  /// Calls `body` for this element and all below it, in the order of the text.
  package func visit(_ body: (LawElement) -> Void) {
    body(self)
    for child in children { child.visit(body) }
  }
}

/// Why a file is no law text.
package enum LawTextError: Error, Equatable, Sendable, CustomStringConvertible {
  case notXML(reason: String)
  /// XML without `Law/LawBody`.
  case notALaw(root: String)

  package var description: String {
    switch self {
    case .notXML(let reason): "not XML: \(reason)"
    case .notALaw(let root): "no law text: the root element is \(root)"
    }
  }
}
