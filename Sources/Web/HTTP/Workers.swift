import HTTPTypes
import NIOCore
import NIOPosix
import Synchronization

/// The threads on which pages and answers are made.
///
/// Reading the index blocks, which neither the loops that serve connections nor the threads of
/// Swift's tasks may do. There are a few threads more than processors, so that a slow question does
/// not hold up the quick ones; whoever comes while too many wait is told to come back later (503),
/// before memory runs out.
final class Workers: Sendable {
  static let shared = Workers()

  /// How many questions may be at work or wait.
  private static let most = 512

  private let pool: NIOThreadPool
  private let pending = Atomic<Int>(0)

  private init() {
    pool = NIOThreadPool(numberOfThreads: max(4, System.coreCount + 1))
    pool.start()
  }

  /// Does something on one of the threads.
  ///
  /// - Throws: `Failure` (503) where too many wait, and what the work throws.
  func run<Value: Sendable>(
    _ work: @escaping @Sendable () throws -> Value
  ) async throws -> Value {
    let count = pending.wrappingAdd(1, ordering: .relaxed).newValue
    defer { pending.wrappingSubtract(1, ordering: .relaxed) }
    guard count <= Self.most else { throw Failure(.serviceUnavailable, "") }
    return try await pool.runIfActive(work)
  }
}
