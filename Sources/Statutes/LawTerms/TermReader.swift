import Deliberation
import JapaneseText

/// Gathers the terms of a law element by element.
struct TermReader {
  /// The text of each element.
  private(set) var texts: [String: Scalars] = [:]
  private var terms: [LawTerms.Term] = []
  private var captions: [String: Int] = [:]

  mutating func read(_ element: LawElement, inDefinitions: Bool) {
    let text = element.text.scalars
    texts[element.id] = text
    var isDefining = inDefinitions
    if let caption = element.caption?.filter({ !"（）()".contains($0) }), !element.isDeleted {
      isDefining = caption.contains("定義") || caption.contains("用語")
      captions[caption, default: 0] += 1
      if TermReader.isTelling(caption, least: 7) {
        add(.caption, caption, element.id, words: caption)
      }
    }
    defined(in: text, element.id, as: isDefining ? .definition : .defined)
    if isDefining, ElementID(element.id)?.steps.last?.level == .item,
      let blank = text.firstIndex(of: "　"), blank > 2
    {
      add(.definition, text.text(TextSpan(0, blank)), element.id, words: element.text)
    }
    for cells in element.rows { row(cells, element.id) }
    for child in element.children { read(child, inDefinitions: isDefining) }
  }

  /// The terms that stand in few provisions only, and mean one.
  var usable: [LawTerms.Term] {
    var places: [String: Set<String>] = [:]
    for term in terms { places[term.word, default: []].insert(term.element + (term.row ?? "")) }
    return terms.filter { term in
      guard places[term.word]?.count == 1, captions[term.word] ?? 1 == 1 else { return false }
      return term.kind == .caption || isRare(term.word.scalars)
    }
  }

  private func isRare(_ word: Scalars) -> Bool {
    var count = 0
    for text in texts.values where text.firstOffset(of: word) != nil {
      count += 1
      if count > 8 { return false }
    }
    return true
  }

  private mutating func add(
    _ kind: LawTerms.Kind, _ word: String, _ element: String, row: String? = nil, words: String
  ) {
    terms.append(
      LawTerms.Term(
        kind: kind, word: word, element: element, row: row, words: String(words.prefix(120))))
  }

  /// Adds what （以下「X」という。） and 「X」とは name; names for one article only are left out.
  private mutating func defined(in text: Scalars, _ element: String, as kind: LawTerms.Kind) {
    var index = 0
    while let open = text.firstOffset(of: ["「"], from: index, to: text.count) {
      guard let close = text.firstOffset(of: ["」"], from: open, to: min(text.count, open + 32))
      else {
        index = open + 1
        continue
      }
      index = close + 1
      let word = text.text(TextSpan(open + 1, close))
      guard TermReader.isTelling(word, least: 5) else { continue }
      let isNamed =
        text.starts("という。".scalars, at: close + 1) && text.starts("以下".scalars, at: open - 2)
      let isExplained = text.starts("とは、".scalars, at: close + 1)
      guard isNamed || isExplained else { continue }
      let words = text.text(TextSpan(max(0, open - 60), min(text.count, close + 5)))
      add(kind, word, element, words: words)
    }
  }

  /// 五　緊急通報を取り扱う役務: the numeral and what the row is about.
  private mutating func row(_ cells: [String], _ element: String) {
    guard let cell = cells.first?.scalars, cells.count > 1,
      let number = Numbering.plain(in: cell, at: 0), number.end < cell.count,
      cell[number.end] == "　"
    else { return }
    let word = cell.text(TextSpan(number.end + 1, cell.count))
    guard TermReader.isTelling(word, least: 8) else { return }
    add(
      .row, word, element, row: KanjiNumeral.text(number.value) + "の項",
      words: cells.joined(separator: "　"))
  }

  /// Whether a word can tell one provision from others: long enough, no sentence, no common heading.
  private static func isTelling(_ word: String, least: Int) -> Bool {
    let scalars = word.scalars
    guard (least...28).contains(scalars.count), !scalars.contains("。"), !scalars.contains("、")
    else {
      return false
    }
    guard scalars.filter({ $0.isKanji || $0.isKatakana }).count * 2 > scalars.count else {
      return false
    }
    return !common.contains { word.hasPrefix($0) || word.hasSuffix($0) }
  }

  private static let common = [
    "この法律", "この省令", "前項", "同項", "前条", "当該", "次の各号", "経過措置", "書類の提出", "届出", "の公示", "準用",
    "申請書", "の様式", "等の特例", "変更の届出", "の手続", "期間の計算", "権限の委任", "の適用", "申請者", "指定の申請",
  ]
}
