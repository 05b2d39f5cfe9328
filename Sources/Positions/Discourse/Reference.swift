import Deliberation
import JapaneseText

/// Words that point at something said before, in folded offsets, with what they point at.
struct Reference: Hashable, Sendable {
  enum Scope: Hashable, Sendable {
    case person, colleagues, remarks, points, agreement, meeting
  }

  var scope: Scope
  var span: TextSpan
  /// Indices of earlier statements; empty where none could be determined.
  var to: [Int]
  /// Points at another meeting.
  var elsewhere = false
}

extension StanceLexicon {
  /// What a sentence points at: X構成員の御指摘, 他の構成員の意見, 御指摘, ①.
  func references(
    in passage: Passage, sentence: TextSpan, from index: Int, _ discussion: Discussion
  ) -> [Reference] {
    let text = passage.text
    let nouns = speechNouns.all(in: text, within: sentence).map(\.0)
    var found: [Reference] = []
    var taken: [TextSpan] = []
    for holder in holders(in: text, within: sentence) {
      guard let end = speech(behind: holder, nouns, text, sentence) else { continue }
      let span = TextSpan(holder.span.from, end)
      taken.append(span)
      let away = elsewhere.all(
        in: text, within: TextSpan(max(sentence.from, holder.span.from - 16), holder.span.to))
      if !away.isEmpty {
        found.append(Reference(scope: .person, span: span, to: [], elsewhere: true))
      } else if holder.isPerson {
        let name = Scalars(text[holder.name.range])
        if let target = discussion.latest(of: name, before: index) {
          found.append(Reference(scope: .person, span: span, to: [target]))
        } else {
          found.append(Reference(scope: .person, span: span, to: []))
        }
      } else if isColleague(holder, text) {
        let earlier = discussion.members(before: index)
        if !earlier.isEmpty {
          found.append(Reference(scope: .colleagues, span: span, to: earlier))
        }
      }
    }
    for (word, _) in elsewhere.all(in: text, within: sentence) {
      guard
        let sitting = Self.sittings.first(where: {
          text.firstOffset(of: $0, from: word.to, to: min(sentence.to, word.to + 8)) != nil
        }),
        let offset = text.firstOffset(
          of: sitting, from: word.to, to: min(sentence.to, word.to + 8)),
        !taken.contains(where: { $0.from >= word.from && $0.from - word.to < 16 })
      else { continue }
      found.append(
        Reference(
          scope: .meeting, span: TextSpan(word.from, offset + sitting.count), to: [],
          elsewhere: true))
    }
    for noun in nouns where !taken.contains(where: { $0.overlaps(noun) }) {
      let honorific = text[noun.from] == "御" || text[noun.from] == "ご"
      let received = Self.received.contains {
        text.starts($0, at: noun.from - $0.count)
      }
      guard honorific || received else { continue }
      if Self.invited.contains(where: { text.starts($0, at: noun.to) }) { continue }
      found.append(Reference(scope: .remarks, span: noun, to: []))
    }
    return found
  }

  private static let sittings = ["ヒアリング", "会合", "部会", "会議", "委員会", "審議会", "分科会", "研究会", "検討会"].map(
    fold)
  private static let received = ["いただいた", "頂いた", "いただいたこれらの", "これらの", "頂戴した", "いただきました"].map(fold)
  private static let invited = [
    "があれ", "があり", "がござい", "をお願い", "をいただき", "をいただけ", "を伺", "を賜", "はありま", "はござ", "等があ", "をお聞", "、御",
    "、ご", "やご", "や御", "のある方", "をいただければ",
  ].map(fold)

  /// Where the words of speech behind a name end: 「X委員の御指摘」「X委員がおっしゃった」.
  private func speech(
    behind holder: Holder, _ nouns: [TextSpan], _ text: Scalars, _ sentence: TextSpan
  ) -> Int? {
    let next = holder.end < sentence.to ? text[holder.end] : "。"
    if next == "と", !Self.sameAs.contains(where: { text.starts($0, at: holder.end) }) { return nil }
    if next == "、", !shares(holder, text, sentence) { return nil }
    if let noun = nouns.first(where: { $0.from >= holder.end }), noun.from - holder.end <= 10,
      !text[holder.end..<noun.from].contains("。")
    {
      return noun.to
    }
    let limit = min(sentence.to, holder.end + 14)
    for verb in Self.verbs {
      if let offset = text.firstOffset(of: verb, from: holder.end, to: limit) {
        return offset + verb.count
      }
    }
    for tail in Self.sameAs where text.starts(tail, at: holder.end) {
      return holder.end + tail.count
    }
    // 「X構成員からは、…との御指摘」
    if text.starts(Self.from, at: holder.end),
      let noun = nouns.first(where: { $0.from >= holder.end })
    {
      return noun.to
    }
    return nil
  }

  /// 「X委員、Y委員からの御指摘」: the next name shares the words.
  private func shares(_ holder: Holder, _ text: Scalars, _ sentence: TextSpan) -> Bool {
    let window = TextSpan(holder.end + 1, min(sentence.to, holder.end + 10))
    return holders(in: text, within: window).first.map { $0.span.from - holder.end <= 1 } ?? false
  }

  private static let from = fold("から")
  private static let verbs = ["おっしゃ", "言われ", "いわれ", "述べられ", "指摘され", "触れられ", "質問され", "お話"].map(fold)
  private static let sameAs = ["と同じ", "と全く同じ", "と同様", "に賛同", "に賛成", "に同意", "に同感"].map(fold)
}
