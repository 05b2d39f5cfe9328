/// The outline of a law's text: which elements there are, and in which order.
package struct LawIndex: LawOutline {
  /// Ids in the order of the text, by the id of what holds them; articles by their part.
  private var siblings: [String: [String]] = [:]
  private var places: [String: (parent: String, index: Int)] = [:]
  private var deleted: Set<String> = []
  private var groups: [String: String] = [:]
  /// The only paragraph of an article that has one.
  private var single: [String: String] = [:]
  /// The roots of supplements by amending law, whoever introduced it.
  private var supplements: [String: String] = [:]

  package init(_ text: LawText) {
    for part in text.parts {
      places[part.id] = ("", 0)
      let key = AmendingLaw.key(part.id)
      if part.id.hasSuffix("-Sp"), supplements[key] == nil { supplements[key] = part.id }
      add(part.children, parent: part.id, root: part.id)
    }
  }

  private mutating func add(_ elements: [LawElement], parent: String, root: String) {
    for element in elements {
      let holder =
        element.id.hasPrefix(root + "-At_") && !element.id.contains("-Pr_") ? root : parent
      if places[element.id] == nil {
        places[element.id] = (holder, siblings[holder, default: []].count)
        siblings[holder, default: []].append(element.id)
      }
      if holder != parent { groups[element.id] = parent }
      if element.isDeleted { deleted.insert(element.id) }
      if element.children.count == 1, ElementID(element.id)?.steps.last?.level == .article,
        element.children[0].id.hasPrefix(element.id + "-Pr_")
      {
        single[element.id] = element.children[0].id
      }
      add(element.children, parent: element.id, root: root)
    }
  }

  package func canonicalContainer(_ element: String) -> String? {
    if places[element] != nil { return element }
    if let own = underOwnRoot(element) { return own }
    return range(holding: element)
  }

  /// The id in a supplement that the text has under another form of the amending law's id.
  private func underOwnRoot(_ element: String) -> String? {
    guard let end = element.firstRange(of: "-Sp")?.upperBound else { return nil }
    let root = String(element[..<end])
    guard let own = supplements[AmendingLaw.key(root)], own != root else { return nil }
    let id = own + element[end...]
    return places[id] == nil ? nil : id
  }

  package func canonical(_ element: String) -> String? {
    guard let found = canonicalContainer(element) else { return nil }
    return single[found] ?? found
  }

  /// The deleted range (`At_38:84`) in which an article number lies.
  private func range(holding element: String) -> String? {
    guard let id = ElementID(element), let article = id.number(.article),
      let number = Int(article.split(separator: "_").first ?? "")
    else { return nil }
    for sibling in siblings[id.root] ?? [] where sibling.contains(":") {
      let bounds = (ElementID(sibling)?.number(.article) ?? "").split(separator: ":")
        .compactMap { Int($0.split(separator: "_").first ?? "") }
      if bounds.count == 2, bounds[0] <= number, number <= bounds[1] { return sibling }
    }
    return nil
  }

  package func group(of article: String) -> String? { groups[article] }

  package func neighbour(of element: String, by step: Int) -> String? {
    guard let place = places[element], let all = siblings[place.parent] else { return nil }
    var index = place.index + step
    while all.indices.contains(index) {
      if sameLevel(all[index], element), !deleted.contains(all[index]) { return all[index] }
      index += step
    }
    return nil
  }

  private func sameLevel(_ left: String, _ right: String) -> Bool {
    ElementID(left)?.steps.last?.level == ElementID(right)?.steps.last?.level
  }

  package func elements(from first: String, through last: String) -> [String]? {
    guard let from = canonicalContainer(first).flatMap({ places[$0] }),
      let to = canonicalContainer(last).flatMap({ places[$0] }), from.parent == to.parent,
      from.index <= to.index, let all = siblings[from.parent]
    else { return nil }
    return all[from.index...to.index].filter { sameLevel($0, first) }
  }
}
