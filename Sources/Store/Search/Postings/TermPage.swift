/// A page of the list of terms: the terms, and for each its only block, or where its postings stand.
///
/// Number of terms (4 bytes); the terms (8 each); where the content of each begins (4 each, one more
/// for the end); the contents. A content begins with the number of postings: 1 to 128 with the block
/// behind it; 0 for more, with the parts behind it.
struct TermPage {
  /// A page that takes up more bytes gets no more terms.
  static let full = 1_900

  private(set) var terms: [UInt64] = []
  private var offsets: [UInt32] = []
  private let contents = ByteWriter()

  /// Bytes of the page, about.
  var size: Int { contents.count + terms.count * 12 }

  mutating func removeAll() {
    terms.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    contents.removeAll()
  }

  /// Adds a term with the one block that an encoder holds: the count, the width of frequencies, the
  /// impact, the last document, the documents, the places.
  mutating func add(_ term: UInt64, count: Int, _ encoder: PostingEncoder) {
    guard let entry = encoder.firstEntry else { return }
    begin(term)
    contents.append(UInt8(count))
    contents.append(entry.frequencyWidth)
    contents.append(entry.impact)
    contents.append(entry.last)
    contents.append(encoder.data.bytes)
    contents.append(encoder.places.bytes)
  }

  /// Adds a term with its postings in rows of their own.
  mutating func add(_ term: UInt64, count: Int, parts: [PostingPart]) {
    begin(term)
    contents.append(UInt8(0))
    contents.append(UInt32(count))
    for part in parts { part.write(to: contents) }
  }

  private mutating func begin(_ term: UInt64) {
    terms.append(term)
    offsets.append(UInt32(contents.count))
  }

  func write(to writer: ByteWriter) {
    writer.append(UInt32(terms.count))
    for term in terms { writer.append(term) }
    for offset in offsets { writer.append(offset) }
    writer.append(UInt32(contents.count))
    writer.append(contents.bytes)
  }
}

/// A page of terms as it is read; the bytes must stay where they are.
struct TermPageReader {
  /// Bytes before the postings of a block: the count, two widths, the last document.
  private static let blockHead = 7

  private let bytes: UnsafeRawPointer
  let count: Int

  /// `bytes`: At least four.
  init(_ bytes: UnsafeRawPointer) {
    self.bytes = bytes
    count = Int(bytes.number(0, as: UInt32.self))
  }

  func term(_ index: Int) -> UInt64 { bytes.number(4 &+ index &* 8, as: UInt64.self) }

  /// The place of a term; nil where the page does not have it.
  func index(of term: UInt64) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self.term(middle) < term { low = middle + 1 } else { high = middle }
    }
    return low < count && self.term(low) == term ? low : nil
  }

  /// What is known of the term at a place.
  func entry(_ index: Int) -> TermEntry {
    let contents = 4 + count * 12 + 4
    let from = contents + Int(bytes.number(4 + count * 8 + index * 4, as: UInt32.self))
    let to = contents + Int(bytes.number(4 + count * 8 + index * 4 + 4, as: UInt32.self))
    let start = bytes + from
    let postings = Int(start.load(as: UInt8.self))
    if postings > 0 {
      return TermEntry(count: postings, storage: .block(Self.block(start, to - from, postings)))
    }
    let parts = (to - from - 5) / PostingPart.size
    return TermEntry(
      count: Int(start.number(1, as: UInt32.self)),
      storage: .parts(
        PostingParts(
          (0..<parts).map { PostingPart(start + (5 + $0 * PostingPart.size)) })))
  }

  /// A block in the form in which rows of postings hold blocks, places behind documents.
  private static func block(_ start: UnsafeRawPointer, _ size: Int, _ count: Int) -> Blob {
    let last = start.number(3, as: UInt32.self)
    let frequencyWidth = start.load(fromByteOffset: 1, as: UInt8.self)
    let head = PostingEncoder.headSize + BlockEntry.size
    let blob = Blob(count: head + size - blockHead)
    blob.write(UnsafeRawBufferPointer(start: start + blockHead, count: size - blockHead), at: head)
    let numbers = SortedNumbers(count: count - 1, below: Int(last))
    let frequencies = blob.start + head + numbers.byteCount
    var places = numbers.byteCount
    if frequencyWidth == BlockEntry.unary {
      places += Bits.byteCount(sum(frequencies, count))
    } else {
      places += Bits.byteCount(count * Int(frequencyWidth))
    }
    let writer = ByteWriter(capacity: 32)
    writer.append(UInt32(0))
    writer.append(UInt32(count))
    BlockEntry(
      last: last, offset: 0, placeOffset: UInt32(places), frequencyWidth: frequencyWidth,
      impact: start.load(fromByteOffset: 2, as: UInt8.self)
    ).write(to: writer)
    blob.write(writer.bytes)
    return blob
  }

  /// The bit behind the last of some ones.
  private static func sum(_ bytes: UnsafeRawPointer, _ ones: Int) -> Int {
    var left = ones
    var bit = 0
    while left > 0 {
      let byte = bytes.load(fromByteOffset: bit >> 3, as: UInt8.self)
      if byte >> UInt8(bit & 7) & 1 == 1 { left -= 1 }
      bit += 1
    }
    return bit
  }
}

/// What the list of terms tells of one term.
struct TermEntry {
  enum Storage {
    case block(Blob)
    case parts(PostingParts)
  }

  /// The documents that bear the term, removed ones included.
  var count: Int
  var storage: Storage
}
