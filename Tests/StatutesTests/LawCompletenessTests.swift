import Foundation
import Markup
import Statutes
import Testing

/// Every character of a law's XML arrives in its text: nothing is lost.
@Suite struct LawCompletenessTests {
  static let folder = Corpus.root.appendingPathComponent("../shared/data/laws")
    .resolvingSymlinksInPath()
  static let isThere = FileManager.default.fileExists(atPath: folder.path)

  /// A file of the sets beside the project.
  struct LawFile: Sendable, CustomTestStringConvertible {
    let url: URL
    var testDescription: String {
      url.pathComponents.suffix(2).joined(separator: "/")
    }
  }

  /// The official files and those derived; every fourth one, all of them with SHINGI_ALL_LAWS set.
  static let files: [LawFile] = {
    let isAll = ProcessInfo.processInfo.environment["SHINGI_ALL_LAWS"] != nil
    let sets = ["egov2021", "egov_revisions", "derived_20250513"]
    let all = sets.flatMap { set in
      let place = folder.appendingPathComponent(set)
      let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
      return names.filter { $0.hasSuffix(".xml") }.sorted()
        .map { LawFile(url: place.appendingPathComponent($0)) }
    }
    return all.enumerated().filter { isAll || $0.offset % 4 == 1 }.map(\.element)
  }()

  @Test(.enabled(if: isThere, "../shared is absent"), arguments: files)
  func nothingIsLost(_ file: LawFile) throws {
    let bytes = [UInt8](try Data(contentsOf: file.url))
    let root = try MarkupParser.xml(bytes)
    let law = try #require(root.name == "Law" ? root : root.firstDescendant("Law"))
    let text = try LawXML.read(bytes, name: file.url.lastPathComponent)
    let kept = Self.counts(of: Self.kept(text))
    let missing = Self.counts(of: Self.printed(law)).compactMap { scalar, count in
      count > kept[scalar, default: 0] ? "\(scalar) \(count - kept[scalar, default: 0])" : nil
    }
    #expect(missing.isEmpty, "\(missing.sorted().prefix(20))")
  }

  /// No two elements of a text have one id.
  @Test(.enabled(if: isThere, "../shared is absent"), arguments: files)
  func idsAreUnique(_ file: LawFile) throws {
    let bytes = [UInt8](try Data(contentsOf: file.url))
    var ids: [String: Int] = [:]
    for part in try LawXML.read(bytes, name: file.url.lastPathComponent).parts {
      part.visit { ids[$0.id, default: 0] += 1 }
    }
    let twice = ids.filter { $0.value > 1 }.keys.sorted()
    #expect(twice.isEmpty, "\(twice.prefix(5))")
  }

  /// The text of an element outside ruby.
  private static func printed(_ element: Element) -> String {
    var text = ""
    for node in element.children {
      switch node {
      case .text(let part, _): text += part
      case .element(let child) where child.name != "Rt": text += printed(child)
      case .element: break
      }
    }
    return text
  }

  private static func kept(_ text: LawText) -> String {
    var words = text.title + text.number
    for part in text.parts {
      part.visit { element in
        words += element.title + (element.caption ?? "") + element.text
        for row in element.rows { for cell in row { words += cell } }
      }
    }
    return words
  }

  private static func counts(of text: String) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      counts[scalar, default: 0] += 1
    }
    return counts
  }
}
