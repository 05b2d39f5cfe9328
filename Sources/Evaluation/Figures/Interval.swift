/// A 95 % interval of a figure.
package struct Interval: Hashable, Sendable {
  package var low: Double
  package var high: Double

  package init(low: Double, high: Double) {
    self.low = low
    self.high = high
  }

  /// Wilson's score interval for a share (Wilson 1927); nil for none of none.
  package static func wilson(right: Int, of n: Int) -> Interval? {
    guard n > 0 else { return nil }
    let z = 1.959_963_984_540_054
    let count = Double(n)
    let share = Double(right) / count
    let centre = share + z * z / (2 * count)
    let spread = z * ((share * (1 - share) + z * z / (4 * count)) / count).squareRoot()
    let scale = 1 + z * z / count
    return Interval(
      low: max(0, (centre - spread) / scale), high: min(1, (centre + spread) / scale))
  }

  /// The percentile bootstrap of a statistic over units drawn with replacement (Efron 1979).
  ///
  /// The seed is fixed, so that two runs give the same figures. Draws for which the statistic is
  /// not defined are left out.
  ///
  /// - Parameters:
  ///   - count: How many units there are.
  ///   - draws: How many samples are drawn.
  ///   - statistic: The statistic of a sample, given as the indices of its units.
  /// - Returns: The interval; nil where there are fewer than two units.
  package static func bootstrap(
    _ count: Int, draws: Int = 1000, statistic: ([Int]) -> Double?
  ) -> Interval? {
    guard count > 1 else { return nil }
    var random = SplitMix64(seed: 20_250_513)
    var values: [Double] = []
    var sample = Array(repeating: 0, count: count)
    for _ in 0..<draws {
      for index in 0..<count { sample[index] = random.below(count) }
      if let value = statistic(sample) { values.append(value) }
    }
    guard !values.isEmpty else { return nil }
    values.sort()
    let last = Double(values.count - 1)
    return Interval(
      low: values[Int(0.025 * last)], high: values[Int((0.975 * last).rounded(.up))])
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): a small generator whose numbers are the same everywhere.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to `bound`, which is not reached.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }
}
