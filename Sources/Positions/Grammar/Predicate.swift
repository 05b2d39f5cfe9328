import JapaneseText

/// The end of a clause, taken apart from the right: what the function words add, and the cues of
/// the lexicon on which they stand.
struct Predicate: Hashable, Sendable {
  /// A cue at the core, with what it and all words behind it say together.
  struct Candidate: Hashable, Sendable {
    var cue: Int
    var span: TextSpan
    var features: Features
    var negations: Int

    var isNegated: Bool { !negations.isMultiple(of: 2) }
  }

  /// Cues that end at the core, the longest first; several where a word serves several acts.
  var candidates: [Candidate] = []
  /// What the function words add.
  var features: Features = []
  var negations = 0
  /// Where the function words begin.
  var core: Int
  var end: Int

  var isNegated: Bool { !negations.isMultiple(of: 2) }

  /// Whether か may stand here: behind it only words of thought and report can follow.
  var mayAsk: Bool {
    negations == 0
      && features.isSubset(of: [
        .thought, .recognised, .hearsay, .said, .uncertain, .copula, .progressive, .plain,
        .question,
      ])
  }

  /// What the function words and the form of the cue say together.
  var whole: Features { features.union(candidates.first?.features ?? []) }
}

extension StanceLexicon {
  /// Reads the predicate that ends a clause.
  ///
  /// `open` tells that something follows (another clause, a noun), so that a stem may end it.
  func predicate(in text: Scalars, clause: TextSpan, masked: [TextSpan], open: Bool) -> Predicate {
    var reading = Predicate(core: clause.to, end: clause.to)
    var stripped = open
    var steps = 0
    while reading.core > clause.from, steps < 24 {
      steps += 1
      var taken = false
      for (offset, entry) in tails.matches(in: text, endingAt: reading.core, from: clause.from) {
        if let cue = entry.cue {
          let span = TextSpan(offset, reading.core)
          guard stands(cue, entry, span, in: text, clause: clause, masked: masked, reading),
            !entry.bound || stripped
          else { continue }
          if cues[cue].kind == .through {
            guard stripped, reading.candidates.isEmpty else { continue }
            // 「…という認識であると理解している」 sums up somebody else's.
            if reading.features.contains(.recognised) { reading.features.insert(.said) }
            reading.core = offset
            taken = true
            break
          }
          if cues[cue].kind == .stop { return reading }
          reading.candidates.append(
            Predicate.Candidate(
              cue: cue, span: span, features: reading.features.union(entry.features),
              negations: reading.negations + entry.negations))
        } else if reading.candidates.isEmpty {
          guard !entry.bound || stripped,
            !entry.features.contains(.question) || reading.mayAsk && !runsOn(text, reading.core)
          else { continue }
          // A question about a suggestion is a question.
          let asked = reading.features.contains(.question) && entry.features == .suggestion
          // 「困難と見られていた」: what was thought in general.
          if entry.features.isSuperset(of: [.thought, .passive]),
            reading.features.contains(.progressive), reading.features.contains(.past)
          {
            reading.features.insert(.said)
          }
          // 「…と思っているかもしれない」: nobody guesses at what they think themselves.
          if entry.features.contains(.thought),
            reading.features.contains(.progressive)
              && !reading.features.isDisjoint(with: [.uncertain, .suggestion])
              || entry.features.contains(.plain)
                && Self.guesses.contains(where: { text.starts($0, at: reading.core) })
          {
            reading.features.insert(.said)
          }
          reading.features.formUnion(
            asked ? entry.features.subtracting(.suggestion) : entry.features)
          reading.negations += entry.negations
          reading.core = offset
          stripped = true
          taken = true
          break
        }
      }
      if !taken { break }
    }
    return reading
  }

  /// 「…と思うかもしれませんが」: nobody guesses at what they think themselves.
  private static let guesses = ["かもしれ", "かも知れ", "かもわか", "んでしょう", "のでしょう", "でしょうけ", "でしょうが"].map(
    fold)

  /// 「いかん」: か with ん behind it is part of a word.
  private func runsOn(_ text: Scalars, _ offset: Int) -> Bool {
    offset < text.count && text[offset] == "ん"
  }

  /// 「…の問題である」 tells what kind of matter it is, not that something is wrong.
  private func isGenitive(_ text: Scalars, _ offset: Int, exists: Bool) -> Bool {
    guard offset > 1 else { return false }
    if exists, text.starts(Self.called, at: offset - 3), text[offset - 4] != "か" { return false }
    if text[offset - 1] == "の" { return text[offset - 2] != "上" }
    return text.starts(["い", "う"], at: offset - 2)
  }

  private static let done = ["して", "し、", "をして", "します", "しま", "する"].map(\.scalars)
  private static let called = "という".scalars
  private static let matters = ["問題".scalars, "課題".scalars]
  private static let duties = ["けない", "ならない", "べき"].map(\.scalars)
  private static let relative: Set<Unicode.Scalar> = ["る", "た", "ぬ", "む", "す", "つ", "ぶ", "ぐ"]
  private static let grave = [
    "大き", "重大", "深刻", "ゆゆし", "由々し", "致命的", "厄介", "やっかい", "切実", "重要", "根本的", "困った", "残念", "異常", "困難",
    "喫緊", "大変", "難し",
  ].map(fold)
  private static let risk = "リスク".scalars

  /// 「センシティブな問題だ」 tells what kind of matter it is, 「深刻な問題だ」 that it is wrong.
  private func isOfKind(_ text: Scalars, _ span: TextSpan, from: Int) -> Bool {
    guard span.from > from, text[span.from - 1] == "な" else { return false }
    let window = max(from, span.from - 6)
    return !Self.grave.contains { text.firstOffset(of: $0, from: window, to: span.from) != nil }
  }

  private func stands(
    _ index: Int, _ entry: TailEntry, _ span: TextSpan, in text: Scalars, clause: TextSpan,
    masked: [TextSpan], _ reading: Predicate
  ) -> Bool {
    let cue = cues[index]
    if masked.contains(where: { $0.contains(span) && $0 != span }) { return false }
    let features = reading.features.union(entry.features)
    let negated = !(reading.negations + entry.negations).isMultiple(of: 2)
    if cue.onlyNegated, !negated { return false }
    if cue.state, reading.core < clause.to, !negated,
      features.isDisjoint(with: [.exists, .copula, .suggestion, .uncertain, .thought, .progressive])
    {
      return false
    }
    // 「自分で負担している」「混乱をしている」 tells what is done.
    if cue.state, cue.kind == .worry || cue.kind == .bad, span.to < clause.to,
      Self.done.contains(where: { text.starts($0, at: span.to) })
    {
      return false
    }
    if cue.state, cue.kind == .worry,
      isGenitive(text, span.from, exists: features.contains(.exists))
    {
      return false
    }
    // 「解決しなければいけない問題だ」 tells which matter, 「大きな問題だ」 that it is wrong.
    if cue.state, cue.kind == .worry, features.contains(.copula),
      !features.contains(.exists) || text.starts(["で"], at: span.to),
      span.from > clause.from,
      Self.relative.contains(text[span.from - 1]) || isOfKind(text, span, from: clause.from)
        || Self.duties.contains(where: { text.starts($0, at: span.from - $0.count) }),
      Self.matters.contains(where: { text.starts($0, at: span.from) })
    {
      return false
    }
    // 「…というリスクでありますが」 says which.
    if cue.state, cue.kind == .worry, text.starts(Self.risk, at: span.from),
      features.contains(.copula), !features.contains(.exists)
    {
      return false
    }
    if cue.needs.isEmpty, cue.unless.isEmpty { return true }
    let window = TextSpan(max(clause.from, span.from - 40), min(clause.to, span.to + 8))
    func has(_ word: Scalars) -> Bool {
      text.firstOffset(of: word, from: window.from, to: window.to) != nil
    }
    if !cue.needs.isEmpty, !cue.needs.contains(where: has) { return false }
    return !cue.unless.contains(where: has)
  }
}
