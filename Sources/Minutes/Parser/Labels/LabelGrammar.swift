import Deliberation
import JapaneseText

/// The grammar of labels: words inside brackets or after a mark, to their parts.
struct LabelGrammar: Sendable {
  let lexicon: RoleLexicon
  /// Surnames that the record itself shows (attendance), folded.
  private(set) var knownSurnames: Set<String>
  /// Full names that the record itself shows, folded.
  let knownNames: Set<String>
  /// Organisations that attend as such.
  let knownOrganisations: [Scalars]

  init(lexicon: RoleLexicon, attendance: [Attendee]) {
    self.lexicon = lexicon
    var surnames: Set<String> = []
    var names: Set<String> = []
    for attendee in attendance {
      guard let name = attendee.name else { continue }
      if !attendee.hasFullName, name.unicodeScalars.contains(where: \.isKanji) {
        // 豊田会長: the list itself gives surnames only
        surnames.insert(PersonName.key(name))
        continue
      }
      let parts = name.split(separator: " ")
      if parts.count >= 2, let surname = parts.first {
        surnames.insert(PersonName.key(String(surname)))
      } else {
        // closed up: where the surname ends is not told
        for length in [2, 3] where name.unicodeScalars.count > length {
          surnames.insert(PersonName.key(String(name.unicodeScalars.prefix(length))))
        }
      }
      names.insert(PersonName.key(name))
    }
    knownSurnames = surnames
    knownNames = names
    knownOrganisations = attendance.filter { $0.name == nil }
      .compactMap { $0.organisation.map { FoldedText($0.scalars, blanks: .dropAll).scalars } }
  }

  /// The same grammar with surnames that the labels of the record themselves show.
  func knowing(_ surnames: Set<String>) -> LabelGrammar {
    var grammar = self
    grammar.knownSurnames.formUnion(surnames)
    return grammar
  }

  /// Takes a label apart; a strength of 0 means that these words are none.
  func parts(of printed: Scalars) -> LabelParts {
    let words = Self.closedUp(printed)
    guard (1...48).contains(words.count), !words.contains(where: Self.isForeign) else {
      return LabelParts()
    }
    if let colon = words.firstIndex(where: { $0 == ":" || $0 == "：" }), colon > 0,
      colon + 1 < words.count
    {
      return titled(Array(words[..<colon]), Array(words[(colon + 1)...]))
    }
    guard let bracket = Bracket(in: words) else { return plain(words) }
    let head = Array(words[..<bracket.open])
    let inner = Array(words[(bracket.open + 1)..<bracket.close])
    let tail = Array(words[(bracket.close + 1)...])
    if head.isEmpty, tail.isEmpty { return parts(of: inner) }
    if tail.isEmpty { return bracketed(head: head, inner: inner) }
    return hinted(head: head, inner: inner, tail: tail)
  }

  /// 議長：大潟隆, 提出者：桂川委員.
  private func titled(_ head: Scalars, _ inner: Scalars) -> LabelParts {
    guard let role = lexicon.role(endOf: head), role.roleClass != .person else {
      return LabelParts()
    }
    if ["提出者", "意見提出者", "発言者"].contains(String(head)) {
      var parts = plain(inner)
      if parts.strength == 0, let person = personName(inner) {
        parts.name = person.name
        parts.isFullName = person.isFull
        parts.strength = 2
      }
      parts.isWritten = head.last == "者" && head.contains("提")
      return parts
    }
    var parts = plain(head)
    guard parts.strength == 2, parts.name == nil, let person = personName(inner) else {
      return LabelParts()
    }
    parts.name = person.name
    parts.isFullName = person.isFull || inner.count == 3 && !lexicon.isSurname(inner)
    return parts
  }

  /// 五十嵐（則）委員, 釜（A大学）委員, 釜委員（代理）様.
  private func hinted(head: Scalars, inner: Scalars, tail: Scalars) -> LabelParts {
    guard Bracket(in: tail) == nil else {
      let (rest, voice) = split(tail)
      var parts = hinted(head: head, inner: inner, tail: rest)
      parts.voice = voice
      return parts
    }
    guard lexicon.role(endOf: tail) != nil else { return LabelParts() }
    var parts = plain(head + tail)
    guard parts.strength > 0 else { return parts }
    if lexicon.isBody(inner) || inner.count > 4 {
      parts.organisation = String(inner)
    } else {
      parts.hint = String(inner)
    }
    return parts
  }

  /// `委員（代理・阿部）` cut into the title and the voice.
  private func split(_ tail: Scalars) -> (Scalars, LabelParts.Voice?) {
    guard let bracket = Bracket(in: tail), bracket.close == tail.count - 1 else { return ([], nil) }
    let inner = Array(tail[(bracket.open + 1)..<bracket.close])
    return (Array(tail[..<bracket.open]), voice(of: inner, for: []))
  }

  /// A label with a bracket at its end.
  private func bracketed(head: Scalars, inner: Scalars) -> LabelParts {
    let proxy = "代理".scalars
    if inner.count > 2, inner.starts(proxy, at: inner.count - 2), !inner.starts(proxy, at: 0) {
      // 高木局付（坂本幹事代理）: the one named first speaks
      return plain(head)
    }
    if let voice = voice(of: inner, for: head) {
      var parts = plain(head)
      parts.voice = voice
      return parts
    }
    if let seat = seatNumber(head) {
      // ７番（堀江靖祥議員）
      var parts = plain(inner)
      if parts.strength < 2 || parts.name == nil, let person = personName(inner) {
        parts = LabelParts()
        parts.name = person.name
        parts.isFullName = person.isFull
      }
      guard parts.name != nil else { return LabelParts() }
      parts.role = parts.role ?? seat
      parts.roleClass = .seat
      parts.kindByTitle = .member
      parts.strength = 2
      return parts
    }
    let headRole = lexicon.role(endOf: head)
    if headRole == nil {
      // 一般社団法人○○協会（田中専務理事）
      var parts = plain(inner)
      if parts.strength == 2, parts.name != nil {
        parts.organisation = parts.organisation ?? String(head)
        return parts
      }
      var named = plain(head)
      named.organisation = String(inner)
      named.strength = min(named.strength, 1)
      return named
    }
    var parts = plain(head)
    let isAddressed = inner.last == "君" || inner.last == "氏"
    if parts.name == nil || parts.roleClass == .office || parts.roleClass == .chair || isAddressed,
      let person = personName(inner)
    {
      // 議長（清野一榮議員）: the title outside, the name inside
      parts.name = person.name
      parts.isFullName = person.isFull
      parts.role = String(head)
      parts.strength = 2
      return parts
    }
    if lexicon.isBody(inner) || !inner.allSatisfy(\.isJapanese) {
      parts.organisation = parts.organisation ?? String(inner)
    }
    return parts
  }

  /// A name alone in brackets, its honorific dropped.
  private func personName(_ words: Scalars) -> (name: String, isFull: Bool)? {
    var name = words
    if let role = lexicon.role(endOf: name), role.word.count < name.count,
      role.roleClass == .person || String(role.word) == "議員" || String(role.word) == "委員"
    {
      name.removeLast(role.word.count)
    } else if lexicon.role(endOf: name) != nil, !isKnown(name) {
      return nil
    }
    let spaced = name
    name.removeAll(where: \.isBlank)
    guard (2...9).contains(name.count), name.allSatisfy({ $0.isKanji || $0.isKana }),
      !lexicon.isBody(name) || isKnown(name), !lexicon.isUnit(name, at: 0) || isKnown(name)
    else { return nil }
    let text = PersonName.display(String(spaced))
    let isShortFull =
      name.count == 2 && spaced.count == 2 && words.last == "君" && !lexicon.isSurname(name)
      && lexicon.isSurname(Array(name.prefix(1)))
    let isFull =
      isKnown(name) || isShortFull || (name.count >= 4 && !lexicon.isSurname(name))
      || spaced.count > name.count || (name.count == 3 && !lexicon.isSurname(name))
    return (text, isFull && !knownSurnames.contains(PersonName.key(text)))
  }

  private func isKnown(_ name: Scalars) -> Bool {
    knownNames.contains(PersonName.key(String(name)))
  }

  /// 竹淵課長補佐代読, 代理, 代理・阿部; nil for other words in brackets.
  private func voice(of inner: Scalars, for head: Scalars) -> LabelParts.Voice? {
    for word in ["代読", "代読者", "朗読"].map(\.scalars)
    where inner.count >= word.count && inner.starts(word, at: inner.count - word.count) {
      let reader = plain(Array(inner.dropLast(word.count)))
      return .init(name: reader.name, role: reader.role)
    }
    for word in ["代読", "代理出席", "代理"].map(\.scalars) where inner.starts(word, at: 0) {
      let rest = inner.dropFirst(word.count).drop { !($0.isKanji || $0.isKana) || $0 == "・" }
      guard !rest.isEmpty else { return .init() }
      let proxy = plain(Array(rest))
      let name = proxy.strength == 2 ? proxy.name : String(rest.filter { !$0.isBlank })
      return .init(name: name, role: proxy.role)
    }
    return nil
  }

  /// Blanks between single characters dropped: `議 長 （ 松 山 成 美 君 ）`.
  static func closedUp(_ printed: Scalars) -> Scalars {
    var words = printed
    while let first = words.first, first.isSpace { words.removeFirst() }
    while let last = words.last, last.isSpace || last == ":" || last == "：" { words.removeLast() }
    guard words.contains(where: \.isBlank) else { return words }
    let pieces = words.split(whereSeparator: \.isBlank)
    if pieces.count >= 2, pieces.allSatisfy({ $0.count == 1 }) { return Array(pieces.joined()) }
    // blanks inside brackets and before them carry nothing
    var closed: Scalars = []
    var depth = 0
    for (offset, scalar) in words.enumerated() {
      if scalar == "(" || scalar == "（" {
        while let last = closed.last, last.isBlank { closed.removeLast() }
        depth += 1
      } else if scalar == ")" || scalar == "）" {
        depth -= 1
      } else if scalar.isBlank {
        let edge =
          offset + 1 < words.count && (words[offset + 1].isBlank || words[offset + 1] == "）")
        if edge || closed.last?.isBlank == true || closed.last == "（" { continue }
        closed.append(" ")
        continue
      }
      closed.append(scalar)
    }
    return closed
  }

  /// Signs that no label contains.
  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "。", "！", "？", "「", "」", "『", "』", "，", "．", "!", "；", ";", "→", "％", "%", "=",
      "/", "…", "○", "◯", "〇", "●", "※", "＊", "#", "〜", "～", "+":
      true
    default: scalar.isLineEnd
    }
  }
}

/// The first pair of round brackets of a label and its partner.
private struct Bracket {
  let open: Int
  let close: Int

  init?(in words: Scalars) {
    guard let open = words.firstIndex(where: { $0 == "(" || $0 == "（" }) else { return nil }
    var depth = 0
    for offset in open..<words.count {
      if words[offset] == "(" || words[offset] == "（" { depth += 1 }
      if words[offset] == ")" || words[offset] == "）" {
        depth -= 1
        if depth == 0 {
          self.open = open
          close = offset
          return
        }
      }
    }
    return nil
  }
}
