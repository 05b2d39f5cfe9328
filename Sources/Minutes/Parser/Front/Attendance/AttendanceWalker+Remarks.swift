import Deliberation
import JapaneseText

extension AttendanceWalker {
  /// Remarks that are no entries: 敬称略, （以上24名）, 別紙のとおり, なし.
  mutating func takeRemark(_ line: HeadLine) -> Bool {
    let key = Scalars(line.key.filter { !"()[]【】。、・".unicodeScalars.contains($0) })
    if line.count <= 2, key.allSatisfy({ $0.isASCIIDigit || "◯○〇×".unicodeScalars.contains($0) }) {
      return true
    }
    if key.isEmpty || line.key[0] == "<" && line.key.contains("=") { return true }
    if line.count <= 24, line.trimmed(of: "[]()〔〕").key.ends(Self.sittings) { return true }
    if line.count <= 8, key.ends(Self.froms), key.contains(where: { $0.digitValue != nil }) {
      return true
    }
    if line.key.last == "。" && line.count > 12 || line.key.ends(Self.days) && line.count <= 8 {
      return true
    }
    let columns = line.columns()
    if columns.count > 1, columns.allSatisfy({ Self.heads.contains($0.key) }) { return true }
    if line.key[0] == "|", line.key.contains("氏名") || line.key.contains("name|") { return true }
    if key.contains("別紙") || key.contains("別添") || key.contains("名簿のとおり") || key.contains("末尾に") {
      finding("attendanceElsewhere", line, "the list is not here: ")
      extend(to: line.span.to)
      return true
    }
    let isNote = "※*注".unicodeScalars.contains(line.key[0]) && NameEvidence.isName(line) == false
    if Self.remarks.contains(key) || isNote && line.count > 3
      || key.starts(HeadLine.fold("五十音"), at: 0)
    {
      extend(to: line.span.to)
      return true
    }
    let isHeading = line.key.last == ")" && NameEvidence.lexicon.groups.first(in: line.key) != nil
    if let rest = behindCount(line) {
      label.announced = AttendanceGroup.count(line.key)
      group.announced = label.announced
      lines.append(rest)
      return true
    }
    if line.count <= 16, !isHeading, !line.key.contains("、"),
      let count = AttendanceGroup.count(line.key)
    {
      let isTotal =
        key.starts(HeadLine.fold("以上"), at: 0) || key.starts(HeadLine.fold("計"), at: 0)
        || key.starts(HeadLine.fold("合計"), at: 0)
        || line.line.number != label.line
          && Numerals.number(in: key, at: 0).map {
            $0.span.to < key.count && "名人".unicodeScalars.contains(key[$0.span.to])
          } ?? false
      if isTotal, lines.isEmpty, reading.attendees.count == labelStart,
        key[0].digitValue != nil
      {
        // 出席委員 / （26名）, and the list below.
        label.announced = count
        group.announced = count
      } else if isTotal {
        flush()
        group.announced = count
        checkCount()
        group.announced = nil
      } else {
        if label.announced == count, line.line.number == label.line { return true }
        finding("attendanceCountOnly", line, "a number without names: ")
      }
      extend(to: line.span.to)
      return true
    }
    return false
  }

  /// `1名　吉田　みな子` on the line of the label: the names behind the number.
  private func behindCount(_ line: HeadLine) -> HeadLine? {
    guard line.line.number == label.line, let number = Numerals.number(in: line.key, at: 0),
      number.span.to + 1 < line.count, "名人".unicodeScalars.contains(line.key[number.span.to]),
      line.gap(before: number.span.to + 1)
    else { return nil }
    let rest = line.part(number.span.to + 1, line.count)
    return NameEvidence.isName(rest) ? rest : nil
  }

  /// The heads of columns.
  private static let heads = Set(
    ["役職", "氏名", "出欠", "職名", "役職名", "委員名", "区分", "所属", "番号", "備考", "議席", "議席番号", "出席", "欠席", "No"]
      .map(HeadLine.fold))
  private static let froms = ["から", "より", "まで"].map(HeadLine.fold)
  private static let days = ["日", "日)"].map(HeadLine.fold)
  private static let sittings = ["開会", "開議", "散会", "閉会", "再開", "休憩"].map(HeadLine.fold)
  static let remarks = Set(
    [
      "敬称略", "番号", "出席", "欠席", "備考", "職名", "役職", "出欠", "五十音順", "五十音順敬称略", "敬称略五十音順", "順不同", "なし",
      "無し", "ほか", "他", "以上", "氏名", "会社名", "No",
      "所属",
    ]
    .map(HeadLine.fold))

  static func isSeatedName(_ line: HeadLine) -> Bool {
    guard NameEvidence.isSeated(line), let end = NameEvidence.roleEnd(line.key) else {
      return false
    }
    return !RoleLexicon.standard.isStop(Array(line.key[..<end.start]))
  }

  /// `ほか各課長`, `関係職員`: others whom the list does not name.
  static func isOthers(_ key: Scalars) -> Bool {
    ["ほか", "その他", "他各"].map(HeadLine.fold).contains { key.starts($0, at: 0) }
      || key == HeadLine.fold("関係職員") || key == HeadLine.fold("関係者")
  }

  /// `〃　　鵜飼 千秋`: the role of the one above.
  func ditto(_ words: HeadLine) -> AttendanceEntry? {
    let first = words.columns().first
    guard let first, first.key == ["〃"] || first.key == ["同"] || first.key == ["\u{201D}"],
      let before = reading.attendees.last, let role = before.role, words.count > first.count
    else { return nil }
    guard var entry = AttendanceEntry.read(words.part(first.count, words.count), in: view),
      entry.name != nil
    else { return nil }
    entry.role = entry.role ?? role
    return entry
  }

  /// `…、鯉沼委員（欠席：鳩山委員、鶴岡委員）`: those who came, and those who did not.
  func parted(_ line: HeadLine) -> (present: HeadLine, absent: HeadLine)? {
    guard line.key.last == ")", let open = line.lastOpening, open > 1, line.count - open >= 6 else {
      return nil
    }
    let inner = line.part(open + 1, line.count - 1)
    let word = HeadLine.fold("欠席")
    guard inner.key.starts(word, at: 0) else { return nil }
    let rest = inner.part(word.count, inner.count).trimmed(of: ":者は、")
    guard rest.count >= 2, inner.key[word.count] == ":" || inner.key[word.count] == "者" else {
      return nil
    }
    return (line.part(0, open), rest)
  }

  mutating func takeAbsent(_ names: [HeadLine]) {
    guard !names.isEmpty else { return }
    let here = group
    group.presence = .absent
    lines = names
    flush()
    group = here
  }
}
