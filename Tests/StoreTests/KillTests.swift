import Deliberation
import Foundation
import GRDB
import Testing

@testable import Store

/// Processes that are killed while they write (SIGKILL), as by a power cut or the OOM killer.
@Suite("Killed in the middle of a write", .serialized)
struct KillTests {
  /// The folder of the test whose process has this number; a child finds it by its parent's.
  private static func folder(of process: Int32) -> URL {
    FileManager.default.temporaryDirectory.appending(path: "shingi-killed-\(process)")
  }

  private static func file(_ process: Int32) -> String {
    folder(of: process).appending(path: "a.sqlite").path
  }

  static func fixture(_ number: Int) -> Fixture {
    Fixture(
      "\(number).txt", number: number,
      turns: (1...40).map { ("青木 波", "水門\(number)の\($0)番目の意見を述べる。税と予算の話もする。") }, rich: true)
  }

  /// What is saved is whole meetings, the first ones without a gap, and the index is sound.
  private static func check(atLeast least: Int) throws {
    let store = try RecordStore(path: file(getpid()))
    defer { try? store.close() }
    #expect(try store.verify() == [])
    let meetings = try store.reading { database in
      try String.fetchAll(database, sql: "SELECT path FROM file ORDER BY id")
    }
    #expect(meetings.count >= least)
    #expect(meetings == (1...max(1, meetings.count)).prefix(meetings.count).map { "\($0).txt" })
    for number in 1...max(1, meetings.count) where number <= meetings.count {
      #expect(try store.count(.parse("\"水門\(number)の\"")) == 40)
    }
    // And it can be written again.
    let next = fixture(meetings.count + 1)
    _ = try store.save(next.file, records: [next.record])
    #expect(try store.verify() == [])
  }

  @Test func insideATransaction() async throws {
    let folder = Self.folder(of: getpid())
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    await #expect(processExitsWith: .signal(SIGKILL)) {
      let store = try RecordStore(path: KillTests.file(getppid()))
      for number in 1...3 {
        let fixture = KillTests.fixture(number)
        _ = try store.save(fixture.file, records: [fixture.record])
      }
      try store.writing { database in
        // More than the cache holds, so that unfinished pages are in the log.
        try database.execute(sql: "PRAGMA cache_size = 10")
        try SearchIndex.rebuild(database)
        try database.execute(sql: "DELETE FROM identity WHERE 0")
        kill(getpid(), SIGKILL)
      }
    }
    try Self.check(atLeast: 3)
  }

  @Test func atAnyMoment() async throws {
    let folder = Self.folder(of: getpid())
    try? FileManager.default.removeItem(at: folder)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for _ in 1...3 {
      await #expect(processExitsWith: .signal(SIGKILL)) {
        let path = KillTests.file(getppid())
        let store = try RecordStore(path: path)
        Thread {
          Thread.sleep(forTimeInterval: Double.random(in: 0.05...0.4))
          kill(getpid(), SIGKILL)
        }.start()
        var number = try store.reading { database in
          try Int.fetchOne(database, sql: "SELECT count(*) FROM file") ?? 0
        }
        while true {
          number += 1
          let fixture = KillTests.fixture(number)
          _ = try store.save(fixture.file, records: [fixture.record])
        }
      }
      try Self.check(atLeast: 0)
    }
  }
}
