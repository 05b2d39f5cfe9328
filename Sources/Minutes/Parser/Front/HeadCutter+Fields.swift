import JapaneseText

/// Fields without a label of their own form: sequels by number, unknown names, and what is no field
/// though it is called as one.
extension HeadCutter {
  /// A sentence above the fields: a note of the page, or that the meeting was held (…において開催した。).
  func isPreface(_ line: HeadLine) -> Bool {
    guard !hasFields, let index = lines.firstIndex(where: { $0.line.index == line.line.index })
    else { return false }
    return headFollows(index)
  }

  static let fields: Set<FieldKind> = [.date, .place, .present, .absent, .clock]

  /// Whether a field that every head has was met.
  var hasFields: Bool { layout.parts.contains { Self.fields.contains($0.kind) } }

  /// Whether date and list of those present stand below, and no speech before them.
  func headFollows(_ index: Int) -> Bool {
    let fields = Self.fields
    var kinds: Set<FieldKind> = []
    let below = lines[(index + 1)...].prefix(80).filter { !$0.isEmpty }.prefix(30)
    for (place, next) in zip(below.indices, below) {
      if let match = FieldLabels.match(next, lexicon: lexicon), fields.contains(match.kind),
        match.isClosed || match.isMarked || match.value >= next.count
          || match.kind != .present && match.label.count > 1
      {
        kinds.insert(match.kind == .clock ? .date : match.kind)
        if kinds.count > 1, kinds.contains(.present) || kinds.contains(.place) { return true }
      }
      let following = below[(place + 1)...].first
      if HeadSigns.speaks(next, following: following, lexicon: lexicon)
        || HeadSigns.begins(
          next, at: 0, attending: true, following: following, lexicon: lexicon)
      {
        return false
      }
    }
    return false
  }

  /// `○説明者：…` among the items of an agenda that goes on below with its next number.
  func resumesAgenda(behind line: HeadLine) -> Bool {
    guard let part = layout.parts.last, part.kind == .agenda || part.kind == .held,
      HeadMarks.bullets.contains(line.key[0]),
      let last = part.words.last(where: { ItemMark.read($0)?.ordinal != nil }),
      let mark = ItemMark.read(last), let ordinal = mark.ordinal,
      let index = lines.firstIndex(where: { $0.line.index == line.line.index })
    else { return false }
    return lines[(index + 1)...].prefix(8).contains {
      guard let next = ItemMark.read($0) else { return false }
      return next.style == mark.style && next.ordinal == ordinal + 1
    }
  }

  /// `2 審議事項` behind the item `1 開会` of an agenda: an item, though a field can be called so.
  func isNextItem(_ line: HeadLine) -> Bool {
    guard let part = layout.parts.last, part.kind == .agenda, let mark = ItemMark.read(line),
      let ordinal = mark.ordinal, ordinal > 1,
      let before = part.words.compactMap({ ItemMark.read($0) }).last(where: {
        $0.style == mark.style && $0.ordinal.map { $0 < 20 } ?? false
      })
    else { return false }
    return before.ordinal == ordinal - 1
  }

  /// A label without a blank before its value, where the number goes on from the field above:
  /// `2 場所市役所5階委員会室`.
  func sequel(_ line: HeadLine) -> FieldMatch? {
    guard let mark = ItemMark.read(line), let ordinal = mark.ordinal,
      let before = layout.parts.last, let own = ItemMark.read(before.line),
      own.style == mark.style, own.ordinal == ordinal - 1,
      let found = lexicon.labels.prefix(of: line.key, from: mark.end, to: line.count),
      found.length >= 2
    else { return nil }
    let label = mark.end..<(mark.end + found.length)
    guard label.upperBound < line.count, !line.key[label.upperBound].isHiragana,
      !"及並・、".unicodeScalars.contains(line.key[label.upperBound])
    else { return nil }
    return FieldMatch(
      kind: found.value, label: label, note: label.upperBound..<label.upperBound,
      value: label.upperBound, isClosed: true, isMarked: true)
  }

  static func tellsTime(_ line: HeadLine) -> Bool {
    guard line.count <= 30 else { return false }
    return line.key.contains("時") && line.key.contains { $0.digitValue != nil }
      || line.key.indices.contains {
        $0 > 0 && line.key[$0] == ":" && line.key[$0 - 1].digitValue != nil
      } || !JapaneseDate.matches(in: line.key).isEmpty
  }

  /// A field whose name nobody knows ends a list of names: it bears the mark or the next number of the
  /// list's own label (`○審査日程` under `○出席委員`, `4.会議の模様` under `3.出席者`).
  func unknownField(_ line: HeadLine) -> HeadPart? {
    guard let part = layout.parts.last, line.count <= 40,
      FieldLabels.match(line, lexicon: lexicon) == nil, let first = line.key.first,
      let label = part.line.key.first
    else { return nil }
    let inner = part.words.filter { $0.line.number != part.line.line.number }
    var from: Int?
    if HeadMarks.bullets.contains(label), first == label, !inner.isEmpty,
      !inner.contains(where: { $0.key.first == label }), line.columns().count == 1,
      !NameEvidence.isSeated(line.part(1, line.count)),
      lexicon.groups.suffix(of: line.key, from: 1, to: line.count) == nil, !line.key.contains("("),
      line.count >= 4,
      !line.key.contains("、")
    {
      from = 1
    } else if let mark = ItemMark.read(line), let ordinal = mark.ordinal,
      mark.style == "1." || mark.style == "第",
      mark.end < line.count
    {
      let own = ItemMark.read(part.line)
      let rest = line.part(mark.end, line.count)
      if own?.style == mark.style, own?.ordinal == ordinal - 1, !isEntry(rest) { from = mark.end }
      if own == nil, ordinal == 1, !inner.contains(where: { ItemMark.read($0) != nil }),
        !isEntry(rest), rest.key.contains(where: \.isHiragana)
      {
        from = mark.end
      }
    }
    guard let from else { return nil }
    let match = FieldMatch(
      kind: .unknown, label: from..<line.count, note: line.count..<line.count, value: line.count,
      isClosed: true, isMarked: true)
    return HeadPart(match: match, line: line, pieces: [])
  }

  static let matters = ["開会", "閉会", "紹介", "挨拶", "あいさつ", "について", "議事", "概要", "報告", "模様"]
    .map(HeadLine.fold)

  /// Whether words can be an entry or a group of a list of names.
  func isEntry(_ words: HeadLine) -> Bool {
    if words.key.ends(Self.matters) { return false }
    return NameEvidence.isName(words) || NameEvidence.isRole(words.key)
      || NameEvidence.isSeated(words)
      || lexicon.groups.first(in: words.key) != nil || words.key.contains("、")
      || NameEvidence.isOrganisation(words.key)
      || words.columns().count > 1 && words.columns().allSatisfy { NameEvidence.isName($0) }
  }
}
