import Deliberation
import JapaneseText

/// The template words of the printed summary, the same in Markdown and HTML.
enum SummaryPhrases {
  static func title(_ meeting: MeetingSummary) -> String {
    let number = meeting.number.map { "（第\($0)回）" } ?? ""
    let name = meeting.bodyName.isEmpty ? meeting.title : meeting.bodyName + number
    return "\(name)における立場の整理"
  }

  /// What the summary is about, where it is not the whole record.
  static func selection(_ meeting: MeetingSummary) -> String? {
    switch meeting.selection {
    case .whole: nil
    case .agenda(let path, let only): "議事 \(path) について\(only ? "（下位の項目を除く）" : "")"
    case .person: meeting.subject ?? "特定の発言者について"
    case .statements(let indices):
      meeting.subject.map { "\($0)（\(indices.count)件）" } ?? "選択された\(indices.count)件の発言について"
    }
  }

  /// The facts above the first section, as pairs of heading and text.
  static func facts(_ meeting: MeetingSummary) -> [(String, String)] {
    var facts: [(String, String)] = []
    if let date = meeting.date {
      facts.append(("開催日", "\(date.era)（\(weekdays[date.weekday])）"))
    }
    if let place = meeting.place { facts.append(("場所", place)) }
    if let present = meeting.membersPresent { facts.append(("出席構成員", "\(present)名")) }
    var record = SummaryWords.level(meeting.level)
    if let status = meeting.status { record += "（\(SummaryWords.status(status))）" }
    if meeting.completeness == .excerpt { record += "（抜粋）" }
    facts.append(("典拠", "\(record)　\(meeting.source.file)"))
    facts.append(("箇所の示し方", "「#12.3」は \(meeting.address)#12.3（発言12の第3文）を指す。"))
    if let selection = selection(meeting) { facts.append(("対象", selection)) }
    return facts
  }

  private static let weekdays = ["日", "月", "火", "水", "木", "金", "土"]

  /// What every reader must know before quoting.
  static func cautions(_ meeting: MeetingSummary) -> [String] {
    [
      SummaryWords.caution(meeting.level),
      "立場の区分は機械による。引用する前に、示した箇所の本文を確認すること。"
        + "発言のないことは、賛否のいずれにも数えていない。",
    ].compactMap(\.self)
  }

  /// `議事1.2　② 「重大な事故」の報告基準の見直し`, several joined by 及び.
  static func heading(_ section: SummarySection) -> String {
    let speaker = section.speaker.map { "\($0)　" } ?? ""
    guard !section.items.isEmpty else {
      return section.speaker == nil ? "議題の区分のない部分" : speaker + "（議題の区分のない部分）"
    }
    let names = section.items.map { item in
      let mark = item.mark.map { "\($0) " } ?? ""
      return "議事\(item.path)　\(mark)\(item.title)"
    }
    return speaker + names.joined(separator: "　及び　") + (section.isWholeItem ? "（全体）" : "")
  }

  /// Who explained what, in the words of the record.
  static func explanation(_ event: SummaryEvent) -> String {
    let by = event.by.map { "\($0)：" } ?? ""
    let papers = event.documents.isEmpty ? "" : "（\(event.documents.joined(separator: "、"))）"
    return "\(by)「\(event.text)」\(papers)"
  }

  static func outcome(_ event: SummaryEvent) -> String {
    "「\(event.text)」" + (event.result.map { "（\($0)）" } ?? "")
  }

  /// After 質疑: how many spoke of how many, that there were none, or that nothing is told.
  ///
  /// Nil where only some of the statements are shown: the numbers would say nothing.
  static func questions(_ section: SummarySection, in meeting: MeetingSummary) -> String? {
    guard section.speaker == nil else { return nil }
    switch meeting.selection {
    case .person, .statements: return nil
    case .whole, .agenda: break
    }
    let attendance = meeting.membersPresent.map { "出席した構成員\($0)名" } ?? "出席者数の記載なし"
    switch section.questions {
    case .held where section.groups.isEmpty && section.membersSpoke == 0:
      return "あり（発言の記載なし）"
    case .held:
      let unnamed =
        section.unnamedStatements > 0 ? "／氏名の記載のない発言\(section.unnamedStatements)件" : ""
      return "あり（発言した構成員\(section.membersSpoke)名／\(attendance)\(unnamed)）"
    case .none: return "質疑なし（なかった旨の記載がある）"
    case .notTold: return "有無の記載なし"
    }
  }

  /// 賛同（限定的・消極的な表現）, 回答（検討の表明）.
  static func stance(_ line: SummaryLine) -> String {
    var notes: [String] = []
    switch line.modality {
    case .commitment: notes.append(promisesOnlyStudy(line.quote) ? "検討の表明" : "対応の表明")
    case .some(let modality): notes.append(SummaryWords.modality(modality))
    case nil: break
    }
    if line.hedged { notes.append("限定的・消極的な表現") }
    if line.kind == .observer || line.kind == .guest { notes.append(SummaryWords.kind(line.kind)) }
    let stance = SummaryWords.stance(line.stance)
    return notes.isEmpty ? stance : "\(stance)（\(notes.joined(separator: "、"))）"
  }

  /// Whether a promise is only to study the matter (引き続き検討して参りたい): its last words say so.
  private static func promisesOnlyStudy(_ quote: String) -> Bool {
    String(quote.scalars.suffix(14)).contains("検討")
  }

  /// What a line is about; the statements of the chain stand in it for agreement with a speaker.
  static func target(_ line: SummaryLine) -> String? {
    let addressee = line.addressee.map { "\($0)に対して" }
    let isOpen = line.target == nil && line.stance.polarity != 0
    let hasKind = line.targetKind == .proposal || line.targetKind == .organisation
    let parts = [
      line.target, isOpen && hasKind ? "（\(SummaryWords.targetKind(line.targetKind))）" : nil,
      addressee,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: "　")
  }

  /// Notes under a line: condition, what a word points at, the chain of agreement.
  static func notes(_ line: SummaryLine) -> [String] {
    var notes: [String] = []
    if let condition = line.condition { notes.append("条件：「\(condition)」") }
    if let note = line.note, line.chain.isEmpty { notes.append(note) }
    if !line.chain.isEmpty {
      let steps = line.chain.prefix(longestChain).map { step in
        let stances = step.stances.map(SummaryWords.stance).joined(separator: "・")
        return "\(short(step.address)) \(step.speaker)" + (stances.isEmpty ? "" : "［\(stances)］")
      }
      let more = line.chain.count - steps.count
      notes.append(
        "賛同先の発言：\(steps.joined(separator: "、"))" + (more > 0 ? "、ほか\(more)件" : ""))
    }
    return notes
  }

  /// How many statements of a chain are named in print; JSON has all.
  private static let longestChain = 6

  static func holder(_ report: SummaryReport) -> String {
    let holder = report.holder ?? "（誰の意見かの記載なし）"
    let target = report.target.map { "　\($0)" } ?? ""
    return "\(holder)［\(SummaryWords.stance(report.stance))］\(target)"
  }

  static func teller(_ report: SummaryReport) -> String {
    "\(report.speaker)による\(SummaryWords.how(report.how))"
  }

  static func undertaking(_ undertaking: SummaryUndertaking) -> String {
    var facts: [String] = []
    if let actor = undertaking.actor, !isSpeaker(actor, undertaking.speaker) {
      facts.append("主体：\(actor)")
    }
    if let due = undertaking.due { facts.append("時期：\(due)") }
    return facts.isEmpty ? "" : "（\(facts.joined(separator: "、"))）"
  }

  /// Whether the actor is the speaker under surname and role (`竹淵課長補佐`): then nothing is told.
  private static func isSpeaker(_ actor: String, _ speaker: String) -> Bool {
    let name = PersonName.key(speaker)
    let words = PersonName.key(actor)
    guard let first = words.first, name.first == first else { return false }
    if name.hasPrefix(words) { return true }
    return words.indices.dropFirst().contains { cut in
      name.hasPrefix(words[..<cut]) && name.contains(words[cut...])
    }
  }

  /// The address without the meeting: what follows the `#`, with it.
  static func short(_ address: String) -> String {
    address.lastIndex(of: "#").map { String(address[$0...]) } ?? address
  }

  /// The counts of a section: totals by kind of target, then targets that several persons share.
  static func counts(_ section: SummarySection) -> Table {
    let shared = section.targetCounts.filter { $0.members + $0.administration + $0.others > 1 }
    return Table(
      columns: [
        TableColumn("stance", "立場"), TableColumn("target", "対象"),
        TableColumn("members", "構成員（人）", numeric: true),
        TableColumn("administration", "事務局・行政（人）", numeric: true),
        TableColumn("others", "その他（人）", numeric: true),
        TableColumn("statements", "発言（件）", numeric: true),
        TableColumn("notes", "備考"),
      ],
      rows: (section.counts + shared).map { count in
        [
          .string(SummaryWords.group(count.group)),
          .string(count.target ?? SummaryWords.targetKind(count.targetKind)),
          .integer(count.members), .integer(count.administration), .integer(count.others),
          .integer(count.statements), .string(remarks(count)),
        ]
      })
  }

  private static func remarks(_ count: StanceCount) -> String {
    var remarks: [String] = []
    if count.hedged > 0 { remarks.append("うち限定的・消極的な表現のみ\(count.hedged)人") }
    if count.unnamed > 0 { remarks.append("氏名の記載のない発言\(count.unnamed)件は人数に含まない") }
    return remarks.joined(separator: "。")
  }

  /// Said where a statement has more to say than is shown.
  static func leftOut(_ count: Int, of line: SummaryLine?) -> String {
    let place = line.map { short($0.address).split(separator: ".")[0] } ?? ""
    return "ほか\(count)か所（\(place)の本文）"
  }

  static let contradictions = "意見が分かれた点"
  static let reported = "紹介された他者の意見（発言者自身の意見ではない）"
  static let undertakings = "今後の対応として述べられた事項"
  static let unanswered = "回答の記載がない要望・質問"
  static let counted = "人数"
}
