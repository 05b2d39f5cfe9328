import Deliberation
import JapaneseText

/// Reads the planned agenda from a field of the head (議題, 議事日程, 会議に付した事件) as a tree.
enum AgendaReader {
  struct Result {
    var items: [AgendaItem] = []
    /// The source offset behind the last line that belongs to the list.
    var end: Int
  }

  /// An item before the tree is built.
  private struct Entry {
    var mark: ItemMark?
    var printed: TextSpan?
    var pieces: [HeadLine]
    var line: ViewLine
    var indent: Int
    var style: String

    /// Whether this is the first of the bills on the line of another entry's number.
    func isBill(below entry: Entry) -> Bool {
      style == "案" && entry.style == "第" && pieces.first?.line == entry.line
    }
  }

  /// The agenda of a head: the longest of its lists; lists under equal labels are one.
  static func planned(_ layout: HeadLayout, in view: TextView) -> (items: [AgendaItem], end: Int?) {
    var lists: [(label: Scalars, items: [AgendaItem])] = []
    var end: Int?
    for part in layout.parts where part.kind == .agenda || part.kind == .held {
      let read = read(part, in: view)
      end = max(end ?? 0, read.end)
      guard !read.items.isEmpty else { continue }
      if let known = lists.firstIndex(where: { $0.label == part.label }) {
        let start = lists[known].items.count
        lists[known].items += read.items.enumerated().map { $1.moved(to: [start + $0 + 1]) }
      } else {
        lists.append((part.label, read.items))
      }
    }
    let best = lists.enumerated().max {
      ($0.element.items.flattened.count, -$0.offset) < (
        $1.element.items.flattened.count, -$1.offset
      )
    }
    return (best?.element.items ?? [], end)
  }

  static func read(_ part: HeadPart, in view: TextView) -> Result {
    var result = Result(end: part.line.span.to)
    let entries = entries(of: part, end: &result.end)
    result.items = tree(entries, in: view)
    return result
  }

  private static func entries(of part: HeadPart, end: inout Int) -> [Entry] {
    var entries: [Entry] = []
    var first: Scalars?
    var blankBefore = false
    // Results between the items: what was read stays in the body too, for what they tell.
    var hasResults = false
    let marked = part.words.contains { ItemMark.read($0) != nil || $0.line.listLevel != nil }
    let isList = part.words.count { $0.line.listLevel != nil } >= 2
    for (index, piece) in part.pieces.enumerated() {
      guard !piece.isEmpty else {
        blankBefore = !entries.isEmpty
        continue
      }
      if sittings.contains(piece.key) || isEnd(piece) || leads(piece) { break }
      // A line above the list of a format that has lists introduces it.
      let introduces = isList && entries.isEmpty && piece.line.listLevel == nil
      if isRemark(piece) || introduces {
        end = piece.span.to
        continue
      }
      if part.kind == .held, let mark = ItemMark.read(piece), let first = entries.first,
        first.mark != nil,
        mark.style != first.style || piece.part(mark.end, piece.count).key.contains("閉"),
        endsSitting(piece.part(mark.end, piece.count))
      {
        break
      }
      let isItem = ItemMark.read(piece) != nil || piece.line.listLevel != nil
      if !isItem, isResult(piece) {
        // 本会議は公開にて行われた。 above the list, or what came of an item below it.
        if entries.isEmpty {
          end = piece.span.to
        } else if marked || part.words.count > 2 {
          hasResults = true
        }
        blankBefore = false
        continue
      }
      // the first item again: the heading of what was said on it
      if isItem, piece.count >= 5, piece.key == first { break }
      if first == nil, isItem { first = piece.key }
      if blankBefore, !isItem, marked || piece.count > 60 { break }
      if Prose.isSentence(piece), !entries.isEmpty, piece.count > 60 { break }
      blankBefore = false
      let next = part.pieces[(index + 1)...].lazy.compactMap { ItemMark.read($0) }.first
      if let place = billPlace(in: piece, next: next) {
        // 第4 議案第1号 …, and 議案第2号 below: the bills stand side by side under the number.
        append(piece.part(0, place), to: &entries, marked)
        append(piece.part(place, piece.count), to: &entries, marked)
      } else {
        for split in split(piece, after: entries.last?.mark) { append(split, to: &entries, marked) }
      }
      if !hasResults { end = piece.span.to }
    }
    return entries
  }

  /// A whole sentence in the plain form, which no title is.
  private static func isResult(_ piece: HeadLine) -> Bool {
    guard piece.key.last == "。", Prose.isSentence(piece) else { return false }
    return piece.key.ends(results)
  }

  private static let results = ["た。", "である。", "ました。", "とする。"].map(HeadLine.fold)

  /// Where the number of a bill stands behind the number of the order of the day, if further bills
  /// follow under the same number.
  private static func billPlace(in piece: HeadLine, next: ItemMark?) -> Int? {
    guard next?.style == "案", let order = ItemMark.read(piece), order.style == "第",
      let bill = ItemMark.read(piece, at: order.end), bill.style == "案", bill.end < piece.count
    else { return nil }
    return order.end
  }

  private static func append(_ line: HeadLine, to entries: inout [Entry], _ marked: Bool) {
    var piece = line
    // ≪1.開会≫
    if "≪《〈<".unicodeScalars.contains(piece.key[0]), piece.close(of: 0) == piece.count,
      piece.count > 2
    {
      piece = piece.part(1, piece.count - 1)
    }
    var mark = ItemMark.read(piece)
    // The record's own number, behind that of the page's list.
    var isOwn = false
    let level = piece.line.listLevel
    // 1. 1.開会, 1. (1) 審議事項: the number of the page's list, then the record's own.
    if let outer = mark, outer.style == "1.", outer.end < piece.count,
      let inner = ItemMark.read(piece, at: outer.end), inner.end < piece.count,
      ["1.", "(1)", "①", "1)", "第", "議題"].contains(inner.style)
    {
      piece = piece.part(outer.end, piece.count)
      mark = ItemMark.read(piece)
      isOwn = true
    } else if let outer = mark, outer.ordinal == nil, outer.end < piece.count,
      let inner = ItemMark.read(piece, at: outer.end), inner.ordinal != nil,
      inner.end < piece.count,
      piece.gap(before: outer.end)
    {
      // • 議題1 …
      piece = piece.part(outer.end, piece.count)
      mark = ItemMark.read(piece)
    }
    if mark == nil, level == nil, let last = entries.last,
      entries[0].mark != nil || continues(piece, last, marked: marked)
    {
      entries[entries.count - 1].pieces.append(piece)
      return
    }
    let rest = piece.part(mark?.end ?? 0, piece.count)
    var style = mark?.style ?? ""
    if let level, !isOwn { style = "list\(level)" }
    entries.append(
      Entry(
        mark: mark, printed: mark.map { piece.span(0, $0.end) },
        pieces: rest.isEmpty ? [] : [rest], line: piece.line, indent: piece.line.indent,
        style: style))
  }

  /// Whether an unmarked line belongs to the item before it.
  private static func continues(_ piece: HeadLine, _ last: Entry, marked: Bool) -> Bool {
    guard let before = last.pieces.last else { return true }
    if piece.key[0] == "("
      || before.key.filter({ $0 == "(" }).count > before.key.filter({ $0 == ")" }).count
    {
      return true
    }
    if last.mark != nil || last.style.hasPrefix("list") {
      return !before.key.ends(closings)
    }
    if marked, last.mark == nil { return false }
    return Self.joints.contains { piece.key.starts($0, at: 0) }
      || before.count >= 34 && !before.key.ends(closings)
  }

  /// A line cut where further items begin in it: `開会 ２． 説明 ３． 質疑`.
  private static func split(_ piece: HeadLine, after last: ItemMark?) -> [HeadLine] {
    var parts: [HeadLine] = []
    var start = 0
    var current = ItemMark.read(piece) ?? last
    var next = (ItemMark.read(piece)?.end ?? 0) + 1
    while next < piece.count {
      if piece.gap(before: next), let mark = ItemMark.read(piece, at: next), let before = current,
        mark.style == before.style, let ordinal = mark.ordinal, ordinal == (before.ordinal ?? 0) + 1
      {
        if next > start { parts.append(piece.part(start, next)) }
        start = next
        current = mark
        next = mark.end
      }
      next += 1
    }
    if start < piece.count { parts.append(piece.part(start, piece.count)) }
    return parts
  }

  /// `議事日程に同じ`, a date, an hour, a count: no item.
  private static func isRemark(_ piece: HeadLine) -> Bool {
    if piece.key[0] == "=" || isHour(piece) || isLatinSentence(piece) { return true }
    if piece.key.ends(remarks) || piece.key[0] == "〔" && piece.key.contains("、") { return true }
    let plain = Scalars(piece.key.filter { !"()".unicodeScalars.contains($0) })
    let dates = JapaneseDate.matches(in: plain)
    let covered = dates.reduce(0) { $0 + $1.span.count }
    if covered > 0, plain.count - covered <= 12 { return true }
    let words = piece.trimmed(of: "[]()【】〔〕")
    // （開会）, （閉会）
    if words.count == 2, words.count < piece.count, words.key.ends(sittings) { return true }
    return words.count <= 16 && (words.key.contains("時") || words.key.contains("正午"))
      && words.key.ends(sittings)
  }

  /// `委員から提出された意見は以下のとおり。`: what follows is no list of items.
  private static func leads(_ piece: HeadLine) -> Bool {
    piece.key.last == "。" && piece.key.ends([HeadLine.fold("とおり。"), HeadLine.fold("通り。")])
      && (piece.key.contains("意見") || piece.key.contains("質疑") || piece.key.contains("発言"))
  }

  /// `3. 閉会`, behind whatever numbers: the programme goes on, the list of matters is over.
  private static func endsSitting(_ words: HeadLine) -> Bool {
    let rest = ItemMark.read(words).map { words.part($0.end, words.count) } ?? words
    return ["閉会", "散会"].map(HeadLine.fold).contains(rest.key)
  }

  /// `以上`, alone or before the contacts.
  private static func isEnd(_ piece: HeadLine) -> Bool {
    let words = piece.trimmed(of: "()[]ー-")
    return words.key.starts(HeadLine.fold("以上"), at: 0)
      && (words.count == 2 || words.gap(before: 2))
  }

  private static func isLatinSentence(_ piece: HeadLine) -> Bool {
    piece.key.last == "." && piece.line.listLevel == nil && piece.key.allSatisfy(\.isASCII)
      && piece.columns().count >= 5 && ItemMark.read(piece) == nil
  }

  /// `午前十時 本会議`: when the sitting was to begin.
  private static func isHour(_ piece: HeadLine) -> Bool {
    guard piece.count <= 16, piece.key.ends(sittings) || piece.key.ends([HeadLine.fold("本会議")]),
      piece.key.starts(HeadLine.fold("午"), at: 0)
    else { return false }
    return piece.key.contains("時")
  }

  /// Entries whose numbers begin anew further in stand below the entry before them.
  private static func nested(_ entries: [Entry]) -> [Entry] {
    let restarts = zip(entries, entries.dropFirst()).contains { before, next in
      next.mark?.ordinal == 1 && before.mark?.ordinal != nil && next.style == before.style
        && next.indent > before.indent + 1
    }
    guard restarts else { return entries }
    return entries.map { entry in
      var entry = entry
      if entry.mark?.ordinal != nil { entry.style += "@\(entry.indent)" }
      return entry
    }
  }

  private static func tree(_ list: [Entry], in view: TextView) -> [AgendaItem] {
    let entries = nested(list)
    var nodes: [AgendaNode] = []
    var stack: [String] = []
    for (index, entry) in entries.enumerated() {
      let title = HeadText.unlinked(HeadText.joined(entry.pieces, in: view))
      let isParent = index + 1 < entries.count && entries[index + 1].isBill(below: entry)
      guard !title.isEmpty || isParent else { continue }
      if let known = stack.firstIndex(of: entry.style) {
        stack.removeLast(stack.count - known - 1)
      } else if entry.style.isEmpty {
        stack = [""]
      } else {
        stack.append(entry.style)
      }
      let spans = entry.pieces.map { HeadText.segment($0) }
      let node = AgendaNode(
        mark: entry.printed.map { HeadText.compact($0, in: view) }, title: title, source: spans)
      AgendaNode.insert(node, depth: stack.count - 1, into: &nodes)
    }
    return AgendaNode.items(nodes, below: [])
  }

  private static let closings = [
    "について", "の件", "その他", "報告", "指名", "決定", "開会", "閉会", "挨拶", "意見交換", "質疑", "互選", "）", "等",
    "予算", "議案", "選任", "選出", "説明", "討議", "審議", "答申", "諮問",
  ].map(HeadLine.fold)
  private static let joints = [
    "について", "に関する", "の件", "及び", "並びに", "・", "、", "を", "に", "の", "と", "が",
  ]
  .map(HeadLine.fold)
  private static let remarks = ["同じ", "のとおり", "別紙", "おなじ"].map(HeadLine.fold)
  private static let sittings = ["開議", "開会", "散会", "閉会", "再開", "休憩"].map(HeadLine.fold)
}

extension AgendaItem {
  /// The item at another place of the tree.
  fileprivate func moved(to path: [Int]) -> AgendaItem {
    var item = self
    item.path = AgendaPath(path)
    item.items = items.enumerated().map { $1.moved(to: path + [$0 + 1]) }
    return item
  }
}
