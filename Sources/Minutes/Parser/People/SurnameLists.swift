import Deliberation
import JapaneseText

/// Lists that name their people by surname only, seen by the labels of the record.
///
/// 久保寺 alone can be a surname or 久保 with a given name of one sign. Where the labels write two
/// such names whole (久保寺委員) and none shorter, the list is one of surnames.
enum SurnameLists {
  /// The attendance with such names marked; nil where nothing shows that.
  static func marked(_ attendance: [Attendee], by pieces: [Piece]) -> [Attendee]? {
    let members = attendance.indices.filter { SpeakerKind(attendance[$0].kind).isMember }
    let doubtful = members.filter { isDoubtful(attendance[$0]) }
    guard doubtful.count >= 2,
      members.allSatisfy({ (attendance[$0].name?.scalars.count ?? 0) <= 3 })
    else { return nil }
    let names = Set(doubtful.compactMap { attendance[$0].name.map(PersonName.key) })
    var whole: Set<String> = []
    for piece in pieces {
      guard case .label(let label) = piece.role, let name = label.parts.name else { continue }
      let key = PersonName.key(name)
      if names.contains(key) {
        guard label.parts.role != nil else { return nil }
        whole.insert(key)
      } else if names.contains(where: { $0.hasPrefix(key) }) {
        return nil
      }
    }
    guard whole.count >= 2 else { return nil }
    var attendance = attendance
    for index in doubtful { attendance[index].isSurname = true }
    return attendance
  }

  private static func isDoubtful(_ attendee: Attendee) -> Bool {
    guard !attendee.isSurname, let name = attendee.name?.scalars else { return false }
    return name.count == 3 && name.allSatisfy(\.isKanji) && attendee.hasFullName
  }
}
