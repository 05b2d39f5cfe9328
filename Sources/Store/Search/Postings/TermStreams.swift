/// The occurrences of all terms of some documents, gathered term by term as small numbers in chains
/// of growing pieces of memory: three bytes or so for each.
final class TermStreams {
  /// Where the occurrences of one term stand.
  private struct Stream {
    /// The address of the first piece.
    var head: UInt32 = 0
    /// Where to write, and where the address of the next piece goes.
    var tail: UInt32 = 0
    var end: UInt32 = 0
    /// The last document, plus one.
    var document: UInt32 = 0
    /// The last place, plus one; of terms without places how often they stand in the document.
    var place: UInt32 = 0
    var documents: UInt32 = 0
    var size: UInt32 = 0
  }

  private static let chunkBits: UInt32 = 18
  private static let chunkSize = 1 << Int(chunkBits)
  private static let smallest: UInt32 = 16
  private static let largest: UInt32 = 4_096
  private static let linkSize: UInt32 = 4

  @exclusivity(unchecked) private var terms = TermTable()
  @exclusivity(unchecked) private var streams: UnsafeMutablePointer<Stream>
  @exclusivity(unchecked) private var capacity = 1 << 10
  @exclusivity(unchecked) private var count = 0
  @exclusivity(unchecked) private var chunks: [UnsafeMutablePointer<UInt8>] = []
  /// The address behind all pieces; none reaches over two chunks.
  @exclusivity(unchecked) private var free: UInt32 = 0

  init() { streams = .allocate(capacity: capacity) }

  deinit {
    streams.deallocate()
    for chunk in chunks { chunk.deallocate() }
  }

  /// Bytes of memory, about.
  var size: Int { chunks.count * Self.chunkSize + capacity * MemoryLayout<Stream>.size * 2 }

  /// Adds an occurrence; documents and places come in order.
  func add(_ term: UInt64, _ document: UInt32, _ place: UInt32) {
    let number = Int(terms.number(of: term))
    if number == count { addStream() }
    let stream = streams + number
    let isNew = stream.pointee.document != document &+ 1
    if Term.hasPlaces(term) {
      if isNew {
        write((document &+ 1 &- stream.pointee.document) &<< 1 | 1, stream)
        write(place, stream)
      } else {
        write((place &- stream.pointee.place) &<< 1, stream)
      }
      stream.pointee.place = place &+ 1
    } else if isNew {
      if stream.pointee.place > 0 { write(stream.pointee.place, stream) }
      write(document &+ 1 &- stream.pointee.document, stream)
      stream.pointee.place = 1
    } else {
      stream.pointee.place &+= 1
    }
    if isNew {
      stream.pointee.document = document &+ 1
      stream.pointee.documents &+= 1
    }
  }

  /// Calls `body` with every term in ascending order and its postings.
  func forEach(_ body: (UInt64, PostingList) throws -> Void) throws {
    let terms = terms.terms
    var list = PostingList()
    for number in terms.indices.sorted(by: { terms[$0] < terms[$1] }) {
      read(terms[number], streams + number, to: &list)
      try body(terms[number], list)
    }
  }

  private func read(
    _ term: UInt64, _ stream: UnsafeMutablePointer<Stream>, to list: inout PostingList
  ) {
    list.removeAll()
    let documents = Int(stream.pointee.documents)
    list.documents.reserveCapacity(documents)
    list.frequencies.reserveCapacity(documents)
    var reader = Reader(at: stream.pointee.head)
    var document: UInt32 = 0
    guard Term.hasPlaces(term) else {
      for index in 0..<documents {
        document &+= next(&reader)
        list.documents.append(document &- 1)
        list.frequencies.append(
          index &+ 1 == documents ? stream.pointee.place : next(&reader))
      }
      return
    }
    var place: UInt32 = 0
    var frequency: UInt32 = 0
    while reader.address != stream.pointee.tail {
      let number = next(&reader)
      if number & 1 == 1 {
        if frequency > 0 { list.frequencies.append(frequency) }
        document &+= number &>> 1
        list.documents.append(document &- 1)
        place = next(&reader)
        frequency = 1
      } else {
        place &+= number &>> 1
        frequency &+= 1
      }
      list.places.append(place)
      place &+= 1
    }
    list.frequencies.append(frequency)
  }

  private func addStream() {
    if count == capacity {
      let larger = UnsafeMutablePointer<Stream>.allocate(capacity: capacity * 2)
      larger.update(from: streams, count: count)
      streams.deallocate()
      streams = larger
      capacity *= 2
    }
    let piece = newPiece(Self.smallest)
    streams[count] = Stream(
      head: piece, tail: piece, end: piece &+ Self.smallest &- Self.linkSize, size: Self.smallest)
    count += 1
  }

  private func newPiece(_ size: UInt32) -> UInt32 {
    let room = UInt32(Self.chunkSize) &- free & UInt32(Self.chunkSize &- 1)
    if chunks.isEmpty || room < size || room == UInt32(Self.chunkSize) {
      free = UInt32(chunks.count) &<< Self.chunkBits
      chunks.append(.allocate(capacity: Self.chunkSize))
    }
    let piece = free
    free &+= size
    return piece
  }

  private func pointer(_ address: UInt32) -> UnsafeMutablePointer<UInt8> {
    chunks[Int(address &>> Self.chunkBits)] + Int(address & UInt32(Self.chunkSize &- 1))
  }

  /// Writes a number, seven bits to a byte, the lowest first.
  private func write(_ number: UInt32, _ stream: UnsafeMutablePointer<Stream>) {
    var rest = number
    while rest > 0x7F {
      write(UInt8(truncatingIfNeeded: rest) | 0x80, to: stream)
      rest = rest &>> 7
    }
    write(UInt8(truncatingIfNeeded: rest), to: stream)
  }

  private func write(_ byte: UInt8, to stream: UnsafeMutablePointer<Stream>) {
    if stream.pointee.tail == stream.pointee.end { addPiece(stream) }
    pointer(stream.pointee.tail).pointee = byte
    stream.pointee.tail &+= 1
  }

  private func addPiece(_ stream: UnsafeMutablePointer<Stream>) {
    let size = min(stream.pointee.size &* 2, Self.largest)
    let piece = newPiece(size)
    UnsafeMutableRawPointer(pointer(stream.pointee.end)).storeBytes(of: piece, as: UInt32.self)
    stream.pointee.tail = piece
    stream.pointee.end = piece &+ size &- Self.linkSize
    stream.pointee.size = size
  }

  /// Where reading stands in a chain.
  private struct Reader {
    var address: UInt32
    var end: UInt32
    var size = TermStreams.smallest

    init(at head: UInt32) {
      address = head
      end = head &+ TermStreams.smallest &- TermStreams.linkSize
    }
  }

  private func next(_ reader: inout Reader) -> UInt32 {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      if reader.address == reader.end {
        reader.address = UnsafeRawPointer(pointer(reader.end)).loadUnaligned(as: UInt32.self)
        reader.size = min(reader.size &* 2, Self.largest)
        reader.end = reader.address &+ reader.size &- Self.linkSize
      }
      let byte = pointer(reader.address).pointee
      reader.address &+= 1
      number |= UInt32(byte & 0x7F) &<< shift
      if byte < 0x80 { return number }
      shift &+= 7
    }
  }
}

/// Numbers terms in the order in which they come up.
struct TermTable {
  private(set) var terms: [UInt64] = []
  /// Open addressing: each term with its number plus one; 0 for none.
  private var slots = [Slot](repeating: Slot(), count: 1 << 11)
  private var shift: UInt64 = 64 - 11

  private struct Slot {
    var term: UInt64 = 0
    var number: UInt32 = 0
  }

  mutating func number(of term: UInt64) -> UInt32 {
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: (term &* 0x9e37_79b9_7f4a_7c15) &>> shift)
    while slots[slot].number != 0 {
      if slots[slot].term == term { return slots[slot].number &- 1 }
      slot = (slot &+ 1) & mask
    }
    terms.append(term)
    slots[slot] = Slot(term: term, number: UInt32(terms.count))
    if terms.count * 2 > slots.count { grow() }
    return UInt32(terms.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: Slot(), count: slots.count * 4)
    shift -= 2
    for (number, term) in terms.enumerated() {
      var slot = Int(truncatingIfNeeded: (term &* 0x9e37_79b9_7f4a_7c15) &>> shift)
      while slots[slot].number != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Slot(term: term, number: UInt32(number + 1))
    }
  }
}
