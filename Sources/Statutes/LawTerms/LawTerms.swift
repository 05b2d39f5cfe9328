package import Deliberation
package import JapaneseText

/// What a law's own text says of its provisions: the terms that it defines, the captions of its
/// articles, the rows of its tables, and which provisions of other laws it fills in.
///
/// Terms that the law uses everywhere (電気通信役務) tell nothing and are left out.
package struct LawTerms: Hashable, Sendable {
  /// Changes when the same text would give other terms.
  package static let version = "1"

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
    package var target: Provision
    package var words: String

    package init(element: String, target: Provision, words: String) {
      self.element = element
      self.target = target
      self.words = words
    }
  }

  package var terms: [Term] = []
  package var delegations: [Delegation] = []

  package init(terms: [Term] = [], delegations: [Delegation] = []) {
    self.terms = terms
    self.delegations = delegations
  }

  /// Reads the main provisions of a text.
  ///
  /// - Parameters:
  ///   - text: The law.
  ///   - laws: The catalogue, for the citations in it.
  ///   - date: The day whose revisions count.
  ///   - outlines: The texts of the laws that it cites.
  package init(
    of text: LawText, laws: LawCatalogue, date: CalendarDate?, outlines: @escaping LawOutlines
  ) {
    var main = text
    main.parts = text.parts.filter { $0.id == "Mp" }
    var reader = TermReader()
    for part in main.parts { reader.read(part, inDefinitions: false) }
    terms = reader.usable
    let found = LawCitations.find(in: main, laws: laws, date: date, outlines: outlines)
    for item in found where item.cell == nil {
      guard let target = item.citation.targets.first?.provision, target.law != text.law,
        target.element != nil, item.citation.targets.count == 1,
        let sentence = reader.texts[item.element],
        let end = LawTerms.delegation(behind: item.citation.span.to, in: sentence)
      else { continue }
      let words = sentence.text(TextSpan(item.citation.span.from, end))
      let delegation = Delegation(element: item.element, target: target, words: words)
      if !delegations.contains(where: { $0.element == item.element && $0.target == target }) {
        delegations.append(delegation)
      }
    }
  }

  /// Where の総務省令で定める, に規定する政令で定める and their like end behind a citation.
  private static func delegation(behind start: Int, in text: Scalars) -> Int? {
    guard let head = heads.first(where: { text.starts($0, at: start) }),
      let end = text.firstOffset(
        of: decides, from: start + head.count, to: min(text.count, start + head.count + 18))
    else { return nil }
    let name = text[(start + head.count)..<end]
    guard name.count > 1, name.allSatisfy(\.isKanji), name.last == "令" || name.last == "則" else {
      return nil
    }
    return end + decides.count
  }

  private static let heads = ["に規定する", "の規定による", "の"].map(\.scalars)
  private static let decides = "で定める".scalars
}
