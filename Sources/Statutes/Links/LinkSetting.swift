import Deliberation
import JapaneseText

/// What the statements of one record share: its date, its bodies, its agenda, the catalogues.
struct LinkSetting: Sendable {
  private let laws: LawCatalogue
  private let topics: TopicCatalogue
  private let date: CalendarDate?
  private let bodies: Set<String>
  private let heading: [MatchText]
  /// What is said about each agenda item: its title, and the explanations before its discussion.
  private let agendaTexts: [AgendaPath: [MatchText]]
  /// The links that each agenda item hands down.
  private let agendaFound: [AgendaPath: FoundLinks]
  private let citations: CitationContext

  init(record: Record, topics: TopicCatalogue, laws: LawCatalogue) {
    self.laws = laws
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
    for citation in Citations.find(in: scalars, context: citations, laws: laws) {
      for target in citation.targets {
        var link = ProvisionLink(
          provision: target.provision, citation: "", basis: .explicit, evidence: citation.span,
          rule: "citation/\(citation.kind.rawValue)")
        link.revision = target.revision
        found.add(link)
      }
    }
    let text = MatchText(scalars)
    let context =
      heading
      + statement.agenda.flatMap { [$0] + LinkSetting.above($0) }
      .flatMap { agendaTexts[$0] ?? [] }
    for matcher in topics.matchers {
      guard let evidence = matcher.evidence(in: text, context: context, bodies: bodies) else {
        continue
      }
      for provision in matcher.topic.provisions where provision.stands(on: date) {
        let link = ProvisionLink(
          provision: provision.provision, citation: "", basis: .term, evidence: evidence,
          rule: matcher.topic.id)
        provision.isStrong ? found.add(link) : found.addCandidate(link)
      }
    }
    return found
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
