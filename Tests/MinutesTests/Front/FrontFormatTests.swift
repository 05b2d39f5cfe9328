import Deliberation
import JapaneseText
import Minutes
import Testing

/// Heads of notes in Markdown: what the marks of the format tell, and what they do not.
struct FrontFormatTests {
  private func front(_ lines: [String]) throws -> FrontMatter {
    let text = try Readers.read(Array(lines.joined(separator: "\n").utf8), name: "notes.md")
    return FrontMatter.read(TextView(text))
  }

  /// The day of a heading takes the year of the publication, which is never earlier.
  @Test(arguments: [
    ("{{first:2020-07-04}}", "# 6月22日：灯台会議", "2020-06-22"),
    ("{{first:2021-01-05}}", "# 12月20日：灯台会議", "2020-12-20"),
    ("{{first:2021-01-05}}", "# 灯台会議 2020/12/21", "2020-12-21"),
  ])
  func theYearComesFromThePublication(_ mark: String, _ title: String, _ date: String) throws {
    let front = try front([mark, title, "", "## 主な内容", "", "灯器の更新について話し合いました。"])
    #expect(front.meeting.date == CalendarDate(date))
    #expect(front.meeting.bodies == [["灯台会議"]])
  }

  /// A copied page, a link and an introduction are neither attendance nor agenda.
  @Test func notesHoldNoFalseNamesAndItems() throws {
    let front = try front([
      "# LampMeeting-2014-01-10", "", "Date: 2014/01/10", "Time: 17:00-18:30", "Place: Harbor",
      "Attendees: sign up required: http://lamp.example/events/1", "", "Agenda",
      "agenda page copied to here, due to wiki maintenance.", "=begin", "= LampMeeting20140110", "",
      "* Date: 2014/01/10", "* Time: 17:30-19:00", "* Place: Harbor", "", "= Agenda", "",
      "* 2.1 retrospective (iso)", "  * version number", "* release schedule (iso)", "=end", "",
      "(log)", "", "iso: そろそろ始めましょう。", "nami: はい。お願いします。",
    ])
    #expect(front.attendance.isEmpty)
    #expect(front.findings.filter { $0.kind.hasPrefix("attendance") }.isEmpty)
    #expect(front.meeting.times == [MeetingTime(from: "17:00", to: "18:30")])
    #expect(
      front.plannedAgenda.flattened.map(\.title) == [
        "2.1 retrospective (iso)", "version number", "release schedule (iso)",
      ])
  }

  /// Years, teams and emphasis beside names are no part of them.
  @Test func namesOfNotesStandAlone() throws {
    let front = try front([
      "# 灯台演習第2回 2013年9月30日(月)", "", "## メンバー", "", "### 出席", "* b4 浜野さん（４限のみ）",
      "* b3 磯**木**（議事）", "* b2 諸浜", "* 神磯先生", "", "* ５限から", "    * b3 中浜君", "",
      "### 欠席", "* b2 波田さん(風邪)", "", "## 今日やること", "", "* 規格の復習", "* 予定を考える",
    ])
    #expect(front.attendance.map(\.name) == ["浜野", "磯木", "諸浜", "神磯", "中浜", "波田"])
    #expect(front.attendance.map(\.presence).last == .absent)
    #expect(front.attendance.filter(\.hasFullName).isEmpty)
    #expect(front.plannedAgenda.map(\.title) == ["規格の復習", "予定を考える"])
  }

  /// A programme under a heading further down is the agenda; its lines are nobody's words.
  @Test func theProgrammeMayStandBehindTheIntroduction() throws {
    let front = try front([
      "# 灯台の会 2012年総会(2012/12/12)", "", "2012年の灯台の会の総会を行いました。", "", "## 議事進行", "",
      "* 開会の挨拶", "* 役員の改選", "* 会計報告", "", "## 議事録", "", "* 灯器が足りないという声が多い。",
    ])
    #expect(front.plannedAgenda.map(\.title) == ["開会の挨拶", "役員の改選", "会計報告"])
    #expect(front.lists.count == 1)
  }

  /// Surnames and nicknames name nobody for certain.
  @Test(arguments: [
    ("豊浜", false), ("五十嵐", false), ("佐々木", false), ("くりした", false), ("matz", false),
    ("磯田 豊", true), ("砂浜敬", true), ("磯山よしかず", true), ("Ann Harbor", true), ("関 豊", true),
  ])
  func fullNamesHoldTwoParts(_ name: String, _ isFull: Bool) {
    #expect(Attendee(name: name, kind: .member).hasFullName == isFull)
  }

  /// A list of surnames gives nobody a full name, and so no person.
  @Test func aSurnameAloneNamesNoSpeaker() throws {
    let lines = [
      "第３回水門部会議事録", "日時：令和６年３月５日（火）10:00～11:00", "出席者：豊浜会長、稲磯委員、砂浜 敬 委員", "議題：水門の記録について",
      "○豊浜会長　それでは、始めます。よろしくお願いします。", "○稲磯委員　記録は誰が持つのでしょうか。", "○砂浜委員　港が持つとよいと思います。",
    ]
    let text = try Readers.read(Array(lines.joined(separator: "\n").utf8), name: "a.txt")
    let record = try #require(Parser.records(in: text, file: "a.txt", sha256: "").first)
    #expect(record.attendance.map(\.name) == ["豊浜", "稲磯", "砂浜 敬"])
    #expect(record.attendance.map { $0.person != nil } == [false, false, true])
    #expect(record.statements.map(\.speakerName) == [nil, nil, "砂浜 敬"])
    #expect(record.statements.map(\.kind) == [.chair, .member, .member])
  }

  /// A title that says so, or one speech without any head, makes an excerpt.
  @Test(arguments: [
    ("第３回水門部会議事録（抜粋）", false, true), ("水門部会議事録", false, false),
    ("r01-02_市長冒頭", false, true), ("", true, true),
  ])
  func partsOfRecordsAreExcerpts(_ title: String, _ isMarked: Bool, _ isExcerpt: Bool) {
    let text = title + "\n○波川委員長　これより会議を開きます。\n"
    let from = title.scalars.count + 1
    let speech = SourceMark(span: TextSpan(from, text.scalars.count - 1), kind: .speech)
    let source = SourceText(lines: text, marks: isMarked ? [speech] : [])
    #expect((FrontMatter.read(TextView(source)).completeness == .excerpt) == isExcerpt)
  }
}
