import JapaneseText

/// Reads pointers from a folded text without blanks.
struct PointerReader: Sendable {
  let text: Scalars

  /// The pointer that begins at an offset.
  ///
  /// `isHeaded` says whether the name of a law, or a connector behind another pointer, stands
  /// directly before it, so that 第 may be missing (28条2項).
  func pointer(at start: Int, isHeaded: Bool) -> Pointer? {
    guard start < text.count, PointerReader.heads.contains(text[start].value) else { return nil }
    var pointer = Pointer(at: start)
    var index = start
    if let end = word(PointerReader.supplement, at: index) {
      pointer.root = .supplement
      pointer.isMarked = true
      index = end
      if let next = word(PointerReader.of, at: index), levelStarts(at: next) { index = next }
    } else if let table = table(at: index) {
      pointer.root = table.root
      pointer.row = table.row
      pointer.isMarked = true
      pointer.span.to = table.end
      return pointer
    }
    if pointer.root == .main, let end = readDivisions(into: &pointer, at: index) {
      pointer.span.to = end
      return pointer
    }
    index = readLevels(into: &pointer, at: index, isHeaded: isHeaded)
    guard !pointer.isEmpty else { return nil }
    index = readTail(into: &pointer, at: index)
    pointer.span.to = index
    return pointer
  }

  private func readLevels(into pointer: inout Pointer, at start: Int, isHeaded: Bool) -> Int {
    var index = start
    let isInside = isHeaded || pointer.root == .supplement
    if let article = article(at: index, isHeaded: isInside) {
      pointer.article = article.reference
      pointer.isMarked = pointer.isMarked || article.isMarked
      pointer.isKanjiNumber = article.isKanji
      index = article.end
    }
    if let paragraph = level(
      "項", at: afterOf(index, pointer.article != nil, number: "項"),
      isFree: pointer.article != nil || isInside)
    {
      if pointer.article == nil {
        pointer.isMarked = pointer.isMarked || paragraph.isMarked
        pointer.isKanjiNumber = paragraph.isKanji
      }
      pointer.paragraph = paragraph.reference
      index = paragraph.end
    } else if pointer.article != nil, index < text.count,
      let number = Numerals.circled(text[index])
    {
      pointer.paragraph = .number(String(number))
      index += 1
    }
    let hasLevel = pointer.article != nil || pointer.paragraph != nil
    if let item = level(
      "号", at: afterOf(index, hasLevel, number: "号"), isFree: hasLevel || isInside)
    {
      if !hasLevel, !(item.isMarked || isHeaded) || !isItemEnd(item.end) { return index }
      // 第一項の第一号基礎的電気通信役務: the number is part of a name.
      if hasLevel, text[index] == "の", !isItemEnd(item.end) { return index }
      if !hasLevel {
        pointer.isMarked = true
        pointer.isKanjiNumber = item.isKanji
      }
      pointer.item = item.reference
      index = item.end
      if let number = numberedSubitem(behind: index) {
        // 第一号（７）, 第一号の（７）
        pointer.subitems = [number.value]
        return number.end
      }
      index = readSubitems(into: &pointer, at: index)
    }
    return index
  }

  /// （７） behind an item that has no イロハ.
  private func numberedSubitem(behind end: Int) -> (value: String, end: Int)? {
    let start = end < text.count && text[end] == "の" ? end + 1 : end
    guard let number = bracketed(at: start, roman: false) else { return nil }
    return (String(number.value), number.end)
  }

  /// イロハ, then （１）, then （ｉ）.
  func readSubitems(into pointer: inout Pointer, at start: Int) -> Int {
    var index = start
    guard let letter = iroha(at: index) else { return index }
    pointer.subitems = [letter.number]
    index = letter.end
    if let number = bracketed(at: index, roman: false) {
      pointer.subitems.append(String(number.value))
      index = number.end
      if let roman = bracketed(at: index, roman: true) {
        pointer.subitems.append(String(roman.value))
        index = roman.end
      }
    }
    return index
  }

  /// A letter that marks a subitem: one katakana, not part of a word.
  func iroha(at index: Int) -> (number: String, end: Int)? {
    guard index < text.count, let ordinal = Iroha.ordinal(text[index]) else { return nil }
    let next = index + 1
    if next < text.count, text[next].isKatakana, text[next] != "・" { return nil }
    return (String(ordinal), next)
  }

  func bracketed(at index: Int, roman: Bool) -> (value: Int, end: Int)? {
    guard index < text.count, text[index] == "(" else { return nil }
    if roman {
      if index + 2 < text.count, text[index + 2] == ")",
        (0x2170...0x217B).contains(text[index + 1].value)
      {
        return (Int(text[index + 1].value - 0x2170) + 1, index + 3)
      }
      var end = index + 1
      var letters: Scalars = []
      while end < text.count, PointerReader.romanLetters.contains(text[end]) {
        letters.append(text[end])
        end += 1
      }
      guard end < text.count, text[end] == ")",
        let value = PointerReader.romans.firstIndex(of: String(letters))
      else { return nil }
      return (value + 1, end + 1)
    }
    guard let number = Numbering.plain(in: text, at: index + 1), number.end < text.count,
      text[number.end] == ")"
    else { return nil }
    return (number.value, number.end + 1)
  }

  /// What may stand behind the last level: 各号, a part, a row of a table.
  private func readTail(into pointer: inout Pointer, at start: Int) -> Int {
    var index = start
    if pointer.item == nil, let end = word(PointerReader.eachItem, at: afterOf(index, true)) {
      if let plain = word(PointerReader.chapeau, at: end - 2) {
        pointer.part = .chapeau
        return plain
      }
      pointer.isEach = true
      index = end
    }
    for (words, part) in PointerReader.parts {
      for candidate in [index, afterOf(index, true)] {
        if let end = word(words, at: candidate) {
          pointer.part = part
          return end
        }
      }
    }
    if let end = word(PointerReader.tableOf, at: index), let row = row(at: end) {
      pointer.row = row.label
      index = row.end
    }
    return index
  }
}
