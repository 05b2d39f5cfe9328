import JapaneseText

/// What a field of the head holds; the labels of each kind are in `front-fields.tsv`.
enum FieldKind: String, Sendable {
  case date, clock, place, title, number, present, absent, audience, agenda, held, body, documents
  case contact, other
  /// A field whose name is in no data file; it only ends the one above.
  case unknown
}

/// The words by which the head of minutes is read: three data files, folded once.
struct HeadLexicon: Sendable {
  static let current = HeadLexicon()

  /// Labels of fields, and those that are known by their end only.
  let labels: WordTable<FieldKind>
  let labelEnds: WordTable<FieldKind>
  /// Words of titles by kind (`suffix`, `verbatim`, …), from `bodies.tsv`.
  let titleWords: [String: WordTable<String>]
  /// The kinds of pages that are no minutes, with the words that show it.
  let pages: WordTable<String>
  /// Words of roles by kind (`chair`, `group member`, …), from `roles.tsv`.
  let roleWords: [String: WordTable<String>]
  /// Every role, to find where a name ends; the value is the kind.
  let roles: WordTable<String>
  /// The kinds of groups in an attendance list.
  let groups: WordTable<String>
  let ministries: WordTable<String>

  private init() {
    let fields = Self.rows(PackageResources.front_fields_tsv)
    var labels: [(String, FieldKind)] = []
    var ends: [(String, FieldKind)] = []
    for row in fields {
      guard let kind = FieldKind(rawValue: row.kind) else { continue }
      for word in row.words {
        if word.hasPrefix("*") {
          ends.append((String(word.dropFirst()), kind))
        } else {
          labels.append((word, kind))
        }
      }
    }
    self.labels = WordTable(labels)
    labelEnds = WordTable(ends)
    let titles = Self.rows(PackageResources.bodies_tsv)
    titleWords = Self.tables(titles)
    pages = WordTable(
      titles.filter { $0.kind.contains("(") }.flatMap { row in row.words.map { ($0, row.kind) } })
    let roleRows = Self.rows(PackageResources.roles_tsv)
    roleWords = Self.tables(roleRows)
    let roleKinds = ["post", "member", "deputyChair", "chair"]
    roles = WordTable(
      roleRows.filter { roleKinds.contains($0.kind) }
        .flatMap { row in row.words.map { ($0, row.kind) } })
    groups = WordTable(
      roleRows.filter { $0.kind.hasPrefix("group ") }
        .flatMap { row in row.words.map { ($0, String(row.kind.dropFirst(6))) } })
    ministries = roleWords["ministry"] ?? WordTable([])
  }

  /// Whether a text ends in a word of a kind of title words.
  func titleEnd(_ kind: String, in key: Scalars, from: Int = 0, to: Int? = nil) -> Int? {
    titleWords[kind]?.suffix(of: key, from: from, to: to ?? key.count)?.length
  }

  private static func tables(_ rows: [Row]) -> [String: WordTable<String>] {
    var tables: [String: WordTable<String>] = [:]
    for row in rows { tables[row.kind] = WordTable(row.words.map { ($0, row.kind) }) }
    return tables
  }

  private struct Row {
    var kind: String
    var words: [String]
  }

  /// The rows of a data file: kind, tab, words parted by blanks; `#` begins a comment.
  private static func rows(_ bytes: [UInt8]) -> [Row] {
    String(decoding: bytes, as: UTF8.self).split(separator: "\n").compactMap { line in
      guard !line.hasPrefix("#"), let tab = line.firstIndex(of: "\t") else { return nil }
      let words = line[line.index(after: tab)...].split(separator: " ").map(String.init)
      return Row(kind: String(line[..<tab]), words: words)
    }
  }
}

/// Words with a value, found at the start or at the end of a stretch of a folded text.
struct WordTable<Value: Sendable>: Sendable {
  private typealias Entry = (word: Scalars, value: Value)
  private let byFirst: [Unicode.Scalar: [Entry]]
  private let byLast: [Unicode.Scalar: [Entry]]

  /// Words are folded as lines of the head are; the first of equal words wins.
  init(_ words: [(String, Value)]) {
    let folded: [Entry] = words.map { (HeadLine.fold($0.0), $0.1) }.filter { !$0.0.isEmpty }
    let sorted = folded.enumerated().sorted {
      ($1.element.word.count, $0.offset) < ($0.element.word.count, $1.offset)
    }.map(\.element)
    byFirst = Dictionary(grouping: sorted) { $0.word[0] }
    byLast = Dictionary(grouping: sorted) { $0.word[$0.word.count - 1] }
  }

  /// The longest word that stands at `from` and ends at or before `to`.
  func prefix(of key: Scalars, from: Int, to: Int) -> (length: Int, value: Value)? {
    guard from < to, let entries = byFirst[key[from]] else { return nil }
    for entry in entries where from + entry.word.count <= to && key.starts(entry.word, at: from) {
      return (entry.word.count, entry.value)
    }
    return nil
  }

  /// The longest word that ends at `to` and starts at or after `from`.
  func suffix(of key: Scalars, from: Int, to: Int) -> (length: Int, value: Value)? {
    guard from < to, let entries = byLast[key[to - 1]] else { return nil }
    for entry in entries
    where to - entry.word.count >= from && key.starts(entry.word, at: to - entry.word.count) {
      return (entry.word.count, entry.value)
    }
    return nil
  }

  /// The value of exactly this text.
  func value(of key: Scalars) -> Value? {
    guard let found = prefix(of: key, from: 0, to: key.count), found.length == key.count else {
      return nil
    }
    return found.value
  }

  /// Whether a word stands anywhere in the text: the first by place, the longest there.
  func first(
    in key: Scalars, from: Int = 0, to: Int? = nil
  ) -> (at: Int, length: Int, value: Value)? {
    var offset = from
    let end = to ?? key.count
    while offset < end {
      if let found = prefix(of: key, from: offset, to: end) {
        return (offset, found.length, found.value)
      }
      offset += 1
    }
    return nil
  }
}
