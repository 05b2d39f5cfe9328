/// Why a query cannot be understood: where, why, and what to write instead.
package struct QueryError: Error, Hashable, Sendable, CustomStringConvertible {
  package var query: String
  /// The offset of the place, in scalars of the query, from 0.
  package var offset: Int
  package var problem: Problem

  package enum Problem: Hashable, Sendable {
    case empty
    case unclosedQuote
    case unclosedBracket
    case unopenedBracket
    case nothingBehind(String)
    case onlyExcluded
    case noCharacters(String)
    case tooLong(limit: Int)
    case badValue(field: String, value: String, allowed: String)
  }

  /// Place, reason and remedy in Japanese.
  package var description: String {
    let (reason, remedy) =
      switch problem {
      case .empty: ("検索語がありません", "語を入れるか、speaker: などの条件を付けてください")
      case .unclosedQuote: ("引用符が閉じていません", "語句の後ろに \" を付けてください")
      case .unclosedBracket: ("括弧が閉じていません", "後ろに ) を付けてください")
      case .unopenedBracket: ("対応する ( のない ) があります", "( を付けるか、) を \" \" で囲んでください")
      case .nothingBehind(let sign): ("\(sign) の後ろに語がありません", "語を続けるか、\(sign) を \" \" で囲んでください")
      case .onlyExcluded: ("除外の語だけを OR や括弧の中に置くことはできません", "探す語を先に書いてください（例: 事故 -訓練）")
      case .noCharacters(let word): ("「\(word)」には探せる文字がありません", "別の語を入れてください")
      case .tooLong(let limit): ("検索式が長すぎます", "\(limit) 文字以内にしてください")
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
      case .unclosedQuote: ("the quotation is not closed", "add \" behind the phrase")
      case .unclosedBracket: ("the bracket is not closed", "add ) behind it")
      case .unopenedBracket: ("there is no ( for this )", "add (, or put ) in quotation marks")
      case .nothingBehind(let sign):
        ("no word follows \(sign)", "add one, or put \(sign) in quotation marks")
      case .onlyExcluded:
        ("only excluded words stand in brackets or in OR", "put a word to be found before them")
      case .noCharacters(let word): ("`\(word)` has no character to search", "give another word")
      case .tooLong(let limit): ("the query is too long", "keep it within \(limit) characters")
      case .badValue(let field, let value, let allowed):
        ("\(field): does not know `\(value)`", "it knows: \(allowed)")
      }
    return "character \(offset + 1): \(reason); \(remedy)"
  }
}
