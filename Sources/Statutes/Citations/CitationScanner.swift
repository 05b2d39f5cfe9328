import Deliberation
import JapaneseText

/// One pass over a text: finds heads and pointers, remembers what was named, resolves.
struct CitationScanner: Sendable {
  let folded: FoldedText
  let text: Scalars
  let context: CitationContext
  let laws: LawCatalogue
  let reader: PointerReader
  /// Names that the text and its context define, in the order in which they were defined.
  var definitions: [Definition]
  /// The laws named so far, in order, each as resolved or not.
  var named: [LawHead.Meaning] = []
  var found: [Citation] = []
  /// What the last pointers named, for 同条, 同項, 同号.
  var memory = Memory()
  /// Where the head read last ended.
  var headEnd: Int?
  /// The pointer read last and where it ended, for enumerations.
  var carried: (place: Place, end: Int)?

  init(_ original: Scalars, context: CitationContext, laws: LawCatalogue) {
    folded = FoldedText(original, blanks: .dropAll)
    text = folded.scalars
    self.context = context
    self.laws = laws
    reader = PointerReader(text: text)
    definitions = context.definitions.sorted { $0.key < $1.key }.map { name, law in
      Definition(
        name: FoldedText(name.scalars, blanks: .dropAll).scalars, meaning: .law(law))
    }
  }

  mutating func run() -> [Citation] {
    var index = 0
    while index < text.count {
      if text[index] == "「", let end = suppressedQuote(at: index) {
        index = end
        continue
      }
      if let next = step(at: index) {
        index = max(next, index + 1)
      } else {
        index += 1
      }
    }
    return found
  }

  /// What stands at an offset, a head or a pointer or both; nil for neither.
  private mutating func step(at index: Int) -> Int? {
    guard CitationScanner.canBegin(text[index], laws, text, index, definitions) else {
      noteUnknownLaw(at: index)
      return nil
    }
    if let head = head(at: index) { return take(head) }
    if let outside = outsideName(endingBefore: index) {
      if let pointer = reader.pointer(at: index, isHeaded: true),
        pointer.isMarked || !pointer.isEmpty
      {
        return take(outside, with: pointer)
      }
    }
    let isCarried = carriesOver(to: index)
    if isCarried, let place = carried?.place, !place.subitems.isEmpty,
      let letter = reader.iroha(at: index)
    {
      var subitem = Pointer(at: index)
      subitem.subitems = [letter.number]
      subitem.span.to = reader.readSubitems(into: &subitem, at: index)
      return take(subitem, isCarried: true)
    }
    guard let pointer = reader.pointer(at: index, isHeaded: isCarried) else {
      noteUnknownLaw(at: index)
      return nil
    }
    return take(pointer, isCarried: isCarried)
  }

  /// A cheap look at one scalar before anything is tried.
  private static func canBegin(
    _ scalar: Unicode.Scalar, _ laws: LawCatalogue, _ text: Scalars, _ index: Int,
    _ definitions: [Definition]
  ) -> Bool {
    if PointerReader.heads.contains(scalar.value) || scalar.isKatakana { return true }
    if "同こ本法令規施省政明大昭平".unicodeScalars.contains(scalar) { return true }
    if laws.names.canBegin(scalar) { return true }
    return definitions.contains { $0.name.first == scalar }
  }

  private mutating func take(_ head: LawHead) -> Int {
    let meaning = head.meaning
    if !head.isDefined || head.law != nil { named.append(meaning) }
    var index = head.span.to
    headEnd = index
    if index < text.count, text[index] == "の",
      reader.pointer(at: index + 1, isHeaded: false)?.isMarked == true
    {
      index += 1
    }
    if let pointer = reader.pointer(at: index, isHeaded: true), !pointer.isRelative {
      return take(head, pointer: pointer)
    }
    carried = nil
    memory = Memory()
    guard head.standsAlone, !(head.law != nil && head.law == context.law) else {
      return head.span.to
    }
    if case .unresolved(.lawNotKnown) = meaning, head.name.count < 4 { return head.span.to }
    switch meaning {
    case .law(let law):
      let target = CitationTarget(
        provision: Provision(law: law, element: nil), revision: revision(of: law))
      found.append(
        Citation(
          span: source(head.span), kind: head.isDefined ? .abbreviation : .lawOnly,
          targets: [target]))
    case .unresolved(let reason):
      found.append(
        Citation(
          span: source(head.span), kind: reason == .notALaw ? .external : .lawOnly,
          unresolved: reason))
    }
    return head.span.to
  }

  private mutating func take(_ head: LawHead, pointer: Pointer) -> Int {
    let kind: CitationKind =
      head.isRelative ? .relative : head.isDefined ? .abbreviation : .absolute
    return emit(
      pointer, law: head.meaning, from: head.span.from, kind: kind, base: nil)
  }

  /// A pointer behind the name of a text that the catalogue does not have.
  private mutating func take(
    _ outside: (span: TextSpan, reason: Unresolved), with pointer: Pointer
  )
    -> Int
  {
    named.append(.unresolved(outside.reason))
    return emit(
      pointer, law: .unresolved(outside.reason), from: outside.span.from,
      kind: outside.reason == .notALaw ? .external : .absolute, base: nil)
  }

  private mutating func take(_ pointer: Pointer, isCarried: Bool) -> Int? {
    if isCarried, let carried, !pointer.isRelative {
      return emit(
        pointer, law: carried.place.law, from: pointer.span.from, kind: .absolute,
        base: carried.place)
    }
    guard pointer.isMarked || !pointer.isKanjiNumber else { return nil }
    if pointer.root == .supplement, pointer.article == nil, pointer.paragraph == nil { return nil }
    if pointer.article == nil, pointer.root == .main,
      case .number = pointer.paragraph ?? pointer.item
    {
      // 議案第3号, 5月13日第1号; and in free text a paragraph or item of nothing.
      if pointer.span.from > 0, text[pointer.span.from - 1].isKanji,
        beginning(of: pointer.span.from) == nil
      {
        return nil
      }
      if context.law == nil {
        guard let last = memory.article, case .law = last.law else { return nil }
      }
    }
    if case .number = pointer.article {
      return emit(
        pointer, law: standingLaw(before: pointer.span.from), from: pointer.span.from,
        kind: .absolute, base: nil)
    }
    if pointer.root != .main {
      return emit(
        pointer, law: standingLaw(before: pointer.span.from), from: pointer.span.from,
        kind: .absolute, base: nil)
    }
    guard pointer.isMarked else { return nil }
    return emit(
      pointer, law: .unresolved(.noAntecedent), from: pointer.span.from, kind: .relative, base: nil)
  }

  /// The law that a pointer without head means: the one at hand; in free text the one that was
  /// named, if only one was.
  private func standingLaw(before offset: Int) -> LawHead.Meaning {
    if endsWith(CitationScanner.former, before: offset) { return .unresolved(.otherRevision) }
    if let law = context.law { return .law(law) }
    guard let last = named.last else { return .unresolved(.lawNotNamed) }
    if named.allSatisfy({ $0 == last }) || isTopic(before: offset) { return last }
    return .unresolved(.lawNotNamed)
  }

  /// Whether the law that was named last is the topic of the clause before an offset
  /// (電波法は、第四条で…).
  private func isTopic(before offset: Int) -> Bool {
    guard let end = headEnd, end < offset, offset - end < 40,
      CitationScanner.topicMarks.contains(where: { text.starts($0, at: end) })
    else { return false }
    return !text[end..<offset].contains("。")
  }

  private static let topicMarks = ["は", "では", "においては", "には", "の中の", "のうち", "における"].map(\.scalars)

  private static let former = "旧".scalars

  func revision(of law: String) -> String? { laws.revision(of: law, on: context.date) }

  func source(_ span: TextSpan) -> TextSpan { folded.sourceSpan(span) }
}
