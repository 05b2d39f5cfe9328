import Deliberation
import JapaneseText

/// Tells word-for-word speech from a summary by the ends of its sentences (です・ます or である).
enum Levels {
  private static let polite = [
    "です", "ます", "ました", "ません", "でした", "ましょう", "でしょう", "ください", "下さい", "ですか", "ますか", "ですが",
    "ますが", "ですね", "ますね", "ですよ", "ございます", "ましたか", "でしょうか", "ましょうか", "ませんか", "願います", "どうぞ",
  ].map(\.scalars)

  /// How many sentences of a statement end politely, and how many there are.
  static func count(_ text: Scalars, _ sentences: [TextSpan]) -> (polite: Int, all: Int) {
    var polite = 0
    var all = 0
    for sentence in sentences where sentence.count >= 4 {
      var end = sentence.to
      while end > sentence.from, isTail(text[end - 1]) { end -= 1 }
      all += 1
      let from = max(sentence.from, end - 5)
      if Self.polite.contains(where: {
        end - from >= $0.count && text.starts($0, at: end - $0.count)
      }) {
        polite += 1
      }
    }
    return (polite, all)
  }

  /// Signs behind the last word of a sentence.
  private static func isTail(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "。", "．", "！", "？", "!", "?", "」", "』", "）", ")", " ", "\u{3000}": true
    default: false
    }
  }

  /// The level of turns: by their sentences, and by the turns themselves, because a speaker can read
  /// out a paper (である) in a record that is word for word.
  static func level(of turns: [Spoken]) -> Level? {
    let polite = turns.reduce(0) { $0 + $1.polite }
    let all = turns.reduce(0) { $0 + $1.all }
    let level = level(polite: polite, all: all)
    guard level == .namedSummary, turns.count >= 5 else { return level }
    let speaking = turns.count { $0.polite > 0 && $0.polite * 3 >= $0.all }
    return speaking * 3 >= turns.count * 2 ? .verbatim : level
  }

  /// The level of labelled turns by the counts of their section, else of the whole record.
  static func level(polite: Int, all: Int) -> Level? {
    guard all >= 2 else { return nil }
    return polite * 2 >= all ? .verbatim : .namedSummary
  }
}
