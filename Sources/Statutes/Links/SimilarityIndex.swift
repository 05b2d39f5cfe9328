import Deliberation
import Foundation
import JapaneseText

/// How near the words of a statement come to those of the paragraphs of a law: BM25 over pairs of
/// neighbouring characters, folded.
///
/// The basis of last resort (DESIGN §7), and only good for candidates: on session 86 the nearest
/// paragraph of the laws of the agenda stands in a right article for 3 of 22 statements, of those
/// above the threshold for 3 of 3.
package struct SimilarityIndex: Sendable {
  /// A paragraph that is near.
  struct Near: Hashable, Sendable {
    let provision: Provision
    let score: Double
    /// The beginning of the paragraph's words.
    let words: String
  }

  private struct Posting: Sendable {
    let paragraph: Int
    let count: Double
  }

  private var provisions: [Provision] = []
  private var words: [String] = []
  private var lengths: [Double] = []
  private var postings: [UInt64: [Posting]] = [:]
  private var meanLength = 1.0

  /// The least score, and the least share of the weight of the statement's pairs that the paragraph
  /// holds; both set on session 86 with the texts of its laws.
  private static let threshold = (score: 60.0, share: 0.08)

  /// - Parameter text: The law, of which the main provisions are read.
  package init(_ text: LawText) {
    guard let law = text.law else { return }
    for part in text.parts where part.id == "Mp" { add(part, law: law, caption: "") }
    meanLength = max(1, lengths.reduce(0, +) / Double(max(1, lengths.count)))
  }

  private mutating func add(_ element: LawElement, law: String, caption: String) {
    let caption = element.caption ?? caption
    guard ElementID(element.id)?.steps.last?.level == .paragraph else {
      for child in element.children where !child.isDeleted {
        add(child, law: law, caption: caption)
      }
      return
    }
    var text = caption
    element.visit { inner in text += inner.text + inner.rows.joined().joined() }
    var counts: [UInt64: Double] = [:]
    for pair in Self.pairs(of: MatchText(text).scalars) { counts[pair, default: 0] += 1 }
    for (pair, count) in counts {
      postings[pair, default: []].append(Posting(paragraph: provisions.count, count: count))
    }
    provisions.append(Provision(law: law, element: element.id))
    words.append(String(text.prefix(60)))
    lengths.append(counts.values.reduce(0, +))
  }

  /// The paragraph nearest to a text; nil where none lies above the threshold.
  func nearest(to text: MatchText) -> Near? {
    let all = Double(provisions.count)
    var scores = [Double](repeating: 0, count: provisions.count)
    var total = 0.0
    for pair in Set(Self.pairs(of: text.scalars)).sorted() {
      let found = postings[pair] ?? []
      let weight = log(1 + (all - Double(found.count) + 0.5) / (Double(found.count) + 0.5))
      total += weight
      for posting in found {
        let norm = 0.25 + 0.75 * lengths[posting.paragraph] / meanLength
        scores[posting.paragraph] += weight * posting.count * 2.2 / (posting.count + 1.2 * norm)
      }
    }
    guard let best = scores.indices.max(by: { scores[$0] < scores[$1] }),
      scores[best] >= Self.threshold.score, scores[best] >= total * Self.threshold.share
    else { return nil }
    return Near(provision: provisions[best], score: scores[best], words: words[best])
  }

  /// Pairs of neighbouring characters without signs; those of hiragana alone tell nothing.
  private static func pairs(of text: Scalars) -> [UInt64] {
    guard text.count > 1 else { return [] }
    return (0..<text.count - 1).compactMap { index in
      let (first, second) = (text[index], text[index + 1])
      guard isLetter(first), isLetter(second), !first.isHiragana || !second.isHiragana else {
        return nil
      }
      return UInt64(first.value) << 21 | UInt64(second.value)
    }
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isKanji || scalar.isKana || scalar.isASCIIDigit || scalar.isASCIILetter
  }
}

/// Gives the similarity index of a law, where its text of a day is at hand.
package typealias SimilarityIndexes = @Sendable (String) -> SimilarityIndex?
