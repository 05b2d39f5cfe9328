import JapaneseText
import Markup

/// Turns `LawBody` into elements.
struct LawBodyReader {
  /// Finds the id of an amending law.
  let acts: MemberActs
  private var supplements = 0
  private var appendices: [String: Int] = [:]
  private var used: [String: Int] = [:]

  init(acts: MemberActs) { self.acts = acts }

  mutating func parts(of body: Element) -> [LawElement] {
    body.elements.compactMap { element -> LawElement? in
      switch element.name {
      case "LawTitle": return nil
      case "EnactStatement": return plain(element, id: "Enact", title: "制定文")
      case "TOC": return contents(element)
      case "Preamble": return plain(element, id: "Preamble", title: "前文")
      case "MainProvision": return part(element, id: unique("Mp"), title: "本則")
      case "SupplProvision":
        supplements += 1
        return supplement(element)
      case "AppdxTable": return appendix(element, prefix: "Mpat")
      case "AppdxStyle": return appendix(element, prefix: "Mpas")
      case "AppdxNote": return appendix(element, prefix: "Mpan")
      case "Appdx": return appendix(element, prefix: "Mpax", title: "ArithFormulaNum")
      case "AppdxFig": return appendix(element, prefix: "Mpaf")
      case "AppdxFormat": return appendix(element, prefix: "Mpao")
      default: return plain(element, id: element.name, title: "")
      }
    }
  }

  /// An id that no part before has: the second of a name gets `x2`.
  private mutating func unique(_ id: String) -> String {
    used[id, default: 0] += 1
    return used[id].flatMap { $0 > 1 ? "\(id)x\($0)" : nil } ?? id
  }

  /// A part without numbered elements, line by line.
  private mutating func plain(_ element: Element, id: String, title: String) -> LawElement {
    var part = LawElement(id: unique(id), title: title)
    let lines = element.elements.isEmpty ? [element] : element.elements
    part.text = lines.map { LawBodyReader.words(of: $0) }.filter { !$0.isEmpty }
      .joined(separator: "\n")
    return part
  }

  /// The table of contents, a line for every heading.
  private mutating func contents(_ element: Element) -> LawElement {
    var part = LawElement(
      id: unique("TOC"), title: LawBodyReader.words(of: element.first("TOCLabel")))
    var lines: [String] = []
    func add(_ element: Element) {
      var line = ""
      for child in element.elements where child.name != "TOCLabel" {
        if child.name.hasPrefix("TOC") {
          if !line.isEmpty { lines.append(line) }
          line = ""
          add(child)
        } else {
          line += LawBodyReader.words(of: child)
        }
      }
      if !line.isEmpty { lines.append(line) }
    }
    add(element)
    part.text = lines.joined(separator: "\n")
    return part
  }

  private func part(_ element: Element, id: String, title: String) -> LawElement {
    var part = LawElement(id: id, title: title)
    LawBodyReader.fill(&part, from: element, root: id, without: nil)
    return part
  }

  /// A 附則 under the amending law's id; the law that it belongs to is its caption.
  private mutating func supplement(_ element: Element) -> LawElement {
    let label = LawBodyReader.words(of: element.first("SupplProvisionLabel"))
    var part = LawElement(id: unique(supplementID(element)), title: label.isEmpty ? "附則" : label)
    LawBodyReader.fill(&part, from: element, root: part.id, without: "SupplProvisionLabel")
    if let number = element["AmendLawNum"], !number.isEmpty { part.caption = "（\(number)）" }
    return part
  }

  /// `NACN-Sp` for the original one, else the amending law's id where its number gives it.
  private func supplementID(_ element: Element) -> String {
    guard let number = element["AmendLawNum"] else {
      return supplements == 1 ? "NACN-Sp" : "Sp\(supplements)-Sp"
    }
    let folded = FoldedText(number.scalars, blanks: .dropAll).scalars
    return (AmendingLaw.id(folded, acts: acts) ?? "Sp\(supplements)") + "-Sp"
  }

  /// A 別表 or 様式 under the number of its title, else under its place.
  private mutating func appendix(
    _ element: Element, prefix: String, title named: String? = nil
  ) -> LawElement {
    let title = named ?? element.name + "Title"
    let words = LawBodyReader.words(of: element.first(title))
    let folded = FoldedText(words.scalars, blanks: .dropAll).scalars
    var id: String?
    switch PointerReader(text: folded).table(at: 0)?.root {
    case .table(let number), .form(let number): id = "\(prefix)_\(number)"
    default: break
    }
    appendices[prefix, default: 0] += 1
    let place = id ?? "\(prefix)_x\(appendices[prefix] ?? 0)"
    var part = LawElement(id: unique(place), title: words)
    LawBodyReader.fill(&part, from: element, root: part.id, without: title)
    return part
  }
}
