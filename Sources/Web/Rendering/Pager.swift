/// Links to the pages of a list.
struct Pager {
  let fields: FormFields
  let path: String
  let number: Int
  let total: Int
  let size: Int
  let pages: Int

  /// `pages` is how many there are, where it does not follow from the size.
  init(
    fields: FormFields, path: String, number: Int, total: Int, size: Int, pages: Int? = nil
  ) {
    self.fields = fields
    self.path = path
    self.number = number
    self.total = total
    self.size = size
    self.pages = pages ?? max(1, (total + size - 1) / max(1, size))
  }

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
