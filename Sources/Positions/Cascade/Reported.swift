import Deliberation
import JapaneseText

/// A view told for somebody else, in folded offsets (guide §6).
struct Report: Hashable, Sendable {
  var holder: Holder?
  var stance: Stance
  var how: ReportedHow
  /// From the holder, or from what was said, to the words that tell that it was said.
  var span: TextSpan
  var rule: String
}

extension StanceLexicon {
  /// Views of others told in a sentence: 「…から…との意見をいただいた」 and its kin.
  func reports(in passage: Passage, sentence: TextSpan) -> [Report] {
    let text = passage.text
    var found: [Report] = []
    let sources = holders(in: text, within: sentence).filter { isSource($0, text) }
    let nouns = speechNouns.all(in: text, within: sentence)
    var lastEnd = sentence.from
    for (span, noun) in nouns {
      if passage.masked.contains(where: { $0.contains(span) }) { continue }
      let source = sources.last { $0.end <= span.from }
      let from = max(lastEnd, source.map { contentStart($0, text) } ?? sentence.from)
      guard from <= span.from else { continue }
      var quote = quoteMarkers.matches(in: text, endingAt: span.from, from: from).first?.0
      if quote == nil, modifies(TextSpan(from, span.from), passage) { quote = span.from }
      guard
        let receipt = receipt(
          behind: span, text, to: sentence.to, named: source != nil && quote != nil)
      else { continue }
      if source == nil, !isHolderless(noun, quoted: quote != nil, span, receipt, text) { continue }
      let words = WordEdges.front(TextSpan(from, quote ?? span.from), in: text)
      let content = trimmed(words, text, holderless: source == nil)
      guard let stance = stance(of: content, noun, quoted: quote != nil, passage, span) else {
        continue
      }
      let start = source?.span.from ?? content.from
      found.append(
        Report(
          holder: source, stance: stance, how: .explicit,
          span: WordEdges.front(
            TextSpan(max(start, found.last?.span.to ?? start), receipt), in: text),
          rule: source == nil ? "reported.unnamed" : "reported.from"))
      lastEnd = receipt
    }
    return found
  }

  /// 「X委員が…とおっしゃった」, 「事業者は反対している」 and 「事業者からしたら…」.
  func reports(
    of clause: Clause, predicate: Predicate, act: Act?, after before: [Clause], in passage: Passage
  ) -> Report? {
    if predicate.features.contains(.said) || predicate.features.contains(.hearsay) {
      return said(clause, predicate, passage)
    }
    guard let act, act.hasPolarity || act.stance == .request else { return nil }
    if let report = theirs(act, predicate: predicate, clause: clause, after: before, in: passage) {
      return report
    }
    if act.hasPolarity || act.stance == .request,
      let source = sayer(before: act.cue.from, [clause] + before.reversed(), passage)
    {
      return Report(
        holder: source, stance: act.stance, how: .explicit,
        span: TextSpan(max(source.span.from, clause.span.from), predicate.end),
        rule: "reported.sayer")
    }
    guard act.hasPolarity, let subject = presumed(act, clause, passage) else { return nil }
    return Report(
      holder: subject, stance: act.stance, how: .presumed,
      span: TextSpan(subject.span.from, predicate.end), rule: "reported.presumed")
  }

  /// 「事業者からすれば」「国防族の議員から見ても」; 「利用者にとっては不安」 only of feelings.
  private func presumed(_ act: Act, _ clause: Clause, _ passage: Passage) -> Holder? {
    let text = passage.text
    for (word, _) in presumed.all(in: text, within: TextSpan(clause.span.from, act.cue.from)) {
      if text[word.from] == "に", act.kind != .worry && act.kind != .unease { continue }
      if let known = holders(in: text, within: TextSpan(clause.span.from, word.from))
        .last(where: { $0.end == word.from })
      {
        return known
      }
      if let found = PersonWords.holder(in: text, endingAt: word.from, from: clause.span.from),
        found.1 != .own
      {
        return Holder(span: found.0, name: TextSpan(found.0.to, found.0.to), end: found.0.to)
      }
    }
    return nil
  }

  /// Words put into a mouth: 「X委員は反対だとおっしゃった」.
  private func said(_ clause: Clause, _ predicate: Predicate, _ passage: Passage) -> Report? {
    let text = passage.text
    guard
      let subject = holders(in: text, within: TextSpan(clause.span.from, predicate.core))
        .first(where: { person in
          Self.subjects.contains { text.starts($0, at: person.end) }
        })
    else { return nil }
    let from = min(subject.end + 1, predicate.core)
    let content = Clause(
      span: TextSpan(from, predicate.core), predicateEnd: predicate.core, join: .end)
    let inner = self.predicate(in: text, clause: content.span, masked: passage.masked, open: true)
    guard let act = act(of: inner, in: text, clause: content),
      act.hasPolarity || act.stance == .request
    else { return nil }
    return Report(
      holder: subject, stance: act.stance, how: .explicit,
      span: TextSpan(subject.span.from, predicate.end), rule: "reported.said")
  }

  private static let subjects = ["から", "が", "は", "も"].map(fold)
  private static let from = fold("から")

  /// 「Xから」, but not 「Xからすると」 and not 「Xからの御指摘のとおり」.
  private func isSource(_ holder: Holder, _ text: Scalars) -> Bool {
    text.starts(Self.from, at: holder.end)
      && presumed.longest(in: text, at: holder.end, to: text.count) == nil
  }

  private func contentStart(_ holder: Holder, _ text: Scalars) -> Int {
    var offset = holder.end + Self.from.count
    while offset < text.count, Self.topic.contains(text[offset]) { offset += 1 }
    return offset
  }

  private static let topic: Set<Unicode.Scalar> = ["は", "も", "の", "、", ","]

  /// Where the words end that tell that a view was received; nil where there are none.
  private func receipt(behind noun: TextSpan, _ text: Scalars, to end: Int, named: Bool) -> Int? {
    if noun.to < end, text[noun.to].isKanji, !Self.follows.contains(text[noun.to]) { return nil }
    var offset = noun.to
    for tail in Self.nounTails where text.starts(tail, at: offset) { offset += tail.count }
    if offset < end, Self.particles.contains(text[offset]) { offset += 1 }
    var steps = 0
    while offset < end, steps < 7 {
      if let (word, _) = receipts.longest(in: text, at: offset, to: end) {
        if begs(word, text) || gives(word, text) { return nil }
        return WordEdges.ending(of: word.to, in: text, to: end)
      }
      if text[offset] == "、" || text[offset] == "。" || text[offset] == "と" { break }
      offset += 1
      steps += 1
    }
    guard named else { return nil }
    for tail in Self.acknowledged where text.starts(tail, at: noun.to) {
      return WordEdges.ending(of: noun.to + tail.count, in: text, to: end)
    }
    return nil
  }

  /// させていただく: the speaker gives words, and receives none.
  private func gives(_ receipt: TextSpan, _ text: Scalars) -> Bool {
    Self.giving.contains { text.starts($0, at: receipt.from - $0.count) }
  }

  private static let giving = ["させて", "して", "申し上げて"].map(fold)

  /// Kanji that may stand right behind a noun of speech; others make another word (意見書, 考え方).
  private static let follows: Set<Unicode.Scalar> = [
    "等", "多", "示", "出", "頂", "寄", "受", "預", "賜", "承", "伺", "聞", "上", "有",
  ]
  private static let nounTails = [
    "等", "など", "の声", "の意見", "の御意見", "のご意見", "の趣旨", "や要望", "や意見", "や声", "や懸念", "や不安", "や疑問",
  ].map(fold)
  private static let particles: Set<Unicode.Scalar> = ["が", "を", "も", "は", "で", "の", "と"]
  private static let acknowledged = [
    "と理解", "と認識", "と受け止", "でした", "であった", "でございました", "だった", "でござい", "と承知", "であると",
  ].map(fold)

  /// いただきたい asks for a view, it tells none.
  private func begs(_ receipt: TextSpan, _ text: Scalars) -> Bool {
    for tail in Self.begging where text.starts(tail, at: receipt.to) { return true }
    // 「意見を表明する場合」 speaks of a case.
    for tail in Self.cases where text.starts(tail, at: receipt.to) { return true }
    let limit = min(text.count, receipt.to + 10)
    return Self.intending.contains {
      text.firstOffset(of: $0, from: receipt.to, to: limit) != nil
    }
  }

  private static let cases = ["する場合", "するとき", "することと", "すること", "した場合"].map(fold)
  private static let intending = ["いきたい", "まいりたい", "参りたい", "いただきたい", "たいと"].map(fold)
  private static let begging = [
    "たい", "得", "たく", "ければ", "けない", "けます", "けると", "れば", "ますか", "ますでしょうか", "ませんか", "ませんでしょうか",
    "ましょうか", "ましたら", "ません", "ない", "なかった", "ば", "りません", "いません", "りますか", "りましたら", "まい", "のではな",
    "んじゃな", "のでしょう", "か。", "りましょう",
  ].map(fold)

  /// Without a holder only a quoted view, or agreement received, is somebody else's.
  private func isHolderless(
    _ noun: SpeechNoun, quoted: Bool, _ span: TextSpan, _ receipt: Int, _ text: Scalars
  ) -> Bool {
    if noun.stance == .support {
      return text.starts(Self.received, at: span.to) || text.starts(Self.received2, at: span.to)
        || text.starts(Self.received, at: span.to + 1)
    }
    guard quoted else { return false }
    guard noun.stance != nil else { return true }
    if text[span.from] == "御" || text[span.from] == "ご" { return true }
    return Self.voices.contains {
      text.firstOffset(of: $0, from: span.to, to: receipt) != nil
    }
  }

  private static let received = fold("いただ")
  private static let received2 = fold("頂")
  private static let voices = ["示さ", "出", "寄せ", "聞かれ", "いただ", "頂", "上が", "あった", "あり"].map(fold)

  private func trimmed(_ span: TextSpan, _ text: Scalars, holderless: Bool) -> TextSpan {
    var content = span
    if holderless {
      for lead in [fold("では、"), fold("は、"), fold("が、"), fold("、一方で、")] {
        if let offset = text.firstOffset(of: lead, from: content.from, to: content.to),
          offset - content.from < 16
        {
          content.from = offset + lead.count
          break
        }
      }
    }
    while content.from < content.to, text[content.from] == "、" { content.from += 1 }
    return content
  }

  /// 「…に反対する意見」: a verb of stance right before the noun says what the view is.
  private func modifies(_ content: TextSpan, _ passage: Passage) -> Bool {
    guard content.count > 2, let last = passage.text[..<content.to].last, last == "る" || last == "い"
    else { return false }
    let predicate = self.predicate(
      in: passage.text, clause: content, masked: passage.masked, open: true)
    let clause = Clause(span: content, predicateEnd: content.to, join: .end)
    return act(of: predicate, in: passage.text, clause: clause)?.hasPolarity ?? false
  }

  /// The words inside quotation marks that end the content.
  private func inner(_ content: TextSpan, _ text: Scalars) -> TextSpan {
    guard content.count > 2, text[content.to - 1] == "」",
      let open = text[content.range].lastIndex(of: "「")
    else { return content }
    return TextSpan(open + 1, content.to - 1)
  }

  /// What the reported words want; nil where nothing was quoted.
  private func stance(
    of content: TextSpan, _ noun: SpeechNoun, quoted: Bool, _ passage: Passage, _ span: TextSpan
  ) -> Stance? {
    if let own = noun.stance { return own }
    let content = inner(content, passage.text)
    guard !content.isEmpty else { return nil }
    let parts = clauses(in: passage.text, sentence: content)
    guard let last = parts.last else { return nil }
    let clause = Clause(span: last.span, predicateEnd: content.to, join: .end)
    var predicate = self.predicate(
      in: passage.text, clause: clause.span, masked: passage.masked, open: true)
    predicate.features.subtract([.said, .hearsay])
    if let act = act(of: predicate, in: passage.text, clause: clause) {
      if act.hasPolarity { return act.stance }
      guard quoted, !noun.weak else { return nil }
      if act.stance == .question || act.stance == .request { return act.stance }
      if act.kind == .important || act.rule.hasPrefix("act.ought") { return .request }
      return .comment
    }
    return quoted && !noun.weak ? .comment : nil
  }
}
