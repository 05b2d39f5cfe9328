package import JapaneseText

/// The place of a law in the order of rules, which decides what a bare 法, 令 or 規則 can mean.
package enum LawRank: String, Sendable, Codable, CaseIterable {
  case constitution = "憲法"
  case act = "法"
  case order = "令"
  case rule = "規則"
}

/// What the catalogue knows of a law: facts, no text.
package struct LawEntry: Hashable, Sendable {
  /// e-Gov's law id (`359AC0000000086`).
  package let id: String
  package let title: String
  /// The law number in its printed form (昭和五十九年法律第八十六号).
  package let number: String
  package let rank: LawRank
  /// The abbreviations that e-Gov lists.
  package let abbreviations: [String]
  /// The laws that a bare 法 or 令 means inside this one, by id.
  package let parents: [String]
  /// Revisions in the order in which they came into force.
  package let revisions: [LawRevision]
  /// Revisions whose texts a user added, for the days of which `revisions` says nothing.
  package var added: [LawRevision] = []

  package init(
    id: String, title: String, number: String, rank: LawRank, abbreviations: [String] = [],
    parents: [String] = [], revisions: [LawRevision] = []
  ) {
    self.id = id
    self.title = title
    self.number = number
    self.rank = rank
    self.abbreviations = abbreviations
    self.parents = parents
    self.revisions = revisions
  }

  /// The year in which the law was made, as its id tells (`417AC0000000086`: 平成17年); nil for others.
  package var enactmentYear: Int? {
    let digits = id.unicodeScalars.prefix(3).map(\.value)
    guard digits.count == 3, digits.allSatisfy({ (0x30...0x39).contains($0) }),
      let first = [1868, 1912, 1926, 1989, 2019].dropFirst(Int(digits[0]) - 0x31).first,
      digits[0] > 0x30
    else { return nil }
    return first + Int(digits[1] - 0x30) * 10 + Int(digits[2] - 0x30) - 1
  }

  /// The revision in force on a day; nil where the catalogue does not know it.
  ///
  /// Of several revisions of one day the last counts (guide law-xml: the highest amending number).
  package func revision(on date: CalendarDate) -> LawRevision? {
    for known in [revisions, added] {
      guard let last = known.last(where: { $0.from <= date }) else { continue }
      if last.through.map({ date <= $0 }) ?? true { return last }
    }
    return nil
  }
}

/// A text of a law with the days on which it is known to be in force.
package struct LawRevision: Hashable, Sendable {
  /// e-Gov's `law_revision_id`: law id, first day in force, amending law.
  package let id: String
  package let from: CalendarDate
  /// The last day on which it is known to be the one in force; nil where no later one is known.
  package let through: CalendarDate?

  package init(id: String, from: CalendarDate, through: CalendarDate?) {
    self.id = id
    self.from = from
    self.through = through
  }

  /// Reads the first day in force out of a `law_revision_id`; nil where it is none.
  package static func firstDay(of id: String) -> CalendarDate? {
    let bytes = Array(id.utf8)
    guard let first = bytes.firstIndex(of: 0x5F), bytes.count > first + 10,
      bytes[first + 9] == 0x5F, !bytes[(first + 10)...].contains(0x5F)
    else { return nil }
    func number(_ from: Int, _ count: Int) -> Int? {
      var value = 0
      for byte in bytes[(first + 1 + from)..<(first + 1 + from + count)] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let year = number(0, 4), let month = number(4, 2), let day = number(6, 2) else {
      return nil
    }
    return CalendarDate(year: year, month: month, day: day)
  }
}

/// Names by which the minutes of some bodies call laws, beside those that e-Gov lists.
package struct ShortNames: Hashable, Sendable {
  /// A body that uses them so, at any level of its path; nil for every body.
  package let body: String?
  package let reason: String
  /// Name to law id.
  package let names: [String: String]

  package init(body: String?, reason: String, names: [String: String]) {
    self.body = body
    self.reason = reason
    self.names = names
  }
}
