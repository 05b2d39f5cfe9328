import JapaneseText

/// Cuts the lines of a group into the words of single entries.
enum AttendanceLines {
  /// The entries of a run of lines: lists with 、 over several lines, or entries line by line.
  static func cut(_ lines: [HeadLine]) -> [HeadLine] {
    var entries: [HeadLine] = []
    var list: [HeadLine] = []
    for line in lines {
      if let cells = cells(line) {
        entries += split(list) + cells
        list = []
        continue
      }
      if list.isEmpty, holdsTwoOffices(line) {
        entries.append(bare(line))
        continue
      }
      if isList(line) || !list.isEmpty && runsOn(list[list.count - 1], line) {
        if let last = list.last, !runsOn(last, line) {
          entries += split(list)
          list = []
        }
        list.append(line)
        continue
      }
      entries += split(list)
      list = []
      entries += columns(bare(line))
    }
    return entries + split(list)
  }

  /// `地域支えあい推進部長、地域包括ケア担当部長　石井　大輔`: one person with two offices.
  private static func holdsTwoOffices(_ line: HeadLine) -> Bool {
    let places = commas(line)
    guard let last = places.last, last + 1 < line.count, places.count <= 3 else { return false }
    var start = 0
    for comma in places {
      let office = line.part(start, comma)
      guard office.count >= 4, office.columns().count == 1, NameEvidence.isRole(office.key),
        NameEvidence.beginsOffice(office.key, at: 0)
      else { return false }
      start = comma + 1
    }
    let tail = line.part(start, line.count)
    guard let office = tail.columns().first, office.count < tail.count,
      NameEvidence.isRole(office.key), NameEvidence.beginsOffice(office.key, at: 0)
    else { return false }
    return NameEvidence.isName(tail.part(office.count, tail.count))
  }

  /// Whether a line lists several entries with 、 outside brackets.
  private static func isList(_ line: HeadLine) -> Bool {
    !commas(line).isEmpty
  }

  /// Whether a list goes on from one line to the next.
  private static func runsOn(_ line: HeadLine, _ next: HeadLine) -> Bool {
    if let last = line.key.last, "、,".unicodeScalars.contains(last) { return true }
    let open = line.key.filter { $0 == "(" }.count - line.key.filter { $0 == ")" }.count
    if open > 0 { return true }
    guard isList(line) else { return false }
    let tail = line.part((commas(line).last ?? -1) + 1, line.count)
    let head = next.part(0, commas(next).first ?? next.count)
    // 石井 義|則: neither half is an entry of its own.
    return !(isWhole(tail) && isWhole(head))
  }

  private static func isWhole(_ words: HeadLine) -> Bool {
    if words.key.last == ")" { return true }
    return words.count >= 3
      && (NameEvidence.isName(words) || NameEvidence.isRole(words.key)
        || NameEvidence.isOrganisation(words.key))
  }

  private static func commas(_ line: HeadLine) -> [Int] {
    var depth = 0
    var places: [Int] = []
    for (place, sign) in line.key.enumerated() {
      switch sign {
      case "(", "【", "[", "〔": depth += 1
      case ")", "】", "]", "〕": depth = max(0, depth - 1)
      case "、" where depth == 0, "," where depth == 0, ";" where depth == 0: places.append(place)
      default: break
      }
    }
    return places
  }

  private static func split(_ lines: [HeadLine]) -> [HeadLine] {
    guard var whole = HeadLine.joined(lines) else { return [] }
    // 委員　1番　濱中俊男、3番　中根康雄: one seat for all.
    var seat: HeadLine?
    if let first = whole.columns().first, NameEvidence.exactRole(first.key) == "member",
      !(seats(whole.part(first.count, whole.count)) ?? []).isEmpty
    {
      seat = first
      whole = whole.part(first.count, whole.count)
    }
    var entries: [HeadLine] = []
    var start = 0
    for comma in commas(whole) + [whole.count] {
      let entry = bare(whole.part(start, comma))
      if !entry.isEmpty { entries += seats(entry) ?? glued(entry) ?? [entry] }
      start = comma + 1
    }
    if let seat { return entries.map { seat.appending($0) } }
    return AttendancePeople.shared(entries)
  }

  /// A line without its bullet or number.
  private static func bare(_ line: HeadLine) -> HeadLine {
    guard let mark = ItemMark.read(line), mark.end < line.count, mark.style != "案",
      mark.style != "第", line.key[mark.end] != "番"
    else { return line }
    return line.part(mark.end, line.count)
  }

  /// The entries of a line without 、: by seat numbers, by 君, by columns of role and name.
  private static func columns(_ line: HeadLine) -> [HeadLine] {
    if let seats = seats(line) { return seats }
    if let first = line.columns().first, NameEvidence.exactRole(first.key) == "member",
      let seats = seats(line.part(first.count, line.count))
    {
      return seats.map { first.appending($0) }
    }
    if let honoured = honoured(line) { return honoured }
    return seated(line) ?? members(line) ?? AttendancePeople.read(line) ?? pairs(line)
  }

  /// `川辺委員長　　堤委員　　水野委員`: names with a seat each.
  private static func seated(_ line: HeadLine) -> [HeadLine]? {
    let columns = line.columns()
    guard columns.count > 1, columns.contains(where: { NameEvidence.isSeated($0) }),
      columns.allSatisfy({ NameEvidence.isSeated($0) || NameEvidence.isPosted($0) })
    else { return posted(line) }
    return columns
  }

  /// `森友政策課長　神山推進課長　他`, `河野　正男　委員久保田泰雄　委員`: entries without their comma.
  private static func glued(_ line: HeadLine) -> [HeadLine]? {
    var columns = line.columns()
    guard columns.count > 1 else { return nil }
    if let last = columns.last, others.contains(last.key) { columns.removeLast() }
    if columns.count > 1, columns.allSatisfy({ NameEvidence.gluedPost($0.key, full: false) != nil })
    {
      return columns
    }
    var place = 0
    for column in columns {
      if place > 0,
        let role = NameEvidence.lexicon.roles.prefix(
          of: column.key, from: 0, to: column.count), role.value != "post", role.length >= 2,
        column.count - role.length >= 3
      {
        let split = place + role.length
        let name = column.part(role.length, column.count)
        if NameEvidence.isName(line.part(0, place)), NameEvidence.isName(name) {
          return [line.part(0, split), line.part(split, line.count)]
        }
      }
      place += column.count
    }
    return nil
  }

  private static let others = Set(["他", "ほか", "外"].map(HeadLine.fold))

  /// `青梅環境部長　　羽村緑政課長`: names with a post each, wide apart or each with a known office.
  private static func posted(_ line: HeadLine) -> [HeadLine]? {
    if let glued = glued(line) { return glued }
    let columns = line.columns(width: 2)
    guard columns.count > 1,
      columns.allSatisfy({ $0.count >= 4 && $0.columns().count == 1 && NameEvidence.isPosted($0) })
    else { return nil }
    return columns
  }

  /// `井口 和子 委員   湾岸大学教授   宇野 誠 委員   読潮新聞社`: two members on a line.
  private static func members(_ line: HeadLine) -> [HeadLine]? {
    let columns = line.columns()
    var starts: [Int] = []
    var place = 0
    var begin = 0
    for column in columns {
      if line.blanks(before: place) > 2 { begin = place }
      if NameEvidence.exactRole(column.key) != nil, place > begin,
        NameEvidence.isName(line.part(begin, place))
      {
        starts.append(begin)
      }
      place += column.count
    }
    guard starts.count > 1, starts[0] == 0 else { return nil }
    return starts.indices.map {
      line.part(starts[$0], $0 + 1 < starts.count ? starts[$0 + 1] : line.count)
    }
  }

  /// `２３番　　梅沢　とよかず　　２４番　　高木　信明`.
  private static func seats(_ line: HeadLine) -> [HeadLine]? {
    var marks: [(from: Int, to: Int)] = []
    for place in line.key.indices where line.gap(before: place) && line.key[place].isASCIIDigit {
      var end = place
      while end < line.count, line.key[end].isASCIIDigit { end += 1 }
      if end < line.count, line.key[end] == "番", end + 1 < line.count,
        place == 0 || marks.isEmpty || line.key[place - 1] != "番"
      {
        marks.append((place, end + 1))
      }
    }
    guard let first = marks.first, first.from == 0 else { return nil }
    return marks.indices.map {
      line.part(marks[$0].to, $0 + 1 < marks.count ? marks[$0 + 1].from : line.count)
    }
  }

  /// `理事 稲見 哲男君 理事 小川 淳也君`: every name ends in 君.
  private static func honoured(_ line: HeadLine) -> [HeadLine]? {
    let ends = line.key.indices.filter {
      line.key[$0] == "君" && (line.gap(before: $0 + 1) || $0 + 1 == line.count)
    }
    guard !ends.isEmpty else { return nil }
    var entries: [HeadLine] = []
    var start = 0
    for end in ends {
      entries.append(line.part(start, end + 1))
      start = end + 1
    }
    if start < line.count { entries.append(line.part(start, line.count)) }
    return entries
  }

  /// `委 員 長　　石 垣　　満　　　委　員　　黒 島　健 太`: offices whose letters stand apart.
  private static func closedUp(_ line: HeadLine) -> [HeadLine] {
    let columns = line.columns()
    guard columns.count(where: { $0.count == 1 }) >= 2 else { return columns }
    var closed: [HeadLine] = []
    var index = 0
    var place = 0
    while index < columns.count {
      let singles = columns[index...].prefix { $0.count == 1 }.count
      let length = stride(from: min(singles, 6), to: 1, by: -1).first {
        NameEvidence.exactRole(line.part(place, place + $0).key) != nil
      }
      let count = length ?? columns[index].count
      closed.append(line.part(place, place + count))
      place += count
      index += length ?? 1
    }
    return closed
  }

  /// `事務局長　杉立敏也　　次長　南部剛`: a role that follows a name opens another entry.
  private static func pairs(_ line: HeadLine) -> [HeadLine] {
    let plain = AttendanceEntry.joined(line.columns(), of: line)
    let columns =
      plain.count { $0.count >= 2 && NameEvidence.isRole($0.key) } > 1 ? plain : closedUp(line)
    var entries: [HeadLine] = []
    var start = 0
    var place = 0
    var hasRole = false
    var nameWords = 0
    for column in columns {
      let isRole =
        column.count >= 2
        && (!NameEvidence.isOrganisation(column.key)
          || NameEvidence.beginsOffice(column.key, at: 0)
            && NameEvidence.lexicon.ministries.prefix(of: column.key, from: 0, to: column.count)
              == nil)
        && NameEvidence.isRole(column.key)
        && !(hasRole && nameWords == 1 && column.count <= 2
          && NameEvidence.exactRole(column.key) == nil)
      if isRole, hasRole, nameWords > 0 {
        entries.append(line.part(start, place))
        start = place
        nameWords = 0
      } else if isRole {
        hasRole = hasRole || place == start
      } else {
        nameWords += 1
      }
      place += column.count
    }
    entries.append(line.part(start, line.count))
    return entries
  }
}
