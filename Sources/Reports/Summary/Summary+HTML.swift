import Deliberation

extension PositionSummary {
  /// The summary as one self-contained HTML page in the style of a ministry's paper, for A4.
  ///
  /// It has no script and loads nothing.
  package var html: String {
    let title = meetings.map(SummaryPhrases.title).joined(separator: "、")
    return """
      <!DOCTYPE html>
      <html lang="ja">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTML.escaped(title))</title>
      <style>
      \(SummaryStyle.css)
      </style>
      </head>
      <body>
      \(meetings.map { SummaryHTML(meeting: $0).text }.joined(separator: "\n"))
      </body>
      </html>

      """
  }

  /// The summary for a page that has a frame and a style of its own: articles whose headings begin
  /// at the second level, with places that lead to what they name.
  ///
  /// `link` gives the address of the page of a statement (`BODY/86#12`); nil where there is none.
  package func fragment(link: @escaping (String) -> String?) -> String {
    meetings.map { SummaryHTML(meeting: $0, level: 2, link: link).text }.joined(separator: "\n")
  }
}

/// Prints one meeting; every text passes through `escaped`.
private struct SummaryHTML {
  let meeting: MeetingSummary
  /// The level of the first heading.
  var level = 1
  var link: (String) -> String? = { _ in nil }

  var text: String {
    var out = "<article>\n<header>\n\(heading(SummaryPhrases.title(meeting), level))\n<dl>\n"
    for (name, value) in SummaryPhrases.facts(meeting) {
      out += "<div><dt>\(escaped(name))</dt><dd>\(escaped(value))</dd></div>\n"
    }
    out += "</dl>\n"
    for caution in SummaryPhrases.cautions(meeting) {
      out += "<p class=\"caution\">※ \(escaped(caution))</p>\n"
    }
    out += "</header>\n"
    if meeting.sections.isEmpty { out += "<p>該当する発言はない。</p>\n" }
    return out + meeting.sections.map(section).joined() + "</article>"
  }

  private func escaped(_ text: String) -> String { HTML.escaped(text) }

  private func heading(_ text: String, _ level: Int) -> String {
    "<h\(level)>\(escaped(text))</h\(level)>"
  }

  private func section(_ section: SummarySection) -> String {
    var out =
      "<section>\n\(heading(SummaryPhrases.heading(section), level + 1))\n"
    var facts = ""
    for event in section.explanations {
      facts += "<li><b>説明</b>　\(escaped(SummaryPhrases.explanation(event)))</li>\n"
    }
    if let questions = SummaryPhrases.questions(section, in: meeting) {
      facts += "<li><b>質疑</b>　\(escaped(questions))</li>\n"
    }
    for event in section.outcomes {
      facts += "<li><b>結果</b>　\(escaped(SummaryPhrases.outcome(event)))</li>\n"
    }
    if !facts.isEmpty { out += "<ul class=\"facts\">\n\(facts)</ul>\n" }
    let body = rows(of: section)
    if !body.isEmpty {
      out += """
        <table class="lines">
        <colgroup><col class="who"><col class="about"><col class="words"><col class="place"></colgroup>
        <thead><tr><th>発言者</th><th>立場・対象</th><th>発言（\(source)）</th><th>箇所</th></tr></thead>
        \(body)</table>

        """
    }
    if !section.counts.isEmpty { out += counts(section) }
    return out + "</section>\n"
  }

  private var source: String {
    meeting.level == .verbatim ? "議事録の文言" : "\(SummaryWords.level(meeting.level))による"
  }

  private func rows(of section: SummarySection) -> String {
    var out = ""
    for contradiction in section.contradictions {
      let lines = contradiction.inFavour + contradiction.against
      out += group(
        "\(SummaryPhrases.contradictions)：\(contradiction.target)", lines.map { row($0) },
        style: "split")
    }
    for group in section.groups {
      let rows = group.entries.flatMap { entry in
        entry.lines.map { row($0, answeredAt: entry.answeredAt) }
          + leftOut(entry.linesLeftOut, of: entry.lines.last)
          + entry.answers.map { row($0, style: "answer") }
          + leftOut(entry.answersLeftOut, of: entry.answers.last)
      }
      out += self.group(SummaryWords.group(group.kind), rows)
    }
    out += group(SummaryPhrases.reported, section.reported.map(row), style: "reported")
    out += group(SummaryPhrases.undertakings, section.undertakings.map(row))
    return out + group(SummaryPhrases.unanswered, section.unanswered.map { row($0) })
  }

  private func leftOut(_ count: Int, of line: SummaryLine?) -> [String] {
    guard count > 0 else { return [] }
    let words = SummaryPhrases.leftOut(count, of: line)
    return ["<tr><td></td><td></td><td class=\"note\">\(escaped(words))</td><td></td></tr>\n"]
  }

  private func group(_ title: String, _ rows: [String], style: String = "") -> String {
    guard !rows.isEmpty else { return "" }
    return
      "<tbody class=\"\(style)\">\n<tr class=\"group\"><th colspan=\"4\">\(escaped(title))</th>"
      + "</tr>\n\(rows.joined())</tbody>\n"
  }

  private func row(
    _ line: SummaryLine, answeredAt: [String] = [], style: String = ""
  ) -> String {
    var about = "<b>\(escaped(SummaryPhrases.stance(line)))</b>"
    if let target = SummaryPhrases.target(line) { about += "<br>\(escaped(target))" }
    var notes = SummaryPhrases.notes(line)
    if line.level != meeting.level { notes.append("\(SummaryWords.level(line.level))による") }
    if !answeredAt.isEmpty {
      let places = answeredAt.map(SummaryPhrases.short).joined(separator: "、")
      notes.append("回答：\(places)")
    }
    let words =
      "「\(escaped(line.quote))」"
      + notes.map { "<p class=\"note\">［注］\(escaped($0))</p>" }.joined()
    return row(line.speaker, about: about, words: words, address: line.address, style: style)
  }

  private func row(_ report: SummaryReport) -> String {
    row(
      SummaryPhrases.teller(report), about: escaped(SummaryPhrases.holder(report)),
      words: "「\(escaped(report.quote))」", address: report.address)
  }

  private func row(_ undertaking: SummaryUndertaking) -> String {
    row(
      undertaking.speaker, about: escaped(SummaryPhrases.undertaking(undertaking)),
      words: "「\(escaped(undertaking.quote))」", address: undertaking.address)
  }

  /// A row of the table; `about` and `words` are HTML already.
  private func row(
    _ speaker: String, about: String, words: String, address: String, style: String = ""
  ) -> String {
    "<tr class=\"\(style)\"><td>\(escaped(speaker))</td><td>\(about)</td><td>\(words)</td>"
      + "<td class=\"place\" title=\"\(escaped(address))\">\(place(address))</td></tr>\n"
  }

  private func place(_ address: String) -> String {
    let short = escaped(SummaryPhrases.short(address))
    return link(address).map { "<a href=\"\(escaped($0))\">\(short)</a>" } ?? short
  }

  private func counts(_ section: SummarySection) -> String {
    let table = SummaryPhrases.counts(section)
    let head = table.columns.map { "<th>\(escaped($0.title))</th>" }.joined()
    let body = table.rows.map { row in
      let cells = zip(table.columns, row).map { column, value in
        "<td\(column.isNumeric ? " class=\"number\"" : "")>\(escaped(value.cell))</td>"
      }
      return "<tr>\(cells.joined())</tr>\n"
    }
    return "<table class=\"counts\">\n<caption>\(SummaryPhrases.counted)</caption>\n"
      + "<thead><tr>\(head)</tr></thead>\n<tbody>\n\(body.joined())</tbody>\n</table>\n"
  }
}
