package import JapaneseText

/// A provision of a law: the law and the element in it, by e-Gov's identifiers.
package struct Provision: Hashable, Sendable, Comparable {
  /// `360M50001000025`; `doc:…` for a rule that is not a law.
  package var law: String
  /// Element id in the short form (`Mp-At_58-Pr_2-It_1`); nil means the law as a whole.
  package var element: String?
  /// The row of a table, where the provision is one.
  package var row: TableRow?

  package init(law: String, element: String?, row: TableRow? = nil) {
    self.law = law
    self.element = element
    self.row = row
  }

  /// The element id cut at the article: `Mp-At_58` of `Mp-At_58-Pr_2-It_1`.
  package var articleElement: String? {
    guard let element else { return nil }
    let parts = element.split(separator: "-")
    guard let article = parts.firstIndex(where: { $0.hasPrefix("At_") }) else { return element }
    return parts[...article].joined(separator: "-")
  }

  /// The article's number in e-Gov's form (`58_2`), where the provision lies in an article.
  package var articleNumber: String? {
    guard let last = articleElement?.split(separator: "-").last, last.hasPrefix("At_") else {
      return nil
    }
    return String(last.dropFirst(3))
  }

  /// `LAW_ID#ELM`.
  package var address: String { element.map { "\(law)#\($0)" } ?? law }

  package static func < (left: Provision, right: Provision) -> Bool {
    (left.law, left.element ?? "", left.row?.label ?? "")
      < (right.law, right.element ?? "", right.row?.label ?? "")
  }
}

/// A row of a table inside a provision, which has no element id of its own.
package struct TableRow: Hashable, Sendable {
  package var table: String
  package var label: String

  package init(table: String, label: String) {
    self.table = table
    self.label = label
  }
}

/// How many rows and columns a cell of a table takes.
package struct CellSpan: Hashable, Sendable {
  package var rows: Int
  package var columns: Int

  package init(rows: Int = 1, columns: Int = 1) {
    self.rows = rows
    self.columns = columns
  }
}

/// Why a statement is linked to a provision, in falling order of trust.
package enum LinkBasis: String, Sendable, CaseIterable, Comparable {
  /// The statement cites it.
  case explicit
  /// A term of the topic catalogue or of the law stands in the statement.
  case term
  /// The rule that is delegated by, or delegates, what the statement addresses.
  case delegation
  /// Inherited from the agenda item.
  case agenda
  /// Inherited from the statement agreed with or answered.
  case relation
  /// The texts are alike.
  case similarity

  /// Whether answers by provision count it without being asked; the others stand apart as 推定.
  package var isDirect: Bool { self == .explicit || self == .term || self == .delegation }

  package static func < (left: LinkBasis, right: LinkBasis) -> Bool {
    let order = LinkBasis.allCases
    return (order.firstIndex(of: left) ?? 0) < (order.firstIndex(of: right) ?? 0)
  }
}

/// Who stands behind a link.
package enum LinkStatus: String, Sendable {
  case machine, confirmed, rejected, added
}

/// A stretch of a statement tied to the provision that it addresses.
package struct ProvisionLink: Hashable, Sendable {
  package var provision: Provision
  /// The revision in force on the day of the meeting (`law_revision_id`); nil where not known.
  package var revision: String?
  /// The provision in words (電気通信事業法施行規則第58条第2項第1号).
  package var citation: String
  package var basis: LinkBasis
  /// Precision measured for this basis and rule; nil where none was measured.
  package var confidence: Double?
  /// The words of the statement that led to the link, in offsets of its text; nil for a link that
  /// is wholly inherited.
  package var evidence: TextSpan?
  /// The words of the law that led to it, where the law's own text did.
  package var words: String?
  /// Where an inherited link comes from: an agenda path (`1.2`) or a statement (`#4`).
  package var via: String?
  /// The entry of the catalogue, or the rule, that fired.
  package var rule: String
  package var status: LinkStatus = .machine

  package init(
    provision: Provision, citation: String, basis: LinkBasis, evidence: TextSpan?,
    via: String? = nil, rule: String
  ) {
    self.provision = provision
    self.citation = citation
    self.basis = basis
    self.evidence = evidence
    self.via = via
    self.rule = rule
  }
}
