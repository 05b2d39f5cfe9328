import ArgumentParser
import Deliberation
import JapaneseText
import Pipeline
import Reports
import Statutes
import Store

/// Lists the texts of laws in the index.
struct LawList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List the texts of laws in the index, revision by revision.",
    discussion: """
      EXAMPLES
        shingi law list
        shingi law list 電気通信事業法 --format csv
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption

  @Argument(help: "A law, by e-Gov's id or its title; all of them where it is left out.")
  var law: String?

  func run() throws {
    let store = try index.reader()
    let shelf = try LawShelf(index: index)
    let wanted = try law.map { try ProvisionNames(laws: shelf.laws, date: nil).provision($0).law }
    let counts = try store.provisionCounts()
    try output.write(
      Table(
        columns: [
          TableColumn("law", "法令"), TableColumn("title", "題名"), TableColumn("number", "法令番号"),
          TableColumn("revision", "版"), TableColumn("from", "施行"), TableColumn("until", "まで"),
          TableColumn("elements", "要素", numeric: true), TableColumn("file", "ファイル"),
          TableColumn("note", "備考"),
        ],
        rows: try store.lawRevisions(of: wanted).map { text in
          [
            .string(text.law), .string(text.title), .string(text.number), .text(text.revision),
            .text(text.from?.description), .text(text.until?.description),
            .integer(counts[text] ?? 0), .string(text.file), .text(note(text, shelf)),
          ]
        }))
  }

  /// What the reader must know: no known time, or a later revision that is not in the index.
  private func note(_ text: StoredRevision, _ shelf: LawShelf) -> String? {
    if text.isUndated { return "時点不明" }
    let held = shelf.texts?.revisions.filter { $0.law == text.law && !$0.isUndated } ?? []
    guard held.last == text, let later = shelf.texts?.laterRevision(of: text.law) else {
      return nil
    }
    return "新しい版あり: \(later)"
  }
}
