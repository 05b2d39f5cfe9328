import Deliberation
import JapaneseText

/// Walks over the lines of attendance fields, group by group.
struct AttendanceWalker {
  let view: TextView
  var reading = AttendanceReader.Reading()
  var group = AttendanceGroup()
  var lines: [HeadLine] = []
  private var pendingRole: String?
  /// A role that stands above several names (理　事).
  private var sticky: String?
  private var countStart = 0
  /// The group of the label, and how many it announced.
  var label = AttendanceGroup()
  var labelStart = 0
  /// The first entry that a seat told behind the last of them can be about.
  private var sharedFrom = 0
  private var hasGroups = false
  /// Whether the names of the whole list bear 君.
  private var isHonoured = false
  /// Whether the list gives full names before posts (`松下重志産業企画室長`).
  private var isFullList = true
  /// The entries whose names have a seat glued to them.
  private var glued: [Int] = []

  init(view: TextView) {
    self.view = view
  }

  mutating func walk(_ part: HeadPart) {
    label = AttendanceGroup.of(part, in: view)
    // 出席委員　十七名: the number on the line of the label.
    if label.announced == nil, let first = part.pieces.first, first.line == part.line.line,
      part.words.count > 1,
      first.count <= 8
    {
      label.announced = AttendanceGroup.count(first.key)
    }
    group = label
    labelStart = reading.attendees.count
    countStart = labelStart
    sharedFrom = labelStart
    pendingRole = nil
    hasGroups = false
    extend(to: part.line.span(0, part.match.value).to)
    var repeated = repeatedWords(part.words)
    // 山田委員 / 佐藤委員: names with their seats, each on its line, are no headings.
    let seated = part.words.filter { Self.isSeatedName($0) }
    if seated.count > 1 { repeated.formUnion(seated.map(\.key)) }
    let honoured = part.words.filter { $0.key.last == "君" }.count
    isHonoured = honoured >= 5 && honoured * 5 >= part.words.count * 2
    if let table = AttendanceTable.read(part.pieces) {
      take(table)
      return
    }
    var absent: [HeadLine] = []
    for (index, line) in part.pieces.enumerated() {
      if line.isEmpty {
        // A rule or a blank line parts members from those who explain, in records of the Diet.
        if isDots(part, index) {
          flush()
          group = afterRule()
        }
        continue
      }
      if takeRemark(line) { continue }
      if let found = AttendanceGroup.heading(
        line, parent: label, repeated: repeated.contains(line.key), in: view)
      {
        flush()
        checkCount()
        group = found.group
        hasGroups = true
        countStart = reading.attendees.count
        sharedFrom = countStart
        extend(to: line.span.to)
        if !found.rest.isEmpty { lines.append(found.rest) }
        continue
      }
      if let (present, missing) = parted(line) {
        lines.append(present)
        absent.append(missing)
      } else {
        lines.append(line)
      }
    }
    flush()
    takeAbsent(absent)
    markSurnames()
    checkCount()
    if label.announced != nil, hasGroups {
      group = label
      countStart = labelStart
      checkCount()
    }
  }

  /// Takes the rows of a table as they stand.
  private mutating func take(_ table: AttendanceTable) {
    for row in table.rows {
      let organisation = HeadText.name(
        view.scalars(row.organisation[0].span)
          + row.organisation.dropFirst().flatMap { view.scalars($0.span) })
      reading.attendees.append(
        Attendee(
          name: PersonName.display(view.text(row.name.span)), role: nil,
          group: row.isHeaded
            ? HeadText.plain(row.organisation[0].span, in: view) : group.heading,
          kind: AttendeeKinds.kind(role: nil, organisation: organisation, group: group),
          organisation: organisation, presence: group.presence, substitute: nil,
          source: [HeadText.segment(row.name)]))
    }
    extend(to: table.end)
  }

  /// Words that stand alone on several lines: a torn column of roles, no headings.
  private func repeatedWords(_ lines: [HeadLine]) -> Set<Scalars> {
    var seen: [Scalars: Int] = [:]
    for line in lines { seen[line.key, default: 0] += 1 }
    return Set(seen.filter { $0.value > 1 }.keys)
  }

  private func isDots(_ part: HeadPart, _ index: Int) -> Bool {
    part.pieces[index].line.span.count >= 3 && index + 1 < part.pieces.count
      && view.scalars(part.pieces[index].line.span).contains("…")
  }

  private func afterRule() -> AttendanceGroup {
    var group = AttendanceGroup()
    group.kind = .official
    group.line = label.line
    return group
  }

  /// Reads the lines gathered for the group.
  mutating func flush() {
    let cut = AttendanceLines.cut(lines).map { $0.trimmed(of: "、,;・") }
      .filter { !$0.isEmpty && !Self.remarks.contains($0.key) && !Self.isOthers($0.key) }
    lines = []
    let full = cut.compactMap { NameEvidence.givesFullName($0.key) }
    isFullList = full.count(where: { $0 }) * 2 > full.count
    let words = cut.flatMap { NameEvidence.runTogether($0, full: isFullList) }
    let layout = AttendanceColumns(words, isHonoured: isHonoured)
    for index in words.indices {
      if layout.isPost[index] {
        take(post: words[index], at: index, of: layout)
      } else {
        take(words[index])
      }
    }
    if let post = pendingRole, let last = words.last {
      finding("attendanceNotRead", last, "a post without a name (\(post)) in the attendance list: ")
    }
    pendingRole = nil
    sticky = nil
  }

  /// A post on a line of its own: it belongs to the name below, or above where that has its own.
  private mutating func take(post words: HeadLine, at index: Int, of layout: AttendanceColumns) {
    let isBracket = words.key[0] == "(" && words.close(of: 0) == words.count
    let inner = isBracket ? words.part(1, words.count - 1) : words
    let role = HeadText.compact(inner.span, in: view)
    extend(to: words.span.to)
    let last = reading.attendees.indices.last
    if layout.names(below: index) > 1, NameEvidence.exactRole(inner.key) != nil {
      sticky = role
      return
    }
    sticky = nil
    let isWhole = isBracket || NameEvidence.isRole(inner.key)
    if isWhole, pendingRole == nil, index > 0, !layout.isPost[index - 1],
      layout.isTaken(below: index),
      let last, last >= countStart
    {
      let before = reading.attendees[last].role
      reading.attendees[last].role =
        before.map {
          if isBracket { return $0 + "（\(role)）" }
          return $0 + role
        } ?? role
    } else {
      pendingRole = (pendingRole ?? "") + role
    }
  }

  private mutating func take(_ words: HeadLine) {
    if let entry = continued(words) {
      add(entry)
      extend(to: words.span.to)
      return
    }
    let core = Self.withoutOthers(words.without("*"))
    if let entry = ditto(core) {
      add(entry)
      extend(to: words.span.to)
      return
    }
    guard let entry = AttendanceEntry.read(core, full: isFullList, in: view) else {
      finding("attendanceNotRead", words, "not read in the attendance list: ")
      if let post = pendingRole {
        finding("attendanceNotRead", words, "a post without a name (\(post)) before: ")
      }
      pendingRole = nil
      if reading.attendees.last?.source.last?.line == words.line.number {
        extend(to: words.span.to)
      }
      return
    }
    add(entry)
    extend(to: words.span.to)
  }

  /// `財務省主計局次` / `長　吉野維一郎君`: a post broken in its last word.
  private mutating func continued(_ words: HeadLine) -> AttendanceEntry? {
    guard let pending = pendingRole, !NameEvidence.isRole(HeadLine.fold(pending)),
      let first = words.columns().first, first.count < words.count,
      NameEvidence.isRole(HeadLine.fold(pending) + first.key)
    else { return nil }
    let rest = words.part(first.count, words.count).withoutHonorific
    guard NameEvidence.isName(rest) else { return nil }
    pendingRole = nil
    var entry = AttendanceEntry(source: words)
    entry.name = PersonName.display(view.text(rest.span))
    entry.role = pending + HeadText.compact(first.span, in: view)
    return entry
  }

  private mutating func add(_ entry: AttendanceEntry) {
    if let shared = entry.shared { share(shared) }
    var role = entry.role
    if let pending = pendingRole {
      let isWhole = NameEvidence.isRole(HeadLine.fold(pending))
      role = role == nil || role == "議員" ? pending : isWhole ? role : role.map { pending + $0 }
      pendingRole = nil
    }
    if role == nil || group.isOffice { role = sticky ?? group.ownRole }
    var attendee = Attendee(
      name: entry.name, role: role, group: group.heading,
      kind: AttendeeKinds.kind(role: role, organisation: entry.organisation, group: group),
      organisation: entry.organisation ?? group.organisation,
      presence: entry.presence ?? group.presence, substitute: entry.substitute,
      source: [HeadText.segment(entry.source)])
    attendee.isSurname = entry.isSurname
    if attendee.organisation != nil, entry.organisation == nil, entry.name == nil {
      attendee.organisation = group.organisation
    }
    if entry.isWhole {
      finding("attendanceNotParted", entry.source, "name and post not parted: ")
    }
    if entry.isGlued { glued.append(reading.attendees.count) }
    reading.attendees.append(attendee)
  }

  /// `…、白尾智明（以上　理事）`: the seat of all before it that have none.
  private mutating func share(_ role: String) {
    for index in reading.attendees.indices.suffix(from: min(sharedFrom, reading.attendees.count))
    where reading.attendees[index].role == nil {
      reading.attendees[index].role = role
    }
    sharedFrom = reading.attendees.count
  }

  /// A list of surnames with their seats: those of three signs are surnames too.
  private mutating func markSurnames() {
    let names = glued.map { (index: $0, name: (reading.attendees[$0].name ?? "").scalars) }
      .filter { !$0.name.contains(where: \.isBlank) }
    guard names.contains(where: { $0.name.count <= 2 }),
      names.filter({ $0.name.count >= 4 }).isEmpty
    else { return }
    for item in names where item.name.count == 3 { reading.attendees[item.index].isSurname = true }
  }

  /// `… ほか`, `… 他` at the end of an entry.
  private static func withoutOthers(_ words: HeadLine) -> HeadLine {
    for end in [HeadLine.fold("ほか"), HeadLine.fold("他"), HeadLine.fold("外")]
    where words.key.ends([end]) && words.count > end.count + 1
      && (words.gap(before: words.count - end.count)
        || NameEvidence.isRole(Array(words.key.dropLast(end.count))))
    {
      return words.part(0, words.count - end.count)
    }
    return words
  }

  mutating func checkCount() {
    guard let announced = group.announced, announced > 0 else { return }
    let counted = reading.attendees.count - countStart
    // （以上24名） can count the groups above it too.
    if counted != announced, reading.attendees.count - labelStart != announced {
      reading.findings.append(
        Finding(
          kind: "attendanceCount", line: group.line,
          message: "the list says \(announced), \(counted) were read"))
    }
  }

  mutating func finding(_ kind: String, _ line: HeadLine, _ message: String) {
    reading.findings.append(
      Finding(
        kind: kind, line: line.line.number,
        message: message + HeadText.plain(line.span, in: view)))
  }

  mutating func extend(to end: Int) {
    reading.end = max(reading.end ?? 0, end)
  }
}
