import Deliberation
import JapaneseText

/// Where in which law a pointer leads, level by level.
struct Place: Hashable, Sendable {
  var law: LawHead.Meaning
  var root = "Mp"
  /// 第二章第七節, where no article is named.
  var groups: [ElementID.Step] = []
  var article: String?
  var paragraph: String?
  var item: String?
  var subitems: [String] = []

  var element: ElementID {
    var steps: [ElementID.Step] = groups
    if let article { steps.append(.init(.article, article)) }
    if let paragraph {
      steps.append(.init(.paragraph, paragraph))
    } else if item != nil {
      steps.append(.init(.paragraph, "1"))
    }
    if let item { steps.append(.init(.item, item)) }
    for (depth, number) in subitems.enumerated() {
      steps.append(.init(.subitem(depth + 1), number))
    }
    return ElementID(root: root, steps: steps)
  }
}

/// The places that 同条, 同項 and 同号 can mean.
struct Memory: Sendable {
  var article: Place?
  var paragraph: Place?
  var item: Place?
  /// What 同表 means.
  var table: Place?
  /// What 同章 and 同節 mean.
  var group: Place?
}

extension CitationScanner {
  /// Appends the citation of a pointer, with the range that it may begin; returns where it ends.
  mutating func emit(
    _ pointer: Pointer, law: LawHead.Meaning, from: Int, kind: CitationKind, base: Place?
  ) -> Int {
    let placed = place(pointer, law: law, base: base)
    var end = pointer.span.to
    var citation = Citation(
      span: source(TextSpan(from, end)), kind: kind, part: pointer.part)
    citation.isEach = pointer.isEach
    switch placed {
    case .failure(let reason):
      citation.unresolved = reason
      if pointer.isRelative, kind != .external { citation.kind = .relative }
      forget(pointer, reason)
      if let range = rangeEnd(after: pointer) {
        end = range.span.to
        citation.span = source(TextSpan(from, end))
        citation.kind = .range
      }
    case .success(let place):
      remember(place, named: pointer)
      carried = (place, end)
      carrySupplement(pointer.root == .supplement)
      if kind == .absolute, pointer.isRelative { citation.kind = .relative }
      var places = preceding(pointer, place, isEach: &citation.isEach)
      if let range = rangeEnd(after: pointer),
        case .success(let last) = self.place(range, law: place.law, base: place)
      {
        places = Ranges.expand(from: place, to: last, outline: outline(of: place.law))
        end = range.span.to
        citation.kind = .range
        remember(last, named: range)
        carried = (last, end)
        carrySupplement(pointer.root == .supplement)
        let excluded = excluded(at: end, law: place.law, base: last)
        places.removeAll { excluded.contains($0) }
      }
      resolve(&citation, places: places, pointer: pointer)
      citation.span = source(TextSpan(from, end))
      if let before = found.last, applies(before, from), citation.unresolved == nil {
        citation.via = before.targets
      }
    }
    found.append(citation)
    return end
  }

  private func resolve(_ citation: inout Citation, places: [Place], pointer: Pointer) {
    for place in places {
      switch place.law {
      case .unresolved(let reason):
        citation.unresolved = reason
        if reason == .notALaw { citation.kind = .external }
      case .law(let law):
        var element = place.element.text
        if let outline = outline(of: place.law) {
          guard let existing = outline.canonical(element) else {
            if places.count == 1 { citation.unresolved = .notInLaw }
            continue
          }
          element = existing
        }
        let row = pointer.row.map { TableRow(table: element, label: $0) }
        citation.targets.append(
          CitationTarget(
            provision: Provision(law: law, element: element, row: row),
            revision: revision(of: law)))
      }
    }
    if citation.targets.isEmpty, citation.unresolved == nil { citation.unresolved = .notInLaw }
  }

  func outline(of law: LawHead.Meaning) -> (any LawOutline)? {
    guard case .law(let id) = law else { return nil }
    return context.outlines?(id)
  }

  /// Whether の規定において準用する or its like stands between the last citation and an offset.
  private func applies(_ before: Citation, _ offset: Int) -> Bool {
    guard !before.targets.isEmpty, let carriedEnd = lastEnd, carriedEnd < offset else {
      return false
    }
    let between = text[carriedEnd..<offset]
    return CitationScanner.applying.contains { $0.elementsEqual(between) }
  }

  private static let applying = [
    "において準用する", "の規定において準用する", "において読み替えて準用する", "の規定により読み替えて適用する", "で準用する",
    "が準用する", "により準用する", "の規定により準用する", "において準用される", "において適用する", "の規定により適用する",
    "において読み替えて適用する", "の規定により読み替えて適用される", "により読み替えて適用する",
    "の規定により読み替えて準用する",
  ].map(\.scalars)

  /// A place is the antecedent of 同条, 同項, 同号 on the levels that its words name: after 前項 the
  /// 同条 is still the article that was named before.
  mutating func remember(_ place: Place, named pointer: Pointer) {
    if !place.groups.isEmpty { memory.group = place }
    if place.root.hasPrefix("Mpat") || pointer.row != nil { memory.table = place }
    if pointer.article != nil || pointer.root != .main { memory.article = place }
    if pointer.paragraph != nil { memory.paragraph = place }
    if pointer.item != nil { memory.item = place }
  }

  /// What cannot be resolved is no antecedent of what follows.
  private mutating func forget(_ pointer: Pointer, _ reason: Unresolved) {
    let place = Place(law: .unresolved(reason))
    if pointer.article != nil || pointer.root != .main {
      memory.article = place
      memory.paragraph = place
      memory.item = place
    } else if pointer.paragraph != nil {
      memory.paragraph = place
      memory.item = place
    }
    carried = nil
    var unresolved = Place(law: .unresolved(reason))
    if case .number(let number) = pointer.article { unresolved.article = number }
    if case .number(let number) = pointer.paragraph { unresolved.paragraph = number }
    carried = (unresolved, pointer.span.to)
  }
}
