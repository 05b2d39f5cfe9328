/// Why a stance lexicon was refused: the entry and the reason, for the person who edits the file.
package struct LexiconError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The entry (`cues[3] agree.sando`), or the path in the file where it is no entry.
  package var entry: String
  package var reason: String

  package init(entry: String, reason: String) {
    self.entry = entry
    self.reason = reason
  }

  package var description: String { "stance lexicon, \(entry): \(reason)" }
}
