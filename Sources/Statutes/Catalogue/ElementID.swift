/// An e-Gov element id in the short form, taken apart: `Mp-At_34_10-Pr_1-It_2-Si1_3`.
///
/// Guide law-xml, identifiers: main provisions begin with `Mp`, supplementary ones with
/// `NACN-Sp` or the amending law's id and `-Sp`; tables and forms are `Mpat_n`, `Mpas_n`.
package struct ElementID: Hashable, Sendable {
  /// Where in the law it begins: `Mp`, `NACN-Sp`, `{amending law id}-Sp`, `Mpat_1`.
  package var root: String
  package var steps: [Step]

  /// One level of the id.
  package struct Step: Hashable, Sendable {
    package var level: Level
    /// The number with its branches in e-Gov's form (`34_10`).
    package var number: String

    package init(_ level: Level, _ number: String) {
      self.level = level
      self.number = number
    }

    /// `At_34_10` as bytes.
    fileprivate init?(_ bytes: ArraySlice<UInt8>) {
      guard let mark = bytes.firstIndex(of: 0x5F), let level = Level(prefix: bytes[..<mark]) else {
        return nil
      }
      let number = bytes[(mark + 1)...]
      guard !number.isEmpty,
        number.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x3A })
      else { return nil }
      self.level = level
      self.number = String(decoding: number, as: UTF8.self)
    }
  }

  /// The levels from part to the tenth subitem.
  package enum Level: Hashable, Sendable, Comparable {
    case part, chapter, section, subsection, division, article, paragraph, item
    case subitem(Int)

    package var prefix: String {
      switch self {
      case .part: "Pa"
      case .chapter: "Ch"
      case .section: "Se"
      case .subsection: "Ss"
      case .division: "Di"
      case .article: "At"
      case .paragraph: "Pr"
      case .item: "It"
      case .subitem(let depth): "Si\(depth)"
      }
    }

    var order: Int {
      switch self {
      case .part: 0
      case .chapter: 1
      case .section: 2
      case .subsection: 3
      case .division: 4
      case .article: 5
      case .paragraph: 6
      case .item: 7
      case .subitem(let depth): 7 + depth
      }
    }

    fileprivate init?(prefix: ArraySlice<UInt8>) {
      let at = prefix.startIndex
      guard prefix.count >= 2 else { return nil }
      switch (prefix[at], prefix[at + 1]) {
      case (0x50, 0x61): self = .part
      case (0x43, 0x68): self = .chapter
      case (0x53, 0x65): self = .section
      case (0x53, 0x73): self = .subsection
      case (0x44, 0x69): self = .division
      case (0x41, 0x74): self = .article
      case (0x50, 0x72): self = .paragraph
      case (0x49, 0x74): self = .item
      case (0x53, 0x69):
        guard let depth = Int(String(decoding: prefix.dropFirst(2), as: UTF8.self)),
          (1...10).contains(depth)
        else { return nil }
        self = .subitem(depth)
        return
      default: return nil
      }
      guard prefix.count == 2 else { return nil }
    }

    package static func < (left: Level, right: Level) -> Bool { left.order < right.order }
  }

  package init(root: String = "Mp", steps: [Step] = []) {
    self.root = root
    self.steps = steps
  }

  /// Takes an id apart; nil where it is not of the documented form.
  package init?(_ text: String) {
    let bytes = Array(text.utf8)
    var start = ElementID.end(of: bytes, from: 0)
    guard start > 0 else { return nil }
    let second = start + 1
    if second < bytes.count, ElementID.end(of: bytes, from: second) == second + 2,
      bytes[second] == 0x53, bytes[second + 1] == 0x70
    {
      start = second + 2
    } else if !(start == 2 && bytes[0] == 0x4D && bytes[1] == 0x70)
      && !(start > 2 && bytes[0] == 0x4D && bytes[1] == 0x70 && bytes[2] == 0x61)
    {
      return nil
    }
    root = String(decoding: bytes[..<start], as: UTF8.self)
    steps = []
    while start < bytes.count {
      let end = ElementID.end(of: bytes, from: start + 1)
      guard let step = Step(bytes[(start + 1)..<end]) else { return nil }
      if let last = steps.last, last.level >= step.level { return nil }
      steps.append(step)
      start = end
    }
  }

  /// Where the part of an id that begins at an offset ends: at the next hyphen.
  private static func end(of bytes: [UInt8], from start: Int) -> Int {
    var index = start
    while index < bytes.count, bytes[index] != 0x2D { index += 1 }
    return index
  }

  /// The id as text.
  package var text: String {
    var text = root
    for step in steps {
      text += "-"
      text += step.level.prefix
      text += "_"
      text += step.number
    }
    return text
  }

  package func number(_ level: Level) -> String? { steps.first { $0.level == level }?.number }

  /// The id cut behind a level.
  package func cut(at level: Level) -> ElementID {
    ElementID(root: root, steps: steps.filter { $0.level <= level })
  }

  package var isSupplementary: Bool { root.hasSuffix("-Sp") }

  /// The place in Japanese words: 第34条の10第1項第2号ハ.
  package var words: String {
    var words = ""
    if isSupplementary {
      words = "附則"
    } else if root.hasPrefix("Mpat_") {
      words = "別表第" + ElementID.branched(root.dropFirst(5), mark: "")
    } else if root.hasPrefix("Mpas_") {
      words = "様式第" + ElementID.branched(root.dropFirst(5), mark: "")
    }
    for step in steps {
      switch step.level {
      case .part: words += "第" + ElementID.branched(step.number[...], mark: "編")
      case .chapter: words += "第" + ElementID.branched(step.number[...], mark: "章")
      case .section: words += "第" + ElementID.branched(step.number[...], mark: "節")
      case .subsection: words += "第" + ElementID.branched(step.number[...], mark: "款")
      case .division: words += "第" + ElementID.branched(step.number[...], mark: "目")
      case .article: words += "第" + ElementID.branched(step.number[...], mark: "条")
      case .paragraph: words += "第" + ElementID.branched(step.number[...], mark: "項")
      case .item: words += "第" + ElementID.branched(step.number[...], mark: "号")
      case .subitem(1): words += Iroha.letter(step.number)
      case .subitem: words += "(\(step.number))"
      }
    }
    return words
  }

  /// `34_10` and 条 to 34条の10.
  private static func branched(_ number: Substring, mark: String) -> String {
    let parts = number.split(separator: "_")
    guard let head = parts.first else { return mark }
    return parts.dropFirst().reduce(into: head + mark) { $0 += "の" + $1 }
  }
}

/// The order of the letters with which subitems are marked: イロハ….
package enum Iroha {
  package static let letters: [Unicode.Scalar] = Array(
    "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス".unicodeScalars)

  /// The ordinal of a letter from 1; nil where it is none of them.
  package static func ordinal(_ letter: Unicode.Scalar) -> Int? {
    letters.firstIndex(of: letter).map { $0 + 1 }
  }

  /// The letter of a number of an element id; the number itself where there is none.
  package static func letter(_ number: String) -> String {
    guard let ordinal = Int(number), letters.indices.contains(ordinal - 1) else { return number }
    return String(letters[ordinal - 1])
  }
}
