import Deliberation
import JapaneseText

/// The agenda as it grows while the record is read: planned items first, then what was held.
struct AgendaTree {
  private struct Node {
    var mark: String?
    var style: AgendaMark.Style?
    var number: Int?
    var title: String
    var key: String
    var parent: Int?
    var children: [Int] = []
    var formatLevel: Int?
    var source: [SourceSegment] = []
    var isPlanned = false
    var path: AgendaPath
  }

  private var nodes: [Node] = []
  private var roots: [Int] = []
  private var byKey: [String: [Int]] = [:]
  private var byNumber: [Int: [Int]] = [:]
  /// Titles long enough to be recognised in running words, with their paths.
  private(set) var titles: [Title] = []

  struct Title {
    var key: String
    var words: Scalars
    var path: AgendaPath
  }
  /// The items under discussion, deepest.
  private(set) var current: [AgendaPath] = []
  private var stack: [Int] = []

  var isEmpty: Bool { nodes.isEmpty }
  var currentTop: AgendaPath? { current.first.map { AgendaPath(Array($0.ordinals.prefix(1))) } }

  /// Starts with the items that the head of the record lists.
  init(planned: [AgendaItem]) {
    for item in planned { seed(item, under: nil) }
  }

  private mutating func seed(_ item: AgendaItem, under parent: Int?) {
    let mark = item.mark.flatMap { printed -> AgendaMark? in
      let scalars = printed.scalars + " ".scalars + "題".scalars
      return AgendaMark.read(in: scalars, at: 0, to: scalars.count)
    }
    let node = append(
      mark: item.mark, style: mark?.style, number: mark?.number, title: item.title,
      under: parent, source: item.source)
    nodes[node].isPlanned = true
    for child in item.items { seed(child, under: node) }
  }

  private mutating func append(
    mark: String?, style: AgendaMark.Style?, number: Int?, title: String, under parent: Int?,
    source: [SourceSegment]
  ) -> Int {
    let siblings = parent.map { nodes[$0].children } ?? roots
    let path =
      parent.map { nodes[$0].path.child(siblings.count + 1) } ?? AgendaPath([siblings.count + 1])
    let index = nodes.count
    let key = Self.key(title)
    nodes.append(
      Node(
        mark: mark, style: style, number: number, title: title, key: key, parent: parent,
        source: source, path: path))
    byKey[key, default: []].append(index)
    if let number { byNumber[number, default: []].append(index) }
    for key in [key, Self.key(Self.withoutNotes(title))] where key.count >= 6 {
      if titles.last?.key != key || titles.last?.path != path {
        titles.append(Title(key: key, words: key.scalars, path: path))
      }
    }
    if let parent { nodes[parent].children.append(index) } else { roots.append(index) }
    return index
  }

  /// A title without the brackets at its end (内閣提出第一〇号): the chair leaves them out.
  private static func withoutNotes(_ title: String) -> String {
    var words = title.scalars[...]
    while let last = words.last, last == "）" || last == ")",
      let open = words.lastIndex(where: { $0 == "（" || $0 == "(" }), open > words.startIndex
    {
      words = words[..<open]
    }
    return String(Array(words))
  }

  /// A title folded for comparison.
  static func key(_ title: String) -> String {
    String(
      FoldedText(title.scalars, blanks: .dropAll).scalars.filter {
        !"。、・「」『』.,:".unicodeScalars.contains($0)
      })
  }

  // MARK: - finding

  /// The planned or earlier item that a heading names, by its title, else by its mark.
  private func match(_ mark: AgendaMark?, title: String) -> Int? {
    let key = Self.key(title)
    guard !key.isEmpty else {
      return mark?.number.flatMap { match(number: $0, style: mark?.style, word: nil) }
    }
    let equal = byKey[key] ?? []
    if equal.count == 1 { return equal[0] }
    if let number = mark?.number, let same = equal.first(where: { nodes[$0].number == number }) {
      return same
    }
    if !equal.isEmpty { return nil }
    guard key.count >= 6, nodes.count <= 400 else { return nil }
    let alike = nodes.indices.filter { index in
      let other = nodes[index].key
      return other.count >= 6 && (other.hasPrefix(key) || key.hasPrefix(other))
    }
    return alike.count == 1 ? alike[0] : nil
  }

  /// The one item that a number means; nil where none or several do.
  private func match(number: Int, style: AgendaMark.Style?, word: String?) -> Int? {
    var found = byNumber[number] ?? []
    if let word {
      // 議題（１） under an item that is itself called 議題 or 議事
      let under = found.filter { index in
        nodes[index].parent.map { Self.isAgendaWord(nodes[$0].title) } ?? false
      }
      if under.count == 1 { return under[0] }
      let exact = found.filter { nodes[$0].style == .word(word) }
      if exact.count == 1 { return exact[0] }
      if word.hasPrefix("追加") { return nil }
      // 日程第１ is not 追加日程第１
      if word.hasSuffix("日程") { found.removeAll { isAdded($0) } }
      // items that bear this word are counted by it: 議題２ is not ２．
      if nodes.contains(where: { $0.style == .word(word) }) { return nil }
    }
    if let style {
      let same = found.filter { nodes[$0].style == style }
      if same.count == 1 { return same[0] }
    }
    let tops = found.filter { nodes[$0].parent == nil }
    if tops.count == 1 { return tops[0] }
    if found.count > 1, let here = stack.last {
      let siblings = found.filter { nodes[$0].parent == nodes[here].parent }
      if !siblings.isEmpty { found = siblings }
    }
    return found.count == 1 ? found[0] : nil
  }

  private func isAdded(_ index: Int) -> Bool {
    if case .word(let word) = nodes[index].style { word.hasPrefix("追加") } else { false }
  }

  private static func isAgendaWord(_ title: String) -> Bool {
    ["議題", "議事", "案件", "審議", "報告", "協議"].contains { title.hasPrefix($0) }
  }

  // MARK: - moving

  /// Whether a heading fits what is planned or follows in the count.
  func fits(_ mark: AgendaMark?, title: String) -> Bool {
    if match(mark, title: title) != nil { return true }
    guard let number = mark?.number, let style = mark?.style else { return false }
    if case .word(let word) = style, word.hasSuffix("日程") { return true }
    guard let previous = stack.last(where: { nodes[$0].style == style }) else { return number == 1 }
    return nodes[previous].number.map { number == $0 + 1 } ?? true
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

  private func isSibling(_ index: Int, _ mark: AgendaMark?, _ level: Int?) -> Bool {
    if let style = mark?.style {
      return nodes[index].style == style || Self.isDay(style) && Self.isDay(nodes[index].style)
    }
    if let level { return nodes[index].formatLevel.map { $0 >= level } ?? false }
    return nodes[index].style == nil && nodes[index].formatLevel == nil
  }

  private mutating func go(to index: Int) {
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
  private func openParent(for mark: AgendaMark?) -> Int? {
    stack.last { nodes[$0].style != mark?.style } ?? stack.first
  }

  /// Goes back to a whole item (議事（1）全体に関する質疑応答).
  mutating func move(toNumber number: Int, word: String) -> AgendaPath? {
    guard let index = match(number: number, style: nil, word: word) else { return nil }
    go(to: index)
    return nodes[index].path
  }

  /// Goes to all the items of the day that these numbers mean; none where one is not listed.
  mutating func move(toDays numbers: [Int]) -> [AgendaPath] {
    let found = numbers.compactMap { match(day: $0) }
    guard let first = found.first, found.count == numbers.count else { return [] }
    go(to: first)
    current = found.map { nodes[$0].path }
    return current
  }

  private static func isDay(_ style: AgendaMark.Style?) -> Bool {
    if case .word(let word) = style { word.hasSuffix("日程") } else { false }
  }

  /// The item under a number of the day: the one whose mark says 日程, else the top item.
  private func match(day number: Int) -> Int? {
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

  mutating func move(to path: AgendaPath) {
    guard let index = nodes.firstIndex(where: { $0.path == path }) else { return }
    go(to: index)
  }

  /// Goes to the item that the narrated sub-items belong to.
  mutating func moveToWhole() {
    guard let index = stack.last else { return }
    go(to: index)
  }

  /// The tree of the record.
  var items: [AgendaItem] { roots.map(item) }

  private func item(_ index: Int) -> AgendaItem {
    let node = nodes[index]
    return AgendaItem(
      path: node.path, mark: node.mark, title: node.title, items: node.children.map(item),
      source: node.source)
  }
}
