import Deliberation
import Foundation
import JapaneseText
import Minutes

/// A structured record stripped to the text that would be printed, with where its turns begin.
struct StrippedSource {
  struct Turn {
    /// The offset of the label's first character.
    var from: Int
    /// The offset behind the label.
    var words: Int
    /// The speaker as the structure names them.
    var speaker: String
  }

  var name: String
  private(set) var text: Scalars = []
  private(set) var turns: [Turn] = []

  init(name: String) { self.name = name }

  mutating func add(_ words: String) {
    text += Self.lines(words).scalars
    if text.last != "\n" { text.append("\n") }
  }

  /// Adds a speech; `label` is what is printed before it, nil where it begins with its label.
  mutating func add(speech: String, by speaker: String, label: String?) {
    var words = Self.lines(speech)
    if label != nil {
      // `○午後１時００分開会` stands above the label in print.
      while let line = words.split(separator: "\n", maxSplits: 1).first, line.hasPrefix("○午") {
        add(String(line))
        words = String(words.dropFirst(line.count).drop { $0.isNewline })
      }
    }
    let from = text.count
    let head = label.map { "○\($0)　" } ?? Self.label(words)
    text += (label == nil ? words : head + words).scalars
    if text.last != "\n" { text.append("\n") }
    guard Self.hasWords(words.scalars.dropFirst(label == nil ? head.scalars.count : 0)) else {
      return
    }
    turns.append(Turn(from: from, words: from + head.scalars.count, speaker: speaker))
  }

  private static func lines(_ words: String) -> String {
    words.replacingOccurrences(of: "\r\n", with: "\n").replacingOccurrences(of: "\r", with: "\n")
  }

  /// The label with which a speech begins: up to the first blank behind its brackets.
  private static func label(_ words: String) -> String {
    var depth = 0
    var label = ""
    for character in words {
      if character == "（" || character == "(" { depth += 1 }
      if depth == 0, character == "　" || character == " " || character == "\n" { break }
      if character == "）" || character == ")" { depth -= 1 }
      label.append(character)
    }
    return label
  }

  /// Whether anything is said beside directions in brackets and rules.
  private static func hasWords(_ words: some Sequence<Unicode.Scalar>) -> Bool {
    var depth = 0
    for scalar in words {
      if "（(〔［".unicodeScalars.contains(scalar) { depth += 1 }
      if "）)〕］".unicodeScalars.contains(scalar) {
        depth -= 1
      } else if depth == 0, scalar.isKanji || scalar.isKana {
        return true
      }
    }
    return false
  }

  /// What the parser makes of the text, held against the structure.
  func score() throws -> StrippedScore {
    let source = try Readers.read(Array(String(text).utf8), name: name)
    let records = try Parser.records(in: source, file: name, sha256: "0")
    let statements = records.flatMap(\.statements)
      .sorted { ($0.source.first?.span.from ?? 0) < ($1.source.first?.span.from ?? 0) }
    var score = StrippedScore()
    score.gold = turns.count
    score.found = statements.count
    var next = 0
    for (index, turn) in turns.enumerated() {
      let end = index + 1 < turns.count ? turns[index + 1].from : text.count
      while next < statements.count, start(statements[next]) < turn.from {
        score.note(
          name, "a turn that is none: \(statements[next].label ?? "-") \(words(statements[next]))")
        next += 1
      }
      guard next < statements.count, start(statements[next]) < end,
        start(statements[next]) <= turn.words + 80
      else {
        score.note(name, "missed: \(text.text(TextSpan(turn.from, min(turn.from + 40, end))))")
        continue
      }
      score.matched += 1
      score.hold(statements[next], against: turn.speaker, in: name)
      next += 1
      while next < statements.count, start(statements[next]) < end {
        score.note(name, "split: \(statements[next].label ?? "-") \(words(statements[next]))")
        next += 1
      }
    }
    return score
  }

  private func start(_ statement: Statement) -> Int { statement.source.first?.span.from ?? 0 }

  private func words(_ statement: Statement) -> String { String(statement.text.prefix(30)) }
}

/// How many turns were found again, and their speakers.
struct StrippedScore {
  var gold = 0
  var found = 0
  var matched = 0
  var rightSpeakers = 0
  var wrongSpeakers = 0
  private(set) var notes: [String] = []

  var f1: Double { gold + found == 0 ? 1 : 2 * Double(matched) / Double(gold + found) }

  mutating func note(_ name: String, _ words: String) {
    notes.append("\(name): \(words.filter { !$0.isNewline })")
  }

  /// The speaker is right under the name of the structure (full name, or surname with title).
  mutating func hold(_ statement: Statement, against speaker: String, in name: String) {
    let wanted = PersonName.key(speaker)
    let names = [statement.speakerName, statement.surname, statement.label].compactMap(\.self)
      .map(PersonName.key)
    let isRight =
      names.contains(wanted) || statement.speakerName.map { PersonName.key($0) == wanted } == true
    if isRight || names.contains(where: { $0.contains(wanted) }) {
      rightSpeakers += 1
    } else if let given = statement.speakerName {
      wrongSpeakers += 1
      note(name, "speaker \(given) for \(speaker): \(statement.label ?? "-")")
    } else {
      note(name, "speaker unknown for \(speaker): \(statement.label ?? "-")")
    }
  }

  static func + (left: Self, right: Self) -> Self {
    var sum = left
    sum.gold += right.gold
    sum.found += right.found
    sum.matched += right.matched
    sum.rightSpeakers += right.rightSpeakers
    sum.wrongSpeakers += right.wrongSpeakers
    sum.notes += right.notes
    return sum
  }
}
