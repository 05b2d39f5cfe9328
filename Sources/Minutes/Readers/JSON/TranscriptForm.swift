/// Any other JSON that holds a list of speeches.
extension JSONForm {
  /// A list of objects with a speaker (`speaker` `speaker_name` `name` 発言者) and words (`text`
  /// `content` `speech` `utterance` `body` 発言 発言内容), the list itself or a member of the value
  /// (`meeting_transcripts` of QMSum).
  static var transcript: JSONForm {
    JSONForm(
      name: "transcript", keys: "[speaker, text | content | speech | utterance]",
      fits: { list(in: $0) != nil },
      read: { value in
        var meeting = StructuredMeeting()
        meeting.fields = [
          ("body", value.value("body", "committee", "nameOfMeeting", "会議名")),
          ("title", value.value("title", "name", "meeting", "件名")),
          ("date", value.value("date", "Date", "日付", "開催日")),
          ("url", value.value("url", "URL", "source")),
        ]
        meeting.parts = parts(of: list(in: value) ?? [], speaker: speakerKeys, text: textKeys)
        return Reading(meetings: [meeting])
      })
  }

  private static let speakerKeys = [
    "speaker", "Speaker", "speaker_name", "speakerName", "発言者", "name",
  ]
  private static let textKeys = [
    "text", "content", "speech", "utterance", "Utterance", "body", "発言", "発言内容",
  ]

  private static func list(in value: JSONValue) -> [JSONValue]? {
    if let items = value.items { return isSpeeches(items) ? items : nil }
    guard case .object(let members) = value else { return nil }
    for member in members {
      if let items = member.value.items, isSpeeches(items) { return items }
    }
    return nil
  }

  /// Nine of ten objects have a speaker and words.
  private static func isSpeeches(_ items: [JSONValue]) -> Bool {
    guard !items.isEmpty else { return false }
    let fitting = items.count { item in
      speakerKeys.contains { item[$0] != nil } && textKeys.contains { item[$0]?.value != nil }
    }
    return fitting * 10 >= items.count * 9
  }
}
