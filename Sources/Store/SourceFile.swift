import Deliberation

/// A file of minutes as it was read: what the index keeps of the source itself.
package struct SourceFile: Hashable, Sendable {
  /// The path or name under which the file is known; the same path means the same source.
  package var path: String
  package var bytes: [UInt8]
  /// SHA-256 of the bytes, in lower-case hexadecimal.
  package var sha256: String
  /// The reader's text, in whose scalars the sources of the records count.
  package var text: String
  /// Name and version of the reader (`text/1`).
  package var reader: String
  package var parser: String
  /// Versions of the derivations (positions, links) in one word, as the pipeline names them.
  package var derivation: String

  package init(
    path: String, bytes: [UInt8], sha256: String? = nil, text: String, reader: String,
    parser: String, derivation: String
  ) {
    self.path = path
    self.bytes = bytes
    self.sha256 = sha256 ?? SHA256.hex(bytes)
    self.text = text
    self.reader = reader
    self.parser = parser
    self.derivation = derivation
  }
}

/// What a save did.
package struct SaveOutcome: Hashable, Sendable {
  package enum Status: Hashable, Sendable {
    /// The file was new.
    case added
    /// The file was known; its records were replaced, their addresses kept.
    case updated
    /// The same bytes with the same versions, or the same bytes under another path: nothing was
    /// done.
    case unchanged(path: String)
    /// Another file took the place of this one (`--replaces`): nothing was done.
    case replaced(by: String)
  }

  package var status: Status
  package var records: [RecordChange]
}

/// What a save did to one record.
package struct RecordChange: Hashable, Sendable {
  package var address: String
  /// Statements that kept their address.
  package var kept: Int
  /// Of those, the ones whose words changed.
  package var changed: Int
  /// Statements with a new address.
  package var added: Int
  /// Addresses that were withdrawn.
  package var withdrawn: Int

  package init(address: String, kept: Int, changed: Int, added: Int, withdrawn: Int) {
    self.address = address
    self.kept = kept
    self.changed = changed
    self.added = added
    self.withdrawn = withdrawn
  }
}
