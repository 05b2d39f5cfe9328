import Reports
import Store

/// The hits of a search counted by one field, each value a link that narrows the search to it or,
/// where it does so already, widens it again.
struct FacetView {
  let facet: Facet
  let fields: FormFields

  /// Facets whose values are shown without being asked for.
  private static let open: Set<FacetField> = [.speaker, .body, .stance, .year]

  func view(_ words: Words) -> View {
    let query = fields["q"] ?? ""
    return [
      "name": words["facet.\(facet.field.rawValue)"],
      "open": Self.open.contains(facet.field) ? true : nil,
      "values": facet.values.map { value -> View in
        let term = value.term(facet.field)
        let isChosen = Self.terms(query).contains(term)
        let narrowed = isChosen ? Self.without(term, query) : "\(query) \(term)".trimmed
        return [
          "name": name(value, words),
          // Names of persons, bodies and laws stay as they are in any language.
          "lang": facet.field == .stance || facet.field == .year ? nil : "ja",
          "count": String(value.count),
          "chosen": isChosen ? true : nil,
          "href": "/search?" + fields.with("q", narrowed).with("page", nil).encoded,
        ]
      },
      "more": facet.total > facet.values.count
        ? words.phrase("facet.more", facet.total - facet.values.count) : nil,
    ]
  }

  private func name(_ value: FacetValue, _ words: Words) -> String {
    switch facet.field {
    case .stance: words["stance.\(value.key)"]
    case .year where words.language == .en: value.key
    default: value.label
    }
  }

  /// The parts of a query that stand between blanks outside quotation marks.
  private static func terms(_ query: String) -> [String] {
    var terms: [String] = []
    var term = ""
    var isQuoted = false
    for scalar in query.unicodeScalars {
      if scalar == "\"" { isQuoted.toggle() }
      if !isQuoted, scalar.properties.isWhitespace {
        if !term.isEmpty { terms.append(term) }
        term = ""
      } else {
        term.unicodeScalars.append(scalar)
      }
    }
    return term.isEmpty ? terms : terms + [term]
  }

  private static func without(_ term: String, _ query: String) -> String {
    terms(query).filter { $0 != term }.joined(separator: " ")
  }

  var json: JSONMember {
    JSONMember(
      facet.field.rawValue,
      [
        "total": .integer(facet.total), "without": .integer(facet.without),
        "values": .array(
          facet.values.map { value in
            [
              "key": .string(value.key), "label": .string(value.label),
              "count": .integer(value.count), "term": .string(value.term(facet.field)),
            ]
          }),
      ])
  }
}
