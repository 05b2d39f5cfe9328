import Deliberation
import GRDB
import JapaneseText

/// Rows of `statement` and `statementAgenda`.
enum StatementRow {
  static let columns = [
    "id", "record", "position", "identity", "number", "readingOrder", "label", "speaker",
    "speakerName", "speakerKey", "surname", "role", "roleKey", "organisation", "organisationKey",
    "readBy", "readByName", "kind", "level", "text", "paragraphs", "sentences", "source",
    "speakerMention", "readByMention",
  ]

  /// The values of a row, in the order of `columns`.
  static func values(
    _ statement: Deliberation.Statement, id: Int64, record: Int64, position: Int, identity: Int64,
    organisation: String?, persons: Persons.Entered
  ) -> [(any DatabaseValueConvertible)?] {
    let speaker = persons.columns(statement.speaker)
    let reader = persons.columns(statement.readBy)
    return [
      id, record, position, identity, statement.number, statement.order, statement.label,
      speaker.person, statement.speakerName,
      (statement.speakerName ?? statement.surname).map(PersonName.key),
      statement.surname, statement.role, statement.role.map(SearchTerms.key),
      statement.organisation, (statement.organisation ?? organisation).map(SearchTerms.key),
      reader.person, statement.readByName, statement.kind.rawValue,
      statement.level.rawValue, statement.text, Packed.spans(statement.paragraphs),
      Packed.spans(statement.sentences), Packed.segments(statement.source),
      speaker.mention, reader.mention,
    ]
  }

  /// The columns that `statement(_:)` reads, of `statement s`.
  static let selection = """
    s.readingOrder, s.label, s.speakerName, s.surname, s.role, s.organisation, s.readByName,
    s.kind, s.level, s.text, s.paragraphs, s.sentences, s.source, s.number, s.speaker, s.readBy
    """

  /// The statement without what stands in other tables.
  static func statement(_ row: Row, from first: Int = 0) -> Deliberation.Statement {
    var statement = Deliberation.Statement(
      order: row[first], label: row[first + 1], speakerName: row[first + 2],
      surname: row[first + 3], role: row[first + 4], organisation: row[first + 5],
      readByName: row[first + 6], kind: SpeakerKind(rawValue: row[first + 7]) ?? .unknown,
      level: Level(rawValue: row[first + 8]) ?? .mixed, text: row[first + 9],
      paragraphs: Packed.spans(row[first + 10]), sentences: Packed.spans(row[first + 11]),
      source: Packed.segments(row[first + 12]))
    statement.number = row[first + 13]
    let speaker: String? = row[first + 14]
    statement.speaker = speaker.map(PersonID.init)
    let reader: String? = row[first + 15]
    statement.readBy = reader.map(PersonID.init)
    return statement
  }
}
