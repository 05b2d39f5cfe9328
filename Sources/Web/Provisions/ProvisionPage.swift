import Deliberation
import Foundation
import JapaneseText
import Pipeline
import Reports
import Statutes
import Store

/// A provision: its words as they stood on a day, and the statements that address it.
struct ProvisionPage: Page {
  let provision: Provision
  let citation: String
  let date: CalendarDate?
  let links: Store.Page<LinkEntry>
  var revision: StoredRevision?
  var standing: LawTexts.Standing?
  var revisions: [StoredRevision] = []
  private var lines: [LawLine] = []
  private var isMissing = false

  init(
    provision: Provision, citation: String, date: CalendarDate?, links: Store.Page<LinkEntry>
  ) {
    self.provision = provision
    self.citation = citation
    self.date = date
    self.links = links
  }

  /// Asks for the words of a provision on a day, and for the statements that address it; nil where
  /// there is neither.
  ///
  /// - Parameters:
  ///   - provision: The provision.
  ///   - date: The day; today where it is nil.
  ///   - filter: The records among which to look.
  ///   - site: The site.
  /// - Throws: `StoreError`, or what keeps a text from being read.
  init?(
    of provision: Provision, on date: CalendarDate? = nil,
    within filter: SearchFilter = SearchFilter(), site: Site
  ) throws {
    let texts = try site.laws.current()
    let date = date ?? Self.today
    let found = texts.text(of: provision.law, on: date)
    var query = SearchQuery(filter: filter)
    query.filter.laws = [Self.article(of: provision)]
    query.filter.bases = LinkBasis.allCases
    query.limit = Self.mostLinks
    let links = try site.store.links(query)
    guard found != nil || links.total > 0 || texts.catalogue.law(provision.law) != nil else {
      return nil
    }
    self.init(
      provision: provision, citation: texts.catalogue.citation(provision), date: date,
      links: links)
    guard let found else { return }
    revision = found.revision
    standing = found.standing
    revisions = texts.revisions.filter { $0.law == provision.law }
    setElements(of: try texts.text(of: found.revision))
  }

  private static let mostLinks = 300

  /// An article of one paragraph is asked for as an article, because links from before its text
  /// was added name no paragraph.
  private static func article(of provision: Provision) -> String {
    guard provision.address.hasSuffix("-Pr_1"), let article = provision.articleElement else {
      return provision.address
    }
    return Provision(law: provision.law, element: article).address
  }

  private static var today: CalendarDate? {
    let parts = Calendar(identifier: .gregorian).dateComponents(
      [.year, .month, .day], from: Date.now)
    return CalendarDate(year: parts.year ?? 0, month: parts.month ?? 0, day: parts.day ?? 0)
  }

  /// Takes the words of the provision out of a text: the whole article around what is asked for;
  /// of a law as a whole its headings and articles without their words.
  mutating func setElements(of text: LawText) {
    guard let wanted = provision.element else {
      lines = text.parts.flatMap { LawLine.outline($0) }
      return
    }
    let id = LawIndex(text).canonicalContainer(wanted) ?? wanted
    let article = provision.articleElement.flatMap { text.element($0) } ?? text.element(id)
    guard let article else {
      isMissing = true
      return
    }
    lines = LawLine.all(article, asked: id)
  }

  var template: String { "provision" }

  func title(_ words: Words) -> String { citation }

  func view(_ place: Surroundings) -> View {
    let words = place.words
    let direct = links.entries.filter { $0.link.isShownFirst && $0.link.status != .rejected }
    let inherited = links.entries.filter { !$0.link.isShownFirst }
    return [
      "heading": citation, "address": provision.address,
      "lawHref": provision.element == nil
        ? nil : place.links.provision(Provision(law: provision.law, element: nil)),
      "lawTitle": revision?.title,
      "date": date?.description,
      "action": place.links.isStatic ? nil : place.links.provision(provision),
      "revision": revision.map { revision in
        let days = [words.date(revision.from), words.date(revision.until)]
        return words.phrase(
          "revision.says", revision.number, revision.revision ?? words["revision.undated"],
          days[0] ?? "?", days[1] ?? "")
      },
      "warning": warning(words),
      "noText": revision == nil ? true : nil, "missing": isMissing ? true : nil,
      "lines": lines.map { $0.view(place, law: provision.law) },
      "hasLines": lines.isEmpty ? nil : true,
      "revisions": revisions.compactMap { other -> View? in
        guard let from = other.from, other != revision, !place.links.isStatic else { return nil }
        return [
          "name": words.date(from),
          "href": place.links.provision(provision).map { "\($0)?date=\(from)" },
        ]
      },
      "hasRevisions": revisions.count > 1 && !place.links.isStatic ? true : nil,
      "direct": direct.map { link($0, place) },
      "directSays": words.phrase("count.statements", Set(direct.map(\.statement.address)).count),
      "noDirect": direct.isEmpty ? true : nil,
      "inherited": inherited.map { link($0, place) },
      "hasInherited": inherited.isEmpty ? nil : true,
      "inheritedSays": words.phrase("count.inferred", inherited.count),
      "cut": links.total > links.entries.count
        ? words.phrase("positions.cut", String(links.entries.count), String(links.total)) : nil,
    ]
  }

  private func warning(_ words: Words) -> String? {
    switch standing {
    case .undated?: words["standing.undated"]
    case .otherRevision(let id?)?: words.phrase("standing.other", id)
    case .otherRevision(nil)?: words["standing.nearest"]
    case .inForce?, nil: nil
    }
  }

  private func link(_ entry: LinkEntry, _ place: Surroundings) -> View {
    [
      "href": place.links.meeting(entry.statement.address),
      "address": entry.statement.address,
      "speaker": entry.statement.speakerName ?? entry.statement.label
        ?? place.words["speaker.unnamed"],
      "date": place.words.date(entry.statement.meeting.date),
      "isoDate": entry.statement.meeting.date?.description,
      "citation": entry.link.citation, "basis": place.words[entry.link.basis],
      "basisKey": entry.link.basis.rawValue,
      "confidence": entry.link.confidence.map { String(Int(($0 * 100).rounded())) },
      "evidence": entry.evidence,
      "status": entry.link.status == .machine
        ? nil : place.words["link.\(entry.link.status.rawValue)"],
      "statusKey": entry.link.status.rawValue,
    ]
  }

  var json: JSONValue {
    [
      "address": .string(provision.address), "law": .string(provision.law),
      "elm": .text(provision.element), "citation": .string(citation),
      "asOf": .text(date?.description),
      "revision": .text(revision?.revision), "from": .text(revision?.from?.description),
      "until": .text(revision?.until?.description),
      "text": .array(lines.map(\.json)),
      "total": .integer(links.total),
      "links": .array(
        links.entries.map { entry in
          [
            "statement": .string(entry.statement.address),
            "date": .text(entry.statement.meeting.date?.description),
            "speakerName": .text(entry.statement.speakerName),
            "evidence": .text(entry.evidence), "link": RecordJSON.link(entry.link),
          ]
        }),
    ]
  }
}

/// A line of a law: an element with its own words.
struct LawLine: Hashable, Sendable {
  let element: String
  let depth: Int
  let head: String
  let caption: String?
  let text: String
  let rows: [[String]]
  let isAsked: Bool

  /// An element and all below it.
  static func all(_ element: LawElement, asked: String, depth: Int = 0) -> [LawLine] {
    let place = depth == 0 ? ElementID(element.id)?.words ?? "" : ""
    let line = LawLine(
      element: element.id, depth: depth, head: element.title.isEmpty ? place : element.title,
      caption: element.caption, text: element.text, rows: element.rows,
      isAsked: element.id == asked && depth > 0)
    return [line] + element.children.flatMap { all($0, asked: asked, depth: depth + 1) }
  }

  /// Headings and articles, without their words.
  static func outline(_ element: LawElement, depth: Int = 0) -> [LawLine] {
    let level = ElementID(element.id)?.steps.last?.level ?? .part
    guard level <= .article else { return [] }
    let line = LawLine(
      element: element.id, depth: depth, head: element.title, caption: element.caption,
      text: "", rows: [], isAsked: false)
    return (element.title.isEmpty ? [] : [line])
      + element.children.flatMap { outline($0, depth: depth + 1) }
  }

  func view(_ place: Surroundings, law: String) -> View {
    [
      "depth": String(min(4, depth)), "head": head.isEmpty ? nil : head, "caption": caption,
      "text": text.isEmpty ? nil : text, "asked": isAsked ? true : nil, "id": element,
      "href": place.links.provision(Provision(law: law, element: element)),
      "rows": rows.map { row -> View in ["cells": row.map { ["text": $0] as View }] },
      "hasRows": rows.isEmpty ? nil : true,
    ]
  }

  var json: JSONValue {
    [
      "elm": .string(element), "title": .string(head), "caption": .text(caption),
      "text": .string(text), "rows": .array(rows.map { .texts($0) }),
    ]
  }
}
