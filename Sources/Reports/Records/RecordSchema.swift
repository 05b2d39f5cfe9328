import Deliberation

/// The JSON Schema (draft 2020-12) of what `RecordJSON` writes; `export --schema` prints it.
///
/// Fields may be added to the form, so that unknown keys are allowed; those here keep their meaning.
package enum RecordSchema {
  package static let value: JSONValue = [
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "Shingi record",
    "description": .string(about),
    "type": "object",
    "properties": [
      "shingi": ["const": .integer(RecordJSON.version)],
      "meeting": meeting,
      "attendance": list(attendee),
      "documents": list(object(["label": text, "title": orNull(text)])),
      "agenda": list(reference("item")),
      "events": list(event),
      "statements": list(RecordSchema.statement),
      "findings": list(
        object(["kind": text, "line": orNull(positive), "message": text])),
    ],
    "required": [
      "shingi", "meeting", "attendance", "documents", "agenda", "events", "statements", "findings",
    ],
    "$defs": [
      "span": [
        "description": "Scalar offsets [from, to).", "type": "array", "items": natural,
        "minItems": 2, "maxItems": 2,
      ],
      "path": [
        "description": "Ordinals of position, from the top.", "type": "string",
        "pattern": "^[1-9][0-9]*(\\.[1-9][0-9]*)*$",
      ],
      "item": object([
        "path": path, "mark": orNull(text), "title": text, "items": list(reference("item")),
      ]),
      "segment": object([
        "from": natural, "to": natural, "line": positive, "page": orNull(positive),
      ]),
      "link": link,
    ],
  ]

  private static let about = """
    One published text of a meeting. Offsets count Unicode scalars, [from, to). Spans inside a \
    statement are offsets into its own text. Unknown is null.
    """

  private static let meeting = object([
    "address": text,
    "bodies": list(["type": "array", "items": text, "minItems": 1]),
    "session": orNull(integer),
    "number": orNull(integer),
    "title": text,
    "date": orNull(["type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"]),
    "times": list([
      "type": "array", "minItems": 2, "maxItems": 2,
      "items": orNull(["type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$"]),
    ]),
    "place": orNull(text),
    "record": positive,
    "level": oneOf(Level.allCases.map(\.rawValue)),
    "status": orNull(oneOf(["provisional", "final", "erratum"])),
    "completeness": oneOf(["whole", "excerpt"]),
    "source": object([
      "file": text, "sha256": ["type": "string", "pattern": "^[0-9a-f]{64}$"], "reader": text,
      "parser": text,
    ]),
  ])

  private static let attendee = object([
    "person": orNull(text),
    "name": orNull(text),
    "role": orNull(text),
    "group": orNull(text),
    "kind": oneOf(AttendeeKind.allCases.map(\.rawValue)),
    "organisation": orNull(text),
    "presence": oneOf(["present", "online", "absent", "proxy"]),
    "substitute": orNull(text),
  ])

  private static let event = object([
    "n": positive,
    "kind": oneOf(EventKind.allCases.map(\.rawValue)),
    "agenda": list(path),
    "by": orNull(text),
    "byName": orNull(text),
    "documents": list(text),
    "result": orNull(text),
    "text": text,
    "beforeStatement": positive,
    "inStatement": orNull(positive),
    "source": list(reference("segment")),
  ])

  /// An object that must have all of these keys, and may have others.
  package static func object(_ properties: JSONValue) -> JSONValue {
    [
      "type": "object",
      "properties": properties,
      "required": .texts(properties.objectValue?.map(\.key) ?? []),
    ]
  }

  package static func list(_ items: JSONValue) -> JSONValue { ["type": "array", "items": items] }

  package static func orNull(_ schema: JSONValue) -> JSONValue {
    ["anyOf": [schema, ["type": "null"]]]
  }

  package static func oneOf(_ values: [String]) -> JSONValue { ["enum": .texts(values)] }

  package static func reference(_ name: String) -> JSONValue {
    ["$ref": .string("#/$defs/\(name)")]
  }

  package static let text: JSONValue = ["type": "string"]
  package static let integer: JSONValue = ["type": "integer"]
  package static let natural: JSONValue = ["type": "integer", "minimum": 0]
  static let positive: JSONValue = ["type": "integer", "minimum": 1]
  package static let truth: JSONValue = ["type": "boolean"]
  static let span = reference("span")
  package static let path = reference("path")
}
