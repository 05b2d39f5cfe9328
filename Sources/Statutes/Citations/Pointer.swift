import JapaneseText

/// The words that point into a law, as they were read: 第28条第1項第2号ハ, 同条第2項, 附則第3条, 別表第一.
struct Pointer: Hashable, Sendable {
  /// One level of a pointer.
  enum Reference: Hashable, Sendable {
    /// With its number in e-Gov's form (`34_10`).
    case number(String)
    /// 前条, and 前三項 with a count above 1.
    case previous(Int)
    case next
    /// 同条
    case same
    /// この条, 本条
    case this
    /// 前各号
    case allPrevious
  }

  /// Where in the law it begins.
  enum Root: Hashable, Sendable {
    case main
    /// 附則
    case supplement
    /// 別表, with its number; the only table of a law counts as the first.
    case table(String)
    /// 様式
    case form(String)
    /// 同表
    case sameTable
  }

  /// 第二章, この節: a group of articles.
  struct Division: Hashable, Sendable {
    var level: ElementID.Level
    var reference: Reference
  }

  /// In offsets of the folded text.
  var span: TextSpan
  var root = Root.main
  /// 第二章第七節, from the widest to the narrowest; empty where an article is named.
  var divisions: [Division] = []
  var article: Reference?
  var paragraph: Reference?
  var item: Reference?
  /// Numbers of イロハ, （１）, （ｉ）.
  var subitems: [String] = []
  var part: CitationPart?
  var isEach = false
  /// The row of a table in the words of the law (五の項).
  var row: String?
  /// Whether 第 or a relative word begins it, so that it can stand alone.
  var isMarked = false
  /// Whether it begins with a kanji numeral.
  var isKanjiNumber = false

  init(at offset: Int) {
    span = TextSpan(offset, offset)
  }

  /// Whether a level is there at all.
  var isEmpty: Bool {
    root == .main && divisions.isEmpty && article == nil && paragraph == nil && item == nil
      && subitems.isEmpty
  }

  /// Whether it needs no other pointer before it: it names the article itself, or a table.
  var isWhole: Bool {
    if case .number = article { return true }
    return root != .main
  }

  /// Whether it begins with a word that looks back or around (同条, 前項, この号).
  var isRelative: Bool {
    if root == .sameTable { return true }
    for reference in [divisions.first?.reference, article, paragraph, item] {
      guard let reference else { continue }
      if case .number = reference { return false }
      return true
    }
    return false
  }
}
