package import Deliberation
import JapaneseText
import Reports

/// A statement as a paper cites it: 会議名・回・日付・発言者・発言番号・リンク.
package struct StatementCitation: Hashable, Sendable {
  /// On one line, for a footnote.
  package let plain: String
  /// The same with the link behind the words.
  package let markdown: String
  /// For LaTeX (`@misc`, as biblatex and BibTeX both read it).
  package let bibtex: String

  /// The citation of a statement of a record.
  ///
  /// `address` is that of the record, `url` the permanent link of the statement.
  package init(_ statement: Statement, in record: Record, address: String, url: String) {
    let meeting = record.meeting
    let count = meeting.number.map { number in
      (meeting.session.map { "第\($0)回国会等・" } ?? "") + "第\(number)回"
    }
    let head = [count, meeting.date?.era].compactMap(\.self).joined(separator: "、")
    let level = SummaryWords.level(record.level) + Self.status(record)
    var speaker = statement.speakerName ?? statement.label ?? "発言者の記載なし"
    if statement.speakerName != nil, let role = statement.role { speaker += "（\(role)）" }
    if let reader = statement.readByName { speaker += "［\(reader)代読］" }
    let name = meeting.bodyName.isEmpty ? meeting.title : meeting.bodyName
    let place = "\(name)" + (head.isEmpty ? "" : "（\(head)）") + level
    plain = "\(place)、\(speaker)、発言\(statement.number)、\(url)"
    markdown =
      "\(Markdown.escaped(place))、\(Markdown.escaped(speaker))、"
      + "[発言\(statement.number)](<\(url)>)"
    bibtex = Self.entry(
      key: "shingi-\(SHA256.hex(Array(address.utf8)).prefix(8))-\(statement.number)",
      fields: [
        ("author", "{" + Self.escaped(statement.speakerName ?? speaker) + "}"),
        ("title", Self.escaped("\(place)、発言\(statement.number)")),
        ("organization", Self.escaped(name)),
        ("year", meeting.date.map { String($0.year) }),
        ("month", meeting.date.map { String($0.month) }),
        ("date", meeting.date?.description),
        ("note", Self.escaped("\(address)#\(statement.number)")),
        ("url", url),
      ])
  }

  private static func status(_ record: Record) -> String {
    record.status.map { "［\(SummaryWords.status($0))］" } ?? ""
  }

  private static func entry(key: String, fields: [(String, String?)]) -> String {
    let lines = fields.compactMap { name, value in value.map { "  \(name) = {\($0)}," } }
    return "@misc{\(key),\n\(lines.joined(separator: "\n"))\n}"
  }

  /// What TeX would read as its own signs.
  private static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&", "%", "$", "#", "_": out += "\\\(scalar)"
      case "{", "}": continue
      case "\\": out += "\\textbackslash{}"
      case "~": out += "\\textasciitilde{}"
      case "^": out += "\\textasciicircum{}"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }
}
