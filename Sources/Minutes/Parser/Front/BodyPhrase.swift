import JapaneseText

/// The words of a title read by the grammar of titles: bodies, number, session, kind of record.
///
/// `情報通信審議会情報通信技術分科会IPネットワーク設備委員会（第86回）`,
/// `企業会計審議会第19回監査部会議事録`, `令和6年第4回定例会`, `A審議会総会・B部会合同会議議事録`.
struct BodyPhrase: Sendable {
  struct Body: Sendable {
    /// Where the name stands in the key.
    var range: Range<Int>
    /// 総会, 定例会 and the like: a body only below another.
    var isLeaf: Bool
    /// Whether it sat together with the body before it.
    var isJoint: Bool
  }

  var bodies: [Body] = []
  var isJoint = false
  /// 第86回.
  var number: Int?
  /// 第3号, 第2日目: the number of a sitting within a session.
  var issue: Int?
  /// 第212回国会.
  var session: Int?
  /// Whether a word of a session stands there (定例会, 臨時会).
  var hasSession = false
  /// Where the words for the kind of record stand (議事録).
  var record: Range<Int>?
  var level: String?
  var status: String?
  /// Whether the words tell about the record only (…議事録について).
  var isAbout = false
  /// Words outside the grammar.
  var foreign = 0

  /// Whether the words are a title or a part of one.
  var isTitle: Bool { foreign == 0 && !(bodies.isEmpty && number == nil && record == nil) }

  /// Reads a line, or a part of one, as a title.
  static func read(_ line: HeadLine, lexicon: HeadLexicon = .current) -> BodyPhrase {
    var reader = BodyPhraseReader(line: line, lexicon: lexicon)
    reader.run(0, line.count)
    return reader.phrase
  }
}
