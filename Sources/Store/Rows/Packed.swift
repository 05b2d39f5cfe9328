import Deliberation
import Foundation
import JapaneseText

/// The small lists inside rows as JSON: readable by any SQLite, and read back without a decoder.
enum Packed {
  /// Spans as `[[0,30],[30,96]]`.
  static func spans(_ spans: [TextSpan]) -> String {
    var text = "["
    for (index, span) in spans.enumerated() {
      text += index == 0 ? "[" : ",["
      text += "\(span.from),\(span.to)]"
    }
    return text + "]"
  }

  static func spans(_ json: String) -> [TextSpan] {
    let numbers = numbers(json)
    return stride(from: 0, to: numbers.count - 1, by: 2).map {
      TextSpan(numbers[$0] ?? 0, numbers[$0 + 1] ?? 0)
    }
  }

  /// `[[from,to,line,page],…]`, the page null where there is none.
  static func segments(_ segments: [SourceSegment]) -> String {
    var text = "["
    for (index, segment) in segments.enumerated() {
      text += index == 0 ? "[" : ",["
      text += "\(segment.span.from),\(segment.span.to),\(segment.line),"
      text += (segment.page.map { "\($0)" } ?? "null") + "]"
    }
    return text + "]"
  }

  static func segments(_ json: String) -> [SourceSegment] {
    let numbers = numbers(json)
    return stride(from: 0, to: numbers.count - 3, by: 4).map {
      SourceSegment(
        span: TextSpan(numbers[$0] ?? 0, numbers[$0 + 1] ?? 0), line: numbers[$0 + 2] ?? 0,
        page: numbers[$0 + 3])
    }
  }

  /// What cells take, as `[[rows,columns],…]`.
  static func cellSpans(_ spans: [CellSpan]) -> String {
    "[" + spans.map { "[\($0.rows),\($0.columns)]" }.joined(separator: ",") + "]"
  }

  static func cellSpans(_ json: String) -> [CellSpan] {
    let numbers = numbers(json)
    return stride(from: 0, to: numbers.count - 1, by: 2).map {
      CellSpan(rows: numbers[$0] ?? 1, columns: numbers[$0 + 1] ?? 1)
    }
  }

  /// Indices as `[0,3,12]`.
  static func indices(_ indices: [Int]) -> String {
    "[" + indices.map(String.init).joined(separator: ",") + "]"
  }

  static func indices(_ json: String) -> [Int] { numbers(json).compactMap(\.self) }

  /// Agenda paths as `["1.2","3"]`.
  static func paths(_ paths: [AgendaPath]) -> String {
    paths.isEmpty ? "[]" : strings(paths.map(\.description))
  }

  static func paths(_ json: String) -> [AgendaPath] {
    strings(json).compactMap { AgendaPath($0) }
  }

  static func strings(_ strings: [String]) -> String {
    strings.isEmpty ? "[]" : encoded(strings)
  }

  static func strings(_ json: String) -> [String] {
    json == "[]" ? [] : decoded(json) ?? []
  }

  /// The strings of a JSON list that may hold nulls, as `json_group_array` gives it.
  static func optionalStrings(_ json: String) -> [String] {
    let strings: [String?] = decoded(json) ?? []
    return strings.compactMap(\.self)
  }

  /// Paths of bodies as `[["情報通信審議会","情報通信技術分科会"]]`.
  static func names(_ names: [[String]]) -> String { encoded(names) }

  static func names(_ json: String) -> [[String]] { decoded(json) ?? [] }

  /// `[["10:00","11:40"]]`, an open end null.
  static func times(_ times: [MeetingTime]) -> String { encoded(times.map { [$0.from, $0.to] }) }

  static func times(_ json: String) -> [MeetingTime] {
    let pairs: [[String?]] = decoded(json) ?? []
    return pairs.map { MeetingTime(from: $0.first ?? nil, to: $0.last ?? nil) }
  }

  private static func encoded(_ value: some Encodable) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .withoutEscapingSlashes
    return (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "[]"
  }

  private static func decoded<Value: Decodable>(_ json: String) -> Value? {
    try? JSONDecoder().decode(Value.self, from: Data(json.utf8))
  }

  /// The whole numbers and nulls of a JSON text that holds nothing else, in order.
  private static func numbers(_ json: String) -> [Int?] {
    var numbers: [Int?] = []
    var value: Int?
    for byte in json.utf8 {
      switch byte {
      case 0x30...0x39: value = (value ?? 0) * 10 + Int(byte - 0x30)
      case 0x6E: numbers.append(nil)
      default:
        if let number = value {
          numbers.append(number)
          value = nil
        }
      }
    }
    return numbers
  }
}
