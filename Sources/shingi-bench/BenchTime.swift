import Foundation

/// Clocks, memory and columns of the benchmarks.
enum BenchTime {
  static func seconds(since start: ContinuousClock.Instant) -> Double {
    let duration = ContinuousClock.now - start
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  /// One run of a body that returns the bytes that it worked on.
  static func once(_ body: () -> Int) -> (bytes: Int, seconds: Double) {
    let start = ContinuousClock.now
    let bytes = body()
    return (bytes, seconds(since: start))
  }

  /// Runs until so many seconds have gone by, at least twice, the first run not counted.
  static func repeated(
    seconds wanted: Double, _ body: () -> Int
  ) -> (bytes: Int, seconds: Double, runs: Int) {
    _ = body()
    let start = ContinuousClock.now
    var bytes = 0
    var runs = 0
    repeat {
      bytes += body()
      runs += 1
    } while seconds(since: start) < wanted
    return (bytes, seconds(since: start), runs)
  }

  /// Forgets the highest resident size so far (Linux).
  static func resetPeak() {
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
  }

  /// The highest resident size since then, in megabytes; 0 where the system does not tell.
  static var peakMegabytes: Double { status("VmHWM") }

  /// The resident size, in megabytes.
  static var residentMegabytes: Double { status("VmRSS") }

  private static func status(_ field: String) -> Double {
    guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
      let line = status.split(separator: "\n").first(where: { $0.hasPrefix(field) }),
      let kilobytes = line.split(whereSeparator: { !$0.isNumber }).first.flatMap({ Double($0) })
    else { return 0 }
    return kilobytes * 1024 / 1e6
  }

  static func cell(_ text: String, _ width: Int) -> String {
    text.padding(toLength: max(width, text.count), withPad: " ", startingAt: 0)
  }

  static func cell(_ number: Int, _ width: Int) -> String { right("\(number)", width) }

  static func cell(_ number: Double, _ width: Int) -> String {
    right(String(format: "%.1f", number), width)
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
