/// What Markdown (CommonMark with GitHub's tables) needs so that the words of a record stay words.
package enum Markdown {
  /// The text with the marks escaped that Markdown or HTML would read, on one line.
  package static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "|", "~":
        out += "\\"
        out.unicodeScalars.append(scalar)
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}

extension Table {
  /// The table in GitHub's form of Markdown.
  var markdown: String {
    let head = "| " + columns.map { Markdown.escaped($0.title) }.joined(separator: " | ") + " |\n"
    let rule = "|" + columns.map { $0.isNumeric ? " ---: |" : " --- |" }.joined() + "\n"
    let body = rows.map { row in
      "| " + row.map { Markdown.escaped($0.cell) }.joined(separator: " | ") + " |\n"
    }
    return head + rule + body.joined()
  }
}
