import Deliberation
import JapaneseText

/// Going from item to item.
extension AgendaTree {
  /// Whether a heading fits what is planned or follows in the count.
  func fits(_ mark: AgendaMark?, title: String) -> Bool {
    if match(mark, title: title) != nil { return true }
    guard let number = mark?.number, let style = mark?.style else { return false }
    if case .word(let word) = style, word.hasSuffix("日程") { return true }
    guard let previous = stack.last(where: { nodes[$0].style == style }) else { return number == 1 }
    return nodes[previous].number.map { number == $0 + 1 } ?? true
  }

  /// Whether a mark is the next one behind an item that was taken up before.
  func follows(_ mark: AgendaMark) -> Bool {
    guard let number = mark.number,
      let previous = stack.last(where: { nodes[$0].style == mark.style })
    else { return false }
    // 議事 between two numbered items is no item itself
    return nodes[previous].number.map { number == $0 + 1 || number == $0 + 2 } ?? false
  }

  /// Whether exactly this title is on the agenda; its path.
  func path(ofTitle title: String) -> AgendaPath? {
    match(nil, title: title).map { nodes[$0].path }
  }

  /// The item that a mark alone means; its path.
  func path(ofMark mark: AgendaMark) -> AgendaPath? {
    guard let number = mark.number else { return nil }
    return match(number: number, style: mark.style, word: nil).map { nodes[$0].path }
  }

  /// Goes to the item of a heading; makes it where it is new.
  mutating func enter(
    _ mark: AgendaMark?, title: String, formatLevel: Int?, source: [SourceSegment]
  ) -> AgendaPath {
    if let index = match(mark, title: title) {
      go(to: index)
      return nodes[index].path
    }
    var parent = stack.last
    if let place = stack.lastIndex(where: { isSibling($0, mark, formatLevel) }) {
      parent = nodes[stack[place]].parent
    } else if mark?.style == nil, formatLevel == nil {
      parent = nil
    } else if let level = formatLevel, mark == nil,
      let higher = stack.last(where: { (nodes[$0].formatLevel ?? 0) < level })
    {
      parent = higher
    }
    if case .sign = mark?.style, nodes.contains(where: { $0.isPlanned && Self.isDay($0.style) }) {
      // ◎閉会の宣告 beside the items of the day
      parent = nil
    }
    if let style = mark?.style,
      nodes.contains(where: { $0.isPlanned && $0.parent == nil && $0.style == style })
    {
      parent = nil
    }
    let index = append(
      mark: mark?.printed, style: mark?.style, number: mark?.number, title: title, under: parent,
      source: source)
    nodes[index].formatLevel = formatLevel
    go(to: index)
    return nodes[index].path
  }

  func isSibling(_ index: Int, _ mark: AgendaMark?, _ level: Int?) -> Bool {
    if let style = mark?.style {
      return nodes[index].style == style || Self.isDay(style) && Self.isDay(nodes[index].style)
    }
    if let level { return nodes[index].formatLevel.map { $0 >= level } ?? false }
    return nodes[index].style == nil && nodes[index].formatLevel == nil
  }

  mutating func go(to index: Int) {
    stack = []
    var node: Int? = index
    while let here = node {
      stack.insert(here, at: 0)
      node = nodes[here].parent
    }
    current = [nodes[index].path]
  }

  /// Goes to the children that narration opens (「①…」について説明): made where they are new.
  mutating func open(
    _ parts: [(mark: AgendaMark?, title: String)], source: [SourceSegment]
  )
    -> [AgendaPath]
  {
    var paths: [AgendaPath] = []
    var parent: Int?
    for part in parts {
      if let index = match(nil, title: part.title) {
        paths.append(nodes[index].path)
        parent = nodes[index].parent
        continue
      }
      guard part.mark != nil else { continue }
      if parent == nil { parent = openParent(for: part.mark) }
      guard let under = parent else { continue }
      let index = append(
        mark: part.mark?.printed, style: part.mark?.style, number: part.mark?.number,
        title: part.title, under: under, source: source)
      paths.append(nodes[index].path)
    }
    if let parent {
      go(to: parent)
    }
    if !paths.isEmpty { current = paths }
    return paths
  }

  /// The item under which narrated sub-items belong: the deepest one whose marks differ.
  func openParent(for mark: AgendaMark?) -> Int? {
    stack.last { nodes[$0].style != mark?.style } ?? stack.first
  }

  /// Goes back to a whole item (議事（1）全体に関する質疑応答).
  mutating func move(toNumber number: Int, word: String) -> AgendaPath? {
    guard let index = match(number: number, style: nil, word: word) else { return nil }
    go(to: index)
    return nodes[index].path
  }

  /// Goes to the one item whose title begins with this paper (議案第４号 白樺町道路占用条例…).
  mutating func move(toPaper word: String, number: Int) -> Bool {
    guard nodes.count <= 400 else { return false }
    let name = Self.key("\(word)第\(number)号")
    let found = nodes.indices.filter { nodes[$0].key.hasPrefix(name) }
    guard found.count == 1, let only = found.first else { return false }
    go(to: only)
    return true
  }

  /// Goes to all the items of the day that these numbers mean; none where one is not listed.
  mutating func move(toDays numbers: [Int]) -> [AgendaPath] {
    let found = numbers.compactMap { match(day: $0) }
    guard let first = found.first, found.count == numbers.count else { return [] }
    go(to: first)
    current = found.map { nodes[$0].path }
    return current
  }

  static func isDay(_ style: AgendaMark.Style?) -> Bool {
    if case .word(let word) = style { word.hasSuffix("日程") } else { false }
  }

  /// The item under a number of the day: the one whose mark says 日程, else the top item.
  func match(day number: Int) -> Int? {
    let found = byNumber[number] ?? []
    let days = found.filter { Self.isDay(nodes[$0].style) }
    if let day = days.first(where: { !(nodes[$0].mark ?? "").hasPrefix("追加") }) { return day }
    if nodes.contains(where: { Self.isDay($0.style) }) { return nil }
    let tops = found.filter { nodes[$0].parent == nil }
    return tops.count == 1 ? tops[0] : nil
  }

  /// Whether top items are counted by this word (議案第１号 …).
  func counts(by word: String) -> Bool {
    nodes.contains { $0.style == .word(word) && $0.parent == nil }
  }

  /// Takes up these items together with the current ones.
  mutating func join(_ paths: [AgendaPath]) {
    current = paths.filter { !current.contains($0) } + current
  }

  /// Whether an item below this one is under discussion: naming the whole again goes nowhere.
  func isWithin(_ path: AgendaPath) -> Bool {
    current.contains { $0 != path && path.includes($0) }
  }

  /// The one planned item that holds the administration's reports.
  var onlyReports: AgendaPath? {
    let found = nodes.indices.filter {
      nodes[$0].parent == nil && Self.reports.contains(where: nodes[$0].title.hasPrefix)
    }
    guard found.count == 1, let only = found.first, nodes[only].isPlanned else { return nil }
    return nodes[only].path
  }

  /// The item at a path, or the only one that is planned below it.
  func deepest(at path: AgendaPath) -> AgendaPath {
    guard let index = nodes.firstIndex(where: { $0.path == path }),
      nodes[index].children.count == 1, let only = nodes[index].children.first,
      nodes[only].isPlanned
    else { return path }
    return nodes[only].path
  }

  private static let reports = ["報告事項", "理事者報告", "所管報告", "行政報告", "諸報告"]

  /// Leaves every item: nothing is under discussion.
  mutating func leave() {
    current = []
    stack = []
  }

  mutating func move(to path: AgendaPath) {
    guard let index = nodes.firstIndex(where: { $0.path == path }) else { return }
    go(to: index)
  }

  /// Goes to the item that the narrated sub-items belong to.
  mutating func moveToWhole() {
    guard let index = stack.last else { return }
    go(to: index)
  }
}
