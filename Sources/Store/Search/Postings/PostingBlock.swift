/// The postings of one block as they are decoded: documents, frequencies and places apart from each
/// other, each when somebody asks for it.
final class PostingBlock {
  let documents: UnsafeMutablePointer<UInt32>
  let frequencies: UnsafeMutablePointer<UInt32>
  /// The index of the first place of each posting, and last the number of all places.
  let starts: UnsafeMutablePointer<UInt32>
  /// The bit at which the places of each posting begin.
  private let placeBits: UnsafeMutablePointer<UInt32>
  /// The classes of the lengths of all documents of the segment.
  private let lengths: UnsafePointer<UInt8>

  /// Postings that are decoded; 0 where none are.
  @exclusivity(unchecked) private(set) var count = 0
  @exclusivity(unchecked) private var hasFrequencies = false
  /// Postings of which it is known where their places begin.
  @exclusivity(unchecked) private var placed = 0
  @exclusivity(unchecked) private var placesCapacity = 256
  @exclusivity(unchecked) private var placesMemory: UnsafeMutablePointer<UInt32>

  init(lengths: UnsafePointer<UInt8>) {
    self.lengths = lengths
    let size = PostingEncoder.blockSize
    documents = .allocate(capacity: 4 * size + 2)
    frequencies = documents + size
    starts = frequencies + size
    placeBits = starts + size + 1
    placesMemory = .allocate(capacity: placesCapacity)
  }

  deinit {
    documents.deallocate()
    placesMemory.deallocate()
  }

  func clear() {
    count = 0
    hasFrequencies = false
    placed = 0
  }

  /// Decodes the documents: `count` of them from `base` to `last`.
  func decode(_ bytes: UnsafeRawPointer, count: Int, base: UInt32, last: UInt32) {
    SortedNumbers(count: count &- 1, below: Int(last &- base)).read(
      bytes, base: base, to: documents)
    documents[count &- 1] = last
    self.count = count
  }

  /// Decodes how often the term stands in each; `bytes` behind those of the documents.
  func decodeFrequencies(_ bytes: UnsafeRawPointer, width: UInt8) {
    if hasFrequencies { return }
    hasFrequencies = true
    if width == BlockEntry.unary { return decodeUnary(bytes) }
    var start: UInt32 = 0
    if width > 0 {
      Bits.unpack(bytes, count: count, width: Int(width), to: frequencies)
      for index in 0..<count {
        let frequency = frequencies[index] &+ 1
        frequencies[index] = frequency
        starts[index] = start
        start = start &+ frequency
      }
    } else {
      for index in 0..<count {
        frequencies[index] = 1
        starts[index] = UInt32(truncatingIfNeeded: index)
      }
      start = UInt32(truncatingIfNeeded: count)
    }
    starts[count] = start
  }

  private func decodeUnary(_ bytes: UnsafeRawPointer) {
    var index = 0
    var start: UInt32 = 0
    var base: UInt32 = 1
    var word = bytes
    while index < count {
      var rest = word.loadUnaligned(as: UInt64.self)
      while rest != 0, index < count {
        let end = base &+ UInt32(truncatingIfNeeded: rest.trailingZeroBitCount)
        starts[index] = start
        frequencies[index] = end &- start
        start = end
        rest &= rest &- 1
        index &+= 1
      }
      base &+= 64
      word += 8
    }
    starts[count] = start
  }

  /// Reads the places of the term in one document, frequencies being decoded; good until the next
  /// call.
  func places(_ bytes: UnsafeRawPointer, of index: Int) -> UnsafeMutableBufferPointer<UInt32> {
    let frequency = Int(frequencies[index])
    let places = room(frequency)
    Impact.placeWidths.withUnsafeBufferPointer { widths in
      if placed == 0 {
        placeBits[0] = 0
        placed = 1
      }
      while placed <= index {
        let width = UInt32(widths[Int(lengths[Int(documents[placed &- 1])])])
        placeBits[placed] = placeBits[placed &- 1] &+ frequencies[placed &- 1] &* width
        placed &+= 1
      }
      let width = Int(widths[Int(lengths[Int(documents[index])])])
      Bits.unpack(bytes, from: Int(placeBits[index]), count: frequency, width: width, to: places)
    }
    if frequency > 1 { Self.addUp(places, frequency) }
    return UnsafeMutableBufferPointer(start: places, count: frequency)
  }

  /// Reads the places of all documents of the block one behind the other, frequencies being decoded.
  func allPlaces(_ bytes: UnsafeRawPointer) -> UnsafePointer<UInt32> {
    let places = room(Int(starts[count]))
    var bit = 0
    var place = places
    Impact.placeWidths.withUnsafeBufferPointer { widths in
      for index in 0..<count {
        let frequency = Int(frequencies[index])
        let width = Int(widths[Int(lengths[Int(documents[index])])])
        Bits.unpack(bytes, from: bit, count: frequency, width: width, to: place)
        if frequency > 1 { Self.addUp(place, frequency) }
        bit &+= frequency &* width
        place += frequency
      }
    }
    return UnsafePointer(places)
  }

  private func room(_ size: Int) -> UnsafeMutablePointer<UInt32> {
    if size > placesCapacity {
      placesMemory.deallocate()
      placesCapacity = size * 2
      placesMemory = .allocate(capacity: placesCapacity)
    }
    return placesMemory
  }

  /// Makes places of a first place and gaps, less one.
  private static func addUp(_ places: UnsafeMutablePointer<UInt32>, _ count: Int) {
    var after = places[0] &+ 1
    for index in 1..<count {
      let place = places[index] &+ after
      places[index] = place
      after = place &+ 1
    }
  }

  /// The index of the first document that is not below another.
  func lowerBound(_ document: UInt32, from first: Int = 0) -> Int {
    var low = first
    var high = count
    while low < high {
      let middle = (low &+ high) &>> 1
      if documents[middle] < document { low = middle &+ 1 } else { high = middle }
    }
    return low
  }
}
