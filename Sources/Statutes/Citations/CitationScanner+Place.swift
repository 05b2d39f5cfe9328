import JapaneseText

extension CitationScanner {
  /// Where a pointer leads: its own numbers, and for what it leaves out what stands before (`base`),
  /// what was named last, or where the text itself stands.
  func place(_ pointer: Pointer, law: LawHead.Meaning, base: Place?) -> Result<Place, PlaceError> {
    var place = Place(law: law)
    switch pointer.root {
    case .main: break
    case .supplement: place.root = supplementRoot(of: law)
    case .table(let number): place.root = "Mpat_" + number
    case .form(let number): place.root = "Mpas_" + number
    case .sameTable:
      guard let table = memory.table, case .law = table.law else {
        return .failure(unresolved(memory.table))
      }
      return .success(table)
    }
    if let first = pointer.divisions.first {
      return placeGroup(pointer.divisions, first, law: law, base: base)
    }
    if let article = pointer.article {
      switch placeArticle(article, in: &place) {
      case .failure(let error): return .failure(error)
      case .success: break
      }
    } else if pointer.root == .main {
      if let failure = inheritArticle(for: pointer, into: &place, base: base) {
        return .failure(failure)
      }
    }
    if case .unresolved(let reason) = place.law { return .failure(reason) }
    if let paragraph = pointer.paragraph, let failure = placeParagraph(paragraph, in: &place) {
      return .failure(failure)
    }
    if let item = pointer.item, let failure = placeItem(item, in: &place) {
      return .failure(failure)
    }
    if !pointer.subitems.isEmpty { place.subitems = pointer.subitems }
    return .success(place)
  }

  /// 附則 of the law at hand where the text stands in one, else the original one.
  private func supplementRoot(of law: LawHead.Meaning) -> String {
    if case .law(let id) = law, id == context.law, let own = hereID, own.isSupplementary {
      return own.root
    }
    return "NACN-Sp"
  }

  /// A chapter and its like; a level that is left out is that of the group before it, or of the one
  /// in which the text stands.
  private func placeGroup(
    _ divisions: [Pointer.Division], _ first: Pointer.Division, law: LawHead.Meaning, base: Place?
  ) -> Result<Place, PlaceError> {
    if case .unresolved(let reason) = law { return .failure(reason) }
    var place = Place(law: law)
    let here = law == context.law.map { .law($0) } ? hereGroup : nil
    let around = base.map { $0.law == law ? $0.groups : [] } ?? here?.steps ?? []
    place.groups = around.filter { $0.level < first.level }
    for division in divisions {
      switch division.reference {
      case .number(let number):
        place.groups.append(ElementID.Step(division.level, number))
      case .same:
        guard let last = memory.group, last.law == law || context.law.map({ .law($0) }) == law,
          let level = last.groups.firstIndex(where: { $0.level == division.level })
        else { return .failure(.noAntecedent) }
        place = Place(law: last.law)
        place.groups = Array(last.groups[...level])
      case .this:
        guard let own = here?.cut(at: division.level), own.steps.last?.level == division.level
        else {
          return .failure(.noAntecedent)
        }
        place.groups = own.steps
      case .previous, .next, .allPrevious:
        guard let own = here?.cut(at: division.level), own.steps.last?.level == division.level,
          let outline = outline(of: law),
          let other = outline.neighbour(of: own.text, by: division.reference == .next ? 1 : -1),
          let found = ElementID(other)
        else { return .failure(.noAntecedent) }
        place.groups = found.steps
      }
    }
    return .success(place)
  }

  /// The group of articles in which the text stands, by the text of its law.
  private var hereGroup: ElementID? {
    guard let law = context.law, let article = hereID?.cut(at: .article) else { return nil }
    return outline(of: .law(law))?.group(of: article.text).flatMap(ElementID.init)
  }

  /// The element in which the text stands.
  var hereID: ElementID? { context.element.flatMap(ElementID.init) }

  /// The place in which the text stands, cut at a level.
  private func here(_ level: ElementID.Level) -> Place? {
    guard let law = context.law, let id = hereID else { return nil }
    var place = Place(law: .law(law), root: id.root)
    place.article = id.number(.article)
    if level >= .paragraph { place.paragraph = id.number(.paragraph) }
    if level >= .item { place.item = id.number(.item) }
    if level == .paragraph, place.paragraph == nil { return nil }
    if level == .item, place.item == nil { return nil }
    if level == .article, place.article == nil { return nil }
    return place
  }

  private func placeArticle(
    _ reference: Pointer.Reference, in place: inout Place
  )
    -> Result<Void, PlaceError>
  {
    switch reference {
    case .number(let number):
      if place.root == "Mp", let own = hereID, own.isSupplementary, case .law(let id) = place.law,
        id == context.law, isOwnSupplement
      {
        place.root = own.root
      }
      place.article = number
      return .success(())
    case .same:
      guard let last = memory.article, case .law = last.law else {
        return .failure(unresolved(memory.article))
      }
      place = last
      place.paragraph = nil
      place.item = nil
      place.subitems = []
      return .success(())
    case .this:
      guard let own = here(.article) else { return .failure(.noAntecedent) }
      place = own
      return .success(())
    case .previous, .next, .allPrevious:
      guard let own = here(.article), let number = own.article else {
        return .failure(.noAntecedent)
      }
      place = own
      guard let outline = outline(of: own.law),
        let sibling = sibling(reference, of: own.element, in: outline),
        let found = ElementID(sibling)?.number(.article)
      else { return .failure(number.isEmpty ? .noAntecedent : .notInLaw) }
      place.article = found
      return .success(())
    }
  }

  /// A bare 第N条 inside a supplementary provision means the main provisions, unless the supplement
  /// is the original one of a law without them; laws write 附則第N条 for their own.
  private var isOwnSupplement: Bool { false }

  private func unresolved(_ place: Place?) -> PlaceError {
    if case .unresolved(let reason) = place?.law { return reason }
    return .noAntecedent
  }

  /// The article, and for a bare item the paragraph, that a pointer leaves out.
  private func inheritArticle(
    for pointer: Pointer, into place: inout Place, base: Place?
  )
    -> PlaceError?
  {
    if let reference = pointer.paragraph ?? pointer.item, reference == .same {
      let last = pointer.paragraph != nil ? memory.paragraph : memory.item
      guard let last, case .law = last.law else { return unresolved(last) }
      place = last
      place.subitems = []
      if pointer.paragraph != nil {
        place.item = nil
        if place.paragraph == nil { place.paragraph = "1" }
      }
      return nil
    }
    let level: ElementID.Level = pointer.paragraph == nil ? .paragraph : .article
    if let base {
      place = base
      place.subitems = []
      if pointer.paragraph != nil {
        place.paragraph = nil
        place.item = nil
        return base.article == nil && base.root == "Mp" ? unresolved(base) : nil
      }
      if pointer.item != nil { place.item = nil }
      return nil
    }
    if let own = here(level) ?? here(.article) ?? here(.paragraph) {
      place = own
      if pointer.paragraph != nil { place.paragraph = nil }
      if pointer.item != nil, pointer.paragraph == nil { place.item = nil }
      return nil
    }
    guard context.law == nil, case .number = pointer.paragraph ?? pointer.item,
      let last = memory.article, case .law = last.law, named.isSingle
    else { return context.law == nil ? unresolved(memory.article) : .noAntecedent }
    place = last
    place.subitems = []
    place.item = nil
    if pointer.paragraph != nil { place.paragraph = nil }
    return nil
  }

  private func placeParagraph(_ reference: Pointer.Reference, in place: inout Place) -> PlaceError?
  {
    switch reference {
    case .number(let number): place.paragraph = number
    case .same: break
    case .this:
      guard let own = here(.paragraph) else { return .noAntecedent }
      place = own
    case .previous, .next, .allPrevious:
      guard let own = here(.paragraph), let number = own.paragraph.flatMap({ Int($0) }) else {
        return .noAntecedent
      }
      place = own
      if case .previous(let count) = reference, number <= count { return .noAntecedent }
      guard reference == .next || number > 1 else { return .noAntecedent }
      place.paragraph = String(reference == .next ? number + 1 : number - 1)
    }
    return nil
  }

  private func placeItem(_ reference: Pointer.Reference, in place: inout Place) -> PlaceError? {
    switch reference {
    case .number(let number):
      place.item = number
      place.subitems = []
    case .same: break
    case .this:
      guard let own = here(.item) else { return .noAntecedent }
      place = own
    case .previous, .next, .allPrevious:
      guard let own = here(.item) else { return .noAntecedent }
      place = own
      if reference == .allPrevious {
        place.item = nil
        return nil
      }
      guard let outline = outline(of: own.law),
        let sibling = sibling(reference, of: own.element, in: outline),
        let number = ElementID(sibling)?.number(.item)
      else { return .notInLaw }
      place.item = number
    }
    return nil
  }

  /// The element before or behind one at its level, by the order of the law's text.
  private func sibling(
    _ reference: Pointer.Reference, of element: ElementID, in outline: any LawOutline
  ) -> String? {
    let cut = element.steps.last.map { element.cut(at: $0.level) } ?? element
    guard let own = outline.canonicalContainer(cut.text) else { return nil }
    switch reference {
    case .next: return outline.neighbour(of: own, by: 1)
    default: return outline.neighbour(of: own, by: -1)
    }
  }
}

/// Why a place was not found: the reason of the citation.
typealias PlaceError = Unresolved

extension Unresolved: Error {}
