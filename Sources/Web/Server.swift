import Hummingbird
import Logging

/// The site as a server: it runs until it is told to stop (SIGINT, SIGTERM), and then answers what
/// it has begun.
package struct Server: Sendable {
  package let site: Site
  package let host: String
  package let port: Int

  package init(site: Site, host: String = "127.0.0.1", port: Int = 8086) {
    self.site = site
    self.host = host
    self.port = port
  }

  /// Serves until a signal ends it.
  ///
  /// - Parameters:
  ///   - isQuiet: Whether the line for each request is left out.
  ///   - onRunning: Called once with the port, when requests are taken.
  /// - Throws: What keeps the server from taking the address.
  package func run(
    isQuiet: Bool = false, onRunning: @escaping @Sendable (Int) -> Void = { _ in }
  ) async throws {
    var logger = Logger(label: "shingi") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = isQuiet ? .warning : .info
    let application = Application(
      router: site.router,
      server: .http1(configuration: .init(idleTimeout: .seconds(60))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: "shingi"),
      onServerRunning: { channel in
        onRunning(channel.localAddress?.port ?? port)
      }, logger: logger)
    try await application.runService()
  }
}
