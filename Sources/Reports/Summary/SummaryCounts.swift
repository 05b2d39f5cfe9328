import Deliberation
import JapaneseText

/// Who speaks, as far as distinct persons can be told apart: by the person's id, else by the full
/// name, else by the label; a statement without any of them is nobody's.
enum Speaker: Hashable {
  case person(PersonID)
  case name(String)

  init?(_ statement: Statement) {
    if let person = statement.speaker {
      self = .person(person)
    } else if let name = statement.speakerName ?? statement.label {
      self = .name(PersonName.key(name))
    } else {
      return nil
    }
  }
}

extension StanceCount {
  /// The stances that are counted: what a speaker wants, not comments and answers.
  private static let counted: Set<SummaryGroupKind> = [
    .support, .conditionalSupport, .against, .asks, .agreement,
  ]

  private struct Key: Hashable {
    var group: SummaryGroupKind
    var targetKind: TargetKind
    var target: String?
  }

  /// Distinct persons by stance and kind of target, or by stance and target; in the order of the
  /// groups and of first appearance.
  static func counted(
    _ lines: [SummaryLine], in record: Record, byTarget: Bool
  ) -> [StanceCount] {
    var order: [Key] = []
    var rows: [Key: [SummaryLine]] = [:]
    for line in lines {
      let group = SummaryGroupKind(line)
      guard counted.contains(group) else { continue }
      let hasTarget = byTarget && (line.targetKind == .topic || line.targetKind == .organisation)
      let key = Key(
        group: group, targetKind: line.targetKind, target: hasTarget ? line.target : nil)
      if rows[key] == nil { order.append(key) }
      rows[key, default: []].append(line)
    }
    return SummaryGroupKind.allCases.flatMap { group in
      order.filter { $0.group == group }.map { count($0, rows[$0] ?? [], in: record) }
    }
  }

  private static func count(_ key: Key, _ lines: [SummaryLine], in record: Record) -> StanceCount {
    let statements = Set(lines.map(\.statement)).sorted()
    var plain: Set<Speaker> = []
    var hedged: Set<Speaker> = []
    for line in lines {
      guard let speaker = Speaker(record.statements[line.statement]) else { continue }
      if line.hedged { hedged.insert(speaker) } else { plain.insert(speaker) }
    }
    func persons(_ isCounted: (SpeakerKind) -> Bool) -> Int {
      Set(
        statements.map { record.statements[$0] }.filter { isCounted($0.kind) }
          .compactMap(Speaker.init)
      ).count
    }
    return StanceCount(
      group: key.group, targetKind: key.targetKind, target: key.target,
      members: persons(\.isMember), administration: persons(\.answersForAdministration),
      others: persons { !$0.isMember && !$0.answersForAdministration },
      hedged: hedged.subtracting(plain).count,
      unnamed: statements.count { Speaker(record.statements[$0]) == nil },
      statements: statements.count)
  }
}

extension Contradiction {
  /// Opposite views of different persons on the same target: the proposal, the same words, or a
  /// statement and its contradiction.
  static func found(among lines: [SummaryLine], in record: Record) -> [Contradiction] {
    let taken = lines.filter { $0.stance.polarity != 0 && !$0.kind.answersForAdministration }
    var order: [String] = []
    var byTarget: [String: [SummaryLine]] = [:]
    for line in taken {
      guard let target = subject(line) else { continue }
      if byTarget[target] == nil { order.append(target) }
      byTarget[target, default: []].append(line)
    }
    let onTargets = order.compactMap { target in
      contradiction(target, among: byTarget[target] ?? [], in: record)
    }
    return onTargets + disagreements(among: taken, in: record)
  }

  /// What a line is about, for comparing: agreement with a speaker is no view on the matter.
  private static func subject(_ line: SummaryLine) -> String? {
    switch line.targetKind {
    case .proposal: SummaryWords.targetKind(.proposal)
    case .topic: line.target
    case .speaker, .organisation: nil
    }
  }

  private static func contradiction(
    _ target: String, among lines: [SummaryLine], in record: Record
  ) -> Contradiction? {
    let inFavour = lines.filter { $0.stance.polarity > 0 }
    let against = lines.filter { $0.stance.polarity < 0 }
    let persons = { (lines: [SummaryLine]) in
      Set(lines.map { Speaker(record.statements[$0.statement]) })
    }
    guard !inFavour.isEmpty, !against.isEmpty,
      persons(inFavour).union(persons(against)).count > 1
    else { return nil }
    return Contradiction(target: target, inFavour: inFavour, against: against)
  }

  /// A statement that says itself that it disagrees with an earlier one.
  private static func disagreements(
    among lines: [SummaryLine], in record: Record
  ) -> [Contradiction] {
    let speaking = Set(lines.map(\.statement)).sorted()
    return speaking.flatMap { index in
      record.statements[index].relations.filter { $0.kind == .disagreesWith }.flatMap(\.to)
        .compactMap { earlier in
          let inFavour = lines.filter { $0.statement == earlier && $0.stance.polarity > 0 }
          let against = lines.filter { $0.statement == index && $0.stance.polarity < 0 }
          guard !inFavour.isEmpty, !against.isEmpty else { return nil }
          return Contradiction(
            target: "発言 #\(record.statements[earlier].number)", inFavour: inFavour,
            against: against)
        }
    }
  }
}
