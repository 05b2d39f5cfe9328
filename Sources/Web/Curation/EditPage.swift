import Reports

/// The page on which the token is shown that `serve --edit` printed.
struct EditPage: Page {
  let editor: Editor?

  var template: String { "edit" }

  func title(_ words: Words) -> String { words["edit"] }

  func view(_ place: Surroundings) -> View {
    ["heading": title(place.words), "author": editor?.name, "known": editor == nil ? nil : true]
  }

  var json: JSONValue { ["editing": .bool(editor != nil)] }
}
