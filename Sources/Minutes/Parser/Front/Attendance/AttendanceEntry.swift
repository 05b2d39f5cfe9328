import Deliberation
import JapaneseText

/// One entry of an attendance list before its kind is known.
struct AttendanceEntry: Sendable {
  var name: String?
  var role: String?
  var organisation: String?
  var presence: Presence?
  var substitute: String?
  var source: HeadLine
  /// A seat or post is glued behind the name (豊田会長).
  var isGlued = false
  /// The name could not be parted from the post: both stand in the role, as printed.
  var isWhole = false
  /// The name is a surname with what tells namesakes apart: 藤井（千）委員.
  var isSurname = false
  /// The one for whom this one came: `植松（望月代理）`.
  var standsFor: String?
  /// A seat told of all entries so far: （以上　理事）.
  var shared: String?
  /// Whether the list gives full names, so that four letters before a post can be one.
  var isFullList = true
  /// Words in brackets that can be a name: `株式会社○○（山田　太郎）`.
  var inner: String?

  init(source: HeadLine) {
    self.source = source
  }

  /// Reads the words of one entry; nil where no name, role or organisation can be told.
  static func read(
    _ line: HeadLine, full: Bool = true, in view: TextView
  ) -> AttendanceEntry? {
    var entry = AttendanceEntry(source: line)
    entry.isFullList = full
    if line.key.contains("|") { return entry.takeRow(line, in: view) ? entry : nil }
    var core = line
    if let mark = core.key.lastIndex(of: "※"), mark > 0, core.key[mark - 1] == "(",
      core.close(of: mark - 1) == mark + 2
    {
      // 縣公一郎（※）: a mark that a note below explains
      core = core.part(0, mark - 1).appending(core.part(mark + 2, core.count))
    }
    if let note = core.key.lastIndex(of: "※"), note > 0 {
      entry.takeNote(core.part(note + 1, core.count), in: view)
      core = core.part(0, note)
    }
    if let colon = core.key.firstIndex(of: ":"),
      NameEvidence.exactRole(Array(core.key[..<colon])) != nil
    {
      // 議長：前田
      entry.role = HeadText.compact(core.span(0, colon), in: view)
      core = core.part(colon + 1, core.count)
    }
    // 委員長　守屋亘弘　出席
    if let last = core.columns().last, last.count < core.count, entry.takesPresence(last) {
      core = core.part(0, core.count - last.count)
    }
    core = entry.withoutHint(core)
    core = entry.takeBrackets(core, in: view)
    core = core.trimmed(of: "・:;,、。")
    if entry.role == nil, let named = entry.takeSeatWithOffice(core, in: view) {
      entry.name = named
      return entry
    }
    guard !core.isEmpty else { return nil }
    let honoured = core.withoutHonorific
    if let inner = entry.inner, entry.takeOffice(core, of: inner, in: view) { return entry }
    guard entry.takeColumns(honoured, isHonoured: honoured.count < core.count, in: view) else {
      return nil
    }
    if let other = entry.standsFor, entry.name != nil {
      entry.substitute = entry.name
      entry.name = other
      entry.presence = .proxy
    }
    return entry
  }

  /// A row of a table: `| 青野 誠 | 座長 | 東波運輸 |`.
  mutating func takeRow(_ line: HeadLine, in view: TextView) -> Bool {
    let bars = [-1] + line.key.indices.filter { line.key[$0] == "|" } + [line.count]
    let cells = zip(bars, bars.dropFirst()).map { line.part($0 + 1, $1) }.filter { !$0.isEmpty }
    guard let own = cells.firstIndex(where: { $0.count > 1 && NameEvidence.isName($0) }) else {
      return false
    }
    name = Self.display(cells[own], in: view)
    if own > 0, NameEvidence.isRole(cells[own - 1].key) {
      role = HeadText.compact(cells[own - 1].span, in: view)
    }
    for cell in cells[(own + 1)...] where !takesPresence(cell) {
      if NameEvidence.exactRole(cell.key) != nil {
        role = role ?? HeadText.compact(cell.span, in: view)
      } else if cell.count > 1, cell == cells.last {
        organisation = HeadText.name(view.scalars(cell.span))
      }
    }
    return true
  }

  /// Reads the words outside brackets: columns of role, name and organisation in either order.
  mutating func takeColumns(_ line: HeadLine, isHonoured: Bool, in view: TextView) -> Bool {
    let columns = Self.joined(line.columns(), of: line)
    if columns.count > 1, organisation == nil, takeBehindBody(columns, line, in: view) {
      return true
    }
    if takeDepartment(columns, in: view) { return true }
    if let first = columns.first, columns.count > 1, first.count >= 2,
      NameEvidence.isRole(first.key), !NameEvidence.isOrganisation(line.key) || columns.count > 2
    {
      var rest = line.part(first.count, line.count)
      var own = first
      if NameEvidence.isSeated(rest), let end = NameEvidence.roleEnd(rest.key) {
        // 委員　鵠沼会長: the seat says more than the side of the table
        let seat = rest.part(end.start, rest.count)
        if NameEvidence.exactRole(first.key) == "member", end.kind != "member" {
          own = seat
          isGlued = true
        }
        rest = rest.part(0, end.start)
      } else if let last = columns.last, columns.count >= 3, last.count >= 3,
        NameEvidence.isRole(last.key) || NameEvidence.isOrganisation(last.key),
        NameEvidence.isName(rest.part(0, rest.count - last.count))
      {
        // 議長　雲海　太郎　内閣官房長官
        organisation = organisation ?? HeadText.compact(last.span, in: view)
        rest = rest.part(0, rest.count - last.count)
      }
      if NameEvidence.isName(rest) {
        role = HeadText.compact(own.span, in: view)
        name = Self.display(rest, in: view)
        return true
      }
    }
    for index in columns.indices.dropFirst() where Self.isPost(columns[index]) {
      let from = columns[..<index].reduce(0) { $0 + $1.count }
      let before = line.part(0, from)
      guard NameEvidence.isName(before) else { continue }
      name = Self.display(before, in: view)
      role = role ?? HeadText.compact(columns[index].span, in: view)
      let after = line.part(from + columns[index].count, line.count)
      if !after.isEmpty { organisation = organisation ?? HeadText.name(view.scalars(after.span)) }
      return true
    }
    if isHonoured || line.isSpaced, takeGluedRole(line, in: view) { return true }
    if columns.count >= 2, columns[0].count <= 4, columns[0].key.allSatisfy(\.isASCII),
      isHonoured && columns.count == 2
        || columns[0].isCode && NameEvidence.isName(line.part(columns[0].count, line.count))
    {
      // b4 中野さん: a year or a team before the name.
      name = Self.display(line.part(columns[0].count, line.count), in: view)
      role = role ?? HeadText.compact(columns[0].span, in: view)
      return true
    }
    if takeDashed(line, in: view) { return true }
    if NameEvidence.isName(line) {
      name = Self.display(line, in: view)
      return true
    }
    return takeGlued(line, in: view) || takeAffiliated(columns, line, in: view)
      || takeWhole(line, in: view) || takeOrganisation(line, in: view)
  }

  /// A role, or a post with its department (公文書課長), in a column of its own.
  static func isPost(_ column: HeadLine) -> Bool {
    column.count >= 2 && NameEvidence.exactRole(column.key) != nil
      || column.count >= 4 && NameEvidence.isRole(column.key)
        && !NameEvidence.isOrganisation(column.key) && !NameEvidence.isName(column)
        && !NameEvidence.isSeated(column)
  }

  /// The columns with roles printed in single letters put together: `委　員　　清里　勇`, `総 務 課 長 早坂 勝伸`.
  static func joined(_ columns: [HeadLine], of line: HeadLine) -> [HeadLine] {
    guard columns.count >= 3, columns.contains(where: { $0.count == 1 }) else { return columns }
    var found: [HeadLine] = []
    var index = 0
    var place = 0
    while index < columns.count {
      var run = 0
      while index + run < columns.count, columns[index + run].count == 1, run < 8 { run += 1 }
      var taken = 1
      var length = columns[index].count
      for count in stride(from: run, through: 2, by: -1) {
        let role = line.part(place, place + count)
        let isRole =
          NameEvidence.exactRole(role.key) != nil
          || count > 2 && NameEvidence.isRole(role.key)
            && (NameEvidence.beginsOffice(role.key, at: 0) || standsOff(line, place, count))
        if isRole {
          taken = count
          length = count
          break
        }
      }
      found.append(line.part(place, place + length))
      place += length
      index += taken
    }
    return found
  }

  /// 総　務　課　長　　池　永　　　浩: whether the name stands further off than the letters of the post.
  private static func standsOff(_ line: HeadLine, _ place: Int, _ count: Int) -> Bool {
    let inner = ((place + 1)..<(place + count)).map { line.blanks(before: $0) }.max() ?? 0
    return place == 0 && line.blanks(before: place + count) > inner
  }

  /// `委員長山口　　拓`, `総務部長安藤　英二`: a role glued before a name.
  mutating func takeGluedRole(_ line: HeadLine, in view: TextView) -> Bool {
    let first = line.columns().first?.count ?? line.count
    var best: (place: Int, length: Int)?
    for place in 2..<max(2, min(first + 1, line.count)) {
      guard let found = NameEvidence.lexicon.roles.suffix(of: line.key, from: 0, to: place),
        found.length >= 2 || place >= 4
      else { continue }
      if best.map({ found.length >= $0.length }) ?? true { best = (place, found.length) }
    }
    guard let best else { return false }
    let rest = line.part(best.place, line.count)
    guard rest.count >= 2, NameEvidence.isName(rest) else { return false }
    role = HeadText.compact(line.span(0, best.place), in: view)
    name = Self.display(rest, in: view)
    return true
  }

  /// `豊田会長`, `平山たかお議員`, `松下重志産業企画室長`: a role glued behind a name.
  mutating func takeGlued(_ line: HeadLine, in view: TextView) -> Bool {
    guard let end = NameEvidence.roleEnd(line.key), end.start > 0 else { return false }
    let front = line.part(0, end.start)
    if line.columns().count == 1, let split = NameEvidence.behindMinistry(line.key) {
      organisation = organisation ?? HeadText.name(view.scalars(line.span(0, split.name)))
      name = Self.display(line.part(split.name, split.post), in: view)
      role = role ?? HeadText.compact(line.span(split.post, line.count), in: view)
      isGlued = true
      return true
    }
    let isSeat = end.kind != "post"
    if isSeat, end.kind != "member", line.columns().count == 1,
      let split = NameEvidence.sectionSeat(
        line.key, seat: end.start, full: isFullList)
    {
      name = Self.display(line.part(0, split), in: view)
      isGlued = true
      role = role ?? HeadText.compact(line.span(split, line.count), in: view)
      return true
    }
    if isSeat, NameEvidence.isName(front), front.count <= 8 {
      name = Self.display(front, in: view)
      isGlued = true
      role = role ?? HeadText.compact(line.span(end.start, line.count), in: view)
      return true
    }
    if let start = NameEvidence.gluedPost(line.key, full: isFullList) {
      isGlued = start <= 3
      name = Self.display(line.part(0, start), in: view)
      let post = HeadText.compact(line.span(start, line.count), in: view)
      // 北村信幸公営企業管理者（交通局長）
      role = role.map { kindOfRole == "chair" ? $0 : post + "（" + $0 + "）" } ?? post
      return true
    }
    return false
  }

  /// `Satoru Ueda – Sony`: name and organisation parted by a dash.
  mutating func takeDashed(_ line: HeadLine, in view: TextView) -> Bool {
    for (index, sign) in line.key.enumerated()
    where "-–—/|".unicodeScalars.contains(sign) && index > 0
      && (line.gap(before: index) || line.gap(before: index + 1))
    {
      let front = line.part(0, index)
      let back = line.part(index + 1, line.count)
      guard NameEvidence.isName(front), !back.isEmpty else { continue }
      name = Self.display(front, in: view)
      organisation = organisation ?? HeadText.name(view.scalars(back.span))
      return true
    }
    return false
  }

  /// `太田 洋　西村法律事務所弁護士`: name and organisation side by side.
  mutating func takeAffiliated(
    _ columns: [HeadLine], _ line: HeadLine, in view: TextView
  ) -> Bool {
    for split in columns.indices.dropFirst().reversed() {
      let from = columns[..<split].reduce(0) { $0 + $1.count }
      let back = line.part(from, line.count)
      let front = line.part(0, from)
      guard NameEvidence.isName(front), front.count >= 2 else { continue }
      guard NameEvidence.isOrganisation(back.key) || NameEvidence.isRole(back.key),
        !NameEvidence.isLegalForm(back.key)
      else { continue }
      name = Self.display(front, in: view)
      takePost(back, in: view)
      return true
    }
    for split in columns.indices.dropFirst() {
      let from = columns[..<split].reduce(0) { $0 + $1.count }
      let front = line.part(0, from)
      let back = line.part(from, line.count)
      guard NameEvidence.isName(back), back.count >= 3,
        NameEvidence.isOrganisation(front.key) || NameEvidence.isRole(front.key),
        !NameEvidence.isLegalForm(front.key)
      else { continue }
      name = Self.display(back, in: view)
      takePost(front, in: view)
      return true
    }
    return false
  }

  mutating func takeOrganisation(_ line: HeadLine, in view: TextView) -> Bool {
    guard NameEvidence.isOrganisation(line.key) || NameEvidence.isDepartment(line.key),
      line.count >= 3
    else { return false }
    // 株式会社○○（山田太郎）: the bracket was taken for an organisation.
    name = inner
    organisation = HeadText.name(view.scalars(line.span))
    return true
  }

  /// A name as the record shows it; marks of emphasis are none of its signs.
  static func display(_ line: HeadLine, in view: TextView) -> String {
    let isPlain = !line.key.contains("(")
    let printed = view.scalars(line.span).filter {
      $0 != "*" && !(line.isSpaced && $0.isSpace)
        && !(isPlain && "()（）".unicodeScalars.contains($0))
    }
    return PersonName.display(String(printed))
  }
}
