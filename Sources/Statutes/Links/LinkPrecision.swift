import Foundation
package import Deliberation

/// How often links of a basis and rule were right when somebody read them.
///
/// The figures are counted from `Corpus/gold/links.jsonl`, the judged draws; a group of fewer than
/// twenty links has none.
package struct LinkPrecision: Sendable {
  /// Right links and judged links.
  package struct Share: Hashable, Sendable {
    package var right = 0
    package var judged = 0

    package var value: Double? { judged < 20 ? nil : Double(right) / Double(judged) }
  }

  package private(set) var shares: [String: Share] = [:]

  package static let none = LinkPrecision()

  private init() {}

  /// Counts the verdicts of a judged draw: one JSON object a line with basis, rule and right.
  ///
  /// - Throws: `CatalogueError` for a line that is no verdict.
  package init(verdicts: [UInt8], file: String = "links.jsonl") throws(CatalogueError) {
    for (number, line) in verdicts.split(separator: 0x0A).enumerated() {
      let verdict: Verdict
      do {
        verdict = try JSONDecoder().decode(Verdict.self, from: Data(line))
      } catch {
        throw .malformed(file: file, reason: "line \(number + 1): \(error)")
      }
      for key in Set([verdict.basis, Self.key(verdict.basis, verdict.rule)]) {
        shares[key, default: Share()].judged += 1
        if verdict.right { shares[key, default: Share()].right += 1 }
      }
    }
  }

  private struct Verdict: Decodable {
    let basis, rule: String
    let right: Bool
  }

  /// The share of its rule, else of its kind of rule; nil where too few were judged.
  package func of(_ link: ProvisionLink) -> Double? {
    shares[Self.key(link.basis.rawValue, link.rule)]?.value
  }

  /// Citations by their kind; topics by their file.
  private static func key(_ basis: String, _ rule: String) -> String {
    guard basis == "explicit" else {
      return "\(basis)/\(rule.split(separator: "/").first ?? "")"
    }
    return "\(basis)/\(rule == "citation/lawOnly" ? "law" : "provision")"
  }
}
