import Deliberation
import Foundation
import JapaneseText
import Minutes
import Testing

/// Sources that mark every speech and name its speaker in a field of its own.
@Suite struct SpeechFieldTests {
  private static func record(_ voices: [(String, String)]) throws -> Record {
    let list: [[String: String]] = voices.map { ["speaker": $0.0, "text": $0.1] }
    let meeting: [String: Any] = [
      "title": "令和６年 第２回定例会（第１日目）", "dateIso": "2024-06-11", "voices": list,
    ]
    let data = try JSONSerialization.data(withJSONObject: meeting)
    return try #require(
      try parsed(String(decoding: data, as: UTF8.self), name: "voices.json").first)
  }

  @Test func signsAreHeadingsAndClocks() throws {
    let record = try Self.record([
      ("議長（水沢はるか君）", "○午後１時開議\nただいまから会議を開きます。\n○会議録署名人選定について"),
      ("議長（水沢はるか君）", "２番議員にお願いします。\n○午後２時５８分閉会"),
    ])
    #expect(record.statements.map(\.text) == ["ただいまから会議を開きます。", "２番議員にお願いします。"])
    #expect(record.events.map(\.kind) == [.opening, .agendaMove, .closing])
  }

  @Test func aCallIsNoLabel() throws {
    let record = try Self.record([
      ("議長（水沢はるか君）", "会議を開きます。"),
      ("議長（水沢はるか君）", "経済常任委員長　鴨下　徹議員。"),
      ("経済常任委員長（鴨下徹君）", "審査の結果を御報告いたします。"),
      ("議長（水沢はるか君）", "報告を終わります。\n　総務常任委員長　寺岡　弥生議員。"),
    ])
    #expect(
      record.statements.map(\.speakerName) == ["水沢はるか", "水沢はるか", "鴨下徹", "水沢はるか"])
    #expect(record.statements.map(\.kind) == [.chair, .chair, .member, .chair])
  }

  @Test func blocksOfTheDayStayTogether() throws {
    let record = try Self.record([
      ("議長（水沢はるか君）", "日程第１および日程第２の２件を一括議題に供します。\n日程第１\n第１号議案 税条例の改正\n日程第２\n第２号議案 公園条例の改正"),
      ("総務委員長（鴨下徹君）", "議案の２件は可決いたしました。"),
      ("議長（水沢はるか君）", "追加日程第１を議題に供します。\n追加日程第１\n第９号議案 推薦の件"),
      ("町長（野上進君）", "御説明いたします。"),
    ])
    #expect(
      record.statements.map { $0.agenda.map(\.description) } == [
        [], ["1", "2"], ["1", "2"], ["3"],
      ])
    #expect(
      record.agenda.map(\.title) == ["第１号議案 税条例の改正", "第２号議案 公園条例の改正", "第９号議案 推薦の件"])
  }
}
