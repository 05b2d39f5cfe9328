import Deliberation
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// What humans decide in the page; every route refuses whoever has not shown the token.
struct CurationController {
  let site: Site

  func addRoutes(to pages: PageRoutes, _ router: Router<SiteContext>) {
    guard let editing = site.settings.editing else { return }
    pages.get("edit") { request in EditPage(editor: request.context.editor) }
    router.post("edit") { request, context in
      let fields = try await Self.fields(request)
      guard Self.isOwn(request), editing.isToken(fields["token"] ?? ""),
        let author = fields["author"], author.unicodeScalars.count <= 100
      else { throw Failure(.forbidden, "") }
      var response = Answer.seeOther("/")
      for (name, value) in [
        (Editing.tokenCookie, editing.token),
        (Editing.authorCookie, PercentCoding.encoded(author)),
      ] {
        response.setCookie(Cookie(name: name, value: value, path: "/", sameSite: .strict))
      }
      return response
    }
    router.post("curation/link") { request, context in
      let (fields, editor) = try await Self.checked(request, context)
      guard let address = fields["address"], let provision = fields["provision"],
        let citation = fields["citation"],
        let status = fields["decision"].flatMap(LinkStatus.init(rawValue:)),
        status == .confirmed || status == .rejected
      else { throw Failure(.badRequest, "") }
      try await Workers.shared.run {
        try site.store.decide(
          status, Self.provision(provision, fields), citation: citation, at: address,
          author: editor.name)
      }
      return Answer.seeOther(Links().statement(address) ?? "/")
    }
    guard let correct = site.settings.correctSpeaker else { return }
    router.post("curation/speaker") { request, context in
      let (fields, editor) = try await Self.checked(request, context)
      guard let address = fields["address"] else { throw Failure(.badRequest, "") }
      try await Workers.shared.run {
        try correct(address, try fields["person"].map { try person(named: $0) }, editor.name)
      }
      return Answer.seeOther(Links().statement(address) ?? "/")
    }
  }

  /// The one person whom a name or an id means.
  private func person(named name: String) throws -> PersonEntry {
    let found = try site.store.people(named: name, limit: 10, offset: 0)
    guard let person = found.entries.first, found.total == 1 else {
      throw Failure(
        .conflict, "「\(name)」: \(found.total)",
        candidates: found.entries.map { "\($0.id) \($0.name)" })
    }
    return person
  }

  private static func provision(_ address: String, _ fields: FormFields) -> Provision {
    let parts = address.split(separator: "#", maxSplits: 1).map(String.init)
    let row = fields["table"].map { TableRow(table: $0, label: fields["row"] ?? "") }
    return Provision(
      law: parts.first ?? "", element: parts.count > 1 ? parts[1] : nil, row: row)
  }

  private static func fields(_ request: Request) async throws -> FormFields {
    let buffer: ByteBuffer
    do {
      buffer = try await request.body.collect(upTo: 64 * 1024)
    } catch {
      throw Failure(.contentTooLarge, "")
    }
    return FormFields(String(buffer: buffer))
  }

  /// The fields of a form that an editor sent from a page of this site.
  private static func checked(
    _ request: Request, _ context: SiteContext
  ) async throws -> (FormFields, Editor) {
    let fields = try await fields(request)
    guard let editor = context.editor, !editor.name.isEmpty, isOwn(request),
      Editing.same(fields["form"] ?? "", editor.formToken)
    else { throw Failure(.forbidden, "") }
    return (fields, editor)
  }

  /// Whether a browser that tells where a form comes from says that it is this site.
  private static func isOwn(_ request: Request) -> Bool {
    if let name = HTTPField.Name("Sec-Fetch-Site"), let site = request.headers[name] {
      guard site == "same-origin" || site == "none" else { return false }
    }
    guard let origin = request.headers[.origin], origin != "null" else { return true }
    return origin.split(separator: "/").last.map(String.init) == request.head.authority
  }
}
