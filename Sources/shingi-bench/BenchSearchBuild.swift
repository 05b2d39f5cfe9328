import ArgumentParser
import Deliberation
import Foundation
import JapaneseText
import Store

/// Fills an index with the statements of a file, one a line, for `make bench-search`.
struct BenchSearchBuild: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search-build", abstract: "Index the lines of a file as statements.")

  @Argument(help: "The statements, one a line.")
  var corpus: String

  @Option(help: "The index to make.")
  var index: String

  @Option(help: "Where to write the folded statements, one a line.")
  var folded: String?

  func run() async throws {
    let store = try RecordStore(path: index)
    let lines = try Lines(path: corpus)
    let output = folded.flatMap { fopen($0, "w") }
    let start = Date()
    let cpu = Usage.cpu()
    var apart = 0.0
    try store.loadForMeasuring(Meetings(lines: lines)) { scalars in
      guard let output else { return }
      let before = Usage.cpu()
      fputs(String(scalars) + "\n", output)
      apart += Usage.cpu() - before
    }
    if let output { fclose(output) }
    try store.optimize()
    let built = Date().timeIntervalSince(start) - apart
    let used = Usage.cpu() - cpu - apart
    let peak = Usage.peak()
    try store.close()
    print(
      """
      {"seconds": \(built), "cpu": \(used), "peak": \(peak)}
      """)
  }
}

/// Adds one meeting to an index, for `make bench-search`.
struct BenchSearchUpdate: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search-update", abstract: "Save one more meeting of 100 statements.")

  @Option(help: "The index.")
  var index: String

  func run() async throws {
    let store = try RecordStore(path: index)
    let cpu = Usage.cpu()
    let seconds = try Self.update(store)
    print("{\"seconds\": \(seconds), \"cpu\": \(Usage.cpu() - cpu)}")
    try store.close()
  }

  /// Seconds that saving one more meeting takes, of 100 statements, without its parsing.
  private static func update(_ store: RecordStore) throws -> Double {
    var text = ""
    var record = Deliberation.Record(
      source: RecordSource(file: "new.txt", sha256: "", reader: "text/1", parser: "1"))
    record.meeting.bodies = [["追加部会"]]
    record.meeting.number = 1
    record.meeting.date = CalendarDate(year: 2025, month: 4, day: 1)
    for number in 1...100 {
      let words = String(repeating: "第\(number)の計画について説明があり、委員から質問が出された。", count: 10)
      let from = text.unicodeScalars.count
      text += words + "\n"
      let count = words.unicodeScalars.count
      record.statements.append(
        Deliberation.Statement(
          order: number, label: nil, kind: .unknown, level: .verbatim, text: words,
          paragraphs: [TextSpan(0, count)], sentences: [TextSpan(0, count)],
          source: [SourceSegment(span: TextSpan(from, from + count), line: number, page: nil)]))
    }
    let file = SourceFile(
      path: "new.txt", bytes: Array(text.utf8), text: text, reader: "text/1", parser: "1",
      derivation: "1")
    record.source.sha256 = file.sha256
    let start = Date()
    _ = try store.save(file, records: [record])
    return Date().timeIntervalSince(start)
  }
}

/// A hundred lines each, a meeting every day and a half from 1950 on.
private struct Meetings: Sequence, IteratorProtocol {
  var lines: Lines
  var number = 0

  mutating func next() -> BulkMeeting? {
    var texts: [String] = []
    while texts.count < 100, let line = lines.next() { texts.append(line) }
    if texts.isEmpty { return nil }
    number += 1
    let month = number / 20
    return CalendarDate(
      year: 1950 + month / 12, month: month % 12 + 1, day: number % 20 + 1
    ).map { BulkMeeting(date: $0, texts: texts) }
  }
}

/// The lines of a file, read piece by piece.
private struct Lines: IteratorProtocol {
  private let file: FileHandle
  private var pending: [UInt8] = []
  private var at = 0
  private var isAtEnd = false

  init(path: String) throws {
    file = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
  }

  mutating func next() -> String? {
    while true {
      let start = at
      let line = pending.withUnsafeBufferPointer { pending -> (text: String, end: Int)? in
        guard let first = pending.baseAddress, start < pending.count,
          let end = memchr(first + start, 0x0A, pending.count - start)
        else { return nil }
        let count = UnsafeRawPointer(end) - UnsafeRawPointer(first + start)
        let bytes = UnsafeBufferPointer(start: first + start, count: count)
        return (String(decoding: bytes, as: UTF8.self), start + count)
      }
      if let line {
        at = line.end + 1
        return line.text
      }
      if isAtEnd { return nil }
      pending.removeFirst(at)
      at = 0
      let more = file.readData(ofLength: 1 << 20)
      isAtEnd = more.isEmpty
      pending += more
    }
  }
}

/// What this process has used.
enum Usage {
  /// CPU seconds.
  static func cpu() -> Double {
    let use = read()
    return seconds(use.ru_utime) + seconds(use.ru_stime)
  }

  /// Bytes of memory at most.
  static func peak() -> Int { read().ru_maxrss * 1_024 }

  private static func read() -> rusage {
    var use = rusage()
    #if canImport(Glibc)
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &use)
    #else
      getrusage(RUSAGE_SELF, &use)
    #endif
    return use
  }

  private static func seconds(_ time: timeval) -> Double {
    Double(time.tv_sec) + Double(time.tv_usec) / 1e6
  }
}
