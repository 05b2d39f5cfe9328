import Foundation
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

#if canImport(Glibc)
  private let noSignal = Int32(MSG_NOSIGNAL)
  private let streamKind = Int32(SOCK_STREAM.rawValue)
#else
  private let noSignal: Int32 = 0
  private let streamKind = SOCK_STREAM
#endif

/// A web server on the loopback for tests: it gives prepared answers and remembers what was asked.
final class HTTPStub: Sendable {
  /// An answer, or silence for longer than any client waits.
  struct Answer: Sendable {
    var status = 200
    var body = Data()
    var isSilent = false
  }

  enum Failure: Error { case noSocket(Int32) }

  let port: UInt16
  private let handle: Int32
  private let state: Mutex<(answers: [Answer], paths: [String])>

  /// Serves the answers in order; the last one again and again.
  init(_ answers: [Answer]) throws {
    state = Mutex((answers, []))
    let handle = Self.open()
    guard handle >= 0 else { throw Failure.noSocket(errno) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let size = length
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(handle, $0, size) == 0 && listen(handle, 8) == 0
          && getsockname(handle, $0, &length) == 0
      }
    }
    guard bound else {
      close(handle)
      throw Failure.noSocket(errno)
    }
    self.handle = handle
    port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [self] in serve() }
  }

  deinit { close(handle) }

  private static func open() -> Int32 { socket(AF_INET, streamKind, 0) }

  /// The address to give as `--base`.
  var base: String { "http://127.0.0.1:\(port)/api/2" }

  /// The paths with their queries, in the order of the requests.
  var paths: [String] { state.withLock(\.paths) }

  /// Stops answering; later connections are refused.
  func stop() { shutdown(handle, Int32(SHUT_RDWR)) }

  private func serve() {
    while true {
      let client = accept(handle, nil, nil)
      guard client >= 0 else { return }
      answer(client)
    }
  }

  private func answer(_ client: Int32) {
    var bytes = [UInt8](repeating: 0, count: 16_384)
    let count = recv(client, &bytes, bytes.count, 0)
    let request = String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
    let path = request.split(separator: " ").dropFirst().first.map(String.init) ?? ""
    let answer = state.withLock { state in
      state.paths.append(path)
      return state.answers.count > 1 ? state.answers.removeFirst() : state.answers.first
    }
    guard let answer, !answer.isSilent else {
      // The client gives up first; its socket is left open until then.
      Thread.detachNewThread {
        Thread.sleep(forTimeInterval: 4)
        close(client)
      }
      return
    }
    var data = Data(
      """
      HTTP/1.1 \(answer.status) X\r
      Content-Type: application/xml\r
      Content-Length: \(answer.body.count)\r
      Connection: close\r
      \r

      """.utf8)
    data += answer.body
    data.withUnsafeBytes { buffer in
      var sent = 0
      while sent < buffer.count, let start = buffer.baseAddress {
        let part = send(client, start + sent, buffer.count - sent, noSignal)
        guard part > 0 else { break }
        sent += part
      }
    }
    close(client)
  }
}
