import ArgumentParser
import Deliberation
import Reports
import Store

/// Lists how statements stand to each other.
struct Relations: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List which statements agree with, answer or refer to which, in both directions.",
    discussion: """
      前回の会合 and the like are resolved where that meeting of the same body is in the index, \
      whichever was read first; else the words stand alone.

      EXAMPLES
        shingi relations 86#5
        shingi relations 86/1.2
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption

  @Argument(help: "A statement (86#5), an agenda item (86/1.2) or a meeting (86).")
  var address: String

  func run() throws {
    let relations = try index.reader().relations(of: address)
    let entries =
      relations.outgoing + relations.incoming.filter { !relations.outgoing.contains($0) }
    try output.write(
      Table(
        columns: [
          TableColumn("from", "発言", whole: true), TableColumn("speaker", "発言者", whole: true),
          TableColumn("kind", "関係"),
          TableColumn("to", "相手の発言"), TableColumn("toSpeakers", "相手"),
          TableColumn("evidence", "根拠の語"), TableColumn("rule", "規則"),
        ],
        rows: entries.map { entry in
          [
            .string(entry.from.address), .text(entry.from.speakerName ?? entry.from.label),
            .string(output.format.isForPeople ? entry.kind.japanese : entry.kind.rawValue),
            .texts(
              entry.to.isEmpty
                ? [entry.elsewhere?.record].compactMap(\.self) : entry.to.map(\.address)),
            .texts(entry.to.compactMap { $0.speakerName ?? $0.label }),
            .string(entry.evidence), .string(entry.rule),
          ]
        }))
  }
}
