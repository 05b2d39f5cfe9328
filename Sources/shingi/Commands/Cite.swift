import ArgumentParser
import Deliberation
import Foundation
import JapaneseText
import Pipeline
import Reports
import Statutes
import Store

/// Finds the citations in a text.
struct Cite: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the citations of laws in a text, with what each of them means.",
    discussion: """
      What the words and their context do not make sure stays unresolved, with the reason. Where \
      the index holds the texts of laws (shingi law add), citations are checked against them.

      EXAMPLES
        shingi cite 電気通信事業法第28条第1項第2号ハ
        shingi cite 法28条 --law 電気通信事業法施行規則
        shingi cite 前項 --law 359AC0000000086 --elm Mp-At_28-Pr_2
        shingi cite - --body 情報通信審議会 --date 2025-05-13 --format json < 発言.txt
      """)

  @OptionGroup var index: IndexOption

  @Argument(help: "The text; - reads standard input.")
  var text = "-"

  @Option(help: "The law in which the text stands, by e-Gov's id or its title.")
  var law: String?

  @Option(help: ArgumentHelp("The element of the law in which it stands.", valueName: "id"))
  var elm: String?

  @Option(help: "The day whose revisions count (2025-05-13, 令和7年5月13日).")
  var date: String?

  @Option(help: "The body whose short names count (情報通信審議会).")
  var body: [String] = []

  @Option(help: "How to print: json or table.")
  var format: CiteFormat = .table

  func validate() throws {
    if elm != nil, law == nil { throw ValidationError("--elm goes with --law.") }
    if let elm, ElementID(elm)?.text != elm {
      throw ValidationError("\"\(elm)\" is no element id; write it as Mp-At_58-Pr_2-It_1.")
    }
  }

  func run() throws {
    let laws = try LawShelf(index: index).laws
    let day = try date.map { try LawShelf.day($0, "--date") }
    var context = CitationContext(date: day, bodies: body.map { [$0] })
    context.law = try law.map { try ProvisionNames(laws: laws, date: day).provision($0).law }
    context.element = elm
    context.outlines = laws.outlines?(day)
    let input = text == "-" ? Self.standardInput() : text
    let scalars = input.scalars
    let citations = Citations.find(in: scalars, context: context, laws: laws)
    if text != "-" { try refuseBareName(citations, laws) }
    switch format {
    case .json:
      let values = citations.map { CitationJSON.value(of: $0, in: scalars) }
      Output.write(JSONValue.object([JSONMember("citations", .array(values))]).pretty)
      if citations.isEmpty { throw ExitCode.nothingFound }
    case .table:
      var output = OutputOption()
      output.format = .table
      output.lang = .ja
      try output.write(CitationJSON.table(of: citations, in: scalars, laws: laws))
    }
  }

  private static func standardInput() -> String {
    String(decoding: FileHandle.standardInput.readDataToEndOfFile(), as: UTF8.self)
  }

  /// A text that is nothing but a name which may mean several laws is a question, not a citation.
  private func refuseBareName(_ citations: [Citation], _ laws: LawCatalogue) throws {
    let name = text.trimmingCharacters(in: .whitespacesAndNewlines)
    guard law == nil, !citations.contains(where: { !$0.targets.isEmpty }) else { return }
    var candidates: [String] = []
    switch name {
    case "法": candidates = laws.laws.filter { $0.rank == .act }.map(\.title)
    case "令", "政令", "施行令":
      candidates = laws.laws.filter { $0.rank == .order }.map(\.title)
    case "規則", "省令", "府令", "施行規則":
      candidates = laws.laws.filter { $0.rank == .rule && $0.title.hasSuffix("規則") }.map(\.title)
    default:
      for group in laws.shortNames {
        guard let body = group.body, let id = group.names[name], let law = laws.law(id) else {
          continue
        }
        candidates.append("\(law.title) (\(law.id), --body \(body))")
      }
    }
    guard !candidates.isEmpty else { return }
    let shown = candidates.prefix(5).joined(separator: ", ")
    let more = candidates.count > 5 ? " and \(candidates.count - 5) more" : ""
    throw ValidationError(
      "\"\(name)\" alone may mean \(shown)\(more). Say which with --law or --body, or give the title."
    )
  }
}

/// The forms of `cite`.
enum CiteFormat: String, CaseIterable, ExpressibleByArgument {
  case json, table
}

/// Citations as JSON (RECORD.md) and as a table.
enum CitationJSON {
  static func value(of citation: Citation, in text: Scalars, from: Provision? = nil) -> JSONValue {
    var members = [
      JSONMember("text", .string(text.text(citation.span))),
      JSONMember("span", .array([.integer(citation.span.from), .integer(citation.span.to)])),
      JSONMember("kind", .string(citation.kind.rawValue)),
      JSONMember("targets", .array(citation.targets.map(target))),
      JSONMember("part", .text(citation.part?.rawValue)),
      JSONMember("each", .bool(citation.isEach)),
      JSONMember("via", .array(citation.via.map(target))),
      JSONMember("unresolved", .text(citation.unresolved?.rawValue)),
    ]
    if let from {
      members.append(
        JSONMember("from", ["law": .string(from.law), "elm": .text(from.element)]))
    }
    return .object(members)
  }

  private static func target(_ target: CitationTarget) -> JSONValue {
    let row = target.provision.row.map { row -> JSONValue in
      ["table": .string(row.table), "label": .string(row.label)]
    }
    return [
      "law": .string(target.provision.law), "revision": .text(target.revision),
      "elm": .text(target.provision.element), "row": row ?? .null,
    ]
  }

  static func table(of citations: [Citation], in text: Scalars, laws: LawCatalogue) -> Table {
    Table(
      columns: [
        TableColumn("from", "位置", numeric: true), TableColumn("text", "引用"),
        TableColumn("kind", "種別"), TableColumn("targets", "条項"), TableColumn("addresses", "番地"),
        TableColumn("part", "部分"), TableColumn("unresolved", "未解決の理由"),
      ],
      rows: citations.map { citation in
        [
          .integer(citation.span.from), .string(text.text(citation.span)),
          .string(citation.kind.rawValue),
          .texts(citation.targets.map { laws.citation($0.provision) }),
          .texts(citation.targets.map(\.provision.address)), .text(citation.part?.rawValue),
          .text(citation.unresolved?.rawValue),
        ]
      })
  }
}
