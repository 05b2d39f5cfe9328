import Foundation
import JapaneseText

/// Groups of words that mean the same, from a file that people read and change
/// (`Corpus/lexicons/synonyms.json`).
///
/// A word of a query that is a word of a group is searched together with the others of the group;
/// not in a phrase, and not as a part of a longer word.
package struct Synonyms: Hashable, Sendable {
  /// The others of each word's group, by the word folded without blanks.
  private let others: [String: [String]]

  /// A group of the file.
  private struct Group: Decodable {
    var words: [String]
    var note: String?
  }

  private struct File: Decodable {
    var version: Int
    var groups: [Group]
  }

  /// Reads and validates the file.
  ///
  /// - Throws: `SynonymsError` naming the group and what is wrong with it.
  package static func load(json: [UInt8]) throws(SynonymsError) -> Synonyms {
    let file: File
    do {
      file = try JSONDecoder().decode(File.self, from: Data(json))
    } catch {
      throw SynonymsError(group: nil, reason: "no such JSON as synonyms.md describes: \(error)")
    }
    guard file.version == 1 else {
      throw SynonymsError(group: nil, reason: "version \(file.version) is not 1")
    }
    return try Synonyms(groups: file.groups.map(\.words))
  }

  /// Makes a list of groups of words.
  ///
  /// - Throws: `SynonymsError` where a group has fewer than two words, or a word no characters, or
  ///   stands twice.
  package init(groups: [[String]]) throws(SynonymsError) {
    var others: [String: [String]] = [:]
    for (index, words) in groups.enumerated() {
      let number = index + 1
      guard words.count >= 2 else {
        throw SynonymsError(group: number, reason: "it has fewer than two words")
      }
      for word in words {
        let key = SearchTerms.key(word)
        if key.isEmpty { throw SynonymsError(group: number, reason: "「\(word)」 has no characters") }
        if others[key] != nil {
          throw SynonymsError(group: number, reason: "「\(word)」 stands in two places")
        }
        others[key] = words.filter { $0 != word }
      }
    }
    self.others = others
  }

  /// The words that mean the same as a word; none for one that is in no group.
  package func others(of word: String) -> [String] { others[SearchTerms.key(word)] ?? [] }
}

/// What is wrong with a file of synonyms.
package struct SynonymsError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The group by its place, from 1.
  package var group: Int?
  package var reason: String

  package var description: String {
    (group.map { "group \($0): " } ?? "") + reason
  }
}

extension SearchExpression {
  /// The words with the others of their groups beside them.
  package func adding(_ synonyms: Synonyms) -> SearchExpression {
    switch self {
    case .word(let word):
      let others = synonyms.others(of: word)
      return others.isEmpty ? self : .any([self] + others.map(SearchExpression.word))
    case .phrase, .prefix: return self
    case .near(let parts, let distance):
      return .near(parts.map { $0.adding(synonyms).flattened }, distance: distance)
    case .all(let parts): return .all(parts.map { $0.adding(synonyms) })
    case .any(let parts): return .any(parts.map { $0.adding(synonyms) })
    case .not(let part): return .not(part.adding(synonyms))
    }
  }

  /// Words joined by OR inside words joined by OR as one row.
  private var flattened: SearchExpression {
    guard case .any(let parts) = self else { return self }
    return .any(
      parts.flatMap { part in
        if case .any(let inner) = part { return inner }
        return [part]
      })
  }
}
