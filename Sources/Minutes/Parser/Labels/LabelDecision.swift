import JapaneseText

/// Which lines of a record are labels.
///
/// That is decided over the whole document, because one mark can be label, bullet and heading (guide
/// minutes-formats §5 and §11, 2). When in doubt a line is none.
struct LabelDecision {
  /// The labels by the line of the view on which they stand.
  private(set) var labels: [Int: Label] = [:]
  /// The labels that were accepted, folded to their printed form.
  private(set) var printed: Set<String> = []
  private(set) var styles: Set<LabelStyle> = []

  /// Counts of one form of label.
  private struct Evidence {
    var strong = 0
    var weak = 0
    var attending = 0
    var distinct: [String: Int] = [:]
    var sentences = 0
    var questions = 0
    var answers = 0
  }

  init(_ candidates: [Int: LabelCandidate], order: [Int], grammar: LabelGrammar) {
    var evidence: [LabelStyle: Evidence] = [:]
    for line in order {
      guard let candidate = candidates[line] else { continue }
      let parts = candidate.label.parts
      var count = evidence[candidate.label.style] ?? Evidence()
      if parts.strength == 2, candidate.isParted { count.strong += 1 } else { count.weak += 1 }
      if let name = parts.name, grammar.isKnown(name) { count.attending += 1 }
      count.distinct[candidate.label.printed, default: 0] += 1
      if candidate.endsSentence || candidate.isAlone { count.sentences += 1 }
      if candidate.label.isQuestion == true { count.questions += 1 }
      if candidate.label.isQuestion == false { count.answers += 1 }
      evidence[candidate.label.style] = count
    }
    styles = Self.accepted(evidence)
    accept(candidates, order: order, evidence: evidence, grammar: grammar)
  }

  private static func accepted(_ evidence: [LabelStyle: Evidence]) -> Set<LabelStyle> {
    var accepted: Set<LabelStyle> = []
    var strong = 0
    for (style, count) in evidence {
      switch style {
      case .bracket, .mark:
        let isBullet = style == .mark("・") || style == .mark("•")
        let needed = isBullet ? 3 : 2
        if count.strong >= needed || count.strong >= 1 && (count.attending > 0 || !isBullet) {
          accepted.insert(style)
          strong += count.strong
        }
      case .field:
        accepted.insert(style)
        strong += count.strong + count.weak
      default: break
      }
    }
    for (style, count) in evidence where style == .question {
      if count.questions >= 1, count.answers >= 1 { accepted.insert(style) }
    }
    // a mark that names one speaker once says little beside another form of label
    let lead = evidence.filter { accepted.contains($0.key) }.map(\.value.strong).max() ?? 0
    if lead >= 3 { return accepted }
    let others: [LabelStyle] = [.round, .closing, .ordinal, .bare, .colon]
    let best = others.compactMap { style in evidence[style].map { (style, $0) } }
      .filter { isConvincing($0.0, $0.1) }
      .max { $0.1.strong + $0.1.weak < $1.1.strong + $1.1.weak }
    if let best, best.1.strong + best.1.weak > lead { accepted.insert(best.0) }
    return accepted
  }

  /// Whether a form without a mark is used for labels at all.
  private static func isConvincing(_ style: LabelStyle, _ count: Evidence) -> Bool {
    let repeats = count.distinct.values.contains { $0 >= 2 }
    if style == .bare, count.sentences * 2 < count.strong + count.weak { return false }
    return switch style {
    case .round: count.strong >= 2
    case .closing: count.strong >= 2
    case .ordinal: count.strong >= 3 && repeats
    case .bare: count.strong >= 3 && (repeats || count.attending >= 2) || count.attending >= 2
    case .colon:
      count.strong >= 2 || count.attending >= 2
        || count.weak >= 4 && count.distinct.count >= 2 && repeats
    default: false
    }
  }

  private mutating func accept(
    _ candidates: [Int: LabelCandidate], order: [Int], evidence: [LabelStyle: Evidence],
    grammar: LabelGrammar
  ) {
    let standAlone = Self.standAlone(candidates, evidence[.bare])
    for (place, line) in order.enumerated() {
      guard let candidate = candidates[line], styles.contains(candidate.label.style) else {
        continue
      }
      let label = candidate.label
      let isAttending =
        label.parts.name.map(grammar.isKnown)
        ?? label.parts.organisation.map { grammar.isKnownOrganisation($0.scalars) } ?? false
      let times = evidence[label.style]?.distinct[label.printed] ?? 0
      let isSure =
        switch label.style {
        case .field, .question: true
        case .bracket, .mark:
          candidate.isParted
            && (label.parts.strength == 2 || isAttending
              || label.parts.hasUnknownTitle && !candidate.isAlone
                && (evidence[label.style]?.strong ?? 0) >= 3)
        case .bare:
          label.parts.strength == 2 && candidate.isParted
            && (times >= 2 || isAttending
              || candidate.isAlone && candidate.opensWords
                && (evidence[label.style]?.strong ?? 0) >= 4
              || label.parts.name != nil && !candidate.isAlone && candidate.endsSentence
                && (evidence[label.style]?.strong ?? 0) >= 4
              || standAlone && candidate.isAlone && Self.namesSurname(label.parts, grammar))
            && !Self.isListed(place, order, candidates)
        case .colon:
          label.parts.strength == 2 || isAttending || times >= 2
            || label.printed.unicodeScalars.allSatisfy { $0.isASCII && !$0.isBlank }
        case .round, .closing, .ordinal: label.parts.strength == 2
        }
      guard isSure else { continue }
      labels[line] = label
      printed.insert(label.printed)
    }
  }

  /// Whether this record prints labels without a mark on lines of their own: one or more of them
  /// come again, so that somebody who speaks once and is on no list is labelled likewise.
  private static func standAlone(_ candidates: [Int: LabelCandidate], _ bare: Evidence?) -> Bool {
    guard let bare else { return false }
    let alone = candidates.values.filter {
      $0.isAlone && $0.label.style == .bare && $0.label.parts.strength == 2
    }
    let again = Set(alone.map(\.label.printed)).count { bare.distinct[$0, default: 0] >= 2 }
    return again >= 1 && alone.count * 2 > bare.strong + bare.weak
  }

  /// What stands before the title is as long as most surnames, or one of the lexicon.
  private static func namesSurname(_ parts: LabelParts, _ grammar: LabelGrammar) -> Bool {
    guard let name = parts.name?.scalars, !parts.hasUnknownTitle else { return false }
    return name.count == 2 || grammar.lexicon.isSurname(name)
  }

  /// Labels alone on their lines, one after the other, are a list of names and no turns.
  private static func isListed(
    _ place: Int, _ order: [Int], _ candidates: [Int: LabelCandidate]
  ) -> Bool {
    func isAlone(_ place: Int) -> Bool {
      order.indices.contains(place) && candidates[order[place]]?.isAlone == true
    }
    return isAlone(place) && (isAlone(place + 1) || isAlone(place - 1))
  }

  /// Reads the labels again with what all of them together show: surnames for where a section
  /// begins (三國谷長官 → 三國谷 + 取引所監理官), and whether this record labels with full names.
  mutating func refine(_ grammar: LabelGrammar) {
    var surnames: Set<String> = []
    var long: Set<String> = []
    var short: Set<String> = []
    var seen: Set<String> = []
    for label in labels.values where seen.insert(label.printed).inserted {
      guard let name = label.parts.name, !grammar.isKnown(name) else { continue }
      let isSeat = label.parts.roleClass == .seat || label.parts.roleClass == .person
      let count = name.unicodeScalars.count
      if isSeat || label.parts.hasWholeStem, (2...3).contains(count) {
        surnames.insert(PersonName.key(name))
      }
      guard isSeat, !label.printed.contains("（"), !label.printed.contains("(") else { continue }
      if count >= 4 { long.insert(name) } else { short.insert(name) }
    }
    let usesFullNames = long.count >= 3 && long.count > short.count * 2
    let wise = grammar.knowing(usesFullNames ? [] : surnames)
    var known: [String: LabelParts] = [:]
    for (line, label) in labels where label.style != .field && label.style != .question {
      var parts = known[label.printed] ?? wise.parts(of: label.printed.scalars)
      known[label.printed] = parts
      guard parts.strength > 0, label.parts.role?.contains("番") != true else { continue }
      if let name = parts.name, parts.roleClass == .seat || parts.roleClass == .person,
        !grammar.isKnown(name), !label.printed.contains("（"), !label.printed.contains("(")
      {
        let count = name.unicodeScalars.count
        if usesFullNames {
          parts.isFullName = parts.isFullName || count >= 3 && !wise.lexicon.isSurname(name.scalars)
        } else if parts.roleClass == .seat, long.count < 3 {
          parts.isFullName = parts.isFullName && count >= 5
        }
      }
      labels[line]?.parts = parts
    }
  }

  /// Adds labels that stand without a blank before their text (`○友杉部会長それでは`).
  mutating func add(_ label: Label, line: Int) { labels[line] = label }
}

extension LabelGrammar {
  func isKnown(_ name: String) -> Bool {
    guard !knownNames.isEmpty || !knownSurnames.isEmpty else { return false }
    let key = PersonName.key(name)
    return knownNames.contains(key) || knownSurnames.contains(key)
  }
}
