import Deliberation
import GRDB
import JapaneseText

/// A later statement that may settle a promise, with what it has in common with it.
///
/// It is a candidate for a human to look at, and no more.
package struct UndertakingCandidate: Hashable, Sendable {
  package var statement: StatementReference
  /// Words of the promise that the statement holds, folded.
  package var words: [String]
  /// Whether both touch on one article.
  package var sharesProvision: Bool
  package var text: String
}

extension RecordStore {
  /// For each promise the later statements that may settle it: of the same body, in a later meeting,
  /// with the same words or on the same article; the best first.
  ///
  /// - Parameters:
  ///   - entries: Promises, as `undertakings` gives them.
  ///   - limit: The most candidates for one promise.
  /// - Returns: Candidates in the order of the promises; empty for a promise of an undated meeting.
  /// - Throws: `StoreError` where the index cannot be read.
  package func candidates(
    settling entries: [UndertakingEntry], limit: Int = 3
  ) throws(StoreError) -> [[UndertakingCandidate]] {
    try reading { database in
      var finder = CandidateFinder(database: database, limit: limit)
      return try entries.map { try finder.candidates($0) }
    }
  }
}

/// Finds later statements by the words of a promise, through the search index and the links.
private struct CandidateFinder {
  let database: Database
  let limit: Int
  private var records: [String: [Int64]] = [:]

  init(database: Database, limit: Int) {
    self.database = database
    self.limit = limit
  }

  /// How many statements are looked at for one promise.
  private static let reach = 60

  mutating func candidates(_ entry: UndertakingEntry) throws -> [UndertakingCandidate] {
    guard let date = entry.statement.meeting.date, limit > 0 else { return [] }
    let later = try laterRecords(entry.statement.meeting.address, after: date)
    guard !later.isEmpty else { return [] }
    let words = PromiseWords.of(entry.what)
    let articles = try articles(of: entry.statement.address)
    var ids = try statements(with: words, in: later, after: date)
    let linked = try statements(on: articles, in: later)
    ids += linked.filter { !ids.contains($0) }
    let onArticle = Set(linked)
    return try ids.compactMap { id in
      try candidate(id, words: words, sharesProvision: onArticle.contains(id))
    }.sorted { ($1.weight, $0.order) < ($0.weight, $1.order) }.prefix(limit).map(\.candidate)
  }

  /// The records of later meetings of the bodies of a meeting.
  private mutating func laterRecords(_ meeting: String, after date: CalendarDate) throws -> [Int64]
  {
    if let known = records[meeting] { return known }
    let found = try Int64.fetchAll(
      database,
      sql: """
        SELECT DISTINCT r.id FROM meeting m CROSS JOIN meetingBody a ON a.meeting = m.id
        CROSS JOIN meetingBody b ON b.body = a.body CROSS JOIN record r ON r.meeting = b.meeting
        WHERE m.address = ? AND r.date > ?
        """, arguments: [meeting, date.description])
    records[meeting] = found
    return found
  }

  private func articles(of address: String) throws -> [String] {
    try String.fetchAll(
      database.cachedStatement(
        sql: """
          SELECT DISTINCT p.article FROM identity i CROSS JOIN statement s ON s.identity = i.id
          CROSS JOIN provisionLink p ON p.statement = s.id
          WHERE i.address = ? AND p.candidate = 0 AND p.status <> 'rejected'
            AND p.article IS NOT NULL AND p.basis IN ('explicit', 'term', 'delegation')
          """), arguments: [address])
  }

  /// The statements that hold most of the words, by the ranking of the index.
  private func statements(
    with words: [String], in records: [Int64], after date: CalendarDate
  ) throws -> [Int64] {
    guard !words.isEmpty else { return [] }
    let first = SearchIndex.ids(
      from: SearchIndex.day(date) + 1, to: SearchIndex.day(date) + 1
    ).lowerBound
    guard let query = TextQuery(.any(words.map { .word($0) }), isExact: true) else { return [] }
    var search = IndexSearch(database: database, collection: .statement, query: query)
    search.range = first ... .max
    search.among = try Int64.fetchAll(
      database,
      sql: """
        SELECT s.id FROM json_each(?) j CROSS JOIN statement s ON s.record = j.value ORDER BY s.id
        """, arguments: [Packed.indices(records.map { Int($0) })])
    return try search.run(.top(Self.reach)).top.map(\.id)
  }

  private func statements(on articles: [String], in records: [Int64]) throws -> [Int64] {
    guard !articles.isEmpty else { return [] }
    return try Int64.fetchAll(
      database,
      sql: """
        SELECT DISTINCT s.id FROM provisionLink p CROSS JOIN statement s ON s.id = p.statement
        WHERE p.article IN (SELECT value FROM json_each(?)) AND p.candidate = 0
          AND p.status <> 'rejected' AND p.basis IN ('explicit', 'term', 'delegation')
          AND s.record IN (SELECT value FROM json_each(?))
        ORDER BY s.id LIMIT \(Self.reach)
        """,
      arguments: [Packed.strings(articles), Packed.indices(records.map { Int($0) })])
  }

  private struct Weighed {
    var candidate: UndertakingCandidate
    /// Distinct words, longer ones more, and the article.
    var weight: Int
    var order: Int64
  }

  /// Two words in common, one long one, or the article and a word: less is chance.
  private func candidate(
    _ id: Int64, words: [String], sharesProvision: Bool
  ) throws -> Weighed? {
    guard
      let row = try Row.fetchOne(
        database.cachedStatement(
          sql: """
            SELECT \(StatementQuery.selection), s.text
            FROM statement s \(StatementQuery.tables) WHERE s.id = ?
            """), arguments: [id])
    else { return nil }
    let text: String = row[StatementQuery.width]
    let key = SearchTerms.key(text)
    let shared = words.filter(key.contains)
    let weight =
      shared.reduce(0) { $0 + min($1.unicodeScalars.count, 6) } + (sharesProvision ? 4 : 0)
    guard weight >= 6, !shared.isEmpty else { return nil }
    return Weighed(
      candidate: UndertakingCandidate(
        statement: StatementQuery.reference(row), words: shared, sharesProvision: sharesProvision,
        text: text), weight: weight, order: id)
  }
}

/// The words by which a promise can be known again: runs of kanji, katakana or letters, without the
/// words of every promise.
enum PromiseWords {
  static func of(_ text: String) -> [String] {
    var words: [String] = []
    var run = Scalars()
    func close() {
      defer { run = [] }
      let word = String(run)
      guard run.count > 1, !common.contains(word), !words.contains(word) else { return }
      words.append(word)
    }
    var last: Kind?
    for scalar in FoldedText(text.scalars, blanks: .dropAll).scalars {
      let kind = Kind(scalar)
      if kind != last { close() }
      if kind != nil { run.append(scalar) }
      last = kind
    }
    close()
    return words
  }

  private enum Kind {
    case kanji, katakana, letter

    init?(_ scalar: Unicode.Scalar) {
      if scalar.isKanji {
        self = .kanji
      } else if scalar.isKatakana {
        self = .katakana
      } else if scalar.properties.isAlphabetic, !scalar.isKana {
        self = .letter
      } else {
        return nil
      }
    }
  }

  /// Words that stand in promises of every kind.
  private static let common: Set<String> = [
    "検討", "対応", "議論", "意見", "構成員", "委員", "委員会", "部会", "審議会", "次回", "会合", "会議", "今回",
    "今後", "本日", "引続", "指摘", "御指摘", "御意見", "必要", "資料", "説明", "報告", "相談", "事務局", "皆様",
    "内容", "場合", "観点", "方向", "実施", "確認", "整理", "以上", "先生", "部分", "状況", "十分", "参考", "考慮",
    "反映", "提示", "回答", "質問", "御質問", "議事", "議題", "関係", "同様", "適切", "重要", "非常", "是非", "追加",
  ]
}
