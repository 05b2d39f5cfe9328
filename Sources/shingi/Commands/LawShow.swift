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
      With --discussed each provision is followed by the statements that address it, by date; those \
      that only inherit the link from the agenda item or from an answered statement stand apart as \
      推定. Statements about a place from which the provision moved are among them.

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
    let outline = LawIndex(text)
    var elements = text.parts
    if let wanted = named.element {
      let id = outline.canonicalContainer(wanted) ?? wanted
      guard let element = text.element(id) else {
        Diagnostics.write("\(shelf.laws.citation(named)) is not in this text of the law")
        noteMoved(named, day, shelf.laws)
        throw ExitCode.nothingFound
      }
      elements = [element]
    }
    noteMoved(named, day, shelf.laws)
    var discussion: LawDiscussion?
    if discussed {
      discussion = try LawDiscussion(
        of: named, on: day, laws: shelf.laws, shown: elements, outline: outline,
        store: try index.reader())
    }
    let page = LawPage(
      text: text, revision: revision, elements: elements, discussion: discussion)
    switch format {
    case .text: Output.write(page.text)
    case .json: Output.write(page.json(warning: warning).pretty)
    }
  }

  /// Says where the provision stood before, and where it stands today.
  private func noteMoved(_ named: Provision, _ day: CalendarDate?, _ laws: LawCatalogue) {
    guard let element = named.element else { return }
    let stays = laws.lineage.stays(of: element, in: named.law, on: day)
    for stay in stays where stay.element != element {
      let place = laws.citation(Provision(law: named.law, element: stay.element))
      let days = "\(stay.since?.description ?? "")..\(stay.until?.description ?? "")"
      Diagnostics.write("Note: it stands at \(place) (\(days))")
    }
  }
}

/// The statements that address what is shown of a law.
struct LawDiscussion {
  /// A statement with its link, its stances and the element of the text beside which it stands.
  struct Entry {
    let link: LinkEntry
    let stances: [Stance]
    let place: String
  }

  let entries: [Entry]

  /// - Throws: `StoreError` where the index cannot be read.
  init(
    of named: Provision, on day: CalendarDate?, laws: LawCatalogue, shown: [LawElement],
    outline: LawIndex, store: RecordStore
  ) throws {
    var query = SearchQuery()
    // An article of one paragraph is asked as an article: links from before its text was added
    // name no paragraph.
    var asked = named
    if let article = named.articleElement, named.element == article + "-Pr_1",
      outline.canonical(article) == named.element
    {
      asked.element = article
    }
    query.filter.provisions = ProvisionDays.reach(of: asked, on: day, laws: laws)
    query.filter.bases = LinkBasis.allCases
    query.order = .oldest
    query.limit = .max
    let links = try store.links(query).entries
    var stances: [String: [Stance]] = [:]
    for entry in try store.positions(query).entries {
      let stance = entry.position.stance
      if stances[entry.statement.address]?.contains(stance) != true {
        stances[entry.statement.address, default: []].append(stance)
      }
    }
    var ids: Set<String> = []
    for element in shown { element.visit { ids.insert($0.id) } }
    let top = shown.first?.id ?? ""
    entries = links.map { entry in
      let linked = entry.link.provision.element ?? ""
      let moved = laws.lineage.element(
        linked, in: named.law, on: entry.statement.meeting.date, movedTo: day)
      var place = outline.canonicalContainer(moved ?? linked) ?? moved ?? linked
      while !ids.contains(place), let cut = place.lastIndex(of: "-") {
        place = String(place[..<cut])
      }
      return Entry(
        link: entry, stances: stances[entry.statement.address] ?? [],
        place: ids.contains(place) ? place : top)
    }
  }

  /// The statements that address an element by their own words.
  func direct(at element: String) -> [Entry] {
    entries.filter { $0.place == element && $0.link.link.basis.isDirect }
  }

  /// The statements whose links are only inherited or alike.
  var inferred: [Entry] { entries.filter { !$0.link.link.basis.isDirect } }
}

extension LawDiscussion.Entry {
  /// One line: date, speaker, stances, address, the words that led to the link.
  var line: String {
    let statement = link.statement
    let words = stances.map(SummaryWords.stance).joined(separator: ", ")
    return [
      statement.meeting.date?.description ?? "日付不明",
      statement.speakerName ?? statement.label ?? "発言者不明", words.isEmpty ? nil : words,
      statement.address, link.evidence.map { "「\($0)」" },
      link.link.basis.japanese + (link.link.via.map { " \($0)" } ?? ""),
    ].compactMap(\.self).joined(separator: "　")
  }

  var json: JSONValue {
    [
      "address": .string(link.statement.address),
      "date": .text(link.statement.meeting.date?.description),
      "speaker": .text(link.statement.speakerName ?? link.statement.label),
      "stances": .texts(stances.map(\.rawValue)), "basis": .string(link.link.basis.rawValue),
      "inferred": .bool(!link.link.basis.isDirect), "via": .text(link.link.via),
      "elm": .text(link.link.provision.element), "place": .string(place),
      "evidence": .text(link.evidence),
    ]
  }
}
