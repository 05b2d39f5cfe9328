package import Deliberation
import JapaneseText

extension RecordJSON {
  /// One statement in the form of the contract; other statements are named by their numbers.
  package static func statement(
    _ statement: Statement, in record: Record, address: String
  ) -> JSONValue {
    [
      "n": .string(statement.number),
      "order": .integer(statement.order),
      "address": .string("\(address)#\(statement.number)"),
      "label": .text(statement.label),
      "speaker": .text(statement.speaker?.rawValue),
      "speakerName": .text(statement.speakerName),
      "surname": .text(statement.surname),
      "role": .text(statement.role),
      "organisation": .text(statement.organisation),
      "readBy": .text(statement.readBy?.rawValue),
      "readByName": .text(statement.readByName),
      "kind": statement.kind == .unknown ? nil : .string(statement.kind.rawValue),
      "level": .string(statement.level.rawValue),
      "agenda": paths(statement.agenda),
      "text": .string(statement.text),
      "paragraphs": .array(statement.paragraphs.map(span)),
      "sentences": .array(statement.sentences.map(span)),
      "source": source(statement.source),
      "relations": .array(statement.relations.map { relation($0, in: record) }),
      "positions": .array(statement.positions.map { position($0, in: record) }),
      "reported": .array(statement.reported.map { reported($0, in: record) }),
      "undertakings": .array(statement.undertakings.map(undertaking)),
      "links": .array(statement.links.map(link)),
      "candidates": .array(statement.candidates.map(link)),
    ]
  }

  private static func numbers(_ indices: [Int], in record: Record) -> JSONValue {
    .texts(indices.filter(record.statements.indices.contains).map { record.statements[$0].number })
  }

  private static func relation(_ relation: Relation, in record: Record) -> JSONValue {
    [
      "kind": .string(relation.kind.rawValue),
      "to": numbers(relation.to, in: record),
      "evidence": span(relation.evidence),
      "rule": .string(relation.rule),
    ]
  }

  private static func position(_ position: Position, in record: Record) -> JSONValue {
    [
      "stance": .string(position.stance.rawValue),
      "targetKind": .string(position.targetKind.rawValue),
      "target": .text(position.target),
      "targetStatements": numbers(position.targetStatements, in: record),
      "targetAgenda": paths(position.targetAgenda),
      "addressee": .text(position.addressee),
      "clause": span(position.clause),
      "evidence": span(position.evidence),
      "cue": span(position.cue),
      "condition": position.condition.map(span) ?? nil,
      "concession": position.concession.map(span) ?? nil,
      "hedged": .bool(position.hedged),
      "modality": .text(position.modality?.rawValue),
      "rule": .string(position.rule),
    ]
  }

  private static func reported(_ view: ReportedPosition, in record: Record) -> JSONValue {
    [
      "holder": .text(view.holder),
      "holderPerson": .text(view.holderPerson?.rawValue),
      "how": .string(view.how.rawValue),
      "stance": .string(view.stance.rawValue),
      "target": .text(view.target),
      "targetStatements": numbers(view.targetStatements, in: record),
      "clause": span(view.clause),
      "evidence": span(view.evidence),
      "rule": .string(view.rule),
    ]
  }

  private static func undertaking(_ undertaking: Undertaking) -> JSONValue {
    [
      "actor": .text(undertaking.actor),
      "what": span(undertaking.what),
      "due": .text(undertaking.due),
      "rule": .string(undertaking.rule),
    ]
  }

  /// One link to a provision in the form of the contract.
  package static func link(_ link: ProvisionLink) -> JSONValue {
    [
      "law": .string(link.provision.law),
      "revision": .text(link.revision),
      "elm": .text(link.provision.element),
      "row": link.provision.row.map {
        ["table": .string($0.table), "label": .string($0.label)]
      } ?? nil,
      "citation": .string(link.citation),
      "basis": .string(link.basis.rawValue),
      "confidence": link.confidence.map(JSONValue.number) ?? nil,
      "evidence": link.evidence.map(span) ?? nil,
      "via": .text(link.via),
      "rule": .string(link.rule),
      "words": .text(link.words),
      "status": .string(link.status.rawValue),
    ]
  }
}
