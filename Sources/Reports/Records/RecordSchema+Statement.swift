import Deliberation

extension RecordSchema {
  /// One statement.
  package static let statement = object([
    "n": ["type": "string", "pattern": "^[1-9][0-9]*[a-z]*$"],
    "order": positive,
    "address": text,
    "label": orNull(text),
    "speaker": orNull(text),
    "speakerName": orNull(text),
    "surname": orNull(text),
    "role": orNull(text),
    "organisation": orNull(text),
    "readBy": orNull(text),
    "readByName": orNull(text),
    "kind": orNull(oneOf(SpeakerKind.allCases.filter { $0 != .unknown }.map(\.rawValue))),
    "level": oneOf(Level.allCases.map(\.rawValue)),
    "agenda": list(path),
    "text": text,
    "paragraphs": list(span),
    "sentences": list(span),
    "source": list(reference("segment")),
    "relations": list(relation),
    "positions": list(position),
    "reported": list(reported),
    "undertakings": list(
      object(["actor": orNull(text), "what": span, "due": orNull(text), "rule": text])),
    "links": list(reference("link")),
    "candidates": list(reference("link")),
  ])

  private static let relation = object([
    "kind": oneOf(RelationKind.allCases.map(\.rawValue)),
    "to": list(text),
    "evidence": span,
    "rule": text,
  ])

  private static let stance = oneOf(Stance.allCases.map(\.rawValue))

  private static let position = object([
    "stance": stance,
    "targetKind": oneOf(["proposal", "speaker", "topic", "organisation"]),
    "target": orNull(text),
    "targetStatements": list(text),
    "targetAgenda": list(path),
    "addressee": orNull(text),
    "clause": span,
    "evidence": span,
    "cue": span,
    "condition": orNull(span),
    "concession": orNull(span),
    "hedged": truth,
    "modality": orNull(oneOf(["suggestion", "commitment", "invitation", "procedural"])),
    "rule": text,
  ])

  private static let reported = object([
    "holder": orNull(text),
    "holderPerson": orNull(text),
    "how": oneOf(["explicit", "presumed", "resolved"]),
    "stance": stance,
    "target": orNull(text),
    "targetStatements": list(text),
    "clause": span,
    "evidence": span,
    "rule": text,
  ])

  static let link = object([
    "law": text,
    "revision": orNull(text),
    "elm": orNull(text),
    "row": orNull(object(["table": text, "label": text])),
    "citation": text,
    "basis": oneOf(LinkBasis.allCases.map(\.rawValue)),
    "confidence": orNull(["type": "number", "minimum": 0, "maximum": 1]),
    "evidence": orNull(span),
    "via": orNull(text),
    "rule": text,
    "words": orNull(text),
    "status": oneOf(["machine", "confirmed", "rejected", "added"]),
  ])
}
