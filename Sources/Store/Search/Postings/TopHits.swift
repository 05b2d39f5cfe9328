/// The best of many hits: a heap of fixed size, the worst on top.
///
/// Of equal scores the later id is the better one.
struct TopHits {
  struct Hit: Hashable {
    var score: Float
    var id: Int64

    func isWorse(than other: Hit) -> Bool {
      score != other.score ? score < other.score : id < other.id
    }
  }

  private let limit: Int
  private var heap: [Hit] = []

  init(limit: Int) {
    self.limit = max(0, limit)
    heap.reserveCapacity(min(self.limit, 10_000))
  }

  /// Hits below this score do not count any more.
  private(set) var threshold = -Float.infinity

  /// All hits, the best first.
  var sorted: [Hit] { heap.sorted { $1.isWorse(than: $0) } }

  mutating func add(_ score: Float, _ id: Int64) {
    let hit = Hit(score: score, id: id)
    if heap.count < limit {
      heap.append(hit)
      rise(heap.count - 1)
    } else if let worst = heap.first, worst.isWorse(than: hit) {
      heap[0] = hit
      sink()
    }
    if heap.count == limit, let worst = heap.first { threshold = worst.score }
    if limit == 0 { threshold = .infinity }
  }

  private mutating func rise(_ start: Int) {
    var index = start
    while index > 0 {
      let parent = (index - 1) / 2
      guard heap[index].isWorse(than: heap[parent]) else { return }
      heap.swapAt(index, parent)
      index = parent
    }
  }

  private mutating func sink() {
    var index = 0
    while true {
      var worst = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < heap.count && heap[child].isWorse(than: heap[worst]) {
        worst = child
      }
      if worst == index { return }
      heap.swapAt(index, worst)
      index = worst
    }
  }
}
