import Minutes
import Testing

/// A generator of numbers with a fixed seed (SplitMix64).
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// Mutated files are read or refused, and what is read keeps its promises.
@Suite struct ReaderFuzzTests {
  static let seeds: [[UInt8]] =
    FormSample.all.map { Array($0.text.utf8) } + EncodedSample.all.map(\.bytes) + [
      EncodingTests.shiftJIS + EncodingTests.shiftJIS, EncodingTests.eucJP + EncodingTests.eucJP,
      Array("# 題\n- 一\n  - 二\n| a | b |\n|---|---|\n| 1 | 2 |\n:名: 値\n題\n==\n- 1 -\n- 2 -\n".utf8),
      Array("頭\n本文\n1/2\n\u{0C}頭\n本文\n2/2\n".utf8),
      Array(
        "<html><table><tr><td>甲<td>乙</table><ol type=a><li>一<li>二</ol><p>文<br>字<pre> 空\n白</pre>"
          .utf8
      ),
    ]

  @Test(arguments: seeds.indices)
  func survivesMutations(of index: Int) {
    var numbers = SeededNumbers(seed: 86 &+ UInt64(index))
    for _ in 0..<150 {
      let bytes = Self.mutated(Self.seeds[index], &numbers)
      guard let source = try? Readers.read(bytes, name: "fuzz") else { continue }
      if let broken = source.brokenPromise {
        Issue.record("\(broken): \(bytes)")
        return
      }
    }
  }

  @Test(arguments: ["midori.docx", "midori.pdf"])
  func survivesMutationsOfFilesForTools(_ name: String) throws {
    var numbers = SeededNumbers(seed: 58)
    let seed = try fixture(name)
    for _ in 0..<12 {
      let source = try? Readers.read(Self.mutated(seed, &numbers), name: "fuzz")
      #expect(source?.brokenPromise == nil)
    }
  }

  /// A few bytes changed, doubled, dropped or cut.
  static func mutated(_ seed: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...6, using: &numbers) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &numbers)
      switch Int.random(in: 0..<6, using: &numbers) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
      case 1: bytes.remove(at: place)
      case 2: bytes.insert(UInt8.random(in: 1...255, using: &numbers), at: place)
      case 3:
        let signs = Array("<>{}[]\"\\#-\n\r\u{0C}&;|:= ".utf8)
        bytes.insert(signs[Int.random(in: 0..<signs.count, using: &numbers)], at: place)
      case 4: bytes.removeLast(min(bytes.count, Int.random(in: 1...20, using: &numbers)))
      default:
        let end = min(bytes.count, place + Int.random(in: 1...40, using: &numbers))
        bytes.insert(contentsOf: bytes[place..<end], at: place)
      }
    }
    return bytes
  }
}
