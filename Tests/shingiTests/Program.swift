import Foundation

/// The built program, run as a user runs it.
struct Program {
  /// What one run gave back.
  struct Result {
    var output: String
    var errors: String
    var status: Int32
  }

  /// A folder of its own, so that runs do not see each other's index.
  let folder: URL
  var environment: [String: String] = [:]

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "shingi-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  var index: URL { folder.appending(path: "index.sqlite") }

  /// The root of the project, found from this file.
  static let project = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The material beside the project; tests that need it are skipped where it is absent.
  static let shared = project.appending(path: "../shared/data").standardizedFileURL

  static var hasShared: Bool { FileManager.default.fileExists(atPath: shared.path) }

  /// The program lies beside the test bundle in the build folder.
  private static var executable: URL {
    let bundle =
      (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
      ?? CommandLine.arguments[0]
    return URL(filePath: bundle).deletingLastPathComponent().appending(path: "shingi")
  }

  /// Runs the program in the test's folder with its own index.
  func run(_ arguments: String..., input: Data? = nil) throws -> Result {
    try run(arguments, input: input)
  }

  /// Runs the program with arguments in an array.
  func run(_ arguments: [String], input: Data? = nil) throws -> Result {
    let process = Process()
    process.executableURL = Self.executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    var variables = ProcessInfo.processInfo.environment
    variables["SHINGI_INDEX"] = index.path
    variables["SHINGI_CORPUS"] = Self.project.appending(path: "Corpus").path
    variables.merge(environment) { $1 }
    process.environment = variables

    let outputFile = folder.appending(path: "stdout-\(UUID().uuidString)")
    let errorFile = folder.appending(path: "stderr-\(UUID().uuidString)")
    for file in [outputFile, errorFile] {
      try Data().write(to: file)
    }
    process.standardOutput = try FileHandle(forWritingTo: outputFile)
    process.standardError = try FileHandle(forWritingTo: errorFile)
    let inputFile = folder.appending(path: "stdin-\(UUID().uuidString)")
    try (input ?? Data()).write(to: inputFile)
    process.standardInput = try FileHandle(forReadingFrom: inputFile)
    try process.run()
    process.waitUntilExit()
    return Result(
      output: String(decoding: try Data(contentsOf: outputFile), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self),
      status: process.terminationStatus)
  }

  /// Writes a file into the test's folder and gives its path.
  func write(_ name: String, _ text: String) throws -> String {
    try write(name, Data(text.utf8))
  }

  /// Writes bytes into the test's folder and gives the path.
  func write(_ name: String, _ bytes: Data) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try bytes.write(to: file)
    return file.path
  }

  /// Removes the folder; call it at the end of a test.
  func cleanUp() {
    try? FileManager.default.removeItem(at: folder)
  }
}
