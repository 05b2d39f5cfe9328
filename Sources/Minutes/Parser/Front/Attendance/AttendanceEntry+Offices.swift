import Deliberation
import JapaneseText

/// Offices beside a name, and names that an office or an organisation leads.
extension AttendanceEntry {
  /// `寺畑未知局総務課長`: a name and a post that nothing parts are kept together.
  mutating func takeWhole(_ line: HeadLine, in view: TextView) -> Bool {
    guard line.columns().count == 1, (4...30).contains(line.count), role == nil,
      let end = NameEvidence.roleEnd(line.key), line.count - end.start >= 2, end.start > 0,
      line.key.allSatisfy({ NameEvidence.isNameScalar($0) || $0.isASCII })
    else { return false }
    role = HeadText.compact(line.span, in: view)
    isWhole = !NameEvidence.beginsOffice(line.key, at: 0)
    return true
  }

  /// `市長（今泉文彦）`: an office with the name in brackets.
  mutating func takeOffice(_ line: HeadLine, of inner: String, in view: TextView) -> Bool {
    guard line.columns().count == 1, NameEvidence.isRole(line.key),
      NameEvidence.exactRole(line.key) != nil || NameEvidence.beginsOffice(line.key, at: 0)
    else { return false }
    name = inner
    role = HeadText.compact(line.span, in: view)
    organisation = nil
    return true
  }

  /// A cell that tells whether somebody came: 出席, 欠席.
  mutating func takesPresence(_ cell: HeadLine) -> Bool {
    switch cell.key {
    case Self.came: return true
    case Self.stayedAway:
      presence = .absent
      return true
    default: return false
    }
  }

  static let came = HeadLine.fold("出席")

  static let stayedAway = HeadLine.fold("欠席")

  /// `国土交通省　伊藤　住宅局住宅生産課長`, `公共料金専門調査会　古城座長`: the organisation, then one of its people.
  mutating func takeBehindBody(
    _ columns: [HeadLine], _ line: HeadLine, in view: TextView
  ) -> Bool {
    let first = columns[0]
    let rest = line.part(first.count, line.count)
    let isMinistry = NameEvidence.lexicon.ministries.value(of: first.key) != nil
    let isBody =
      first.count >= 5
      && NameEvidence.lexicon.titleWords["suffix"]?.suffix(
        of: first.key, from: 0, to: first.count) != nil
    let isOffice =
      first.count >= 3 && NameEvidence.isDepartment(first.key)
      && NameEvidence.beginsOffice(first.key, at: 0) && rest.columns().count == 1
      && NameEvidence.gluedPost(rest.key, full: false) != nil
    var inner = AttendanceEntry(source: source)
    inner.isFullList = isFullList
    guard isMinistry && columns.count > 2 || isOffice || isBody && NameEvidence.isSeated(rest),
      inner.takeColumns(rest, isHonoured: false, in: view), inner.name != nil,
      inner.organisation == nil
    else { return false }
    name = inner.name
    role = role ?? inner.role
    isGlued = inner.isGlued
    organisation = HeadText.name(view.scalars(first.span))
    return true
  }

  /// `委員（教育長）　尾形　完治`: a seat with an office in brackets, then the name; gives the name.
  mutating func takeSeatWithOffice(_ line: HeadLine, in view: TextView) -> String? {
    guard let open = line.key.firstIndex(of: "("), open >= 2, let close = line.close(of: open),
      close < line.count, line.gap(before: close),
      NameEvidence.exactRole(Array(line.key[..<open])) != nil
        || NameEvidence.isRole(Array(line.key[..<open]))
          && NameEvidence.beginsOffice(line.key, at: 0),
      NameEvidence.isRole(Array(line.key[(open + 1)..<(close - 1)]))
    else { return nil }
    let rest = line.part(close, line.count).withoutHonorific
    guard rest.count >= 2, NameEvidence.isName(rest) else { return nil }
    let office = Array(line.key[(open + 1)..<(close - 1)])
    let inner = HeadText.compact(line.span(open + 1, close - 1), in: view)
    let presides = ["chair", "deputyChair"].contains(NameEvidence.exactRole(office))
    role = presides ? inner : HeadText.compact(line.span(0, open), in: view) + "（\(inner)）"
    return Self.display(rest, in: view)
  }

  /// `藤井（千）委員`: the hint joins the surname, as in 藤井千委員.
  mutating func withoutHint(_ line: HeadLine) -> HeadLine {
    guard let open = line.key.firstIndex(of: "("), (1...3).contains(open),
      let close = line.close(of: open), (3...4).contains(close - open), close < line.count,
      line.key[(open + 1)..<(close - 1)].allSatisfy({ $0.isKanji || $0.isKana }),
      line.key[..<open].allSatisfy(\.isKanji),
      NameEvidence.exactRole(Array(line.key[close...])).map({ $0 != "post" }) ?? false
    else { return line }
    isSurname = true
    return line.without("()")
  }
}
