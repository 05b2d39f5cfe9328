import JapaneseText

/// Pointers to what stands above or beside articles: chapters, tables, forms.
extension PointerReader {
  /// 第二章第七節, この章, 前節: groups of articles, and where they end.
  func readDivisions(into pointer: inout Pointer, at start: Int) -> Int? {
    var index = start
    while let division = division(at: index) {
      if let last = pointer.divisions.last, last.level >= division.level { break }
      pointer.divisions.append(
        Pointer.Division(level: division.level, reference: division.reference))
      pointer.isMarked = true
      index = division.end
    }
    return pointer.divisions.isEmpty ? nil : index
  }

  private func division(
    at start: Int
  ) -> (level: ElementID.Level, reference: Pointer.Reference, end: Int)? {
    guard start + 1 < text.count else { return nil }
    if text[start] == "第" {
      guard let number = Numbering.plain(in: text, at: start + 1), number.value > 0,
        number.end < text.count, let level = group(at: number.end)
      else { return nil }
      let branches = Numbering.branches(in: text, at: number.end + 1)
      guard endsGroup(branches.end) else { return nil }
      return (level, .number("\(number.value)" + branches.suffix), branches.end)
    }
    let isHere = text[start] == "こ" && text[start + 1] == "の"
    guard isHere || "前次同本".unicodeScalars.contains(text[start]) else { return nil }
    let markAt = isHere ? start + 2 : start + 1
    guard markAt < text.count, let level = group(at: markAt), level != .division,
      endsGroup(markAt + 1)
    else { return nil }
    let reference: Pointer.Reference =
      switch text[start] {
      case "前": .previous(1)
      case "次": .next
      case "同": .same
      default: .this
      }
    return (level, reference, markAt + 1)
  }

  /// Whether the mark of a group ends there and is not the head of a word (章程, 節目, 編集, 款項).
  private func endsGroup(_ end: Int) -> Bool {
    guard end < text.count, text[end].isKanji else { return true }
    return "第及並又若中各以前内本".unicodeScalars.contains(text[end])
  }

  /// 別表, 別表第一, 別表第二の三, 様式第五十の二の二, 第三号様式, 同表; with a row where one follows.
  func table(at start: Int) -> (root: Pointer.Root, row: String?, end: Int)? {
    if let end = word(PointerReader.sameTable, at: start) {
      let row = row(at: afterOf(end, true)) ?? numberedRow(at: afterOf(end, true))
      return (.sameTable, row?.label, row?.end ?? end)
    }
    let annexed = word(PointerReader.annexed, at: start) ?? start
    if let form = numberedForm(at: annexed) { return (.form(form.number), nil, form.end) }
    if let head = word(PointerReader.formWord, at: annexed) {
      guard let number = appendixNumber(at: head, isFree: false) else { return nil }
      return (.form(number.text), nil, afterItem(number.end))
    }
    guard let head = word(PointerReader.tableWord, at: start) else { return nil }
    let number = appendixNumber(at: head, isFree: true)
    let end = number.map { afterItem($0.end) } ?? head
    let row = row(at: afterOf(end, true)) ?? numberedRow(at: afterOf(end, true))
    return (.table(number?.text ?? "1"), row?.label, row?.end ?? end)
  }

  /// 第六号 of a table whose rows are items (別表第一第六号, 同表の第三号).
  private func numberedRow(at start: Int) -> (label: String, end: Int)? {
    guard start < text.count, text[start] == "第",
      let number = Numbering.plain(in: text, at: start + 1), number.end < text.count,
      text[number.end] == "号"
    else { return nil }
    let branches = Numbering.branches(in: text, at: number.end + 1)
    let label = branches.suffix.split(separator: "_").reduce("第\(number.value)号") { $0 + "の" + $1 }
    return (label, branches.end)
  }

  /// 第三号様式, 第三号の二様式.
  private func numberedForm(at start: Int) -> (number: String, end: Int)? {
    guard start < text.count, text[start] == "第",
      let number = Numbering.plain(in: text, at: start + 1), number.end < text.count,
      text[number.end] == "号"
    else { return nil }
    let branches = Numbering.branches(in: text, at: number.end + 1)
    guard let end = word(PointerReader.formWord, at: branches.end) else { return nil }
    return ("\(number.value)" + branches.suffix, end)
  }

  /// The number behind 別表 or 様式 in e-Gov's form.
  private func appendixNumber(at start: Int, isFree: Bool) -> (text: String, end: Int)? {
    let isMarked = start < text.count && text[start] == "第"
    guard isMarked || isFree,
      let plain = Numbering.plain(in: text, at: isMarked ? start + 1 : start), !isRowMark(plain.end)
    else { return nil }
    var number = String(plain.value)
    var end = plain.end
    while end < text.count, text[end] == "の",
      let branch = Numbering.plain(in: text, at: end + 1), !isRowMark(branch.end)
    {
      number += "_\(branch.value)"
      end = branch.end
    }
    return (number, end)
  }

  /// 別表第七号, as the rules on broadcasting number their forms.
  private func afterItem(_ end: Int) -> Int {
    end < text.count && text[end] == "号" ? end + 1 : end
  }

  static let sameTable = "同表".scalars
  static let annexed = "別記".scalars

  /// The group that a mark ends (第二章).
  private func group(at index: Int) -> ElementID.Level? {
    switch text[index] {
    case "編": .part
    case "章": .chapter
    case "節": .section
    case "款": .subsection
    case "目": .division
    default: nil
    }
  }
}
