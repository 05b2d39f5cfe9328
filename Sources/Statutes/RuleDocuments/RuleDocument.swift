package import JapaneseText

/// Builds the text of a rule that is no law (a guideline, a plan, a draft) out of its blocks.
package enum RuleDocument {
  /// The text with its numbered passages; ids as `PassageID` describes them.
  ///
  /// - Parameters:
  ///   - blocks: The blocks in their order.
  ///   - title: The title; nil takes the first heading, where it is not numbered.
  /// - Returns: The text, or nil where nothing gives it a title.
  package static func text(of blocks: [RuleBlock], title: String?) -> LawText? {
    var blocks = blocks[...]
    var heading: String?
    if let first = blocks.first, case .heading = first.kind,
      PassageMark.read(first.text.scalars, isHeading: true) == nil
    {
      heading = first.text
      blocks = blocks.dropFirst()
    }
    guard let title = title ?? heading, !title.isEmpty else { return nil }
    var builder = RuleBuilder(title: heading ?? title)
    for block in blocks { builder.add(block) }
    return LawText(
      law: PassageID.document(titled: title), revision: nil, title: title, number: "",
      parts: [builder.element])
  }
}

/// The passages while they are read: a stack of those that are open.
private struct RuleBuilder {
  private struct Open {
    var kind: Kind
    var headingLevel: Int?
    /// The id without its last step, and the number of that step.
    var base: String
    var number: String
    var element: LawElement
    var counts: [String: Int] = [:]
  }

  private enum Kind: Hashable {
    case whole
    case heading
    case paragraph
    case bullet
    case mark(PassageMark.Kind)
  }

  private var open: [Open]
  private var caption: String?
  private var used: Set<String> = []

  init(title: String) {
    open = [
      Open(
        kind: .whole, headingLevel: 0, base: "", number: "",
        element: LawElement(id: "Mp", title: title))
    ]
  }

  /// The whole, with everything closed.
  var element: LawElement {
    var closed = self
    closed.keepCaption()
    closed.close(to: 1)
    return closed.open[0].element
  }

  mutating func add(_ block: RuleBlock) {
    switch block.kind {
    case .row(let cells): open[open.count - 1].element.rows.append(cells)
    case .heading(let level): addHeading(block.text, level: level)
    case .item(let ordinal?) where PassageMark.read(block.text.scalars, isHeading: false) == nil:
      let mark = PassageMark(kind: .dotted(1), number: "\(ordinal)", length: 0)
      addPassage(mark, printed: "\(ordinal).", words: block.text)
    case .item, .paragraph:
      let scalars = block.text.scalars
      if let mark = PassageMark.read(scalars, isHeading: false) {
        addPassage(
          mark, printed: String(scalars[..<mark.length]), words: rest(scalars, mark.length))
      } else if case .item = block.kind {
        addBullet(block.text)
      } else {
        addParagraph(block.text)
      }
    }
  }

  private func rest(_ text: Scalars, _ start: Int) -> String {
    String(text[start...].drop { $0.isBlank || $0 == "." || $0 == "．" })
  }

  private mutating func addHeading(_ text: String, level: Int) {
    keepCaption()
    while let last = open.last, open.count > 1, last.headingLevel.map({ $0 >= level }) ?? true {
      close(to: open.count - 1)
    }
    let mark = PassageMark.read(text.scalars, isHeading: true)
    if let mark, mark.kind == .unit(.article) {
      openArticle(mark, text: text.scalars, headingLevel: level)
    } else if let mark {
      push(mark, title: text, headingLevel: level)
    } else {
      push(.heading, step: "Hd", title: text, headingLevel: level)
    }
  }

  private mutating func addPassage(_ mark: PassageMark, printed: String, words: String) {
    if mark.kind == .unit(.article) {
      openArticle(mark, text: (printed + "　" + words).scalars, headingLevel: nil)
      return
    }
    keepCaption()
    if case .unit(let unit) = mark.kind, unit < .article {
      closeUnits(from: unit)
      push(mark, title: printed + "　" + words, headingLevel: nil)
      return
    }
    if mark.kind == .dotted(1), let article = open.lastIndex(where: isArticle) {
      close(to: article + 1)
      push(.paragraph, step: "Pr", number: mark.number, title: printed, text: words)
      return
    }
    // Beside the last passage of its kind below the nearest heading, else below what is open.
    for index in open.indices.dropFirst().reversed() {
      if open[index].kind == .mark(mark.kind), open[index].headingLevel == nil {
        close(to: index)
        break
      }
      if open[index].headingLevel != nil { break }
    }
    push(mark, title: printed, text: words, headingLevel: nil)
  }

  private func isArticle(_ entry: Open) -> Bool { entry.kind == .mark(.unit(.article)) }

  /// 第3条（目的）　この指針は…: title, caption, and the rest as the first paragraph.
  private mutating func openArticle(_ mark: PassageMark, text: Scalars, headingLevel: Int?) {
    closeUnits(from: .article)
    push(mark, title: String(text[..<mark.length]), headingLevel: headingLevel ?? nil)
    var words = text[mark.length...].drop { $0.isBlank }
    if let first = words.first, first == "（" || first == "(",
      let close = words.firstIndex(where: { $0 == "）" || $0 == ")" })
    {
      open[open.count - 1].element.caption = String(words[...close])
      words = words[(close + 1)...].drop { $0.isBlank }
    } else if let caption {
      open[open.count - 1].element.caption = caption
    }
    caption = nil
    if !words.isEmpty { push(.paragraph, step: "Pr", title: "", text: String(words)) }
  }

  /// Closes what cannot hold a unit: units of its rank and below, and what stands in them.
  private mutating func closeUnits(from unit: PassageMark.Unit) {
    let first = open.indices.dropFirst().first { index in
      if case .mark(.unit(let other)) = open[index].kind { return other >= unit }
      return open[index].headingLevel == nil
    }
    if let first { close(to: first) }
  }

  private mutating func addBullet(_ text: String) {
    keepCaption()
    if let index = open.lastIndex(where: { $0.kind == .bullet }) { close(to: index) }
    push(.bullet, step: "It", title: "", text: text)
  }

  private mutating func addParagraph(_ text: String) {
    keepCaption()
    // （目的） above 第3条 is its caption.
    if text.hasPrefix("（"), text.hasSuffix("）"), text.count < 40 {
      caption = text
      return
    }
    while let last = open.last, last.kind == .paragraph || last.kind == .bullet {
      close(to: open.count - 1)
    }
    let last = open.count - 1
    guard last == 0 || open[last].headingLevel != nil || isArticle(open[last]) else {
      let own = open[last].element.text
      open[last].element.text = own.isEmpty ? text : own + "\n" + text
      return
    }
    push(.paragraph, step: "Pr", title: "", text: text)
  }

  /// A line in brackets that no article followed is a paragraph.
  private mutating func keepCaption() {
    guard let words = caption else { return }
    caption = nil
    push(.paragraph, step: "Pr", title: "", text: words)
    close(to: open.count - 1)
  }

  private mutating func push(
    _ mark: PassageMark, title: String, text: String = "", headingLevel: Int?
  ) {
    let last = open[open.count - 1]
    var base = last.element.id
    var step = "No"
    switch mark.kind {
    case .unit(let unit):
      step = unit.prefix
      if unit == .article { base = "Mp" }
    case .dotted(let count) where count > 1:
      // 3.2 stands below 3, under an id that has the whole number.
      let parts = mark.number.split(separator: "_")
      let above = open.last { entry in
        guard case .mark(.dotted) = entry.kind else { return false }
        let own = entry.number.split(separator: "_")
        return own.count < parts.count && parts.starts(with: own)
      }
      base = above?.base ?? base
    default:
      // Inside an article items are those of a law.
      switch last.element.id.split(separator: "-").last?.prefix(2) {
      case "Pr" where open.contains(where: isArticle): step = "It"
      case "It" where open.contains(where: isArticle): step = "Si1"
      case "Si" where open.contains(where: isArticle): step = "Si2"
      default: break
      }
    }
    push(
      .mark(mark.kind), base: base, step: step, number: mark.number, title: title, text: text,
      headingLevel: headingLevel)
  }

  /// Opens a passage without a printed mark, counted where it stands.
  private mutating func push(
    _ kind: Kind, step: String, number: String? = nil, title: String, text: String = "",
    headingLevel: Int? = nil
  ) {
    let last = open.count - 1
    open[last].counts[step, default: 0] += 1
    push(
      kind, base: open[last].element.id, step: step,
      number: number ?? "\(open[last].counts[step] ?? 1)", title: title, text: text,
      headingLevel: headingLevel)
  }

  private mutating func push(
    _ kind: Kind, base: String, step: String, number: String, title: String, text: String,
    headingLevel: Int?
  ) {
    var id = "\(base)-\(step)_\(number)"
    var times = 1
    while !used.insert(id).inserted {
      times += 1
      id = "\(base)-\(step)_\(number)x\(times)"
    }
    open.append(
      Open(
        kind: kind, headingLevel: headingLevel, base: base, number: number,
        element: LawElement(id: id, title: title, text: text)))
  }

  /// Closes passages until so many are open.
  private mutating func close(to count: Int) {
    while open.count > count, let last = open.popLast() {
      open[open.count - 1].element.children.append(last.element)
    }
  }
}

extension RuleDocument {
  /// Whether a line begins with the number of a passage, so that it is not the end of the one before.
  package static func beginsPassage(_ text: Scalars) -> Bool {
    PassageMark.read(text, isHeading: false) != nil
  }
}
