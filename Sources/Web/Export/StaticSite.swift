import Deliberation
package import Foundation
import Store

/// Pages as files, so that they can be published without a server.
///
/// Every page is plain HTML with relative links: the folder works from a disk as it does from any
/// server. What is not exported (the search, what lies outside the scope) is not linked.
package struct StaticSite: Sendable {
  package let site: Site
  package let language: Language

  package init(site: Site, language: Language = .ja) {
    self.site = site
    self.language = language
  }

  /// What was asked to be exported.
  package enum Scope: Hashable, Sendable {
    case everything
    /// A body by its name or path, with those below it.
    case body(String)
    /// The records of a meeting by its address.
    case meeting(String)
  }

  /// Writes the pages into a folder.
  ///
  /// - Parameters:
  ///   - scope: What to export.
  ///   - folder: The folder; made where there is none, files in it are written over.
  /// - Returns: How many files were written.
  /// - Throws: `StoreError`, or what keeps a file from being written.
  package func write(_ scope: Scope, to folder: URL) throws -> Int {
    let filter = Self.filter(scope)
    let meetings = try site.store.meetings(filter)
    guard !meetings.isEmpty else { throw StoreError.unknownAddress("\(scope)") }
    let things = try things(filter, meetings)
    let files = try names(of: meetings, things)
    let place = Surroundings(words: Words(language), links: Links(files: files))
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var written = 0
    func write(_ page: some Page, at path: String) throws {
      guard let name = files[path] else { return }
      let html = site.layout.html(page, place, path: nil)
      try Data(html.utf8).write(to: folder.appending(path: name), options: .atomic)
      written += 1
    }
    try write(
      MeetingsPage(
        entries: meetings, total: meetings.count, fields: FormFields(), number: 1,
        size: meetings.count), at: "/meetings")
    for entry in meetings.flatMap(\.records) {
      let record = try site.store.record(at: entry.address)
      try write(
        MeetingPage(record: record, address: entry.address), at: "/meetings/\(entry.address)")
      for item in record.agenda.flattened {
        try write(
          MeetingPage(record: record, address: entry.address, item: item.path),
          at: "/meetings/\(entry.address)/\(item.path)")
      }
      try write(MatrixPage(record: record, address: entry.address), at: "/matrix/\(entry.address)")
      try write(
        SummaryPage(record: record, address: entry.address, item: nil),
        at: "/summaries/\(entry.address)")
      if let file = try site.store.file(at: entry.file) {
        try write(
          SourcePage(file: file, address: entry.address), at: "/sources/\(entry.address)")
      }
    }
    for path in Set(meetings.flatMap(\.bodies)).sorted() {
      let own = meetings.filter { meeting in
        meeting.bodies.contains { $0 == path || $0.hasPrefix(path + "/") }
      }
      let below = Set(own.flatMap(\.bodies)).filter { $0.hasPrefix(path + "/") }.sorted()
      try write(
        BodyPage(
          path: path, meetings: own, total: own.count, below: below, fields: FormFields(),
          number: 1),
        at: "/bodies/\(path)")
    }
    try write(
      PeoplePage(
        entries: things.people, total: things.people.count, fields: FormFields(), number: 1,
        size: things.people.count), at: "/people")
    for person in things.people {
      try write(
        PersonPage(
          of: person, within: filter, in: site.store, statements: Self.mostStatements),
        at: "/people/\(person.id)")
    }
    try write(
      ProvisionsPage(
        found: things.provisions,
        fields: FormFields(), number: 1, size: things.provisions.total), at: "/provisions")
    for provision in Self.pages(of: things.provisions.entries) {
      if let page = try ProvisionPage(of: provision, within: filter, site: site) {
        try write(page, at: Self.path(of: provision))
      }
    }
    for file in SiteFile.all where file.name != "site.js" {
      try Data(file.bytes).write(to: folder.appending(path: file.name), options: .atomic)
      written += 1
    }
    return written
  }

  /// The most statements and positions on the page of a person; the newest are shown.
  private static let mostStatements = 500

  /// Persons and provisions of the records that are exported.
  private struct Things {
    var people: [PersonEntry]
    var provisions: Store.Page<ProvisionCount>
  }

  private static func filter(_ scope: Scope) -> SearchFilter {
    var filter = SearchFilter()
    switch scope {
    case .everything: break
    case .body(let name): filter.bodies = [name]
    case .meeting(let address): filter.meetings = [address]
    }
    return filter
  }

  private func things(_ filter: SearchFilter, _ meetings: [MeetingEntry]) throws -> Things {
    let bodies = Set(meetings.map(\.bodyName))
    let people: [PersonEntry] = try site.store.people().compactMap { person in
      var person = person
      person.roles = person.roles.filter { bodies.contains($0.body) }
      var query = SearchQuery(filter: filter)
      query.filter.speakers = [person.id.rawValue]
      person.statements = try site.store.count(query)
      return person.statements > 0 ? person : nil
    }
    var query = SearchQuery(filter: filter)
    query.limit = .max
    return Things(people: people, provisions: try site.store.provisions(query))
  }

  /// The provisions that have a page: those that are linked, and their laws.
  private static func pages(of provisions: [ProvisionCount]) -> [Provision] {
    var seen: Set<String> = []
    return provisions.flatMap { entry in
      [entry.provision, Provision(law: entry.provision.law, element: nil)]
    }.filter { seen.insert(path(of: $0)).inserted }
  }

  private static func path(of provision: Provision) -> String {
    "/provisions/\(provision.law)" + (provision.element.map { "/\($0)" } ?? "")
  }

  /// The file of every page by the path that it has on the site.
  private func names(
    of meetings: [MeetingEntry], _ things: Things
  ) throws -> [String: String] {
    var names = ["/": "index.html", "/meetings": "index.html"]
    if !things.people.isEmpty { names["/people"] = "people.html" }
    if things.provisions.total > 0 { names["/provisions"] = "provisions.html" }
    for person in things.people { names["/people/\(person.id)"] = "\(person.id).html" }
    for provision in Self.pages(of: things.provisions.entries) {
      let path = Self.path(of: provision)
      names[path] = "law-\(Self.fileName(String(path.dropFirst("/provisions/".count)))).html"
    }
    for entry in meetings.flatMap(\.records) {
      let name = Self.fileName(entry.address)
      names["/meetings/\(entry.address)"] = "\(name).html"
      names["/matrix/\(entry.address)"] = "\(name)-matrix.html"
      names["/summaries/\(entry.address)"] = "\(name)-summary.html"
      names["/sources/\(entry.address)"] = "\(name)-source.html"
      let record = try site.store.record(at: entry.address)
      for item in record.agenda.flattened {
        names["/meetings/\(entry.address)/\(item.path)"] = "\(name)-\(item.path).html"
      }
    }
    for path in Set(meetings.flatMap(\.bodies)) {
      names["/bodies/\(path)"] = "body-\(Self.fileName(path)).html"
    }
    return names
  }

  /// An address as the name of a file on any system; long ones are cut and told apart by a hash.
  private static func fileName(_ address: String) -> String {
    var name = ""
    for scalar in address.unicodeScalars {
      switch scalar {
      case "/": name += "-"
      case "\\", ":", "*", "?", "\"", "<", ">", "|", "#", "%", "\u{0}"..."\u{1F}": name += "_"
      default: name.unicodeScalars.append(scalar)
      }
    }
    guard name.utf8.count > 180 else { return name }
    return String(name.prefix(40)) + "-" + SHA256.hex(Array(address.utf8)).prefix(12)
  }
}
