package import JapaneseText

/// Why a query cannot be understood: where, why, and what to write instead.
package struct QueryError: Error, Hashable, Sendable {
  package var query: String
  /// The place, in scalars of the query.
  package var span: TextSpan
  package var problem: Problem
  /// What to put in place of a part of the query to set it right; nil where nobody can tell.
  package var fix: Fix?

  /// Words for a part of the query.
  package struct Fix: Hashable, Sendable {
    package var span: TextSpan
    package var words: String

    package init(_ span: TextSpan, _ words: String) {
      self.span = span
      self.words = words
    }
  }

  package enum Problem: Hashable, Sendable {
    case empty
    case unclosedQuote
    case unclosedBracket
    case unopenedBracket
    case nothingBehind(String)
    case nothingBefore(String)
    case onlyExcluded
    case noCharacters(String)
    case misplacedStar
    case badDistance(most: Int)
    case mixedDistances
    case nearOfNoWord
    case tooLong(limit: Int)
    case unknownField(String, meant: String)
    case fieldInAlternative
    case fieldInBrackets
    case fieldExcluded
    case badValue(field: String, value: String, allowed: String)
  }

  /// The offset of the place, in scalars of the query, from 0.
  package var offset: Int { span.from }

  /// The query set right, so that it is understood; nil where nobody can tell how.
  package var correction: String? {
    var error = self
    // One fix may bring the next fault to light.
    for _ in 0..<8 {
      guard let words = error.fixed, words != query else { return nil }
      do {
        _ = try SearchQuery.parse(words)
        return words
      } catch let next {
        error = next
      }
    }
    return nil
  }

  /// The query with its fix; nil where there is none, or where nothing is left.
  private var fixed: String? {
    guard let fix else { return nil }
    let scalars = query.scalars
    let fixed =
      scalars.text(TextSpan(0, fix.span.from)) + fix.words
      + scalars.text(TextSpan(fix.span.to, scalars.count))
    let words = fixed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty ? nil : words
  }

  /// Two lines: the query, and under it `^` at the place, for a terminal with fixed widths.
  package var caret: String {
    let line = query.unicodeScalars.map { $0.isLineEnd ? " " : String($0) }.joined()
    var marks = ""
    for scalar in query.unicodeScalars.prefix(span.from) {
      marks += DisplayWidth.of(scalar) > 1 ? "　" : " "
    }
    let marked = query.unicodeScalars.dropFirst(span.from).prefix(max(1, span.count))
    if marked.isEmpty { marks += "^" }
    for scalar in marked { marks += DisplayWidth.of(scalar) > 1 ? "^^" : "^" }
    return line + "\n" + marks
  }
}

extension QueryError: CustomStringConvertible {
  /// Place, reason, remedy and correction, in Japanese and in English, with the place marked.
  package var description: String {
    var lines = [japanese]
    if !query.isEmpty { lines += caret.split(separator: "\n").map { "  \($0)" } }
    if let correction { lines.append("もしかして (did you mean): \(correction)") }
    lines.append(english)
    return lines.joined(separator: "\n")
  }

  /// Place, reason and remedy in Japanese.
  package var japanese: String {
    let (reason, remedy) =
      switch problem {
      case .empty: ("検索語がありません", "語を入れるか、speaker: などの条件を付けてください")
      case .unclosedQuote: ("引用符が閉じていません", "語句の後ろに閉じる引用符を付けてください")
      case .unclosedBracket: ("括弧が閉じていません", "後ろに ) を付けてください")
      case .unopenedBracket: ("対応する ( のない ) があります", "( を付けるか、) を \" \" で囲んでください")
      case .nothingBehind(let sign):
        ("\(sign) の後ろに語がありません", "語を続けるか、\(sign) を \" \" で囲んでください")
      case .nothingBefore(let sign):
        ("\(sign) の前に語がありません", "語を前に置くか、\(sign) を \" \" で囲んでください")
      case .onlyExcluded: ("除外の語だけを OR や括弧の中に置くことはできません", "探す語を先に書いてください（例: 事故 -訓練）")
      case .noCharacters(let word): ("「\(word)」には探せる文字がありません", "別の語を入れてください")
      case .misplacedStar:
        ("* は語の末尾にだけ付けられます", "語はどこにあっても見つかるので * は不要です。文字の * は \" \" で囲んでください")
      case .badDistance(let most): ("NEAR/ の後ろは 0 から \(most) までの数です", "例: 事故 NEAR/10 報告")
      case .mixedDistances: ("続けて書く NEAR の距離は同じでなければなりません", "同じ数にするか、括弧なしの別の条件に分けてください")
      case .nearOfNoWord: ("NEAR でつなげるのは語、語句、(語 OR 語) だけです", "例: 事故 NEAR/10 (報告 OR 届出)")
      case .tooLong(let limit): ("検索式が長すぎます", "\(limit) 文字以内にしてください")
      case .unknownField(let name, let meant):
        ("\(name): という条件はありません", "\(meant): と書くか、文字として探すなら \" \" で囲んでください")
      case .fieldInAlternative: ("条件は OR の中には置けません", "条件は OR の外に書き、OR は ( ) で囲んでください")
      case .fieldInBrackets: ("括弧の中に条件だけを置くことはできません", "条件は括弧の外に書いてください")
      case .fieldExcluded: ("この条件は除外できません", "種別・法令・条項のほかの条件と語だけを除外できます")
      case .badValue(let field, let value, let allowed):
        ("\(field): に「\(value)」は使えません", "使えるもの: \(allowed)")
      }
    return "\(offset + 1) 文字目: \(reason)。\(remedy)。"
  }

  /// The same in English.
  package var english: String {
    let (reason, remedy) =
      switch problem {
      case .empty: ("there is nothing to search for", "give words, or a condition like speaker:")
      case .unclosedQuote: ("the quotation is not closed", "add the closing mark behind the phrase")
      case .unclosedBracket: ("the bracket is not closed", "add ) behind it")
      case .unopenedBracket: ("there is no ( for this )", "add (, or put ) in quotation marks")
      case .nothingBehind(let sign):
        ("no word follows \(sign)", "add one, or put \(sign) in quotation marks")
      case .nothingBefore(let sign):
        ("no word stands before \(sign)", "add one, or put \(sign) in quotation marks")
      case .onlyExcluded:
        ("only excluded words stand in brackets or in OR", "put a word to be found before them")
      case .noCharacters(let word): ("`\(word)` has no character to search", "give another word")
      case .misplacedStar:
        (
          "* may stand at the end of a word only",
          "words are found wherever they stand; quote a literal *"
        )
      case .badDistance(let most):
        ("NEAR/ takes a number from 0 to \(most)", "for example: 事故 NEAR/10 報告")
      case .mixedDistances: ("a row of NEARs has one distance", "give all of them the same number")
      case .nearOfNoWord:
        ("NEAR joins words, phrases and (word OR word) only", "for example: a NEAR/10 (b OR c)")
      case .tooLong(let limit): ("the query is too long", "keep it within \(limit) characters")
      case .unknownField(let name, let meant):
        ("there is no field \(name):", "write \(meant):, or put the words in quotation marks")
      case .fieldInAlternative:
        ("a field cannot stand in OR", "put it outside, and the OR in brackets")
      case .fieldInBrackets:
        ("a field cannot stand alone in brackets", "put it outside of them")
      case .fieldExcluded:
        (
          "this field cannot be excluded",
          "words, and fields other than kind, law, article and basis, can"
        )
      case .badValue(let field, let value, let allowed):
        ("\(field): does not know `\(value)`", "it knows: \(allowed)")
      }
    return "character \(offset + 1): \(reason); \(remedy)"
  }
}
