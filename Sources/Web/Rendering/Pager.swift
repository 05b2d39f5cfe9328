/// Links to the pages of a list.
struct Pager {
  let fields: FormFields
  let path: String
  let number: Int
  let total: Int
  let size: Int

  var pages: Int { max(1, (total + size - 1) / max(1, size)) }

  /// Nil where everything stands on one page.
  func view(_ words: Words) -> View? {
    guard pages > 1 else { return nil }
    let first = min(total, (number - 1) * size + 1)
    return [
      "previous": number > 1 ? href(min(number - 1, pages)) : nil,
      "next": number < min(pages, PageRequest.lastPage) ? href(number + 1) : nil,
      "says": words.phrase(
        "pager.says", String(first), String(min(total, number * size)), String(total)),
    ]
  }

  private func href(_ number: Int) -> String {
    let query = fields.with("page", number == 1 ? nil : String(number)).encoded
    return PercentCoding.encodedPath(path) + (query.isEmpty ? "" : "?\(query)")
  }
}
