package import Deliberation
package import JapaneseText
package import Statutes
package import Store

extension ProvisionDays {
  /// A provision at every place at which it stood or will stand, with the days of each, so that a
  /// question by provision follows what moved.
  ///
  /// The place that was named counts for meetings before the provision came there too, unless
  /// something else stood there: who spoke of it meant the draft.
  package static func reach(
    of provision: Provision, on day: CalendarDate?, laws: LawCatalogue
  ) -> [ProvisionDays] {
    guard let element = provision.element else {
      return [ProvisionDays(law: provision.law, element: nil)]
    }
    let law = provision.law
    return laws.lineage.reach(of: element, in: law, on: day).map { stay in
      var days = ProvisionDays(
        law: law, element: stay.element, from: stay.since, until: stay.until)
      let wasTaken = laws.lineage.moves.contains { move in
        move.law == law && move.date == stay.since
          && (move.from == element || element.hasPrefix(move.from + "-"))
      }
      if stay.element == element, !wasTaken { days.from = nil }
      return days
    }
  }
}
