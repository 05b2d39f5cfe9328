/// The version of the parser, kept beside every record that it made.
package enum ParserVersion {
  /// Raised whenever the same bytes may give another record; `shingi rebuild` then re-derives.
  package static let current = "3"
}
