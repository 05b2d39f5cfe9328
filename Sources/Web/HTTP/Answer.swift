import HTTPTypes
package import Hummingbird
import NIOCore

/// Answers made of text.
package enum Answer {
  package static func text(
    _ text: String, type: String, status: HTTPResponse.Status = .ok
  ) -> Response {
    var headers = HTTPFields()
    headers[.contentType] = "\(type); charset=utf-8"
    return Response(
      status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
  }

  /// Leads the browser elsewhere after a form was taken (303).
  package static func seeOther(_ place: String) -> Response {
    Response(status: .seeOther, headers: [.location: place])
  }
}
