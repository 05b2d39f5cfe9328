import Deliberation
import JapaneseText

extension PositionMatrix {
  /// The matrix as a picture that may stand inside an HTML page: no style sheet, no script, no ids,
  /// nothing loaded; title, description and every word are text.
  package var svg: String { MatrixSVG(matrix: self).text }
}

/// Lays the matrix out on a grid; lengths are pixels at 12 px text.
private struct MatrixSVG {
  let matrix: PositionMatrix

  private let nameWidth = 168
  private let columnWidth = 148
  private let lineHeight = 17
  private let inset = 6
  private let captionHeight = 26

  /// East Asian characters in a line of the name column, and of the others.
  private let nameLine = 13
  private let columnLine = 11

  var text: String {
    let head = matrix.columns.map { wrapped($0.title, columnLine) }
    let headHeight = height(head.map(\.count).max() ?? 1)
    let width = nameWidth + columnWidth * matrix.columns.count
    var y = captionHeight + headHeight
    var body = ""
    for row in matrix.rows {
      let (cells, height) = line(row, y: y)
      body += cells
      y += height
    }
    let notes = wrapped("※ " + PositionMatrix.note, max(16, width / 12 - 2))
    let total = y + notes.count * lineHeight + 2 * inset
    var out = """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" lang="ja" width="\(width + 2)" \
      height="\(total)" viewBox="-1 0 \(width + 2) \(total)" font-size="12" \
      font-family="'Hiragino Kaku Gothic ProN','Yu Gothic','Noto Sans CJK JP','IPAGothic',sans-serif">
      <title>\(escaped(matrix.title))（発言者×議事）</title>
      <desc>\(escaped(description))</desc>
      <rect x="-1" y="0" width="\(width + 2)" height="\(total)" fill="#fff"/>
      <text x="0" y="17" font-size="14" font-weight="bold">\(escaped(matrix.title))</text>

      """
    out += cell(x: 0, y: captionHeight, width: nameWidth, height: headHeight, ["発言者"], isHead: true)
    for (index, lines) in head.enumerated() {
      out += cell(
        x: nameWidth + index * columnWidth, y: captionHeight, width: columnWidth,
        height: headHeight, lines, isHead: true)
    }
    out += body
    for (index, note) in notes.enumerated() {
      out += "<text x=\"0\" y=\"\(y + inset + 13 + index * lineHeight)\">\(escaped(note))</text>\n"
    }
    return out + "</svg>\n"
  }

  /// The matrix in one paragraph, for whoever cannot see it.
  private var description: String {
    matrix.rows.map { row in
      let cells = matrix.columns.compactMap { column -> String? in
        guard let stances = row.cells[column], !stances.isEmpty else { return nil }
        return "\(column.title)：\(stances.map(\.word).joined(separator: "、"))"
      }
      return "\(row.speaker)　\(cells.joined(separator: "；"))。"
    }.joined(separator: " ") + " " + PositionMatrix.note
  }

  private func line(_ row: MatrixRow, y: Int) -> (String, Int) {
    let name = wrapped(row.speaker, nameLine)
    let cells = matrix.columns.map { row.cells[$0] ?? [] }
    let lines = cells.map { $0.flatMap { wrapped($0.word, columnLine) } }
    let height = height(max(name.count, lines.map(\.count).max() ?? 1))
    var out = cell(x: 0, y: y, width: nameWidth, height: height, name, isHead: true)
    for (index, stances) in cells.enumerated() {
      let places = stances.map { stance in
        let at = stance.addresses.map(SummaryPhrases.short).joined(separator: " ")
        return "\(stance.word) \(at)"
      }
      let column = matrix.columns[index]
      let title =
        places.isEmpty ? nil : "\(row.speaker)、\(column.title)：\(places.joined(separator: "、"))"
      out += cell(
        x: nameWidth + index * columnWidth, y: y, width: columnWidth, height: height, lines[index],
        fill: fill(stances), title: title)
    }
    return (out, height)
  }

  /// Colour for the eye only, the words say the same: for, against, or both in one cell.
  private func fill(_ stances: [MatrixStance]) -> String {
    let taken = stances.filter { $0.towards == nil && $0.modality == nil }.map(\.stance.polarity)
    switch (taken.contains(1), taken.contains(-1)) {
    case (true, true): return "#ece4d4"
    case (true, false): return "#dbe9f6"
    case (false, true): return "#f6dcc8"
    case (false, false): return "#fff"
    }
  }

  private func cell(
    x: Int, y: Int, width: Int, height: Int, _ lines: [String], isHead: Bool = false,
    fill: String = "#fff", title: String? = nil
  ) -> String {
    var out = "<g>"
    if let title { out += "<title>\(escaped(title))</title>" }
    out +=
      "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" "
      + "fill=\"\(isHead ? "#eee" : fill)\" stroke=\"#000\" stroke-width=\"0.5\"/>"
    for (index, line) in lines.enumerated() {
      out +=
        "<text x=\"\(x + inset)\" y=\"\(y + inset + 12 + index * lineHeight)\">"
        + "\(escaped(line))</text>"
    }
    return out + "</g>\n"
  }

  private func height(_ lines: Int) -> Int { max(1, lines) * lineHeight + 2 * inset }

  /// The text in lines of at most `length` wide characters.
  private func wrapped(_ text: String, _ length: Int) -> [String] {
    var lines: [Scalars] = [[]]
    var used = 0
    for scalar in text.unicodeScalars {
      let width = DisplayWidth.of(scalar)
      if used + width > 2 * length, !closing.contains(scalar) {
        lines.append([])
        used = 0
      }
      lines[lines.count - 1].append(scalar)
      used += width
    }
    return lines.map { String($0) }
  }

  /// What never begins a line (JIS X 4051).
  private var closing: Set<Unicode.Scalar> { Set("、。，．」』）)】ー・：；".unicodeScalars) }

  private func escaped(_ text: String) -> String { HTML.escaped(text) }
}
