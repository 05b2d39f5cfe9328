import Deliberation
import JapaneseText

extension PositionSummary {
  /// The summary as JSON: the same facts as the printed forms, with spans and full addresses.
  package var json: JSONValue { ["summary": 1, "meetings": .array(meetings.map(\.json))] }
}

extension MeetingSummary {
  fileprivate var json: JSONValue {
    [
      "address": .string(address),
      "title": .string(title),
      "body": .string(bodyName),
      "number": .count(number),
      "date": .text(date?.description),
      "place": .text(place),
      "level": .string(level.rawValue),
      "status": .text(status?.rawValue),
      "completeness": .string(completeness.rawValue),
      "source": ["file": .string(source.file), "sha256": .string(source.sha256)],
      "membersPresent": .count(membersPresent),
      "cautions": .texts(SummaryPhrases.cautions(self)),
      "sections": .array(sections.map(\.json)),
    ]
  }
}

extension SummarySection {
  fileprivate var json: JSONValue {
    [
      "speaker": .text(speaker),
      "agenda": .array(
        items.map {
          [
            "path": .string($0.path.description), "mark": .text($0.mark),
            "title": .string($0.title), "address": .string($0.address),
          ]
        }),
      "wholeItem": .bool(isWholeItem),
      "explanations": .array(explanations.map(\.json)),
      "outcomes": .array(outcomes.map(\.json)),
      "questions": .string(questions.rawValue),
      "membersSpoke": .integer(membersSpoke),
      "unnamedStatements": .integer(unnamedStatements),
      "contradictions": .array(
        contradictions.map {
          [
            "target": .string($0.target), "inFavour": .array($0.inFavour.map(\.json)),
            "against": .array($0.against.map(\.json)),
          ]
        }),
      "groups": .array(
        groups.map { group in
          [
            "group": .string(group.kind.rawValue),
            "entries": .array(
              group.entries.map {
                [
                  "lines": .array($0.lines.map(\.json)), "linesLeftOut": .integer($0.linesLeftOut),
                  "answers": .array($0.answers.map(\.json)),
                  "answersLeftOut": .integer($0.answersLeftOut),
                  "answeredAt": .texts($0.answeredAt),
                ]
              }),
          ]
        }),
      "reported": .array(reported.map(\.json)),
      "undertakings": .array(undertakings.map(\.json)),
      "unanswered": .texts(unanswered.map(\.address)),
      "counts": .array(counts.map(\.json)),
      "targetCounts": .array(targetCounts.map(\.json)),
    ]
  }
}

extension SummaryEvent {
  fileprivate var json: JSONValue {
    [
      "kind": .string(kind.rawValue), "by": .text(by), "documents": .texts(documents),
      "result": .text(result), "text": .string(text),
    ]
  }
}

extension SummaryLine {
  fileprivate var json: JSONValue {
    [
      "address": .string(address),
      "speaker": .string(speaker),
      "kind": .string(kind.rawValue),
      "level": .string(level.rawValue),
      "stance": .string(stance.rawValue),
      "hedged": .bool(hedged),
      "modality": .text(modality?.rawValue),
      "targetKind": .string(targetKind.rawValue),
      "target": .text(target),
      "addressee": .text(addressee),
      "quote": .string(quote),
      "span": RecordJSON.span(span),
      "condition": .text(condition),
      "note": .text(note),
      "chain": .array(
        chain.map {
          [
            "address": .string($0.address), "speaker": .string($0.speaker),
            "stances": .texts($0.stances.map(\.rawValue)),
          ]
        }),
    ]
  }
}

extension SummaryReport {
  fileprivate var json: JSONValue {
    [
      "address": .string(address), "speaker": .string(speaker), "holder": .text(holder),
      "how": .string(how.rawValue), "stance": .string(stance.rawValue), "target": .text(target),
      "quote": .string(quote), "span": RecordJSON.span(span),
    ]
  }
}

extension SummaryUndertaking {
  fileprivate var json: JSONValue {
    [
      "address": .string(address), "speaker": .string(speaker), "actor": .text(actor),
      "quote": .string(quote), "span": RecordJSON.span(span), "due": .text(due),
    ]
  }
}

extension StanceCount {
  fileprivate var json: JSONValue {
    [
      "group": .string(group.rawValue), "targetKind": .string(targetKind.rawValue),
      "target": .text(target), "members": .integer(members),
      "administration": .integer(administration), "others": .integer(others),
      "hedged": .integer(hedged), "unnamed": .integer(unnamed),
      "statements": .integer(statements),
    ]
  }
}
