enum WordReader {
  static func read(_ bytes: [UInt8]) throws(ReadError) -> SourceText { throw .binary }
}
