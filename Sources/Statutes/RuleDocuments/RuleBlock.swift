/// A block of a guideline, a plan or a draft, as its format gives it.
package struct RuleBlock: Hashable, Sendable {
  /// What the format says about the block.
  package enum Kind: Hashable, Sendable {
    /// A heading of level 1 to 6.
    case heading(level: Int)
    /// An item of a list, with its number in an ordered list.
    case item(ordinal: Int?)
    case paragraph
    /// A row of a table.
    case row([String])
  }

  package var kind: Kind
  /// The words without the signs of the format; empty for a row.
  package var text: String

  package init(_ kind: Kind, _ text: String = "") {
    self.kind = kind
    self.text = text
  }
}
