import Deliberation
import JapaneseText

/// Where in which law a pointer leads, level by level.
struct Place: Hashable, Sendable {
  var law: LawHead.Meaning
  var root = "Mp"
  var article: String?
  var paragraph: String?
  var item: String?
  var subitems: [String] = []

  var element: ElementID {
    var steps: [ElementID.Step] = []
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
      remember(place)
      carried = (place, end)
      if kind == .absolute, pointer.isRelative { citation.kind = .relative }
      var places = [place]
      if let range = rangeEnd(after: pointer),
        case .success(let last) = self.place(range, law: place.law, base: place)
      {
        places = Ranges.expand(from: place, to: last, outline: outline(of: place.law))
        end = range.span.to
        citation.kind = .range
        remember(last)
        carried = (last, end)
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
        var element = place.element
        if let outline = outline(of: place.law) {
          guard let existing = outline.canonical(element.text) else {
            if places.count == 1 { citation.unresolved = .notInLaw }
            continue
          }
          element = ElementID(existing) ?? element
        }
        let row = pointer.row.map { TableRow(table: element.text, label: $0) }
        citation.targets.append(
          CitationTarget(
            provision: Provision(law: law, element: element.text, row: row),
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
    "において準用する", "の規定において準用する", "において読み替えて準用する", "の規定により読み替えて適用する",
  ].map(\.scalars)

  mutating func remember(_ place: Place) {
    if place.article != nil || place.root != "Mp" {
      memory.article = place
      memory.paragraph = place.paragraph == nil ? nil : place
      memory.item = place.item == nil ? nil : place
      if place.paragraph == nil, place.item != nil { memory.paragraph = place }
    } else {
      if place.paragraph != nil { memory.paragraph = place }
      if place.item != nil { memory.item = place }
    }
  }

  /// What cannot be resolved is no antecedent of what follows.
  private mutating func forget(_ pointer: Pointer, _ reason: Unresolved) {
    let place = Place(law: .unresolved(reason))
    if pointer.article != nil || pointer.root != .main {
      memory = Memory(article: place, paragraph: place, item: place)
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
