import HTTPTypes
import Store
import Testing
import Web

/// What every page keeps to.
@Suite struct PageTests {
  /// Every kind of page, on the fictional town.
  static let paths = [
    "/", "/search?q=夜間", "/search?q=(", "/meetings", Town.meetingPath, Town.meetingPath + "/1",
    "/statements/" + PercentCoding.encodedPath(Town.address) + "/1", "/people", "/bodies",
    "/bodies/" + PercentCoding.encoded("港町防災会議"),
    "/matrix/" + PercentCoding.encodedPath(Town.address),
    "/summaries/" + PercentCoding.encodedPath(Town.address),
    "/sources/" + PercentCoding.encodedPath(Town.address), "/timeline?q=夜間", "/provisions",
    "/provisions/359AC0000000086/Mp-At_28",
  ].map(encoded)

  /// Japanese in a query, as browsers send it.
  private static func encoded(_ path: String) -> String {
    String(
      path.unicodeScalars.flatMap { scalar in
        scalar.isASCII ? Array(String(scalar)) : Array(PercentCoding.encoded(String(scalar)))
      })
  }

  @Test(arguments: paths) func isAnswered(path: String) async throws {
    let visitor = Visitor(try Town.plain.get())
    let page = try await visitor.get(path)
    #expect(page.status == 200, "\(path)")
    #expect(page.headers[.contentType] == "text/html; charset=utf-8")
    #expect(page.text.hasPrefix("<!DOCTYPE html>"))
    // No key of a phrase and no unfilled blank is left over.
    for leftOver in ["{{t.", "{{#", "{0}", "{1}"] { #expect(!page.text.contains(leftOver)) }
    let (path, query) = Self.split(path)
    let twin = (path == "/" ? "/search" : path) + ".json" + query
    let json = try await visitor.get(twin)
    #expect(json.status == 200, "\(twin)")
    #expect(json.headers[.contentType] == "application/json; charset=utf-8")
  }

  private static func split(_ path: String) -> (String, String) {
    let halves = path.split(separator: "?", maxSplits: 1).map(String.init)
    return (halves[0], halves.count > 1 ? "?" + halves[1] : "")
  }

  @Test(arguments: paths + ["/nowhere", "/files/site.css", "/search.json?q=a"])
  func carriesSafetyHeaders(path: String) async throws {
    let page = try await Visitor(try Town.plain.get()).get(path)
    let policy = try #require(page.headers[.contentSecurityPolicy])
    #expect(policy.contains("default-src 'none'"))
    #expect(!policy.contains("unsafe"))
    #expect(page.headers[.xContentTypeOptions] == "nosniff")
    #expect(page.text.contains("style=\"") == false)
  }

  @Test(arguments: paths) func neverTakesWordsForMarkup(path: String) async throws {
    let page = try await Visitor(try Town.plain.get()).get(path)
    #expect(!page.text.contains("<script>alert"))
    #expect(!page.text.contains("<img src=x"))
    // Mustache's own escaping lets a quotation mark pass that bears a combining sign.
    let unescaped = "\"\u{301}>"
    #expect(!page.text.contains(unescaped))
  }

  @Test func showsScriptAsText() async throws {
    let page = try await Visitor(try Town.plain.get()).get(Town.meetingPath)
    #expect(page.text.contains("&lt;script&gt;alert(&quot;7&quot;)&lt;/script&gt;"))
  }

  @Test func speaksBothLanguages() async throws {
    let visitor = Visitor(try Town.plain.get())
    let english = try await visitor.get("/", headers: [.acceptLanguage: "en-GB,en;q=0.9,ja;q=0.5"])
    #expect(english.text.contains("<html lang=\"en\">"))
    #expect(try await visitor.get("/").text.contains("<html lang=\"ja\">"))
    let asked = try await visitor.get("/?lang=en")
    #expect(asked.text.contains("<html lang=\"en\">"))
    #expect(asked.headers[.setCookie]?.contains("lang=en") == true)
    let kept = try await visitor.get("/", headers: [.cookie: "lang=en"])
    #expect(kept.text.contains("<html lang=\"en\">"))
  }

  @Test func everyWordStandsInBothLanguages() {
    #expect(Words(.ja).keys == Words(.en).keys)
    let (japanese, english) = (Words(.ja), Words(.en))
    for key in english.keys {
      let isGiven = !japanese[key].isEmpty && !english[key].isEmpty
      #expect(isGiven, "\(key)")
    }
  }
}
