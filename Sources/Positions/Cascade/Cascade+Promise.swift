import Deliberation
import JapaneseText

/// What officials promise to do.
extension Cascade {
  /// A promise: たい, てまいる, させていただく, 予定, or the plain future of a verb of action.
  func promise(
    _ read: [Read], _ sentence: TextSpan, _ passage: Passage, _ explaining: Bool
  ) -> Promise? {
    let text = passage.text
    let due = lexicon.dues.all(in: text, within: sentence).first?.0
    func promises(_ predicate: Predicate) -> Bool {
      let features = predicate.whole
      guard
        features.isDisjoint(with: [.past, .receive, .question, .hearsay, .asks, .progressive])
          || features.contains(.thought) && features.contains(.desire)
            && features.isDisjoint(with: [.past, .receive, .question, .hearsay, .asks])
          || features.contains(.planned)
      else { return false }
      let kinds = predicate.candidates.map(lexicon.kind)
      if kinds.contains(.ask) && !kinds.contains(.action)
        || kinds.contains(.plead) && !kinds.contains(.action)
      {
        return false
      }
      if kinds.contains(.preamble) || kinds.contains(.askWords) || kinds.contains(.silent) {
        return false
      }
      // Who reads out a paper promises only what names a time.
      if happens(predicate, sentence, text) { return false }
      if explaining,
        !(due.map { isMeeting($0, text) } ?? false)
          || features.isDisjoint(with: [.desire, .onward, .planned, .humble])
      {
        return false
      }
      if speaksNow(predicate, due, sentence, text) { return false }
      let action = predicate.candidates.contains { lexicon.kind(of: $0) == .action }
      if features.contains(.desire) || features.contains(.humble) || features.contains(.volition) {
        return !predicate.isNegated
      }
      if features.contains(.onward) {
        return features.contains(.plain) || features.contains(.conditional)
      }
      if features.contains(.planned) { return true }
      // 「整理いたします」; a plain 整理する mostly describes, unless it names a time.
      return action && !predicate.isNegated && predicate.features.isEmpty
        && predicate.candidates.contains { candidate in
          lexicon.kind(of: candidate) == .action && candidate.features == .plain
            && (due != nil || text[candidate.span.to - 1] == "す")
        }
    }
    for entry in read.reversed()
    where entry.clause.join == .end || entry.clause.join == .concession
      || entry.clause.join == .reason && greets(sentence, text)
    {
      guard promises(entry.predicate) else { continue }
      let index = read.lastIndex { $0.clause == entry.clause } ?? 0
      var from = entry.clause.span.from
      var back = index
      while back > 0, read[back - 1].clause.join != .concession {
        back -= 1
        from = read[back].clause.span.from
      }
      return Promise(
        actor: nil, what: TextSpan(from, entry.clause.span.to), due: due,
        rule: studies(entry.predicate, text) ? "promise.official.study" : "promise.official")
    }
    return nil
  }

  /// 「御説明させていただきます」 is done while it is said, 「適用させていただくところ」 is the rule.
  private func speaksNow(
    _ predicate: Predicate, _ due: TextSpan?, _ sentence: TextSpan, _ text: Scalars
  ) -> Bool {
    guard due == nil, predicate.features.contains(.humble) || !predicate.candidates.isEmpty,
      !Self.later.contains(where: {
        text.firstOffset(of: $0, from: sentence.from, to: sentence.to) != nil
      })
    else { return false }
    let from = max(sentence.from, (predicate.candidates.first?.span.from ?? predicate.core) - 6)
    return Self.speaking.contains {
      text.firstOffset(of: $0, from: from, to: predicate.end) != nil
    }
  }

  /// 「費用がかかってまいります」「…しようとするものです」「X委員は御出席の予定です」: nobody promises.
  private func happens(_ predicate: Predicate, _ sentence: TextSpan, _ text: Scalars) -> Bool {
    let window = TextSpan(max(sentence.from, predicate.core - 5), predicate.end)
    if Self.happening.contains(where: {
      text.firstOffset(of: $0, from: window.from, to: window.to) != nil
    }) {
      return true
    }
    return predicate.features.contains(.planned)
      && lexicon.holders(in: text, within: TextSpan(sentence.from, predicate.core)).contains {
        $0.isPerson && text[$0.end] == "は"
      }
  }

  /// 「検討してまいりたい」 promises no more than to consider it.
  func studies(_ predicate: Predicate, _ text: Scalars) -> Bool {
    let from = max(0, (predicate.candidates.first?.span.from ?? predicate.core) - 3)
    return Self.studying.contains {
      text.firstOffset(of: $0, from: from, to: predicate.end) != nil
    }
  }

  private static let studying = ["検討", "努め", "注視", "議論", "参考に", "勉強"].map(fold)

  /// A time that the body itself will see: 次回, 後日.
  private func isMeeting(_ due: TextSpan, _ text: Scalars) -> Bool {
    text[due.range].contains("次") || text.starts(Self.later[3], at: due.from)
  }

  private static let happening = [
    "かかってま", "なってま", "増えてま", "減ってま", "出てま", "変わってま", "生じてま", "続いてま", "上がってま", "下がって", "れてま",
    "重なってま", "ようとするもの", "うとするもの", "としたものです",
  ].map(fold)

  private func greets(_ sentence: TextSpan, _ text: Scalars) -> Bool {
    text.firstOffset(of: Self.kindly, from: max(sentence.from, sentence.to - 20), to: sentence.to)
      != nil
  }

  private static let kindly = fold("よろしく")
  private static let later = ["次第", "改めて", "後ほど", "後日", "今後", "次の機会", "追って", "別途"].map(fold)
  private static let speaking = [
    "説明", "割愛", "読み上げ", "ご報告", "御報告", "報告さ", "答弁", "お答え", "紹介", "省略", "配付", "配布", "申し上げ",
    "申し述べ", "補足", "発言", "述べ", "ご覧", "御覧", "終わ", "始め", "挨拶", "回答させ", "代えさせ", "いただくところ", "朗読",
    "触れ", "移ら",
  ].map(fold)
}
