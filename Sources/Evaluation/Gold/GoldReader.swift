import Deliberation
import JapaneseText
import Reports

extension Gold {
  /// Reads an annotation; `name` is the file's name for errors and reports.
  package init(json bytes: [UInt8], name: String) throws(GoldError) {
    let value: JSONValue
    do {
      value = try JSONValue(json: bytes)
    } catch {
      throw GoldError(file: name, place: "", reason: "\(error)")
    }
    let node = GoldNode(value: value, file: name, place: "")
    guard value["gold"]?.integerValue == 1 else {
      throw node.error("is not 1, the version of the form that is read here", at: "gold")
    }
    let meeting = try node.required("meeting")
    self.name = name
    source = try GoldSource(meeting.required("source"))
    self.meeting = try GoldMeeting(meeting)
    attendance = try node.list("attendance")?.read(GoldAttendee.init)
    documents = try node.list("documents")?.read { node throws(GoldError) in
      try node.text("label")
    }
    agenda = try node.list("agenda")?.read(AgendaItem.init(gold:))
    events = try node.list("events")?.read(GoldEvent.init)
    statements = try node.list("statements")?.read(GoldStatement.init) ?? []
    hasStatements = node.has("statements")
    summary = try node.has("summary") ? Gold.nuggets(node, statements) : nil
    try checkReferences(node)
  }

  /// Every number that is referred to is that of a statement, and relations point back.
  private func checkReferences(_ node: GoldNode) throws(GoldError) {
    var orders: [String: Int] = [:]
    for (index, statement) in statements.enumerated() {
      guard orders.updateValue(index, forKey: statement.number) == nil else {
        throw node.error(
          "the number \(statement.number) stands twice", at: "statements[\(index)].n")
      }
    }
    for (index, statement) in statements.enumerated() {
      for number in (statement.relations ?? []).flatMap(\.choices).flatMap(\.self).sorted()
      where orders[number].map({ $0 >= index }) ?? true {
        throw node.error(
          "\(number) is no statement before this one", at: "statements[\(index)].relations")
      }
    }
  }

  private static func nuggets(
    _ node: GoldNode, _ statements: [GoldStatement]
  ) throws(GoldError) -> [GoldNugget] {
    let byNumber = Dictionary(statements.map { ($0.number, $0) }, uniquingKeysWith: { $1 })
    var nuggets: [GoldNugget] = []
    for section in try node.list("summary") ?? [] {
      for nugget in try section.list("nuggets") ?? [] {
        let number = try nugget.text("statement")
        guard let statement = byNumber[number] else {
          throw nugget.error("\(number) is no statement of this annotation", at: "statement")
        }
        nuggets.append(try GoldNugget(nugget, of: statement, number: number))
      }
    }
    return nuggets
  }
}

extension [GoldNode] {
  fileprivate func read<Value>(
    _ read: (GoldNode) throws(GoldError) -> Value
  ) throws(GoldError) -> [Value] {
    var values: [Value] = []
    for node in self { values.append(try read(node)) }
    return values
  }
}

extension GoldSource {
  fileprivate init(_ node: GoldNode) throws(GoldError) {
    file = try node.text("file")
    sha256 = try node.text("sha256")
    reader = try node.optionalText("reader")
  }
}

extension GoldMeeting {
  fileprivate init(_ node: GoldNode) throws(GoldError) {
    bodies = try node.choices("bodies") { node throws(GoldError) in
      try node.elements().read { path throws(GoldError) in
        try path.elements().read { name throws(GoldError) in try name.text() }
      }
    }
    session = try node.knownInteger("session")
    number = try node.knownInteger("number")
    title = node.has("title") ? try node.textChoices("title").compactMap(\.self) : nil
    if node.has("date") {
      date = .some(try node.optional("date").map(GoldMeeting.date))
    }
    times = try node.choices("times") { node throws(GoldError) in
      try node.elements().read(GoldMeeting.time)
    }
    place = node.has("place") ? try node.textChoices("place") : nil
    level = node.has("level") ? try node.textChoices("level").compactMap(\.self) : nil
    if node.has("status") {
      status = .some(try node.optional("status")?.choice(RecordStatus.self))
    }
    completeness = try node.optional("completeness")?.choice(Completeness.self)
  }

  private static func time(_ node: GoldNode) throws(GoldError) -> MeetingTime {
    let ends = try node.elements()
    guard ends.count == 2 else { throw node.error("must be a pair [from, to]") }
    return MeetingTime(from: ends[0].value.stringValue, to: ends[1].value.stringValue)
  }

  private static func date(_ node: GoldNode) throws(GoldError) -> CalendarDate {
    let text = try node.text()
    guard let date = CalendarDate(text) else { throw node.error("\"\(text)\" is no date") }
    return date
  }
}

extension GoldAttendee {
  fileprivate init(_ node: GoldNode) throws(GoldError) {
    name = try node.optionalText("name")
    organisation = try node.optionalText("organisation")
    guard name != nil || organisation != nil else {
      throw node.error("has neither name nor organisation")
    }
    role = try node.textChoices("role")
    group = try node.textChoices("group")
    kind = try node.textChoices("kind")
    presence = try node.textChoices("presence")
  }
}

extension AgendaItem {
  fileprivate init(gold node: GoldNode) throws(GoldError) {
    self.init(
      path: try node.required("path").agendaPath(), mark: try node.optionalText("mark"),
      title: try node.text("title"),
      items: try node.list("items")?.read { node throws(GoldError) in
        try AgendaItem(gold: node)
      } ?? [])
  }
}

extension GoldNode {
  func agendaPath() throws(GoldError) -> AgendaPath {
    let text = try text()
    guard let path = AgendaPath(text) else { throw error("\"\(text)\" is no path like 1.2") }
    return path
  }

  func agendaPaths() throws(GoldError) -> [AgendaPath] {
    try elements().read { node throws(GoldError) in try node.agendaPath() }
  }
}

extension GoldEvent {
  fileprivate init(_ node: GoldNode) throws(GoldError) {
    _ = try node.required("kind").choice(EventKind.self)
    kinds = try node.textChoices("kind").compactMap(\.self)
    agenda = [try node.required("agenda").agendaPaths()]
    for other in try node.accepted("agenda") { agenda.append(try other.agendaPaths()) }
    byName = try node.optionalText("byName")
    documents = try node.texts("documents")
    text = try node.text("text")
    beforeStatement = try node.integer("beforeStatement")
    isCore = try node.truth("core", default: true)
  }
}

extension GoldNugget {
  fileprivate init(
    _ node: GoldNode, of statement: GoldStatement, number: String
  ) throws(GoldError) {
    id = try node.text("id")
    self.statement = number
    stance = try node.required("stance").choice(Stance.self)
    evidence = try GoldStatement.Spans(compared: statement.text).span("evidence", of: node)
    isVital = try node.truth("vital", default: true)
  }
}
