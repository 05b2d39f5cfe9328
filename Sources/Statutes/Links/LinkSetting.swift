import Deliberation
import JapaneseText

/// What the statements of one record share: its date, its bodies, its agenda, the catalogues.
struct LinkSetting: Sendable {
  private let laws: LawCatalogue
  private let topics: TopicCatalogue
  private let terms: LawTermIndex
  private let date: CalendarDate?
  private let bodies: Set<String>
  private let heading: [MatchText]
  /// What is said about each agenda item: its title, and the explanations before its discussion.
  private let agendaTexts: [AgendaPath: [MatchText]]
  /// The links that each agenda item hands down.
  private let agendaFound: [AgendaPath: FoundLinks]
  private let citations: CitationContext

  init(record: Record, topics: TopicCatalogue, laws: LawCatalogue, terms: LawTermIndex) {
    self.laws = laws
    self.terms = terms
    self.topics = topics
    date = record.meeting.date
    bodies = Set(record.meeting.bodies.joined())
    heading = ([record.meeting.title] + record.meeting.bodies.joined()).map { MatchText($0) }
    citations = CitationContext(
      date: record.meeting.date, bodies: record.meeting.bodies,
      outlines: laws.outlines?(record.meeting.date))
    var texts: [AgendaPath: [MatchText]] = [:]
    for item in record.agenda.flattened {
      texts[item.path, default: []].append(MatchText(item.title))
    }
    for event in record.events where event.kind == .explanation && event.text.count < 400 {
      guard event.agenda.count == 1 else { continue }
      texts[event.agenda[0], default: []].append(MatchText(event.text))
    }
    agendaTexts = texts
    var found: [AgendaPath: FoundLinks] = [:]
    for (path, itemTexts) in texts {
      let context = heading + LinkSetting.above(path).flatMap { texts[$0] ?? [] } + itemTexts
      var links = FoundLinks()
      for text in itemTexts {
        for matcher in topics.matchers where matcher.topic.inherits {
          guard matcher.evidence(in: text, context: context, bodies: bodies) != nil else {
            continue
          }
          for provision in matcher.topic.provisions where provision.stands(on: date) {
            let link = ProvisionLink(
              provision: provision.provision, citation: "", basis: .agenda, evidence: nil,
              via: path.description, rule: matcher.topic.id)
            provision.isStrong ? links.add(link) : links.addCandidate(link)
          }
        }
      }
      found[path] = links
    }
    agendaFound = found
  }

  /// The items above a path, from the nearest to the root.
  private static func above(_ path: AgendaPath) -> [AgendaPath] {
    (0..<path.ordinals.count).dropFirst().reversed().map { AgendaPath(Array(path.ordinals[..<$0])) }
  }

  /// Citations and terms in the statement's own words.
  func ownLinks(of statement: Statement) -> FoundLinks {
    var found = FoundLinks()
    let scalars = statement.text.scalars
    let text = MatchText(scalars)
    let cited = Citations.find(in: scalars, context: citations, laws: laws)
    add(cited, in: scalars, to: &found)
    let context =
      heading
      + statement.agenda.flatMap { [$0] + LinkSetting.above($0) }
      .flatMap { agendaTexts[$0] ?? [] }
    for matcher in topics.matchers {
      guard let shown = matcher.evidence(in: text, context: context, bodies: bodies) else {
        continue
      }
      // 監査証明 in the name of a law is no term.
      if cited.contains(where: { $0.span.contains(shown.span) }) { continue }
      for provision in matcher.topic.provisions where provision.stands(on: date) {
        let link = ProvisionLink(
          provision: provision.provision, citation: "", basis: .term, evidence: shown.span,
          rule: matcher.topic.id)
        provision.isStrong && !shown.isPassing ? found.add(link) : found.addCandidate(link)
      }
    }
    if !terms.isEmpty {
      addTerms(in: text, of: statement, to: &found)
      addDelegations(to: &found)
    }
    return found
  }

  /// The terms of laws that the statement or its agenda item is about by other words, too.
  private func addTerms(in text: MatchText, of statement: Statement, to found: inout FoundLinks) {
    let around = agendaLinks(of: statement).links
    let families = Set((found.links + around).map { family(of: $0.provision.law) })
    guard !families.isEmpty else { return }
    for (meaning, places) in terms.mentions(in: text)
    where families.contains(family(of: meaning.provision.law)) {
      let focus = Focus.place(of: places, in: text.scalars, as: .term)
      var link = ProvisionLink(
        provision: meaning.provision, citation: "", basis: .term,
        evidence: text.sourceSpan(focus ?? places[0]), rule: "law/\(meaning.kind.rawValue)")
      link.words = meaning.words
      let isSure = focus != nil && meaning.kind != .definition
      isSure ? found.add(link) : found.addCandidate(link)
    }
  }

  /// What fills in a provision that the statement addresses, and what that one fills in.
  private func addDelegations(to found: inout FoundLinks) {
    for link in found.links where link.basis == .explicit || link.basis == .term {
      for edge in terms.edges(of: link.provision) {
        var other = ProvisionLink(
          provision: edge.other, citation: "", basis: .delegation, evidence: link.evidence,
          rule: "law/delegation")
        other.words = edge.words
        found.add(other)
      }
    }
  }

  /// The Act to which a law belongs, or the law itself.
  private func family(of law: String) -> String { laws.parent(of: law, rank: .act) ?? law }

  /// What the statement cites; a law that is only named, and in passing, is a candidate.
  private func add(_ cited: [Citation], in scalars: Scalars, to found: inout FoundLinks) {
    var mentions: [String: [TextSpan]] = [:]
    var withArticle: Set<String> = []
    for citation in cited {
      for target in citation.targets {
        mentions[target.provision.law, default: []].append(citation.span)
        if target.provision.element != nil { withArticle.insert(target.provision.law) }
      }
    }
    for citation in cited {
      for target in citation.targets {
        let isWhole = target.provision.element == nil
        if isWhole, withArticle.contains(target.provision.law) { continue }
        var link = ProvisionLink(
          provision: target.provision, citation: "", basis: .explicit, evidence: citation.span,
          rule: isWhole ? "citation/lawOnly" : "citation/\(citation.kind.rawValue)")
        link.revision = target.revision
        if isWhole, let all = mentions[target.provision.law] {
          guard let place = Focus.place(of: all, in: scalars, as: .law) else {
            found.addCandidate(link)
            continue
          }
          link.evidence = place
        }
        found.add(link)
      }
    }
  }

  /// What the statement inherits from its agenda items: of each, what the deepest item that has
  /// links hands down.
  func agendaLinks(of statement: Statement) -> FoundLinks {
    var found = FoundLinks()
    for path in statement.agenda {
      for level in [path] + LinkSetting.above(path) {
        guard let links = agendaFound[level], !links.links.isEmpty else { continue }
        found.add(links)
        break
      }
    }
    return found
  }

  /// The link with its citation in words and the revision in force on the day of the meeting.
  func completed(_ link: ProvisionLink) -> ProvisionLink {
    var link = link
    link.citation = laws.citation(link.provision)
    link.revision = link.revision ?? laws.revision(of: link.provision.law, on: date)
    return link
  }
}
