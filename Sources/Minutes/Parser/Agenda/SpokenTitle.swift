import JapaneseText

/// The forms in which a chair reads out the title of an item.
///
/// Brackets at the end are left out (内閣提出第一〇号), の is put in or left out (理事補欠選任の件:
/// 理事の補欠選任について), and of a title that joins two matters one is taken up at a time
/// (委員長及び理事の互選: これより理事の互選を行います).
enum SpokenTitle {
  /// The shortest form by which an item is known.
  private static let shortest = 4
  /// A form shorter than this has to stand as a word of its own.
  private static let safe = 6

  /// The forms of a title, folded as `folded` folds words, the whole title first.
  static func forms(of title: String) -> [Scalars] {
    var forms: [Scalars] = []
    for words in [title.scalars, withoutNotes(title.scalars)] {
      let whole = folded(words)
      for form in [whole, core(whole)] + parted(core(whole)) where !forms.contains(form) {
        // 会期の件: the word itself is too short, and stands in every meeting
        let isMatter = form.last == "件" && form.count >= 3
        if form.count >= shortest || isMatter { forms.append(form) }
      }
    }
    forms += forms.filter { general.contains($0) && !forms.contains($0 + matter) }.map {
      $0 + matter
    }
    return forms.filter { !general.contains($0) }
  }

  /// Words folded for comparison: no marks, no の.
  static func folded(_ words: Scalars) -> Scalars {
    AgendaTree.key(String(words)).scalars.filter { $0 != "の" }
  }

  /// Whether a form stands in folded words, a short one with the edges of a word.
  static func stands(_ form: Scalars, in words: Scalars) -> Bool {
    var from = 0
    while let at = words.firstOffset(of: form, from: from, to: words.count) {
      if form.count >= safe { return true }
      let end = at + form.count
      let opens = at == 0 || words[at - 1].isHiragana
      let closes = end < words.count && words[end].isHiragana
      if opens, closes { return true }
      from = at + 1
    }
    return false
  }

  private static func withoutNotes(_ title: Scalars) -> Scalars {
    var words = title[...]
    while let last = words.last, last == "）" || last == ")",
      let open = words.lastIndex(where: { $0 == "（" || $0 == "(" }), open > words.startIndex
    {
      words = words[..<open]
    }
    return Array(words)
  }

  /// A folded title without what only says that it is a matter: の件, について, に関する件.
  private static func core(_ key: Scalars) -> Scalars {
    for end in ends where key.count >= end.count + shortest && key.ends([end]) {
      return Array(key.dropLast(end.count))
    }
    return key
  }

  /// `委員長及び理事互選` as 委員長互選 and 理事互選: two matters of which one word is told.
  private static func parted(_ key: Scalars) -> [Scalars] {
    let joint = "及び".scalars
    guard let at = key.firstOffset(of: joint, from: 0, to: key.count), at >= 2 else { return [] }
    for act in acts where key.ends([act]) && key.count > at + joint.count + act.count + 1 {
      let first = Array(key[..<at])
      if first.ends(acts) { return [] }
      return [first + act, Array(key[(at + joint.count)...])]
    }
    return []
  }

  private static let matter = "件".scalars
  private static let ends = ["に関する件", "に関すること", "についての件", "について", "件"].map(\.scalars)
  private static let acts = ["互選", "選任", "選挙", "指名", "辞任"].map(\.scalars)
  /// Words of every meeting that name no matter.
  private static let general = Set(
    ["質疑応答", "意見交換", "閉会中審査", "自由討議", "事務連絡", "議事録", "会議録"].map(\.scalars))
}
