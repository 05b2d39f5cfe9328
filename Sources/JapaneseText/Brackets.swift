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
    var open: [(sign: Unicode.Scalar, index: Int)] = []
    var awaited: [Unicode.Scalar: Int] = [:]
    let end = min(within?.to ?? text.count, text.count)
    for offset in min(max(within?.from ?? 0, 0), end)..<end {
      let scalar = text[offset]
      if scalar.isLineEnd {
        open.removeAll(keepingCapacity: true)
        awaited.removeAll(keepingCapacity: true)
      } else if let closing = closing(scalar).map({ narrow($0) }) {
        open.append((closing, found.count))
        awaited[closing, default: 0] += 1
        found.append(TextSpan(offset, offset))
      } else if isClosing(scalar), awaited[narrow(scalar), default: 0] > 0 {
        while let last = open.popLast() {
          awaited[last.sign, default: 0] -= 1
          guard last.sign == narrow(scalar) else { continue }
          found[last.index].to = offset + 1
          break
        }
      }
    }
    found.removeAll(where: \.isEmpty)
    return found
  }

  /// One form for the widths of a closing bracket.
  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar {
    case "）": ")"
    case "］": "]"
    case "｣": "」"
    default: scalar
    }
  }
}
