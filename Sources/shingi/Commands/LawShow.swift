import ArgumentParser
import Deliberation
import JapaneseText
import Pipeline
import Reports
import Statutes
import Store

/// Shows a provision.
struct LawShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the words of a provision as it stood on a day.",
    discussion: """
      EXAMPLES
        shingi law show 電気通信事業法施行規則58条2項1号
        shingi law show 電気通信事業法28条 --as-of 2025-05-13 --discussed
        shingi law show 359AC0000000086#Mp-At_28 --format json
      """)

  @OptionGroup var index: IndexOption

  @Argument(help: "A provision in words or by e-Gov's ids, or a law.")
  var provision: String

  @Option(help: "The day (default: today).")
  var asOf: String?

  @Flag(help: "Also the statements that address it.")
  var discussed = false

  @Option(help: "How to print: text or json.")
  var format: ShowFormat = .text

  func run() throws {
    let shelf = try LawShelf(index: index)
    let day = try asOf.map { try LawShelf.day($0, "--as-of") } ?? LawShelf.today
    let named = try ProvisionNames(laws: shelf.laws, date: day).provision(provision)
    let (revision, standing, texts) = try shelf.text(of: named.law, on: day)
    let text = try texts.text(of: revision)
    let warning = LawShelf.warning(revision, standing, on: day)
    if let warning { Diagnostics.write("Note: \(warning)") }
    var elements = text.parts
    if let wanted = named.element {
      let id = LawIndex(text).canonicalContainer(wanted) ?? wanted
      guard let element = text.element(id) else {
        Diagnostics.write("\(shelf.laws.citation(named)) is not in this text of the law")
        throw ExitCode.nothingFound
      }
      elements = [element]
    }
    let statements = discussed ? try links(to: named, texts.catalogue) : []
    let page = LawPage(text: text, revision: revision, elements: elements)
    switch format {
    case .text:
      Output.write(page.text)
      for entry in statements {
        Output.write(
          "  "
            + [
              entry.statement.address, entry.statement.meeting.date?.description,
              entry.statement.speakerName ?? entry.statement.label, entry.link.basis.japanese,
              entry.evidence.map { "「\($0)」" },
            ].compactMap(\.self).joined(separator: " · "))
      }
    case .json:
      Output.write(page.json(warning: warning, statements: discussed ? statements : nil).pretty)
    }
  }

  private func links(to provision: Provision, _ laws: LawCatalogue) throws -> [LinkEntry] {
    var query = SearchQuery()
    // An article of one paragraph is asked as an article: links from before its text was added
    // name no paragraph.
    var address = provision.address
    if address.hasSuffix("-Pr_1"), let article = provision.articleElement {
      address = Provision(law: provision.law, element: article).address
    }
    query.filter.laws = [address]
    query.filter.bases = LinkBasis.allCases
    query.order = .oldest
    query.limit = 1000
    return try index.reader().links(query).entries
  }
}

/// A provision as text and as JSON.
struct LawPage {
  let revision: StoredRevision
  let elements: [LawElement]
  private let anchors: [String: String]

  init(text: LawText, revision: StoredRevision, elements: [LawElement]) {
    self.revision = revision
    self.elements = elements
    anchors = Dictionary(
      text.provisions.map { ($0.element, $0.anchor) }, uniquingKeysWith: { first, _ in first })
  }

  var text: String {
    var lines = [
      "\(revision.title)（\(revision.number)） \(revision.law)",
      revision.revision ?? "時点不明 \(revision.file)",
    ]
    for element in elements { append(element, depth: 0, to: &lines) }
    return lines.joined(separator: "\n")
  }

  private func append(_ element: LawElement, depth: Int, to lines: inout [String]) {
    let indent = String(repeating: "  ", count: depth)
    if let caption = element.caption { lines.append(indent + caption) }
    let place = depth == 0 ? ElementID(element.id)?.words ?? "" : ""
    let head = element.title.isEmpty ? place : element.title
    let words = [head, element.text].filter { !$0.isEmpty }.joined(separator: "　")
    if !words.isEmpty { lines.append(indent + words) }
    for row in element.rows { lines.append(indent + "  | " + row.joined(separator: " | ")) }
    let isGroup = (ElementID(element.id)?.steps.last?.level ?? .part) < .article
    for child in element.children {
      append(child, depth: isGroup ? depth : depth + 1, to: &lines)
    }
  }

  func json(warning: String?, statements: [LinkEntry]?) -> JSONValue {
    var members = [
      JSONMember("law", .string(revision.law)), JSONMember("title", .string(revision.title)),
      JSONMember("number", .string(revision.number)),
      JSONMember("revision", .text(revision.revision)),
      JSONMember("from", .text(revision.from?.description)),
      JSONMember("until", .text(revision.until?.description)),
      JSONMember("note", .text(warning)),
      JSONMember("elements", .array(elements.map(value))),
    ]
    if let statements {
      members.append(
        JSONMember(
          "statements",
          .array(
            statements.map { entry in
              [
                "address": .string(entry.statement.address),
                "date": .text(entry.statement.meeting.date?.description),
                "speaker": .text(entry.statement.speakerName ?? entry.statement.label),
                "basis": .string(entry.link.basis.rawValue),
                "elm": .text(entry.link.provision.element), "evidence": .text(entry.evidence),
              ]
            })))
    }
    return .object(members)
  }

  private func value(_ element: LawElement) -> JSONValue {
    [
      "elm": .string(element.id), "anchor": .text(anchors[element.id]),
      "title": .string(element.title), "caption": .text(element.caption),
      "text": .string(element.text), "rows": .array(element.rows.map { .texts($0) }),
      "children": .array(element.children.map(value)),
    ]
  }
}
