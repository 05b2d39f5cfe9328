import GRDB

/// Walks over the postings of one term in one segment, forward only.
///
/// Blocks are decoded into memory of the cursor's own when somebody asks for what is in them:
/// documents, frequencies and places apart from each other.
final class PostingCursor {
  /// The documents that bear the term, removed ones included.
  let count: Int

  private let database: Database
  private let schema: String
  private let parts: [TermPage.Part]
  private var part = 0
  private var bytes: Blob
  private var placeBytes: Blob?
  private var isLoaded: Bool
  private var block = 0
  private var entry: BlockEntry
  private var partCount = 0

  private let documents: UnsafeMutablePointer<UInt32>
  private let frequencies: UnsafeMutablePointer<UInt32>
  /// The index of the first place of each posting of the block.
  private let starts: UnsafeMutablePointer<UInt32>
  /// Postings of the block that are decoded; 0 where none are.
  private var decoded = 0
  private var hasFrequencies = false
  private var hasStarts = false
  /// Where `seek` stands in the block.
  private var at = 0
  /// Whether all postings lie behind.
  private(set) var isAtEnd = false

  /// `schema`: The part of the database in which the postings stand: `main` or `temp`.
  init(_ entry: TermEntry, _ database: Database, schema: String = "main") throws {
    self.database = database
    self.schema = schema
    count = entry.count
    let size = PostingEncoder.blockSize
    documents = .allocate(capacity: size)
    frequencies = .allocate(capacity: size)
    starts = .allocate(capacity: size + 1)
    switch entry.storage {
    case .block(let blob):
      parts = []
      bytes = blob
      isLoaded = true
      self.entry = BlockEntry(blob.start + PostingEncoder.headSize)
      partCount = entry.count
    case .parts(let rows):
      parts = rows
      bytes = Blob(count: 0)
      isLoaded = false
      self.entry = BlockEntry(
        last: 0, offset: 0, placeOffset: 0, gapWidth: 0, frequencyWidth: 0, placeWidth: 0,
        impact: 0)
    }
  }

  deinit {
    documents.deallocate()
    frequencies.deallocate()
    starts.deallocate()
  }

  private var blocks: Int { (partCount + PostingEncoder.blockSize - 1) / PostingEncoder.blockSize }

  private func blockEntry(_ block: Int) -> BlockEntry {
    BlockEntry(bytes.start + PostingEncoder.headSize + block * BlockEntry.size)
  }

  private func loadPart() throws {
    bytes = try Blob.fetch(
      database.cachedStatement(sql: "SELECT documents FROM \(schema).posting WHERE id = ?"),
      id: parts[part].row)
    placeBytes = nil
    isLoaded = true
    partCount = Int(bytes.start.number(4, as: UInt32.self))
    enter(block: 0)
  }

  private func enter(block: Int) {
    self.block = block
    entry = blockEntry(block)
    decoded = 0
    at = 0
    hasFrequencies = false
    hasStarts = false
  }

  /// Goes to the first block that may hold the document or a later one.
  ///
  /// - Returns: Whether there is one.
  @discardableResult
  func advance(to document: UInt32) throws -> Bool {
    if isAtEnd { return false }
    if !parts.isEmpty, !isLoaded || parts[part].last < document {
      while part < parts.count, parts[part].last < document {
        part += 1
        isLoaded = false
      }
      guard part < parts.count else {
        isAtEnd = true
        return false
      }
      if !isLoaded { try loadPart() }
    }
    if entry.last >= document { return true }
    var next = block + 1
    let count = blocks
    while next < count {
      let candidate = blockEntry(next)
      if candidate.last >= document {
        enter(block: next)
        return true
      }
      next += 1
    }
    isAtEnd = true
    return false
  }

  /// Goes to the block behind this one; whether there is one.
  private func nextBlock() throws -> Bool {
    if block + 1 < blocks {
      enter(block: block + 1)
      return true
    }
    if part + 1 < parts.count {
      part += 1
      try loadPart()
      return true
    }
    isAtEnd = true
    return false
  }

  /// The highest impact that a document in a range can have; bounds of blocks at hand and behind.
  func bound(from low: UInt32, to high: UInt32) throws -> UInt8 {
    guard try advance(to: low) else { return 0 }
    var highest = entry.impact
    var index = block
    while blockEntry(index).last < high - 1 {
      index += 1
      if index == blocks {
        // The rest of the range lies in the next part.
        return part + 1 < parts.count ? max(highest, parts[part + 1].impact) : highest
      }
      highest = max(highest, blockEntry(index).impact)
    }
    return highest
  }

  private func decode() {
    guard decoded == 0 else { return }
    let first = block * PostingEncoder.blockSize
    let count = min(PostingEncoder.blockSize, partCount - first)
    var next =
      block > 0 ? blockEntry(block - 1).last &+ 1 : bytes.start.number(0, as: UInt32.self)
    Bits.unpack(
      data + Int(entry.offset), count: count, width: Int(entry.gapWidth), to: documents)
    for index in 0..<count {
      next = next &+ documents[index]
      documents[index] = next
      next = next &+ 1
    }
    decoded = count
  }

  private var data: UnsafeRawPointer {
    bytes.start + PostingEncoder.headSize + blocks * BlockEntry.size
  }

  private func decodeFrequencies() {
    guard !hasFrequencies else { return }
    let offset = Int(entry.offset) + Bits.byteCount(decoded, width: Int(entry.gapWidth))
    Bits.unpack(data + offset, count: decoded, width: Int(entry.frequencyWidth), to: frequencies)
    for index in 0..<decoded { frequencies[index] = frequencies[index] &+ 1 }
    hasFrequencies = true
  }

  /// Sets the bits of the documents of a window, and adds their scores where they are wanted.
  func fill(_ window: Window, _ bits: BitWindow, _ scoring: Scoring?) throws {
    let (low, high) = (window.from, window.to)
    guard try advance(to: low) else { return }
    while true {
      decode()
      // The postings of the block inside the window.
      var first = 0
      var end = decoded
      if documents[0] < low { first = lowerBound(low) }
      if documents[decoded - 1] >= high { end = lowerBound(high) }
      if first < end {
        let words = bits.words
        for index in first..<end {
          let offset = Int(documents[index] &- low)
          words[offset &>> 6] |= 1 &<< UInt64(offset & 63)
        }
        if let scoring {
          decodeFrequencies()
          scoring.add(
            documents: documents + first, frequencies: frequencies + first, count: end - first,
            from: low)
        }
      }
      if end < decoded { return }
      guard try nextBlock() else { return }
    }
  }

  /// The place of the first document of the block that is not below another.
  private func lowerBound(_ document: UInt32) -> Int {
    var low = 0
    var high = decoded
    while low < high {
      let middle = (low + high) &>> 1
      if documents[middle] < document { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Goes to the first document that is not below another.
  ///
  /// - Returns: That document; nil where there is none.
  func seek(_ document: UInt32) throws -> UInt32? {
    guard try advance(to: document) else { return nil }
    decode()
    while true {
      if at < decoded, documents[at] < document {
        // A few steps, then by halves.
        var steps = 0
        while at < decoded, documents[at] < document, steps < 8 {
          at += 1
          steps += 1
        }
        if at < decoded, documents[at] < document { at = lowerBound(document) }
      }
      if at < decoded { return documents[at] }
      guard try nextBlock() else { return nil }
      decode()
    }
  }

  /// How often the term stands in the document that `seek` found.
  var frequency: UInt32 {
    decodeFrequencies()
    return frequencies[at]
  }

  /// The highest impact of the block at hand.
  var blockImpact: UInt8 { entry.impact }

  /// Calls `body` with the documents of each block in turn whose bound may reach a score.
  func forEachBlock(
    above isPromising: (UInt8) -> Bool,
    _ body: (UnsafeMutablePointer<UInt32>, UnsafeMutablePointer<UInt32>, Int) throws -> Void
  ) throws {
    guard try advance(to: 0) else { return }
    while true {
      if isPromising(entry.impact) {
        decode()
        decodeFrequencies()
        try body(documents, frequencies, decoded)
      }
      if block + 1 == blocks {
        // Whole parts are left out unread.
        while part + 1 < parts.count, !isPromising(parts[part + 1].impact) { part += 1 }
      }
      guard try nextBlock() else { return }
    }
  }

  /// Reads the places of the term in the document that `seek` found.
  func places(into places: inout [UInt32]) throws {
    decodeFrequencies()
    if !hasStarts {
      var start: UInt32 = 0
      for index in 0..<decoded {
        starts[index] = start
        start = start &+ frequencies[index]
      }
      hasStarts = true
    }
    let count = Int(frequencies[at])
    let source = try placeData()
    if places.count < count {
      places.append(contentsOf: repeatElement(0, count: count - places.count))
    } else {
      places.removeLast(places.count - count)
    }
    places.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      Bits.unpack(
        source, first: Int(starts[at]), count: count, width: Int(entry.placeWidth), to: start)
      var after: UInt32 = 0
      for index in 0..<count {
        start[index] = start[index] &+ after
        after = start[index] &+ 1
      }
    }
  }

  /// Reads the places of the whole block as they are stored: first places and gaps.
  func unpackPlaces(to places: inout [UInt32], count: Int) throws {
    let source = try placeData()
    let width = Int(entry.placeWidth)
    places.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      Bits.unpack(source, count: count, width: width, to: start)
    }
  }

  /// Where the places of the block begin.
  private func placeData() throws -> UnsafeRawPointer {
    if parts.isEmpty { return data + Int(entry.placeOffset) }
    if let placeBytes { return placeBytes.start + Int(entry.placeOffset) }
    let blob = try Blob.fetch(
      database.cachedStatement(sql: "SELECT places FROM \(schema).posting WHERE id = ?"),
      id: parts[part].row)
    placeBytes = blob
    return blob.start + Int(entry.placeOffset)
  }
}
