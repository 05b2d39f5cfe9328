/// A page of the list of terms: the terms, and for each its only block, or the rows of its postings.
///
/// Number of terms (4 bytes); the terms (8 each); where the content of each begins (4 each, one more
/// for the end); the contents. A content begins with the number of postings: 1 to 128 with the block
/// behind it; 0 for more, with the parts behind it.
struct TermPage {
  /// A row of the table of postings.
  struct Part {
    static let size = 13
    /// The last document.
    var last: UInt32
    var row: Int64
    /// The highest impact, as a byte.
    var impact: UInt8
  }

  private(set) var terms: [UInt64] = []
  private var offsets: [UInt32] = []
  private var contents: [UInt8] = []

  /// Bytes of the page, about.
  var size: Int { contents.count + terms.count * 12 }

  /// Adds a term with one block, as `PostingEncoder` writes it, of which what one block does not
  /// need is left out: 5 bytes, the documents, the places.
  mutating func add(_ term: UInt64, block: [UInt8], places: [UInt8]) {
    begin(term)
    let entry = PostingEncoder.headSize
    // The count, the widths, the impact.
    contents.append(block[4])
    contents.append(contentsOf: block[(entry + 12)..<(entry + 16)])
    contents += block[(entry + BlockEntry.size)...]
    contents += places
  }

  /// Adds a term with its postings in rows of their own.
  mutating func add(_ term: UInt64, count: Int, parts: [Part]) {
    begin(term)
    contents.append(0)
    contents.append(number: UInt32(count))
    for part in parts {
      contents.append(number: part.last)
      contents.append(number: part.row)
      contents.append(part.impact)
    }
  }

  private mutating func begin(_ term: UInt64) {
    terms.append(term)
    offsets.append(UInt32(contents.count))
  }

  var content: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(8 + size)
    bytes.append(number: UInt32(terms.count))
    for term in terms { bytes.append(number: term) }
    for offset in offsets { bytes.append(number: offset) }
    bytes.append(number: UInt32(contents.count))
    return bytes + contents
  }
}

/// A page of terms as it is read.
struct TermPageReader {
  let bytes: Blob
  let count: Int

  init(_ bytes: Blob) {
    self.bytes = bytes
    count = Int(bytes.start.number(0, as: UInt32.self))
  }

  func term(_ index: Int) -> UInt64 { bytes.start.number(4 + index * 8, as: UInt64.self) }

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
    let from = contents + Int(bytes.start.number(4 + count * 8 + index * 4, as: UInt32.self))
    let to = contents + Int(bytes.start.number(4 + count * 8 + index * 4 + 4, as: UInt32.self))
    let start = bytes.start + from
    let postings = Int(start.load(as: UInt8.self))
    if postings > 0 {
      return TermEntry(count: postings, storage: .block(inlineBlock(start, to - from)))
    }
    let parts = (to - from - 5) / TermPage.Part.size
    return TermEntry(
      count: Int(start.number(1, as: UInt32.self)),
      storage: .parts(
        (0..<parts).map { part in
          let at = 5 + part * TermPage.Part.size
          return TermPage.Part(
            last: start.number(at, as: UInt32.self), row: start.number(at + 4, as: Int64.self),
            impact: start.load(fromByteOffset: at + 12, as: UInt8.self))
        }))
  }

  /// A block in the form in which rows of postings hold blocks, places behind documents.
  private func inlineBlock(_ start: UnsafeRawPointer, _ size: Int) -> Blob {
    let count = Int(start.load(as: UInt8.self))
    let gapWidth = start.load(fromByteOffset: 1, as: UInt8.self)
    let frequencyWidth = start.load(fromByteOffset: 2, as: UInt8.self)
    let data =
      Bits.byteCount(count, width: Int(gapWidth))
      + Bits.byteCount(count, width: Int(frequencyWidth))
    var head: [UInt8] = []
    head.append(number: UInt32(0))
    head.append(number: UInt32(count))
    BlockEntry(
      last: .max, offset: 0, placeOffset: UInt32(data), gapWidth: gapWidth,
      frequencyWidth: frequencyWidth, placeWidth: start.load(fromByteOffset: 3, as: UInt8.self),
      impact: start.load(fromByteOffset: 4, as: UInt8.self)
    ).append(to: &head)
    let blob = Blob(count: head.count + size - 5)
    blob.write(head, at: 0)
    blob.write(start + 5, count: size - 5, at: head.count)
    return blob
  }
}

/// What the list of terms tells of one term.
struct TermEntry {
  enum Storage {
    case block(Blob)
    case parts([TermPage.Part])
  }

  /// The documents that bear the term, removed ones included.
  var count: Int
  var storage: Storage
}
