package import Deliberation
import Foundation
import GRDB
import JapaneseText

/// Which records are linked anew.
package enum RelinkScope: Sendable {
  case all
  /// Those whose statements have links or candidates to one of the laws or name one of the titles,
  /// and those at the addresses.
  case some(laws: [String], titles: [String], addresses: [String])
}

extension RecordStore {
  /// Derives the links of records anew, one transaction a record; decisions of humans stay in force.
  ///
  /// - Parameters:
  ///   - scope: The records.
  ///   - derive: Fills the links and candidates of the record.
  /// - Returns: How many records were derived, and how many statements have other links than before.
  /// - Throws: `StoreError`; records before the one that failed have their new links.
  package func relink(
    only scope: RelinkScope = .all, _ derive: (inout Deliberation.Record) -> Void
  ) throws(StoreError) -> (records: Int, changed: Int) {
    let ids = try reading { database in
      let wanted = try LinkRows(database: database).records(in: scope)
      return try RecordReader(database: database).all().map(\.0)
        .filter { wanted?.contains($0) ?? true }
    }
    var changed = 0
    for id in ids {
      changed += try writing { database in
        try LinkRows(database: database).rewrite(record: id, derive)
      }
    }
    return (ids.count, changed)
  }

  /// Records what a human decided about a link of a statement, and applies it.
  ///
  /// - Throws: `StoreError` for an address that is no statement; the index is then as it was.
  package func decide(
    _ status: LinkStatus, _ provision: Provision, citation: String, at address: String,
    author: String
  ) throws(StoreError) {
    try writing { database in
      let rows = LinkRows(database: database)
      let decision = try rows.decision(
        status, provision, citation: citation, at: address, author: author)
      try decision.decision.insert(into: database)
      _ = try rows.rewrite(record: decision.record) { _ in }
    }
  }
}

/// The links of a record's statements.
struct LinkRows {
  let database: Database

  /// The rows of the records in a scope; nil for all of them.
  func records(in scope: RelinkScope) throws -> Set<Int64>? {
    guard case .some(let laws, let titles, let addresses) = scope else { return nil }
    var found: Set<Int64> = []
    for law in laws {
      let linked = try Int64.fetchAll(
        database,
        sql: """
          SELECT DISTINCT s.record FROM provisionLink l JOIN statement s ON s.id = l.statement
          WHERE l.law = ?
          """, arguments: [law])
      found.formUnion(linked)
    }
    for title in titles {
      let naming = try Int64.fetchAll(
        database, sql: "SELECT DISTINCT record FROM statement WHERE instr(text, ?)",
        arguments: [title])
      found.formUnion(naming)
    }
    for address in addresses {
      found.insert(try Resolver(database: database).resolve(address).record)
    }
    return found
  }

  /// Writes the links of a record as `derive` and the decisions have them; returns how many
  /// statements have other links than before.
  func rewrite(record id: Int64, _ derive: (inout Deliberation.Record) -> Void) throws -> Int {
    let old = try RecordReader(database: database).record(id)
    var new = old
    derive(&new)
    let decisions = try LinkDecisions(database: database)
    let rows = try Row.fetchAll(
      database, sql: "SELECT id FROM statement WHERE record = ? ORDER BY position",
      arguments: [id])
    let insertion = try Insertion(
      database, into: "provisionLink", ProvisionLinkRow.columns)
    var changed = 0
    for (index, row) in rows.enumerated() where new.statements.indices.contains(index) {
      let (links, candidates) = decisions.applied(
        to: new.statements[index], sha256: new.source.sha256)
      let before = old.statements[index]
      guard links != before.links || candidates != before.candidates else { continue }
      changed += 1
      let statement: Int64 = row[0]
      try database.execute(
        sql: "DELETE FROM provisionLink WHERE statement = ?", arguments: [statement])
      for (isCandidate, list) in [(false, links), (true, candidates)] {
        for (ordinal, link) in list.enumerated() {
          try insertion.add(
            ProvisionLinkRow.values(
              link, statement: statement, candidate: isCandidate, ordinal: ordinal))
        }
      }
    }
    return changed
  }

  /// The decision on a link, anchored to the words of the source from which the statement was read.
  func decision(
    _ status: LinkStatus, _ provision: Provision, citation: String, at address: String,
    author: String
  ) throws -> (decision: Decision, record: Int64) {
    let place = try Resolver(database: database).resolve(address)
    let record = try RecordReader(database: database).record(place.record)
    let number: String
    switch place.part {
    case .statement(let found), .sentence(let found, _): number = found
    default: throw StoreError.unknownAddress("\(address) (a statement is needed, such as 86#4)")
    }
    let found = record.statements.first { $0.number == number }
    if status != .added, let found {
      let links = (found.links + found.candidates).map(\.provision)
      guard links.contains(where: { LinkDecisions.covers(provision, $0) }) else {
        throw StoreError.noSuchLink(
          address, provision: citation, links: links.map(\.address).sorted())
      }
    }
    guard let statement = found,
      let span = statement.source.first?.span,
      let file = try Int64.fetchOne(
        database, sql: "SELECT file FROM record WHERE id = ?", arguments: [place.record]),
      let kind = LinkDecisions.kinds[status]
    else { throw StoreError.unknownAddress(address) }
    let value = LinkDecisions.Value(
      law: provision.law, elm: provision.element, table: provision.row?.table,
      label: provision.row?.label, citation: citation)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = try FileRow.text(database, id: file)
    return (
      Decision(
        kind: kind,
        anchor: DecisionAnchor(
          sourceHash: record.source.sha256, span: span, quoted: text.scalars.text(span)),
        subject: provision.address,
        value: String(decoding: try encoder.encode(value), as: UTF8.self), author: author),
      place.record
    )
  }
}
