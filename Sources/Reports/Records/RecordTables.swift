package import Deliberation
import JapaneseText

/// Records as flat tables for spreadsheets: one row a statement, or one row a position.
package enum RecordTables {
  /// One row a statement.
  ///
  /// Columns: `address`, `body`, `number`, `date`, `agenda` (paths, parted by `, `), `order`,
  /// `label`, `speaker`, `speakerName`, `role`, `organisation`, `kind`, `readByName`, `level`,
  /// `text`.
  package static func statements(_ records: [(record: Record, address: String)]) -> Table {
    Table(
      columns: meetingColumns + [
        TableColumn("agenda", "議題"), TableColumn("order", "順", numeric: true),
        TableColumn("label", "表示名"), TableColumn("speaker", "人物ID"),
        TableColumn("speakerName", "発言者"), TableColumn("role", "役職"),
        TableColumn("organisation", "所属"), TableColumn("kind", "区分"),
        TableColumn("readByName", "代読者"), TableColumn("level", "記録"),
        TableColumn("text", "発言"),
      ],
      rows: records.flatMap { record, address in
        record.statements.map { statement in
          meeting(record, "\(address)#\(statement.number)") + [
            .texts(statement.agenda.map(\.description)), .integer(statement.order),
            .text(statement.label), .text(statement.speaker?.rawValue),
            .text(statement.speakerName), .text(statement.role), .text(statement.organisation),
            statement.kind == .unknown ? nil : .string(statement.kind.rawValue),
            .text(statement.readByName), .string(statement.level.rawValue),
            .string(statement.text),
          ]
        }
      })
  }

  /// One row a position, those of others that a speaker told among them (`holder` is then filled
  /// and `speaker` is who told it).
  ///
  /// Columns: `address` (of the sentence), `body`, `number`, `date`, `agenda`, `speaker`, `role`,
  /// `kind`, `holder`, `how`, `stance`, `hedged`, `modality`, `targetKind`, `target`,
  /// `targetStatements`, `addressee`, `clause`, `condition`, `rule`.
  package static func positions(_ records: [(record: Record, address: String)]) -> Table {
    Table(
      columns: meetingColumns + [
        TableColumn("agenda", "議題"), TableColumn("speaker", "発言者"),
        TableColumn("role", "役職"), TableColumn("kind", "区分"),
        TableColumn("holder", "意見の主"), TableColumn("how", "伝え方"),
        TableColumn("stance", "立場"), TableColumn("hedged", "限定的"),
        TableColumn("modality", "様態"), TableColumn("targetKind", "対象の種類"),
        TableColumn("target", "対象"), TableColumn("targetStatements", "対象の発言"),
        TableColumn("addressee", "宛先"), TableColumn("clause", "文言"),
        TableColumn("condition", "条件"), TableColumn("rule", "規則"),
      ],
      rows: records.flatMap { record, address in
        let lines = SummaryLines(record: record, address: address)
        return record.statements.indices.flatMap { index in
          positions(of: index, in: record, lines)
        }
      })
  }

  private static let meetingColumns = [
    TableColumn("address", "箇所"), TableColumn("body", "会議体"),
    TableColumn("number", "回", numeric: true), TableColumn("date", "開催日"),
  ]

  private static func meeting(_ record: Record, _ address: String) -> [JSONValue] {
    [
      .string(address), .string(record.meeting.bodyName), .count(record.meeting.number),
      .text(record.meeting.date?.description),
    ]
  }

  private static func positions(
    of index: Int, in record: Record, _ lines: SummaryLines
  ) -> [[JSONValue]] {
    let statement = record.statements[index]
    let text = statement.text.scalars
    let speaker: [JSONValue] = [
      .texts(statement.agenda.map(\.description)),
      .text(statement.speakerName ?? statement.label), .text(statement.role),
      statement.kind == .unknown ? nil : .string(statement.kind.rawValue),
    ]
    func numbers(_ indices: [Int]) -> JSONValue {
      .texts(
        indices.filter(record.statements.indices.contains).map {
          record.statements[$0].number
        })
    }
    let own = statement.positions.map { position in
      meeting(record, lines.address(of: position.clause, in: statement)) + speaker + [
        nil, nil, .string(position.stance.rawValue), .bool(position.hedged),
        .text(position.modality?.rawValue), .string(position.targetKind.rawValue),
        .text(position.target), numbers(position.targetStatements), .text(position.addressee),
        .string(text.text(position.clause)), .text(position.condition.map(text.text)),
        .string(position.rule),
      ]
    }
    let told = statement.reported.map { view in
      meeting(record, lines.address(of: view.clause, in: statement)) + speaker + [
        .text(view.holder), .string(view.how.rawValue), .string(view.stance.rawValue), nil, nil,
        nil, .text(view.target), numbers(view.targetStatements), nil,
        .string(text.text(view.clause)), nil, .string(view.rule),
      ]
    }
    return own + told
  }
}
