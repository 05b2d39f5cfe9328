import Deliberation
import JapaneseText

/// The fields of the query language and their values.
package enum QueryFields {
  /// The names that may stand before a colon.
  package static let names = [
    "speaker", "role", "org", "body", "meeting", "agenda", "date", "from", "until", "stance", "law",
    "article", "basis", "kind",
  ]

  /// The Japanese words for the fields.
  package static let japanese = [
    "発言者": "speaker", "役職": "role", "所属": "org", "会議体": "body", "会議": "meeting", "議事": "agenda",
    "議題": "agenda", "日付": "date", "開催日": "date", "立場": "stance", "賛否": "stance", "法令": "law",
    "条項": "article", "種別": "kind",
  ]

  /// The field of a name as typed, in lower case; nil for a word that is none.
  static func name(_ typed: String) -> String? {
    names.contains(typed) ? typed : japanese[typed]
  }

  /// The field that somebody meant who mistyped it; nil where the word is too far from all.
  static func nearest(to typed: String) -> String? {
    guard typed.count >= 4, typed.allSatisfy({ $0.isASCII && $0.isLetter }) else { return nil }
    return names.first { $0.count >= 4 && distance(Array($0), Array(typed)) == 1 }
      ?? names.first { $0.count >= 6 && distance(Array($0), Array(typed)) == 2 }
  }

  /// Letters to add, to take away, to change or to swap with a neighbour.
  private static func distance(_ left: [Character], _ right: [Character]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for row in 1...max(1, left.count) where row <= left.count {
      var line = [row]
      for column in 1...max(1, right.count) where column <= right.count {
        let same = left[row - 1] == right[column - 1]
        var least = min(line[column - 1] + 1, last[column] + 1, last[column - 1] + (same ? 0 : 1))
        if row > 1, column > 1, left[row - 1] == right[column - 2],
          left[row - 2] == right[column - 1]
        {
          least = min(least, before[column - 2] + 1)
        }
        line.append(least)
      }
      before = last
      last = line
    }
    return last[right.count]
  }

  /// Puts the value of a field into the filter; returns what is wrong with it, if anything, and the
  /// value that was meant, where there is one near it.
  static func set(
    _ field: String, _ value: String, in filter: inout SearchFilter, kinds: inout [SearchKind]
  ) -> (problem: QueryError.Problem, meant: String?)? {
    switch field {
    case "speaker": filter.speakers.append(value)
    case "role": filter.roles.append(value.replacing("＊", with: "*"))
    case "org": filter.organisations.append(value)
    case "body": filter.bodies.append(value)
    case "meeting": filter.meetings.append(value)
    case "agenda": filter.agenda.append(value)
    case "law": filter.laws.append(value)
    case "article": filter.articles.append(value)
    case "date", "from", "until":
      guard let range = dates(value) else {
        let problem = QueryError.Problem.badValue(
          field: field, value: value,
          allowed: "2025-05-13, 2025-05, 2025, 令和7年5月13日, R7.5.13, 令和7年度, R7.4..R7.6")
        return (problem, nil)
      }
      // Several dates narrow each other.
      if field != "until", let day = range.from { filter.from = max(filter.from ?? day, day) }
      if field != "from", let day = range.until { filter.until = min(filter.until ?? day, day) }
    case "stance":
      return read(field, value, named: stances) { filter.stances.append($0) }
    case "basis":
      return read(field, value, named: bases) { filter.bases.append($0) }
    default:
      if Self.plain(value) == "all" || value == "すべて" {
        kinds = SearchKind.allCases
        return nil
      }
      return read(field, value, named: kindNames) { kinds.append($0) }
    }
    return nil
  }

  /// Reads values parted by commas, by their keys or their Japanese names.
  private static func read<Value: RawRepresentable<String> & CaseIterable>(
    _ field: String, _ value: String, named names: [(String, Value)], _ take: (Value) -> Void
  ) -> (QueryError.Problem, String?)? {
    for word in value.split(whereSeparator: { ",、，".contains($0) }).map(String.init) {
      let typed = plain(word)
      let match =
        Value.allCases.first { plain($0.rawValue) == typed } ?? names.first { $0.0 == word }?.1
      if let match {
        take(match)
        continue
      }
      let keys = Value.allCases.map(\.rawValue) + names.map(\.0)
      let meant = keys.first { distance(Array(plain($0)), Array(typed)) == 1 && $0.count > 2 }
      let allowed = Value.allCases.map { value in
        let name = names.first { $0.1.rawValue == value.rawValue }?.0
        return value.rawValue + (name.map { "（\($0)）" } ?? "")
      }.joined(separator: ", ")
      return (
        .badValue(
          field: field, value: value, allowed: allowed + (field == "kind" ? ", all（すべて）" : "")),
        meant
      )
    }
    return nil
  }

  /// Letters of any width in lower case.
  private static func plain(_ text: String) -> String { FoldedText(text.scalars).text }

  private static let stances: [(String, Stance)] = [
    ("賛成", .support), ("賛同", .support), ("条件付き賛成", .conditionalSupport),
    ("条件付賛成", .conditionalSupport), ("反対", .oppose), ("懸念", .concern), ("要望", .request),
    ("質問", .question), ("回答", .answer), ("意見", .comment),
  ]

  private static let kindNames: [(String, SearchKind)] = [
    ("発言", .statement), ("経過", .event), ("議事", .agenda), ("議題", .agenda), ("資料", .document),
    ("出席", .attendance), ("出席者", .attendance),
  ]

  private static let bases: [(String, LinkBasis)] = [
    ("明示", .explicit), ("用語", .term), ("委任", .delegation), ("議事", .agenda), ("関係", .relation),
    ("類似", .similarity),
  ]
}
