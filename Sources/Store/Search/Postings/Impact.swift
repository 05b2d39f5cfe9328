import Foundation

/// How much one term counts for one document: BM25 with k1 = 1.2, b = 0.75 and a fixed average length.
///
/// With a fixed average the highest score that a block of postings can give is known when it is
/// written, and stays true whatever is added later.
enum Impact {
  private static let k1: Float = 1.2
  private static let b: Float = 0.75
  /// Folded characters of the text that lengths are compared with.
  private static let pivot: Float = 300

  /// The class of a length: eight to a doubling.
  static func lengthClass(_ length: Int) -> UInt8 {
    UInt8(min(255, (8 * log2(Double(length + 1))).rounded()))
  }

  /// What a length class adds below the line.
  static let norms: [Float] = (0..<256).map { lengthClass in
    k1 * (1 - b + b * exp2(Float(lengthClass) / 8) / pivot)
  }

  /// The bits that every place in a text of a length class fits.
  static let placeWidths: [UInt8] = (0..<256).map { lengthClass in
    UInt8(min(32, ((Double(lengthClass) + 0.5) / 8).rounded(.up)))
  }

  /// Between 0 and 1.
  static func of(_ frequency: UInt32, norm: Float) -> Float {
    Float(frequency) / (Float(frequency) + norm)
  }

  /// An impact as a byte, rounded up, so that it is a bound.
  static func byte(_ impact: Float) -> UInt8 { UInt8(min(255, (impact * 255).rounded(.up))) }

  /// The bound that a byte stands for.
  static func bound(_ byte: UInt8) -> Float { Float(byte) / 255 * 1.000_01 }

  /// The weight of a term that `frequency` of `documents` bear.
  static func weight(_ frequency: Int, of documents: Int) -> Float {
    let frequency = Float(min(frequency, documents))
    return log(1 + (Float(documents) - frequency + 0.5) / (frequency + 0.5))
  }
}
