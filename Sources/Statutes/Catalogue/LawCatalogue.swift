package import Deliberation
package import JapaneseText

/// The laws that citations and topics can name: ids, titles, short names, parents, revisions.
///
/// `Corpus/laws/laws.json` holds it as reviewed data; `about` in that file describes the form.
package struct LawCatalogue: Sendable {
  package let laws: [LawEntry]
  package let shortNames: [ShortNames]
  private let positions: [String: Int]
  /// The index of the names, made once.
  let names: LawNames
  /// Provisions that moved.
  package var lineage = Lineage()
  /// The Acts whose ids their numbers do not tell.
  package var memberActs = MemberActs()
  /// The outlines of the law texts that are at hand, by the day whose revisions count.
  package var outlines: (@Sendable (CalendarDate?) -> LawOutlines)?

  package init(laws: [LawEntry], shortNames: [ShortNames] = []) {
    self.laws = laws
    self.shortNames = shortNames
    self.positions = Dictionary(
      laws.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    self.names = LawNames(laws: laws, shortNames: shortNames)
  }

  /// The catalogue with laws that it did not have, such as those whose texts a user added; what it
  /// has stays as it is, but for revisions on days of which it knows none.
  package func adding(_ others: [LawEntry]) -> LawCatalogue {
    let given = Dictionary(others.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let known = laws.map { law in
      var law = law
      law.added = given[law.id]?.revisions ?? law.added
      return law
    }
    var catalogue = LawCatalogue(
      laws: known + others.filter { law($0.id) == nil }, shortNames: shortNames)
    catalogue.lineage = lineage
    catalogue.memberActs = memberActs
    return catalogue
  }

  /// The law of a law number in its printed form (昭和五十九年法律第八十六号); nil where none has it.
  package func law(numbered number: String) -> String? {
    let folded = FoldedText(number.scalars, blanks: .dropAll).scalars
    return LawNumber.read(folded, at: 0).flatMap { names.law(number: $0.number) }
  }

  package func law(_ id: String) -> LawEntry? { positions[id].map { laws[$0] } }

  /// The `law_revision_id` in force on a day; nil where law, day or revision is not known.
  package func revision(of law: String, on date: CalendarDate?) -> String? {
    guard let date else { return nil }
    return self.law(law)?.revision(on: date)?.id
  }

  /// A provision in words: 電気通信事業法施行規則第58条第2項第1号.
  package func citation(_ provision: Provision) -> String {
    let title = law(provision.law)?.title ?? provision.law
    let place =
      PassageID.isDocument(provision.law)
      ? provision.element.map(PassageID.words) ?? ""
      : provision.element.flatMap(ElementID.init)?.words ?? ""
    let row = provision.row.map { "の表" + $0.label } ?? ""
    return title + place + row
  }

  /// The parent of a law by rank: what a bare 法 (`.act`) or 令 (`.order`) means inside it.
  package func parent(of law: String, rank: LawRank) -> String? {
    let found = (self.law(law)?.parents ?? []).filter { self.law($0)?.rank == rank }
    return found.count == 1 ? found[0] : nil
  }

  /// The Act to which a law belongs, and all that stand below it; the law itself is among them.
  package func family(of law: String) -> [String] {
    let act = parent(of: law, rank: .act) ?? law
    return [act, law] + laws.filter { $0.parents.contains(act) }.map(\.id)
  }
}
