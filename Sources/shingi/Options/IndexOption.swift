import ArgumentParser
import Foundation
import Store

/// Which index to work on.
struct IndexOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The index file (default: $SHINGI_INDEX, else ./Index/shingi.sqlite, else the XDG data folder).",
      valueName: "file"))
  var index: String?

  /// The path in use.
  var path: String {
    let environment = ProcessInfo.processInfo.environment
    if let index { return index }
    if let named = environment["SHINGI_INDEX"], !named.isEmpty { return named }
    let local = "Index/shingi.sqlite"
    if FileManager.default.fileExists(atPath: local) { return local }
    let data = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
    let home = data ?? (environment["HOME"] ?? NSHomeDirectory()) + "/.local/share"
    return home + "/shingi/shingi.sqlite"
  }

  /// Opens the index to ask it.
  func reader() throws -> RecordStore {
    try RecordStore(path: path, readOnly: true)
  }

  /// Opens the index to change it, and makes it where there is none.
  func writer() throws -> RecordStore {
    try RecordStore(path: path)
  }
}
