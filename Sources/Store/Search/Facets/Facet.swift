import Deliberation
import GRDB

/// By what the hits of a search can be counted.
package enum FacetField: String, Sendable, CaseIterable {
  case speaker, role, body, year, stance, law, article
}

/// One value of a facet with the number of hits that have it.
package struct FacetValue: Hashable, Sendable {
  /// The value as the field of the query takes it: a person id, a path of a body, `2025`,
  /// `LAW#Mp-At_58`.
  package var key: String
  /// The value as people read it; of a law its title where its text is loaded, else its id.
  package var label: String
  /// The statements that the query finds when the value is added as a condition.
  package var count: Int

  /// The field with the value, to be added to a query.
  package func term(_ field: FacetField) -> String {
    let name = field == .year ? "date" : field == .article ? "law" : field.rawValue
    return "\(name):\(QueryWords.quoted(key))"
  }
}

/// The hits of a search counted by one field.
package struct Facet: Hashable, Sendable {
  package var field: FacetField
  /// The most frequent values, at most as many as were asked for; years the newest first.
  package var values: [FacetValue]
  /// How many values there are in all.
  package var total: Int
  /// The hits without any value: no date, nobody named, no stance.
  package var without: Int
}

extension RecordStore {
  /// Counts all statements that a query finds by speaker, role, body, year, stance, law and article.
  ///
  /// A statement counts once for each of its values. Links count as they do in the filters: the
  /// direct ones, else those of `filter.bases`. The counts are of all hits, whatever the query's own
  /// limit; `limit` bounds the values of each field.
  package func facets(
    _ query: SearchQuery, of fields: [FacetField] = FacetField.allCases, limit: Int = 10
  ) throws(StoreError) -> [Facet] {
    try reading { database in
      let hits = try Within.searching(database, query).hitSet(.statement)
      return try facets(of: hits, query, fields, limit: limit, database)
    }
  }

  /// What a query finds, and all statements that it finds counted by some fields, in one snapshot.
  ///
  /// The counts are left out where nothing or a single thing is found, or no statements are asked
  /// for.
  package func search(
    _ query: SearchQuery, countingBy fields: [FacetField], limit: Int
  ) throws(StoreError) -> (results: SearchResults, facets: [Facet]) {
    try reading { database in
      let searching = try Within.searching(database, query)
      let sets = try HitSource.all(searching)
      guard query.filter.kinds.contains(.statement),
        let statements = sets.first(where: { $0.collection == .statement })
      else { return (try searching.results(sets), []) }
      // All hits first: from them the page and the count follow.
      let hits = try statements.hits([.statement])
      let results = try searching.results(sets)
      guard results.total > 1 else { return (results, []) }
      return (results, try facets(of: hits, query, fields, limit: limit, database))
    }
  }

  private func facets(
    of hits: HitSet, _ query: SearchQuery, _ fields: [FacetField], limit: Int,
    _ database: Database
  ) throws -> [Facet] {
    if let columns = try facetMemory.columns(database, bases: query.filter.bases) {
      return columns.facets(of: hits, fields, limit: limit)
    }
    let counting = FacetCounting(database: database, query: query, hits: hits)
    return try fields.map { try counting.facet($0, limit: limit) }
  }

  /// Keeps in memory by what statements are counted, for programs that answer many questions.
  ///
  /// It takes about 30 bytes a statement.
  package func keepFacets() throws(StoreError) {
    facetMemory.begin()
    try reading { database in _ = try facetMemory.columns(database, bases: []) }
  }
}
