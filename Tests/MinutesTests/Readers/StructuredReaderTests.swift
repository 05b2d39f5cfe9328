import JapaneseText
import Minutes
import Testing

/// Every structured form with the same two turns of a fictional meeting.
struct FormSample: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  /// What is known of the meeting: field and value.
  let fields: [String: [String]]
  let speakers: [String]
  let speeches: [String]
  var testDescription: String { name }
}

extension FormSample {
  static let apiMeeting = FormSample(
    name: "NDL API meeting",
    text: """
      {"numberOfRecords": 1, "meetingRecord": [{"issueID": "1", "session": 299,
       "nameOfHouse": "衆議院", "nameOfMeeting": "みどり委員会", "issue": "第3号",
       "date": "2024-04-12", "closing": null, "meetingURL": "https://example.jp/1",
       "speechRecord": [
        {"speechOrder": 2, "speaker": "赤木花子", "speakerGroup": "みどりの会",
         "speakerPosition": "環境大臣", "speakerRole": null, "speech": "○赤木国務大臣　お答えします。"},
        {"speechOrder": 0, "speaker": "会議録情報", "speech": "令和六年四月十二日\\r\\n　　午前九時開議"},
        {"speechOrder": 1, "speaker": "青山一郎", "speech": "○青山委員長　開きます。\\r\\n　どうぞ。"}]}]}
      """,
    fields: [
      "house": ["衆議院"], "body": ["みどり委員会"], "session": ["299"], "number": ["第3号"],
      "date": ["2024-04-12"], "role": ["環境大臣"], "group": ["みどりの会"],
    ],
    speakers: ["青山一郎", "赤木花子"],
    speeches: ["○青山委員長　開きます。\n　どうぞ。", "○赤木国務大臣　お答えします。"])

  static let apiXML = FormSample(
    name: "NDL API XML",
    text: """
      <?xml version="1.0" encoding="UTF-8"?>
      <data><numberOfRecords>1</numberOfRecords><records><record><recordData><meetingRecord>
      <session>299</session><nameOfHouse>衆議院</nameOfHouse>
      <nameOfMeeting>みどり委員会</nameOfMeeting><issue>第3号</issue><date>2024-04-12</date>
      <speechRecord><speechOrder>0</speechOrder><speaker>会議録情報</speaker>
      <speech>令和六年四月十二日</speech></speechRecord>
      <speechRecord><speechOrder>1</speechOrder><speaker>青山一郎</speaker><speech>○青山委員長　開きます。
      　どうぞ。</speech></speechRecord>
      </meetingRecord></recordData></record></records></data>
      """,
    fields: ["body": ["みどり委員会"], "date": ["2024-04-12"]],
    speakers: ["青山一郎"], speeches: ["○青山委員長　開きます。\n　どうぞ。"])

  static let discussNet = FormSample(
    name: "DiscussNet",
    text: """
      {"tenant_minutes": [
       {"title": "（名簿）", "minute_type": "名簿", "body": "<pre>令和６年第１回定例会\\n○出席議員</pre>"},
       {"title": "議長（青山一郎君）", "minute_type": "○議長",
        "body": "<pre>○議長（青山一郎君）　開きます。\\n　＜Ａ＆Ｂ＞&lt;1&gt;\\n</pre>"}]}
      """,
    fields: [:], speakers: ["議長（青山一郎君）"], speeches: ["○議長（青山一郎君）　開きます。\n　＜Ａ＆Ｂ＞<1>"])

  static let voices = FormSample(
    name: "voices in a script",
    text: """
      /* みどり区 */
      window.DB.registerMinutes({"dateIso":"2024-04-12","title":"みどり委員会","sourceUrl":"https://x/1",
      "voices":[{"i":1,"speaker":"青山委員長","text":"開きます。"},{"i":2,"speaker":"赤木課長","text":"はい。"}]});
      """,
    fields: ["title": ["みどり委員会"], "date": ["2024-04-12"], "url": ["https://x/1"]],
    speakers: ["青山委員長", "赤木課長"], speeches: ["開きます。", "はい。"])

  static let transcript = FormSample(
    name: "transcript",
    text: """
      {"topics": ["x"], "meeting_transcripts": [{"speaker": "Ann Green", "content": "Good morning."}]}
      """,
    fields: [:], speakers: ["Ann Green"], speeches: ["Good morning."])

  static let akomaNtoso = FormSample(
    name: "Akoma Ntoso",
    text: """
      <akomaNtoso><debate><meta><references><TLCPerson id="a" showAs="青山委員"/></references></meta>
      <debateBody><debateSection><heading>第１回</heading><narrative><p>（拍手）</p></narrative>
      <speech by="#a"><p>
        開きます。
      </p><p>どうぞ。</p></speech></debateSection></debateBody></debate></akomaNtoso>
      """,
    fields: [:], speakers: ["青山委員"], speeches: ["開きます。\nどうぞ。"])

  static let all = [apiMeeting, apiXML, discussNet, voices, transcript, akomaNtoso]
}

@Suite struct StructuredReaderTests {
  @Test(arguments: FormSample.all)
  func readsTheForm(_ sample: FormSample) throws {
    let source = try read(sample.text)
    for (name, values) in sample.fields { #expect(source.fields(name) == values) }
    #expect(source.fields("speaker") == sample.speakers)
    #expect(source.speeches == sample.speeches)
    #expect(!source.marks.contains { $0.kind == .record })
    #expect(source.brokenPromise == nil)
  }

  @Test func keepsTheLinesOfTheFile() throws {
    let source = try read(FormSample.apiMeeting.text)
    let line = try #require(source.lines.first { source.text($0.span).hasPrefix("○赤木") })
    #expect(line.number == 6)
    let xml = try read(FormSample.apiXML.text)
    let last = try #require(xml.lines.last { xml.text($0.span) == "　どうぞ。" })
    #expect(last.number == 8)
  }

  @Test func keepsTheHeadOutsideTheSpeeches() throws {
    let source = try read(FormSample.apiMeeting.text)
    #expect(source.lineTexts.contains("　　午前九時開議"))
  }

  @Test func groupsSpeechesByMeeting() throws {
    let source = try read(
      """
      {"speechRecord": [
       {"issueID": "A", "speechOrder": 5, "nameOfMeeting": "甲委員会", "speaker": "青山", "speech": "五"},
       {"issueID": "B", "speechOrder": 1, "nameOfMeeting": "乙委員会", "speaker": "赤木", "speech": "一"},
       {"issueID": "A", "speechOrder": 2, "nameOfMeeting": "甲委員会", "speaker": "白川", "speech": "二"}]}
      """)
    #expect(source.fields("body") == ["甲委員会", "乙委員会"])
    #expect(source.fields("speaker") == ["白川", "青山", "赤木"])
    #expect(source.marks.filter { $0.kind == .record }.count == 2)
    #expect(source.notes.contains { $0.hasPrefix("excerpt") })
  }

  @Test func readsJSONLines() throws {
    let line = #"{"id": "I_001", "date": "2024-04-12", "session": 1, "house": "参議院", "#
    let source = try read(
      """
      \(line)"committee": "甲会", "speaker": "青山", "party": "みどり", "text": "○青山君　はい"}
      \(line)"committee": "乙会", "speaker": "赤木", "text": "○赤木君　いいえ"}

      """)
    #expect(source.reader == "jsonl/1")
    #expect(source.fields("body") == ["甲会", "乙会"])
    #expect(source.speeches == ["○青山君　はい", "○赤木君　いいえ"])
    #expect(source.lines.last?.number == 2)
  }

  @Test func readsCollectionsAndProceedings() throws {
    let collection = try read(
      """
      [{"session": "1", "house": "参議院", "name": "甲会", "date": "2024-04-12", "issue": "第1号",
        "headerRecord": "出席者", "speeches": [{"speaker": "青山", "speech": "はい"}],
        "speakers": [{"name": "青山", "position": "局長"}]}]
      """)
    #expect(collection.fields("role") == ["局長"])
    let proceedings = try read(
      """
      [{"Date": "2024/4/12", "Prefecture": "みどり県", "ProceedingTitle": "甲会速記録第一号",
        "Proceeding": [{"Speaker": "null", "Utterance": "出席委員　五名"},
                       {"Speaker": "青山委員長", "Utterance": "開会します。"}]},
       {"Date": "2024/5/12", "ProceedingTitle": "甲会速記録第二号",
        "Proceeding": [{"Speaker": "青山委員長", "Utterance": "開会します。"}]}]
      """)
    #expect(proceedings.fields("speaker") == ["青山委員長", "青山委員長"])
    #expect(proceedings.marks.filter { $0.kind == .record }.count == 2)
  }

  @Test(arguments: [
    (#"{"openapi": "3.1", "paths": {}}"#, "unsupported"), (#"{"a": "#, "malformed"),
    (#"{"tenant_minutes": []}"#, "notMinutes"), ("<data><records/></data>", "notMinutes"),
    ("<?xml version='1.0'?><law/>", "unsupported"), ("<?xml version='1.0'?><law>", "malformed"),
    ("<?xml version='1.0'?><!DOCTYPE data [<!ENTITY x 'y'>]><data>&x;</data>", "malformed"),
    (String(repeating: "[", count: 100_000) + "\"", "malformed"),
    (#"{"speechRecord": [{"speech": "\uD800"#, "malformed"),
  ])
  func refusesWithATypedError(_ text: String, _ kind: String) {
    let error = #expect(throws: ReadError.self) { try read(text) }
    #expect(String(describing: error.map { "\($0)" }).isEmpty == false)
    #expect("\(error.map { Mirror(reflecting: $0).children.first?.label ?? "" } ?? "")" == kind)
  }

  @Test(arguments: ["{{first:2024-04-12}}\n# 会議", "[午前10時 開会]\n青山", "<事務局>\n青山", "<s>取消</s>"])
  func leavesTextsThatOnlyBeginLikeAFormat(_ text: String) throws {
    let reader = try read(text).reader
    #expect(reader == "text/1" || reader == "markdown/1")
  }
}
