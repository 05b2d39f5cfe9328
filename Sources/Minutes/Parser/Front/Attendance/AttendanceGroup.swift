import Deliberation
import JapaneseText

/// A group of an attendance list: its heading and what follows from it for its entries.
struct AttendanceGroup: Sendable {
  /// The heading as printed, without marks; nil before the first heading.
  var heading: String?
  var kind: AttendeeKind = .member
  /// Whether the kind comes from words of the heading.
  var isKnown = false
  var presence: Presence = .present
  /// The ministry or department that the heading names.
  var organisation: String?
  /// How many the heading says (14名).
  var announced: Int?
  var line: Int = 0

  /// The group that a label of a field opens (出席委員, 説明員, 欠席議員).
  static func of(_ part: HeadPart, in view: TextView) -> AttendanceGroup {
    var group = AttendanceGroup()
    group.line = part.line.line.number
    group.take(part.label)
    if part.kind == .absent { group.presence = .absent }
    if group.isKnown { group.heading = HeadText.compact(part.labelSpan, in: view) }
    group.announced = Self.count(part.noteKey)
    return group
  }

  /// A heading inside a list, and the rest of its line, which holds entries.
  ///
  /// Nil where the line is none. `parent` is the group of the label above; `repeated` tells that the words come back as a
  /// column of roles.
  static func heading(
    _ line: HeadLine, parent: AttendanceGroup, repeated: Bool, in view: TextView
  ) -> (group: AttendanceGroup, rest: HeadLine)? {
    let opening = HeadMarks.opening(line, at: 0)
    var from = opening.next
    var to = line.count
    var rest = line.part(line.count, line.count)
    var closed = false
    if let closing = opening.closing, let end = line.key[from...].firstIndex(of: closing) {
      to = end
      rest = line.part(end + 1, line.count)
      closed = true
    } else if let colon = line.key[from...].firstIndex(of: ":") {
      to = colon
      rest = line.part(colon + 1, line.count)
      closed = true
    }
    if closed, rest.key.first == ":" { rest = rest.part(1, rest.count) }
    if !closed, line.key.last == ")", !line.key.contains("("), line.count <= 24 {
      // 総務省）: the bracket that opens the heading is lost.
      to = line.count - 1
      closed = true
    }
    if let told = told(line, from: from) {
      // 事務局・・・田部井公民館長, 事務局（安江公民館長、横山主事）
      to = told.heading
      rest = told.rest
      closed = true
    } else if !closed, let side = side(line, from: from) {
      to = side
      rest = line.part(side, line.count)
      closed = true
    }
    // (会議室) 山田委員 …: brackets may hold the heading and a colon.
    if closed, opening.closing != nil, let colon = line.key[from..<to].firstIndex(of: ":") {
      rest = line.part(colon + 1, to)
      to = colon
    }
    var words = line.part(from, to)
    var announced: Int?
    if let note = words.lastOpening, note > 0, words.key.last == ")" {
      announced = count(Array(words.key[note...]))
      words = words.part(0, note)
      from = 0
    }
    // (1) 総務副大臣、大臣政務官及び大臣官房: a numbered heading may list offices.
    let lists =
      opening.isNumber && rest.isEmpty && !words.key.contains("(") && words.columns().count == 1
      && NameEvidence.isDepartment(words.key)
    guard !words.isEmpty, words.count <= 34,
      lists || !words.key.contains(where: { "、,".unicodeScalars.contains($0) })
    else { return nil }
    var group = AttendanceGroup()
    group.presence = parent.presence
    group.line = line.line.number
    group.announced = announced
    group.take(words.key)
    // 【座長】 above the name of the one who presides
    let isOffice =
      opening.closing != nil && closed && (opening.closing == "】" || !rest.isEmpty)
      && ["chair", "deputyChair"].contains(NameEvidence.exactRole(words.key))
    guard
      isOffice
        || group.isHeading(words, closed: closed, numbered: opening.isNumber, rest, repeated)
    else { return nil }
    if !group.isKnown {
      group.kind = parent.isKnown || group.presenceOnly ? parent.kind : group.kind
      group.isKnown = parent.isKnown
    }
    group.heading =
      group.presenceOnly ? parent.heading : HeadText.compact(words.span, in: view)
    if ["official", "guest"].contains(group.kind.rawValue) || isOffice,
      NameEvidence.exactRole(words.key) != nil
    {
      group.ownRole = group.heading
      group.isOffice = isOffice
    }
    if group.kind == .official, let name = group.organisationName(words, in: view) {
      group.organisation = name
    }
    return (group, rest)
  }

  /// A side of the table with dots or a bracket of names behind it.
  private static func told(_ line: HeadLine, from: Int) -> (heading: Int, rest: HeadLine)? {
    guard
      let word = NameEvidence.lexicon.groups.prefix(of: line.key, from: from, to: line.count)
    else { return nil }
    let end = from + word.length
    var next = end
    while next < line.count, "・…".unicodeScalars.contains(line.key[next]) { next += 1 }
    if next >= end + 1, next < line.count, next > end + 1 || line.key[end] == "…" {
      return (end, line.part(next, line.count))
    }
    guard end < line.count, line.key[end] == "(", line.close(of: end) == line.count,
      line.key[end...].contains("、"),
      NameEvidence.isRole(Array(line.key[(end + 1)..<(line.count - 1)]))
    else { return nil }
    return (end, line.part(end + 1, line.count - 1))
  }

  /// `市執行部　市長（…）、副市長（…）`: where the first column names a side of the table and a list follows.
  private static func side(_ line: HeadLine, from: Int) -> Int? {
    guard let first = line.part(from, line.count).columns().first, first.count >= 2 else {
      return nil
    }
    let end = from + first.count
    guard end < line.count, !NameEvidence.isName(first) || Self.isGroup(first.key),
      NameEvidence.exactRole(first.key) == nil, !first.key.contains("("),
      NameEvidence.lexicon.groups.suffix(of: first.key, from: 0, to: first.count) != nil,
      line.key[end...].contains(where: { "、,(".unicodeScalars.contains($0) })
    else { return nil }
    return end
  }

  private static func isGroup(_ key: Scalars) -> Bool {
    key.count >= 3 && NameEvidence.lexicon.groups.suffix(of: key, from: 0, to: key.count) != nil
  }

  /// The heading is the office of the one below it (【座長】).
  var isOffice = false
  /// The role that the heading gives to those below it (政府参考人).
  var ownRole: String?
  private var presenceOnly = false
  /// Whether the heading itself says 欠席.
  private var saysAbsent = false

  /// What the words of a heading tell: kind and presence.
  private mutating func take(_ key: Scalars) {
    let lexicon = HeadLexicon.current
    if let found = lexicon.groups.first(in: key) {
      // 説明のため出席した者の職氏名, 事務局出席職員: the first word decides; 委員会 is no 委員.
      let isBodyName = key.starts(HeadLine.fold("委員会"), at: found.at)
      let best = isBodyName ? lexicon.groups.first(in: key, from: found.at + 3) : found
      if let best, let kind = AttendeeKind(rawValue: best.value) {
        let all = ["secretariat", "official", "observer", "guest"]
        let stronger = all.first { word in lexicon.hasGroup(word, in: key) }
        self.kind = kind == .member ? stronger.flatMap(AttendeeKind.init(rawValue:)) ?? kind : kind
        // 独立行政法人評価分科会所属委員: the last word says who they are.
        if key.count > 8, key.ends([HeadLine.fold("委員"), HeadLine.fold("構成員")]) {
          self.kind = .member
        }
        isKnown = !Self.generic.contains(key) && !key.contains("とおり")
      }
    }
    if key.contains("欠席"), !key.contains("出席") {
      presence = .absent
      saysAbsent = true
    }
    if let online = lexicon.roleWords["presence online"], online.first(in: key) != nil,
      key.count < 16
    {
      presence = .online
      presenceOnly = !isKnown
    } else if let place = lexicon.roleWords["presence onsite"], place.value(of: key) != nil {
      presence = .present
      presenceOnly = true
    }
    if !isKnown, !presenceOnly,
      NameEvidence.isDepartment(key)
        || lexicon.ministries.prefix(of: key, from: 0, to: key.count) != nil
    {
      kind = .official
      isKnown = true
    }
  }

  private func isHeading(
    _ words: HeadLine, closed: Bool, numbered: Bool, _ rest: HeadLine, _ repeated: Bool
  ) -> Bool {
    let key = words.key
    if closed, !rest.isEmpty, rest.key.contains("、"), !rest.key.contains(":"), key.count >= 4,
      key.ends(Self.sides)
    {
      // 団体代表：吉野　徹（商工会）、天川　里子（社会福祉協議会）
      return true
    }
    if NameEvidence.lexicon.groups.value(of: key) != nil { return closed || numbered || !repeated }
    // 遠藤久夫委員　大日向雅美委員, 木村　広一委員: names with their seats.
    let columns = words.columns()
    if !closed,
      repeated
        || columns.count > 1
          && (NameEvidence.isSeated(words) || columns.contains { NameEvidence.isSeated($0) })
    {
      return false
    }
    if presenceOnly || saysAbsent && key.count <= 8 {
      return closed || numbered || rest.isEmpty
    }
    if NameEvidence.isRole(key),
      !key.ends([HeadLine.fold("職員"), HeadLine.fold("構成員"), HeadLine.fold("委員")])
    {
      return false
    }
    guard isKnown else {
      return (numbered || closed) && rest.isEmpty && NameEvidence.isOrganisation(key)
    }
    if closed || numbered { return true }
    return rest.isEmpty && words.columns(width: 2).count == 1
      && (NameEvidence.lexicon.groups.suffix(of: key, from: 0, to: key.count) != nil
        || NameEvidence.lexicon.ministries.value(of: key) != nil)
  }

  private func organisationName(_ words: HeadLine, in view: TextView) -> String? {
    let key = words.key
    guard
      NameEvidence.isDepartment(key)
        || NameEvidence.lexicon.ministries.prefix(of: key, from: 0, to: key.count) != nil
    else { return nil }
    return HeadText.name(view.scalars(words.span))
  }

  /// The number before 名 or 人.
  static func count(_ key: Scalars) -> Int? {
    for place in key.indices where place == 0 || key[place - 1].digitValue == nil {
      if let number = Numerals.number(in: key, at: place), number.span.to < key.count,
        "名人".unicodeScalars.contains(key[number.span.to])
      {
        return number.value
      }
    }
    return nil
  }

  private static let sides = ["代表", "経験者", "代表者", "選出", "推薦", "公募", "有識者", "関係者"].map(HeadLine.fold)
  private static let generic = Set(
    ["出席者", "参加者", "出席", "出席者名", "出席者氏名", "出席者等", "出席者一覧", "会議出席者", "Members"]
      .map(HeadLine.fold))
}

extension HeadLexicon {
  fileprivate func hasGroup(_ kind: String, in key: Scalars) -> Bool {
    roleWords["group " + kind]?.first(in: key) != nil
  }
}
