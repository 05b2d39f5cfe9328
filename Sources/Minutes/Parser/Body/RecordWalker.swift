import Deliberation
import JapaneseText

/// Walks over the pieces of a body and gathers statements, events and the agenda.
struct RecordWalker {
  let view: TextView
  let scalars: Scalars
  let pieces: [Piece]
  let isWrapped: Bool
  let grammar: NarrationGrammar
  let labels: LabelGrammar
  /// Words outside turns are opinions from the start (a record without labels).
  let readsOpinions: Bool

  var people: People
  var tree: AgendaTree
  var draft: Draft?
  var spoken: [Spoken] = []
  var events: [Event] = []
  var documents: [String] = []
  var findings: [Finding] = []
  /// Words that belong to nobody, by line.
  var loose: [(span: TextSpan, line: Int)] = []
  var isAfterGap = true
  var isInOpinions = false
  /// Opinions that stood behind bullets, and those that did not.
  var opinions = (listed: 0, bare: 0)
  /// The number of the part of the record in which the matters stand (５．議事要旨).
  var sectionMark: AgendaMark?
  /// A heading stands between the last opinion and what follows.
  var isAfterHeading = false
  var isSkipping = false
  var hasEnded = false
  var hasOpened = false
  var section = 0
  /// The items of the day that stand together in one block of headings.
  var dayBlock: (spoken: Int, paths: [AgendaPath])?
  var openLabels: [String: (line: Int, candidates: Int)] = [:]
  /// Full names that the words themselves tell.
  var introductions = Introductions()
  let lastLabel: Int
  /// The labels are the nicknames of a chat log.
  let isChat: Bool
  /// Who took the chair in the middle of the sitting, by the name in the direction that says so.
  var presiding: String?
  /// A 議長 presides: a plenary sitting, to which committees report.
  let presidesPlenary: Bool
  /// The marks that labels of this record bear.
  let labelMarks: Set<Unicode.Scalar>

  init(
    view: TextView, pieces: [Piece], front: FrontMatter, people: People, labels: LabelGrammar,
    readsOpinions: Bool
  ) {
    self.view = view
    scalars = view.source.scalars
    self.pieces = pieces
    self.people = people
    self.labels = labels
    self.readsOpinions = readsOpinions
    grammar = .standard
    tree = AgendaTree(planned: front.plannedAgenda)
    isInOpinions = readsOpinions
    isWrapped = Self.isWrapped(pieces, view.source.scalars)
    isChat = pieces.contains { piece in
      if case .label(let label) = piece.role {
        label.style == .colon && label.parts.role == nil && label.parts.strength == 1
      } else {
        false
      }
    }
    let titles = pieces.compactMap { piece -> String? in
      if case .label(let label) = piece.role, label.parts.roleClass == .chair {
        label.parts.role
      } else {
        nil
      }
    }
    let speakers = titles.count { $0 == "議長" || $0 == "副議長" || $0 == "仮議長" }
    presidesPlenary = speakers >= 2 && speakers * 2 > titles.count
    labelMarks = Set(
      pieces.compactMap { piece in
        if case .label(let label) = piece.role, case .mark(let mark) = label.style {
          mark
        } else {
          nil
        }
      })
    lastLabel =
      pieces.lastIndex { if case .label = $0.role { true } else { false } } ?? -1
  }

  /// Whether lines are broken at the width of the page and not at the ends of paragraphs.
  static func isWrapped(_ pieces: [Piece], _ scalars: Scalars) -> Bool {
    var direct = 0
    var broken = 0
    for (place, piece) in pieces.enumerated().dropLast() {
      guard case .text = piece.role, case .text = pieces[place + 1].role, !piece.span.isEmpty,
        !pieces[place + 1].isInner
      else { continue }
      direct += 1
      if !TurnText.endsSentence(scalars[piece.span.to - 1]) { broken += 1 }
    }
    return direct >= 8 && broken * 10 >= direct * 4
  }

  /// Reads all pieces.
  mutating func walk() {
    var place = 0
    while place < pieces.count {
      place = step(place)
    }
    flush()
    introductions.resolve(&spoken, people: people) { openLabels[$0] = nil }
  }

  /// Reads one piece, or several that belong together; the place of the next.
  mutating func step(_ place: Int) -> Int {
    let piece = pieces[place]
    switch piece.role {
    case .blank, .rule:
      isAfterGap = true
    case .label(let label):
      flush()
      start(label)
    case .stage(let inner):
      return stage(place, inner: inner)
    case .heading(let candidate):
      if let next = heading(place, candidate) { return next }
      return text(place, isBullet: PieceCutter.bulletEnd(scalars, piece.span) != nil)
    case .caption:
      guard !hasEnded else { return place + 1 }
      add(
        .agendaMove, span: piece.span, text: scalars.text(piece.span), piece: piece,
        agenda: tree.current)
      isAfterGap = true
    case .end:
      guard lastLabel < place else { return text(place, isBullet: false) }
      end(piece)
    case .text:
      return text(place, isBullet: false)
    case .bullet:
      return text(place, isBullet: true)
    }
    return place + 1
  }

  mutating func start(_ label: Label) {
    hasEnded = false
    hasOpened = true
    isSkipping = false
    if label.style != .question { isInOpinions = false }
    draft = Draft(
      form: label.style == .question ? .question : label.parts.isWritten ? .written : .turn,
      label: label, section: section)
    isAfterGap = false
  }

  mutating func end(_ piece: Piece) {
    guard !hasEnded else { return }
    flush()
    hasEnded = true
    isInOpinions = false
    var span = piece.span
    if let after = StageDirection.endMark(Array(scalars[span.range])) {
      span.to = span.from + after
    }
    add(.closing, span: span, text: scalars.text(span), piece: piece, agenda: [])
  }

  // MARK: - words

  /// Words that are no label: narration, the next words of a turn, an opinion, or nobody's.
  mutating func text(_ place: Int, isBullet: Bool) -> Int {
    let piece = pieces[place]
    guard !hasEnded, !isSkipping else { return place + 1 }
    if draft?.isReading == true {
      append(piece, isBullet: isBullet)
      return place + 1
    }
    if isContact(piece) || isSignature(piece), lastLabel < place {
      flush()
      hasEnded = true
      return place + 1
    }
    if isField(piece) {
      flush()
      isSkipping = true
      return place + 1
    }
    if isSectionTitle(place) {
      flush()
      isAfterGap = true
      return place + 1
    }
    if let next = caption(place) { return next }
    if leavesQuestion(piece) { flush() }
    if let next = chatTopic(place, isBullet: isBullet) { return next }
    if let next = opinionsLead(place) { return next }
    if let next = narration(place, isBullet: isBullet) { return next }
    if draft?.form == .turn || draft?.form == .question || draft?.form == .written {
      doubt(piece)
      append(piece, isBullet: isBullet)
    } else if isInOpinions {
      opinion(piece, isBullet: isBullet)
    } else {
      loose.append((piece.span, piece.line.number))
      isAfterGap = false
    }
    return place + 1
  }

  /// `出席者：` alone on its line below the minutes: a list follows and no speech.
  func isField(_ piece: Piece) -> Bool {
    guard piece.span.count <= 12, draft == nil || isAfterGap || draft?.form == .opinion,
      let last = scalars[piece.span.range].last, last == ":" || last == "："
    else { return false }
    return Self.fields.contains(AgendaTree.key(scalars.text(piece.span)))
  }

  /// A line in a turn that bears the mark of labels and could be none of this speaker's.
  mutating func doubt(_ piece: Piece) {
    guard !labelMarks.isEmpty, !piece.isInner, piece.span.count >= 2,
      let mark = CandidateFinder.mark(scalars[piece.span.from]), labelMarks.contains(mark),
      !scalars[piece.span.from + 1].isBlank,
      CandidateFinder.mark(scalars[piece.span.from + 1]) == nil
    else { return }
    findings.append(
      Finding(
        kind: "labelDoubtful", line: piece.line.number,
        message: "a line with the mark of labels is read as words of the turn: "
          + scalars.text(TextSpan(piece.span.from, min(piece.span.to, piece.span.from + 30)))))
  }

  mutating func append(_ piece: Piece, isBullet: Bool) {
    guard draft != nil, !piece.span.isEmpty else { return }
    for index in draft?.pendingEvents ?? [] { events[index].inStatement = spoken.count }
    draft?.pendingEvents = []
    draft?.fragments.append(
      Fragment(
        span: piece.span, line: piece.line.number, page: piece.line.page,
        indent: piece.line.indent, isAfterGap: isAfterGap, isBullet: isBullet))
    isAfterGap = false
  }

  func trimmed(_ span: TextSpan) -> TextSpan {
    var span = span
    while span.from < span.to, scalars[span.from].isSpace { span.from += 1 }
    while span.to > span.from, scalars[span.to - 1].isSpace { span.to -= 1 }
    return span
  }
}
