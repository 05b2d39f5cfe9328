/// Records of the Diet, by the public API of the National Diet Library and in forms made from it.
extension JSONForm {
  /// The API's answer with whole meetings: `meetingRecord` [`issueID` `session` `nameOfHouse`
  /// `nameOfMeeting` `issue` `date` `meetingURL` `speechRecord` [`speaker` `speakerGroup`
  /// `speakerPosition` `speakerRole` `speech`]].
  ///
  /// The speech of the speaker 会議録情報 is the head of the record. The XML has the same names.
  static var dietMeetings: JSONForm {
    JSONForm(
      name: "NDL API meeting", keys: "meetingRecord[speechRecord[speaker, speech]]",
      fits: { $0["meetingRecord"]?.items != nil },
      read: { answer in
        let records = answer["meetingRecord"]?.items ?? []
        return Reading(meetings: records.map { DietRecord.meeting($0, speeches: nil) })
      })
  }

  /// The API's answer of a search for speeches: `speechRecord` [the keys of the speech and of its
  /// meeting together].
  ///
  /// Speeches are grouped by meeting (`issueID`) and put in their order (`speechOrder`); such an
  /// answer is an excerpt.
  static var dietSpeeches: JSONForm {
    JSONForm(
      name: "NDL API speech search", keys: "speechRecord[speaker, speech, issueID]",
      fits: { $0["speechRecord"]?.items != nil },
      read: { answer in
        let records = answer["speechRecord"]?.items ?? []
        let groups = DietRecord.groups(records) { $0.text("issueID") ?? "" }
        return Reading(
          meetings: groups.map { DietRecord.meeting($0[0], speeches: $0) },
          notes: ["excerpt: speeches found by a search, not whole meetings"])
      })
  }

  /// Meetings kept by others: [`session` `house` `name` `issue` `date` `url` `headerRecord`
  /// `speeches` [`speaker` `speech`] `speakers` [`name` `group` `position`]].
  ///
  /// The chair's turns and the labels are left out there: an excerpt.
  static var dietCollection: JSONForm {
    JSONForm(
      name: "Diet collection", keys: "[house, name, headerRecord, speeches[speaker, speech]]",
      fits: { value in
        guard let first = (value.items ?? [value]).first else { return false }
        return first["speeches"]?.items != nil && first["house"] != nil
      },
      read: { value in
        Reading(
          meetings: (value.items ?? [value]).map(DietRecord.collected),
          notes: ["excerpt: the chair's turns are left out by the collector"])
      })
  }

  /// Speeches kept by others, one on a line: `id` (issue and `_` number) `date` `session` `house`
  /// `committee` `speaker` `party` `position` `text` `url`, some with `meeting_info` [`issue`].
  ///
  /// Grouped by meeting; an excerpt of many sittings.
  static var dietLines: JSONForm {
    JSONForm(
      name: "Diet speeches", keys: "[id, date, house, committee, speaker, text]",
      fits: { value in
        guard let first = (value.items ?? [value]).first else { return false }
        return first["committee"] != nil && first["text"] != nil && first["speaker"] != nil
      },
      read: { value in
        let groups = DietRecord.groups(value.items ?? [value]) { record in
          let id = (record.text("id") ?? "").utf8.prefix { $0 != 0x5F }
          let date = record.text("date") ?? ""
          let committee = record.text("committee") ?? ""
          return "\(Substring(id)) \(date) \(committee)"
        }
        return Reading(
          meetings: groups.map(DietRecord.lines),
          notes: ["excerpt: single speeches of many sittings"])
      })
  }
}
