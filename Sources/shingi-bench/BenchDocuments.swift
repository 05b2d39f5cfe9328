import Foundation
import Minutes

/// The documents of the benchmark: real ones by family, or made up; and larger ones put together
/// from their parts.
struct BenchDocuments {
  struct File {
    var name: String
    var bytes: [UInt8]
    /// The bytes of its text; nil where they are to be counted.
    var textBytes: Int?
  }

  /// Forms in which documents of any size are put together.
  enum Form: String, CaseIterable {
    case text, jsonl
  }

  let isReal: Bool
  private(set) var families: [(name: String, files: [File])] = []
  private let bulk: URL
  private static let limit = 10_000_000

  init(_ folder: URL) {
    bulk = folder.appending(path: "bulk")
    let dev = folder.appending(path: "minutes/dev")
    var groups: [String: [File]] = [:]
    for (folder, prefix) in [(dev, ""), (bulk.appending(path: "fsa"), "bulk "), (bulk, "bulk ")] {
      for path in Self.list(folder) {
        guard let data = try? Data(contentsOf: URL(filePath: path)) else { continue }
        let file = File(name: URL(filePath: path).lastPathComponent, bytes: Array(data))
        // A PDF is read by another program, whose time is not ours.
        guard let source = try? Readers.read(file.bytes, name: file.name),
          !source.reader.hasPrefix("pdf")
        else { continue }
        var counted = file
        counted.textBytes = source.scalars.reduce(0) { $0 + UTF8.width($1) }
        groups[prefix + source.reader, default: []].append(counted)
      }
    }
    isReal = !groups.isEmpty
    if !isReal {
      groups["made up text"] = (0..<20).map { index in
        File(name: "\(index).txt", bytes: Array(MadeUp.minutes(seed: index, turns: 400).utf8))
      }
    }
    families = groups.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private static func list(_ folder: URL) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().map { folder.appending(path: $0).path }.filter { path in
      (try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType)
        == .typeRegular
    }
  }

  /// The files of the ingest: those of `bulk`, or made-up ones in a folder.
  func files(in folder: URL) throws -> [String] {
    if isReal { return Self.list(bulk) + Self.list(bulk.appending(path: "fsa")) }
    return try (0..<40).map { index in
      let file = folder.appending(path: "\(index).txt")
      try MadeUp.minutes(seed: index, turns: 2000).write(
        to: file, atomically: true, encoding: .utf8)
      return file.path
    }
  }

  /// Files that together hold so much text, put together from the documents with a fixed seed.
  func recombined(_ form: Form, megabytes: Int) -> [File] {
    let wanted = megabytes * 1_000_000
    var files: [File] = []
    var made = 0
    var seed = 1
    while made < wanted {
      let size = min(Self.limit, wanted - made)
      guard let file = form == .text ? text(size, seed: seed) : lines(size, seed: seed) else {
        return []
      }
      files.append(file)
      made += size
      seed += 1
    }
    return files
  }

  /// One long record: the head of a document, then turns of all.
  private func text(_ size: Int, seed: Int) -> File? {
    let family = families.first { $0.name.hasSuffix(isReal ? "bulk text/1" : "text") }
    guard let files = family?.files, let first = files.first else { return nil }
    var random = Seeded(state: UInt64(seed))
    var bytes = Array(Self.turns(of: first).head)
    let turns = files.prefix(40).flatMap { Self.turns(of: $0).turns }
    guard !turns.isEmpty else { return nil }
    while bytes.count < size { bytes += turns[Int.random(in: turns.indices, using: &random)] }
    return File(name: "recombined-\(seed).txt", bytes: bytes)
  }

  /// The head of a text and its turns, cut before lines that begin with ○.
  private static func turns(of file: File) -> (head: ArraySlice<UInt8>, turns: [ArraySlice<UInt8>])
  {
    let mark = Array("\n○".utf8)
    var cuts: [Int] = []
    var at = 0
    while at + mark.count <= file.bytes.count {
      if file.bytes[at] == 0x0A, file.bytes[at..<(at + mark.count)].elementsEqual(mark) {
        cuts.append(at + 1)
      }
      at += 1
    }
    guard let first = cuts.first else { return (file.bytes[...], []) }
    let ends = cuts.dropFirst() + [file.bytes.count]
    return (file.bytes[..<first], zip(cuts, ends).map { file.bytes[$0..<$1] })
  }

  /// Many meetings of the Diet, whole ones in any order.
  private func lines(_ size: Int, seed: Int) -> File? {
    guard let file = families.first(where: { $0.name == "bulk jsonl/1" })?.files.first else {
      return nil
    }
    var groups: [[ArraySlice<UInt8>]] = []
    var last: ArraySlice<UInt8> = []
    for line in file.bytes.split(separator: 0x0A) {
      // {"id": "121303815X01320240730_000": speeches of one meeting stand together.
      let key = line.prefix(30)
      if key == last, !groups.isEmpty {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
      last = key
    }
    var random = Seeded(state: UInt64(seed))
    let share = Double(file.textBytes ?? file.bytes.count) / Double(file.bytes.count)
    var bytes: [UInt8] = []
    while Double(bytes.count) * share < Double(size) {
      for line in groups[Int.random(in: groups.indices, using: &random)] {
        bytes += line
        bytes.append(0x0A)
      }
    }
    return File(name: "recombined-\(seed).jsonl", bytes: bytes)
  }
}

/// Numbers that are the same for the same seed (SplitMix64).
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}

/// Minutes of councils that do not exist.
enum MadeUp {
  private static let names = ["青木 波", "石井 岬", "白川 渚", "林田 葵", "赤石 湊", "黒田 汀"]
  private static let starts = ["水門の開閉基準については、", "費用の負担に関して申し上げると、", "資料の説明によれば、", "前回の意見のとおり、"]
  private static let ends = [
    "見直すことに賛成である。", "懸念が残ると考える。", "どのように定めるのか教えていただきたい。", "引き続き検討していただきたい。",
    "ご指摘のとおりと考えている。",
  ]

  static func minutes(seed: Int, turns: Int) -> String {
    var random = Seeded(state: UInt64(seed) &+ 1)
    var text = """
      架空審議会水路部会（第\(seed + 1)回）議事録

      １　日時　令和13年\(seed % 12 + 1)月\(seed % 28 + 1)日　10時00分～12時00分
      ２　場所　架空会館
      ３　出席者
      （委員）
      \(names.map { $0 + "（委員）" }.joined(separator: "\n"))
      ４　議題
      （１）水門の開閉基準について
      ５　議事


      """
    for _ in 0..<turns {
      let name = names.randomElement(using: &random) ?? ""
      text += "○\(name.split(separator: " ").first ?? "")委員　"
      for _ in 0..<Int.random(in: 1...8, using: &random) {
        text +=
          (starts.randomElement(using: &random) ?? "") + (ends.randomElement(using: &random) ?? "")
      }
      text += "\n"
    }
    return text
  }
}
