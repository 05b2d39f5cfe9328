import GRDB

/// Walks over the postings of one term in one segment, forward only.
final class PostingCursor {
  /// The documents that bear the term, removed ones included.
  let count: Int

  private let database: Database
  private let schema: String
  private let source: PostingParts?
  private let parts: [PostingPart]
  @exclusivity(unchecked) private var part = 0
  @exclusivity(unchecked) private var bytes: Blob
  @exclusivity(unchecked) private var placeBytes: Blob?
  @exclusivity(unchecked) private var isLoaded: Bool
  @exclusivity(unchecked) private var index = 0
  @exclusivity(unchecked) private var entry: BlockEntry
  @exclusivity(unchecked) private var partCount = 0
  @exclusivity(unchecked) private var blocks = 0
  private let block: PostingBlock
  /// Where `seek` stands in the block.
  @exclusivity(unchecked) private var at = 0
  /// Whether all postings lie behind.
  @exclusivity(unchecked) private(set) var isAtEnd = false

  /// Stands before the first posting.
  ///
  /// `lengths`: The classes of the lengths of the documents of the segment; they must stay where
  /// they are. `schema`: The part of the database in which the postings stand: `main` or `temp`.
  init(
    _ entry: TermEntry, _ database: Database, lengths: UnsafePointer<UInt8>,
    schema: String = "main"
  ) throws {
    self.database = database
    self.schema = schema
    count = entry.count
    block = PostingBlock(lengths: lengths)
    switch entry.storage {
    case .block(let blob):
      source = nil
      parts = []
      bytes = blob
      isLoaded = true
      self.entry = BlockEntry(blob.start + PostingEncoder.headSize)
      partCount = entry.count
      blocks = 1
    case .parts(let source):
      self.source = source
      parts = source.parts
      bytes = Blob(count: 0)
      isLoaded = false
      self.entry = BlockEntry(last: 0, offset: 0, placeOffset: 0, frequencyWidth: 0, impact: 0)
    }
  }

  private func blockEntry(_ block: Int) -> BlockEntry { BlockEntry(entryBytes(block)) }

  private func entryBytes(_ block: Int) -> UnsafeRawPointer {
    bytes.start + (PostingEncoder.headSize &+ block &* BlockEntry.size)
  }

  private func last(_ block: Int) -> UInt32 { entryBytes(block).number(0, as: UInt32.self) }

  private func loadPart() throws {
    guard let source else { return }
    bytes = try source.documents(part, database, schema)
    placeBytes = nil
    isLoaded = true
    partCount = Int(bytes.start.number(4, as: UInt32.self))
    blocks = (partCount + PostingEncoder.blockSize - 1) / PostingEncoder.blockSize
    enter(block: 0)
  }

  private func enter(block next: Int) {
    index = next
    entry = blockEntry(next)
    at = 0
    block.clear()
  }

  /// Goes to the first block that may hold the document or a later one.
  ///
  /// - Returns: Whether there is one.
  @discardableResult
  func advance(to document: UInt32) throws -> Bool {
    if isAtEnd { return false }
    if isLoaded, entry.last >= document { return true }
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
      if entry.last >= document { return true }
    }
    // Doubling steps, then halves.
    var low = index &+ 1
    var high = low
    var step = 1
    while high < blocks, last(high) < document {
      low = high &+ 1
      high &+= step
      step &*= 2
    }
    high = min(high, blocks)
    while low < high {
      let middle = (low &+ high) &>> 1
      if last(middle) < document { low = middle &+ 1 } else { high = middle }
    }
    guard low < blocks else {
      isAtEnd = true
      return false
    }
    enter(block: low)
    return true
  }

  /// Goes to the block behind this one; whether there is one.
  private func nextBlock() throws -> Bool {
    if index &+ 1 < blocks {
      enter(block: index &+ 1)
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
    var next = index
    while last(next) < high &- 1 {
      next &+= 1
      if next == blocks {
        // The rest of the range lies in the next part.
        return part + 1 < parts.count ? max(highest, parts[part + 1].impact) : highest
      }
      highest = max(highest, entryBytes(next).load(fromByteOffset: 13, as: UInt8.self))
    }
    return highest
  }

  /// The document that is the lowest the block may hold.
  private var base: UInt32 {
    index > 0 ? last(index &- 1) &+ 1 : bytes.start.number(0, as: UInt32.self)
  }

  /// Postings in the block.
  private var size: Int {
    min(PostingEncoder.blockSize, partCount &- index &* PostingEncoder.blockSize)
  }

  private var data: UnsafeRawPointer {
    entryBytes(blocks) + Int(entry.offset)
  }

  private func decode() {
    if block.count == 0 { block.decode(data, count: size, base: base, last: entry.last) }
  }

  private func decodeFrequencies() {
    decode()
    let numbers = SortedNumbers(count: block.count &- 1, below: Int(entry.last &- base))
    block.decodeFrequencies(data + numbers.byteCount, width: entry.frequencyWidth)
  }

  /// Sets the bits of the documents of a window, and adds their scores where they are wanted.
  func fill(_ window: Window, _ bits: BitWindow, _ scoring: Scoring?) throws {
    let (low, high) = (window.from, window.to)
    guard try advance(to: low) else { return }
    while true {
      if scoring == nil, copyBits(low, high, bits) {
        guard try nextBlock() else { return }
        continue
      }
      decode()
      let documents = block.documents
      let count = block.count
      // The postings of the block inside the window.
      var first = 0
      var end = count
      if documents[0] < low { first = block.lowerBound(low) }
      if documents[count &- 1] >= high { end = block.lowerBound(high) }
      if first < end {
        let words = bits.words
        for index in first..<end {
          let offset = Int(documents[index] &- low)
          words[offset &>> 6] |= 1 &<< UInt64(offset & 63)
        }
        if let scoring {
          decodeFrequencies()
          scoring.add(
            documents: documents + first, frequencies: block.frequencies + first,
            count: end - first, from: low)
        }
      }
      if end < count { return }
      guard try nextBlock() else { return }
    }
  }

  /// Sets the bits of a block that is kept as bits and lies inside the window.
  private func copyBits(_ low: UInt32, _ high: UInt32, _ bits: BitWindow) -> Bool {
    let base = base
    guard base >= low, entry.last < high, block.count == 0 else { return false }
    let numbers = SortedNumbers(count: size &- 1, below: Int(entry.last &- base))
    guard numbers.isBitmap, numbers.byteCount > 0 else { return false }
    let data = data
    let start = Int(base &- low)
    var bit = 0
    while bit < numbers.end {
      var word = data.loadUnaligned(fromByteOffset: bit &>> 3, as: UInt64.self)
      let rest = numbers.end &- bit
      if rest < 64 { word &= 1 &<< UInt64(truncatingIfNeeded: rest) &- 1 }
      bits.add(word, at: start &+ bit)
      bit &+= 64
    }
    bits.insert(Int(entry.last &- low))
    return true
  }

  /// Goes to the first document that is not below another.
  ///
  /// - Returns: That document; nil where there is none.
  func seek(_ document: UInt32) throws -> UInt32? {
    guard try advance(to: document) else { return nil }
    decode()
    // The last of the block is not below the document.
    let documents = block.documents
    if documents[at] < document {
      // A few steps, then by halves.
      var next = at &+ 1
      let near = min(next &+ 8, block.count)
      while next < near, documents[next] < document { next &+= 1 }
      at =
        documents[min(next, block.count &- 1)] < document
        ? block.lowerBound(document, from: next) : next
    }
    return documents[at]
  }

  /// How often the term stands in the document that `seek` found.
  var frequency: UInt32 {
    decodeFrequencies()
    return block.frequencies[at]
  }

  /// Calls `body` with each block in turn whose bound may reach a score, frequencies decoded.
  func forEachBlock(
    above isPromising: (UInt8) -> Bool, _ body: (PostingBlock) throws -> Void
  ) throws {
    guard try advance(to: 0) else { return }
    while true {
      if isPromising(entry.impact) {
        decodeFrequencies()
        try body(block)
      }
      if index + 1 == blocks {
        // Whole parts are left out unread.
        while part + 1 < parts.count, !isPromising(parts[part + 1].impact) { part += 1 }
      }
      guard try nextBlock() else { return }
    }
  }

  /// Reads the places of the term in the document that `seek` found; good until the next call.
  func places() throws -> UnsafeMutableBufferPointer<UInt32> {
    decodeFrequencies()
    return block.places(try placeData(), of: at)
  }

  /// Reads the places of all documents of the block at hand, frequencies being decoded.
  func allPlaces() throws -> UnsafePointer<UInt32> { block.allPlaces(try placeData()) }

  /// Where the places of the block begin.
  private func placeData() throws -> UnsafeRawPointer {
    guard let source else { return entryBytes(blocks) + Int(entry.placeOffset) }
    if let placeBytes { return placeBytes.start + Int(entry.placeOffset) }
    let blob = try source.places(part, database, schema)
    placeBytes = blob
    return blob.start + Int(entry.placeOffset)
  }
}
