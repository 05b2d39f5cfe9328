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

  func write(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) {
    guard let start = bytes.baseAddress else { return }
    (memory + offset).copyMemory(from: start, byteCount: bytes.count)
  }

  /// The first column of the only row that a statement finds for an id.
  static func fetch(_ statement: GRDB.Statement, id: Int64) throws -> Blob {
    try read(statement, id: id) { bytes in
      let blob = Blob(count: bytes.count)
      blob.write(bytes)
      return blob
    }
  }

  /// Looks at the first column of the only row that a statement finds for an id where SQLite has it;
  /// empty where there is no row.
  static func read<Value>(
    _ statement: GRDB.Statement, id: Int64, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) throws -> Value {
    let rows = try Row.fetchCursor(statement, arguments: [id])
    let nothing = UnsafeRawBufferPointer(start: nil, count: 0)
    guard let row = try rows.next() else { return try body(nothing) }
    return try row.withUnsafeData(atIndex: 0) { data in
      guard let data else { return try body(nothing) }
      return try data.withUnsafeBytes(body)
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
