import Deliberation
import JapaneseText

/// Reads the attendance lists of the head (minutes-formats §3).
///
/// Groups, names, roles, organisations, presence and proxies are read. What cannot be read becomes a finding with its words.
enum AttendanceReader {
  struct Reading {
    var attendees: [Attendee] = []
    var findings: [Finding] = []
    /// The offset behind the last line that belongs to a list.
    var end: Int?
  }

  static func read(_ parts: [HeadPart], in view: TextView) -> Reading {
    var walker = AttendanceWalker(view: view)
    for part in parts where part.kind == .present || part.kind == .absent {
      // Attendees: sign up at http…: no list.
      if part.words.first?.key.contains("://") ?? false { continue }
      let known = walker.reading.findings.count
      walker.walk(part)
      let isEmpty = walker.reading.attendees.isEmpty
      let comesAgain = parts.contains { $0.start > part.start && $0.label == part.label }
      if isEmpty, comesAgain {
        // 出席者：末尾に記載, and the list below.
        walker.reading.findings.removeSubrange(known...)
      }
    }
    return walker.reading
  }
}

/// Walks over the lines of attendance fields, group by group.
private struct AttendanceWalker {
  let view: TextView
  var reading = AttendanceReader.Reading()
  private var group = AttendanceGroup()
  private var lines: [HeadLine] = []
  private var pendingRole: String?
  /// A role that stands above several names (理　事).
  private var sticky: String?
  private var countStart = 0
  /// The group of the label, and how many it announced.
  private var label = AttendanceGroup()
  private var labelStart = 0
  private var hasGroups = false
  /// Whether the names of the whole list bear 君.
  private var isHonoured = false

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
    pendingRole = nil
    hasGroups = false
    extend(to: part.line.span(0, part.match.value).to)
    let repeated = repeatedWords(part.words)
    let honoured = part.words.filter { $0.key.last == "君" }.count
    isHonoured = honoured >= 5 && honoured * 5 >= part.words.count * 2
    if let table = AttendanceTable.read(part.pieces) {
      take(table)
      return
    }
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
        extend(to: line.span.to)
        if !found.rest.isEmpty { lines.append(found.rest) }
        continue
      }
      lines.append(line)
    }
    flush()
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

  /// Remarks that are no entries: 敬称略, （以上24名）, 別紙のとおり, なし.
  private mutating func takeRemark(_ line: HeadLine) -> Bool {
    let key = Scalars(line.key.filter { !"()[]【】。、・".unicodeScalars.contains($0) })
    if key.isEmpty || line.key[0] == "<" && line.key.contains("=") { return true }
    if line.count <= 24, line.trimmed(of: "[]()〔〕").key.ends(Self.sittings) { return true }
    if line.count <= 8, key.ends(Self.froms), key.contains(where: { $0.digitValue != nil }) {
      return true
    }
    if line.key.last == "。" && line.count > 12 || line.key.ends(Self.days) && line.count <= 8 {
      return true
    }
    if line.key[0] == "|", line.key.contains("氏名") || line.key.contains("name|") { return true }
    if key.contains("別紙") || key.contains("別添") || key.contains("名簿のとおり") || key.contains("末尾に") {
      finding("attendanceElsewhere", line, "the list is not here: ")
      extend(to: line.span.to)
      return true
    }
    let isNote = "※*注".unicodeScalars.contains(line.key[0]) && NameEvidence.isName(line) == false
    if Self.remarks.contains(key) || isNote && line.count > 3
      || key.starts(HeadLine.fold("五十音"), at: 0)
    {
      extend(to: line.span.to)
      return true
    }
    if line.count <= 16, !line.key.contains("、"), let count = AttendanceGroup.count(line.key) {
      let isTotal =
        key.starts(HeadLine.fold("以上"), at: 0) || key.starts(HeadLine.fold("計"), at: 0)
        || key.starts(HeadLine.fold("合計"), at: 0)
        || key[0].digitValue != nil && line.line.number != label.line
      if isTotal {
        flush()
        group.announced = count
        checkCount()
        group.announced = nil
      } else {
        if label.announced == count, line.line.number == label.line { return true }
        finding("attendanceCountOnly", line, "a number without names: ")
      }
      extend(to: line.span.to)
      return true
    }
    return false
  }

  /// Reads the lines gathered for the group.
  private mutating func flush() {
    let words = AttendanceLines.cut(lines).map { $0.trimmed(of: "、,;・") }
      .filter { !$0.isEmpty && !Self.remarks.contains($0.key) }
    lines = []
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
    guard let entry = AttendanceEntry.read(core, in: view) else {
      finding("attendanceNotRead", words, "not read in the attendance list: ")
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
    var role = entry.role
    if let pending = pendingRole {
      let isWhole = NameEvidence.isRole(HeadLine.fold(pending))
      role = role == nil || role == "議員" ? pending : isWhole ? role : role.map { pending + $0 }
      pendingRole = nil
    }
    if role == nil { role = sticky ?? group.ownRole }
    var attendee = Attendee(
      name: entry.name, role: role, group: group.heading,
      kind: AttendeeKinds.kind(role: role, organisation: entry.organisation, group: group),
      organisation: entry.organisation ?? group.organisation,
      presence: entry.presence ?? group.presence, substitute: entry.substitute,
      source: [HeadText.segment(entry.source)])
    if attendee.organisation != nil, entry.organisation == nil, entry.name == nil {
      attendee.organisation = group.organisation
    }
    reading.attendees.append(attendee)
  }

  /// `… ほか`, `… 他` at the end of an entry.
  private static func withoutOthers(_ words: HeadLine) -> HeadLine {
    for end in [HeadLine.fold("ほか"), HeadLine.fold("他"), HeadLine.fold("外")]
    where words.key.ends([end]) && words.count > end.count + 1
      && words.gap(before: words.count - end.count)
    {
      return words.part(0, words.count - end.count)
    }
    return words
  }

  private mutating func checkCount() {
    guard let announced = group.announced, announced > 0 else { return }
    let counted = reading.attendees.count - countStart
    if counted != announced {
      reading.findings.append(
        Finding(
          kind: "attendanceCount", line: group.line,
          message: "the list says \(announced), \(counted) were read"))
    }
  }

  private mutating func finding(_ kind: String, _ line: HeadLine, _ message: String) {
    reading.findings.append(
      Finding(
        kind: kind, line: line.line.number,
        message: message + HeadText.plain(line.span, in: view)))
  }

  private mutating func extend(to end: Int) {
    reading.end = max(reading.end ?? 0, end)
  }

  private static let froms = ["から", "より", "まで"].map(HeadLine.fold)
  private static let days = ["日", "日)"].map(HeadLine.fold)
  private static let sittings = ["開会", "開議", "散会", "閉会", "再開", "休憩"].map(HeadLine.fold)
  private static let remarks = Set(
    [
      "敬称略", "五十音順", "五十音順敬称略", "敬称略五十音順", "順不同", "なし", "無し", "ほか", "他", "以上", "氏名", "会社名", "No",
      "所属",
    ]
    .map(HeadLine.fold))
}
