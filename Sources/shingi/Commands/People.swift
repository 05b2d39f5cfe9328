import ArgumentParser
import Deliberation
import JapaneseText
import Reports
import Store

/// Lists persons with the roles that they held.
struct People: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List persons with their roles by date.",
    discussion: """
      EXAMPLES
        shingi people
        shingi people 江崎
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption

  @Argument(help: "Name, surname or id of a person.")
  var name: String?

  func run() throws {
    let entries = try index.reader().people(named: name)
    try output.write(
      Table(
        columns: [
          TableColumn("person", "人物", whole: true), TableColumn("name", "氏名", whole: true),
          TableColumn("body", "会議体"),
          TableColumn("role", "役職"), TableColumn("organisation", "所属"),
          TableColumn("kind", "立場"), TableColumn("first", "最初"), TableColumn("last", "最後"),
          TableColumn("meetings", "会議数", numeric: true),
          TableColumn("statements", "発言数", numeric: true),
        ],
        rows: entries.flatMap { person in
          person.roles.map { role in
            [
              .string(person.id.rawValue), .string(person.name), .string(role.body),
              .text(role.role), .text(role.organisation),
              .string(output.word(SpeakerKind(role.kind))),
              .text(role.first?.description), .text(role.last?.description),
              .integer(role.meetings), .integer(person.statements),
            ]
          }
        }))
  }
}
