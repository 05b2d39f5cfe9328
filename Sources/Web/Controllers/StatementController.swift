import Deliberation
import HTTPTypes
import Store

/// Single statements, with everything that was found in them.
struct StatementController {
  let site: Site

  func addRoutes(to pages: PageRoutes) {
    pages.get("statements", below: true) { request in try page(request) }
  }

  /// `/statements/BODY/86/12` is the statement `BODY/86#12`.
  private func page(_ request: PageRequest) throws -> any Page {
    guard let number = request.path.last, request.path.count > 1 else {
      throw Failure(.notFound, "/statements/BODY/86/12")
    }
    let record = request.path.dropLast().joined(separator: "/")
    let place = try site.store.resolve("\(record)#\(number)")
    guard case .statement(let number) = place.part else {
      throw Failure(.notFound, "\(record)#\(number)")
    }
    let whole = try site.store.record(at: place.recordAddress)
    guard let index = whole.statements.firstIndex(where: { $0.number == number }) else {
      throw Failure(.notFound, "\(record)#\(number)")
    }
    return StatementPage(
      record: RecordView(record: whole, address: place.recordAddress), index: index,
      history: DecisionView.history(
        of: whole.statements[index],
        among: try site.store.decisions(onFile: whole.source.sha256)),
      canCorrect: site.settings.correctSpeaker != nil)
  }
}
