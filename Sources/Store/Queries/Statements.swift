package import Deliberation
import GRDB
import JapaneseText

/// A statement in full, with its address.
package struct StatementEntry: Hashable, Sendable {
  package var address: String
  package var statement: Deliberation.Statement
  /// Whether it is what was asked for, and not what stands around it.
  package var isAsked: Bool
}

/// The part of a record that an address names.
package struct Excerpt: Hashable, Sendable {
  package var resolved: Resolved
  /// The whole record, for its meeting, agenda and the targets of relations.
  package var record: Deliberation.Record
  /// The statements named by the address, in reading order, with those around them.
  package var statements: [StatementEntry]
}

extension RecordStore {
  /// What an address names, in full: a statement with others around it, an agenda item with its
  /// statements, or the whole record.
  ///
  /// A sentence gives its statement; which sentence is in `resolved.part`. `context` is the number
  /// of statements before and behind each, `includesBelow` whether an agenda item gives what stands
  /// in the items below it too.
  package func excerpt(
    at address: String, context: Int = 0, includesBelow: Bool = true
  ) throws(StoreError) -> Excerpt {
    let resolved = try resolve(address)
    return try reading { database in
      let record = try RecordReader(database: database).record(resolved.record)
      let asked = record.statements.indices.filter { index in
        let statement = record.statements[index]
        switch resolved.part {
        case nil: return true
        case .agenda(let path):
          return statement.agenda.contains { includesBelow ? path.includes($0) : $0 == path }
        case .statement(let number), .sentence(let number, _): return statement.number == number
        }
      }
      let shown = Set(asked.flatMap { ($0 - context)...($0 + context) })
        .intersection(record.statements.indices)
      let named = Set(asked)
      return Excerpt(
        resolved: resolved, record: record,
        statements: shown.sorted().map { index in
          StatementEntry(
            address: "\(resolved.recordAddress)#\(record.statements[index].number)",
            statement: record.statements[index], isAsked: named.contains(index))
        })
    }
  }
}
