import Deliberation
import Foundation
import JapaneseText
import Testing

@testable import Positions

/// A line of `Corpus/gold/external/stance-*.jsonl`; `stance-fsa.md` describes the form.
private struct ExternalSentence: Decodable {
  struct Told: Decodable {
    var stances: [String]
  }

  var place: ExternalPlace
  var kind: String
  var accept: [[[String]]]
  var reported: [Told]

  private enum CodingKeys: CodingKey { case kind, accept, reported }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    place = try ExternalPlace(from: decoder)
    kind = try values.decode(String.self, forKey: .kind)
    accept = try values.decode([[[String]]].self, forKey: .accept)
    reported = try values.decode([Told].self, forKey: .reported)
  }
}

/// Where a sentence stands: in a file, or in one line of it, with the hashes that prove it.
private struct ExternalPlace: Decodable {
  var file: String
  /// From 1; the offsets and the hash are then those of the line.
  var line: Int?
  var sha256: String
  var from: Int
  var to: Int
  var sentence: String
}

/// A position that the program once drew, as a human judged it; `stance-drawn.md` describes the form.
private struct DrawnPosition: Decodable {
  var place: ExternalPlace
  var kind: String
  var stance: String
  /// `right`, `class` (another stance, or none) or `other` (somebody else's view).
  var judged: String

  private enum CodingKeys: CodingKey { case kind, stance, judged }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    place = try ExternalPlace(from: decoder)
    kind = try values.decode(String.self, forKey: .kind)
    stance = try values.decode(String.self, forKey: .stance)
    judged = try values.decode(String.self, forKey: .judged)
  }
}

/// The texts of `../shared`, each read once.
private struct ExternalTexts {
  private var texts: [String: Scalars] = [:]
  private var lines: [String: [Data]] = [:]

  mutating func text(_ place: ExternalPlace) throws -> String {
    let key = "\(place.file):\(place.line ?? 0)"
    if texts[key] == nil {
      let bytes = try bytes(place)
      #expect(SHA256.hex(bytes) == place.sha256)
      texts[key] = String(decoding: bytes, as: UTF8.self).scalars
    }
    let text = texts[key]?.text(TextSpan(place.from, place.to)) ?? ""
    #expect(SHA256.hex(Array(text.utf8)) == place.sentence)
    return text
  }

  private mutating func bytes(_ place: ExternalPlace) throws -> Data {
    let url = GoldRecord.shared.appending(path: "data/" + place.file)
    guard let line = place.line else { return try Data(contentsOf: url) }
    if lines[place.file] == nil {
      lines[place.file] = try Data(contentsOf: url).split(
        separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    }
    return Data(lines[place.file]?[line - 1] ?? Data())
  }
}

private let external = GoldRecord.shared.appending(path: "data/bulk/fsa")

@Test(
  .enabled(if: FileManager.default.fileExists(atPath: external.path), "../shared is absent"),
  arguments: ["stance-fsa", "stance-assembly", "stance-diet"])
func `Verbatim speech is read as a human read it`(_ name: String) throws {
  let lines = try GoldRecord.lines(
    of: GoldRecord.repository.appending(path: "Corpus/gold/external/\(name).jsonl"),
    as: ExternalSentence.self)
  var texts = ExternalTexts()
  var matched: [String: Int] = [:]
  var missed: [String: Int] = [:]
  var wrong: [String: Int] = [:]
  var flips = 0
  var misattributions = 0
  var reported = (found: 0, all: 0)
  var notes: [String] = []
  for line in lines {
    let text = try texts.text(line.place)
    let statement = try Council.says(text, SpeakerKind(rawValue: line.kind) ?? .unknown)
    var open = statement.stances.map { $0 == .conditionalSupport ? "support" : $0.rawValue }
    for wanted in line.accept.first ?? [] {
      if let hit = open.firstIndex(where: wanted.contains) {
        matched[wanted[0], default: 0] += 1
        open.remove(at: hit)
      } else if !wanted.contains("none") {
        missed[wanted[0], default: 0] += 1
        notes.append("miss \(wanted): \(text)")
      }
    }
    let signs = Set(
      (line.accept.first ?? []).joined().compactMap { Stance(rawValue: $0)?.polarity })
    for extra in open where extra != "comment" && extra != "answer" {
      wrong[extra, default: 0] += 1
      notes.append("extra \(extra): \(text)")
      let sign = Stance(rawValue: extra)?.polarity ?? 0
      if sign != 0, signs.contains(-sign) { flips += 1 }
      if !line.reported.isEmpty { misattributions += 1 }
    }
    for told in line.reported {
      reported.all += 1
      if statement.reported.contains(where: { told.stances.contains($0.stance.rawValue) }) {
        reported.found += 1
      } else {
        notes.append("not reported: \(text)")
      }
    }
  }
  let stances = Set(matched.keys).union(missed.keys)
  let scores = stances.map {
    Score.f1(matched[$0] ?? 0, missed[$0] ?? 0, wrong[$0] ?? 0)
  }
  let macro = scores.reduce(0, +) / Double(max(1, scores.count))
  print(
    "\(name): n \(lines.count) macro F1 \(macro) flips \(flips) misattributions \(misattributions) reported \(reported.found)/\(reported.all)"
  )
  #expect(macro >= 0.80, "\(notes.joined(separator: "\n"))")
  #expect(flips * 100 <= lines.count)
  #expect(misattributions * 50 <= lines.count)
  if ProcessInfo.processInfo.environment["SHINGI_NOTES"] != nil {
    print(notes.joined(separator: "\n"))
  }
}

@Test(
  .enabled(if: FileManager.default.fileExists(atPath: external.path), "../shared is absent"))
func `What a human judged right is still found, and what was somebody else's is not`() throws {
  let drawn = try GoldRecord.lines(
    of: GoldRecord.repository.appending(path: "Corpus/gold/external/stance-drawn.jsonl"),
    as: DrawnPosition.self)
  var texts = ExternalTexts()
  var found: [String: Int] = [:]
  var all: [String: Int] = [:]
  var notes: [String] = []
  for position in drawn {
    let text = try texts.text(position.place)
    let statement = try Council.says(text, SpeakerKind(rawValue: position.kind) ?? .unknown)
    let isFound = statement.stances.contains { stance in
      stance.rawValue == position.stance
        || stance.polarity > 0 && position.stance == "conditionalSupport"
        || stance == .conditionalSupport && position.stance == "support"
    }
    all[position.judged, default: 0] += 1
    if isFound { found[position.judged, default: 0] += 1 }
    if isFound != (position.judged == "right") {
      notes.append("\(position.judged) \(position.stance): \(text)")
    }
  }
  print("stance-drawn: found \(found) of \(all)")
  if ProcessInfo.processInfo.environment["SHINGI_NOTES"] != nil {
    print(notes.joined(separator: "\n"))
  }
  let right = all["right"] ?? 0
  #expect((found["right"] ?? 0) * 100 >= right * 90, "\(notes.joined(separator: "\n"))")
  #expect((found["other"] ?? 0) * 100 <= drawn.count * 2)
}
