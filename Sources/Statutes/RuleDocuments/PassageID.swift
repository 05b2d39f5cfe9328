package import JapaneseText

/// The ids of passages in rules that are no laws.
///
/// A document has the law id `doc:TITLE`, and its passages ids of the shape of e-Gov's. 第N章, 第N条
/// and what stands in an article have those of a law (`Mp-Ch_2`, `Mp-At_3-Pr_2-It_1`). Any other
/// number is a step `No_`, a dotted one whole (`Mp-No_3_2` for 3.2, `Mp-No_3_2-No_1` for its （１）);
/// a heading without a number is `Hd_n` and a paragraph without one `Pr_n`, both counted where they
/// stand; a bullet is `It_n`.
package enum PassageID {
  package static let prefix = "doc:"

  package static func isDocument(_ law: String) -> Bool { law.hasPrefix(prefix) }

  /// The id of a document by its title: folded, without blanks and without the signs of addresses.
  package static func document(titled title: String) -> String {
    let folded = FoldedText(title.scalars, blanks: .dropAll).scalars
    let signs: Set<Unicode.Scalar> = ["#", "@", "/", "_", "~", "\\", ":", "\"", "'"]
    return prefix + String(folded.map { signs.contains($0) ? "-" : $0 })
  }

  /// The id of a version by its first day, of the shape of a `law_revision_id`.
  package static func revision(of document: String, from day: CalendarDate) -> String {
    "\(document)_\(day.description.filter { $0 != "-" })_000000000000000"
  }

  /// An element id in words: 3.2(1), 第3条第2項.
  package static func words(_ id: String) -> String {
    if let element = ElementID(id) { return element.words }
    var words = ""
    for (place, step) in id.split(separator: "-").dropFirst().enumerated() {
      guard let mark = step.firstIndex(of: "_") else { continue }
      let number = step[step.index(after: mark)...]
      switch step[..<mark] {
      case "No" where number.contains("_") || place == 0 || words.isEmpty:
        words += number.split(separator: "_").joined(separator: ".")
      case "No": words += "(\(number))"
      case "Hd": words += "［見出し\(number)］"
      case "It": words += "［項目\(number)］"
      case "Pr": words += "第\(number)段落"
      default: words += ElementID("Mp-\(step)")?.words ?? String(step)
      }
    }
    return words
  }

  /// The ids that a place in words can mean, the likeliest first: 3.2(1), 3-2 ア, 第2章 3.
  package static func candidates(_ words: String) -> [String] {
    var rest = words.scalars.drop { $0.isBlank }
    var id = "Mp"
    while !rest.isEmpty {
      guard let mark = PassageMark.read(Scalars(rest), isHeading: true, isPlace: true) else {
        return []
      }
      switch mark.kind {
      case .unit(let unit): id += "-\(unit.prefix)_\(mark.number)"
      default: id += "-No_\(mark.number)"
      }
      rest = rest.dropFirst(mark.length).drop { $0.isBlank }
    }
    return id == "Mp" ? [] : [id]
  }
}
