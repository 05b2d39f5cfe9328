import Deliberation
import HTTPTypes
import Store

/// Meetings, their records and agenda items.
struct MeetingController {
  let site: Site

  func addRoutes(to pages: PageRoutes) {
    pages.get("meetings") { request in try list(request) }
    pages.get("meetings", below: true) { request in try meeting(request) }
    pages.get("summaries", below: true) { request in try summary(request) }
    pages.get("matrix", below: true) { request in try matrix(request) }
    pages.get("sources", below: true) { request in try source(request) }
  }

  private static let pageSize = 50

  private func list(_ request: PageRequest) throws -> any Page {
    let meetings = try site.store.meetings(
      limit: Self.pageSize, offset: (request.pageNumber - 1) * Self.pageSize)
    return MeetingsPage(
      entries: meetings.entries, total: meetings.total,
      fields: request.fields, number: request.pageNumber, size: Self.pageSize)
  }

  private func meeting(_ request: PageRequest) throws -> any Page {
    let place = try site.store.resolve(request.rest)
    let record = try site.store.record(at: place.recordAddress)
    switch place.part {
    case .agenda(let path):
      var page = MeetingPage(record: record, address: place.recordAddress, item: path)
      page.fields = request.fields
      page.number = Self.number(request)
      return page
    default:
      var page = MeetingPage(record: record, address: place.recordAddress)
      page.fields = request.fields
      page.number = Self.number(request)
      var filter = SearchFilter()
      filter.meetings = [place.meeting]
      page.others =
        try site.store.meetings(filter).first { $0.address == place.meeting }?.records
        .filter { $0.address != place.recordAddress } ?? []
      return page
    }
  }

  /// The page of a long record that is asked for; nil for all of it.
  private static func number(_ request: PageRequest) -> Int? {
    request.fields["page"] == "all" ? nil : request.pageNumber
  }

  private func summary(_ request: PageRequest) throws -> any Page {
    let place = try site.store.resolve(request.rest)
    let record = try site.store.record(at: place.recordAddress)
    var item: AgendaPath?
    if case .agenda(let path) = place.part { item = path }
    return SummaryPage(record: record, address: place.recordAddress, item: item)
  }

  private func matrix(_ request: PageRequest) throws -> any Page {
    let place = try site.store.resolve(request.rest)
    let record = try site.store.record(at: place.recordAddress)
    return MatrixPage(record: record, address: place.recordAddress)
  }

  private func source(_ request: PageRequest) throws -> any Page {
    let place = try site.store.resolve(request.rest)
    var filter = SearchFilter()
    filter.meetings = [place.meeting]
    let records = try site.store.meetings(filter).flatMap(\.records)
    guard let entry = records.first(where: { $0.address == place.recordAddress }),
      let file = try site.store.file(at: entry.file)
    else { throw Failure(.notFound, request.rest) }
    return SourcePage(file: file, address: place.recordAddress)
  }
}
