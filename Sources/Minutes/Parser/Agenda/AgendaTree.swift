import Deliberation
import JapaneseText

/// The agenda as it grows while the record is read: planned items first, then what was held.
struct AgendaTree {
  struct Node {
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

  var nodes: [Node] = []
  var roots: [Int] = []
  var byKey: [String: [Int]] = [:]
  var byNumber: [Int: [Int]] = [:]
  /// Titles long enough to be recognised in running words, with their paths.
  var titles: [Title] = []

  struct Title {
    var key: String
    var words: Scalars
    var path: AgendaPath
  }
  /// The items under discussion, deepest.
  var current: [AgendaPath] = []
  var stack: [Int] = []

  var isEmpty: Bool { nodes.isEmpty }
  var currentTop: AgendaPath? { current.first.map { AgendaPath(Array($0.ordinals.prefix(1))) } }

  /// Starts with the items that the head of the record lists.
  init(planned: [AgendaItem]) {
    for item in planned { seed(item, under: nil) }
  }

  mutating func seed(_ item: AgendaItem, under parent: Int?) {
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

  mutating func append(
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
    for words in SpokenTitle.forms(of: title) {
      titles.append(Title(key: String(words), words: words, path: path))
    }
    if let parent { nodes[parent].children.append(index) } else { roots.append(index) }
    return index
  }

  /// A title folded for comparison.
  static func key(_ title: String) -> String {
    String(
      FoldedText(title.scalars, blanks: .dropAll).scalars.filter {
        !"。、・「」『』.,:".unicodeScalars.contains($0)
      })
  }

  /// The planned or earlier item that a heading names, by its title, else by its mark.
  func match(_ mark: AgendaMark?, title: String) -> Int? {
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
    if let number = mark?.number, let style = mark?.style, case .word = style {
      let same = (byNumber[number] ?? []).filter { nodes[$0].isPlanned && nodes[$0].style == style }
      if same.count == 1, let only = same.first,
        nodes[only].key.hasPrefix(key) || key.hasPrefix(nodes[only].key)
      {
        return only
      }
    }
    guard key.count >= 6, nodes.count <= 400 else { return nil }
    let alike = nodes.indices.filter { index in
      let other = nodes[index].key
      return other.count >= 6 && (other.hasPrefix(key) || key.hasPrefix(other))
    }
    return alike.count == 1 ? alike[0] : nil
  }

  /// The one item that a number means; nil where none or several do.
  func match(number: Int, style: AgendaMark.Style?, word: String?) -> Int? {
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

  func isAdded(_ index: Int) -> Bool {
    if case .word(let word) = nodes[index].style { word.hasPrefix("追加") } else { false }
  }

  static func isAgendaWord(_ title: String) -> Bool {
    ["議題", "議事", "案件", "審議", "報告", "協議"].contains { title.hasPrefix($0) }
  }

  /// The tree of the record.
  var items: [AgendaItem] { roots.map(item) }

  func item(_ index: Int) -> AgendaItem {
    let node = nodes[index]
    return AgendaItem(
      path: node.path, mark: node.mark, title: node.title, items: node.children.map(item),
      source: node.source)
  }
}
