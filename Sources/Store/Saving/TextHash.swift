import Deliberation

/// The short hash by which a text is known again: the first 16 hexadecimal digits of its SHA-256.
enum TextHash {
  static func of(_ text: String) -> String {
    String(SHA256.hex(Array(text.utf8)).prefix(16))
  }
}
