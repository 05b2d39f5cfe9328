import Deliberation
import JapaneseText

/// Reads the attendance lists of the head (minutes-formats §3).
///
/// Groups, names, roles, organisations, presence and proxies are read. What cannot be read becomes a finding with its words.
enum AttendanceReader {
  struct Reading {
    var attendees: [Attendee] = []
    var findings: [Finding] = []
    /// The offset behind the last line that belongs to a list.
    var end: Int?
  }

  /// Members of whom two lists tell (応招議員 and 出席議員) are one entry.
  private static func once(_ attendees: [Attendee]) -> [Attendee] {
    var known: [String: Int] = [:]
    var single: [Attendee] = []
    for attendee in attendees {
      guard attendee.hasFullName, let name = attendee.name else {
        single.append(attendee)
        continue
      }
      let key = PersonName.key(name)
      if let index = known[key], single[index].presence == attendee.presence,
        single[index].organisation == attendee.organisation, single[index].kind == attendee.kind,
        single[index].role == nil || attendee.role == nil || single[index].role == attendee.role
      {
        single[index].role = single[index].role ?? attendee.role
      } else {
        known[key] = single.count
        single.append(attendee)
      }
    }
    return single
  }

  static func read(_ parts: [HeadPart], in view: TextView) -> Reading {
    var walker = AttendanceWalker(view: view)
    for part in parts where part.kind == .present || part.kind == .absent {
      // Attendees: sign up at http…: no list.
      if part.words.first?.key.contains("://") ?? false { continue }
      let known = walker.reading.findings.count
      walker.walk(part)
      let isEmpty = walker.reading.attendees.isEmpty
      let comesAgain = parts.contains { $0.start > part.start && $0.label == part.label }
      if isEmpty, comesAgain {
        // 出席者：末尾に記載, and the list below.
        walker.reading.findings.removeSubrange(known...)
      }
    }
    walker.reading.attendees = once(walker.reading.attendees)
    return walker.reading
  }
}
