import JapaneseText

/// Which entries of a group are posts without a name, seen over the whole group.
///
/// Lists in two columns (post, name) break long posts over lines, and torn columns leave posts
/// above or below their names; alone such a line could be a name with a post glued to it.
struct AttendanceColumns: Sendable {
  let words: [HeadLine]
  private(set) var isPost: [Bool]

  /// `isHonoured`: the names of the whole list bear 君, so that a line without it is none.
  init(_ words: [HeadLine], isHonoured: Bool) {
    self.words = words
    isPost = []
    let honoured = words.count { $0.key.last == "君" }
    let isHonoured = isHonoured || honoured >= 3 && honoured * 5 >= words.count * 3
    let isPostFirst = words.filter { Self.postFirst($0) }.count >= 2
    isPost = words.map { entry in
      if isHonoured {
        return entry.withoutHonorific.count == entry.count && !Self.hasBracket(entry)
      }
      return Self.isPost(entry, isPostFirst: isPostFirst)
    }
  }

  /// Whether the entry below has a post of its own, or there is none.
  func isTaken(below index: Int) -> Bool {
    let next = index + 1
    guard next < words.count else { return true }
    return isPost[next] ? false : Self.postFirst(words[next])
  }

  /// How many names without a post of their own follow.
  func names(below index: Int) -> Int {
    var count = 0
    for next in (index + 1)..<max(index + 1, words.count) {
      if isPost[next] || Self.postFirst(words[next]) { break }
      count += 1
    }
    return count
  }

  /// `総務課長　佐藤　秀夫`: a post, then a name.
  private static func postFirst(_ entry: HeadLine) -> Bool {
    let columns = entry.withoutHonorific.columns()
    guard let first = columns.first, columns.count > 1, first.count >= 2,
      NameEvidence.isRole(first.key)
    else { return false }
    return NameEvidence.isName(entry.withoutHonorific.part(first.count, entry.count))
  }

  private static func isPost(_ entry: HeadLine, isPostFirst: Bool) -> Bool {
    let isBracket = entry.key[0] == "(" && entry.close(of: 0) == entry.count
    let inner = isBracket ? entry.part(1, entry.count - 1) : entry
    if NameEvidence.exactRole(inner.key) != nil { return true }
    let columns = inner.columns()
    // 会 計 課 長: a post in single letters
    if columns.count > 3, columns.allSatisfy({ $0.count == 1 }), NameEvidence.isRole(inner.key),
      NameEvidence.beginsOffice(inner.key, at: 0)
    {
      return true
    }
    guard !inner.isEmpty, columns.count == 1 else { return false }
    guard NameEvidence.isRole(inner.key) else {
      return isPostFirst && inner.columns().count == 1
        && (NameEvidence.isOrganisation(inner.key) || NameEvidence.isDepartment(inner.key))
    }
    if isBracket || isPostFirst && NameEvidence.behindMinistry(inner.key) == nil { return true }
    if NameEvidence.beginsOffice(inner.key, at: 0) {
      return NameEvidence.behindMinistry(inner.key) == nil
    }
    guard NameEvidence.gluedPost(inner.key, full: true) == nil,
      let end = NameEvidence.roleEnd(inner.key),
      end.kind == "post"
    else { return false }
    return !NameEvidence.isName(inner.part(0, end.start))
  }

  /// `（文化庁次長）　合田　哲雄`: a line with a post in brackets and a name.
  private static func hasBracket(_ entry: HeadLine) -> Bool {
    guard entry.key[0] == "(", let close = entry.close(of: 0) else { return false }
    return close < entry.count
  }
}
