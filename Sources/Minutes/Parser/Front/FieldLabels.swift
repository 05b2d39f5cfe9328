import JapaneseText

/// A label of a field found in a line.
struct FieldMatch: Hashable, Sendable {
  var kind: FieldKind
  /// The words of the label in the key, without marks and counts.
  var label: Range<Int>
  /// The brackets behind the label: `（14名）`, `（敬称略）`; empty where there are none.
  var note: Range<Int>
  /// Where the value begins in the key.
  var value: Int
  /// Whether a colon or a bracket closes the label.
  var isClosed: Bool
  /// Whether a number, bullet or bracket opens it.
  var isMarked: Bool
}

/// The grammar of labels in all numberings of minutes-formats §1.
enum FieldLabels {
  /// The label that begins at `start`; at the start of a line, or inside it behind a blank.
  static func match(
    _ line: HeadLine, at start: Int = 0, lexicon: HeadLexicon = .current
  ) -> FieldMatch? {
    guard start < line.count, line.gap(before: start) else { return nil }
    let opening = HeadMarks.opening(line, at: start)
    let found = lexicon.labels.prefix(of: line.key, from: opening.next, to: line.count)
    if let found, let match = close(line, start, opening, found) { return match }
    return start == 0 ? ending(line, opening, lexicon) : nil
  }

  /// Whether a label stands at the start of a line or, closed, inside it.
  static func isAny(in line: HeadLine, lexicon: HeadLexicon = .current) -> Bool {
    (0..<min(line.count, 300)).contains {
      line.gap(before: $0) && match(line, at: $0, lexicon: lexicon) != nil
    }
  }

  /// Accepts a label by what follows it.
  private static func close(
    _ line: HeadLine, _ start: Int, _ opening: HeadMarks.Opening,
    _ found: (length: Int, value: FieldKind)
  ) -> FieldMatch? {
    let label = opening.next..<(opening.next + found.length)
    var next = label.upperBound
    if let closing = opening.closing {
      guard next < line.count, line.key[next] == closing else { return nil }
      next += 1
    }
    if let number = HeadMarks.ordinal(line, at: next, unit: "号") {
      // 議事日程第22号, but not 議案第1号.
      guard !line.key[label].contains("案") else { return nil }
      next = number
    }
    if goesOn(line, label) { return nil }
    var note = next..<next
    while next < line.count, line.key[next] == "(", let close = line.close(of: next),
      isNote(line.key[next..<close])
        || found.value == .documents && line.key[next..<close].contains("資")
    {
      note = note.lowerBound..<close
      next = close
    }
    var match = FieldMatch(
      kind: found.value, label: label, note: note, value: next,
      isClosed: opening.closing != nil, isMarked: opening.isMarked)
    if let told = told(line, from: next, kind: found.value) {
      match.value = told
      match.isClosed = true
    }
    if next + 1 == line.count, line.key[next] == "。" {
      match.value = next + 1
      match.isClosed = true
    }
    if next < line.count, line.key[next] == ":" || line.key[next] == "|" && line.key[0] != "|" {
      match.value = next + 1
      match.isClosed = true
    }
    guard follows(match, in: line, inside: start > 0, numbered: opening.isNumber) else {
      return nil
    }
    // 開会時間 alone above its hour, but not 開会 or 散会 alone.
    if match.kind == .clock, !hasClock(line.key[match.value...]) {
      let isAlone = match.value >= line.count && start == 0
      guard isAlone, match.isClosed || match.label.count >= 4 else { return nil }
    }
    return match
  }

  /// Where the value begins behind a label that is the subject of a sentence: `出席議員は、13名で次のとおりである。`,
  /// `欠席議員は、10番　吉村`; nil where it is none.
  private static func told(_ line: HeadLine, from: Int, kind: FieldKind) -> Int? {
    guard [.present, .absent, .agenda].contains(kind), from + 1 < line.count, line.key[from] == "は"
    else { return nil }
    let end = line.key.last == "。" ? line.count - 1 : line.count
    if line.count - from <= 24, Array(line.key[..<end]).ends(sentences) { return line.count }
    guard line.key[from + 1] == "、", !line.key.contains("。"), kind != .agenda else { return nil }
    return from + 2
  }

  private static let sentences = [
    "次のとおり", "以下のとおり", "次のとおりである", "次のとおりです", "左のとおりである", "以下のとおりである",
  ]
  .map(HeadLine.fold)

  /// `事　務　局　長`: letters as far apart as those of the label go on behind it, to an office.
  private static func goesOn(_ line: HeadLine, _ label: Range<Int>) -> Bool {
    guard label.count >= 3, label.upperBound < line.count,
      "長次員".unicodeScalars.contains(line.key[label.upperBound])
    else { return false }
    let gap = line.blanks(before: label.upperBound)
    return gap > 0
      && (label.lowerBound + 1..<label.upperBound).allSatisfy {
        line.blanks(before: $0) == gap
      }
  }

  /// Whether what stands behind a label lets it be one.
  private static func follows(
    _ match: FieldMatch, in line: HeadLine, inside: Bool, numbered: Bool
  ) -> Bool {
    if match.isClosed { return true }
    if match.value >= line.count { return !inside || match.isMarked }
    let oneLine: Set<FieldKind> = [.date, .place, .clock, .title, .number]
    if line.gap(before: match.value) || line.isSpaced && !inside && match.label.count >= 2 {
      // agenda page copied to here: an English word of a sentence.
      if line.key[match.label].allSatisfy(\.isASCII), !oneLine.contains(match.kind) { return false }
      if inside { return numbered && oneLine.contains(match.kind) }
      if Prose.isSentence(line) { return false }
      if match.isMarked { return match.kind != .body && match.kind != .documents }
      return oneLine.contains(match.kind)
        || [.present, .absent, .agenda].contains(match.kind) && match.label.count >= 3
        || match.kind == .agenda && Self.headings.contains(Array(line.key[match.label]))
    }
    if !inside, numbered, match.kind == .date,
      JapaneseDate.matches(in: Array(line.key[match.value...].prefix(20))).first?.span.from == 0
    {
      return true
    }
    // `1開催日時平成…`: nothing between label and value
    return !inside && numbered && [.date, .place].contains(match.kind) && match.label.count >= 3
      && line.key[match.value].isKanji
  }

  /// `地方自治法第121条による出席者`: a short line known by its end.
  private static func ending(
    _ line: HeadLine, _ opening: HeadMarks.Opening, _ lexicon: HeadLexicon
  ) -> FieldMatch? {
    var to = line.count
    if to > 0, line.key[to - 1] == ":" { to -= 1 }
    let stop = line.key.last == "。" ? to - 1 : to
    let body = Array(line.key[..<max(0, stop)])
    if let words = sentences.first(where: { body.ends([$0]) }),
      let topic = body[..<(body.count - words.count)].lastIndex(of: "は"),
      body.count - words.count - topic <= 8
    {
      // …説明のため会議に出席した者は、次のとおりである。
      to = topic
    }
    let close = to
    var noteStart = to
    if to > 0, line.key[to - 1] == ")", let open = line.key[..<to].lastIndex(of: "("),
      line.close(of: open) == to
    {
      noteStart = open
      to = open
    }
    guard to - opening.next <= 34, opening.next < to,
      let found = lexicon.labelEnds.suffix(of: line.key, from: opening.next, to: to),
      !line.key[opening.next..<to].contains(where: { "、。,;".unicodeScalars.contains($0) })
    else { return nil }
    return FieldMatch(
      kind: found.value, label: opening.next..<to, note: noteStart..<close, value: line.count,
      isClosed: true, isMarked: opening.isMarked)
  }

  private static let headings = ["議題", "案件", "次第"].map(HeadLine.fold)

  /// Counts and remarks in brackets behind a label; `(第1回)` and `(1)` are none.
  private static func isNote(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let key = Array(words)
    // （14名）, but not （磯田豊君外二名発議）.
    let isCount = key.indices.dropLast().contains {
      "名人".unicodeScalars.contains(key[$0]) && ")、・,".unicodeScalars.contains(key[$0 + 1])
    }
    return isCount || ["略", "音順", "不同", "者", "号", "く", "順"].contains { key.contains($0) }
  }

  private static func hasClock(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let key = Array(words.prefix(30))
    return key.contains("時")
      || key.indices.contains {
        $0 > 0 && key[$0] == ":" && key[$0 - 1].digitValue != nil
      }
  }
}

/// Marks in front of labels, groups and items: numbers, bullets, brackets.
enum HeadMarks {
  struct Opening {
    var next: Int
    var closing: Unicode.Scalar?
    var isNumber: Bool
    var isMarked: Bool
  }

  static let bullets = Set(
    "○◯〇●◎◆◇■□▲△▼▽★☆・*※-:•‧#=►➢✓ー◦\u{F0B7}\u{F06C}".unicodeScalars)

  /// The marks that open a label, at most a number, a bullet and a bracket.
  static func opening(_ line: HeadLine, at start: Int) -> Opening {
    var opening = Opening(next: start, closing: nil, isNumber: false, isMarked: false)
    for _ in 0..<3 {
      let next = opening.next
      if let after = number(line, at: next) {
        opening.next = after
        opening.isNumber = true
      } else if next < line.count, bullets.contains(line.key[next]) {
        opening.next = next + 1
      } else if next < line.count, opening.closing == nil,
        let closing = HeadLine.closing(line.key[next]), line.close(of: next) != nil
      {
        opening.next = next + 1
        opening.closing = closing
      } else {
        break
      }
      opening.isMarked = true
    }
    return opening
  }

  /// `1.`, `1`, `第1`, `(1)`, `①`, `Ⅰ.`: the place behind the number, nil where none opens here.
  static func number(_ line: HeadLine, at start: Int) -> Int? {
    let key = line.key
    guard start < key.count else { return nil }
    if Numerals.circled(key[start]) != nil { return start + 1 }
    if key[start] == "(", let close = line.close(of: start), close - start <= 4,
      let number = Numerals.number(in: key, at: start + 1), number.span.to == close - 1
    {
      return close
    }
    var next = start
    if key[next] == "第" { next += 1 }
    guard next < key.count else { return nil }
    if next == start, let roman = Numerals.roman(in: key, at: next), roman.span.to < key.count,
      ".、:".unicodeScalars.contains(key[roman.span.to]) || line.gap(before: roman.span.to)
    {
      return roman.span.to + (".、".unicodeScalars.contains(key[roman.span.to]) ? 1 : 0)
    }
    var digits = next
    while digits < key.count, digits - next < 3, key[digits].isASCIIDigit { digits += 1 }
    if digits == next, next == start, key[next].isKanji {
      // 二　場所, 三、出席者
      while digits < key.count, isKanjiDigit(key[digits]) { digits += 1 }
      guard digits > next, digits < key.count, digits - next <= 2,
        line.gap(before: digits) || ".、)".unicodeScalars.contains(key[digits])
      else { return nil }
      return ".、)".unicodeScalars.contains(key[digits]) ? digits + 1 : digits
    }
    if digits == next, next > start {
      while digits < key.count, isKanjiDigit(key[digits]) { digits += 1 }
    }
    guard digits > next, digits < key.count else { return nil }
    if ".、)".unicodeScalars.contains(key[digits]) { return digits + 1 }
    return key[digits].isASCIIDigit ? nil : digits
  }

  /// `第22号` at a place: the place behind it.
  static func ordinal(_ line: HeadLine, at start: Int, unit: Unicode.Scalar) -> Int? {
    guard start + 2 < line.count, line.key[start] == "第",
      let number = Numerals.number(in: line.key, at: start + 1), number.span.to < line.count,
      line.key[number.span.to] == unit
    else { return nil }
    return number.span.to + 1
  }

  private static func isKanjiDigit(_ scalar: Unicode.Scalar) -> Bool {
    "一二三四五六七八九十".unicodeScalars.contains(scalar)
  }
}
