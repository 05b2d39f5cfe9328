import Deliberation
import Foundation
import JapaneseText
import Minutes
import Testing

/// The head of minutes in every form of minutes-formats §1–§4.
///
/// Each case is a text with the facts that it must give beside it. A case is added by adding a text and running the tests once with
/// `SHINGI_REWRITE=1`, then reading what was written.
struct FrontMatterTests {
  @Test(arguments: try FrontCase.all())
  func readsTheHead(_ front: FrontCase) throws {
    let found = FrontFacts(front.read(), in: front.text)
    if ProcessInfo.processInfo.environment["SHINGI_REWRITE"] == "1" { try front.rewrite(found) }
    let expected = try front.expected()
    let differences = zip(expected.lines, found.lines).filter { $0 != $1 }
    #expect(
      expected.lines == found.lines, "\(front.name): \(differences.first.map { "\($0)" } ?? "")")
  }

  /// Blanks around a text and widths of digits change nothing but the printed words.
  @Test(arguments: try FrontCase.all())
  func widthsOfDigitsMakeNoDifference(_ front: FrontCase) throws {
    let wide = FrontMatter.read(TextView(SourceText(lines: front.text.withWideDigits)))
    let plain = front.read()
    #expect(wide.meeting.bodies == plain.meeting.bodies)
    #expect(wide.meeting.number == plain.meeting.number)
    #expect(wide.meeting.date == plain.meeting.date)
    #expect(wide.meeting.times == plain.meeting.times)
    #expect(wide.attendance.map(\.name) == plain.attendance.map(\.name))
    #expect(wide.documents.map(\.label) == plain.documents.map(\.label))
  }

  /// What stands behind the head is left to the body, word for word.
  @Test(arguments: try FrontCase.all())
  func theHeadEndsBeforeTheFirstStatement(_ front: FrontCase) throws {
    let text = front.text.scalars
    let start = front.read().bodyStart
    for mark in front.text.split(separator: "\n").filter(\.isSpoken) {
      let place = try #require(text.firstOffset(of: String(mark.prefix(12)).scalars))
      #expect(start <= place || mark.first == "T", "\(front.name): \(mark)")
    }
  }

  @Test func fieldsOfTheFormatWinOverTheText() throws {
    let text = "会議録　第２号\n本会議\n2024-02-01\n○議長　これより会議を開きます。"
    let scalars = text.scalars
    func mark(_ words: String, _ kind: SourceMarkKind) throws -> SourceMark {
      let from = try #require(scalars.firstOffset(of: words.scalars))
      return SourceMark(span: TextSpan(from, from + words.scalars.count), kind: kind)
    }
    let marks = [
      try mark("第２号", .field(name: "number")), try mark("本会議", .field(name: "body")),
      try mark("2024-02-01", .field(name: "date")), try mark("○議長　これより会議を開きます。", .speech),
    ]
    let source = SourceText(lines: text, marks: marks)
    let front = FrontMatter.read(TextView(source))
    #expect(front.meeting.bodies == [["本会議"]])
    #expect(front.meeting.number == 2)
    #expect(front.meeting.date == CalendarDate("2024-02-01"))
    #expect(scalars.text(TextSpan(front.bodyStart, front.bodyStart + 3)) == "○議長")
  }
}

extension FrontMatter {
  static func read(_ view: TextView) -> FrontMatter {
    read(view, within: TextSpan(0, view.source.scalars.count))
  }
}

extension SourceText {
  /// A source of plain lines.
  init(lines text: String, marks: [SourceMark] = []) {
    let scalars = text.scalars
    var lines: [SourceLine] = []
    var start = 0
    for place in 0...scalars.count where place == scalars.count || scalars[place].isLineEnd {
      lines.append(SourceLine(span: TextSpan(start, place), number: lines.count + 1))
      start = place + 1
    }
    self.init(reader: "test", scalars: scalars, lines: lines, marks: marks)
  }
}

extension StringProtocol {
  /// Whether a line begins with a speaker's label and goes on with words.
  fileprivate var isSpoken: Bool {
    (hasPrefix("○") || hasPrefix("【")) && hasSuffix("。") && !contains("（") && count > 14
  }
}

extension String {
  fileprivate var withWideDigits: String {
    String(
      String.UnicodeScalarView(
        unicodeScalars.map { $0.isASCIIDigit ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
  }
}
