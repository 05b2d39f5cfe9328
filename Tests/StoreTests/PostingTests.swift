import GRDB
import JapaneseText
import Testing

@testable import Store

/// The engine by itself: many small documents against a plain search through their texts.
@Suite("Postings")
struct PostingTests {
  typealias Seeded = OracleTests.Seeded

  static let alphabet = "水門税事故のaip12、 ".scalars

  static func text(_ random: inout Seeded, upTo length: Int) -> Scalars {
    (0..<Int.random(in: 0...length, using: &random)).compactMap { _ in
      alphabet.randomElement(using: &random)
    }
  }

  /// A query of any kind over words that are likely to occur.
  static func query(_ random: inout Seeded, depth: Int = 2) -> TextQuery {
    func word() -> TextQuery {
      var word = text(&random, upTo: 4)
      if word.isEmpty { word = ["水"] }
      let isBeginning = word.first.map(TextQuery.isLetter) == true && Bool.random(using: &random)
      return isBeginning ? .beginning(word) : .phrase(word)
    }
    func parts() -> [TextQuery] {
      (0..<Int.random(in: 1...3, using: &random)).map { _ in query(&random, depth: depth - 1) }
    }
    guard depth > 0 else { return word() }
    switch Int.random(in: 0..<7, using: &random) {
    case 0: return .all(parts())
    case 1: return .any(parts())
    case 2:
      return .except(query(&random, depth: depth - 1), query(&random, depth: depth - 1))
    case 3: return .except(.everything, word())
    case 4:
      let words = (0..<Int.random(in: 1...3, using: &random)).map { _ in
        (0..<Int.random(in: 1...2, using: &random)).map { _ in word() }
      }
      return .near(words, distance: Int.random(in: 0...6, using: &random))
    default: return word()
    }
  }

  /// Whether a text holds what a query asks for, told apart from the product's way.
  static func holds(_ query: TextQuery, _ text: Scalars) -> Bool {
    switch query {
    case .phrase, .beginning: return !spans(query, text).isEmpty
    case .mark(let mark): return SearchTerms.marks(of: text).contains(mark)
    case .all(let parts): return parts.allSatisfy { holds($0, text) }
    case .any(let parts): return parts.contains { holds($0, text) }
    case .except(let part, let other): return holds(part, text) && !holds(other, text)
    case .everything: return true
    case .checked(let part, let check): return holds(part, text) && check.holds(in: text)
    case .near(let words, let distance):
      // Every choice of one occurrence of each word.
      var choices: [[(Int, Int)]] = [[]]
      for word in words {
        let places = word.flatMap { spans($0, text) }
        choices = choices.flatMap { choice in places.map { choice + [$0] } }
      }
      return choices.contains { choice in
        let end = choice.map(\.1).min() ?? 0
        return (choice.map(\.0).max() ?? 0) - end <= distance
      }
    }
  }

  private static func spans(_ query: TextQuery, _ text: Scalars) -> [(Int, Int)] {
    var word: Scalars = []
    var isBeginning = false
    if case .phrase(let scalars) = query { word = scalars }
    if case .beginning(let scalars) = query { (word, isBeginning) = (scalars, true) }
    guard text.count >= word.count else { return [] }
    return (0...(text.count - word.count)).filter { start in
      guard Array(text[start..<(start + word.count)]) == word else { return false }
      return !isBeginning || start == 0 || !"aip12".unicodeScalars.contains(text[start - 1])
    }.map { ($0, $0 + word.count) }
  }

  /// Documents with ids that leave gaps, in some segments.
  static func index(
    _ database: Database, _ texts: [(id: Int64, text: Scalars)], segments: Int
  ) throws {
    let size = (texts.count + segments - 1) / segments
    for start in stride(from: 0, to: texts.count, by: size) {
      var builder = SegmentBuilder()
      let some = texts[start..<min(start + size, texts.count)].sorted { $0.id < $1.id }
      for (id, text) in some {
        builder.add(id: id, folded: text)
      }
      try builder.write(to: database, .statement)
    }
  }

  @Test(arguments: [(UInt64(1), 1, 9_000), (2, 5, 3_000), (3, 40, 700)])
  func queriesOfAllKinds(seed: UInt64, segments: Int, count: Int) throws {
    var random = Seeded(state: seed)
    let texts = (0..<count).map { number -> (id: Int64, text: Scalars) in
      let day = Int64(number / 500) * 100_000_000
      return (id: day + Int64(number) * 3, text: Self.text(&random, upTo: 9))
    }
    let store = try RecordStore.inMemory()
    try store.writing { database in
      // Later segments may hold earlier ids.
      let mixed = segments > 1 ? Array(texts[(count / 2)...] + texts[..<(count / 2)]) : texts
      try Self.index(database, mixed, segments: segments)
      try Self.compare(database, texts, &random, queries: 60)
      // A third of the documents go.
      let gone = Set(texts.filter { _ in Int.random(in: 0..<3, using: &random) == 0 }.map(\.id))
      let upkeep = SegmentUpkeep(database: database, collection: .statement)
      try upkeep.remove(gone.sorted())
      let left = texts.filter { !gone.contains($0.id) }
      try Self.compare(database, left, &random, queries: 40)
      try upkeep.mergeSmall()
      try Self.compare(database, left, &random, queries: 20)
      try upkeep.mergeLarge()
      try Self.compare(database, left, &random, queries: 40)
      #expect(try Segment.all(database, .statement).allSatisfy { $0.removedCount == 0 })
    }
  }

  private static func compare(
    _ database: Database, _ texts: [(id: Int64, text: Scalars)], _ random: inout Seeded,
    queries: Int
  ) throws {
    for _ in 0..<queries {
      let query = query(&random)
      var search = IndexSearch(database: database, collection: .statement, query: query)
      var expected = texts.filter { holds(query, $0.text) }.map(\.id)
      if Int.random(in: 0..<3, using: &random) == 0, let last = texts.last?.id {
        let low = Int64.random(in: 0...last, using: &random)
        search.range = low...(low + Int64.random(in: 0...last, using: &random))
        expected = expected.filter(search.range.contains)
      }
      if Int.random(in: 0..<3, using: &random) == 0 {
        let among = texts.map(\.id).filter { _ in Bool.random(using: &random) }
        search.among = among
        expected = expected.filter(Set(among).contains)
      }
      if readsTexts(query) { continue }
      #expect(try search.run(.ids).ids == expected, "\(query)")
      #expect(try search.run(.count).count == expected.count, "\(query)")
      // Looking at one end only changes nothing of it.
      let limit = Int.random(in: 0...20, using: &random)
      for isOldest in [false, true] {
        let edge = try search.run(isOldest ? .oldest(limit) : .newest(limit))
        #expect(edge.count == expected.count, "\(query)")
        #expect(
          HitSet(edge.ids).first(limit, isOldest: isOldest)
            == HitSet(expected).first(limit, isOldest: isOldest), "\(query) \(limit)")
      }
      // Leaving out blocks changes nothing of the best.
      let all = try search.run(.top(texts.count + 1)).top
      let best = try search.run(.top(10))
      #expect(best.count == expected.count)
      #expect(all.map(\.id).sorted() == expected, "\(query)")
      #expect(best.top.map(\.score) == all.prefix(10).map(\.score), "\(query)")
      #expect(best.top == Array(all.prefix(10)), "\(query)")
    }
  }

  /// Whether the engine has to read texts, which stand in no table in these tests.
  private static func readsTexts(_ query: TextQuery) -> Bool {
    switch query {
    case .checked: true
    case .near(let words, _): !words.joined().allSatisfy { QueryTerms.hasPlaces($0) }
    case .all(let parts), .any(let parts): parts.contains(where: readsTexts)
    case .except(let part, let other): readsTexts(part) || readsTexts(other)
    case .phrase, .beginning, .mark, .everything: false
    }
  }

  /// Lists over many rows of postings come back as they were written.
  @Test(arguments: [1, 2, 127, 128, 129, 16_384, 16_385, 40_000])
  func listsOfAllLengths(count: Int) throws {
    var random = Seeded(state: UInt64(count))
    var list = PostingList()
    var document: UInt32 = 0
    for _ in 0..<count {
      document += UInt32.random(in: 1...9, using: &random)
      var place: UInt32 = 0
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        place += UInt32.random(in: 1...5_000, using: &random)
        list.append(document, place, keepsPlace: true)
      }
    }
    var documents = SegmentDocuments()
    documents.ids = (0...Int64(document)).map { $0 }
    // No text is shorter than the last place in it.
    documents.lengths = documents.ids.map { _ in Impact.lengthClass(15_001) }
    let numbers = (0...document).map { $0 }
    let store = try RecordStore.inMemory()
    try store.writing { database in
      var writer = try SegmentWriter(database, .statement, documents)
      try writer.add(Term.pair("水", "門"), list)
      try writer.finish()
      let segment = try #require(try Segment.all(database, .statement).first)
      let entry = try #require(try segment.entry(Term.pair("水", "門"), database))
      #expect(entry.count == count)
      var copy = PostingList()
      try segment.copy(entry, to: &copy, numbers: numbers, hasPlaces: true, database)
      #expect(copy.documents == list.documents)
      #expect(copy.frequencies == list.frequencies)
      #expect(copy.places == list.places)
      try documents.lengths.withUnsafeBufferPointer { lengths in
        let lengths = try #require(lengths.baseAddress)
        let cursor = try PostingCursor(entry, database, lengths: lengths)
        var first = 0
        for index in list.documents.indices {
          let end = first + Int(list.frequencies[index])
          if index % 37 == 0 {
            #expect(try cursor.seek(list.documents[index]) == list.documents[index])
            #expect(Array(try cursor.places()) == Array(list.places[first..<end]))
          }
          first = end
        }
        #expect(try cursor.seek(document + 1) == nil)
      }
    }
  }

  /// Ascending numbers of every density come back as they were written.
  @Test(arguments: [1, 2, 3, 7, 100, 5_000, 1_000_000])
  func sortedNumbers(gap: UInt32) throws {
    var random = Seeded(state: UInt64(gap))
    for count in [0, 1, 2, 63, 64, 65, 127] {
      var next: UInt32 = 0
      var values: [UInt32] = []
      for _ in 0..<count {
        next += UInt32.random(in: 1...gap, using: &random)
        values.append(next - 1)
      }
      let end = Int(next) + Int.random(in: 0...Int(gap), using: &random)
      let numbers = SortedNumbers(count: count, below: end)
      let writer = ByteWriter()
      numbers.write(values, to: writer)
      #expect(writer.count == numbers.byteCount)
      let blob = Blob(count: writer.count)
      blob.write(writer.bytes)
      var read = [UInt32](repeating: 0, count: max(1, count))
      numbers.read(blob.start, base: 10, to: &read)
      #expect(read.prefix(count).map { $0 - 10 } == values)
    }
  }

  /// Occurrences come back term by term from chains of many pieces.
  @Test func termStreams() throws {
    var random = Seeded(state: 11)
    let streams = TermStreams()
    var expected: [UInt64: PostingList] = [:]
    let terms =
      [Term.pair("水", "門"), Term.single("水"), Term.beginning("a")]
      + (0..<300).map { UInt64($0) << 21 | 0x3042 }
    var document: UInt32 = 0
    for _ in 0..<3_000 {
      document += UInt32.random(in: 0...200, using: &random)
      for term in terms where Int.random(in: 0..<3, using: &random) == 0 {
        var place: UInt32 = 0
        for _ in 0..<Int.random(in: 1...3, using: &random) {
          place += UInt32.random(in: 0...300, using: &random)
          streams.add(term, document, place)
          expected[term, default: PostingList()].append(
            document, place, keepsPlace: Term.hasPlaces(term))
          place += 1
        }
      }
      document += 1
    }
    var last: UInt64 = 0
    try streams.forEach { term, list in
      #expect(term > last)
      last = term
      let removed = expected.removeValue(forKey: term)
      let right = try #require(removed)
      #expect(list.documents == right.documents)
      #expect(list.frequencies == right.frequencies)
      #expect(list.places == right.places)
    }
    #expect(expected.isEmpty)
  }
}
