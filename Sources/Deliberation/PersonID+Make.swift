import Foundation
import JapaneseText

extension PersonID {
  /// The id of a person within one record: from the folded full name and the scope within which the
  /// name means one person.
  ///
  /// The index joins these to persons across meetings by rules of its own (`mention(name:meeting:)`).
  ///
  /// - Parameters:
  ///   - name: the full name in any spelling of its variants and blanks.
  ///   - scope: the organisation of an official, observer or guest that has one; else the path of
  ///     the body, from the root, joined with `/`.
  /// - Returns: `p-` and ten hexadecimal digits of a SHA-256.
  package static func make(name: String, scope: String) -> PersonID {
    let scopeKey = String(FoldedText(scope.scalars, blanks: .dropAll).scalars)
    let words = PersonName.key(name) + "\u{1F}" + scopeKey
    return PersonID(rawValue: "p-" + SHA256.hex(words.utf8).prefix(10))
  }

  /// The address of whoever bears this very name at a meeting.
  ///
  /// - Parameters:
  ///   - name: the full name as printed.
  ///   - meeting: the key of the meeting.
  ///   - mark: what tells namesakes at one meeting apart; empty where there are none.
  /// - Returns: `p-` and twelve hexadecimal digits of a SHA-256.
  package static func mention(name: String, meeting: String, mark: String = "") -> PersonID {
    let words = [exactKey(name), meeting, mark].joined(separator: "\u{1F}")
    return PersonID(rawValue: "p-" + SHA256.hex(words.utf8).prefix(12))
  }

  /// The form in which two names are equal without any folding of variants: blanks, widths and
  /// compatibility characters (half-width kana, Kangxi radicals; Unicode NFKC) make no difference,
  /// 髙 and 高 do.
  package static func exactKey(_ name: String) -> String {
    let composed = name.precomposedStringWithCompatibilityMapping
    return String(String.UnicodeScalarView(composed.unicodeScalars.filter { !$0.isSpace }))
  }
}
