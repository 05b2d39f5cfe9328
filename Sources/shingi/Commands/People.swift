import ArgumentParser
import Deliberation
import JapaneseText
import Reports
import Store

/// Lists persons with the roles that they held.
struct People: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List persons with their roles by date, or persons who may be one.",
    discussion: """
      Two mentions are one person where the full names are equal, character by character, and the \
      organisation is the same or the role in one body goes on. Names that are equal only once \
      variant characters are folded (髙/高) are proposed, never merged. An id that was ever given \
      out still answers.

      EXAMPLES
        shingi people
        shingi people 江崎
        shingi people --proposed
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption

  @Flag(help: "List persons who may be one, why, and the command that would merge them.")
  var proposed = false

  @Argument(help: "Name, surname or id of a person.")
  var name: String?

  func run() throws {
    let store = try index.reader()
    try output.write(proposed ? Self.proposals(store, name) : Self.table(store, name, output))
  }

  /// The persons that a name means, a row for each role.
  static func table(_ store: RecordStore, _ name: String?, _ output: OutputOption) throws -> Table {
    Table(
      columns: [
        TableColumn("person", "人物", whole: true), TableColumn("name", "氏名", whole: true),
        TableColumn("body", "会議体"),
        TableColumn("role", "役職"), TableColumn("organisation", "所属"),
        TableColumn("kind", "立場"), TableColumn("first", "最初"), TableColumn("last", "最後"),
        TableColumn("meetings", "会議数", numeric: true),
        TableColumn("statements", "発言数", numeric: true),
        TableColumn("mention", "出現", whole: true),
      ],
      rows: try store.people(named: name).flatMap { person in
        person.roles.map { role in
          [
            .string(person.id.rawValue), .string(person.name), .string(role.body),
            .text(role.role), .text(role.organisation),
            .string(output.word(role.kind)),
            .text(role.first?.description), .text(role.last?.description),
            .integer(role.meetings), .integer(person.statements), .text(role.mention?.rawValue),
          ]
        }
      })
  }

  private static func proposals(_ store: RecordStore, _ name: String?) throws -> Table {
    var proposals = try store.proposedPersons()
    if let name {
      let wanted = Set(try store.people(named: name).map(\.id))
      proposals = proposals.filter { wanted.contains($0.first) || wanted.contains($0.second) }
    }
    return Table(
      columns: [
        TableColumn("first", "人物1", whole: true), TableColumn("firstName", "氏名1", whole: true),
        TableColumn("second", "人物2", whole: true), TableColumn("secondName", "氏名2", whole: true),
        TableColumn("reason", "理由"), TableColumn("common", "共通"),
        TableColumn("command", "コマンド", whole: true),
      ],
      rows: proposals.map { proposal in
        [
          .string(proposal.first.rawValue), .string(proposal.firstName),
          .string(proposal.second.rawValue), .string(proposal.secondName),
          .string(proposal.reason.rawValue), .string(proposal.common),
          .string("shingi correct merge \(proposal.first) \(proposal.second)"),
        ]
      })
  }
}
