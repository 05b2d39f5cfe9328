import Testing

@testable import Web

/// A misspelt name in a template is silently blank: these tests are what notices.
@Suite struct TemplateTests {
  @Test(arguments: Templates.sources.keys.sorted()) func asksForKnownWords(name: String) throws {
    let source = String(decoding: try #require(Templates.sources[name]), as: UTF8.self)
    for tag in Self.tags(in: source) where tag.hasPrefix("t.") {
      #expect(Words(.ja).find(String(tag.dropFirst(2))) != nil, "\(name): \(tag)")
    }
  }

  @Test(arguments: Templates.sources.keys.sorted()) func printsOnlyPicturesRaw(name: String) throws
  {
    let source = String(decoding: try #require(Templates.sources[name]), as: UTF8.self)
    let raw = source.split(separator: "{{{").dropFirst().compactMap {
      $0.split(separator: "}}}").first.map(String.init)
    }
    #expect(Set(raw).isSubset(of: ["main", "summary", "svg", "timeline"]), "\(name)")
  }

  private static func tags(in source: String) -> [String] {
    source.split(separator: "{{").dropFirst().compactMap { part in
      part.split(separator: "}}").first.map { tag in
        String(tag.drop { "#^/>&{".contains($0) })
      }
    }
  }
}
