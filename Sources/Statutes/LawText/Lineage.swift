package import JapaneseText

/// Where provisions stood before they moved, and where they went: a small reviewed table.
///
/// `Corpus/laws/lineage.json` holds it; `about` in that file describes the form. What stood at one
/// place until the day before a move stands at another from that day on, with all below it. The
/// table is silent about what it cannot prove: a place that something else took has no lineage.
package struct Lineage: Sendable {
  /// A move of one provision.
  package struct Move: Hashable, Sendable {
    package let law: String
    /// The first day on which it stands at its new place.
    package let date: CalendarDate
    /// Element ids in the short form.
    package let from: String
    package let to: String
    /// How the move was proved, for whoever reviews it.
    package let reason: String

    package init(law: String, date: CalendarDate, from: String, to: String, reason: String) {
      self.law = law
      self.date = date
      self.from = from
      self.to = to
      self.reason = reason
    }
  }

  /// A place with the days on which a provision stood there; open ends are nil.
  package struct Stay: Hashable, Sendable {
    package var element: String
    package var since: CalendarDate?
    package var until: CalendarDate?

    package init(element: String, since: CalendarDate?, until: CalendarDate?) {
      self.element = element
      self.since = since
      self.until = until
    }

    /// Whether a day lies in it; no day counts as today.
    package func holds(_ day: CalendarDate?) -> Bool {
      guard let day else { return until == nil }
      return (since.map { $0 <= day } ?? true) && (until.map { day <= $0 } ?? true)
    }
  }

  package let moves: [Move]
  /// The moves of a law, of one day each, in order.
  private let days: [String: [(date: CalendarDate, moves: [Move])]]

  package init(_ moves: [Move] = []) {
    self.moves = moves
    days = Dictionary(grouping: moves, by: \.law).mapValues { own in
      Dictionary(grouping: own, by: \.date).sorted { $0.key < $1.key }
        .map { ($0.key, $0.value) }
    }
  }

  /// Where a provision that stands at `element` on a day has stood and will stand, in order of time.
  ///
  /// It begins with a day where something else stood at the place before, and nothing tells where
  /// the provision came from; it ends with one where its place was taken. The day is that of the
  /// words that name it; nil is today.
  package func stays(of element: String, in law: String, on day: CalendarDate?) -> [Stay] {
    let all = days[law] ?? []
    let passed = day.map { day in all.prefix { $0.date <= day }.count } ?? all.count
    var stays = [Stay(element: element, since: nil, until: nil)]
    for step in all[..<passed].reversed() {
      let place = stays[0].element
      let before = Lineage.place(place, over: step.moves, from: \.to, to: \.from)
      guard before != place else { continue }
      stays[0].since = step.date
      guard let before else { break }
      stays.insert(Stay(element: before, since: nil, until: step.date.dayBefore), at: 0)
    }
    for step in all[passed...] {
      let place = stays[stays.count - 1].element
      let next = Lineage.place(place, over: step.moves, from: \.from, to: \.to)
      guard next != place else { continue }
      stays[stays.count - 1].until = step.date.dayBefore
      guard let next else { break }
      stays.append(Stay(element: next, since: step.date, until: nil))
    }
    return stays
  }

  /// The places of a provision and of all that stands in it on a day, with the days of each: what
  /// came into it from elsewhere, and what later left it, counts with it.
  package func reach(of element: String, in law: String, on day: CalendarDate?) -> [Stay] {
    let own = stays(of: element, in: law, on: day)
    var reach = own
    for stay in own {
      for move in moves where move.law == law {
        let isPast = day.map { move.date <= $0 } ?? true
        let inner = isPast ? move.to : move.from
        let outer = isPast ? move.from : move.to
        guard inner.hasPrefix(stay.element + "-"),
          stay.holds(isPast ? move.date : move.date.dayBefore)
        else { continue }
        let day = isPast ? move.date.dayBefore : move.date
        for other in stays(of: outer, in: law, on: day) {
          let isOutside = !own.contains {
            other.element == $0.element || other.element.hasPrefix($0.element + "-")
          }
          if isOutside, !reach.contains(other) { reach.append(other) }
        }
      }
    }
    return reach
  }

  /// Where a provision of one day stands on another; nil where the table does not tell.
  package func element(
    _ element: String, in law: String, on day: CalendarDate?, movedTo other: CalendarDate?
  ) -> String? {
    stays(of: element, in: law, on: day).first { $0.holds(other) }?.element
  }

  /// The other end of a move over one day: the place itself where it did not move, nil where it
  /// was taken by something else.
  private static func place(
    _ element: String, over moves: [Move], from: KeyPath<Move, String>, to: KeyPath<Move, String>
  ) -> String? {
    func depth(_ id: String) -> Int? {
      element == id || element.hasPrefix(id + "-") ? id.count : nil
    }
    let move = moves.filter { depth($0[keyPath: from]) != nil }
      .max { $0[keyPath: from].count < $1[keyPath: from].count }
    if let move {
      return move[keyPath: to] + element.dropFirst(move[keyPath: from].count)
    }
    return moves.contains { depth($0[keyPath: to]) != nil } ? nil : element
  }
}

extension Lineage {
  /// Reads and checks `lineage.json`.
  ///
  /// - Throws: `CatalogueError` for anything that is not of the documented form: a law that the
  ///   catalogue does not have, an id that is none, a day that is none, a place twice on one day, an
  ///   entry without a reason.
  package static func load(
    json: [UInt8], laws: LawCatalogue, file: String = "lineage.json"
  ) throws(CatalogueError) -> Lineage {
    let form: LineageForm = try decode(json, file: file, format: "shingi.lineage/1")
    var moves: [Move] = []
    var seen: Set<String> = []
    for group in form.groups {
      for move in group.moves {
        func refuse(_ reason: String) -> CatalogueError {
          .invalid(file: file, entry: "\(group.law)#\(move.from)", reason: reason)
        }
        guard laws.law(group.law) != nil else { throw refuse("unknown law \(group.law)") }
        guard let date = CalendarDate(group.date) else { throw refuse("no day: \(group.date)") }
        guard !group.reason.isEmpty else { throw refuse("no reason") }
        for id in [move.from, move.to] where ElementID(id)?.text != id {
          throw refuse("\(id) is no element id")
        }
        guard move.from != move.to else { throw refuse("it stays where it is") }
        for end in ["from \(move.from)", "to \(move.to)"] {
          guard seen.insert("\(group.law) \(group.date) \(end)").inserted else {
            throw refuse("\(end) stands twice on \(group.date)")
          }
        }
        moves.append(
          Move(law: group.law, date: date, from: move.from, to: move.to, reason: group.reason))
      }
    }
    return Lineage(moves)
  }
}

private struct LineageForm: CatalogueForm {
  let format: String
  let groups: [Group]

  struct Group: Decodable {
    let law, date, reason: String
    let moves: [Move]
  }

  struct Move: Decodable {
    let from, to: String
  }
}
