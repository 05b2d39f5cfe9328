import GRDB

/// How much the index holds.
package struct Statistics: Hashable, Sendable {
  package var files = 0
  package var meetings = 0
  package var records = 0
  package var bodies = 0
  package var persons = 0
  package var agendaItems = 0
  package var events = 0
  package var statements = 0
  package var positions = 0
  package var reportedPositions = 0
  package var relations = 0
  package var undertakings = 0
  package var provisionLinks = 0
  package var findings = 0
  package var decisions = 0
  /// Bytes of the files in force.
  package var sourceBytes = 0
  /// Bytes of the database file.
  package var indexBytes = 0
}

extension RecordStore {
  /// Counts of everything and sizes in bytes; it reads whole indexes, for reports and not for pages.
  package func statistics() throws(StoreError) -> Statistics {
    try reading { database in
      func count(_ table: String) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM \(table)") ?? 0
      }
      var all = Statistics()
      all.files = try count("file WHERE superseded IS NULL")
      all.meetings = try count("meeting")
      all.records = try count("record")
      all.bodies = try count("body")
      all.persons = try count("person")
      all.agendaItems = try count("agendaItem")
      all.events = try count("event")
      all.statements = try count("statement")
      all.positions = try count("position")
      all.reportedPositions = try count("reportedPosition")
      all.relations = try count("relation")
      all.undertakings = try count("undertaking")
      all.provisionLinks = try count("provisionLink WHERE candidate = 0")
      all.findings = try count("finding")
      all.decisions = try count("decision")
      all.sourceBytes =
        try Int.fetchOne(
          database, sql: "SELECT total(length(bytes)) FROM file WHERE superseded IS NULL") ?? 0
      let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
      all.indexBytes = pages * (try Int.fetchOne(database, sql: "PRAGMA page_size") ?? 0)
      return all
    }
  }
}
