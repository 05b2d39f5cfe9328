/// Records of local assemblies in the forms of vendors and collectors.
extension JSONForm {
  /// DiscussNet: `tenant_minutes` [`title` (the label) `body` (`<pre>` text with its label)
  /// `minute_type` (名簿 for the head, ○議長 ◆質問 ◎答弁)].
  static var discussNet: JSONForm {
    JSONForm(
      name: "DiscussNet", keys: "tenant_minutes[title, body]",
      fits: { $0["tenant_minutes"]?.items != nil },
      read: { value in
        var meeting = StructuredMeeting()
        meeting.fields = [
          ("body", value.value("council_name", "name")), ("title", value.value("schedule_name")),
        ]
        for part in value["tenant_minutes"]?.items ?? [] {
          guard let body = part.value("body"), let words = MarkupText.plain(body) else { continue }
          let isSpeech = words.text.unicodeScalars.first.map(LabelSigns.contains) ?? false
          if isSpeech, part.text("minute_type") != "名簿" {
            meeting.parts.append(.speech(words, about: [("speaker", part.value("title"))]))
          } else {
            meeting.parts.append(.text(words))
          }
        }
        return Reading(meetings: [meeting])
      })
  }

  /// Voices, also within JavaScript: `dateIso` `title` `sourceUrl` `voices` [`speaker` `text`].
  static var voices: JSONForm {
    JSONForm(
      name: "voices", keys: "title, dateIso, voices[speaker, text]",
      fits: { $0["voices"]?.items != nil },
      read: { value in
        var meeting = StructuredMeeting()
        meeting.fields = [
          ("title", value.value("title")), ("date", value.value("dateIso", "date")),
          ("url", value.value("sourceUrl", "url")),
        ]
        meeting.parts = parts(
          of: value["voices"]?.items ?? [], speaker: ["speaker"], text: ["text"])
        return Reading(meetings: [meeting])
      })
  }

  /// Proceedings: [`Date` `Prefecture` `ProceedingTitle` `URL` `Proceeding` [`Speaker` (`"null"`
  /// for the head) `Utterance`]], many meetings in one file.
  static var proceedings: JSONForm {
    JSONForm(
      name: "proceedings",
      keys: "[Date, Prefecture, ProceedingTitle, Proceeding[Speaker, Utterance]]",
      fits: { value in (value.items ?? [value]).first?["Proceeding"]?.items != nil },
      read: { value in
        Reading(
          meetings: (value.items ?? [value]).map { record in
            var meeting = StructuredMeeting()
            meeting.fields = [
              ("house", record.value("Prefecture")), ("title", record.value("ProceedingTitle")),
              ("date", record.value("Date")), ("url", record.value("URL")),
            ]
            meeting.parts = parts(
              of: record["Proceeding"]?.items ?? [], speaker: ["Speaker"], text: ["Utterance"])
            return meeting
          })
      })
  }

  /// A speech for each object that has words; without a speaker the words are text of the record.
  static func parts(
    of items: [JSONValue], speaker: [String], text: [String]
  ) -> [StructuredMeeting.Part] {
    items.compactMap { item in
      guard let words = text.lazy.compactMap({ item[$0]?.value }).first else { return nil }
      guard let name = speaker.lazy.compactMap({ item[$0]?.value }).first else {
        return .text(words)
      }
      return .speech(
        words,
        about: [
          ("speaker", name), ("role", item.value("role", "position")),
          ("group", item.value("group", "party")),
        ])
    }
  }
}
