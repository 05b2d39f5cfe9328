package import Statutes
package import Store

extension LawText {
  /// The text as it was before it was stored.
  package init(_ revision: StoredRevision, provisions: [StoredProvision]) {
    var parts: [LawElement] = []
    var children: [Int: [LawElement]] = [:]
    // What holds an element stands before it, so that from the end each one is whole when its turn comes.
    for (ordinal, provision) in provisions.enumerated().reversed() {
      var element = LawElement(
        id: provision.element, title: provision.title, caption: provision.caption,
        text: provision.text)
      element.isDeleted = provision.isDeleted
      element.rows = provision.rows
      element.spans = provision.spans
      element.children = (children.removeValue(forKey: ordinal) ?? []).reversed()
      if let parent = provision.parent {
        children[parent, default: []].append(element)
      } else {
        parts.append(element)
      }
    }
    self.init(
      law: revision.law, revision: revision.revision, title: revision.title,
      number: revision.number, parts: parts.reversed())
  }

  /// The elements as rows, each with its id in the full form.
  package var provisions: [StoredProvision] {
    var provisions: [StoredProvision] = []
    func add(_ element: LawElement, parent: Int?, anchor: String) {
      let ordinal = provisions.count
      provisions.append(
        StoredProvision(
          element: element.id, anchor: anchor, parent: parent, title: element.title,
          caption: element.caption, text: element.text, isDeleted: element.isDeleted,
          rows: element.rows, spans: element.spans))
      for child in element.children {
        let step = child.id.split(separator: "-").last.map(String.init) ?? child.id
        add(child, parent: ordinal, anchor: "\(anchor)-\(step)")
      }
    }
    for part in parts { add(part, parent: nil, anchor: part.id) }
    return provisions
  }
}
