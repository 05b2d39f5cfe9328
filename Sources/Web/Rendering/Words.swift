package import Deliberation
package import JapaneseText
import Mustache

/// The words of the pages in one language.
///
/// Templates ask for them as `{{t.search}}`; `Words/words.tsv` has them all: key, Japanese, English.
package struct Words: Sendable, MustacheParent {
  package let language: Language
  private let words: [String: String]

  private static let tables: [Language: [String: String]] = {
    var tables: [Language: [String: String]] = [:]
    let text = String(decoding: PackageResources.words_tsv, as: UTF8.self)
    for line in text.utf8.split(separator: 0x0A) {
      let columns = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(Substring($0)) }
      guard columns.count == 3 else { continue }
      tables[.ja, default: [:]][columns[0]] = columns[1]
      tables[.en, default: [:]][columns[0]] = columns[2]
    }
    return tables
  }()

  package init(_ language: Language) {
    self.language = language
    words = Self.tables[language] ?? [:]
  }

  package func child(named: String) -> Any? { words[named] }

  /// The word under a key; the key itself where there is none, so that a gap is seen.
  package subscript(key: String) -> String { words[key] ?? key }

  /// The word under a key, nil where there is none.
  package func find(_ key: String) -> String? { words[key] }

  /// A phrase with its blanks filled: `{0}`, `{1}` and so on.
  package func phrase(_ key: String, _ values: String...) -> String {
    var text = self[key]
    for (place, value) in values.enumerated() {
      text = text.replacing("{\(place)}", with: value)
    }
    return text
  }

  package func phrase(_ key: String, _ count: Int) -> String {
    phrase(language == .en && count == 1 ? key + ".one" : key, String(count))
  }

  package var keys: Set<String> { Set(words.keys) }
}

extension Words {
  package subscript(stance: Stance) -> String { self["stance.\(stance.rawValue)"] }
  package subscript(kind: SpeakerKind) -> String { self["kind.\(kind.rawValue)"] }
  package subscript(basis: LinkBasis) -> String { self["basis.\(basis.rawValue)"] }
  package subscript(level: Level) -> String { self["level.\(level.rawValue)"] }

  /// A date as staff write it: 令和7年5月13日（火） in Japanese, 13 May 2025 in English.
  package func date(_ date: CalendarDate?) -> String? {
    guard let date else { return nil }
    if language == .en {
      return "\(date.day) \(self["month.\(date.month)"]) \(date.year)"
    }
    return "\(date.era)（\(self["weekday.\(date.weekday)"])）"
  }
}
