import JapaneseText

/// Lines and phrases that name several items of the day (日程第２及び日程第３, 日程第２から日程第７まで).
enum DayNumbers {
  /// The numbers of a line on which nothing else stands; nil for other lines.
  static func line(_ scalars: Scalars, _ span: TextSpan) -> [Int]? {
    var offset = span.from
    var numbers: [Int] = []
    var isRange = false
    while offset < span.to {
      if scalars[offset].isBlank || "、，・".unicodeScalars.contains(scalars[offset]) {
        offset += 1
      } else if let joint = joints.first(where: { scalars.starts($0, at: offset) }) {
        isRange = joint == ranges[0] || joint == ranges[1] || joint == ranges[2]
        offset += joint.count
      } else if let (number, end) = reference(scalars, offset, span.to) {
        append(number, isRange: isRange, to: &numbers)
        isRange = false
        offset = end
      } else {
        return nil
      }
    }
    return numbers.isEmpty ? nil : numbers
  }

  /// The numbers that a sentence names, ranges filled up.
  static func sentence(_ scalars: Scalars, _ span: TextSpan) -> [Int] {
    var numbers: [Int] = []
    var offset = span.from
    var behind: Int?
    while offset < span.to {
      guard scalars[offset] == "日" || scalars[offset] == "議", !isAdded(scalars, offset),
        let (number, end) = reference(scalars, offset, span.to)
      else {
        offset += 1
        continue
      }
      let between = behind.map { TextSpan($0, offset) }
      if let between, has("終わ", scalars, between) || has("終了", scalars, between) { numbers = [] }
      let isRange = between.map { has("から", scalars, $0) } ?? false
      append(
        number, isRange: isRange && has("まで", scalars, TextSpan(end, span.to)), to: &numbers)
      behind = end
      offset = end
    }
    return numbers
  }

  /// 追加日程 is counted by itself.
  private static func isAdded(_ scalars: Scalars, _ offset: Int) -> Bool {
    offset >= 2 && scalars[offset - 2] == "追" && scalars[offset - 1] == "加"
  }

  private static func has(_ word: String, _ scalars: Scalars, _ span: TextSpan) -> Bool {
    scalars.firstOffset(of: word.scalars, from: span.from, to: span.to) != nil
  }

  private static func append(_ number: Int, isRange: Bool, to numbers: inout [Int]) {
    if isRange, let last = numbers.last, number > last, number - last < 200 {
      numbers += Array((last + 1)...number)
    } else if !numbers.contains(number) {
      numbers.append(number)
    }
  }

  /// 日程第２, 日程２, 議事日程第２, and where it ends.
  private static func reference(_ scalars: Scalars, _ start: Int, _ end: Int) -> (Int, Int)? {
    var offset = start
    if scalars.starts(agenda, at: offset) { offset += 2 }
    guard scalars.starts(day, at: offset) else { return nil }
    return AgendaMark.reference(scalars, offset + 2, end)
  }

  private static let agenda = "議事".scalars
  private static let day = "日程".scalars
  private static let ranges = ["から", "～", "〜"].map(\.scalars)
  private static let joints = ranges + ["及び", "および", "並びに", "ならびに", "まで", "と"].map(\.scalars)
}
