import Deliberation
import JapaneseText

/// What stands in brackets beside a name, and posts.
extension AttendanceEntry {
  /// Takes brackets at both ends: roles, organisations, presence, proxies.
  mutating func takeBrackets(_ line: HeadLine, in view: TextView) -> HeadLine {
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
      if HeadLexicon.current.isPresence(note.key) || isSeat(note.key) {
        takeNote(note, in: view)
      } else {
        organisation = organisation ?? HeadText.compact(note.span, in: view)
      }
      core = core.part(close, core.count)
    }
    return core
  }

  /// What stands in brackets beside a name.
  mutating func takeNote(_ note: HeadLine, in view: TextView) {
    let key = note.key
    guard !key.isEmpty, !key.starts(Self.order, at: 0), !key.starts(Self.henceforth, at: 0) else {
      return
    }
    if key.count > 2, key.starts(Self.soFar, at: 0), NameEvidence.isRole(Array(key[2...])) {
      shared = HeadText.compact(note.span(2, key.count), in: view)
      role = role ?? shared
      return
    }
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
    if key.count > 3, key.ends([Self.proxy]),
      NameEvidence.isName(note.part(0, key.count - 2)),
      !NameEvidence.isRole(Array(key.dropLast(2))), key.count <= 6
    {
      standsFor = Self.display(note.part(0, key.count - 2), in: view)
      return
    }
    // （出席　7／7名）: a count behind the last name
    if key.contains(where: \.isASCIIDigit), key.starts(Self.attending, at: 0) { return }
    if key == Self.absent {
      presence = .absent
      return
    }
    if key == Self.attending || key.contains("委任状") || HeadLexicon.current.isPresence(key) {
      return
    }
    if key.count >= 2, NameEvidence.isName(note) {
      inner = Self.display(note, in: view)
    }
    takePost(note, in: view)
  }

  /// A role, or an organisation with a post: `主査`, `慶應義塾大学教授`, `総務省総合通信基盤局長`.
  mutating func takePost(_ words: HeadLine, in view: TextView) {
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

  private func isSeat(_ key: Scalars) -> Bool {
    NameEvidence.exactRole(key).map { $0 != "post" } ?? false
  }

  var kindOfRole: String {
    role.flatMap { NameEvidence.exactRole(HeadLine.fold($0)) } ?? ""
  }

  private static let order = HeadLine.fold("五十音順")
  private static let henceforth = HeadLine.fold("以下")
  private static let soFar = HeadLine.fold("以上")
  private static let proxy = HeadLine.fold("代理")
  private static let proxyEnd = HeadLine.fold("代理出席")
  private static let absent = HeadLine.fold("欠席")
  private static let attending = HeadLine.fold("出席")

  /// `交通政策局　根津課長`: a department, then a surname with its post.
  mutating func takeDepartment(_ columns: [HeadLine], in view: TextView) -> Bool {
    guard columns.count == 2, let unit = columns.first, let own = columns.last, unit.count >= 3,
      NameEvidence.isDepartment(unit.key) || NameEvidence.isOrganisation(unit.key),
      let end = NameEvidence.roleEnd(own.key), own.count - end.start >= 2,
      (2...3).contains(end.start), NameEvidence.isName(own.part(0, end.start)),
      NameEvidence.lexicon.roleWords["start"]?.prefix(of: own.key, from: 0, to: own.count) == nil
    else { return false }
    organisation = HeadText.name(view.scalars(unit.span))
    name = Self.display(own.part(0, end.start), in: view)
    role = HeadText.compact(own.span(end.start, own.count), in: view)
    isGlued = true
    return true
  }
}
