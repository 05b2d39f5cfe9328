import Hummingbird
import NIOCore

/// The files that pages load, by name from the list: no path of the disk is ever opened.
struct FileController {
  func addRoutes(to router: Router<SiteContext>) {
    for file in SiteFile.all {
      router.get("files/\(file.name)") { _, _ in
        var response = Answer.text(String(decoding: file.bytes, as: UTF8.self), type: file.type)
        response.headers[.cacheControl] = "public, max-age=31536000, immutable"
        return response
      }
    }
  }
}
