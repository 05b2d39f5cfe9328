import Dispatch
import Foundation

/// A foreign program that works on a file, within limits of time, memory and output.
enum ChildProcess {
  struct Limits {
    /// Processor time.
    var seconds = 60
    /// What the wall clock may show beyond the processor time, in seconds.
    var grace = 60
    /// Address space in KiB.
    var memory = 2_000_000
    /// The largest file that may be written, in MiB.
    var output = 256
  }

  /// What the program did; `output` is what it wrote.
  struct Result {
    let status: Int32
    let output: [UInt8]
    let messages: String
    let wasStopped: Bool
    /// It wrote as much as it may, so something is missing, whatever its status says: a parent that
    /// ignores SIGXFSZ makes the child ignore it too.
    let isFull: Bool
  }

  /// Runs `command` in a POSIX shell with `$1` the input file and `$2` the output file.
  ///
  /// Both lie in a folder of their own that is removed at the end. The program inherits no input.
  /// Throws `.toolFailed` where no folder or process can be made.
  static func run(
    _ command: String, tool: String, input: [UInt8], limits: Limits = Limits()
  ) throws(ReadError) -> Result {
    do {
      return try start(command, input: input, limits: limits)
    } catch {
      throw .toolFailed(tool: tool, detail: "it could not be started: \(error)")
    }
  }

  private static func start(
    _ command: String, input: [UInt8], limits: Limits
  ) throws -> Result {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appendingPathComponent("shingi-\(UUID().uuidString)")
    try manager.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? manager.removeItem(at: folder) }
    let source = folder.appendingPathComponent("input")
    let target = folder.appendingPathComponent("output")
    let messages = folder.appendingPathComponent("messages")
    try Data(input).write(to: source)
    _ = manager.createFile(atPath: messages.path, contents: nil)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = [
      "-c",
      """
      ulimit -v \(limits.memory) 2>/dev/null
      ulimit -t \(limits.seconds)
      ulimit -f \(limits.output * 2048)
      \(command)
      """, "sh", source.path, target.path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: messages)
    let ended = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in ended.signal() }
    try process.run()
    let wasStopped =
      ended.wait(timeout: .now() + .seconds(limits.seconds + limits.grace)) == .timedOut
    if wasStopped {
      process.terminate()
      _ = ended.wait(timeout: .now() + .seconds(2))
    }
    let said = manager.contents(atPath: messages.path)?.prefix(4096) ?? Data()
    let output = manager.contents(atPath: target.path).map { [UInt8]($0) } ?? []
    return Result(
      status: wasStopped ? -1 : process.terminationStatus, output: output,
      messages: String(decoding: said, as: UTF8.self), wasStopped: wasStopped,
      isFull: output.count >= limits.output << 20)
  }
}
