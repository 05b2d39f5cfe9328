import ArgumentParser
import Foundation
import JapaneseText
import Pipeline
import Statutes
import Store

/// Adds the texts of laws to the index.
struct LawAdd: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add the texts of laws from files of e-Gov, or a guideline.",
    discussion: """
      Files of 法令標準XML, answers of e-Gov's API, folders of them and zip archives. The revision is \
      read from the name of the file (law_revision_id.xml) or from the XML; a text of which nothing \
      tells it is shown as 時点不明. A revision that is there already is replaced. A damaged archive \
      is refused as a whole. The terms that the texts define, their captions, and which provisions of \
      other laws they fill in are read at once.

      Any other file (Markdown, HTML, Word, text, PDF) is a rule document: a guideline, a plan, a \
      draft. Its id is doc:TITLE, its passages have the ids of their numbers: 第3条第2項 is \
      Mp-At_3-Pr_2, 3.2 is Mp-No_3_2, and the （１） in it Mp-No_3_2-No_1.

      EXAMPLES
        shingi law add 360M50001000025_20250401_507M60000008020.xml
        shingi law add all_xml.zip
        shingi law add kisoku.xml --revision 360M50001000025_20250401_507M60000008020
        shingi law add kisoku.xml --in-force 2021-04-01..2023-06-15
        shingi law add guideline.md --title 事故報告ガイドライン --date 2025-04-01
      """)

  @OptionGroup var index: IndexOption

  @Option(help: ArgumentHelp("The law_revision_id of the (single) file.", valueName: "id"))
  var revision: String?

  @Option(help: ArgumentHelp("First and last day in force.", valueName: "from..until"))
  var inForce: String?

  @Option(help: "The title of a rule document (default: its first heading).")
  var title: String?

  @Option(help: "The id of a rule document (default: doc: and its title).")
  var id: String?

  @Option(help: "The first day of this version of a rule document.")
  var date: String?

  @Flag(name: .shortAndLong, help: "Print nothing but errors and the counts.")
  var quiet = false

  @Argument(help: "Files, folders and zip archives.")
  var paths: [String]

  func validate() throws {
    if let revision, LawRevision.firstDay(of: revision) == nil {
      throw ValidationError("\"\(revision)\" is no law_revision_id (LAW_YYYYMMDD_LAW).")
    }
    if isOfOne, paths.count != 1 {
      throw ValidationError(
        "--revision, --in-force, --title, --id and --date go with exactly one file.")
    }
    if let id, !PassageID.isDocument(id) || id.contains(where: { "#@_ ".contains($0) }) {
      throw ValidationError("--id: \"\(id)\" is no id of a document; write doc:NAME.")
    }
  }

  /// Whether an option speaks of a single text.
  private var isOfOne: Bool {
    [revision, inForce, title, id, date].contains { $0 != nil }
  }

  func run() async throws {
    let days = try inForce.map(Self.days)
    let document = LawAdding.Document(
      title: title, id: id, date: try date.map { try LawShelf.day($0, "--date") })
    let catalogue = try CorpusData.laws(in: try CorpusData.locate())
    let (sources, errors) = LawSource.list(paths)
    if isOfOne, sources.count > 1 {
      throw ValidationError("options that speak of one text, but \(sources.count) are there.")
    }
    for error in errors { Diagnostics.write("Error: \(error)") }
    guard !sources.isEmpty else {
      if errors.isEmpty { Diagnostics.write("Error: no XML file and no zip archive is there") }
      throw ExitCode.failed
    }
    let store = try index.writer()
    let adding = LawAdding(
      laws: catalogue, revision: revision, days: days, document: document)
    var counts = LawAddCounts(failed: errors.count)
    await adding.add(sources, to: store) { outcome in
      counts.add(outcome, quiet: quiet)
      Diagnostics.progress("\(counts.texts)/\(sources.count)")
    }
    Diagnostics.endProgress()
    Output.write(counts.line)
    if counts.changed > 0 {
      try LawTermsReading.run(in: store, laws: catalogue)
      Diagnostics.write("links do not use them yet: \(Relink.command(for: counts.laws))")
    }
    if counts.failed > 0 { throw ExitCode.failed }
  }

  static func days(_ text: String) throws -> LawAdding.Days {
    let parts = text.components(separatedBy: "..")
    guard parts.count == 2, let from = CalendarDate(parts[0]),
      parts[1].isEmpty || CalendarDate(parts[1]) != nil
    else {
      throw ValidationError(
        "--in-force: \"\(text)\" names no days; write 2021-04-01..2023-06-15 or 2021-04-01..")
    }
    let until = CalendarDate(parts[1])
    if let until, until < from {
      throw ValidationError("--in-force: \(until) lies before \(from).")
    }
    return LawAdding.Days(from: from, until: until)
  }
}

/// Reads the terms and delegations of the texts that are new in an index.
enum LawTermsReading {
  /// Says how far it is on standard error.
  @discardableResult
  static func run(in store: RecordStore, laws: LawCatalogue) throws -> Int {
    let texts = try LawTexts(laws: laws, store: store)
    let read = try texts.readTerms(into: store) { done, all in
      Diagnostics.progress("terms of law texts \(done)/\(all)")
    }
    Diagnostics.endProgress()
    return read
  }
}

/// What an addition did, for its last line.
struct LawAddCounts {
  var texts = 0
  var added = 0
  var replaced = 0
  var unchanged = 0
  var undated = 0
  var passedOver = 0
  var failed = 0
  /// The laws of which a text is new.
  var laws: Set<String> = []

  init(failed: Int = 0) { self.failed = failed }

  var changed: Int { added + replaced }

  mutating func add(_ outcome: LawAdding.Outcome, quiet: Bool) {
    texts += 1
    switch outcome {
    case .failed(let error):
      failed += 1
      Diagnostics.endProgress()
      Diagnostics.write("Error: \(error)")
    case .passedOver(let file, let reason):
      passedOver += 1
      guard !quiet else { return }
      Diagnostics.endProgress()
      Diagnostics.write(reason.hasPrefix(file) ? "passed over: \(reason)" : "\(file): \(reason)")
    case .saved(let revision, let status):
      if revision.isUndated { undated += 1 }
      if status != .unchanged { laws.insert(revision.law) }
      switch status {
      case .added: added += 1
      case .replaced: replaced += 1
      case .unchanged: unchanged += 1
      }
    }
  }

  var line: String {
    var parts = ["texts \(texts)", "added \(added)"]
    if replaced > 0 { parts.append("replaced \(replaced)") }
    if unchanged > 0 { parts.append("unchanged \(unchanged)") }
    if undated > 0 { parts.append("時点不明 \(undated)") }
    if passedOver > 0 { parts.append("passed over \(passedOver)") }
    if failed > 0 { parts.append("failed \(failed)") }
    return parts.joined(separator: " · ")
  }
}
