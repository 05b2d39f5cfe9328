import Foundation

/// Structured sources beside the project, each stripped to plain text.
enum StrippedSources {
  enum Family: String, CaseIterable, Sendable {
    case dietLines, dietXML, discussNet, voices, tokyo
  }

  static func all(_ family: Family, in shared: URL) throws -> [StrippedSource] {
    let dev = shared.appending(path: "minutes/dev")
    switch family {
    case .dietLines: return try dietLines(shared.appending(path: "bulk/diet_dedup.jsonl"))
    case .dietXML:
      return try ["diet_212-end.xml", "diet_212-plane.xml"].flatMap {
        try dietXML(dev.appending(path: $0))
      }
    case .discussNet:
      return try files(dev, "_discussnet.json").map(discussNet)
    case .voices: return try files(dev, ".js").map(voices)
    case .tokyo: return try tokyo(dev.appending(path: "tokyo_olympic.json"))
    }
  }

  private static func files(_ folder: URL, _ ending: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(ending) }.map { folder.appending(path: $0) }
  }

  private static func json(_ data: Data) throws -> [String: Any] {
    try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// Whole meetings of the Diet, which begin with 会議録情報.
  private static func dietLines(_ file: URL) throws -> [StrippedSource] {
    var sources: [StrippedSource] = []
    var last = ""
    var isWhole = false
    for line in try Data(contentsOf: file).split(separator: 0x0A) {
      let speech = try json(Data(line))
      let id = (speech["id"] as? String ?? "").prefix { $0 != "_" }
      let speaker = speech["speaker"] as? String ?? ""
      let words = speech["text"] as? String ?? ""
      if id != last {
        last = String(id)
        isWhole = speaker == "会議録情報"
        guard isWhole else { continue }
        var source = StrippedSource(name: "\(id).txt")
        let issue = (speech["meeting_info"] as? [String: Any])?["issue"] as? String ?? ""
        source.add(
          "第\(speech["session"] ?? "")回国会　\(speech["house"] ?? "")　\(speech["committee"] ?? "")　\(issue)"
        )
        source.add(words)
        sources.append(source)
      } else if isWhole {
        sources[sources.count - 1].add(speech: words, by: speaker, label: nil)
      }
    }
    return sources
  }

  private static func dietXML(_ file: URL) throws -> [StrippedSource] {
    let text = try String(contentsOf: file, encoding: .utf8)
    return text.components(separatedBy: "<meetingRecord>").dropFirst().enumerated().map {
      index, record in
      var source = StrippedSource(name: "\(file.lastPathComponent)-\(index + 1).txt")
      source.add(
        "第\(element("session", record))回国会　\(element("nameOfHouse", record))　"
          + "\(element("nameOfMeeting", record))　\(element("issue", record))")
      for speech in record.components(separatedBy: "<speechRecord>").dropFirst() {
        let speaker = element("speaker", speech)
        if speaker == "会議録情報" {
          source.add(element("speech", speech))
        } else {
          source.add(speech: element("speech", speech), by: speaker, label: nil)
        }
      }
      return source
    }
  }

  private static func element(_ name: String, _ xml: String) -> String {
    guard let from = xml.range(of: "<\(name)>"),
      let to = xml.range(of: "</\(name)>", range: from.upperBound..<xml.endIndex)
    else { return "" }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#13;", ""), ("&amp;", "&")].reduce(
      String(xml[from.upperBound..<to.lowerBound])
    ) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
  }

  private static func discussNet(_ file: URL) throws -> StrippedSource {
    let value = try json(Data(contentsOf: file))
    var source = StrippedSource(name: file.lastPathComponent)
    for minute in value["tenant_minutes"] as? [[String: Any]] ?? [] {
      var words = minute["body"] as? String ?? ""
      for tag in ["<pre>", "</pre>"] { words = words.replacingOccurrences(of: tag, with: "") }
      if let first = words.first, "○◆◎".contains(first) {
        source.add(speech: words, by: named(minute["title"] as? String ?? ""), label: nil)
      } else {
        source.add(words)
      }
    }
    return source
  }

  /// The name in `議長（鈴木太郎君）`.
  private static func named(_ title: String) -> String {
    guard let open = title.firstIndex(of: "（"), let close = title.lastIndex(of: "）"), open < close
    else { return title }
    let name = title[title.index(after: open)..<close]
    return name.hasSuffix("君") ? String(name.dropLast()) : String(name)
  }

  private static func voices(_ file: URL) throws -> StrippedSource {
    let script = try String(contentsOf: file, encoding: .utf8)
    var source = StrippedSource(name: file.lastPathComponent + ".txt")
    guard let start = script.firstIndex(of: "{"), let end = script.lastIndex(of: "}") else {
      return source
    }
    let value = try json(Data(script[start...end].utf8))
    source.add("\(value["title"] ?? "")\n\(value["dateIso"] ?? "")\n")
    for voice in value["voices"] as? [[String: Any]] ?? [] {
      let speaker = voice["speaker"] as? String ?? ""
      let words = voice["text"] as? String ?? ""
      if speaker.isEmpty {
        source.add(words)
      } else {
        source.add(speech: words, by: speaker, label: speaker)
      }
    }
    return source
  }

  private static func tokyo(_ file: URL) throws -> [StrippedSource] {
    let value = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    return (value as? [[String: Any]] ?? []).enumerated().map { index, meeting in
      var source = StrippedSource(name: "tokyo-\(index + 1).txt")
      source.add("\(meeting["Prefecture"] ?? "")　\(meeting["ProceedingTitle"] ?? "")")
      for part in meeting["Proceeding"] as? [[String: Any]] ?? [] {
        let speaker = part["Speaker"] as? String ?? "null"
        let words = part["Utterance"] as? String ?? ""
        if speaker == "null" {
          source.add(words)
        } else {
          source.add(speech: words, by: speaker, label: speaker)
        }
      }
      return source
    }
  }
}
