import JapaneseText

/// Ranges of provisions (第3項から第10項まで), expanded.
enum Ranges {
  /// The places from one to another: by the order of the law's text where it is at hand, else by
  /// counting where no branch can lie between, else both ends.
  static func expand(from first: Place, to last: Place, outline: (any LawOutline)?) -> [Place] {
    guard first.law == last.law, first.root == last.root else { return [first, last] }
    if let outline,
      let elements = outline.elements(from: first.element.text, through: last.element.text)
    {
      return elements.compactMap { ElementID($0) }.map { place($0, law: first.law) }
    }
    var places: [Place] = []
    if !last.subitems.isEmpty, first.subitems.count == last.subitems.count {
      guard let numbers = count(first.subitems.last, last.subitems.last) else {
        return [first, last]
      }
      for number in numbers {
        var place = last
        place.subitems[place.subitems.count - 1] = number
        places.append(place)
      }
    } else if let end = last.item, let numbers = count(first.item, end) {
      for number in numbers {
        var place = last
        place.item = number
        places.append(place)
      }
    } else if last.item == nil, let end = last.paragraph,
      let numbers = count(first.paragraph, end)
    {
      for number in numbers {
        var place = last
        place.paragraph = number
        places.append(place)
      }
    } else if last.item == nil, last.paragraph == nil,
      let numbers = count(first.article, last.article)
    {
      for number in numbers {
        var place = last
        place.article = number
        places.append(place)
      }
    } else {
      return first == last ? [first] : [first, last]
    }
    return places
  }

  /// 3…10, or 68_7…68_9: numbers that differ in their last part only.
  private static func count(_ first: String?, _ last: String?) -> [String]? {
    guard let first, let last else { return nil }
    let from = first.split(separator: "_")
    let to = last.split(separator: "_")
    guard from.count == to.count, from.dropLast() == to.dropLast(),
      let low = from.last.flatMap({ Int($0) }), let high = to.last.flatMap({ Int($0) }), low < high,
      high - low < 500
    else { return nil }
    let head = from.dropLast().map { $0 + "_" }.joined()
    return (low...high).map { head + String($0) }
  }

  private static func place(_ id: ElementID, law: LawHead.Meaning) -> Place {
    var place = Place(law: law, root: id.root)
    place.article = id.number(.article)
    place.paragraph = id.number(.paragraph)
    place.item = id.number(.item)
    place.subitems = id.steps.filter { $0.level > .item }.map(\.number)
    return place
  }
}
