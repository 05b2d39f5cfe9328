import JapaneseText

/// Several names on one line without a sign between them, told by the widths of the gaps.
enum AttendancePeople {
  /// The entries of a line of names: in columns (`新 藤 加 菜　　　野 本 たつや`), surname and given name
  /// parted by a blank (`浅野 直人 加賀美 幸子`), or whole names (`佐藤真和 島田久仁 北久保眞道`).
  ///
  /// A role in front of the first stands for all. Nil where the line is none of these.
  static func read(_ line: HeadLine) -> [HeadLine]? {
    let words = line.without("◎○〇◯●")
    let stripped = withoutEach(words)
    let names = stripped?.name ?? words
    if stripped == nil, let role = leadingRole(names),
      let inner = whole(names.part(role.count, names.count).columns())
        ?? pairs(names.part(role.count, names.count), names.part(role.count, names.count).columns())
    {
      return inner.map { role.appending($0) }
    }
    let columns = names.columns()
    guard columns.count > 1 else { return nil }
    guard let found = wide(names, columns) ?? whole(columns) ?? pairs(names, columns) else {
      return stripped.map { [$0.name.appending($0.role)] }
    }
    return stripped.map { each in found.map { $0.appending(each.role) } } ?? found
  }

  /// A list in which one entry gives the seat of those before it (`成瀬、秋山、小倉　各評議員`), or the first
  /// gives that of all (`委員　高田英亮、鈴木太雄`).
  static func shared(_ entries: [HeadLine]) -> [HeadLine] {
    guard let first = entries.first, entries.count > 1 else { return entries }
    if entries.contains(where: { withoutEach($0) != nil }) { return parted(entries) }
    guard let role = AttendanceEntry.joined(first.columns(), of: first).first, role.count >= 2,
      role.count < first.count,
      ["member", "post"].contains(NameEvidence.exactRole(role.key)),
      NameEvidence.isName(first.part(role.count, first.count)),
      entries.dropFirst().allSatisfy({ NameEvidence.isName($0) && $0.count >= 3 })
    else { return entries }
    return [first] + entries.dropFirst().map { role.appending($0) }
  }

  private static func parted(_ entries: [HeadLine]) -> [HeadLine] {
    var result: [HeadLine] = []
    var open: [Int] = []
    for entry in entries {
      guard let each = withoutEach(entry) else {
        if NameEvidence.isName(entry.without("()※")) { open.append(result.count) }
        result.append(entry)
        continue
      }
      for index in open { result[index] = result[index].without("()※").appending(each.role) }
      result.append(each.name.without("()※").appending(each.role))
      open = []
    }
    return result
  }

  /// `清沢謙治各委員`: the name, and the seat that those before it have too.
  private static func withoutEach(_ line: HeadLine) -> (name: HeadLine, role: HeadLine)? {
    guard let sign = line.key.lastIndex(of: "各"), sign > 1, sign + 2 < line.count,
      NameEvidence.exactRole(Array(line.key[(sign + 1)...])) != nil
    else { return nil }
    let name = line.part(0, line.key[sign - 1] == "の" ? sign - 1 : sign)
    return (name, line.part(sign + 1, line.count))
  }

  /// Columns far apart, the parts of each name close together.
  private static func wide(_ line: HeadLine, _ columns: [HeadLine]) -> [HeadLine]? {
    var place = 0
    var gaps: [Int] = []
    for column in columns.dropLast() {
      place += column.count
      gaps.append(line.blanks(before: place))
    }
    guard let narrow = gaps.min(), let widest = gaps.max(), widest > narrow * 2 else { return nil }
    let cut = line.columns(width: max(narrow * 2 + 1, (widest + 1) / 2))
    guard cut.count > 1 else { return nil }
    // 福 地   茂: one letter is nobody, it belongs to the surname before it.
    var parts: [HeadLine] = []
    for part in cut {
      if part.count == 1, let last = parts.last, (2...3).contains(last.count) {
        parts[parts.count - 1] = last.appending(part)
      } else {
        parts.append(part)
      }
    }
    let role = leadingRole(parts[0])
    let first = role.map { parts[0].part($0.count, parts[0].count) } ?? parts[0]
    let names = [first] + parts.dropFirst()
    guard names.allSatisfy({ isPerson($0) }) else { return nil }
    guard let role else { return names }
    return [parts[0]] + names.dropFirst().map { role.appending($0) }
  }

  /// A name whose two parts stand apart, or four letters and more.
  private static func isPerson(_ line: HeadLine) -> Bool {
    line.count >= 3 && NameEvidence.isName(line) && !NameEvidence.isSeated(line)
      && (line.columns().count > 1 || line.count >= 4)
  }

  private static func leadingRole(_ line: HeadLine) -> HeadLine? {
    let columns = AttendanceEntry.joined(line.columns(), of: line)
    guard let first = columns.first, columns.count > 1,
      ["member", "post"].contains(NameEvidence.exactRole(first.key))
    else { return nil }
    return first
  }

  /// Each column is a whole name.
  private static func whole(_ columns: [HeadLine]) -> [HeadLine]? {
    let isList = columns.allSatisfy {
      (3...6).contains($0.count) && NameEvidence.isName($0) && !NameEvidence.isRole($0.key)
        && !NameEvidence.isDepartment($0.key)
    }
    let least = columns.map(\.count).min() ?? 0
    return isList && (least >= 4 || columns.count >= 3) ? columns : nil
  }

  /// Surname, given name, surname, given name.
  private static func pairs(_ line: HeadLine, _ columns: [HeadLine]) -> [HeadLine]? {
    guard columns.count >= 4, columns.count.isMultiple(of: 2),
      columns.contains(where: { $0.count > 1 }),
      columns.allSatisfy({ isPartOfName($0) })
    else { return nil }
    var names: [HeadLine] = []
    var place = 0
    for index in stride(from: 0, to: columns.count, by: 2) {
      let count = columns[index].count + columns[index + 1].count
      let name = line.part(place, place + count)
      guard columns[index].count <= 4, (2...8).contains(count), NameEvidence.isName(name) else {
        return nil
      }
      names.append(name)
      place += count
    }
    return names
  }

  private static func isPartOfName(_ column: HeadLine) -> Bool {
    column.count <= 5 && column.key.allSatisfy { NameEvidence.isNameScalar($0) }
      && NameEvidence.exactRole(column.key) == nil && !NameEvidence.isRole(column.key)
      && NameEvidence.lexicon.groups.value(of: column.key) == nil
  }
}

extension AttendanceLines {
  /// The entries of a row without a leading bar: `岩瀬達哉委員 | 遠藤久夫委員`.
  static func cells(_ line: HeadLine) -> [HeadLine]? {
    guard line.key.first != "|", line.key.contains("|") else { return nil }
    var cells: [HeadLine] = []
    var start = 0
    for place in line.key.indices + [line.count] where place == line.count || line.key[place] == "|"
    {
      let cell = line.part(start, place)
      if !cell.isEmpty { cells.append(cell) }
      start = place + 1
    }
    let areEntries = cells.allSatisfy { cell in
      let open = cell.key.firstIndex(of: "(") ?? cell.count
      let core = Array(cell.key[..<open])
      return core.count >= 3 && NameEvidence.isRole(core) && NameEvidence.exactRole(core) == nil
    }
    return areEntries ? cells : [line]
  }
}
