import Deliberation
import JapaneseText

/// What makes a meeting this meeting: the full paths of its bodies with session and number, else
/// with the date.
///
/// The key is a pure function of the record; only the sequence of several meetings on one day, and
/// of undated ones, is counted by the store.
struct MeetingKey: Hashable {
  /// Full paths, escaped, joined by `＋`; the name of the file where the record names no body.
  let bodies: String
  /// The names of the bodies that sat, escaped, joined by `＋`: the short form of addresses.
  let leaf: String
  let designator: MeetingDesignator

  /// The Diet counts its sessions since 1947 and is past 100; assemblies count theirs anew each
  /// year (令和6年第4回定例会), so that only the date tells two of their meetings apart.
  static let firstUniqueSession = 100

  init(_ record: Deliberation.Record) {
    let meeting = record.meeting
    let paths = meeting.bodies.filter { !$0.isEmpty }
    if paths.isEmpty {
      let name = record.source.file.split(separator: "/").last.map { String($0) } ?? "?"
      let stem = name.split(separator: ".").first.map { String($0) } ?? name
      bodies = Address.escaped(stem)
      leaf = bodies
    } else {
      bodies = paths.map { Address.path(of: $0) }.joined(separator: "＋")
      leaf = paths.map { Address.escaped($0.last ?? "") }.joined(separator: "＋")
    }
    let session = meeting.session.flatMap { $0 > 0 ? $0 : nil }
    let isYearly = session.map { $0 < Self.firstUniqueSession } ?? false
    if let number = meeting.number, number > 0, !(isYearly && meeting.date != nil) {
      designator = session.map { .sessionNumber(session: $0, number: number) } ?? .number(number)
    } else if let date = meeting.date {
      designator = .date(date, sequence: 1)
    } else {
      designator = .undated(sequence: 1)
    }
  }

  private init(bodies: String, leaf: String, designator: MeetingDesignator) {
    self.bodies = bodies
    self.leaf = leaf
    self.designator = designator
  }

  /// The key as it is kept in `identity.key`.
  var text: String { Address(body: bodies, meeting: designator).description }

  /// The addresses that the meeting may get, the shortest first: the leaf, else the full path.
  var addresses: [String] {
    let short = Address(body: leaf, meeting: designator).description
    return short == text ? [text] : [short, text]
  }

  /// Whether meetings of this body are told apart only by being counted.
  var isCounted: Bool {
    switch designator {
    case .number, .sessionNumber: false
    case .date, .undated: true
    }
  }

  /// The key by date of a meeting whose number another meeting of the same bodies bears already;
  /// nil where no date is known.
  ///
  /// Some bodies count their meetings anew each fiscal year.
  func dated(_ date: CalendarDate?) -> MeetingKey? {
    date.map { MeetingKey(bodies: bodies, leaf: leaf, designator: .date($0, sequence: 1)) }
  }

  /// The key of the nth meeting of the same day, or of the nth undated one.
  func sequenced(_ sequence: Int) -> MeetingKey {
    let next: MeetingDesignator =
      switch designator {
      case .number, .sessionNumber: designator
      case .date(let date, _): .date(date, sequence: sequence)
      case .undated: .undated(sequence: sequence)
      }
    return MeetingKey(bodies: bodies, leaf: leaf, designator: next)
  }

  /// The key that a text gives, where it is a meeting of the same bodies on the same day.
  func sameDay(as text: String) -> MeetingKey? {
    guard let address = try? Address.parse(text), address.body == bodies else { return nil }
    switch (designator, address.meeting) {
    case (.date(let mine, _), .date(let other, let sequence)) where mine == other:
      return sequenced(sequence)
    case (.undated, .undated(let sequence)): return sequenced(sequence)
    default: return nil
    }
  }
}
