/// What was found right, found wrong and missed, in one unit (a statement, an attendee).
package struct Tally: Hashable, Sendable {
  package var right = 0
  package var wrong = 0
  package var missed = 0

  package init(right: Int = 0, wrong: Int = 0, missed: Int = 0) {
    self.right = right
    self.wrong = wrong
    self.missed = missed
  }

  package static func + (left: Tally, right: Tally) -> Tally {
    Tally(
      right: left.right + right.right, wrong: left.wrong + right.wrong,
      missed: left.missed + right.missed)
  }

  package var precision: Double? { share(right, of: right + wrong) }
  package var recall: Double? { share(right, of: right + missed) }
  /// The harmonic mean of both; nil where there was nothing to find and nothing was found.
  package var f1: Double? { share(2 * right, of: 2 * right + wrong + missed) }

  private func share(_ part: Int, of whole: Int) -> Double? {
    whole > 0 ? Double(part) / Double(whole) : nil
  }
}

extension Sequence where Element == Tally {
  package var sum: Tally { reduce(Tally(), +) }
}

extension [Tally] {
  /// The sum of the units of a sample, which may name a unit several times.
  package func sum(of sample: [Int]) -> Tally {
    var sum = Tally()
    for index in sample {
      sum.right += self[index].right
      sum.wrong += self[index].wrong
      sum.missed += self[index].missed
    }
    return sum
  }
}

/// One line of the evaluation: a value with its interval and the counts behind it.
package struct Figure: Hashable, Sendable {
  /// The key for machines, in lowerCamelCase.
  package var key: String
  /// What is measured, for people.
  package var title: String
  /// What the value is: `F1`, `share` or `mean F1`.
  package var unit: String
  /// Nil where there was nothing to measure.
  package var value: Double?
  package var interval: Interval?
  /// What there was to find; for a share, what was looked at.
  package var n: Int
  package var precision: Double?
  package var recall: Double?
  package var right: Int
  package var wrong: Int
  /// Missed, or not determined.
  package var missed: Int

  /// An F1 over units, with a bootstrap interval.
  package init(_ key: String, _ title: String, units: [Tally]) {
    let sum = units.sum
    self.key = key
    self.title = title
    unit = "F1"
    value = sum.f1
    interval = sum.f1 == nil ? nil : Interval.bootstrap(units.count) { units.sum(of: $0).f1 }
    n = sum.right + sum.missed
    precision = sum.precision
    recall = sum.recall
    right = sum.right
    wrong = sum.wrong
    missed = sum.missed
  }

  /// The share of what is right, with Wilson's interval; what is not determined is not right.
  package init(_ key: String, _ title: String, share sum: Tally) {
    let n = sum.right + sum.wrong + sum.missed
    self.key = key
    self.title = title
    unit = "share"
    value = n > 0 ? Double(sum.right) / Double(n) : nil
    interval = Interval.wilson(right: sum.right, of: n)
    self.n = n
    precision = nil
    recall = nil
    right = sum.right
    wrong = sum.wrong
    missed = sum.missed
  }

  /// The share of errors among `n`: the smaller the better.
  package init(_ key: String, _ title: String, errors: Int, of n: Int) {
    self.key = key
    self.title = title
    unit = "error share"
    value = n > 0 ? Double(errors) / Double(n) : nil
    interval = Interval.wilson(right: errors, of: n)
    self.n = n
    precision = nil
    recall = nil
    right = n - errors
    wrong = errors
    missed = 0
  }

  /// The mean F1 over classes, each unit holding the tally of every class.
  package init<Class: Hashable>(
    _ key: String, _ title: String, classes: [Class], units: [[Class: Tally]]
  ) {
    let columns = classes.map { name in units.map { $0[name] ?? Tally() } }
    func mean(of sample: [Int]) -> Double? {
      let values = columns.compactMap { $0.sum(of: sample).f1 }
      return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
    }
    let sum = units.flatMap(\.values).sum
    self.key = key
    self.title = title
    unit = "mean F1"
    value = mean(of: Array(units.indices))
    interval = value == nil ? nil : Interval.bootstrap(units.count, statistic: mean)
    n = classes.count
    precision = nil
    recall = nil
    right = sum.right
    wrong = sum.wrong
    missed = sum.missed
  }
}
