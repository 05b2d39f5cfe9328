import Deliberation
import JapaneseText

/// Reads the attendance lists of the head (minutes-formats §3): groups, names, roles,
/// organisations, presence and proxies. What cannot be read becomes a finding with its words.
enum AttendanceReader {
  struct Reading {
    var attendees: [Attendee] = []
    var findings: [Finding] = []
    /// The offset behind the last line that belongs to a list.
    var end: Int?
  }

  static func read(_ layout: HeadLayout, in view: TextView) -> Reading {
    var walker = AttendanceWalker(view: view)
    for part in layout.parts where part.kind == .present || part.kind == .absent {
      walker.walk(part)
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
  private var countStart = 0
  /// The group of the label, and how many it announced.
  private var label = AttendanceGroup()
  private var labelStart = 0

  init(view: TextView) {
    self.view = view
  }

  mutating func walk(_ part: HeadPart) {
    label = AttendanceGroup.of(part, in: view)
    group = label
    labelStart = reading.attendees.count
    countStart = labelStart
    pendingRole = nil
    extend(to: part.line.span(0, part.match.value).to)
    let repeated = repeatedWords(part.words)
    for (index, line) in part.pieces.enumerated() {
      if line.isEmpty {
        // A rule or a blank line parts members from those who explain, in records of the Diet.
        if isDots(part, index) { group = afterRule() }
        continue
      }
      if takeRemark(line) { continue }
      if let found = AttendanceGroup.heading(
        line, parent: label, repeated: repeated.contains(line.key), in: view)
      {
        flush()
        checkCount()
        group = found.group
        countStart = reading.attendees.count
        extend(to: line.span.to)
        if !found.rest.isEmpty { lines.append(found.rest) }
        continue
      }
      lines.append(line)
    }
    flush()
    checkCount()
    if label.announced != nil, label.line != group.line {
      group = label
      countStart = labelStart
      checkCount()
    }
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
    if key.isEmpty { return true }
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
    if line.count <= 16, let count = AttendanceGroup.count(line.key) {
      let isTotal =
        key.starts(HeadLine.fold("以上"), at: 0) || key.starts(HeadLine.fold("計"), at: 0)
        || key.starts(HeadLine.fold("合計"), at: 0) || key[0].digitValue != nil
      if isTotal {
        flush()
        group.announced = count
        checkCount()
        group.announced = nil
      } else {
        finding("attendanceCountOnly", line, "a number without names: ")
      }
      extend(to: line.span.to)
      return true
    }
    return false
  }

  /// Reads the lines gathered for the group.
  private mutating func flush() {
    for words in AttendanceLines.cut(lines) { take(words) }
    lines = []
  }

  private mutating func take(_ words: HeadLine) {
    let trimmed = words.trimmed(of: "、,;・")
    guard !trimmed.isEmpty, !Self.remarks.contains(trimmed.key) else { return }
    if let role = roleAlone(trimmed) {
      if let last = reading.attendees.indices.last, pendingRole == nil, last >= countStart,
        reading.attendees[last].role?.hasSuffix("兼務") == true
      {
        reading.attendees[last].role = (reading.attendees[last].role ?? "") + "・" + role
      } else if trimmed.key[0] == "(", let last = reading.attendees.indices.last,
        last >= countStart,
        pendingRole == nil, reading.attendees[last].role != nil
      {
        reading.attendees[last].role = (reading.attendees[last].role ?? "") + "（" + role + "）"
      } else {
        pendingRole = (pendingRole ?? "") + role
      }
      extend(to: trimmed.span.to)
      return
    }
    let unclosed = Self.withoutOthers(trimmed)
    guard let entry = AttendanceEntry.read(unclosed, in: view) else {
      finding("attendanceNotRead", trimmed, "not read in the attendance list: ")
      pendingRole = nil
      return
    }
    add(entry)
    extend(to: words.span.to)
  }

  /// A role on a line of its own, whose name stands below or above: `会計管理者`, `（会計室長）`.
  private func roleAlone(_ words: HeadLine) -> String? {
    let inner =
      words.key[0] == "(" && words.close(of: 0) == words.count
      ? words.part(1, words.count - 1) : words
    guard inner.columns(width: 2).count == 1, NameEvidence.isRole(inner.key) else { return nil }
    if NameEvidence.exactRole(inner.key) == nil {
      if NameEvidence.gluedPost(inner.key) != nil { return nil }
      guard let end = NameEvidence.roleEnd(inner.key), end.kind == "post" else { return nil }
    }
    return HeadText.compact(inner.span, in: view)
  }

  private mutating func add(_ entry: AttendanceEntry) {
    var role = entry.role
    if let pending = pendingRole {
      role = role == nil || role == "議員" ? pending : role
      pendingRole = nil
    }
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

  private static let remarks = Set(
    [
      "敬称略", "五十音順", "五十音順敬称略", "敬称略五十音順", "順不同", "なし", "無し", "ほか", "他", "以上", "氏名", "会社名", "No",
      "所属",
    ]
    .map(HeadLine.fold))
}
