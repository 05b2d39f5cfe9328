import Foundation
import GRDB

/// Bytes at a fixed place in memory, with readable ones behind them (`Bits.slack`).
final class Blob {
  let count: Int
  private let memory: UnsafeMutableRawPointer

  var start: UnsafeRawPointer { UnsafeRawPointer(memory) }

  init(count: Int) {
    self.count = count
    memory = .allocate(byteCount: count + Bits.slack, alignment: 8)
    memory.storeBytes(of: 0, toByteOffset: count, as: UInt64.self)
  }

  deinit { memory.deallocate() }

  func write(_ bytes: [UInt8], at offset: Int) {
    bytes.withUnsafeBytes { copy($0, to: offset) }
  }

  func write(_ bytes: UnsafeRawPointer, count: Int, at offset: Int) {
    (memory + offset).copyMemory(from: bytes, byteCount: count)
  }

  private func copy(_ bytes: UnsafeRawBufferPointer, to offset: Int) {
    guard let start = bytes.baseAddress else { return }
    write(start, count: bytes.count, at: offset)
  }

  /// The first column of the only row that a statement finds for an id.
  static func fetch(_ statement: GRDB.Statement, id: Int64) throws -> Blob {
    let rows = try Row.fetchCursor(statement, arguments: [id])
    guard let row = try rows.next() else { return Blob(count: 0) }
    return try row.withUnsafeData(atIndex: 0) { data in
      guard let data else { return Blob(count: 0) }
      let blob = Blob(count: data.count)
      data.withUnsafeBytes { blob.copy($0, to: 0) }
      return blob
    }
  }
}

extension Blob {
  /// The memory of an array, as SQLite keeps it; little-endian machines only, as Swift's are.
  static func data(_ values: [some BitwiseCopyable]) -> Data {
    values.withUnsafeBytes { Data($0) }
  }

  /// The array whose memory a blob is.
  static func values<Value: BitwiseCopyable & FixedWidthInteger>(
    _ data: Data?, as type: Value.Type = Value.self
  ) -> [Value] {
    guard let data else { return [] }
    let count = data.count / MemoryLayout<Value>.size
    return Array(unsafeUninitializedCapacity: count) { buffer, filled in
      _ = data.copyBytes(to: buffer)
      filled = count
    }
  }
}
