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

  var file: String
  var sha256: String
  var from: Int
  var to: Int
  var sentence: String
  var kind: String
  var accept: [[[String]]]
  var reported: [Told]
}

private let external = GoldRecord.shared.appending(path: "data/bulk/fsa")

@Test(
  .enabled(if: FileManager.default.fileExists(atPath: external.path), "../shared is absent"),
  arguments: ["stance-fsa", "stance-assembly"])
func `Verbatim speech is read as a human read it`(_ name: String) throws {
  let lines = try GoldRecord.lines(
    of: GoldRecord.repository.appending(path: "Corpus/gold/external/\(name).jsonl"),
    as: ExternalSentence.self)
  var texts: [String: Scalars] = [:]
  var matched: [String: Int] = [:]
  var missed: [String: Int] = [:]
  var wrong: [String: Int] = [:]
  var flips = 0
  var misattributions = 0
  var reported = (found: 0, all: 0)
  var notes: [String] = []
  for line in lines {
    if texts[line.file] == nil {
      let bytes = try Data(contentsOf: GoldRecord.shared.appending(path: "data/" + line.file))
      #expect(SHA256.hex(bytes) == line.sha256)
      texts[line.file] = String(decoding: bytes, as: UTF8.self).scalars
    }
    let text = texts[line.file]?.text(TextSpan(line.from, line.to)) ?? ""
    #expect(SHA256.hex(Array(text.utf8)) == line.sentence)
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
