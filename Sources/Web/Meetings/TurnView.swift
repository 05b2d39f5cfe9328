import Deliberation
import JapaneseText

/// One statement with everything that was found in it.
struct TurnView {
  let record: RecordView
  let index: Int
  let statement: Statement
  private let text: Scalars

  init(_ record: RecordView, _ index: Int) {
    self.record = record
    self.index = index
    statement = record.record.statements[index]
    text = statement.text.scalars
  }

  var address: String { "\(record.address)#\(statement.number)" }

  func view(_ place: Surroundings, events: [Event] = []) -> View {
    let words = place.words
    let source = statement.source.first
    let links = statement.links.map { link($0, place) }
    return [
      "number": statement.number, "address": address,
      "permalink": place.links.meeting(address),
      "href": place.links.statement(address),
      "speaker": Speaker(statement).name ?? words["speaker.unnamed"],
      "personHref": place.links.person(statement.speaker),
      "role": Speaker(statement).role, "organisation": statement.organisation,
      "label": statement.label,
      "kind": statement.kind == .unknown ? nil : words[statement.kind],
      "reader": statement.readByName, "readerHref": place.links.person(statement.readBy),
      "level": statement.level == record.record.level ? nil : words[statement.level],
      "agenda": agenda(place),
      "stances": badges(words),
      "paragraphs": paragraphs,
      "events": events.map { record.event($0, place) },
      "positions": statement.positions.map { position($0, place) },
      "hasPositions": statement.positions.isEmpty ? nil : true,
      "positionsSay": words.phrase("count.positions", statement.positions.count),
      "reported": statement.reported.map { reported($0, place) },
      "relations": statement.relations.map { relation($0, place) },
      "incoming": incoming(place),
      "undertakings": statement.undertakings.map { undertaking($0, words) },
      "links": zip(statement.links, links).filter { $0.0.isShownFirst }.map(\.1),
      "inherited": zip(statement.links, links).filter { !$0.0.isShownFirst }.map(\.1),
      "hasInherited": statement.links.contains { !$0.isShownFirst } ? true : nil,
      "inheritedSays": words.phrase(
        "count.inherited", statement.links.count { !$0.isShownFirst }),
      "candidates": statement.candidates.map { link($0, place) },
      "hasCandidates": statement.candidates.isEmpty ? nil : true,
      "line": source.map { String($0.line) }, "page": source?.page.map(String.init),
      "file": record.record.source.file,
      "sourceHref": source.flatMap { place.links.source(record.address, line: $0.line) },
      "citation": citation(place).plain,
    ]
  }

  /// The citation of the statement, with the permanent link.
  func citation(_ place: Surroundings) -> StatementCitation {
    StatementCitation(
      statement, in: record.record, address: record.address,
      // A page on a disk does not know where it is published: the address stands for the link.
      url: place.links.isStatic ? address : place.links.origin + (Links().meeting(address) ?? ""))
  }

  private func agenda(_ place: Surroundings) -> [View] {
    statement.agenda.map { path in
      [
        "path": path.description, "title": record.record.agenda.item(at: path)?.title,
        "href": place.links.meeting("\(record.address)/\(path)"),
      ]
    }
  }

  /// Each stance once, in the order in which it is first taken.
  private func badges(_ words: Words) -> [View] {
    var seen: Set<String> = []
    return statement.positions.compactMap { position in
      let key = "\(position.stance)\(position.hedged)"
      guard seen.insert(key).inserted else { return nil }
      return StanceBadge(stance: position.stance, hedged: position.hedged).view(words)
    }
  }

  /// Blocks of sentences, each with its anchor (`12.3`).
  private var paragraphs: [View] {
    let blocks = statement.paragraphs.isEmpty ? [TextSpan(0, text.count)] : statement.paragraphs
    return blocks.map { block in
      var sentences: [View] = []
      for (ordinal, sentence) in statement.sentences.enumerated() where block.overlaps(sentence) {
        let inside = TextSpan(max(block.from, sentence.from), min(block.to, sentence.to))
        // A sentence that runs over two blocks has its anchor in the first.
        let isStart = sentence.from >= block.from
        sentences.append([
          "id": isStart ? "\(statement.number).\(ordinal + 1)" : nil, "text": text.text(inside),
        ])
      }
      return ["sentences": sentences.isEmpty ? [["text": text.text(block)] as View] : sentences]
    }
  }

  private func quoted(_ span: TextSpan?) -> String? {
    guard let span, !span.isEmpty, span.to <= text.count else { return nil }
    return text.text(span)
  }

  private func position(_ position: Position, _ place: Surroundings) -> View {
    let words = place.words
    return [
      "badge": StanceBadge(stance: position.stance, hedged: position.hedged).view(words),
      "target": position.target,
      "targetKind": words["target.\(position.targetKind.rawValue)"],
      "targets": position.targetStatements.map { turnLink($0, place) },
      "addressee": position.addressee,
      "clause": quoted(position.clause), "cue": quoted(position.cue),
      "condition": quoted(position.condition), "concession": quoted(position.concession),
      "modality": position.modality.map { words["modality.\($0.rawValue)"] },
      "rule": position.rule,
    ]
  }

  private func reported(_ report: ReportedPosition, _ place: Surroundings) -> View {
    [
      "badge": StanceBadge(stance: report.stance).view(place.words),
      "holder": report.holder ?? place.words["holder.unknown"],
      "holderHref": place.links.person(report.holderPerson),
      "how": place.words["how.\(report.how.rawValue)"],
      "target": report.target, "clause": quoted(report.clause), "rule": report.rule,
    ]
  }

  private func relation(_ relation: Relation, _ place: Surroundings) -> View {
    [
      "kind": place.words["relation.\(relation.kind.rawValue)"],
      "targets": relation.to.map { turnLink($0, place) },
      "open": relation.to.isEmpty ? true : nil,
      "evidence": quoted(relation.evidence), "rule": relation.rule,
    ]
  }

  private func incoming(_ place: Surroundings) -> [View] {
    (record.incoming[index] ?? []).map { entry in
      [
        "kind": place.words["incoming.\(entry.kind.rawValue)"],
        "target": turnLink(entry.from, place),
      ]
    }
  }

  private func turnLink(_ index: Int, _ place: Surroundings) -> View {
    let other = record.record.statements[index]
    return [
      "number": other.number,
      "href": place.links.meeting("\(record.address)#\(other.number)"),
      "speaker": Speaker(other).name,
    ]
  }

  private func undertaking(_ undertaking: Undertaking, _ words: Words) -> View {
    [
      "actor": undertaking.actor ?? words["unknown"], "what": quoted(undertaking.what),
      "due": undertaking.due,
    ]
  }

  private func link(_ link: ProvisionLink, _ place: Surroundings) -> View {
    let via = link.via.map { via -> View in
      let address = via.hasPrefix("#") ? record.address + via : "\(record.address)/\(via)"
      return ["name": via, "href": place.links.meeting(address)]
    }
    return [
      "citation": link.citation, "href": place.links.provision(link.provision),
      "basis": place.words[link.basis], "basisKey": link.basis.rawValue,
      "confidence": link.confidence.map { String(Int(($0 * 100).rounded())) },
      "evidence": quoted(link.evidence), "via": via, "rule": link.rule,
      "status": link.status == .machine ? nil : place.words["link.\(link.status.rawValue)"],
      "statusKey": link.status.rawValue, "rejected": link.status == .rejected ? true : nil,
      "provision": link.provision.address,
      "table": link.provision.row?.table, "row": link.provision.row?.label,
      "statement": address,
      "form": place.editor?.formToken,
    ]
  }
}

extension ProvisionLink {
  /// Whether the statement's own words or a human stand behind the link; the others are 推定.
  var isShownFirst: Bool { basis.isDirect || status == .confirmed || status == .added }
}
