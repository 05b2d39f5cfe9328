import Deliberation
import JapaneseText
import Reports
import Store

/// One thing found.
struct HitView {
  let hit: SearchHit

  func view(_ place: Surroundings) -> View {
    let words = place.words
    let statement = hit.statement
    return [
      "href": place.links.meeting(hit.address),
      "address": hit.address,
      "meeting": hit.meeting.bodyName,
      "meetingTitle": hit.meeting.title,
      "meetingHref": place.links.meeting(hit.meeting.record),
      "date": words.date(hit.meeting.date),
      "isoDate": hit.meeting.date?.description,
      "speaker": statement.map { Speaker($0).name ?? words["speaker.unnamed"] },
      "role": statement.flatMap { Speaker($0).role },
      "organisation": statement?.organisation,
      "kind": statement == nil ? words["kind.of.\(hit.kind.rawValue)"] : nil,
      "stances": hit.stances.map { StanceBadge(stance: $0).view(words) },
      "agenda": hit.agenda.map { item -> View in
        [
          "path": item.path.description, "title": item.title,
          "href": place.links.meeting("\(hit.meeting.record)/\(item.path)"),
        ]
      },
      "pieces": Pieces.of(hit.snippet.text, marked: hit.snippet.hits),
      "cutBefore": hit.snippet.isCutBefore,
      "cutBehind": hit.snippet.isCutBehind,
    ]
  }

  var json: JSONValue {
    [
      "kind": .string(hit.kind.rawValue), "address": .string(hit.address),
      "meeting": .string(hit.meeting.address), "date": .text(hit.meeting.date?.description),
      "bodyName": .string(hit.meeting.bodyName), "level": .string(hit.meeting.level.rawValue),
      "speaker": .text(hit.statement?.speaker?.rawValue),
      "speakerName": .text(hit.statement?.speakerName), "label": .text(hit.statement?.label),
      "role": .text(hit.statement?.role), "organisation": .text(hit.statement?.organisation),
      "stances": .texts(hit.stances.map(\.rawValue)),
      "agenda": .array(
        hit.agenda.map { ["path": .string($0.path.description), "title": .string($0.title)] }),
      "snippet": [
        "text": .string(hit.snippet.text), "from": .integer(hit.snippet.span.from),
        "hits": .array(hit.snippet.hits.map { [.integer($0.from), .integer($0.to)] }),
      ],
      "text": .string(hit.text),
    ]
  }
}

/// A text cut at the marks in it, so that templates mark and escape each piece.
enum Pieces {
  /// Pieces with `text` and, where marked, `hit`; spans are offsets of the text, in order.
  static func of(_ text: String, marked: [TextSpan]) -> [View] {
    guard !marked.isEmpty else { return text.isEmpty ? [] : [["text": text]] }
    let scalars = text.scalars
    var pieces: [View] = []
    var at = 0
    for span in marked where span.from >= at && span.to <= scalars.count {
      if span.from > at { pieces.append(["text": scalars.text(TextSpan(at, span.from))]) }
      pieces.append(["hit": scalars.text(span)])
      at = span.to
    }
    if at < scalars.count { pieces.append(["text": scalars.text(TextSpan(at, scalars.count))]) }
    return pieces
  }
}

/// A stance as a badge: a word, and a class for its colour.
struct StanceBadge {
  let stance: Stance
  var hedged = false

  func view(_ words: Words) -> View {
    [
      "word": words[stance] + (hedged ? words["stance.hedged"] : ""),
      "class": Self.style(stance),
      "stance": stance.rawValue,
    ]
  }

  /// For, against, asked, or told: colours say no more than the words do.
  static func style(_ stance: Stance) -> String {
    switch stance {
    case .support, .conditionalSupport: "pro"
    case .oppose, .concern: "con"
    case .request, .question: "ask"
    case .answer, .comment: "say"
    }
  }
}

/// Who speaks, as pages show it.
struct Speaker {
  let statement: Statement

  init(_ statement: Statement) { self.statement = statement }

  /// The full name, else the label as printed.
  var name: String? { statement.speakerName ?? statement.label }

  var role: String? { statement.speakerName == nil ? nil : statement.role }
}
