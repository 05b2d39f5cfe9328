import JapaneseText

/// The paths of bodies from the names in a title.
enum BodyPaths {
  /// One path a body; a name behind ・ or と begins another path (合同会議).
  static func paths(of run: [TitleReader.Segment], in view: TextView) -> [[String]] {
    var paths: [[String]] = []
    for segment in run {
      for body in segment.phrase.bodies {
        let span = segment.part.span(body.range.lowerBound, body.range.upperBound)
        let name = GuessedName.withoutYear(HeadText.name(view.scalars(span)))
        let known = paths.contains { $0.contains(name) }
        if known { continue }
        if paths.isEmpty {
          paths = [[name]]
        } else if body.isJoint {
          paths.append(parents(of: name, beside: paths[paths.count - 1]) + [name])
        } else {
          paths[paths.count - 1].append(name)
        }
      }
    }
    return paths
  }

  /// The bodies above a name that stands beside another: `企業会計審議会総会・企画調整部会`.
  private static func parents(of name: String, beside path: [String]) -> [String] {
    let lower = ["部会", "分科会", "小委員会", "作業班", "WG", "ワーキンググループ", "専門委員会", "総会"]
    guard lower.contains(where: { name.hasSuffix($0) }) else { return [] }
    if path.count > 1 { return Array(path.dropLast()) }
    guard let only = path.first, !lower.contains(where: { only.hasSuffix($0) }) else { return [] }
    return path
  }
}

/// The name of a body from a title outside the grammar, without dates, numbers and brackets.
enum GuessedName {
  static func read(_ raw: Scalars) -> (body: String, number: Int?) {
    var number: Int?
    var drop = [Bool](repeating: false, count: raw.count)
    for date in JapaneseDate.matches(in: raw) {
      for place in date.span.range { drop[place] = true }
    }
    for place in raw.indices where raw[place] == "第" {
      var start = place + 1
      while start < raw.count, raw[start].isBlank { start += 1 }
      guard let match = Numerals.number(in: raw, at: start) else { continue }
      var end = match.span.to
      while end < raw.count, raw[end].isBlank { end += 1 }
      guard end < raw.count, raw[end] == "回" else { continue }
      number = number ?? match.value
      for index in place...end { drop[index] = true }
    }
    var kept = Scalars()
    for place in raw.indices {
      if drop[place], kept.count(where: { $0.properties.isAlphabetic }) >= 3 { break }
      if drop[place] {
        if kept.last.map({ !$0.isSpace }) ?? false { kept.append(" ") }
        continue
      }
      kept.append("【】「」『』[]".unicodeScalars.contains(raw[place]) ? " " : raw[place])
    }
    var name = HeadText.name(kept).scalars
    let edges = "-–—_・:：,、 ()（）/".unicodeScalars
    while let last = name.last, edges.contains(last) || last.digitValue != nil && hasDate(name) {
      name.removeLast()
    }
    while let first = name.first, edges.contains(first) { name.removeFirst() }
    let line = HeadLine.fold(String(name))
    for level in BodyPhrase.levels {
      if let found = HeadLexicon.current.titleWords[level]?.suffix(
        of: line, from: 0, to: line.count),
        found.length < name.count, line.count == name.count
      {
        name.removeLast(found.length)
      }
    }
    while let last = name.last, edges.contains(last) || last == "の" { name.removeLast() }
    return (name.contains { $0.properties.isAlphabetic } ? String(name) : "", number)
  }

  /// `DevMeeting-2014-01-10`: whether a name ends in a date of digits and dashes.
  private static func hasDate(_ name: Scalars) -> Bool {
    let tail = name.suffix(10)
    return tail.contains { "-/".unicodeScalars.contains($0) }
  }

  /// A name without a year of four digits (`Sphinx-users.jp 2012年総会`).
  static func withoutYear(_ name: String) -> String {
    let scalars = name.scalars
    for place in scalars.indices where scalars[place].isASCIIDigit && place + 4 < scalars.count {
      guard scalars[place..<(place + 4)].allSatisfy(\.isASCIIDigit), scalars[place + 4] == "年"
      else {
        continue
      }
      var end = place + 5
      if end < scalars.count, scalars[end] == "度" { end += 1 }
      return HeadText.name(scalars[..<place] + scalars[end...])
    }
    return name
  }
}
