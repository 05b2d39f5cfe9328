/// Variant and old forms of kanji, from `Data/variants.tsv`.
struct Variants: Sendable {
  static let shared = Variants(PackageResources.variants_tsv)

  /// The form in use for each variant.
  let pairs: [Unicode.Scalar: Unicode.Scalar]

  /// Reads lines `form⇥variants`; lines that start with `#` are remarks.
  init(_ bytes: [UInt8]) {
    var pairs: [Unicode.Scalar: Unicode.Scalar] = [:]
    for line in bytes.split(separator: 0x0A) where line.first != 0x23 {
      let columns = line.split(separator: 0x09)
      guard columns.count == 2 else { continue }
      guard let form = String(decoding: columns[0], as: UTF8.self).unicodeScalars.first else {
        continue
      }
      for variant in String(decoding: columns[1], as: UTF8.self).unicodeScalars {
        pairs[variant] = form
      }
    }
    self.pairs = pairs
  }
}
