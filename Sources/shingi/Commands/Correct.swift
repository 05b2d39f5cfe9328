import ArgumentParser
import Deliberation
import Foundation
import JapaneseText
import Pipeline
import Reports
import Store

/// Takes what a human decides about the record.
struct Correct: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Correct a speaker, a label, a stance, an agenda item, or who is who.",
    discussion: """
      A decision is kept with its author and time, tied to the very words of the source or to ids of \
      persons. It wins over the machine and survives ingest and rebuild; what was derived from the \
      corrected words is derived anew. Where its words leave the source it becomes an open finding. \
      Nothing is deleted: --undo adds a decision that takes an earlier one back.

      EXAMPLES
        shingi correct speaker 86#12 江崎 --by 山田
        shingi correct speaker 86#12 unknown
        shingi correct label 86 事務局 p-0123456789ab
        shingi correct stance 86#12 reject --position 2
        shingi correct agenda 86#12 1.2
        shingi correct merge p-0123456789ab p-ba9876543210
        shingi correct apart p-0123456789ab p-ba9876543210
        shingi correct --list
        shingi correct --undo d-0123456789
      """,
    subcommands: [
      CorrectList.self, CorrectSpeaker.self, CorrectLabel.self, CorrectStance.self,
      CorrectAgenda.self, CorrectMerge.self, CorrectApart.self,
    ],
    defaultSubcommand: CorrectList.self)
}

/// What all decisions have in common.
struct DecisionOptions: ParsableArguments {
  @OptionGroup var index: IndexOption

  @Option(help: ArgumentHelp("Who decides (default: $USER).", valueName: "name"))
  var by: String?

  /// Who decides.
  ///
  /// - Throws: `ValidationError` where nobody is named.
  func author() throws -> String {
    let user = ProcessInfo.processInfo.environment["USER"]
    guard let author = by ?? user, !author.isEmpty else {
      throw ValidationError("Say who decides: --by NAME.")
    }
    return author
  }

  /// Records a decision, derives anew what it is about, and prints its id.
  func decide(_ make: (RecordStore, String) throws -> Decision) throws {
    let author = try author()
    let store = try index.writer()
    let decision = try make(store, author)
    let pipeline = try MinutesPipeline.opened(
      try CorpusData(folder: try CorpusData.locate()), store: store)
    try pipeline.decide([decision], in: store)
    Output.write("\(decision.id) \(decision.kind)")
  }

  /// Records a decision about who somebody is, whom an id or a name means.
  func decide(
    whoIs text: String, _ make: (RecordStore, DecidedPerson?, String) throws -> Decision
  ) throws {
    try decide { store, author in
      try make(store, try DecisionOptions.person(text, in: store), author)
    }
  }

  /// Records that two persons are one, or are two.
  func decide(_ kind: DecisionKind, _ first: String, _ second: String) throws {
    try decide { store, author in
      try store.personsDecision(
        kind, try Self.known(first, in: store), try Self.known(second, in: store), author: author)
    }
  }

  /// The one person whom an id or a name means; nil for `unknown`.
  ///
  /// - Throws: `ValidationError` with the candidates.
  static func person(_ text: String, in store: RecordStore) throws -> DecidedPerson? {
    if text == "unknown" { return nil }
    let found = try store.people(named: text)
    if let only = found.first, found.count == 1 {
      // An id that was given stays as it is: it may name one part of a person.
      return DecidedPerson(
        id: text.hasPrefix("p-") ? PersonID(rawValue: text) : only.id, name: only.name)
    }
    let exact = found.filter { PersonID.exactKey($0.name) == PersonID.exactKey(text) }
    if let only = exact.first, exact.count == 1 {
      return DecidedPerson(id: only.id, name: only.name)
    }
    let names = found.prefix(8).map { person in
      "\(person.id) \(person.name) \(person.roles.first?.body ?? "")"
    }
    throw ValidationError(
      found.isEmpty
        ? "\"\(text)\" names nobody in the index; see: shingi people. Nobody known: unknown"
        : "\"\(text)\" may mean several persons; give the id:\n" + names.joined(separator: "\n"))
  }

  /// The person whom an id or a name means, who must be known.
  static func known(_ text: String, in store: RecordStore) throws -> DecidedPerson {
    guard let person = try person(text, in: store) else {
      throw ValidationError("A person is needed: an id or a name.")
    }
    return person
  }
}

/// Lists decisions, or takes one back.
struct CorrectList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List all decisions, or take one back (the default).")

  @OptionGroup var options: DecisionOptions
  @OptionGroup var output: OutputOption

  @Flag(help: "List all decisions.")
  var list = false

  @Option(help: ArgumentHelp("Take a decision back.", valueName: "id"))
  var undo: String?

  func run() throws {
    if let undo {
      try options.decide { store, author in try store.undoDecision(undo, author: author) }
      return
    }
    let entries = try options.index.reader().decisionEntries()
    try output.write(
      Table(
        columns: [
          TableColumn("id", "決定", whole: true), TableColumn("created", "日時"),
          TableColumn("author", "決めた人"), TableColumn("kind", "種別"),
          TableColumn("state", "状態"), TableColumn("value", "内容"), TableColumn("quoted", "原文"),
          TableColumn("subject", "対象"), TableColumn("file", "ファイル"),
        ],
        rows: entries.map { entry in
          [
            .string(entry.decision.id), .string(entry.decision.created),
            .string(entry.decision.author), .string(entry.decision.kind),
            .string(entry.state.rawValue), .string(entry.decision.value),
            .text(entry.decision.anchor.map { shown($0.quoted) }),
            .text(entry.decision.subject), .text(entry.file),
          ]
        }))
  }

  /// The words in one line; only their beginning where people read them.
  private func shown(_ quoted: String) -> String {
    guard output.format.isForPeople else { return quoted }
    let line = quoted.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count > 30 ? line.prefix(30) + "…" : line
  }
}

/// Says who made a statement.
struct CorrectSpeaker: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speaker", abstract: "Say who made a statement.")

  @OptionGroup var options: DecisionOptions

  @Argument(help: "The statement (86#12).")
  var address: String

  @Argument(help: "Id or name of a person; unknown for nobody who is known.")
  var person: String

  func run() throws {
    try options.decide(whoIs: person) { store, person, author in
      try store.speakerDecision(at: address, person, author: author)
    }
  }
}

/// Says whom a label means throughout a record.
struct CorrectLabel: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "label", abstract: "Say whom a label means throughout a record.")

  @OptionGroup var options: DecisionOptions

  @Argument(help: "The record (86, 86~2).")
  var address: String

  @Argument(help: "The label as printed, without marks.")
  var label: String

  @Argument(help: "Id or name of a person; unknown for nobody who is known.")
  var person: String

  func run() throws {
    try options.decide(whoIs: person) { store, person, author in
      try store.labelDecision(at: address, label: label, person, author: author)
    }
  }
}

/// Corrects or rejects a position.
struct CorrectStance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stance", abstract: "Correct the stance of a position, or reject it.")

  @OptionGroup var options: DecisionOptions

  @Option(help: "Which position of the statement, from 1, where it holds several.")
  var position: Int?

  @Argument(help: "The statement (86#12).")
  var address: String

  @Argument(
    help: """
      reject, or support, conditionalSupport, oppose, concern, request, question, answer, comment.
      """)
  var stance: String

  func validate() throws {
    guard stance == "reject" || Stance(rawValue: stance) != nil else {
      let all = Stance.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("\"\(stance)\" is no stance; say reject or one of \(all).")
    }
  }

  func run() throws {
    try options.decide { store, author in
      try store.stanceDecision(
        at: address, number: position, now: Stance(rawValue: stance), author: author)
    }
  }
}

/// Says to which agenda items a statement belongs.
struct CorrectAgenda: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agenda", abstract: "Say to which agenda items a statement belongs.")

  @OptionGroup var options: DecisionOptions

  @Argument(help: "The statement (86#12).")
  var address: String

  @Argument(help: "Items of the same record (1.2 or 86/1.2), or none.")
  var items: [String]

  func run() throws {
    try options.decide { store, author in
      try store.agendaDecision(
        at: address, items: items == ["none"] ? [] : items, author: author)
    }
  }
}

/// Makes two persons one.
struct CorrectMerge: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Say that two persons are one; both ids keep answering.")

  @OptionGroup var options: DecisionOptions

  @Argument(help: "Id or name of a person.")
  var first: String

  @Argument(help: "Id or name of the other.")
  var second: String

  func run() throws { try options.decide(.personsMerged, first, second) }
}

/// Keeps two persons apart.
struct CorrectApart: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apart",
    abstract: "Say that two persons, or two parts of one, are two.",
    discussion: """
      A person is parted between two of its mentions: see the last column of shingi people NAME.
      """)

  @OptionGroup var options: DecisionOptions

  @Argument(help: "Id of a person or of a mention.")
  var first: String

  @Argument(help: "Id of the other.")
  var second: String

  func run() throws { try options.decide(.personsApart, first, second) }
}
