import Deliberation
import GRDB
import JapaneseText

/// Rows of `provisionLink`: links, and candidates below the threshold.
enum ProvisionLinkRow {
  static let columns = [
    "statement", "candidate", "position", "law", "element", "article", "rowTable", "rowLabel",
    "revision", "citation", "basis", "confidence", "evidenceFrom", "evidenceTo", "via", "rule",
    "status", "words",
  ]

  static func values(
    _ link: ProvisionLink, statement: Int64, candidate: Bool, ordinal: Int
  ) -> [(any DatabaseValueConvertible)?] {
    [
      statement, candidate, ordinal, link.provision.law, link.provision.element,
      link.provision.articleElement, link.provision.row?.table, link.provision.row?.label,
      link.revision, link.citation, link.basis.rawValue, link.confidence, link.evidence?.from,
      link.evidence?.to, link.via, link.rule, link.status.rawValue, link.words,
    ]
  }

  /// The columns that `link(_:)` reads, of `provisionLink p`.
  static let selection = """
    p.law, p.element, p.rowTable, p.rowLabel, p.revision, p.citation, p.basis, p.confidence,
    p.evidenceFrom, p.evidenceTo, p.via, p.rule, p.status, p.words
    """

  static func link(_ row: Row, from first: Int = 0) -> ProvisionLink {
    let table: String? = row[first + 2]
    let label: String? = row[first + 3]
    var link = ProvisionLink(
      provision: Provision(
        law: row[first], element: row[first + 1],
        row: table.map { TableRow(table: $0, label: label ?? "") }),
      citation: row[first + 5], basis: LinkBasis(rawValue: row[first + 6]) ?? .similarity,
      evidence: row.span(first + 8, first + 9).map(TextSpan.init), via: row[first + 10],
      rule: row[first + 11])
    link.revision = row[first + 4]
    link.confidence = row[first + 7]
    link.status = LinkStatus(rawValue: row[first + 12]) ?? .machine
    link.words = row[first + 13]
    return link
  }
}
