import Deliberation
import JapaneseText
import Testing

@Suite("Addresses")
struct AddressTests {
  @Test(arguments: [
    ("水路部会/86", "水路部会/86"), ("86", "86"), ("第８６回", "86"), ("水路部会/第86回#12", "水路部会/86#12"),
    ("86#12", "86#12"), ("86#12a", "86#12a"), ("86#12.3", "86#12.3"), ("86＃１２", "86#12"),
    ("86/1.2", "86/1.2"), ("86~2", "86~2"), ("86～2/1", "86~2/1"), ("86~1", "86"),
    ("甲/乙/丙/86/1.2", "甲/乙/丙/86/1.2"), ("議会/212-5#3", "議会/212-5#3"),
    ("部会/2025-05-13", "部会/2025-05-13"), ("部会/2025-05-13.2#1", "部会/2025-05-13.2#1"),
    ("部会/nodate.2", "部会/nodate.2"), ("甲＋乙/3", "甲＋乙/3"), (" 部会 / 3 # 4 ", "部会/3#4"),
    ("C#会/3#4", "C#会/3#4"),
  ]) func areRead(text: String, full: String) throws {
    #expect(try Address.parse(text).description == full)
    #expect(try Address.parse(full).description == full)
  }

  @Test(arguments: [
    "", " ", "水路部会", "86/1.2#3", "86#", "86#a", "86#1.2.3", "86/0", "86/x", "86~0", "0",
    "2025-02-30", "86/1/2",
  ]) func areRefused(text: String) {
    #expect(throws: AddressError.self) { try Address.parse(text) }
  }

  @Test func partsAreTold() throws {
    let address = try Address.parse("部会/212-5~2#12a.3")
    #expect(address.body == "部会")
    #expect(address.meeting == .sessionNumber(session: 212, number: 5))
    #expect(address.record == 2)
    #expect(address.part == .sentence(statement: "12a", sentence: 3))
    #expect(address.recordAddress == "部会/212-5~2")
    #expect(address.meetingAddress == "部会/212-5")
  }

  @Test func jointsInNamesAreEscaped() {
    #expect(Address.path(of: ["甲/乙", "丙＋丁"]) == "甲∕乙/丙﹢丁")
  }
}
