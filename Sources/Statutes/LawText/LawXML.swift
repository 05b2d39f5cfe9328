import JapaneseText
import Markup

/// Reads 法令標準XML, as tolerant as real files need (guide law-xml).
///
/// Roots `Law`, `DataRoot` and `law_data_response` are taken, unknown attributes and elements are
/// passed over, numbers are text (`38:84`), ruby is left out.
package enum LawXML {
  /// The text of a law.
  ///
  /// `name` is the file's name, from which the law id and the revision are read where it is one of
  /// the form `law_id` or `law_revision_id`.
  package static func read(_ bytes: [UInt8], name: String) throws(LawTextError) -> LawText {
    let root: Element
    do {
      root = try MarkupParser.xml(bytes)
    } catch {
      throw .notXML(reason: "\(error)")
    }
    guard let law = root.name == "Law" ? root : root.firstDescendant("Law"),
      let body = law.first("LawBody")
    else { throw .notALaw(root: root.name) }
    let stem = name.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    let isRevision = LawRevision.firstDay(of: stem) != nil
    // The answer of API v2 names law and revision itself.
    let stated = LawBodyReader.words(of: root.firstDescendant("law_revision_id"))
    let revision = isRevision ? stem : LawRevision.firstDay(of: stated) == nil ? nil : stated
    let id =
      revision?.split(separator: "_").first.map(String.init)
      ?? (isLawID(stem) ? stem : law["LawId"] ?? statedID(root))
    var reader = LawBodyReader()
    return LawText(
      law: id, revision: revision,
      title: LawBodyReader.words(of: body.first("LawTitle")),
      number: LawBodyReader.words(of: law.first("LawNum")), parts: reader.parts(of: body))
  }

  /// The id that the envelope of an API's answer gives.
  private static func statedID(_ root: Element) -> String? {
    for name in ["law_id", "LawId"] {
      let id = LawBodyReader.words(of: root.firstDescendant(name))
      if isLawID(id) { return id }
    }
    return nil
  }

  private static func isLawID(_ text: String) -> Bool {
    text == "321CONSTITUTION"
      || (text.count == 15 && text.prefix(3).allSatisfy(\.isNumber)
        && text.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) })
  }
}

/// Turns `LawBody` into elements.
struct LawBodyReader {
  private var supplements = 0
  private var unknownTables: [String: Int] = [:]

  mutating func parts(of body: Element) -> [LawElement] {
    body.elements.compactMap { element -> LawElement? in
      switch element.name {
      case "Preamble": return preamble(element)
      case "MainProvision": return part(element, id: "Mp", title: "本則")
      case "SupplProvision":
        supplements += 1
        return part(element, id: supplementID(element), title: "附則")
      case "AppdxTable": return appendix(element, prefix: "Mpat", title: "AppdxTableTitle")
      case "AppdxStyle": return appendix(element, prefix: "Mpas", title: "AppdxStyleTitle")
      case "AppdxNote": return appendix(element, prefix: "Mpan", title: "AppdxNoteTitle")
      case "Appdx": return appendix(element, prefix: "Mpax", title: "ArithFormulaNum")
      case "AppdxFig": return appendix(element, prefix: "Mpaf", title: "AppdxFigTitle")
      case "AppdxFormat": return appendix(element, prefix: "Mpao", title: "AppdxFormatTitle")
      default: return nil
      }
    }
  }

  private func preamble(_ element: Element) -> LawElement {
    var part = LawElement(id: "Preamble", title: "前文")
    part.text = element.elements.map { LawBodyReader.words(of: $0) }.joined(separator: "\n")
    return part
  }

  /// `NACN-Sp` for the original one, else the amending law's id where its number gives it.
  private func supplementID(_ element: Element) -> String {
    guard let number = element["AmendLawNum"] else {
      return supplements == 1 ? "NACN-Sp" : "Sp\(supplements)-Sp"
    }
    let folded = FoldedText(number.scalars, blanks: .dropAll).scalars
    guard let law = amendingLaw(folded) else { return "Sp\(supplements)-Sp" }
    return law + "-Sp"
  }

  /// The id of a law by its number, by e-Gov's naming rule; of Acts the cabinet's form.
  private func amendingLaw(_ number: Scalars) -> String? {
    let eras = ["明治": 1, "大正": 2, "昭和": 3, "平成": 4, "令和": 5]
    // 令和五年六月二日法律第四〇号: the day is left out of the number.
    guard let year = number.firstIndex(of: "年") else { return nil }
    var rest = Scalars(number[(year + 1)...])
    if let day = rest.firstIndex(of: "日"), day < 8 { rest.removeFirst(day + 1) }
    guard let read = LawNumber.read(Scalars(number[...year]) + rest, at: 0)?.number,
      let era = eras[read.era]
    else { return nil }
    let codes = [
      "法律": "AC0000000", "政令": "CO0000000", "郵政省令": "M50001000", "総務省令": "M60000008",
    ]
    guard let code = codes[read.kind] else { return nil }
    func padded(_ value: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - String(value).count)) + String(value)
    }
    return "\(era)" + padded(read.year, 2) + code + padded(read.number, 3)
  }

  private func part(_ element: Element, id: String, title: String) -> LawElement {
    var part = LawElement(id: id, title: title)
    part.children = LawBodyReader.children(of: element, path: id, root: id)
    return part
  }

  private mutating func appendix(_ element: Element, prefix: String, title: String) -> LawElement {
    let words = LawBodyReader.words(of: element.first(title))
    let folded = FoldedText(words.scalars, blanks: .dropAll).scalars
    var id: String?
    switch PointerReader(text: folded).table(at: 0)?.root {
    case .table(let number), .form(let number): id = "\(prefix)_\(number)"
    default: break
    }
    unknownTables[prefix, default: 0] += 1
    var part = LawElement(id: id ?? "\(prefix)_x\(unknownTables[prefix] ?? 0)", title: words)
    part.rows = LawBodyReader.rows(in: element)
    part.text = element.elements.filter { $0.name != title && $0.name != "TableStruct" }
      .map { LawBodyReader.words(of: $0) }.filter { !$0.isEmpty }.joined(separator: "\n")
    return part
  }
}
