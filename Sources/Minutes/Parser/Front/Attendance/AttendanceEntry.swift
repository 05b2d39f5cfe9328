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
  /// Words in brackets that can be a name: `株式会社○○（山田　太郎）`.
  private var inner: String?

  init(source: HeadLine) {
    self.source = source
  }

  /// Reads the words of one entry; nil where no name, role or organisation can be told.
  static func read(_ line: HeadLine, in view: TextView) -> AttendanceEntry? {
    var entry = AttendanceEntry(source: line)
    if line.key.first == "|" { return entry.takeRow(line, in: view) ? entry : nil }
    var core = line
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
    core = entry.takeBrackets(core, in: view)
    core = core.trimmed(of: "・:;,、。")
    guard !core.isEmpty else { return nil }
    let honoured = core.withoutHonorific
    if entry.takeColumns(honoured, isHonoured: honoured.count < core.count, in: view) {
      return entry
    }
    return nil
  }

  /// A row of a table: `| 青野 誠 | 座長 | 東波運輸 |`.
  private mutating func takeRow(_ line: HeadLine, in view: TextView) -> Bool {
    let bars = line.key.indices.filter { line.key[$0] == "|" } + [line.count]
    let cells = zip(bars, bars.dropFirst()).map { line.part($0 + 1, $1) }.filter { !$0.isEmpty }
    guard let own = cells.firstIndex(where: { $0.count > 1 && NameEvidence.isName($0) }) else {
      return false
    }
    name = Self.display(cells[own].span, in: view)
    for cell in cells[(own + 1)...] {
      if NameEvidence.exactRole(cell.key) != nil {
        role = role ?? HeadText.compact(cell.span, in: view)
      } else if cell.count > 1, cell == cells.last {
        organisation = HeadText.name(view.scalars(cell.span))
      }
    }
    return true
  }

  /// Takes brackets at both ends: roles, organisations, presence, proxies.
  private mutating func takeBrackets(_ line: HeadLine, in view: TextView) -> HeadLine {
    var core = line
    while let last = core.key.last, ")】]〕".unicodeScalars.contains(last),
      let open = core.lastOpening, open > 0 || core.close(of: open) == core.count
    {
      takeNote(core.part(open + 1, core.count - 1), in: view)
      core = core.part(0, open)
    }
    while let first = core.key.first, "(【[〔".unicodeScalars.contains(first),
      let close = core.close(of: 0),
      close < core.count
    {
      // （内閣府大臣官房審議官）　原　典久君: the post of one who appears in another capacity.
      let note = core.part(1, close - 1)
      if HeadLexicon.current.isPresence(note.key) {
        takeNote(note, in: view)
      } else {
        organisation = organisation ?? HeadText.compact(note.span, in: view)
      }
      core = core.part(close, core.count)
    }
    return core
  }

  /// What stands in brackets beside a name.
  private mutating func takeNote(_ note: HeadLine, in view: TextView) {
    let key = note.key
    guard !key.isEmpty else { return }
    if let words = NameEvidence.lexicon.roleWords["presence online"], words.first(in: key) != nil,
      key.count <= 14
    {
      presence = .online
      return
    }
    if key.starts(Self.proxy, at: 0) || key == ["代"] || key.ends([Self.proxyEnd]) {
      if !NameEvidence.isRole(key) || key == Self.proxy || key == ["代"] || key.contains(":")
        || key.starts(Self.proxyEnd, at: 0)
      {
        presence = .proxy
        let rest = note.part(key.starts(Self.proxyEnd, at: 0) ? 4 : min(2, key.count), key.count)
          .trimmed(of: ":・,、 ")
        if rest.count > 1, !key.ends([Self.proxyEnd]) {
          substitute = Self.read(rest, in: view)?.name ?? HeadText.plain(rest.span, in: view)
        }
        return
      }
    }
    if key == Self.absent {
      presence = .absent
      return
    }
    if key == Self.attending || key.contains("委任状") || HeadLexicon.current.isPresence(key) {
      return
    }
    if key.count >= 2, NameEvidence.isName(note) {
      inner = Self.display(note.span, in: view)
    }
    takePost(note, in: view)
  }

  /// A role, or an organisation with a post: `主査`, `慶應義塾大学教授`, `総務省総合通信基盤局長`.
  private mutating func takePost(_ words: HeadLine, in view: TextView) {
    let key = words.key
    let isOrganisation = NameEvidence.isOrganisation(key)
    guard let end = NameEvidence.roleEnd(key), NameEvidence.isRole(key) || key.count < 3 else {
      if organisation == nil, isOrganisation || NameEvidence.isDepartment(key) || key.count >= 4 {
        organisation = HeadText.name(view.scalars(words.span))
      }
      return
    }
    if isOrganisation,
      let ministry = NameEvidence.lexicon.ministries.prefix(of: key, from: 0, to: key.count)
    {
      organisation = organisation ?? HeadText.name(view.scalars(words.span(0, ministry.length)))
      role = role ?? HeadText.compact(words.span(ministry.length, key.count), in: view)
    } else if isOrganisation {
      var start = end.start
      while start > 1, let more = NameEvidence.lexicon.roles.suffix(of: key, from: 1, to: start),
        more.length >= 2
      {
        start -= more.length
      }
      organisation = organisation ?? HeadText.name(view.scalars(words.span(0, max(1, start))))
      role = role ?? HeadText.compact(words.span(start, key.count), in: view)
    } else if role == nil
      || NameEvidence.exactRole(key) != nil && !["chair", "deputyChair"].contains(kindOfRole)
    {
      role = HeadText.compact(words.span, in: view)
    } else if organisation == nil {
      organisation = HeadText.compact(words.span, in: view)
    }
  }

  private var kindOfRole: String {
    role.flatMap { NameEvidence.exactRole(HeadLine.fold($0)) } ?? ""
  }

  /// Reads the words outside brackets: columns of role, name and organisation in either order.
  private mutating func takeColumns(_ line: HeadLine, isHonoured: Bool, in view: TextView) -> Bool {
    let columns = line.columns()
    if let first = columns.first, columns.count > 1, first.count >= 2,
      NameEvidence.isRole(first.key), !NameEvidence.isOrganisation(line.key) || columns.count > 2
    {
      var rest = line.part(first.count, line.count)
      if NameEvidence.isSeated(rest), let end = NameEvidence.roleEnd(rest.key) {
        rest = rest.part(0, end.start)
      }
      if NameEvidence.isName(rest) {
        role = HeadText.compact(first.span, in: view)
        name = Self.display(rest.span, in: view)
        return true
      }
    }
    for index in columns.indices.dropFirst() where NameEvidence.exactRole(columns[index].key) != nil
    {
      let from = columns[..<index].reduce(0) { $0 + $1.count }
      let before = line.part(0, from)
      guard NameEvidence.isName(before) else { continue }
      name = Self.display(before.span, in: view)
      role = role ?? HeadText.compact(columns[index].span, in: view)
      let after = line.part(from + columns[index].count, line.count)
      if !after.isEmpty { organisation = organisation ?? HeadText.name(view.scalars(after.span)) }
      return true
    }
    if isHonoured, takeGluedRole(line, in: view) { return true }
    if columns.count >= 2, columns[0].count <= 4, columns[0].key.allSatisfy(\.isASCII),
      isHonoured && columns.count == 2
        || columns[0].isCode && NameEvidence.isName(line.part(columns[0].count, line.count))
    {
      // b4 中野さん: a year or a team before the name.
      name = Self.display(line.part(columns[0].count, line.count).span, in: view)
      role = role ?? HeadText.compact(columns[0].span, in: view)
      return true
    }
    if takeDashed(line, in: view) { return true }
    if NameEvidence.isName(line) {
      name = Self.display(line.span, in: view)
      return true
    }
    return takeGlued(line, in: view) || takeAffiliated(columns, line, in: view)
      || takeOrganisation(line, in: view)
  }

  /// `委員長山口　　拓`, `総務部長安藤　英二`: a role glued before a name.
  private mutating func takeGluedRole(_ line: HeadLine, in view: TextView) -> Bool {
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
    name = Self.display(rest.span, in: view)
    return true
  }

  /// `豊田会長`, `平山たかお議員`, `松下重志産業企画室長`: a role glued behind a name.
  private mutating func takeGlued(_ line: HeadLine, in view: TextView) -> Bool {
    guard let end = NameEvidence.roleEnd(line.key), end.start > 0 else { return false }
    let front = line.part(0, end.start)
    let isSeat = end.kind != "post"
    if isSeat, NameEvidence.isName(front), front.count <= 8 {
      name = Self.display(front.span, in: view)
      role = role ?? HeadText.compact(line.span(end.start, line.count), in: view)
      return true
    }
    if let start = NameEvidence.gluedPost(line.key) {
      name = Self.display(line.span(0, start), in: view)
      let post = HeadText.compact(line.span(start, line.count), in: view)
      // 北村信幸公営企業管理者（交通局長）
      role = role.map { kindOfRole == "chair" ? $0 : post + "（" + $0 + "）" } ?? post
      return true
    }
    return false
  }

  /// `Satoru Ueda – Sony`: name and organisation parted by a dash.
  private mutating func takeDashed(_ line: HeadLine, in view: TextView) -> Bool {
    for (index, sign) in line.key.enumerated()
    where "-–—/|".unicodeScalars.contains(sign) && index > 0
      && (line.gap(before: index) || line.gap(before: index + 1))
    {
      let front = line.part(0, index)
      let back = line.part(index + 1, line.count)
      guard NameEvidence.isName(front), !back.isEmpty else { continue }
      name = Self.display(front.span, in: view)
      organisation = organisation ?? HeadText.name(view.scalars(back.span))
      return true
    }
    return false
  }

  /// `太田 洋　西村法律事務所弁護士`: name and organisation side by side.
  private mutating func takeAffiliated(
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
      name = Self.display(front.span, in: view)
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
      name = Self.display(back.span, in: view)
      takePost(front, in: view)
      return true
    }
    return false
  }

  private mutating func takeOrganisation(_ line: HeadLine, in view: TextView) -> Bool {
    guard NameEvidence.isOrganisation(line.key) || NameEvidence.isDepartment(line.key),
      line.count >= 3
    else { return false }
    // 株式会社○○（山田太郎）: the bracket was taken for an organisation.
    name = inner
    organisation = HeadText.name(view.scalars(line.span))
    return true
  }

  /// A name as the record shows it; marks of emphasis are none of its signs.
  private static func display(_ span: TextSpan, in view: TextView) -> String {
    PersonName.display(String(view.scalars(span).filter { $0 != "*" }))
  }

  private static let proxy = HeadLine.fold("代理")
  private static let proxyEnd = HeadLine.fold("代理出席")
  private static let absent = HeadLine.fold("欠席")
  private static let attending = HeadLine.fold("出席")
}
