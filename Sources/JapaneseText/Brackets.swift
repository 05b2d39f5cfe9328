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

  /// The offset of the bracket that closes the one at `open`, nested pairs skipped.
  ///
  /// Widths may be mixed, `（…)`, as minutes do. Nil where none closes before `end`, before the end
  /// of the line or within `reach` scalars.
  package static func close(
    in text: Scalars, of open: Int, to end: Int, reach: Int = 400
  ) -> Int? {
    guard open < end, let closing = closing(text[open]) else { return nil }
    var awaited = [narrow(closing)]
    var index = open + 1
    let limit = min(end, open + reach)
    while index < limit {
      let scalar = text[index]
      if scalar.isLineEnd { return nil }
      if let inner = Self.closing(scalar) {
        awaited.append(narrow(inner))
      } else if isClosing(scalar) {
        // A bracket that was never closed inside this one is forgotten.
        guard let depth = awaited.lastIndex(of: narrow(scalar)) else {
          index += 1
          continue
        }
        awaited.removeSubrange(depth...)
        if awaited.isEmpty { return index }
      }
      index += 1
    }
    return nil
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
