extension PostingCursor {
  /// Appends all postings to a list, each document under the number that a table gives it; those
  /// that the table gives `UInt32.max` are left out.
  func copy(to list: inout PostingList, numbers: [UInt32], hasPlaces: Bool) throws {
    try forEachBlock(above: { _ in true }) { block in
      let places = hasPlaces ? try allPlaces() : nil
      for index in 0..<block.count {
        let number = numbers[Int(block.documents[index])]
        if number == .max { continue }
        list.documents.append(number)
        list.frequencies.append(block.frequencies[index])
        if let places {
          list.places.append(
            contentsOf: UnsafeBufferPointer(
              start: places + Int(block.starts[index]), count: Int(block.frequencies[index])))
        }
      }
    }
  }
}
