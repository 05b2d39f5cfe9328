import Foundation
package import JapaneseText

/// The form in which texts are compared: NFKC without white space, with a way back to the original.
///
/// A statement is right when its compared form equals the gold's; spans are compared in offsets of
/// this form, so that white space and widths make no difference.
package struct ComparedText: Hashable, Sendable {
  package let scalars: Scalars
  /// The offset in the original of each scalar, and the original's length at the end.
  private let offsets: [Int]

  package init(_ text: String) {
    self.init(text.scalars)
  }

  package init(_ original: Scalars) {
    var scalars = Scalars()
    var offsets: [Int] = []
    var index = 0
    while index < original.count {
      var end = index + 1
      while end < original.count, ComparedText.joinsItsBase(original[end]) { end += 1 }
      let folded = ComparedText.folded(original[index..<end])
      scalars += folded
      offsets += Array(repeating: index, count: folded.count)
      index = end
    }
    self.scalars = scalars
    self.offsets = offsets + [original.count]
  }

  package var text: String { String(scalars) }

  /// The length of the original in scalars.
  package var originalCount: Int { offsets.last ?? 0 }

  /// A span of the original in offsets of the compared form.
  package func span(_ original: TextSpan) -> TextSpan {
    TextSpan(position(original.from), position(original.to))
  }

  /// The first offset of the compared form that stands at or after an offset of the original.
  private func position(_ offset: Int) -> Int {
    var low = 0
    var high = scalars.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Marks that NFKC may join to the scalar before them, half-width voicing marks among them.
  private static func joinsItsBase(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value >= 0x300
      && (scalar.value == 0xFF9E || scalar.value == 0xFF9F
        || scalar.properties.canonicalCombiningClass != .notReordered)
  }

  private static func folded(_ cluster: ArraySlice<Unicode.Scalar>) -> Scalars {
    if cluster.count == 1, let scalar = cluster.first, scalar.value < 0x80 {
      return scalar.isSpace ? [] : [scalar]
    }
    return String(cluster).precomposedStringWithCompatibilityMapping.scalars
      .filter { !$0.isSpace && !$0.properties.isWhitespace }
  }
}

extension String {
  /// The text in its compared form.
  package var compared: String { ComparedText(self).text }
}
