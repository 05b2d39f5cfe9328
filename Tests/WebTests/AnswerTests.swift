import HTTPTypes
import Store
import Testing
import Web

/// Errors, limits, caching, compression, writing.
@Suite struct AnswerTests {
  @Test(arguments: [
    ("/nowhere", 404), ("/meetings/%E6%B8%AF%E7%94%BA/99", 404),
    ("/meetings/..%2F..%2Fetc%2Fpasswd", 404), ("/files/../../etc/passwd", 404),
    ("/files/%2e%2e%2fsite.css", 404), ("/people/p-none", 404), ("/provisions/nolaw/x", 404),
    ("/statements/12", 404), ("/sources/%00", 404),
  ]) func saysWhatIsMissing(path: String, status: Int) async throws {
    let page = try await Visitor(try Town.plain.get()).get(path)
    #expect(page.status == status, "\(path)")
    #expect(page.text.contains("<!DOCTYPE html>"))
    #expect(!page.text.contains("root:"))
  }

  @Test func tellsProgramsByProblemJSON() async throws {
    let answer = try await Visitor(try Town.plain.get()).get("/meetings/none/3.json")
    #expect(answer.status == 404)
    #expect(answer.headers[.contentType] == "application/problem+json; charset=utf-8")
  }

  @Test func showsAProblemOfTheQueryInPlace() async throws {
    let page = try await Visitor(try Town.plain.get()).get("/search?q=%28a")
    #expect(page.status == 200)
    #expect(page.text.contains("id=\"problem\""))
    let date = try await Visitor(try Town.plain.get()).get("/search?q=a&from=soon")
    #expect(date.text.contains("id=\"problem\""))
  }

  @Test func limitsTheQuery() async throws {
    let visitor = Visitor(try Town.plain.get())
    let long = try await visitor.get("/search?q=" + String(repeating: "a", count: 600))
    #expect(long.text.contains("id=\"problem\""))
    #expect(try await visitor.get("/search?q=" + String(repeating: "a", count: 9000)).status == 414)
    #expect(try await visitor.get("/search?q=%E5%A4%9C%E9%96%93&page=99999999999").status == 200)
  }

  @Test func sparesWhatTheBrowserHas() async throws {
    let visitor = Visitor(try Town.plain.get())
    let first = try await visitor.get(Town.meetingPath)
    let tag = try #require(first.headers[.eTag])
    let again = try await visitor.get(Town.meetingPath, headers: [.ifNoneMatch: tag])
    #expect(again.status == 304)
    #expect(again.bytes.isEmpty)
    let small = try await visitor.get(Town.meetingPath, headers: [.acceptEncoding: "gzip, br"])
    #expect(small.headers[.contentEncoding] == "gzip")
    #expect(small.bytes.prefix(2) == [0x1F, 0x8B])
    #expect(small.bytes.count < first.bytes.count / 2)
    #expect(small.headers[.eTag] == tag)
  }

  @Test func marksHitsAndNarrows() async throws {
    let page = try await Visitor(try Town.plain.get()).get("/search?q=%E5%A4%9C%E9%96%93")
    #expect(page.text.contains("<mark>夜間</mark>"))
    #expect(page.text.contains(Town.meetingPath + "#1"))
  }

  @Test func linksRelationsBothWays() async throws {
    let page = try await Visitor(try Town.plain.get()).get(Town.meetingPath)
    #expect(page.text.contains("id=\"1\""))
    #expect(page.text.contains("id=\"1.1\""))
    #expect(page.text.contains("class=\"relation incoming\""))
  }

  @Test func refusesToWriteWithoutAToken() async throws {
    let closed = Visitor(try Town.plain.get())
    #expect(try await closed.ask(.post, "/curation/link", body: "decision=confirmed").status >= 400)
    var settings = SiteSettings()
    settings.editing = Editing(token: "secret-of-the-test")
    let open = Visitor(try Town.site(settings))
    let form: HTTPFields = [.contentType: "application/x-www-form-urlencoded"]
    #expect(try await open.ask(.post, "/curation/link", headers: form).status == 403)
    let wrong = try await open.ask(.post, "/edit", headers: form, body: "token=x&author=a")
    #expect(wrong.status == 403)
    #expect(wrong.headers[.setCookie] == nil)
    let right = try await open.ask(
      .post, "/edit", headers: form, body: "token=secret-of-the-test&author=%E5%B1%B1")
    #expect(right.status == 303)
    // A cookie without the word of the form is what another site could make a browser send.
    var cookies = form
    cookies[.cookie] = "edit=secret-of-the-test; author=a"
    let forged = try await open.ask(
      .post, "/curation/link", headers: cookies, body: "decision=confirmed")
    #expect(forged.status == 403)
    var foreign = cookies
    foreign[.origin] = "https://elsewhere.example"
    #expect(try await open.ask(.post, "/curation/link", headers: foreign).status == 403)
  }
}
