package import Deliberation

/// The addresses of pages on the site, or in a folder of files.
///
/// What an address names in the minutes stands in the address of its page: `BODY/86#12` is
/// `/meetings/BODY/86#12`; of a record in several pages `/meetings/BODY/86?page=3#512`.
package struct Links: Sendable {
  /// The files of a static export by the path that the page has on the site; nil for the site.
  private let files: [String: String]?
  /// The origin to put before addresses in citations (`http://127.0.0.1:8080`); empty where none.
  package var origin: String

  /// The links of the site.
  package init(origin: String = "") {
    files = nil
    self.origin = origin
  }

  /// The links among exported files; what was not exported is not linked.
  package init(files: [String: String]) {
    self.files = files
    origin = ""
  }

  package var isStatic: Bool { files != nil }

  /// The page of a meeting, a record, an agenda item (`BODY/86/1.2`) or the place of a statement
  /// (`BODY/86#12`).
  package func meeting(_ address: String) -> String? {
    let parts = address.split(separator: "#", maxSplits: 1).map(String.init)
    guard let page = link("/meetings/" + parts[0]) else { return nil }
    guard parts.count > 1 else { return page }
    let number = isStatic ? 1 : ReadingPages.page(ofStatement: parts[1])
    return page + (number > 1 ? "?page=\(number)" : "") + "#" + PercentCoding.encoded(parts[1])
  }

  /// The page of one statement, with everything that was found in it.
  package func statement(_ address: String) -> String? {
    link("/statements/" + address.replacing("#", with: "/"))
  }

  package func person(_ id: PersonID?) -> String? { id.flatMap { link("/people/\($0)") } }

  package func provision(_ provision: Provision) -> String? {
    link("/provisions/\(provision.law)" + (provision.element.map { "/\($0)" } ?? ""))
  }

  /// The page of a body by its path.
  package func body(_ path: String) -> String? { link("/bodies/" + path) }

  package func matrix(_ address: String) -> String? { link("/matrix/" + address) }

  /// The line of the source from which a record was read.
  package func source(_ record: String, line: Int?) -> String? {
    link("/sources/" + record).map { $0 + (line.map { "#L\($0)" } ?? "") }
  }

  package func search(_ query: String) -> String? {
    link("/search").map { "\($0)?q=\(PercentCoding.encoded(query))" }
  }

  /// A page by the path that it has on the site, not encoded.
  package func link(_ path: String) -> String? {
    if let files { return files[path].map { PercentCoding.encodedPath($0) } }
    return PercentCoding.encodedPath(path)
  }

  /// A file that pages load (`site.css`).
  package func file(_ name: String) -> String {
    isStatic ? name : "/files/\(name)?v=\(SiteFile.version)"
  }
}
