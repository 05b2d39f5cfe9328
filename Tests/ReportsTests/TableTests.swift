import JapaneseText
import Reports
import Testing

@Suite struct TableTests {
  private let table = Table(
    columns: [
      TableColumn("speaker", "発言者"), TableColumn("n", "件数", numeric: true),
      TableColumn("words", "要旨"),
    ],
    rows: [
      ["山川 一郎", 3, "賛成である。ただし、\n\"費用\"は, 別に示されたい。"],
      ["ABC協会", 12, nil],
    ])

  @Test func alignsByDisplayWidth() {
    #expect(
      table.rendered(as: .table) == """
        発言者     件数  要旨
        ---------  ----  -----------------------------------------------
        山川 一郎     3  賛成である。ただし、 "費用"は, 別に示されたい。
        ABC協会      12

        """)
  }

  @Test(arguments: [20, 30, 40, 60])
  func cutsToTheWidth(width: Int) {
    let lines = table.rendered(as: .table, width: width).split(separator: "\n")
    #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= width })
    #expect(lines[2].hasSuffix("…") || width == 60)
  }

  @Test func emphasisesOnlyWhenAsked() {
    #expect(!table.rendered(as: .table).contains("\u{1B}"))
    #expect(table.rendered(as: .table, bold: true).contains("\u{1B}[1m"))
  }

  @Test func obeysNoEscapeOfARecord() {
    let hostile = Table(columns: [TableColumn("a", "a")], rows: [["\u{1B}]0;x\u{07}y\u{9B}2J"]])
    let printed = hostile.rendered(as: .table)
    #expect(!printed.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{9B}" || $0 == "\u{07}" })
  }

  @Test func writesCSVThatReadsBack() {
    let csv = table.rendered(as: .csv)
    #expect(csv.hasPrefix("speaker,n,words\r\n"))
    let lines = CSV.read(csv)
    #expect(lines[1] == ["山川 一郎", "3", "賛成である。ただし、\n\"費用\"は, 別に示されたい。"])
    #expect(lines[2] == ["ABC協会", "12", ""])
    #expect(lines.count == 3)
  }

  @Test func writesMarkdown() {
    let hostile = Table(
      columns: [TableColumn("a", "語|句"), TableColumn("n", "n", numeric: true)],
      rows: [["<script>*x*", 1]])
    #expect(
      hostile.rendered(as: .md) == """
        | 語\\|句 | n |
        | --- | ---: |
        | &lt;script&gt;\\*x\\* | 1 |

        """)
  }

  @Test func writesJSONWithTypes() throws {
    #expect(
      try JSONValue(json: table.rendered(as: .json)).arrayValue?.last
        == ["speaker": "ABC協会", "n": 12, "words": nil])
    #expect(table.rendered(as: .jsonl).split(separator: "\n").count == 2)
  }

  @Test(arguments: [("審議", 4), ("ABC", 3), ("ｶﾅ", 2), ("か\u{3099}", 2), ("①", 1), ("𠮷", 2)])
  func countsColumns(text: String, width: Int) {
    #expect(DisplayWidth.of(text) == width)
  }
}

/// A reader of RFC 4180, to prove that what is written reads back.
enum CSV {
  static func read(_ text: String) -> [[String]] {
    var lines: [[String]] = []
    var line: [String] = []
    var field = ""
    var quoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, quoted) {
      case ("\"", true) where scalars.first == "\"":
        field.unicodeScalars.append("\"")
        scalars.removeFirst()
      case ("\"", _): quoted.toggle()
      case (",", false):
        line.append(field)
        field = ""
      case ("\r", false) where scalars.first == "\n":
        scalars.removeFirst()
        lines.append(line + [field])
        (line, field) = ([], "")
      default: field.unicodeScalars.append(scalar)
      }
    }
    return lines
  }
}
