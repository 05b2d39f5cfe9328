import JapaneseText

extension PersonID {
  /// The address of a person: from the folded full name and the scope within which the name means
  /// one person, so that any order of ingest gives the same.
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
}
