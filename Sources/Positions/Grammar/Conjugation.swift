/// How a word of the lexicon or of the grammar inflects.
enum Inflection: String, Hashable, Sendable, CaseIterable {
  /// A noun, or a form that is complete as it stands.
  case noun
  /// A noun that makes a verb with する.
  case suru
  /// An adjective in い.
  case adjective
  /// A verb of five rows, given in its dictionary form (思う).
  case godan
  /// A verb of one row, given in its dictionary form (考える).
  case ichidan
}

/// One surface form of an inflected word.
struct InflectedForm: Hashable, Sendable {
  var surface: String
  var features: Features
  /// How often the form denies.
  var negations: Int
  /// Whether the form needs something behind it (連用形, 音便形).
  var bound: Bool
}

/// The conjugation of modern Japanese, as far as clause ends need it.
enum Conjugation {
  /// Every form of a word; the endings of politeness, voice and negation are built in, what comes
  /// behind て is found by the predicate reader.
  static func forms(of word: String, _ inflection: Inflection) -> [InflectedForm] {
    switch inflection {
    case .noun: [InflectedForm(surface: word, features: [], negations: 0, bound: false)]
    case .suru: forms(of: word, .noun) + suru(word)
    // いい has no other form; よい lends it the rest.
    case .adjective:
      word.hasSuffix("いい") ? forms(of: word, .noun) : adjective(String(word.dropLast()))
    case .godan: godan(word)
    case .ichidan: ichidan(String(word.dropLast()), [.plain])
    }
  }

  /// する and its polite sisters behind a verbal noun.
  private static func suru(_ noun: String) -> [InflectedForm] {
    var forms = verb(
      stems: Stems(
        dictionary: noun + "する", connective: noun + "し", irrealis: noun + "し", sound: noun + "し",
        te: "て", ta: "た", conditional: noun + "すれば", volitional: noun + "しよう"), [.plain])
    forms += ichidan(noun + "でき", [.potential, .plain]) + ichidan(noun + "され", [.passive, .plain])
    forms += ichidan(noun + "し得", [.potential]) + godan(noun + "いたす") + godan(noun + "致す")
    forms += [
      InflectedForm(surface: noun + "すべき", features: [.deontic], negations: 0, bound: false),
      InflectedForm(surface: noun + "せず", features: [], negations: 1, bound: false),
      InflectedForm(surface: noun + "せぬ", features: [], negations: 1, bound: false),
      InflectedForm(surface: noun + "せざるを得ない", features: [.forced], negations: 0, bound: false),
    ]
    return forms
  }

  private static func ichidan(_ stem: String, _ features: Features) -> [InflectedForm] {
    verb(
      stems: Stems(
        dictionary: stem + "る", connective: stem, irrealis: stem, sound: stem, te: "て", ta: "た",
        conditional: stem + "れば", volitional: stem + "よう"), features)
      + [
        InflectedForm(
          surface: stem + "られる", features: features.union(.passive), negations: 0, bound: false),
        InflectedForm(
          surface: stem + "られ", features: features.union(.passive), negations: 0, bound: true),
        InflectedForm(
          surface: stem + "られない", features: features.union(.potential), negations: 1, bound: false),
        InflectedForm(
          surface: stem + "られません", features: features.union(.potential), negations: 1,
          bound: false),
      ]
  }

  private static func godan(_ word: String) -> [InflectedForm] {
    guard let last = word.last, let row = rows[last] else { return forms(of: word, .noun) }
    let stem = String(word.dropLast())
    let sound = word.hasSuffix("行く") || word == "いく" || word.hasSuffix("ていく") ? "っ" : row.sound
    let voiced = ["ぐ", "ぬ", "ぶ", "む"].contains(last)
    let irrealis = word == "ある" || word == "ござる" ? nil : stem + row.a
    var forms = verb(
      stems: Stems(
        dictionary: word, connective: word == "ござる" ? "ござい" : stem + row.i, irrealis: irrealis,
        sound: stem + sound, te: voiced ? "で" : "て", ta: voiced ? "だ" : "た",
        conditional: stem + row.e + "ば", volitional: stem + row.o + "う"), [.plain])
    guard irrealis != nil else { return forms }
    forms += potentialOfGodan(stem + row.e)
    for (end, bound) in [("れる", false), ("れた", false), ("れ", true), ("れます", false)] {
      forms.append(
        InflectedForm(
          surface: stem + row.a + end, features: [.passive], negations: 0, bound: bound))
    }
    return forms
  }

  private static func potentialOfGodan(_ stem: String) -> [InflectedForm] {
    verb(
      stems: Stems(
        dictionary: stem + "る", connective: stem, irrealis: stem, sound: stem, te: "て", ta: "た",
        conditional: stem + "れば", volitional: nil), [.potential])
  }

  private static func adjective(_ stem: String) -> [InflectedForm] {
    let table: [(String, Features, Int, Bool)] = [
      ("い", [.copula], 0, false), ("く", [], 0, false), ("くて", [], 0, false),
      ("かった", [.past], 0, false), ("ければ", [.conditional], 0, false), ("くない", [], 1, false),
      ("くなく", [], 1, false), ("くなかった", [.past], 1, false), ("くはない", [], 1, false),
      ("くありません", [], 1, false), ("くはありません", [], 1, false), ("くございません", [], 1, false),
      ("くもない", [], 1, false), ("かろう", [.uncertain], 0, false), ("さ", [], 0, true),
    ]
    return table.map { InflectedForm(surface: stem + $0, features: $1, negations: $2, bound: $3) }
  }

  /// The stems from which all forms of a verb are made; what a verb lacks is nil.
  private struct Stems {
    var dictionary: String
    var connective: String
    var irrealis: String?
    var sound: String
    var te: String
    var ta: String
    var conditional: String
    var volitional: String?
  }

  private static func verb(stems: Stems, _ base: Features) -> [InflectedForm] {
    var forms: [InflectedForm] = []
    func add(_ surface: String, _ more: Features = [], not: Int = 0, bound: Bool = false) {
      forms.append(
        InflectedForm(
          surface: surface, features: base.subtracting(.plain).union(more), negations: not,
          bound: bound))
    }
    let polite = stems.connective
    add(stems.dictionary, base.intersection(.plain))
    add(stems.sound + stems.ta, [.past])
    add(stems.sound + stems.ta + "ら", [.conditional])
    add(stems.sound + stems.te)
    add(stems.sound, bound: true)
    add(polite, bound: true)
    add(polite + "ます", base.intersection(.plain))
    add(polite + "ました", [.past])
    add(polite + "まして")
    add(polite + "ません", not: 1)
    add(polite + "ませんでした", [.past], not: 1)
    add(polite + "ましょう", [.volition])
    add(polite + "つつ")
    add(polite + "たい", [.desire])
    add(polite + "たく", [.desire])
    add(polite + "たかった", [.desire, .past])
    add(polite + "たくない", [.desire], not: 1)
    add(polite + "がたい", not: 1)
    add(polite + "難い", not: 1)
    add(polite + "かねる", not: 1)
    add(polite + "かねます", not: 1)
    add(polite + "かねて", not: 1)
    add(polite + "得ない", [.potential], not: 1)
    add(polite + "ようがない", [.potential], not: 1)
    add(stems.dictionary + "べき", [.deontic])
    add(stems.conditional, [.conditional])
    if let volitional = stems.volitional { add(volitional, [.volition]) }
    if let irrealis = stems.irrealis {
      add(irrealis + "ない", not: 1)
      add(irrealis + "なく", not: 1)
      add(irrealis + "なくて", not: 1)
      add(irrealis + "なかった", [.past], not: 1)
      add(irrealis + "ず", not: 1)
      add(irrealis + "ざるを得ない", [.forced])
      add(irrealis + "ざるを得ません", [.forced])
      for must in ["なければならない", "なければなりません", "なければいけない", "ねばならない", "なくてはならない"] {
        add(irrealis + must, [.deontic])
      }
    }
    return forms
  }

  private struct Row {
    var a: String
    var i: String
    var e: String
    var o: String
    var sound: String
  }

  private static let rows: [Character: Row] = [
    "う": Row(a: "わ", i: "い", e: "え", o: "お", sound: "っ"),
    "く": Row(a: "か", i: "き", e: "け", o: "こ", sound: "い"),
    "ぐ": Row(a: "が", i: "ぎ", e: "げ", o: "ご", sound: "い"),
    "す": Row(a: "さ", i: "し", e: "せ", o: "そ", sound: "し"),
    "つ": Row(a: "た", i: "ち", e: "て", o: "と", sound: "っ"),
    "ぬ": Row(a: "な", i: "に", e: "ね", o: "の", sound: "ん"),
    "ぶ": Row(a: "ば", i: "び", e: "べ", o: "ぼ", sound: "ん"),
    "む": Row(a: "ま", i: "み", e: "め", o: "も", sound: "ん"),
    "る": Row(a: "ら", i: "り", e: "れ", o: "ろ", sound: "っ"),
  ]
}
