import Foundation
import Reports

/// A validator for the keywords of JSON Schema that the record's schema uses; an unknown keyword is a
/// fault, so that none is silently ignored.
enum Schema {
  static func faults(
    in value: JSONValue, _ schema: JSONValue, at place: String = "", root: JSONValue? = nil
  ) -> [String] {
    let root = root ?? schema
    var faults: [String] = []
    func fault(_ reason: String) { faults.append("\(place): \(reason)") }
    for member in schema.objectValue ?? [] {
      let rule = member.value
      switch member.key {
      case "$schema", "title", "description", "$defs": break
      case "$ref":
        let name = rule.stringValue?.split(separator: "/").last.map(String.init) ?? ""
        guard let target = root["$defs"]?[name] else { return ["\(place): no \(name)"] }
        faults += self.faults(in: value, target, at: place, root: root)
      case "type": if !has(value, type: rule.stringValue ?? "") { fault("is no \(rule.cell)") }
      case "const": if value != rule { fault("is not \(rule.cell)") }
      case "enum":
        if !(rule.arrayValue ?? []).contains(value) { fault("\(value.cell) is no choice") }
      case "anyOf":
        let fits = (rule.arrayValue ?? []).contains {
          self.faults(in: value, $0, at: place, root: root).isEmpty
        }
        if !fits { fault("fits none") }
      case "required":
        for key in rule.arrayValue ?? [] where value[key.cell] == nil { fault("lacks \(key.cell)") }
      case "properties":
        for property in rule.objectValue ?? [] {
          guard let inner = value[property.key] else { continue }
          faults += self.faults(
            in: inner, property.value, at: "\(place).\(property.key)", root: root)
        }
      case "items":
        for (index, inner) in (value.arrayValue ?? []).enumerated() {
          faults += self.faults(in: inner, rule, at: "\(place)[\(index)]", root: root)
        }
      case "minItems": if (value.arrayValue?.count ?? 0) < rule.integerValue ?? 0 { fault("short") }
      case "maxItems": if (value.arrayValue?.count ?? 0) > rule.integerValue ?? 0 { fault("long") }
      case "minimum": if (value.numberValue ?? 0) < rule.numberValue ?? 0 { fault("small") }
      case "maximum": if (value.numberValue ?? 0) > rule.numberValue ?? 0 { fault("great") }
      case "pattern":
        if value.stringValue?.range(of: rule.cell, options: .regularExpression) == nil {
          fault("\(value.cell) does not fit \(rule.cell)")
        }
      default: fault("unknown keyword \(member.key)")
      }
    }
    return faults
  }

  private static func has(_ value: JSONValue, type: String) -> Bool {
    switch (type, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("boolean", .bool),
      ("null", .null), ("integer", .integer), ("number", .integer), ("number", .number):
      true
    default: false
    }
  }
}
