import HTTPTypes
import Hummingbird
import NIOCore

/// Spares the line: an answer that the client has already is 304 (RFC 9110, 13), others are
/// compressed where the client takes gzip.
struct Conditional: RouterMiddleware {
  func handle(
    _ request: Request, context: SiteContext,
    next: (Request, SiteContext) async throws -> Response
  ) async throws -> Response {
    var response = try await next(request, context)
    guard request.method == .get || request.method == .head, response.status == .ok,
      let bytes = await Self.bytes(of: response)
    else { return response }
    // Weak, because the same tag stands for the compressed bytes too.
    let tag = "W/\"\(String(Self.hash(bytes), radix: 36))\""
    response.headers[.eTag] = tag
    if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-cache" }
    response.headers[.vary] = "Accept-Encoding, Accept-Language, Cookie"
    if Self.matches(request.headers[.ifNoneMatch], tag) {
      response.status = .notModified
      response.body = ResponseBody()
      response.headers[.contentType] = nil
      response.headers[.contentLength] = nil
      return response
    }
    if bytes.count >= Gzip.smallest, Self.acceptsGzip(request.headers[.acceptEncoding] ?? ""),
      let small = Gzip.compressed(bytes)
    {
      response.headers[.contentEncoding] = "gzip"
      response.body = ResponseBody(byteBuffer: ByteBuffer(bytes: small))
      response.headers[.contentLength] = String(small.count)
    }
    return response
  }

  private static func bytes(of response: Response) async -> [UInt8]? {
    guard response.body.contentLength != nil else { return nil }
    let gathered = GatheredBody()
    do {
      try await response.body.write(gathered)
      return gathered.bytes
    } catch {
      return nil
    }
  }

  /// FNV-1a over eight bytes at a time: it tells versions of a page apart, no more.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    bytes.withUnsafeBytes { buffer in
      let whole = buffer.count & ~7
      for at in stride(from: 0, to: whole, by: 8) {
        hash =
          (hash ^ buffer.loadUnaligned(fromByteOffset: at, as: UInt64.self))
          &* 0x0000_0100_0000_01b3
        hash ^= hash >> 29
      }
      for at in whole..<buffer.count {
        hash = (hash ^ UInt64(buffer[at])) &* 0x0000_0100_0000_01b3
      }
    }
    return hash ^ UInt64(bytes.count)
  }

  private static func matches(_ header: String?, _ tag: String) -> Bool {
    guard let header else { return false }
    return header.split(separator: ",").contains { part in
      let candidate = String(part).trimmed
      return candidate == "*" || candidate == tag || "W/\(candidate)" == tag
    }
  }

  private static func acceptsGzip(_ header: String) -> Bool {
    header.split(separator: ",").contains { part in
      let pieces = part.split(separator: ";").map { String($0).trimmed.lowercased() }
      guard pieces.first == "gzip" || pieces.first == "*" else { return false }
      return !pieces.dropFirst().contains { $0 == "q=0" || $0 == "q=0.0" }
    }
  }
}

/// Takes the bytes of a body; every body of this site is in memory already.
final class GatheredBody: ResponseBodyWriter {
  private(set) var bytes: [UInt8] = []

  func write(_ buffer: ByteBuffer) async throws {
    bytes.append(contentsOf: buffer.readableBytesView)
  }

  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
