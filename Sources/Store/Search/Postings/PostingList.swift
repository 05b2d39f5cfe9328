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

  /// Puts the documents in order, where several ascending stretches stand one behind the other.
  mutating func sort() {
    var isSorted = true
    for index in documents.indices.dropFirst() where documents[index] < documents[index - 1] {
      isSorted = false
      break
    }
    if isSorted { return }
    var starts: [Int] = []
    var start = 0
    if !places.isEmpty {
      for frequency in frequencies {
        starts.append(start)
        start += Int(frequency)
      }
    }
    let order = documents.indices.sorted { documents[$0] < documents[$1] }
    var result = PostingList()
    for index in order {
      result.documents.append(documents[index])
      result.frequencies.append(frequencies[index])
      if !places.isEmpty {
        result.places += places[starts[index]..<(starts[index] + Int(frequencies[index]))]
      }
    }
    self = result
  }
}
