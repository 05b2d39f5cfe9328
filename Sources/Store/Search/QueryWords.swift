import Deliberation
import JapaneseText

/// Writes queries: the way back from trees and filters to what people type.
enum QueryWords {
  /// A value of a field, in quotation marks where it holds blanks or signs.
  static func quoted(_ value: String) -> String {
    let isPlain = value.unicodeScalars.allSatisfy { scalar in
      !scalar.isSpace && !"\"＂“”„‟〝〞〟()（）「」『』,、，".unicodeScalars.contains(scalar)
    }
    return isPlain && !value.isEmpty ? value : inQuotes(value)
  }

  static func inQuotes(_ value: String) -> String {
    "\"\(value.filter { !"\"＂“”„‟〝〞〟".contains($0) })\""
  }
}

extension SearchFilter {
  /// The filter as fields of a query; parsed again they give this filter.
  ///
  /// `includesBelow` has no field.
  package var fields: String {
    var parts: [String] = []
    func add(_ name: String, _ values: [String]) {
      parts += values.map { "\(name):\(QueryWords.quoted($0))" }
    }
    add("speaker", speakers)
    add("role", roles)
    add("org", organisations)
    add("body", bodies)
    add("meeting", meetings)
    add("agenda", agenda)
    add("from", [from].compactMap { $0?.description })
    add("until", [until].compactMap { $0?.description })
    add("stance", stances.map(\.rawValue))
    add("law", laws)
    add("article", articles)
    add("basis", bases.map(\.rawValue))
    if kinds != [.statement] { add("kind", kinds.map(\.rawValue)) }
    return parts.joined(separator: " ")
  }
}

extension SearchExpression {
  /// The words as the query language writes them; parsed again they give the same tree.
  package var query: String {
    switch self {
    case .word(let word):
      // What would be read as something else is quoted.
      (try? SearchQuery.parse(word))?.words == self ? word : QueryWords.inQuotes(word)
    case .phrase(let phrase): "\"\(phrase)\""
    case .prefix(let word): word + "*"
    case .near(let parts, let distance):
      parts.map(\.operand).joined(separator: " NEAR/\(distance) ")
    case .all(let parts): parts.map(\.operand).joined(separator: " ")
    case .any(let parts): parts.map(\.operand).joined(separator: " OR ")
    case .not(let part): "-" + part.operand
    }
  }

  /// The words as a part of others: in brackets where they are several.
  private var operand: String {
    switch self {
    case .word, .phrase, .prefix, .not: query
    case .near, .all, .any: "(\(query))"
    }
  }
}
