import Deliberation
import JapaneseText

/// What was said before a statement, and by whom: the ground on which references are resolved.
struct Discussion: Sendable {
  /// One statement as far as references need it.
  struct Turn: Sendable {
    var kind: SpeakerKind
    var speaker: PersonID?
    var surname: Scalars
    var fullName: String?
    var agenda: [AgendaPath]
    /// Whether a paper was explained or the matter changed right before it.
    var opens: Bool
    var explains: Bool
    /// Has something to answer or agree with, beyond the proceedings.
    var hasSubstance = false
    /// Asks, wants or doubts something.
    var wantsAnswer = false
    var enumerates = false
  }

  private(set) var turns: [Turn]
  /// The earliest turn of the same discussion, by turn.
  private let segmentStart: [Int]

  init(_ record: Record) {
    let breaks = Set(
      record.events.filter { $0.kind == .explanation || $0.kind == .agendaMove }
        .map(\.beforeStatement))
    var turns: [Turn] = []
    var starts: [Int] = []
    for (index, statement) in record.statements.enumerated() {
      let previous = turns.last
      let opens =
        index == 0 || breaks.contains(index) || statement.agenda != previous?.agenda ?? []
      turns.append(
        Turn(
          kind: statement.kind, speaker: statement.speaker,
          surname: Self.surname(of: statement), fullName: statement.speakerName,
          agenda: statement.agenda, opens: opens,
          explains: Self.explains(index, record.statements)))
      starts.append(opens ? index : starts[index - 1])
    }
    self.turns = turns
    segmentStart = starts
  }

  /// Tells what a statement turned out to hold; called in order of speaking.
  mutating func note(_ index: Int, substance: Bool, wantsAnswer: Bool, enumerates: Bool) {
    turns[index].hasSubstance = substance
    turns[index].wantsAnswer = wantsAnswer
    turns[index].enumerates = enumerates
  }

  func start(of index: Int) -> Int { segmentStart[index] }

  /// The latest earlier statement of a person: in the discussion, then in the agenda item, then in
  /// the meeting; nil where the name fits nobody, or two people of whom neither is nearer.
  func latest(of name: Scalars, before index: Int) -> Int? {
    var latest: Int?
    for turn in stride(from: index - 1, through: 0, by: -1)
    where turns[turn].speaker != turns[index].speaker || turns[turn].speaker == nil {
      guard turns[turn].hasSubstance || latest == nil,
        turns[turn].surname != turns[index].surname, isNamed(turns[turn], name)
      else { continue }
      if turns[turn].hasSubstance { return turn }
      latest = turn
    }
    return latest
  }

  /// Whether somebody of the record so far bears the name.
  func isNamed(_ turn: Turn, _ name: Scalars) -> Bool {
    guard !name.isEmpty else { return false }
    if !turn.surname.isEmpty, name.count >= turn.surname.count,
      name.suffix(turn.surname.count) == turn.surname[...]
    {
      return true
    }
    guard let full = turn.fullName else { return false }
    return PersonName.surname(String(name), begins: full)
  }

  /// Earlier statements of members in the discussion that hold something.
  func members(before index: Int) -> [Int] {
    (start(of: index)..<index).filter {
      !turns[$0].kind.answersForAdministration && turns[$0].hasSubstance
        && turns[$0].surname != turns[index].surname
    }
  }

  /// Statements since the last turn of an official in the discussion that hold something.
  func unanswered(before index: Int) -> [Int] {
    var found: [Int] = []
    var turn = index - 1
    while turn >= start(of: index) {
      if turns[turn].kind.answersForAdministration {
        if turn == index - 1, turns[turn].explains { break }
        if !found.isEmpty || turns[turn].surname != turns[index].surname || turns[turn].hasSubstance
        {
          break
        }
      }
      if turns[turn].hasSubstance, !turns[turn].kind.answersForAdministration { found.append(turn) }
      turn -= 1
    }
    return found.reversed()
  }

  /// The surname as the label prints it.
  private static func surname(of statement: Statement) -> Scalars {
    if let surname = statement.surname { return fold(surname) }
    return []
  }

  /// Whether an official presents a paper: called upon to explain, or the first to speak at length
  /// on a matter.
  private static func explains(_ index: Int, _ statements: [Statement]) -> Bool {
    let statement = statements[index]
    guard statement.kind.answersForAdministration else { return false }
    if isReading(statement) { return true }
    guard index > 0 else { return false }
    let before = statements[index - 1]
    guard !before.kind.answersForAdministration else {
      return before.agenda == statement.agenda && explains(index - 1, statements)
    }
    guard before.kind == .chair || before.kind == .deputyChair else { return false }
    let text = fold(String(before.text.suffix(90)))
    guard calls.contains(where: { text.firstOffset(of: $0) != nil }) else { return false }
    return statement.text.unicodeScalars.count > 250
  }

  private static let calls = [
    "説明をお願い", "説明お願い", "説明を願い", "報告をお願い", "説明いただき", "説明を求め", "紹介をお願い", "朗読", "説明をいただ", "説明願います",
    "報告願います", "説明を願", "報告を願", "説明を求", "報告を求",
  ].map(fold)

  /// A speech of many pages, or one that leads through a paper.
  private static func isReading(_ statement: Statement) -> Bool {
    guard statement.text.utf8.count > 700 else { return false }
    let text = statement.text.scalars
    guard text.count > 700 else { return false }
    if text.count > 3000 { return true }
    let pages = pageWords.reduce(0) { $0 + text.offsets(of: $1).count }
    return pages * 400 > text.count
  }

  private static let pageWords = ["ページ", "ご覧", "御覧", "資料"].map(\.scalars)
}
