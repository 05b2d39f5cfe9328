import Deliberation
import JapaneseText

/// What the secretariat tells of the meeting in its own words (guide minutes-formats §6): data of
/// `Data/narration.tsv`.
struct NarrationGrammar: Sendable {
  /// One sentence of narration.
  struct Clause {
    /// nil for words that only introduce what follows (以下のとおり).
    var kind: EventKind?
    /// In offsets of the text that was read.
    var span: TextSpan
    /// The ending that decided (了承, 全会一致).
    var topic: String
  }

  private struct Row: Sendable {
    let kind: EventKind?
    let topics: [Scalars]
    let endings: [Scalars]
  }

  static let standard = NarrationGrammar(table: PackageResources.narration_tsv)

  /// By the last scalar of an ending the rows with such endings, in the order of the table.
  private let rows: [Unicode.Scalar: [Row]]

  init(table: [UInt8]) {
    let lines = String(decoding: table, as: UTF8.self).split(separator: "\n")
    let all = lines.compactMap { row -> Row? in
      let cells = row.split(separator: "\t").map(String.init)
      guard cells.count == 3, !row.hasPrefix("#") else { return nil }
      return Row(
        kind: EventKind(rawValue: cells[0]),
        topics: cells[1].split(separator: "|").map { String($0).scalars },
        endings: cells[2].split(separator: "|").map { String($0).scalars })
    }
    var rows: [Unicode.Scalar: [Row]] = [:]
    for row in all {
      for (last, endings) in Dictionary(grouping: row.endings, by: { $0[$0.count - 1] }) {
        rows[last, default: []].append(Row(kind: row.kind, topics: row.topics, endings: endings))
      }
    }
    self.rows = rows
  }

  /// The clauses of a block when all of it is narration; nil when any sentence is not.
  func read(_ text: Scalars) -> [Clause]? {
    guard (6...1200).contains(text.count) else { return nil }
    var clauses: [Clause] = []
    for span in Sentences.spans(in: text).flatMap({ Self.parted($0, in: text) }) {
      guard let clause = clause(text, span) else { return nil }
      clauses.append(clause)
    }
    return clauses.contains { $0.kind != nil } ? clauses : nil
  }

  /// A sentence cut at blanks between explanations that end with a noun
  /// (事務局より、概要を説明 協会より、意見書について説明).
  private static func parted(_ sentence: TextSpan, in text: Scalars) -> [TextSpan] {
    var parts: [TextSpan] = []
    var start = sentence.from
    for offset in sentence.range where text[offset].isBlank && offset > start + 6 {
      guard stops.contains(where: { text.starts($0, at: offset - $0.count) }) else { continue }
      var next = offset
      while next < sentence.to, text[next].isBlank { next += 1 }
      guard namesActor(text, from: next, to: sentence.to) else { continue }
      parts.append(TextSpan(start, offset))
      start = next
    }
    return parts + [TextSpan(start, sentence.to)]
  }

  private static let stops = ["説明", "報告", "紹介", "発表", "意見交換", "質疑応答", "了承"].map(\.scalars)

  /// Whether a text begins with who acts: 事務局より、…, 企業会計基準委員会から….
  static func namesActor(_ text: Scalars, from start: Int, to end: Int) -> Bool {
    for offset in start..<max(start, min(end, start + 24)) {
      switch text[offset] {
      case "。", "「", "」": return false
      case "よ", "か":
        guard offset >= start + 2, offset + 3 <= end,
          actorMarks.contains(where: { text.starts($0, at: offset) })
        else { continue }
        return !text[start..<offset].contains("、")
      default: continue
      }
    }
    return false
  }

  private static let actorMarks = ["より、", "から、", "より，", "から，"].map(\.scalars)

  /// Whether a text ends with an explanation's noun and no mark.
  static func endsWithNoun(_ text: Scalars) -> Bool {
    stops.contains { text.count > $0.count && text.starts($0, at: text.count - $0.count) }
  }

  /// Whether the text introduces opinions (主な意見等は以下のとおり).
  static func introducesOpinions(_ text: Scalars) -> Bool {
    lead(in: text, within: TextSpan(0, text.count)) != nil
  }

  /// The offset of the first of such words.
  static func lead(in text: Scalars, within span: TextSpan) -> Int? {
    span.range.first { offset in
      switch text[offset] {
      case "主", "委", "出", "意", "発", "質", "い":
        leads.contains { offset + $0.count <= span.to && text.starts($0, at: offset) }
      default: false
      }
    }
  }

  /// Words that introduce opinions without names.
  static let leads = [
    "主な意見", "主な発言", "主な質疑", "主な御意見", "主なご意見", "委員からの意見", "出された意見", "主な議論", "主な内容", "委員の意見",
    "委員意見", "主なコメント", "主なやり取り", "主なやりとり", "意見等の概要", "発言要旨", "意見交換の概要", "質疑の概要", "いただいた意見",
  ].map(\.scalars)

  private func clause(_ text: Scalars, _ span: TextSpan) -> Clause? {
    var end = span.to
    while end > span.from, Self.isTail(text[end - 1]) { end -= 1 }
    guard end - span.from >= 4 else { return nil }
    for row in rows[text[end - 1]] ?? [] {
      guard
        row.endings.contains(where: {
          end - span.from > $0.count && text.starts($0, at: end - $0.count)
        }),
        let topic = row.topics.first(where: {
          text.firstOffset(of: $0, from: span.from, to: end) != nil
        })
      else { continue }
      if row.kind == .explanation, !hasActor(text, TextSpan(span.from, end)) { continue }
      if row.kind == .discussion, explains(text, TextSpan(span.from, end)) {
        return Clause(kind: .explanation, span: span, topic: "説明")
      }
      return Clause(kind: row.kind, span: span, topic: String(topic))
    }
    return nil
  }

  /// Signs behind the last word of a sentence.
  private static func isTail(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "．", ".", "）", ")", "：", ":", "－", "-", "―", "〕", "］", " ", "\u{3000}": true
    default: false
    }
  }

  /// `事務局より、意見書（案）を説明し、これについて意見交換`: the explanation comes first.
  private func explains(_ text: Scalars, _ span: TextSpan) -> Bool {
    Self.explanations.contains {
      text.firstOffset(of: $0, from: span.from, to: span.to) != nil
    } && hasActor(text, span)
  }

  private static let explanations = [
    "説明し、", "説明があり、", "説明の後、", "説明後、", "報告し、", "報告があり、", "紹介があり、",
  ].map(\.scalars)

  /// Whether the sentence names who acted or on what paper.
  private func hasActor(_ text: Scalars, _ span: TextSpan) -> Bool {
    Self.sources.contains { text.firstOffset(of: $0, from: span.from, to: span.to) != nil }
  }

  private static let sources = [
    "より", "から", "基づ", "基き", "沿って", "用いて", "もとに", "について", "説明終了", "説明員",
  ].map(\.scalars)

  /// How an approval or a vote came out, in the words of the record.
  static func result(_ words: Scalars) -> String? {
    results.first { words.firstOffset(of: $0) != nil }.map { String($0) }
  }

  private static let results = [
    "全会一致", "全員一致", "満場一致", "全員賛成", "賛成全員", "起立全員", "挙手全員", "全員起立", "全員挙手", "総員起立", "起立総員",
    "賛成多数", "多数賛成", "起立多数", "挙手多数", "賛成少数", "起立少数", "挙手少数", "異議なし", "異議無し", "異義なし", "否決", "可決",
    "了承", "承認", "同意", "採択", "選任", "選出", "決定", "了解", "認定",
  ].map(\.scalars)

  /// Who acted: the words before より or から, the inner of the bracket where there is one.
  static func actor(of text: Scalars, within span: TextSpan) -> Scalars? {
    var end: Int?
    var depth = 0
    for offset in span.from..<min(span.to, span.from + 80) {
      switch text[offset] {
      case "（", "(", "「": depth += 1
      case "）", ")", "」": depth -= 1
      case "よ" where depth == 0 && offset + 1 < text.count && text[offset + 1] == "り": end = offset
      case "か" where depth == 0 && offset + 1 < text.count && text[offset + 1] == "ら": end = offset
      default: break
      }
      if end != nil { break }
    }
    guard let end else { return nil }
    var start = span.from
    // 資料１に基づき、事務局から: what stands before the last comma is not the actor
    for offset in span.from..<end where text[offset] == "、" || text[offset] == "，" {
      start = offset + 1
    }
    var words = Array(text[start..<end])
    if words.last == ")" || words.last == "）",
      let open = words.lastIndex(where: { $0 == "(" || $0 == "（" }), open + 1 < words.count - 1
    {
      words = Array(words[(open + 1)..<(words.count - 1)])
    }
    return words.isEmpty ? nil : words
  }

  /// The quoted matters of a narration: 「① …」, nested quotations kept whole.
  static func quotations(in text: Scalars, within span: TextSpan) -> [TextSpan] {
    var found: [TextSpan] = []
    var depth = 0
    var start = 0
    for offset in span.range {
      if text[offset] == "「" || text[offset] == "『" {
        if depth == 0 { start = offset + 1 }
        depth += 1
      } else if text[offset] == "」" || text[offset] == "』", depth > 0 {
        depth -= 1
        if depth == 0 { found.append(TextSpan(start, offset)) }
      }
    }
    return found
  }

  /// Labels of the papers named, in the form of `Document.label` (資料86-1).
  static func documents(in text: Scalars, within span: TextSpan) -> [String] {
    var labels: [String] = []
    let word = "資料".scalars
    var offset = span.from
    while let start = text.firstOffset(of: word, from: offset, to: span.to) {
      offset = start + word.count
      var prefix = "資料"
      for lead in ["参考", "補足", "机上配布", "追加"] where start >= lead.scalars.count + span.from {
        if text.starts(lead.scalars, at: start - lead.scalars.count) { prefix = lead + "資料" }
      }
      var cursor = offset
      while let (label, end) = documentNumber(text, cursor, span.to) {
        labels.append(prefix + label)
        offset = end
        cursor = end
        guard let next = separator(text, end, span.to) else { break }
        cursor = next
        if text.starts(word, at: cursor) { break }
      }
    }
    return labels.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  private static func separator(_ text: Scalars, _ offset: Int, _ end: Int) -> Int? {
    for word in separators where text.starts(word, at: offset) && offset + word.count < end {
      return offset + word.count
    }
    return nil
  }

  private static let separators = ["及び", "および", "と", "・", "，", ",", "、"].map(\.scalars)

  private static func documentNumber(_ text: Scalars, _ start: Int, _ end: Int) -> (String, Int)? {
    var label = ""
    var offset = start
    while offset < end, text[offset].isBlank { offset += 1 }
    guard offset < end, text[offset].digitValue != nil else { return nil }
    while offset < end {
      if let digit = text[offset].digitValue {
        label += String(digit)
        offset += 1
      } else if "-‐-–−－ーの".unicodeScalars.contains(text[offset]), offset + 1 < end,
        text[offset + 1].digitValue != nil
      {
        label += "-"
        offset += 1
      } else {
        break
      }
    }
    // 資料 44 ページ is a page, not a paper
    var after = offset
    while after < end, text[after].isBlank { after += 1 }
    for word in ["ページ", "頁", "枚", "部", "件", "点"].map(\.scalars) where text.starts(word, at: after) {
      return nil
    }
    return (label, offset)
  }
}
