import Deliberation
import JapaneseText
import Store
import Testing

@Suite("Search")
struct SearchTests {
  /// Three meetings; the words are chosen so that each query below has a known answer.
  static func store() throws -> RecordStore {
    let store = try RecordStore.inMemory()
    var first = Fixture(
      "1.txt", number: 1,
      turns: [
        ("青木 波", "水門の開閉基準を見直すことに賛成する。税の負担は重い。"),
        ("石井 岬", "費用が増えることを懸念する。ＩＰ電話の事故は減った。"),
        ("白川 渚", "青木委員の意見に賛同する。"),
      ])
    first.date = CalendarDate(year: 2031, month: 4, day: 5)
    var second = Fixture(
      "2.txt", number: 2,
      turns: [("青木 波", "消費税と関税を分けて考えたい。事故 対応は別に扱う。"), ("林田 葵", "ｻｰﾊﾞｰの事故である。")],
      rich: false)
    second.date = CalendarDate(year: 2032, month: 1, day: 9)
    var third = Fixture(
      "3.txt", number: 3,
      turns: [
        ("青木 波", "水門について述べる。"), ("石井 岬", "水門の費用を懸念する。"), ("白川 渚", "水門に賛同する。"),
      ], rich: true)
    third.date = CalendarDate(year: 2031, month: 10, day: 1)
    for fixture in [first, second, third] {
      _ = try store.save(fixture.file, records: [fixture.record])
    }
    return store
  }

  static func addresses(_ query: String, in store: RecordStore) throws -> [String] {
    try store.search(try SearchQuery.parse(query)).hits.map {
      String($0.address.drop { $0 != "/" }.dropFirst())
    }
  }

  @Test(arguments: [
    ("税", ["2#1", "1#1"]),
    ("消費税", ["2#1"]),
    ("事故", ["2#1", "2#2", "1#2"]),
    ("サーバー", ["2#2"]),
    ("IP電話", ["1#2"]),
    ("ip電話", ["1#2"]),
    ("事故対応", ["2#1"]),
    ("\"事故 対応\"", ["2#1"]),
    ("水門 費用", ["212-3#2"]),
    ("水門 -費用", ["212-3#1", "212-3#3", "1#1"]),
    ("消費税 OR 賛同", ["2#1", "212-3#3", "1#3"]),
    ("(消費税 OR 賛同) NOT 水門", ["2#1", "1#3"]),
    ("-水門", ["2#1", "2#2", "1#2", "1#3"]),
    ("。", ["2#1", "2#2", "212-3#1", "212-3#2", "212-3#3", "1#1", "1#2", "1#3"]),
    ("存在しない語", []),
    ("speaker:青木", ["2#1", "212-3#1", "1#1"]),
    ("speaker:青木波 水門", ["212-3#1", "1#1"]),
    ("speaker:林", []),
    ("speaker:林田", ["2#2"]),
    ("role:委員", ["212-3#2"]),
    ("role:部会長 水門", ["212-3#1"]),
    ("org:架空大", ["212-3#1"]),
    ("body:架空審議会 税", ["2#1", "1#1"]),
    ("body:水路部会 消費税", ["2#1"]),
    ("body:別の会 消費税", []),
    ("meeting:1 事故", ["1#2"]),
    ("agenda:212-3/1", ["212-3#1", "212-3#2"]),
    ("agenda:開閉基準 水門", ["212-3#1", "212-3#2"]),
    ("from:2032-01-01 事故", ["2#1", "2#2"]),
    ("until:令和13年4月5日 事故", ["1#2"]),
    ("date:2031 水門", ["212-3#1", "212-3#2", "212-3#3", "1#1"]),
    ("stance:条件付き賛成", ["212-3#2"]),
    ("law:999M00000000001", ["212-3#1"]),
    ("law:999M00000000001#Mp-At_58-Pr_2", ["212-3#1"]),
    ("law:999M00000000001#Mp-At_5", []),
    ("article:第58条", ["212-3#1"]),
    ("law:999AC0000000002", []),
    ("law:999AC0000000002 basis:relation", ["212-3#1"]),
    ("水門 -speaker:青木", ["212-3#2", "212-3#3"]),
    ("-speaker:青木", ["2#2", "212-3#2", "212-3#3", "1#2", "1#3"]),
    ("事故 NOT meeting:1", ["2#1", "2#2"]),
    ("水門 -agenda:212-3/1", ["212-3#3", "1#1"]),
    ("税 -date:2032", ["1#1"]),
    ("水門 -stance:条件付き賛成 -speaker:白川", ["212-3#1", "1#1"]),
    ("speaker:青木 -body:別の会 消費税", ["2#1"]),
  ]) func find(query: String, expected: [String]) throws {
    #expect(try Self.addresses(query, in: Self.store()) == expected)
  }

  @Test func countsAreOfAllAndPagesJoinUp() throws {
    let store = try Self.store()
    var query = try SearchQuery.parse("。")
    let all = try Self.addresses("。", in: store)
    query.limit = 3
    var pages: [String] = []
    for offset in stride(from: 0, to: 9, by: 3) {
      query.offset = offset
      let results = try store.search(query)
      #expect(results.total == 8)
      pages += results.hits.map { String($0.address.drop { $0 != "/" }.dropFirst()) }
    }
    #expect(pages == all)
    #expect(try store.count(query) == 8)
    query.order = .oldest
    query.offset = 0
    #expect(
      try store.search(query).hits.map { $0.meeting.address } == ["水路部会/1", "水路部会/1", "水路部会/1"])
    query.order = .relevance
    query.limit = 20
    #expect(try store.search(query).hits.count == 8)
  }

  @Test func otherKindsStandBeside() throws {
    let store = try Self.store()
    let results = try store.search(try SearchQuery.parse("水門"))
    #expect(results.total == 4)
    #expect(results.beside == [.agenda: 1, .document: 1])
    #expect(try Self.addresses("kind:議事 水門", in: store) == ["212-3/1.1"])
    #expect(try Self.addresses("kind:event 説明", in: store) == ["212-3"])
    #expect(try Self.addresses("kind:attendance 赤石", in: store) == ["212-3"])
    #expect(try Self.addresses("kind:all 水門", in: store).count == 6)
    #expect(try Self.addresses("kind:event agenda:212-3/1", in: store) == ["212-3"])
  }

  @Test func hitsAreMarkedInTheOriginal() throws {
    let hit = try #require(try Self.store().search(try SearchQuery.parse("サーバー 事故")).hits.first)
    let marked = hit.snippet.hits.map { hit.snippet.text.scalars.text($0) }
    #expect(marked == ["ｻｰﾊﾞｰ", "事故"])
    #expect(hit.text.scalars.text(hit.snippet.span) == hit.snippet.text)
  }

  @Test func aWordBehindADashIsFoundWhateverTheDashBecomes() throws {
    let store = try RecordStore.inMemory()
    let fixture = Fixture("d.txt", turns: [("青木 波", "データ−通信と3−5の件。")])
    _ = try store.save(fixture.file, records: [fixture.record])
    #expect(try Self.addresses("\"−通信\"", in: store) == ["3#1"])
    #expect(try Self.addresses("\"-5\"", in: store) == ["3#1"])
  }
}
