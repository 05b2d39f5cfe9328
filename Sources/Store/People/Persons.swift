import Deliberation
import GRDB
import JapaneseText

/// The tables of persons: which mentions are one person, under which id and name.
struct Persons {
  let database: Database

  /// The ids of a record: who each id within the record is.
  struct Entered {
    var mentions: [PersonID: PersonID] = [:]
    var persons: [PersonID: PersonID] = [:]

    /// The person's id as it is printed now, and the id of the mention, for an id within the record.
    func columns(_ local: PersonID?) -> (person: String?, mention: String?) {
      guard let local else { return (nil, nil) }
      let mention = mentions[local]
      return (
        (mention.flatMap { persons[$0] } ?? mention ?? local).rawValue, mention?.rawValue
      )
    }
  }

  /// Writes the mentions of a record whose own row is there, and settles who they are.
  func enter(_ record: Deliberation.Record, id: Int64) throws -> Entered {
    let decided = try decidedIDs()
    let found = RecordMentions(record, decided: decided)
    let insertion = try Insertion(database, into: "mention", MentionRow.columns)
    var entered = Entered()
    var keys: Set<String> = []
    for mention in Set(found.byLocal.values) {
      try insertion.add(MentionRow.values(mention, record: id))
      keys.insert(mention.nameKey)
    }
    for (local, mention) in found.byLocal { entered.mentions[local] = mention.id }
    try settle(keys)
    for (person, name) in found.given.sorted(by: { $0.key < $1.key }) {
      let mention = try mention(given: person, name: name, record, id: id, insertion)
      entered.mentions[person] = mention.id
      keys.insert(mention.nameKey)
    }
    if !found.given.isEmpty { try settle(keys) }
    for mention in Set(entered.mentions.values) {
      entered.persons[mention] = try person(of: mention) ?? mention
    }
    return entered
  }

  /// The mention for somebody whom a decision names by id: of this record where it names the same
  /// person, else one more row of theirs.
  private func mention(
    given: PersonID, name: String, _ record: Deliberation.Record, id: Int64, _ insertion: Insertion
  ) throws -> Mention {
    let person = try person(of: given) ?? given
    if let row = try Row.fetchOne(
      database,
      sql: "SELECT \(MentionRow.selection) FROM mention WHERE record = ? AND person = ?",
      arguments: [id, person.rawValue])
    {
      return MentionRow.mention(row)
    }
    let known = try Row.fetchOne(
      database, sql: "SELECT \(MentionRow.selection) FROM mention WHERE id = ?",
      arguments: [given.rawValue]
    ).map(MentionRow.mention)
    let mention = Mention(
      id: known?.id ?? given, name: known?.name ?? name,
      bodies: RecordMentions.bodies(of: record), organisations: [], side: .unknown,
      date: record.meeting.date, byHuman: true)
    try insertion.add(MentionRow.values(mention, record: id))
    return mention
  }

  /// Who bears an id, given out now or ever; nil where nobody does (any more).
  func person(of id: PersonID) throws -> PersonID? {
    var id = id.rawValue
    for _ in 0..<20 {
      if let person = try String.fetchOne(
        database.cachedStatement(sql: "SELECT person FROM mention WHERE id = ?"), arguments: [id])
      {
        return PersonID(rawValue: person)
      }
      guard
        let next = try String?.fetchOne(
          database, sql: "SELECT successor FROM personRedirect WHERE id = ? ORDER BY row DESC",
          arguments: [id]), let successor = next
      else { return nil }
      id = successor
    }
    return nil
  }

  /// Persons whom decisions in force put into records.
  private func decidedIDs() throws -> Set<PersonID> {
    Set(
      try Anchors(database: database).decisions(kinds: DecisionKind.ofSpeakers.map(\.rawValue))
        .compactMap { DecisionValue(json: $0.value).person.map(PersonID.init) })
  }

  /// Names of the mentions of a record, to be settled once they are gone.
  func keys(ofRecord record: Int64) throws -> Set<String> {
    try String.fetchSet(
      database, sql: "SELECT DISTINCT nameKey FROM mention WHERE record = ?", arguments: [record])
  }

  /// Finds anew who the mentions of some names are, and writes what is other than before.
  func settle(_ keys: Set<String>) throws {
    guard !keys.isEmpty else { return }
    let decisions = try self.decisions()
    for key in keys.sorted() { try settle(key, decisions) }
  }

  private func settle(_ key: String, _ decisions: PersonDecisions) throws {
    let family = try family(of: key, decisions)
    let clusters = PersonClusters(family.nodes, decisions).persons
    var before = try String.fetchSet(
      database, sql: "SELECT id FROM person WHERE nameKey = ?", arguments: [key])
    for rows in family.rows.values { before.formUnion(rows.map(\.person)) }
    var now: Set<String> = []
    for cluster in clusters {
      let person = cluster[0].id.rawValue
      now.insert(person)
      let name = cluster.reduce(nil) { PersonRows.better($0, $1.name) } ?? ""
      try PersonRows(database: database).put(person, name)
      for node in cluster {
        for row in family.rows[node.id] ?? [] where row.person != person {
          try rename(node.id.rawValue, in: row.record, to: person)
        }
      }
    }
    // Those that are still named elsewhere belong to another name and stay.
    for person in before.subtracting(now).sorted() {
      try database.execute(
        sql: """
          DELETE FROM person WHERE id = ?1
            AND NOT EXISTS (SELECT 1 FROM mention WHERE person = ?1)
            AND NOT EXISTS (SELECT 1 FROM attendee WHERE person = ?1)
            AND NOT EXISTS (SELECT 1 FROM statement WHERE speaker = ?1)
            AND NOT EXISTS (SELECT 1 FROM statement WHERE readBy = ?1)
            AND NOT EXISTS (SELECT 1 FROM event WHERE person = ?1)
          """, arguments: [person])
    }
  }

  /// The persons of a folded name, each with the one first whose id stands for all.
  func clusters(of key: String, _ decisions: PersonDecisions) throws -> [[PersonNode]] {
    PersonClusters(try family(of: key, decisions).nodes, decisions).persons
  }

  private struct Family {
    var nodes: [PersonNode] = []
    var rows: [PersonID: [(record: Int64, person: String)]] = [:]
  }

  /// The mentions of a name, and of the names that decisions tie to it.
  private func family(of key: String, _ decisions: PersonDecisions) throws -> Family {
    var nodes: [PersonID: PersonNode] = [:]
    var family = Family()
    var open: [String] = [key]
    var seen: Set<String> = [key]
    while let key = open.popLast() {
      let rows = try Row.fetchCursor(
        database.cachedStatement(
          sql: "SELECT \(MentionRow.selection) FROM mention WHERE nameKey = ?"), arguments: [key])
      var fresh: Set<PersonID> = []
      while let row = try rows.next() {
        let mention = MentionRow.mention(row)
        let record: Int64 = row[7]
        nodes[mention.id]?.add(mention, record: record)
        if nodes[mention.id] == nil {
          nodes[mention.id] = PersonNode(mention, record: record)
          fresh.insert(mention.id)
        }
        family.rows[mention.id, default: []].append((record, row[8]))
      }
      for pair in decisions.merged where fresh.contains(pair.first) || fresh.contains(pair.second) {
        for id in [pair.first, pair.second] {
          let other = try String.fetchOne(
            database, sql: "SELECT nameKey FROM mention WHERE id = ?", arguments: [id.rawValue])
          if let other, seen.insert(other).inserted { open.append(other) }
        }
      }
    }
    family.nodes = Array(nodes.values)
    return family
  }

  /// Gives the rows of a mention the id of the person.
  private func rename(_ mention: String, in record: Int64, to person: String) throws {
    for sql in [
      "UPDATE mention SET person = ?1 WHERE record = ?2 AND id = ?3",
      "UPDATE attendee SET person = ?1 WHERE record = ?2 AND mention = ?3",
      "UPDATE event SET person = ?1 WHERE record = ?2 AND mention = ?3",
      "UPDATE statement SET speaker = ?1 WHERE record = ?2 AND speakerMention = ?3",
      "UPDATE statement SET readBy = ?1 WHERE record = ?2 AND readByMention = ?3",
      """
      UPDATE reportedPosition SET holderPerson = ?1
      WHERE statement IN (SELECT id FROM statement WHERE record = ?2) AND holderMention = ?3
      """,
    ] {
      try database.cachedStatement(sql: sql).execute(arguments: [person, record, mention])
    }
  }

  /// What is decided about persons; of contrary decisions on one pair the last is in force.
  func decisions() throws -> PersonDecisions {
    var kinds: [PersonDecisions.Pair: (kind: DecisionKind, order: Int)] = [:]
    let all = try Anchors(database: database).decisions(
      kinds: DecisionKind.ofPersons.map(\.rawValue))
    for (order, decision) in all.enumerated() {
      guard let kind = DecisionKind(rawValue: decision.kind), let subject = decision.subject,
        let other = DecisionValue(json: decision.value).person
      else { continue }
      let pair = PersonDecisions.Pair(
        try current(PersonID(rawValue: subject)), try current(PersonID(rawValue: other)))
      kinds[pair] = (kind, order)
    }
    var decisions = PersonDecisions()
    for (pair, entry) in kinds.sorted(by: { $0.value.order < $1.value.order }) {
      if entry.kind == .personsMerged {
        decisions.merged.append(pair)
      } else {
        decisions.apart.insert(pair)
      }
    }
    return decisions
  }

  /// The id of a mention that is there: itself, or where a corrected source gives it no more, the
  /// one that took its place.
  private func current(_ id: PersonID) throws -> PersonID {
    let isThere = try Bool.fetchOne(
      database, sql: "SELECT EXISTS (SELECT 1 FROM mention WHERE id = ?)", arguments: [id.rawValue])
    if isThere == true { return id }
    return try person(of: id) ?? id
  }
}

extension RecordMentions {
  /// Full paths of the bodies of a record, as the keys of meetings have them.
  static func bodies(of record: Deliberation.Record) -> [String] {
    MeetingKey(record).bodies.split(separator: "＋").map { String($0) }
  }
}
