import Deliberation
import JapaneseText

/// Sorts lines into groups and puts answers beside what they answer.
struct SummaryAnswers {
  let record: Record
  let lines: SummaryLines
  /// Statements that a later answer addresses, with the answering statements.
  private let answeredBy: [Int: [Int]]
  /// Answers to exactly one statement, by that statement.
  private let answersTo: [Int: [SummaryLine]]

  init(record: Record, lines: SummaryLines) {
    self.record = record
    self.lines = lines
    var answeredBy: [Int: [Int]] = [:]
    for (index, statement) in record.statements.enumerated() {
      let answered =
        statement.relations.filter { $0.kind == .answers }.flatMap(\.to)
        + statement.positions.filter { $0.stance == .answer }.flatMap(\.targetStatements)
      for target in Set(answered).sorted() { answeredBy[target, default: []].append(index) }
    }
    self.answeredBy = answeredBy
    answersTo = SummaryAnswers.answers(in: record, lines: lines)
  }

  /// The groups that hold anything, in their order.
  func groups(of own: [SummaryLine]) -> [SummaryGroup] {
    var entries: [SummaryGroupKind: [SummaryEntry]] = [:]
    let attached = attachments(among: own)
    let placed = Set(attached.values.flatMap(\.self).map(\.key))
    for line in own where !placed.contains(line.key) {
      let kind = SummaryGroupKind(line)
      if let last = entries[kind]?.indices.last,
        entries[kind]?[last].lines.first?.statement == line.statement
      {
        entries[kind]?[last].lines.append(line)
      } else {
        entries[kind, default: []].append(SummaryEntry(lines: [line], answers: [], answeredAt: []))
      }
    }
    for kind in SummaryGroupKind.allCases {
      for index in entries[kind]?.indices ?? 0..<0 {
        guard let statement = entries[kind]?[index].lines.first?.statement else { continue }
        let answers = attached[EntryKey(statement: statement, group: kind)] ?? []
        entries[kind]?[index].answers = Self.telling(answers)
        entries[kind]?[index].answersLeftOut = answers.count - Self.telling(answers).count
        if kind == .asks || kind == .against {
          let shown = Set(answers.map(\.statement))
          entries[kind]?[index].answeredAt = (answeredBy[statement] ?? [])
            .filter { !shown.contains($0) }.map(lines.address)
        }
      }
    }
    return SummaryGroupKind.allCases.compactMap { kind in
      guard var shown = entries[kind] else { return nil }
      if kind == .procedure { shown = shown.compactMap(Self.decisive) }
      return shown.isEmpty ? nil : SummaryGroup(kind: kind, entries: shown.map(Self.shortened))
    }
  }

  /// What a chair decides or asks to be done; giving the floor, opening and closing are left out.
  private static func decisive(_ entry: SummaryEntry) -> SummaryEntry? {
    var shown = entry
    shown.lines = entry.lines.filter { line in
      line.level != .verbatim || Formulas.isDecision(line.quote)
    }
    return shown.lines.isEmpty ? nil : shown
  }

  /// How many comments or answers of one statement are shown together.
  private static let most = 5

  /// The lines that are shown: whoever speaks at length is not quoted at length.
  ///
  /// Every stance is shown; of comments and answers those that say what ought to be, then those that
  /// promise or propose something, then the first ones.
  private static func telling(_ lines: [SummaryLine]) -> [SummaryLine] {
    let plain = lines.indices.filter { lines[$0].stance == .comment || lines[$0].stance == .answer }
    guard plain.count > most else { return lines }
    let claims = plain.filter { Formulas.isClaim(lines[$0].quote) }
    let marked = plain.filter { lines[$0].modality != nil && !claims.contains($0) }
    let unmarked = plain.filter { lines[$0].modality == nil && !claims.contains($0) }
    let kept = Set((claims + marked + unmarked).prefix(most))
    return lines.indices.filter { kept.contains($0) || !plain.contains($0) }.map { lines[$0] }
  }

  private static func shortened(_ entry: SummaryEntry) -> SummaryEntry {
    var shown = entry
    shown.lines = telling(entry.lines)
    shown.linesLeftOut = entry.lines.count - shown.lines.count
    return shown
  }

  /// Questions and requests that no later statement answers.
  func unanswered(of own: [SummaryLine]) -> [SummaryLine] {
    own.filter { SummaryGroupKind($0) == .asks && answeredBy[$0.statement] == nil }
  }

  private struct EntryKey: Hashable {
    var statement: Int
    var group: SummaryGroupKind
  }

  /// Answers to exactly one statement, by the entry that they answer: that of the questions first.
  private func attachments(among own: [SummaryLine]) -> [EntryKey: [SummaryLine]] {
    let urgency: [SummaryGroupKind] = [
      .asks, .against, .conditionalSupport, .remarks,
    ]
    var groups: [Int: Set<SummaryGroupKind>] = [:]
    for line in own { groups[line.statement, default: []].insert(SummaryGroupKind(line)) }
    var attached: [EntryKey: [SummaryLine]] = [:]
    for (target, held) in groups {
      guard let answers = answersTo[target], let group = urgency.first(where: held.contains)
      else { continue }
      attached[EntryKey(statement: target, group: group)] = answers
    }
    return attached
  }

  /// Answers that address exactly one earlier statement: by their position, else by the relation of
  /// their statement.
  private static func answers(in record: Record, lines: SummaryLines) -> [Int: [SummaryLine]] {
    var answers: [Int: [SummaryLine]] = [:]
    for (index, statement) in record.statements.enumerated() {
      let related = statement.relations.filter { $0.kind == .answers }.flatMap(\.to)
      // A sentence that only tells again what somebody said is no answer to it.
      let told = statement.reported.map(\.clause)
      for position in statement.positions
      where position.stance == .answer && !told.contains(where: position.clause.overlaps) {
        let targets = Set(position.targetStatements.isEmpty ? related : position.targetStatements)
        guard targets.count == 1, let target = targets.first, target < index else { continue }
        answers[target, default: []].append(lines.line(position, of: index))
      }
    }
    return answers
  }
}

extension SummaryGroupKind {
  /// The group in which a line stands.
  init(_ line: SummaryLine) {
    self =
      switch line.stance {
      case _ where line.kind.answersForAdministration: .administration
      case _ where line.modality == .procedural || line.modality == .invitation: .procedure
      case .support where line.targetKind == .speaker: .agreement
      case .conditionalSupport where line.targetKind == .speaker: .agreement
      case .support: .support
      case .conditionalSupport: .conditionalSupport
      case .oppose, .concern: .against
      case .request, .question: .asks
      case .answer, .comment: .remarks
      }
  }
}

extension SummaryLine {
  /// Whether it may be nothing but a courtesy: for and against never are.
  var mayBeCourtesy: Bool {
    [.comment, .answer, .request, .question].contains(stance)
  }

  /// What makes a line the same line.
  struct Key: Hashable {
    var statement: Int
    var stance: Stance
    var span: TextSpan
    var target: String?
  }

  var key: Key { Key(statement: statement, stance: stance, span: span, target: target) }
}
