import ArgumentParser
import Foundation
import Pipeline
import Reports
import Statutes
import Store

/// Says what the program finds around it.
struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Say what the program finds: index, data, tools; with the remedy where something lacks.",
    discussion: """
      EXAMPLE
        shingi doctor
      """)

  @OptionGroup var index: IndexOption
  @OptionGroup var output: OutputOption

  func run() throws {
    var checks = [Check("shingi", .fine, ShingiVersion.current), corpus]
    checks += tools
    checks += indexChecks
    try output.write(
      Table(
        columns: [
          TableColumn("what", "項目"), TableColumn("state", "状態"), TableColumn("detail", "内容"),
        ],
        rows: checks.map { [.string($0.what), .string($0.state.rawValue), .string($0.detail)] }))
    if checks.contains(where: { $0.state == .broken }) { throw ExitCode.failed }
  }

  private var corpus: Check {
    do {
      let data = try CorpusData(folder: try CorpusData.locate())
      return Check(
        "Corpus", .fine,
        "\(data.folder.path) (\(data.laws.laws.count) laws, \(data.topics.topics.count) topics)")
    } catch {
      return Check("Corpus", .broken, error.description)
    }
  }

  /// Programs that only some formats need.
  private var tools: [Check] {
    let needed = [
      ("pdftotext", "PDF", "poppler-utils"), ("unzip", "Word .docx", "unzip"),
    ]
    return needed.map { tool, format, package in
      let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      let found = folders.map { "\($0)/\(tool)" }
        .first { FileManager.default.isExecutableFile(atPath: $0) }
      return found.map { Check(tool, .fine, $0) }
        ?? Check(tool, .missing, "needed for \(format): apt-get install \(package)")
    }
  }

  private var indexChecks: [Check] {
    let path = index.path
    guard FileManager.default.fileExists(atPath: path) else {
      return [Check("index", .missing, "\(path): make it with: shingi ingest FILE…")]
    }
    do {
      let store = try index.reader()
      let n = try store.statistics()
      return [
        Check("index", .fine, path),
        Check(
          "contents", .fine,
          "\(n.files) files, \(n.records) records, \(n.statements) statements, \(n.persons) persons"
        ),
        Check("size", .fine, "\(n.indexBytes) bytes for \(n.sourceBytes) bytes of sources"),
      ]
    } catch {
      return [Check("index", .broken, "\(error)")]
    }
  }

  /// One line of the answer.
  private struct Check {
    enum State: String {
      case fine = "ok"
      case missing, broken
    }

    let what: String
    let state: State
    let detail: String

    init(_ what: String, _ state: State, _ detail: String) {
      self.what = what
      self.state = state
      self.detail = detail
    }
  }
}
