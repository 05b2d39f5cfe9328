import Deliberation
import JapaneseText

/// Full names that somebody is introduced by (まず、山田太郎氏でございます; 会長に任命されました山田太郎でございます).
///
/// A name counts only where it is certain: it begins with the surname of exactly one speaker of the
/// record whom the attendance list does not name, and nobody else is introduced by that surname.
struct Introductions {
  /// One introduction: the words up to the end of the name.
  private struct Words {
    /// The unbroken run of name signs at the end.
    var run: Scalars
    /// What stands behind the name: 氏, 臨時委員; nil where speakers name themselves.
    var title: Scalars?
    /// The turn in which it is said.
    var turn: Int
  }

  /// A speaker as labels name them.
  private struct Speaker: Hashable {
    var surname: String
    var hint: String?
    var role: String?
  }

  private var found: [Words] = []

  /// Gathers the introductions of a turn.
  mutating func read(
    _ text: Scalars, _ sentences: [TextSpan], by parts: LabelParts?, turn: Int,
    lexicon: RoleLexicon
  ) {
    for (place, sentence) in sentences.enumerated() {
      for end in Self.titled(in: text, sentence) {
        takeTitled(text, TextSpan(sentence.from, end), turn: turn, lexicon: lexicon)
      }
      guard let end = Self.end(of: sentence, in: text) else { continue }
      if place < 8, let surname = parts?.name, parts?.isFullName == false {
        takeOwn(surname.scalars, text, TextSpan(sentence.from, end), turn: turn)
      }
      takeTitled(text, TextSpan(sentence.from, end), turn: turn, lexicon: lexicon)
    }
  }

  /// The places behind 氏 before a predicate inside the sentence (山田太郎氏でありますが、まだ…).
  private static func titled(in text: Scalars, _ sentence: TextSpan) -> [Int] {
    sentence.range.filter { offset in
      text[offset] == "氏"
        && clauses.contains {
          offset + 1 + $0.count < sentence.to && text.starts($0, at: offset + 1)
        }
    }.map { $0 + 1 }
  }

  private static let clauses = [
    "でございますが", "でございますけ", "でありますが", "でありますけ", "ですが", "ですけ",
  ].map(\.scalars)

  /// Where the predicate of an introduction begins; nil for other sentences.
  private static func end(of sentence: TextSpan, in text: Scalars) -> Int? {
    var end = sentence.to
    while end > sentence.from, "。．」 　".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    for predicate in predicates
    where end - sentence.from > predicate.count + 2
      && text.starts(predicate, at: end - predicate.count)
    {
      return end - predicate.count
    }
    return nil
  }

  /// `会長に任命されました山田太郎でございます`: the speaker's own surname and what follows it.
  private mutating func takeOwn(_ surname: Scalars, _ text: Scalars, _ span: TextSpan, turn: Int) {
    for length in 1...3 {
      let start = span.to - surname.count - length
      guard start >= span.from, text.starts(surname, at: start) else { continue }
      if start > span.from, text[start - 1].isKanji { continue }
      let run = Array(text[start..<span.to])
      if Self.isGiven(run[surname.count...]) {
        found.append(Words(run: run, title: nil, turn: turn))
      }
      return
    }
  }

  /// `山田太郎氏でございます`, `山田太郎臨時委員です`.
  private mutating func takeTitled(
    _ text: Scalars, _ span: TextSpan, turn: Int, lexicon: RoleLexicon
  ) {
    let words = Array(text[max(span.from, span.to - 16)..<span.to])
    guard let role = lexicon.role(endOf: words),
      role.roleClass == .person || role.roleClass == .seat, role.word.count < words.count
    else { return }
    var start = words.count - role.word.count
    while start > 0, words[start - 1].isKanji || words[start - 1] == "々" { start -= 1 }
    let run = Array(words[start..<(words.count - role.word.count)])
    guard (3...6).contains(run.count), start > 0 || span.count <= 16 else { return }
    found.append(Words(run: run, title: role.word, turn: turn))
  }

  /// Whether signs can be a given name: kanji, and no word that follows surnames otherwise.
  private static func isGiven(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    guard (1...3).contains(words.count), words.allSatisfy({ $0.isKanji || $0 == "々" }),
      let last = words.last
    else { return false }
    return !"町市県村区省庁社氏様君側案等的家方人者長員官士役授組班課部局室".unicodeScalars.contains(last)
  }

  /// Gives the introduced their names; `resolved` is told each label that is open no more.
  func resolve(_ spoken: inout [Spoken], people: People, resolved: (String) -> Void) {
    guard !found.isEmpty else { return }
    var speakers: [Speaker: String] = [:]
    for item in spoken {
      if let speaker = Self.speaker(item), item.statement.speakerName == nil {
        speakers[speaker] = ""
      }
    }
    for words in found {
      guard let speaker = speaker(of: words, among: speakers.keys, spoken) else { continue }
      let name = String(words.run)
      // two names for one label: neither is certain
      speakers[speaker] = speakers[speaker] == "" || speakers[speaker] == name ? name : nil
    }
    for index in spoken.indices {
      guard let speaker = Self.speaker(spoken[index]), spoken[index].statement.speakerName == nil,
        let name = speakers[speaker], !name.isEmpty, !people.knows(surname: speaker.surname)
      else { continue }
      spoken[index].statement.speakerName = name
      spoken[index].statement.speaker = people.introduced(name, spoken[index].statement)
      if let label = spoken[index].label { resolved(label) }
    }
  }

  private static func speaker(_ item: Spoken) -> Speaker? {
    guard let parts = item.parts, let name = parts.name, !parts.isFullName, parts.voice == nil
    else { return nil }
    return Speaker(surname: name, hint: parts.hint, role: parts.role)
  }

  /// The one speaker whom the words can name.
  private func speaker(
    of words: Words, among speakers: some Sequence<Speaker>, _ spoken: [Spoken]
  ) -> Speaker? {
    let fitting = speakers.filter { speaker in
      let surname = speaker.surname.scalars
      let given = words.run.dropFirst(surname.count)
      guard words.run.starts(surname, at: 0), Self.isGiven(given) else { return false }
      return speaker.hint.map { given.starts(with: $0.scalars) } ?? true
    }
    let longest = fitting.map(\.surname.unicodeScalars.count).max() ?? 0
    guard !speakers.contains(where: { $0.surname.scalars == words.run }) else { return nil }
    var likely = fitting.filter { $0.surname.unicodeScalars.count == longest }
    if words.title == nil {
      let own = spoken.indices.contains(words.turn) ? Self.speaker(spoken[words.turn]) : nil
      return likely.first { $0 == own }
    }
    if likely.count > 1, let title = words.title {
      likely = likely.filter { $0.role == String(title) }
    }
    return likely.count == 1 ? likely.first : nil
  }

  private static let predicates = [
    "でございます", "でございまして", "であります", "です", "と申します", "をご紹介します", "をご紹介いたします", "をご紹介申し上げます",
    "を御紹介します", "を御紹介いたします", "を御紹介申し上げます", "をご紹介させていただきます", "を御紹介させていただきます",
  ].map(\.scalars)
}
