import Foundation
import Testing

@testable import JapaneseText

/// The data file says what its head promises.
@Suite struct VariantsTests {
  private static func rows() throws -> [[String]] {
    let file = Sample.root.appending(path: "Sources/JapaneseText/Data/variants.tsv")
    return try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }
      .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test func rowsAreWellFormed() throws {
    var seen: Set<Unicode.Scalar> = []
    for row in try Self.rows() {
      #expect(row.count == 2, "\(row)")
      #expect(row[0].unicodeScalars.count == 1)
      for scalar in (row[0] + row[1]).unicodeScalars {
        #expect(scalar.properties.isUnifiedIdeograph, "\(row)")
      }
      for variant in row[1].unicodeScalars {
        #expect(seen.insert(variant).inserted, "\(variant) has two forms")
      }
    }
    #expect(seen.count > 300)
  }

  @Test func noFormIsAVariant() throws {
    let pairs = Variants.shared.pairs
    #expect(pairs.count > 300)
    for (variant, form) in pairs { #expect(pairs[form] == nil, "\(variant) → \(form)") }
    #expect(pairs["髙"] == "高" && pairs["嶋"] == "島" && pairs["國"] == "国")
  }
}
