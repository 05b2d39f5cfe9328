import JapaneseText

/// The ids of amending laws, which e-Gov's texts name by their numbers only.
enum AmendingLaw {
  /// The id of a law by its number, by e-Gov's naming rule (guide law-xml); nil for a kind of rule
  /// that is not known.
  ///
  /// A number does not say who introduced a bill. Acts of members stand in `acts`; every other is
  /// taken for one of the cabinet, and `LawIndex` finds a supplement under each of the three forms.
  static func id(_ number: Scalars, acts: MemberActs) -> String? {
    // 令和五年六月二日法律第四〇号: the day is left out of the number.
    guard let year = number.firstIndex(of: "年") else { return nil }
    var rest = Scalars(number[(year + 1)...])
    if let day = rest.firstIndex(of: "日"), day < 8 { rest.removeFirst(day + 1) }
    guard let read = LawNumber.read(Scalars(number[...year]) + rest, at: 0)?.number,
      let era = eras[read.era]
    else { return nil }
    let head = "\(era)" + padded(read.year, 2)
    if read.kind == "法律" {
      return acts.id(year: head, number: read.number) ?? head + "AC0000000" + padded(read.number, 3)
    }
    if read.kind == "政令" { return head + "CO0000000" + padded(read.number, 3) }
    if read.kind == "勅令" { return head + "IO0000000" + padded(read.number, 3) }
    guard let bits = ministries[read.kind] else { return nil }
    // Since 2001 the ministries of today.
    let isOfToday = era == 5 || era == 4 && read.year >= 13
    let period = isOfToday ? "6" : era >= 3 ? "5" : nil
    return period.map { head + "M" + $0 + bits + padded(read.number, 3) }
  }

  /// An id with the form of the cabinet in place of that of either house: one key for an Act,
  /// whoever introduced it.
  static func key(_ id: String) -> String {
    let mark = id.dropFirst(3)
    guard mark.hasPrefix("AC1000000") || mark.hasPrefix("AC0100000") else { return id }
    return id.prefix(3) + "AC0000000" + mark.dropFirst(9)
  }

  private static func padded(_ value: Int, _ width: Int) -> String {
    String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
  }

  private static let eras = ["明治": 1, "大正": 2, "昭和": 3, "平成": 4, "令和": 5]

  /// The ministry in an id, without the digit of the period; of ids in e-Gov's list.
  private static let ministries = [
    "総務省令": "0000008", "郵政省令": "0001000", "内閣府令": "0000002", "総理府令": "0000002",
    "法務省令": "0000010", "外務省令": "0000020", "大蔵省令": "0000040", "財務省令": "0000040",
    "文部省令": "0000080", "文部科学省令": "0000080", "厚生省令": "0000100", "厚生労働省令": "0000100",
    "農林省令": "0010000", "農林水産省令": "0000200", "通商産業省令": "0000400",
    "経済産業省令": "0000400", "運輸省令": "0000800", "国土交通省令": "0000800",
    "労働省令": "0002000", "建設省令": "0004000", "自治省令": "0000008", "環境省令": "0001000",
    "防衛省令": "0002000", "復興庁令": "0000004", "デジタル庁令": "0004000", "内閣官房令": "0000001",
    "電波監理委員会規則": "0080000", "個人情報保護委員会規則": "0020000",
    "公正取引委員会規則": "0200000", "国家公安委員会規則": "0400000", "原子力規制委員会規則": "0080000",
    "公害等調整委員会規則": "0800000", "カジノ管理委員会規則": "2000000",
  ]
}

/// The Acts that members of either house introduced (議員立法), which their numbers do not tell.
package struct MemberActs: Sendable {
  private var ids: [String: String] = [:]

  /// - Parameter all: e-Gov's law ids with the form of either house.
  package init(_ all: [String] = []) {
    for id in all { ids[AmendingLaw.key(id)] = id }
  }

  /// The id of an Act by era and year as ids write them (`426`) and number.
  func id(year: String, number: Int) -> String? {
    ids[
      year + "AC0000000" + String(repeating: "0", count: max(0, 3 - "\(number)".count))
        + "\(number)"]
  }
}

extension MemberActs {
  /// Reads and checks `member-acts.json`, whose `about` describes the form.
  ///
  /// - Throws: `CatalogueError` for an id that has not the form of either house, or that stands twice.
  package static func load(
    json: [UInt8], file: String = "member-acts.json"
  ) throws(CatalogueError) -> MemberActs {
    let form: MemberActsForm = try decode(json, file: file, format: "shingi.memberActs/1")
    var seen: Set<String> = []
    for id in form.ids {
      guard id.count == 15, AmendingLaw.key(id) != id else {
        throw .invalid(file: file, entry: id, reason: "no id of an Act of either house")
      }
      guard seen.insert(AmendingLaw.key(id)).inserted else {
        throw .invalid(file: file, entry: id, reason: "it stands twice")
      }
    }
    return MemberActs(form.ids)
  }
}

private struct MemberActsForm: CatalogueForm {
  let format: String
  let ids: [String]
}
