import Deliberation
import JapaneseText

/// Statements that move the meeting along and are about no provision.
enum Procedure {
  /// Whether a statement without links of its own is procedural: the chair's rulings, thanks,
  /// invitations to speak, answers of one word, and whatever the positions found procedural.
  static func isProcedural(_ statement: Statement) -> Bool {
    if statement.kind == .chair { return true }
    if !statement.positions.isEmpty,
      statement.positions.allSatisfy({ $0.modality == .procedural })
    {
      return true
    }
    let scalars = statement.text.scalars
    let spans = statement.sentences.isEmpty ? [TextSpan(0, scalars.count)] : statement.sentences
    let isTied = statement.relations.contains { !$0.to.isEmpty }
    return spans.allSatisfy { span in
      let sentence = MatchText(scalars.text(span)).scalars
      if sentence.count < 12 { return !isTied }
      return sentence.count < 80 && cues.contains { sentence.firstOffset(of: $0) != nil }
    }
  }

  private static let cues = [
    "ありがとうございま", "有難うございま", "以上です", "以上でございます", "以上になります", "以上であります",
    "説明をお願い", "御発言", "ご発言", "御意見はござい", "ご意見はござい", "御意見ございま", "ご意見ございま",
    "御質問はござい", "ご質問はござい", "挙手", "次の議題", "議事に入", "議題に入", "閉会", "開会", "散会",
    "休憩", "異議なし", "異議ございません", "異議ありません", "よろしいでしょうか", "よろしくお願い",
    "承知しました", "承知いたしました", "次回の会合", "次回の委員会", "追加の意見を募", "資料を御覧",
    "資料をご覧", "聞こえま", "ミュート",
  ].map(MatchText.term)
}
