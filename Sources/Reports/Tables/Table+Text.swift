import JapaneseText

extension Table {
  /// The table for a terminal: columns aligned by display width, cut to `width`.
  func text(width: Int?, bold: Bool) -> String {
    let head = columns.map { Table.oneLine($0.title) }
    let body = rows.map { $0.map { Table.oneLine($0.cell) } }
    let natural = columns.indices.map { index in
      ([head[index]] + body.map { $0[index] }).map(DisplayWidth.of).max() ?? 0
    }
    let widths = fit(natural, into: width)
    var out = line(head, widths: widths, bold: bold)
    out += widths.map { String(repeating: "-", count: $0) }.joined(separator: "  ") + "\n"
    for row in body { out += line(row, widths: widths, bold: false) }
    return out
  }

  private func line(_ cells: [String], widths: [Int], bold: Bool) -> String {
    let padded = columns.indices.map { index in
      DisplayWidth.pad(
        DisplayWidth.cut(cells[index], to: widths[index]), to: widths[index],
        right: columns[index].isNumeric)
    }
    var line = padded.joined(separator: "  ")
    while line.last == " " { line.removeLast() }
    return (bold ? "\u{1B}[1m\(line)\u{1B}[0m" : line) + "\n"
  }

  /// Widths that fit: columns that are whole keep theirs, the others get at most `cap` each, with
  /// the largest cap at which everything fits; what is left over goes to those that were cut, from
  /// the left.
  private func fit(_ natural: [Int], into width: Int?) -> [Int] {
    let gaps = 2 * max(0, columns.count - 1)
    guard let width, natural.reduce(gaps, +) > width else { return natural }
    let narrowest = 4
    func widths(_ cap: Int, keeping: Bool) -> [Int] {
      columns.indices.map { index in
        keeping && columns[index].isWhole ? natural[index] : min(natural[index], cap)
      }
    }
    let keeping = widths(narrowest, keeping: true).reduce(gaps, +) <= width
    var cap = natural.max() ?? narrowest
    while cap > narrowest, widths(cap, keeping: keeping).reduce(gaps, +) > width { cap -= 1 }
    var fitted = widths(cap, keeping: keeping)
    var left = width - fitted.reduce(gaps, +)
    for index in fitted.indices where left > 0 && fitted[index] < natural[index] {
      fitted[index] += 1
      left -= 1
    }
    return fitted
  }

  /// The text on one line, without what a terminal would obey: a record must not be able to move
  /// the cursor or to set a title.
  private static func oneLine(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .surrogate: out += " "
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
