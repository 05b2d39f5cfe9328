import GRDB
package import JapaneseText

/// A decision and where its words stand in the text that is in the index now.
package struct PlacedDecision: Hashable, Sendable {
  package let decision: Decision
  package let span: TextSpan
}

extension RecordStore {
  /// The decisions about words of one file, those taken back too, in the order of time; also those
  /// made on an earlier text of that file, where their words stand in the new one.
  ///
  /// - Parameter sha256: The hash of the file in force.
  /// - Returns: The decisions with their places; empty where the file is not in the index.
  /// - Throws: `StoreError` where the index cannot be read.
  package func decisions(onFile sha256: String) throws(StoreError) -> [PlacedDecision] {
    try reading { database in
      guard let path = try Anchoring.path(of: sha256, database) else { return [] }
      var texts: [String: Anchoring?] = [:]
      return try Anchors(database: database).all().compactMap { decision in
        guard let hash = decision.anchor?.sourceHash else { return nil }
        if texts[hash] == nil { texts[hash] = try Anchoring(hash: hash, database) }
        guard let text = texts[hash] ?? nil, text.path == path else { return nil }
        return text.place(of: decision).map { PlacedDecision(decision: decision, span: $0) }
      }
    }
  }
}
