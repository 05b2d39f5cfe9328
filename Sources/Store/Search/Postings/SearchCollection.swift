/// What is indexed apart from each other.
enum SearchCollection: String, CaseIterable, Sendable {
  case statement, passage

  init(_ kind: SearchKind) { self = kind == .statement ? .statement : .passage }

  /// The table with the texts.
  var table: String { rawValue }

  /// The number by which the index knows a kind of passages.
  static func number(of kind: SearchKind) -> UInt8 { UInt8(kinds.firstIndex(of: kind) ?? 0) }

  /// The kinds of passages as the index numbers them.
  static let kinds: [SearchKind] = [.event, .agenda, .document, .attendance]
}
