/// A block of up to 128 postings, as its entry in the table before the blocks tells.
///
/// In the blob of documents: all but the last as distances from the first that may be
/// (`SortedNumbers`), and behind them how often the term stands in each: less one, packed to the
/// width of the largest; or, where that is shorter, a one behind as many zeros for each. In the blob
/// of places: for each document the first place and the gaps to the others, less one, each of the
/// width that places in a text of this length need.
struct BlockEntry {
  static let size = 14
  /// In place of the width of frequencies: zeros and ones.
  static let unary: UInt8 = .max

  /// The last document.
  var last: UInt32
  /// Where the block begins in the blob of documents, and in that of places.
  var offset: UInt32
  var placeOffset: UInt32
  var frequencyWidth: UInt8
  /// The highest impact, as a byte.
  var impact: UInt8

  init(_ bytes: UnsafeRawPointer) {
    last = bytes.number(0, as: UInt32.self)
    offset = bytes.number(4, as: UInt32.self)
    placeOffset = bytes.number(8, as: UInt32.self)
    frequencyWidth = bytes.load(fromByteOffset: 12, as: UInt8.self)
    impact = bytes.load(fromByteOffset: 13, as: UInt8.self)
  }

  init(
    last: UInt32, offset: UInt32, placeOffset: UInt32, frequencyWidth: UInt8, impact: UInt8
  ) {
    self.last = last
    self.offset = offset
    self.placeOffset = placeOffset
    self.frequencyWidth = frequencyWidth
    self.impact = impact
  }

  func write(to writer: ByteWriter) {
    writer.append(last)
    writer.append(offset)
    writer.append(placeOffset)
    writer.append(frequencyWidth)
    writer.append(impact)
  }
}

/// Writes postings as blocks.
struct PostingEncoder {
  /// Postings in a block.
  static let blockSize = 128
  /// Postings that are read together, of terms that more than a block of documents bear.
  static let partSize = 128 * blockSize
  /// Bytes before the block entries: the document before the first, plus one; and the count.
  static let headSize = 8

  /// The classes of the lengths of the documents.
  private let lengths: [UInt8]
  private var entries: [BlockEntry] = []
  private var values = [UInt32](repeating: 0, count: blockSize)
  private let head = ByteWriter()
  /// The blocks of documents, without what stands before them.
  let data = ByteWriter()
  let places = ByteWriter()

  init(lengths: [UInt8]) { self.lengths = lengths }

  /// The entries and blocks together, as a row has them.
  var documents: UnsafeRawBufferPointer { head.bytes }
  /// Of the first block.
  var firstEntry: BlockEntry? { entries.first }

  /// The highest impact of all blocks, as a byte.
  var impact: UInt8 { entries.reduce(0) { max($0, $1.impact) } }

  /// Encodes some postings of a list, of which the first has its first place at an index.
  ///
  /// - Returns: The index of the first place behind them.
  mutating func encode(_ list: PostingList, _ range: Range<Int>, firstPlace: Int) -> Int {
    entries.removeAll(keepingCapacity: true)
    data.removeAll()
    places.removeAll()
    head.removeAll()
    var place = firstPlace
    let base = range.lowerBound > 0 ? list.documents[range.lowerBound - 1] + 1 : 0
    var next = base
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.blockSize) {
      let block = start..<min(start + Self.blockSize, range.upperBound)
      let last = list.documents[block.upperBound - 1]
      var entry = BlockEntry(
        last: last, offset: UInt32(data.count), placeOffset: UInt32(places.count),
        frequencyWidth: 0, impact: 0)
      for index in block { values[index - start] = list.documents[index] &- next }
      SortedNumbers(count: block.count - 1, below: Int(last - next)).write(values, to: data)
      entry.frequencyWidth = writeFrequencies(list, block)
      entry.impact = impact(list, block)
      if !list.places.isEmpty { place = writePlaces(list, block, place) }
      entries.append(entry)
      next = last &+ 1
    }
    head.append(base)
    head.append(UInt32(range.count))
    for entry in entries { entry.write(to: head) }
    head.append(data.bytes)
    return place
  }

  private func writeFrequencies(_ list: PostingList, _ block: Range<Int>) -> UInt8 {
    var all: UInt32 = 0
    var sum = 0
    for index in block {
      let frequency = list.frequencies[index]
      all |= frequency &- 1
      sum += Int(frequency)
    }
    let width = Bits.width(all)
    if width == 0 { return 0 }
    if sum < width * block.count {
      let bytes = data.appendZeros(Bits.byteCount(sum))
      var bit = 0
      for index in block {
        bit += Int(list.frequencies[index])
        SortedNumbers.set(bit - 1, bytes)
      }
      return BlockEntry.unary
    }
    for index in block { data.put(list.frequencies[index] &- 1, width: width) }
    data.align()
    return UInt8(width)
  }

  private func impact(_ list: PostingList, _ block: Range<Int>) -> UInt8 {
    var highest: Float = 0
    for index in block {
      let norm = Impact.norms[Int(lengths[Int(list.documents[index])])]
      highest = max(highest, Impact.of(list.frequencies[index], norm: norm))
    }
    return Impact.byte(highest)
  }

  private func writePlaces(_ list: PostingList, _ block: Range<Int>, _ first: Int) -> Int {
    var place = first
    for index in block {
      let width = Int(Impact.placeWidths[Int(lengths[Int(list.documents[index])])])
      var after: UInt32 = 0
      for _ in 0..<list.frequencies[index] {
        places.put(list.places[place] &- after, width: width)
        after = list.places[place] &+ 1
        place += 1
      }
    }
    places.align()
    return place
  }
}
