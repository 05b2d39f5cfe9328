import Deliberation
import JapaneseText

extension GoldStatement {
  /// Reads spans: those of a text are turned into offsets of its compared form, those beside a hash
  /// are that already.
  struct Spans {
    let compared: ComparedText?

    func span(_ key: String, of node: GoldNode) throws(GoldError) -> TextSpan {
      let span = try node.span(key, length: compared?.originalCount)
      return compared?.span(span) ?? span
    }
  }

  init(_ node: GoldNode) throws(GoldError) {
    number = try node.text("n")
    let spans = Spans(compared: try node.optionalText("text").map { ComparedText($0) })
    if let compared = spans.compared {
      text = compared
      textSHA256 = SHA256.hex(Array(compared.text.utf8))
    } else {
      textSHA256 = try node.text("textSHA256")
    }
    source = []
    for segment in try node.list("source") ?? [] {
      source.append(TextSpan(try segment.integer("from"), try segment.integer("to")))
    }
    label = try node.knownText("label")
    speakerName = node.has("speakerName") ? try node.textChoices("speakerName") : nil
    surname = try node.optionalText("surname")
    readByName = try node.knownText("readByName")
    kinds = node.has("kind") ? try node.textChoices("kind").compactMap(\.self) : nil
    agenda = try node.choices("agenda") { node throws(GoldError) in Set(try node.agendaPaths()) }
    positions = try node.list("positions").map { nodes throws(GoldError) in
      try GoldPosition.read(nodes, spans)
    }
    reported = try node.list("reported").map { nodes throws(GoldError) in
      try GoldReported.read(nodes, spans)
    }
    relations = try node.list("relations").map { nodes throws(GoldError) in
      try GoldRelation.read(nodes)
    }
    links = try node.list("links").map { nodes throws(GoldError) in try GoldLink.read(nodes) }
    linksOptional = try node.truth("linksOptional", default: false)
  }
}

extension GoldNode {
  fileprivate func stances(_ key: String) throws(GoldError) -> [Stance] {
    var stances: [Stance] = []
    for node in try list(key) ?? [] { stances.append(try node.choice(Stance.self)) }
    return stances
  }
}

extension GoldPosition {
  fileprivate static func read(
    _ nodes: [GoldNode], _ spans: GoldStatement.Spans
  ) throws(GoldError) -> [GoldPosition] {
    var positions: [GoldPosition] = []
    for node in nodes {
      positions.append(
        GoldPosition(
          stance: try node.required("stance").choice(Stance.self),
          alternatives: try node.stances("alt"),
          isCore: try node.truth("core", default: true),
          target: try node.optionalText("target"),
          clause: try spans.span("clause", of: node),
          evidence: try spans.span("evidence", of: node),
          hedged: try node.truth("hedged", default: false)))
    }
    return positions
  }
}

extension GoldReported {
  fileprivate static func read(
    _ nodes: [GoldNode], _ spans: GoldStatement.Spans
  ) throws(GoldError) -> [GoldReported] {
    var views: [GoldReported] = []
    for node in nodes {
      views.append(
        GoldReported(
          holder: try node.optionalText("holder"),
          stance: try node.required("stance").choice(Stance.self),
          alternatives: try node.stances("alt"),
          clause: try spans.span("clause", of: node),
          evidence: try spans.span("evidence", of: node)))
    }
    return views
  }
}

extension GoldRelation {
  fileprivate static func read(_ nodes: [GoldNode]) throws(GoldError) -> [GoldRelation] {
    var relations: [GoldRelation] = []
    for node in nodes {
      var choices = [Set(try node.texts("to"))]
      for other in try node.list("alt") ?? [] {
        var numbers: Set<String> = []
        for number in try other.elements() { numbers.insert(try number.text()) }
        choices.append(numbers)
      }
      relations.append(
        GoldRelation(
          kind: try node.required("kind").choice(RelationKind.self), choices: choices))
    }
    return relations
  }
}

extension GoldLink {
  fileprivate static func read(_ nodes: [GoldNode]) throws(GoldError) -> [GoldLink] {
    var links: [GoldLink] = []
    for node in nodes {
      var row: TableRow?
      if let inner = node.optional("row") {
        row = TableRow(table: try inner.text("table"), label: try inner.text("label"))
      }
      let tier = try node.text("tier")
      guard tier == "primary" || tier == "acceptable" else {
        throw node.error("\"\(tier)\" is neither primary nor acceptable", at: "tier")
      }
      links.append(
        GoldLink(
          provision: Provision(
            law: try node.text("law"), element: try node.optionalText("elm"), row: row),
          isPrimary: tier == "primary"))
    }
    return links
  }
}
