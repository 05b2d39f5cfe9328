/// What a law's own text says of its provisions: the terms that it defines, the captions of its
/// articles, the rows of its tables, and which provisions of other laws it fills in.
package struct LawTerms: Hashable, Sendable {
  package enum Kind: String, Sendable, CaseIterable {
    /// An item or a sentence of an article of definitions: what a word means, seldom what is talked
    /// about.
    case definition
    /// （以下「X」という。） and 「X」とは elsewhere.
    case defined
    case caption
    /// The first cell of a row.
    case row
  }

  /// A word that means a provision.
  package struct Term: Hashable, Sendable {
    package var kind: Kind
    package var word: String
    package var element: String
    /// The label of the row (五の項), where it is one.
    package var row: String?
    /// The words of the law that say so.
    package var words: String

    package init(kind: Kind, word: String, element: String, row: String?, words: String) {
      self.kind = kind
      self.word = word
      self.element = element
      self.row = row
      self.words = words
    }
  }

  /// 「法第二十八条第一項第二号ハの総務省令で定める…」: the element fills in the target.
  package struct Delegation: Hashable, Sendable {
    package var element: String
    /// A provision of another law; it names an element.
    package var target: Provision
    package var words: String

    package init(element: String, target: Provision, words: String) {
      self.element = element
      self.target = target
      self.words = words
    }
  }

  package var terms: [Term]
  package var delegations: [Delegation]

  package init(terms: [Term] = [], delegations: [Delegation] = []) {
    self.terms = terms
    self.delegations = delegations
  }
}
