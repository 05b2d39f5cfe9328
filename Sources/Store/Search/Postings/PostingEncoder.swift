/// The documents of one term, ascending, with how often and where it stands in each.
struct PostingList {
  var documents: [UInt32] = []
  var frequencies: [UInt32] = []
  /// The places of all documents one behind the other, ascending within each; empty for terms
  /// without places.
  var places: [UInt32] = []

  mutating func removeAll() {
    documents.removeAll(keepingCapacity: true)
    frequencies.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }

  /// Adds an occurrence; documents and places come in order.
  mutating func append(_ document: UInt32, _ place: UInt32, keepsPlace: Bool) {
    if documents.last == document {
      frequencies[frequencies.count - 1] += 1
    } else {
      documents.append(document)
      frequencies.append(1)
    }
    if keepsPlace { places.append(place) }
  }
}

/// A block of up to 128 postings, as its entry in the table before the blocks tells.
///
/// In the blob of documents: the gaps between documents, less one, and behind them the frequencies,
/// less one, each packed to the width of the largest. In the blob of places: for each document the
/// first place and the gaps to the others, less one.
struct BlockEntry {
  static let size = 16

  /// The last document.
  var last: UInt32
  /// Where the block begins in the blob of documents, and in that of places.
  var offset: UInt32
  var placeOffset: UInt32
  var gapWidth: UInt8
  var frequencyWidth: UInt8
  var placeWidth: UInt8
  /// The highest impact, as a byte.
  var impact: UInt8

  init(_ bytes: UnsafeRawPointer) {
    last = bytes.number(0, as: UInt32.self)
    offset = bytes.number(4, as: UInt32.self)
    placeOffset = bytes.number(8, as: UInt32.self)
    gapWidth = bytes.load(fromByteOffset: 12, as: UInt8.self)
    frequencyWidth = bytes.load(fromByteOffset: 13, as: UInt8.self)
    placeWidth = bytes.load(fromByteOffset: 14, as: UInt8.self)
    impact = bytes.load(fromByteOffset: 15, as: UInt8.self)
  }

  init(
    last: UInt32, offset: UInt32, placeOffset: UInt32, gapWidth: UInt8, frequencyWidth: UInt8,
    placeWidth: UInt8, impact: UInt8
  ) {
    self.last = last
    self.offset = offset
    self.placeOffset = placeOffset
    self.gapWidth = gapWidth
    self.frequencyWidth = frequencyWidth
    self.placeWidth = placeWidth
    self.impact = impact
  }

  func append(to bytes: inout [UInt8]) {
    bytes.append(number: last)
    bytes.append(number: offset)
    bytes.append(number: placeOffset)
    bytes.append(contentsOf: [gapWidth, frequencyWidth, placeWidth, impact])
  }
}

/// Writes postings as blocks.
struct PostingEncoder {
  /// Postings in a block.
  static let blockSize = 128
  /// Postings in a row of the table of postings.
  static let partSize = 128 * blockSize
  /// Bytes before the block entries: the document before the first, plus one; and the count.
  static let headSize = 8

  /// The classes of the lengths of the documents.
  let lengths: [UInt8]

  /// Some postings of a list as blobs of documents and of places.
  ///
  /// `firstPlace`: The index of the first place of the first posting.
  func encode(
    _ list: PostingList, _ range: Range<Int>, firstPlace: Int
  ) -> (documents: [UInt8], places: [UInt8]) {
    var entries: [BlockEntry] = []
    var data: [UInt8] = []
    var places: [UInt8] = []
    var gaps: [UInt32] = []
    var place = firstPlace
    let base = range.lowerBound > 0 ? list.documents[range.lowerBound - 1] + 1 : 0
    var next = base
    for start in stride(from: range.lowerBound, to: range.upperBound, by: Self.blockSize) {
      let end = min(start + Self.blockSize, range.upperBound)
      let offset = data.count
      let placeOffset = places.count
      gaps.removeAll(keepingCapacity: true)
      for index in start..<end {
        gaps.append(list.documents[index] - next)
        next = list.documents[index] + 1
      }
      let gapWidth = Self.pack(gaps, to: &data)
      gaps.removeAll(keepingCapacity: true)
      var highest: Float = 0
      for index in start..<end {
        let frequency = list.frequencies[index]
        gaps.append(frequency - 1)
        let norm = Impact.norms[Int(lengths[Int(list.documents[index])])]
        highest = max(highest, Impact.of(frequency, norm: norm))
      }
      let frequencyWidth = Self.pack(gaps, to: &data)
      var placeWidth = 0
      if !list.places.isEmpty {
        gaps.removeAll(keepingCapacity: true)
        for index in start..<end {
          var after: UInt32 = 0
          for _ in 0..<list.frequencies[index] {
            gaps.append(list.places[place] - after)
            after = list.places[place] + 1
            place += 1
          }
        }
        placeWidth = Self.pack(gaps, to: &places)
      }
      entries.append(
        BlockEntry(
          last: next - 1, offset: UInt32(offset), placeOffset: UInt32(placeOffset),
          gapWidth: UInt8(gapWidth), frequencyWidth: UInt8(frequencyWidth),
          placeWidth: UInt8(placeWidth), impact: Impact.byte(highest)))
    }
    var documents: [UInt8] = []
    documents.reserveCapacity(Self.headSize + entries.count * BlockEntry.size + data.count)
    documents.append(number: base)
    documents.append(number: UInt32(range.count))
    for entry in entries { entry.append(to: &documents) }
    documents += data
    return (documents, places)
  }

  private static func pack(_ values: [UInt32], to bytes: inout [UInt8]) -> Int {
    values.withUnsafeBufferPointer { values in
      let width = Bits.width(values)
      Bits.pack(values, width: width, to: &bytes)
      return width
    }
  }
}
