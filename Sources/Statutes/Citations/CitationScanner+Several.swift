import JapaneseText

/// Words that name several provisions at once.
extension CitationScanner {
  /// All places of 前三項, 前二条, 前各項, of which `last` is the nearest; 前各号 means the items of
  /// their paragraph.
  func preceding(_ pointer: Pointer, _ last: Place, isEach: inout Bool) -> [Place] {
    let reference =
      pointer.item ?? pointer.paragraph ?? (pointer.subitems.isEmpty ? pointer.article : nil)
    switch reference {
    case .allPrevious where pointer.item != nil:
      isEach = true
      return [last]
    case .allPrevious where pointer.paragraph != nil:
      return paragraphs(through: last, count: .max)
    case .previous(let count) where count > 1:
      if pointer.item == nil, pointer.paragraph != nil {
        return paragraphs(through: last, count: count)
      }
      return siblings(through: last, count: count)
    default: return [last]
    }
  }

  private func paragraphs(through last: Place, count: Int) -> [Place] {
    guard let end = last.paragraph.flatMap({ Int($0) }), end > 0 else { return [last] }
    let first = count >= end ? 1 : end - count + 1
    return (first...end).map { number in
      var place = last
      place.paragraph = String(number)
      return place
    }
  }

  private func siblings(through last: Place, count: Int) -> [Place] {
    guard let outline = outline(of: last.law) else { return [last] }
    var places = [last]
    while places.count < count,
      let element = outline.canonicalContainer(places[0].element.text),
      let before = outline.neighbour(of: element, by: -1).flatMap(ElementID.init)
    {
      var place = places[0]
      if place.item != nil {
        place.item = before.number(.item)
      } else {
        place.article = before.number(.article)
      }
      places.insert(place, at: 0)
    }
    return places
  }

  /// What the brackets behind a range take out of it (第一項から第五項まで（第四項を除く。）).
  func excluded(at open: Int, law: LawHead.Meaning, base: Place) -> [Place] {
    guard open < text.count, text[open] == "(", let close = closing(of: open) else { return [] }
    var places: [Place] = []
    var base = base
    var index = open + 1
    while index < close, let pointer = reader.pointer(at: index, isHeaded: true),
      !pointer.isRelative, case .success(let place) = place(pointer, law: law, base: base)
    {
      index = pointer.span.to
      base = place
      if let range = rangeEnd(after: pointer),
        case .success(let last) = self.place(range, law: law, base: place)
      {
        places += Ranges.expand(from: place, to: last, outline: outline(of: law))
        index = range.span.to
        base = last
      } else {
        places.append(place)
      }
      if CitationScanner.exclusions.contains(where: { text.starts($0, at: index) }) {
        return places
      }
      guard let word = CitationScanner.connectors.first(where: { text.starts($0, at: index) })
      else { return [] }
      index += word.count
    }
    return []
  }

  private static let exclusions = ["を除く", "の規定を除く", "を除き"].map(\.scalars)

  /// A letter that stands alone in an item of a law and means one of its own (次のイ又はロ).
  func bareSubitem(at index: Int) -> (place: Place, pointer: Pointer)? {
    guard let law = context.law, let here = hereID, let item = here.number(.item),
      let letter = reader.iroha(at: index), letter.end < text.count,
      CitationScanner.afterLetter.contains(text[letter.end]),
      index == 0 || CitationScanner.beforeLetter.contains(text[index - 1])
    else { return nil }
    var place = Place(law: .law(law), root: here.root)
    place.article = here.number(.article)
    place.paragraph = here.number(.paragraph)
    place.item = item
    var named = place
    named.subitems = [letter.number]
    if let outline = outline(of: place.law) {
      guard outline.canonical(named.element.text) != nil else { return nil }
    }
    var pointer = Pointer(at: index)
    pointer.subitems = [letter.number]
    pointer.span.to = reader.readSubitems(into: &pointer, at: index)
    return (place, pointer)
  }

  /// （１） that stands alone in a subitem and means one of its own (次の（１）又は（２）).
  func bareNumber(at index: Int) -> (place: Place, pointer: Pointer)? {
    guard let law = context.law, let here = hereID, let item = here.number(.item),
      let letter = here.steps.first(where: { $0.level == .subitem(1) })?.number,
      let number = reader.bracketed(at: index, roman: false), number.end < text.count,
      CitationScanner.afterLetter.contains(text[number.end]),
      index == 0 || CitationScanner.beforeLetter.contains(text[index - 1])
        || CitationScanner.connectors.contains(where: { endsWith($0, before: index) }),
      let outline = outline(of: .law(law))
    else { return nil }
    var place = Place(law: .law(law), root: here.root)
    place.article = here.number(.article)
    place.paragraph = here.number(.paragraph)
    place.item = item
    var pointer = Pointer(at: index)
    pointer.subitems = [letter, String(number.value)]
    pointer.span.to = number.end
    var named = place
    named.subitems = pointer.subitems
    guard outline.canonical(named.element.text) != nil else { return nil }
    return (place, pointer)
  }

  private static let afterLetter: Set<Unicode.Scalar> = Set("又及若並、かにのをと(~".unicodeScalars)
  private static let beforeLetter: Set<Unicode.Scalar> = Set("のは、。(又び".unicodeScalars)
}
