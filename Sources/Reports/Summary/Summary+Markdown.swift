import Deliberation

extension PositionSummary {
  /// The summary in Markdown.
  package var markdown: String {
    meetings.map { SummaryMarkdown(meeting: $0).text }.joined(separator: "\n")
  }
}

/// Prints one meeting; the words of the record are escaped, the template's are not.
private struct SummaryMarkdown {
  let meeting: MeetingSummary

  var text: String {
    var out = "# \(escaped(SummaryPhrases.title(meeting)))\n\n"
    for (name, value) in SummaryPhrases.facts(meeting) { out += "- \(name)：\(escaped(value))\n" }
    out += "\n"
    for caution in SummaryPhrases.cautions(meeting) { out += "> \(escaped(caution))\n" }
    if meeting.sections.isEmpty { out += "\n該当する発言はない。\n" }
    return out + meeting.sections.map(section).joined()
  }

  private func escaped(_ text: String) -> String { Markdown.escaped(text) }

  private func section(_ section: SummarySection) -> String {
    var out = "\n## \(escaped(SummaryPhrases.heading(section)))\n\n"
    for event in section.explanations {
      out += "- 説明：\(escaped(SummaryPhrases.explanation(event)))\n"
    }
    if let questions = SummaryPhrases.questions(section, in: meeting) {
      out += "- 質疑：\(escaped(questions))\n"
    }
    for event in section.outcomes { out += "- 結果：\(escaped(SummaryPhrases.outcome(event)))\n" }
    for contradiction in section.contradictions {
      out += heading("\(SummaryPhrases.contradictions)：\(contradiction.target)")
      out += (contradiction.inFavour + contradiction.against).map { line($0) }.joined()
    }
    for group in section.groups { out += self.group(group) }
    if !section.reported.isEmpty {
      out += heading(SummaryPhrases.reported) + section.reported.map(report).joined()
    }
    if !section.undertakings.isEmpty {
      out += heading(SummaryPhrases.undertakings) + section.undertakings.map(undertaking).joined()
    }
    if !section.unanswered.isEmpty {
      out += heading(SummaryPhrases.unanswered) + section.unanswered.map { line($0) }.joined()
    }
    if !section.counts.isEmpty {
      out += heading(SummaryPhrases.counted) + SummaryPhrases.counts(section).markdown
    }
    return out
  }

  private func heading(_ text: String) -> String { "\n### \(escaped(text))\n\n" }

  private func group(_ group: SummaryGroup) -> String {
    heading(SummaryWords.group(group.kind))
      + group.entries.map { entry in
        var out = entry.lines.map { line($0) }.joined()
        if entry.linesLeftOut > 0 {
          out += "  - \(SummaryPhrases.leftOut(entry.linesLeftOut, of: entry.lines.last))\n"
        }
        out += entry.answers.map { line($0, mark: "→ ", indent: "  ") }.joined()
        if entry.answersLeftOut > 0 {
          out += "  - → \(SummaryPhrases.leftOut(entry.answersLeftOut, of: entry.answers.last))\n"
        }
        if !entry.answeredAt.isEmpty {
          let places = entry.answeredAt.map(SummaryPhrases.short).joined(separator: "、")
          out += "  - → 回答：\(escaped(places))\n"
        }
        return out
      }.joined()
  }

  private func line(_ line: SummaryLine, mark: String = "", indent: String = "") -> String {
    var out =
      "\(indent)- \(mark)**\(escaped(line.speaker))**［\(escaped(SummaryPhrases.stance(line)))］"
    if let target = SummaryPhrases.target(line) { out += escaped(target) }
    out += "\(lineBreak)\(indent)  「\(escaped(line.quote))」 \(address(line.address))"
    if line.level != meeting.level { out += "（\(SummaryWords.level(line.level))による）" }
    out += "\n"
    for note in SummaryPhrases.notes(line) { out += "\(indent)  - ［注］\(escaped(note))\n" }
    return out
  }

  /// A hard line break that reads well as plain text too (CommonMark: a backslash or two blanks).
  private var lineBreak: String { "  \n" }

  private func address(_ address: String) -> String {
    "〔\(escaped(SummaryPhrases.short(address)))〕"
  }

  private func report(_ report: SummaryReport) -> String {
    "- **\(escaped(SummaryPhrases.holder(report)))**（\(escaped(SummaryPhrases.teller(report)))）"
      + "\(lineBreak)  「\(escaped(report.quote))」 \(address(report.address))\n"
  }

  private func undertaking(_ undertaking: SummaryUndertaking) -> String {
    "- **\(escaped(undertaking.speaker))**\(escaped(SummaryPhrases.undertaking(undertaking)))"
      + "\(lineBreak)  「\(escaped(undertaking.quote))」 \(address(undertaking.address))\n"
  }
}
