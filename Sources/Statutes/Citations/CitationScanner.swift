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
  var definitions: [Definition] {
    didSet { definitionMask = CitationScanner.mask(of: definitions) }
  }
  /// A bit for each first scalar of the defined names, to pass over all others fast.
  private var definitionMask: UInt64
  /// The laws named so far, in order, each as resolved or not.
  var named = NamedLaws()
  var found: [Citation] = []
  /// What the last pointers named, for 同条, 同項, 同号.
  var memory = Memory()
  /// Where the head read last ended.
  var headEnd: Int?
  /// Where a text that is no law was named last.
  var outsideEnd: Int?
  /// What was remembered where the brackets that are open began.
  private var outerMemories: [Memory] = []
  /// The pointers that an enumeration can go on from, each inside the brackets behind the one
  /// before, with where they ended.
  private var carriers: [Carrier] = []

  struct Carrier: Sendable {
    let place: Place
    let end: Int
    /// Where the brackets behind it close; nil where there are none.
    let close: Int?
    /// Its words begin with 附則, which an enumeration carries on.
    var isSupplement = false
  }

  /// The pointer read last; nil breaks the enumeration.
  var carried: (place: Place, end: Int)? {
    get { carriers.last.map { ($0.place, $0.end) } }
    set {
      guard let newValue else {
        carriers = []
        return
      }
      let end = newValue.end
      carriers.removeAll { ($0.close ?? -1) < end }
      let close = end < text.count && text[end] == "(" ? closing(of: end) : nil
      carriers.append(Carrier(place: newValue.place, end: end, close: close))
    }
  }

  /// Notes that the pointer read last was written with 附則 (附則第三条、第四条及び第十二条).
  mutating func carrySupplement(_ isSupplement: Bool) {
    guard !carriers.isEmpty else { return }
    carriers[carriers.count - 1].isSupplement = isSupplement
  }

  /// Goes back to the pointer before the brackets that were left, where an enumeration goes on
  /// from it.
  mutating func takeUpCarrier(at offset: Int) -> Bool {
    while let last = carriers.last {
      if carriesOver(from: last.end, to: offset) { return true }
      guard carriers.count > 1 else { return false }
      carriers.removeLast()
    }
    return false
  }

  /// What 同条 meant before brackets, it means again behind them.
  private mutating func enterOrLeave(at index: Int) {
    if text[index] == "(" {
      outerMemories.append(memory)
      if outerMemories.count > 60 { outerMemories.removeFirst(30) }
    } else if let outer = outerMemories.popLast() {
      memory = Memory(
        article: outer.article ?? memory.article, paragraph: outer.paragraph ?? memory.paragraph,
        item: outer.item ?? memory.item, table: outer.table ?? memory.table,
        group: outer.group ?? memory.group)
    }
  }

  init(_ original: Scalars, context: CitationContext, laws: LawCatalogue) {
    folded = FoldedText(original, blanks: .dropAll)
    text = folded.scalars
    self.context = context
    self.laws = laws
    reader = PointerReader(text: text)
    let defined = context.definitions.sorted { $0.key < $1.key }.map { name, law in
      Definition(
        name: FoldedText(name.scalars, blanks: .dropAll).scalars, meaning: .law(law))
    }
    definitions = defined
    definitionMask = CitationScanner.mask(of: defined)
  }

  private static func mask(of definitions: [Definition]) -> UInt64 {
    definitions.reduce(0) { $0 | 1 << UInt64(($1.name.first?.value ?? 0) & 63) }
  }

  /// Whether a defined name may begin with a scalar; it may say yes too often, never no.
  private func mayBeDefined(_ scalar: Unicode.Scalar) -> Bool {
    definitionMask & (1 << UInt64(scalar.value & 63)) != 0
  }

  mutating func run() -> [Citation] {
    var index = 0
    let triggers = laws.names.triggers
    while index < text.count {
      let trigger = triggers[text[index]]
      guard trigger != [] || mayBeDefined(text[index]) else {
        index += 1
        continue
      }
      if trigger.contains(.bracket) {
        if let next = takeNumber(at: index) {
          index = next
          continue
        }
        enterOrLeave(at: index)
        index += 1
      } else if trigger.contains(.quote), let end = suppressedQuote(at: index) {
        index = end
      } else if let next = step(at: index, trigger) {
        index = max(next, index + 1)
      } else {
        if trigger.contains(.act) { noteUnknownLaw(at: index) }
        if trigger.contains(.other), context.law == nil { noteOutsideText(at: index) }
        index += 1
      }
    }
    return found
  }

  /// What stands at an offset, a head or a pointer or both; nil for neither.
  private mutating func step(at index: Int, _ trigger: Triggers.Kind) -> Int? {
    if trigger.contains(.name) || mayBeDefined(text[index]), let head = head(at: index) {
      return take(head)
    }
    if trigger.contains(.subitem), let place = carried?.place, !place.subitems.isEmpty,
      let letter = reader.iroha(at: index), carriesOver(from: carried?.end ?? 0, to: index)
    {
      var subitem = Pointer(at: index)
      subitem.subitems = [letter.number]
      subitem.span.to = reader.readSubitems(into: &subitem, at: index)
      return take(subitem, isCarried: true)
    }
    if trigger.contains(.subitem), let next = takeSubitem(at: index) { return next }
    guard trigger.contains(.pointer),
      let pointer = reader.pointer(at: index, isHeaded: true)
    else { return nil }
    if let outside = outsideName(endingBefore: index) {
      // IFRS第3号, 衆法第2号: a number of the text itself.
      guard pointer.article != nil || pointer.root != .main else { return pointer.span.to }
      return take(outside, with: pointer)
    }
    if takeUpCarrier(at: index) { return take(pointer, isCarried: true) }
    if let free = reader.pointer(at: index, isHeaded: false) { return take(free, isCarried: false) }
    return isBareKanji(pointer) ? take(pointer, isCarried: false) : nil
  }

  /// ① behind 第9条②, and a letter that stands alone in an item of a law.
  private mutating func takeSubitem(at index: Int) -> Int? {
    if let number = Numerals.circled(text[index]) {
      guard let carried, carried.place.paragraph != nil, carried.place.item == nil,
        Numerals.circled(text[carried.end - 1]) != nil, carriesOver(from: carried.end, to: index)
      else { return nil }
      var paragraph = Pointer(at: index)
      paragraph.paragraph = .number(String(number))
      paragraph.span.to = index + 1
      return take(paragraph, isCarried: true)
    }
    guard let bare = bareSubitem(at: index) else { return nil }
    return emit(
      bare.pointer, law: bare.place.law, from: index, kind: .relative, base: bare.place)
  }

  /// （１） that stands alone in a subitem of a law and means one of its own.
  private mutating func takeNumber(at index: Int) -> Int? {
    guard context.law != nil, text[index] == "(", let bare = bareNumber(at: index) else {
      return nil
    }
    return emit(
      bare.pointer, law: bare.place.law, from: index, kind: .relative, base: bare.place)
  }

  /// 三十二条 without 第 in speech: an article where one law is being talked about.
  private func isBareKanji(_ pointer: Pointer) -> Bool {
    let start = pointer.span.from
    guard context.law == nil, pointer.isKanjiNumber, case .number = pointer.article,
      let number = Numbering.plain(in: text, at: start), number.end - start > 1,
      start == 0 || !PointerReader.isNoun(text[start - 1]),
      pointer.span.to == text.count || !PointerReader.isNoun(text[pointer.span.to])
        || "第及並又若以違等各に".unicodeScalars.contains(text[pointer.span.to]),
      case .law = standingLaw(before: start)
    else { return false }
    return true
  }

  private mutating func take(_ head: LawHead) -> Int {
    let meaning = head.meaning
    if !head.isDefined || head.law != nil { named.append(meaning) }
    var index = head.span.to
    headEnd = index
    if index < text.count, text[index] == "の",
      reader.pointer(at: index + 1, isHeaded: true).map(CitationScanner.goesOn) == true
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
      var pointer = pointer
      if carriers.last?.isSupplement == true, pointer.root == .main, pointer.article != nil {
        pointer.root = .supplement
      }
      return emit(
        pointer, law: carried.place.law, from: pointer.span.from, kind: .absolute,
        base: carried.place)
    }
    guard pointer.isMarked || !pointer.isKanjiNumber || isBareKanji(pointer) else { return nil }
    if pointer.root == .sameTable, memory.table == nil { return nil }
    if !pointer.divisions.isEmpty {
      guard let law = context.law else { return nil }
      if let own = hereID, own.isSupplementary, own.root != "NACN-Sp" { return nil }
      return emit(
        pointer, law: .law(law), from: pointer.span.from, kind: .absolute, base: nil)
    }
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
        guard let last = memory.article, case .law = last.law, let end = lastEnd,
          pointer.span.from - end < 60
        else { return nil }
      }
    }
    if pointer.root == .main, case .number = pointer.article {
      return emit(
        pointer, law: standingLaw(before: pointer.span.from), from: pointer.span.from,
        kind: .absolute, base: nil)
    }
    // In speech a bare 附則 is that of the amending law or the bill as often as not.
    if pointer.root == .supplement, context.law == nil {
      return emit(
        pointer, law: .unresolved(.lawNotNamed), from: pointer.span.from, kind: .absolute, base: nil
      )
    }
    if pointer.root != .main {
      let law = context.law.map { LawHead.Meaning.law($0) }
      return emit(
        pointer, law: law ?? standingLaw(before: pointer.span.from), from: pointer.span.from,
        kind: .absolute, base: nil)
    }
    guard pointer.isMarked else { return nil }
    return emit(
      pointer, law: .unresolved(.noAntecedent), from: pointer.span.from, kind: .relative, base: nil)
  }

  /// The law that a pointer without head means: the one at hand; in free text the one that was
  /// named, if only one was.
  private func standingLaw(before offset: Int) -> LawHead.Meaning {
    if CitationScanner.former.contains(where: { endsWith($0, before: offset) }) {
      return .unresolved(.otherRevision)
    }
    if let law = context.law {
      // A bare article in the supplement of an amending law is one of that law.
      if let own = hereID, own.isSupplementary, own.root != "NACN-Sp" {
        return .unresolved(.lawNotKnown)
      }
      return .law(law)
    }
    guard let last = named.last else { return .unresolved(.lawNotNamed) }
    if let outsideEnd, outsideEnd > max(headEnd ?? 0, resolvedEnd) {
      if let carried, carried.end > outsideEnd { return carried.place.law }
      return .unresolved(.lawNotNamed)
    }
    if isTopic(before: offset) { return last }
    if named.isSingle, isNear(offset) { return last }
    return .unresolved(.lawNotNamed)
  }

  /// Where the last pointer into a known law ended.
  private var resolvedEnd: Int {
    guard let carried, case .law = carried.place.law else { return 0 }
    return carried.end
  }

  /// Whether the law that was named last is the topic of the clause before an offset
  /// (電波法は、第四条で…).
  private func isTopic(before offset: Int) -> Bool {
    guard let end = headEnd, end < offset, offset - end < 40,
      CitationScanner.topicMarks.contains(where: { text.starts($0, at: end) })
    else { return false }
    return !text[end..<offset].contains("。")
  }

  /// Whether the last name or pointer stands near enough that a bare number can go on with it.
  private func isNear(_ offset: Int) -> Bool {
    offset - max(headEnd ?? -1000, lastEnd ?? -1000) < 240
  }

  private static let topicMarks = [
    "は", "では", "において", "には", "の中の", "の中に", "の中で", "のうち", "における",
  ].map(\.scalars)

  private static let former = ["旧", "改正前の", "改正後の", "改正前", "改正後"].map(\.scalars)

  func revision(of law: String) -> String? { laws.revision(of: law, on: context.date) }

  func source(_ span: TextSpan) -> TextSpan { folded.sourceSpan(span) }
}

/// The laws that a text named, in order.
struct NamedLaws: Sendable {
  private var meanings: [LawHead.Meaning] = []
  /// Whether all of them are one; true where none was named.
  private(set) var isSingle = true

  var last: LawHead.Meaning? { meanings.last }
  var latestFirst: ReversedCollection<[LawHead.Meaning]> { meanings.reversed() }

  mutating func append(_ meaning: LawHead.Meaning) {
    guard meanings.last != meaning else { return }
    if !meanings.isEmpty { isSingle = false }
    meanings.append(meaning)
    if meanings.count > 200 { meanings.removeFirst(100) }
  }
}
