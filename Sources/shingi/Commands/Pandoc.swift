import ArgumentParser
import Foundation

/// Word files, by pandoc where it is installed.
enum Pandoc {
  /// Writes an HTML page as a Word file.
  ///
  /// - Throws: `ValidationError` that says what to install, or what pandoc said.
  static func write(_ html: String, to path: String) throws {
    guard let program else {
      throw ValidationError(
        """
        a Word file needs pandoc, which is not on PATH. Install it (Debian, Ubuntu: sudo apt-get \
        install pandoc; macOS: brew install pandoc), or write --format html, which Word opens too.
        """)
    }
    let process = Process()
    process.executableURL = program
    process.arguments = [
      "--from", "html", "--to", "docx", "--metadata", "lang=ja", "--output",
      URL(filePath: path).path,
    ]
    let input = Pipe()
    let messages = FileManager.default.temporaryDirectory
      .appending(path: "shingi-pandoc-\(UUID().uuidString)")
    try Data().write(to: messages)
    defer { try? FileManager.default.removeItem(at: messages) }
    process.standardInput = input
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: messages)
    signal(SIGPIPE, SIG_IGN)
    try process.run()
    try? input.fileHandleForWriting.write(contentsOf: Data(html.utf8))
    try? input.fileHandleForWriting.close()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let said = (try? String(contentsOf: messages, encoding: .utf8)) ?? ""
      throw ValidationError(
        "pandoc could not write \(path) (status \(process.terminationStatus)): \(said.prefix(400))")
    }
  }

  /// The first `pandoc` on PATH.
  private static var program: URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(filePath: String($0)).appending(path: "pandoc") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
