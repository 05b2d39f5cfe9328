import JapaneseText
import Reports

/// Why an annotation file cannot be used, with file, place and remedy.
package struct GoldError: Error, Hashable, Sendable, CustomStringConvertible {
  package var file: String
  /// The place in the file, like `statements[3].positions[0].stance`.
  package var place: String
  package var reason: String

  package var description: String {
    "\(file): \(place.isEmpty ? "" : place + ": ")\(reason)"
      + "; correct the annotation (its form: Corpus/gold/README.md)"
  }
}

/// A value of an annotation file with its place, so that every error names it.
struct GoldNode {
  let value: JSONValue
  let file: String
  let place: String

  func error(_ reason: String, at key: String? = nil) -> GoldError {
    GoldError(file: file, place: path(key), reason: reason)
  }

  private func path(_ key: String?) -> String {
    guard let key else { return place }
    return place.isEmpty ? key : "\(place).\(key)"
  }

  /// Whether the key is there, if only with null.
  func has(_ key: String) -> Bool { value[key] != nil }

  /// The value under a key; nil where it is absent or null.
  func optional(_ key: String) -> GoldNode? {
    guard let inner = value[key], !inner.isNull else { return nil }
    return GoldNode(value: inner, file: file, place: path(key))
  }

  func required(_ key: String) throws(GoldError) -> GoldNode {
    guard let node = optional(key) else { throw error("is missing", at: key) }
    return node
  }

  /// The elements of a list; nil where the key is absent: not annotated.
  func list(_ key: String) throws(GoldError) -> [GoldNode]? {
    guard let node = optional(key) else { return nil }
    return try node.elements()
  }

  func elements() throws(GoldError) -> [GoldNode] {
    guard let values = value.arrayValue else { throw error("must be a list") }
    return values.enumerated().map {
      GoldNode(value: $1, file: file, place: "\(place)[\($0)]")
    }
  }

  func text() throws(GoldError) -> String {
    guard let text = value.stringValue else { throw error("must be a text") }
    return text
  }

  func text(_ key: String) throws(GoldError) -> String { try required(key).text() }

  func optionalText(_ key: String) throws(GoldError) -> String? { try optional(key)?.text() }

  /// Absent: not annotated; null: the document does not say.
  func knownText(_ key: String) throws(GoldError) -> String?? {
    guard has(key) else { return .none }
    return .some(try optionalText(key))
  }

  func integer() throws(GoldError) -> Int {
    guard let number = value.integerValue else { throw error("must be a whole number") }
    return number
  }

  func integer(_ key: String) throws(GoldError) -> Int { try required(key).integer() }

  func knownInteger(_ key: String) throws(GoldError) -> Int?? {
    guard has(key) else { return .none }
    return .some(try optional(key)?.integer())
  }

  func truth(_ key: String, default standard: Bool) throws(GoldError) -> Bool {
    guard let node = optional(key) else { return standard }
    guard let truth = node.value.boolValue else { throw node.error("must be true or false") }
    return truth
  }

  func texts(_ key: String) throws(GoldError) -> [String] {
    var texts: [String] = []
    for node in try list(key) ?? [] { texts.append(try node.text()) }
    return texts
  }

  /// One of the words of an enumeration.
  func choice<Choice: RawRepresentable<String>>(
    _: Choice.Type
  ) throws(GoldError) -> Choice {
    let text = try text()
    guard let choice = Choice(rawValue: text) else {
      throw error("\"\(text)\" is no \(Choice.self) of the record's form")
    }
    return choice
  }

  /// A pair `[from, to]` with `from` < `to` ≤ `length`.
  func span(_ key: String, length: Int?) throws(GoldError) -> TextSpan {
    let node = try required(key)
    let ends = try node.elements()
    guard ends.count == 2 else { throw node.error("must be a pair [from, to]") }
    let span = TextSpan(try ends[0].integer(), try ends[1].integer())
    guard span.from >= 0, span.from < span.to, span.to <= length ?? .max else {
      throw node.error("[\(span.from), \(span.to)] lies outside the text of \(length ?? 0) scalars")
    }
    return span
  }

  /// Further values of a field that are as right as the one given.
  func accepted(_ key: String) throws(GoldError) -> [GoldNode] {
    try optional("accept")?.list(key) ?? []
  }

  /// The field's value and the further ones that are as right; nil where the field is left out.
  func choices<Value>(
    _ key: String, _ read: (GoldNode) throws(GoldError) -> Value
  ) throws(GoldError) -> [Value]? {
    guard let node = optional(key) else { return nil }
    var choices = [try read(node)]
    for other in try accepted(key) { choices.append(try read(other)) }
    return choices
  }

  /// The field's value and the further ones that are as right.
  func textChoices(_ key: String) throws(GoldError) -> [String?] {
    var choices: [String?] = [try optionalText(key)]
    for node in try accepted(key) { choices.append(node.value.isNull ? nil : try node.text()) }
    return choices
  }
}
