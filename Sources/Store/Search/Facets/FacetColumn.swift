/// The values that rows have in one field, each row any number of them.
///
/// Rows with the same values share a code, so that counting a set of rows is one pass over integers
/// and a shorter one over the codes that occurred.
struct FacetColumn: Sendable {
  /// A value as it is shown.
  struct Name: Sendable {
    var key: String
    var label: String
  }

  /// The code of each row.
  private(set) var codes: [UInt32] = []
  /// Where the values of each code begin in `values`, and behind the last where they end.
  private(set) var starts: [UInt32] = [0]
  private(set) var values: [UInt32] = []
  /// The values, by label and key.
  private(set) var names: [Name] = []

  var codeCount: Int { starts.count - 1 }

  /// Adds what rows counted by code have to the counts of the values, and to those without any.
  func add(_ counts: [UInt32], to tally: inout FacetTally) {
    for code in counts.indices where counts[code] > 0 {
      let range = Int(starts[code])..<Int(starts[code + 1])
      if range.isEmpty { tally.without += Int(counts[code]) }
      for place in range { tally.counts[Int(values[place])] += counts[code] }
    }
  }

  /// Counts rows.
  func tally(_ rows: [UInt32]) -> FacetTally {
    var counts = [UInt32](repeating: 0, count: codeCount)
    codes.withUnsafeBufferPointer { codes in
      for row in rows { counts[Int(codes[Int(row)])] += 1 }
    }
    return tally(byCode: counts)
  }

  /// Counts by codes that were counted already.
  func tally(byCode counts: [UInt32]) -> FacetTally {
    var tally = FacetTally(counts: [UInt32](repeating: 0, count: names.count))
    add(counts, to: &tally)
    return tally
  }

  /// Gathers a column row by row.
  struct Builder {
    private var codes: [UInt32] = []
    private var starts: [UInt32] = [0]
    private var values: [UInt32] = []
    private var known: [[UInt32]: UInt32] = [:]
    private var numbers: [String: UInt32] = [:]
    private var names: [Name] = []

    init(rows: Int) { codes.reserveCapacity(rows) }

    /// The number of a value by its key; of several labels the first in order stays.
    mutating func number(_ key: String, label: String) -> UInt32 {
      if let number = numbers[key] {
        if label < names[Int(number)].label { names[Int(number)].label = label }
        return number
      }
      let number = UInt32(names.count)
      numbers[key] = number
      names.append(Name(key: key, label: label))
      return number
    }

    /// Changes how values are shown.
    mutating func rename(_ change: (inout Name) -> Void) {
      for index in names.indices { change(&names[index]) }
    }

    /// Adds a row with the numbers of its values, in any order.
    mutating func add(_ numbers: [UInt32]) { codes.append(code(numbers)) }

    /// The code of some values.
    private mutating func code(_ numbers: [UInt32]) -> UInt32 {
      var set = numbers
      if set.count > 1 {
        set.sort()
        set = set.indices.filter { $0 == 0 || set[$0] != set[$0 - 1] }.map { set[$0] }
      }
      if let code = known[set] { return code }
      let code = UInt32(starts.count - 1)
      known[set] = code
      values += set
      starts.append(UInt32(values.count))
      return code
    }

    /// The column, with its values in the order in which they are shown.
    func column() -> FacetColumn {
      let order = names.indices.sorted {
        (names[$0].label, names[$0].key) < (names[$1].label, names[$1].key)
      }
      var places = [UInt32](repeating: 0, count: names.count)
      for (place, number) in order.enumerated() { places[number] = UInt32(place) }
      var column = FacetColumn()
      column.codes = codes
      column.starts = starts
      column.values = values.map { places[Int($0)] }
      column.names = order.map { names[$0] }
      return column
    }
  }
}

/// Rows counted by value.
struct FacetTally: Sendable {
  var counts: [UInt32]
  /// Rows that have no value.
  var without = 0

  /// The facet with its most frequent values, or those first in the order of the column, from
  /// behind: the newest years.
  func facet(_ field: FacetField, _ names: [FacetColumn.Name], limit: Int) -> Facet {
    var total = 0
    var best: [(count: UInt32, value: Int)] = []
    let isByCount = field != .year
    for (value, count) in counts.enumerated() where count > 0 {
      total += 1
      let rank = isByCount ? count : UInt32(value)
      let last = best.last.map { isByCount ? $0.count : UInt32($0.value) }
      if best.count >= limit {
        guard limit > 0, let last, rank > last else { continue }
        best.removeLast()
      }
      let place = best.firstIndex { (isByCount ? $0.count : UInt32($0.value)) < rank }
      best.insert((count, value), at: place ?? best.count)
    }
    let values = best.map { entry in
      FacetValue(
        key: names[entry.value].key, label: names[entry.value].label, count: Int(entry.count))
    }
    return Facet(field: field, values: values, total: total, without: without)
  }
}
