import ArgumentParser
import Deliberation
import Foundation
import Minutes

/// The memory that reader and parser take, against the bound: 20 times the file and 64 MB.
struct BenchMemory: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "memory",
    abstract: "Check that reading and parsing a file takes at most 20 times its size and 64 MB.",
    discussion: """
      Made-up minutes in several formats and sizes, and hostile files; each in a process of its own, \
      whose highest resident size counts beyond what it had before it began. Fails where the bound \
      does not hold. Linux only.
      """)

  @Option(help: "Sizes in megabytes.")
  var sizes: [Int] = [1, 10]

  @Option(help: .hidden)
  var only: String?

  @Option(help: .hidden)
  var size = 1

  func run() throws {
    if let only, let form = Form(rawValue: only) { return measure(form) }
    print("form         MB file   MB peak  MB bound")
    var held = true
    for form in Form.allCases {
      for size in sizes { held = try check(form, size) && held }
    }
    guard held else { throw ExitCode.failure }
  }

  private func check(_ form: Form, _ size: Int) throws -> Bool {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: CommandLine.arguments[0])
    process.arguments = ["memory", "--only", form.rawValue, "--size", "\(size)"]
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let figures = line.split(separator: " ").compactMap { Double($0) }
    guard process.terminationStatus == 0, figures.count == 2 else {
      print(BenchTime.cell(form.rawValue, 12), "failed")
      return false
    }
    let bound = figures[0] * 20 + 64
    print(
      BenchTime.cell(form.rawValue, 12), BenchTime.cell(figures[0], 7),
      BenchTime.cell(figures[1], 9), BenchTime.cell(bound, 9),
      figures[1] > bound ? "  exceeded" : "")
    return figures[1] <= bound
  }

  /// Prints the megabytes of the file and of the memory that it took.
  private func measure(_ form: Form) {
    let bytes = form.file(bytes: size * 1_000_000)
    BenchTime.resetPeak()
    let before = BenchTime.residentMegabytes
    if let source = try? Readers.read(bytes, name: form.rawValue) {
      _ = try? Parser.records(in: source, file: form.rawValue, sha256: "0")
    }
    print(Double(bytes.count) / 1e6, max(0, BenchTime.peakMegabytes - before))
  }
}

extension BenchMemory {
  /// What the files are: made-up minutes, then hostile ones.
  enum Form: String, CaseIterable {
    case text, html, json
    case oneLine, brackets, nested, tags, marks, numbers

    func file(bytes size: Int) -> [UInt8] {
      switch self {
      case .text: return Array(minutes(size).utf8)
      case .html:
        let lines = minutes(size).split(separator: "\n", omittingEmptySubsequences: false)
        return Array(("<html><body>" + lines.map { "<p>\($0)</p>" }.joined(separator: "\n")).utf8)
      case .json:
        let turn = #"{"speaker":"青木委員","text":"水門の開閉基準については、見直すことに賛成である。"},"#
        return Array(("[" + repeated(turn, size).dropLast() + "]").utf8)
      case .oneLine: return Array(("○青木委員　" + repeated("水門の話である。", size)).utf8)
      case .brackets: return Array(("○青木委員　" + repeated("（「【", size)).utf8)
      case .nested: return Array(repeated("<div><span>", size).utf8)
      case .tags: return Array(("<p>○青木委員　" + repeated("<b>水</b><br>", size)).utf8)
      case .marks: return Array(repeated("○\n", size).utf8)
      case .numbers: return Array(repeated("第一の二の三（一）①", size).utf8)
      }
    }

    private func minutes(_ size: Int) -> String {
      var text = ""
      var seed = 0
      while text.utf8.count < size {
        text += MadeUp.minutes(seed: seed, turns: 400)
        seed += 1
      }
      return text
    }

    private func repeated(_ words: String, _ size: Int) -> String {
      String(repeating: words, count: size / words.utf8.count)
    }
  }
}
