import Foundation
import Testing
import Web

@Suite("Pages as files")
struct StaticSiteTests {
  private static let second = Town.minutes.replacing("第 7 回", with: "第 8 回")
    .replacing("10 月 3 日(木)", with: "11 月 7 日(木)")
    .replacing("次回は十一月に開催する。", with: "電気通信事業法第28条に基づく報告とする。")

  /// Writes the site into a folder of its own and gives its files by name.
  private func written(_ scope: StaticSite.Scope) throws -> [String: String] {
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "shingi-site-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let site = StaticSite(site: try Town.site(more: ["town-8.txt": Self.second]))
    let count = try site.write(scope, to: folder)
    var files: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      files[name] = String(
        decoding: try Data(contentsOf: folder.appending(path: name)), as: UTF8.self)
    }
    #expect(files.count == count)
    return files
  }

  private static func values(of attribute: String, in html: String) -> [String] {
    html.components(separatedBy: "\(attribute)=\"").dropFirst().map { part in
      String(part.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }
  }

  /// Every link leads to a file that was written, and to a place that is in it.
  @Test(arguments: [
    StaticSite.Scope.everything, .body("港町防災会議"), .meeting("港町防災会議/8"),
  ])
  func everyLinkResolves(scope: StaticSite.Scope) throws {
    let files = try written(scope)
    let ids = files.mapValues { Set(Self.values(of: " id", in: $0)) }
    var links = 0
    for (name, html) in files where name.hasSuffix(".html") {
      for attribute in ["href", "src", "action"] {
        for link in Self.values(of: " " + attribute, in: html) {
          let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
          let decoded = parts.map { PercentCoding.decoded($0.utf8) }
          let file = decoded[0].isEmpty ? name : decoded[0]
          #expect(files[file] != nil, "\(name): \(link)")
          if decoded.count > 1, file.hasSuffix(".html") {
            #expect(ids[file]?.contains(decoded[1]) == true, "\(name): \(link)")
          }
          links += 1
        }
      }
    }
    #expect(links > 50)
  }

  @Test func personsAndProvisionsHavePages() throws {
    let files = try written(.everything)
    let people = try #require(files["people.html"])
    #expect(people.contains("黒瀬 匠"))
    #expect(files.keys.contains { $0.hasPrefix("p-") })
    let person = files.first { $0.key.hasPrefix("p-") && $0.value.contains("黒瀬 匠") }?.value
    #expect(person?.contains("開設基準の見直しに賛成する") == true)
    #expect(files["provisions.html"]?.contains("電気通信事業法") == true)
    #expect(files.keys.contains { $0.hasPrefix("law-") && $0.contains("At_28") })
    #expect(!files.values.contains { $0.contains("<script>alert") || $0.contains("<form") })
  }

  /// What lies outside the scope is neither written nor linked.
  @Test func aScopeIsABound() throws {
    let files = try written(.meeting("港町防災会議/7"))
    #expect(files["provisions.html"] == nil)
    #expect(!files.values.contains { $0.contains("第28条") })
  }
}
