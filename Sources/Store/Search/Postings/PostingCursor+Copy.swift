extension PostingCursor {
  /// Appends all postings to a list, each document under the number that a table gives it; those
  /// that the table gives `UInt32.max` are left out.
  func copy(to list: inout PostingList, numbers: [UInt32], hasPlaces: Bool) throws {
    var places = Array<UInt32>(repeating: 0, count: 1_024)
    try forEachBlock(above: { _ in true }) { documents, frequencies, count in
      let occurrences = (0..<count).reduce(0) { $0 + Int(frequencies[$1]) }
      if hasPlaces {
        if places.count < occurrences {
          places = Array(repeating: 0, count: occurrences * 2)
        }
        try unpackPlaces(to: &places, count: occurrences)
      }
      var place = 0
      for index in 0..<count {
        let frequency = Int(frequencies[index])
        let number = numbers[Int(documents[index])]
        if number != .max {
          list.documents.append(number)
          list.frequencies.append(frequencies[index])
          if hasPlaces {
            var after: UInt32 = 0
            for gap in places[place..<(place + frequency)] {
              list.places.append(gap &+ after)
              after = gap &+ after &+ 1
            }
          }
        }
        place += frequency
      }
    }
  }
}
