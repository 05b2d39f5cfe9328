package import Deliberation
package import JapaneseText

/// A question to the record: words, filters, order, and which part of the answer is wanted.
package struct SearchQuery: Hashable, Sendable {
  /// The words; nil asks by filters alone.
  package var words: SearchExpression?
  package var filter: SearchFilter
  package var order: SearchOrder = .newest
  /// The most hits to return; the count is of all of them.
  package var limit = 20
  package var offset = 0
  /// The length of a snippet in characters of the original text.
  package var snippetLength = 100
  /// Whether only the words as written are searched, without alternatives.
  package var isExact = false
  /// In what all words must stand.
  package var within = SearchUnit.statement
  /// The address of the statement behind which the hits begin, for orders by date only.
  package var after: String?

  package init(words: SearchExpression? = nil, filter: SearchFilter = SearchFilter()) {
    self.words = words
    self.filter = filter
  }
}

/// What hits must be like beside their words; an empty list sets no bound, several entries of one
/// list are joined by OR, several lists by AND.
package struct SearchFilter: Hashable, Sendable {
  /// Full names, surnames, or ids of persons (`p-…`).
  package var speakers: [String] = []
  /// Roles as printed in label or attendance (`主査`), with `*` at either end for any characters;
  /// or the kind of the speaker (`member`, `official`).
  package var roles: [String] = []
  /// Organisations spoken for; a part of the name is enough.
  package var organisations: [String] = []
  /// Bodies by name or path; those below are included.
  package var bodies: [String] = []
  /// Addresses of meetings (all their records) or of records (`86~2`).
  package var meetings: [String] = []
  /// Addresses of agenda items (`86/1.2`), or words of a title.
  package var agenda: [String] = []
  /// Whether what lies below an agenda item is included.
  package var includesBelow = true
  package var from: CalendarDate?
  package var until: CalendarDate?
  package var stances: [Stance] = []
  /// Law ids, or addresses of provisions (`LAW#ELM`), which include what lies below them.
  package var laws: [String] = []
  /// Articles: `58`, `58の2`, `58_2`, `第58条の2`, or an element id (`Mp-At_58`).
  package var articles: [String] = []
  /// Provisions with the days of the meetings for which each counts (moved ones at each place); they
  /// stand beside `laws`.
  package var provisions: [ProvisionDays] = []
  /// Bases of links that count for `laws` and `articles`; empty: the direct ones.
  package var bases: [LinkBasis] = []
  /// Kinds of things to return; the others are counted beside.
  package var kinds: [SearchKind] = [.statement]
  /// Filters that hits must not fit (`-speaker:山田`).
  package var excluded: [SearchFilter] = []

  package init() {}

  /// Whether a filter is set that only statements can answer to.
  var isOfStatements: Bool {
    !(speakers.isEmpty && roles.isEmpty && organisations.isEmpty && stances.isEmpty
      && laws.isEmpty && articles.isEmpty && provisions.isEmpty && bases.isEmpty)
  }
}

/// A provision, and all that stands in it, on the days of some meetings; open ends are nil.
package struct ProvisionDays: Hashable, Sendable {
  package var law: String
  /// Nil is the law as a whole.
  package var element: String?
  package var from: CalendarDate?
  package var until: CalendarDate?

  package init(
    law: String, element: String?, from: CalendarDate? = nil, until: CalendarDate? = nil
  ) {
    self.law = law
    self.element = element
    self.from = from
    self.until = until
  }

  /// The element of an article as people write it: `58の2`, `第58条の2` → `Mp-At_58_2`.
  package static func element(ofArticle article: String) -> String {
    if article.contains("At_") { return article }
    var number = ""
    for scalar in article.scalars {
      if let digit = scalar.digitValue {
        number += "\(digit)"
      } else if scalar == "の" || scalar == "_" || scalar == "-" {
        number += "_"
      }
    }
    return "Mp-At_\(number)"
  }
}

/// The order of hits; within a day by address, within a record in reading order.
package enum SearchOrder: String, Sendable, CaseIterable {
  case newest, oldest, relevance
}

/// What was found.
package struct SearchResults: Hashable, Sendable {
  /// How many there are in all, of the kinds that were asked for: exact.
  package var total: Int
  package var hits: [SearchHit]
  /// How many there are of the other kinds, where there are any (「経過にも n 件」).
  package var beside: [SearchKind: Int]
  /// The words as they were searched: folded, with their alternatives.
  package var searched: [String]
}

/// One thing found.
package struct SearchHit: Hashable, Sendable {
  package var kind: SearchKind
  /// The address of the statement or the agenda item; of the record for events, documents and
  /// attendance.
  package var address: String
  package var meeting: MeetingReference
  /// The statement, without positions, relations and links; nil for other kinds.
  package var statement: Statement?
  /// The stances that the statement takes, each once.
  package var stances: [Stance]
  /// The deepest agenda items, with their titles.
  package var agenda: [AgendaReference]
  package var text: String
  package var snippet: Snippet
}

/// The meeting in which something stands, as lists show it.
package struct MeetingReference: Hashable, Sendable {
  package var address: String
  /// The address of the record, which differs from that of the meeting where it has several.
  package var record: String
  package var bodyName: String
  package var title: String
  package var date: CalendarDate?
  package var level: Level
}

/// An agenda item as lists show it.
package struct AgendaReference: Hashable, Sendable {
  package var path: AgendaPath
  package var title: String
}

/// A piece of a text with the places of the hits in it.
package struct Snippet: Hashable, Sendable {
  /// The stretch of the whole text, in its scalars.
  package var span: TextSpan
  /// The words of the stretch, unchanged.
  package var text: String
  /// The hits, in scalars of `text`, in order, none overlapping another.
  package var hits: [TextSpan]
  /// Whether words of the text stand before and behind.
  package var isCutBefore: Bool
  package var isCutBehind: Bool
}
