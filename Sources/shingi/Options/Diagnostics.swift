import Foundation

/// Messages for the person at the terminal: always on standard error, never among the results.
enum Diagnostics {
  static func write(_ message: String) {
    FileHandle.standardError.write(Data((message + "\n").utf8))
  }

  /// Progress on one line that is written over; only on a terminal.
  static func progress(_ message: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K\(message)".utf8))
  }

  /// Clears the line of progress.
  static func endProgress() {
    guard isatty(STDERR_FILENO) == 1 else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}

/// Results on standard output.
enum Output {
  static func write(_ text: String) {
    FileHandle.standardOutput.write(Data((text.hasSuffix("\n") ? text : text + "\n").utf8))
  }

  /// Colour only on a terminal, and never where NO_COLOR is set.
  static var allowsColour: Bool {
    isatty(STDOUT_FILENO) == 1 && (ProcessInfo.processInfo.environment["NO_COLOR"] ?? "").isEmpty
  }

  /// The width to which tables are cut: that of the terminal, or COLUMNS where it is exported; nil
  /// where standard output is neither, so that nothing is lost in a pipe.
  static var columns: Int? {
    let named = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init)
    if let named, named > 0 { return named }
    guard isatty(STDOUT_FILENO) == 1 else { return nil }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }
}
