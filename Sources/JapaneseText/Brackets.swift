/// Pairs of brackets and quotation marks.
package enum Brackets {
  /// The closing bracket that belongs to an opening one, of the same width.
  package static func closing(_ open: Unicode.Scalar) -> Unicode.Scalar? {
    switch open {
    case "「": "」"
    case "『": "』"
    case "（": "）"
    case "(": ")"
    case "【": "】"
    case "〔": "〕"
    case "［": "］"
    case "[": "]"
    case "〈": "〉"
    case "《": "》"
    case "｢": "｣"
    case "“": "”"
    case "｛": "｝"
    default: nil
    }
  }

  package static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "」", "』", "）", ")", "】", "〕", "］", "]", "〉", "》", "｣", "”", "｝": true
    default: false
    }
  }

  /// The pairs of brackets of a text, each from its opening bracket to behind its closing one, in
  /// the order in which they open; nested pairs follow the pair around them.
  ///
  /// Widths may be mixed, `（…)`, as minutes do. A bracket that does not close before the end of its
  /// line, or whose outer bracket closes first, has no pair.
  package static func pairs(in text: Scalars, within: TextSpan? = nil) -> [TextSpan] {
    var found: [TextSpan] = []
    var open: [(kind: Int, index: Int)] = []
    /// How many brackets of each kind are open.
    var awaited = [Int](repeating: 0, count: kinds)
    let end = min(within?.to ?? text.count, text.count)
    for offset in min(max(within?.from ?? 0, 0), end)..<end {
      let scalar = text[offset]
      if scalar.isLineEnd {
        for last in open { awaited[last.kind] = 0 }
        open.removeAll(keepingCapacity: true)
      } else if let kind = closing(scalar).flatMap({ kind($0) }) {
        open.append((kind, found.count))
        awaited[kind] += 1
        found.append(TextSpan(offset, offset))
      } else if let kind = kind(scalar), awaited[kind] > 0 {
        while let last = open.popLast() {
          awaited[last.kind] -= 1
          guard last.kind == kind else { continue }
          found[last.index].to = offset + 1
          break
        }
      }
    }
    found.removeAll(where: \.isEmpty)
    return found
  }

  private static let kinds = 10

  /// The kind of a closing bracket, the same for all widths.
  private static func kind(_ closing: Unicode.Scalar) -> Int? {
    switch closing {
    case "」", "｣": 0
    case "』": 1
    case "）", ")": 2
    case "】": 3
    case "〕": 4
    case "］", "]": 5
    case "〉": 6
    case "》": 7
    case "”": 8
    case "｝": 9
    default: nil
    }
  }
}
