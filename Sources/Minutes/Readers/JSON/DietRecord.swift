/// The parts that the forms of Diet records share.
enum DietRecord {
  /// The speaker's name under which the API gives the head of a record.
  static let headSpeaker = "会議録情報"

  /// A meeting of the API; `speeches` are given where they do not lie within the record.
  static func meeting(_ record: JSONValue, speeches: [JSONValue]?) -> StructuredMeeting {
    var meeting = StructuredMeeting()
    meeting.fields = [
      ("house", record.value("nameOfHouse")), ("body", record.value("nameOfMeeting")),
      ("session", record.value("session")), ("number", record.value("issue")),
      ("date", record.value("date")), ("url", record.value("meetingURL", "speechURL")),
    ]
    for speech in ordered(speeches ?? record["speechRecord"]?.items ?? [], by: "speechOrder") {
      guard let words = speech.value("speech") else { continue }
      guard speech.text("speaker") != headSpeaker else {
        meeting.parts.append(.text(words))
        continue
      }
      meeting.parts.append(
        .speech(
          words,
          about: [
            ("speaker", speech.value("speaker")), ("role", speech.value("speakerPosition")),
            ("role", speech.value("speakerRole")), ("group", speech.value("speakerGroup")),
          ]))
    }
    return meeting
  }

  /// A meeting of the form `dietCollection`.
  static func collected(_ record: JSONValue) -> StructuredMeeting {
    var meeting = StructuredMeeting()
    meeting.fields = [
      ("house", record.value("house")), ("body", record.value("name")),
      ("session", record.value("session")), ("number", record.value("issue")),
      ("date", record.value("date")), ("url", record.value("url")),
    ]
    if let head = record.value("headerRecord") { meeting.parts.append(.text(head)) }
    var known: [String: JSONValue] = [:]
    for speaker in record["speakers"]?.items ?? [] {
      if let name = speaker.text("name"), known[name] == nil { known[name] = speaker }
    }
    for speech in record["speeches"]?.items ?? [] {
      guard let words = speech.value("speech") else { continue }
      let speaker = speech.text("speaker").flatMap { known[$0] }
      meeting.parts.append(
        .speech(
          words,
          about: [
            ("speaker", speech.value("speaker")), ("role", speaker?.value("position")),
            ("group", speaker?.value("group")),
          ]))
    }
    return meeting
  }

  /// A meeting of the form `dietLines`.
  static func lines(_ records: [JSONValue]) -> StructuredMeeting {
    var meeting = StructuredMeeting()
    guard let first = records.first else { return meeting }
    let number = records.lazy.compactMap { $0["meeting_info"]?.value("issue") }.first
    meeting.fields = [
      ("house", first.value("house")), ("body", first.value("committee")),
      ("session", first.value("session")), ("number", number), ("date", first.value("date")),
      ("url", first.value("url")),
    ]
    for record in records {
      guard let words = record.value("text") else { continue }
      guard record.text("speaker") != headSpeaker else {
        meeting.parts.append(.text(words))
        continue
      }
      meeting.parts.append(
        .speech(
          words,
          about: [
            ("speaker", record.value("speaker")), ("role", record.value("position")),
            ("group", record.value("party")),
          ]))
    }
    return meeting
  }

  /// Records of one meeting together, meetings in the order in which they first appear; within a
  /// meeting by the number at the end of `id` or by `speechOrder`, where there are such.
  static func groups(
    _ records: [JSONValue], by key: (JSONValue) -> String
  ) -> [[JSONValue]] {
    var places: [String: Int] = [:]
    var groups: [[JSONValue]] = []
    for record in records {
      let key = key(record)
      if let place = places[key] {
        groups[place].append(record)
      } else {
        places[key] = groups.count
        groups.append([record])
      }
    }
    return groups.map { ordered($0, by: "speechOrder") }
  }

  private static func ordered(_ records: [JSONValue], by key: String) -> [JSONValue] {
    func order(_ record: JSONValue) -> Int {
      if let number = record.text(key).flatMap({ Int($0) }) { return number }
      let id = Array((record.text("id") ?? "").utf8)
      let start = (id.lastIndex(of: 0x5F) ?? -1) + 1
      return Int(String(decoding: id[start...], as: UTF8.self)) ?? 0
    }
    return records.enumerated()
      .map { (order: order($0.element), index: $0.offset, record: $0.element) }
      .sorted { ($0.order, $0.index) < ($1.order, $1.index) }
      .map(\.record)
  }
}
