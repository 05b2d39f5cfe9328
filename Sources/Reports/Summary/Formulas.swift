import Deliberation
import JapaneseText

/// Sentences that carry no view: thanks, assent to what was explained, and calls to turn a page.
///
/// They are no opinions and no requests to the administration; a summary that lists them among such
/// is one that nobody reads to the end.
package enum Formulas {
  /// Thanks, excuses and assent without anything beside them (`どうもありがとうございました。`).
  package static func isCourtesy(_ words: String) -> Bool {
    if words.contains("ありがとうございま"), greetings.contains(where: words.contains) { return true }
    var rest = words.scalars.filter { !$0.isSpace && !marks.contains($0) }
    guard rest.count <= longest else { return false }
    var hasFormula = false
    while !rest.isEmpty {
      if let formula = formulas.first(where: { rest.starts($0, at: 0) }) {
        rest.removeFirst(formula.count)
        hasFormula = true
      } else if let filler = fillers.first(where: { rest.starts($0, at: 0) }) {
        rest.removeFirst(filler.count)
      } else {
        return false
      }
    }
    return hasFormula
  }

  /// Whether the words only lead the listeners through a paper, or beg their pardon.
  package static func isStaging(_ words: String) -> Bool {
    staging.contains(where: words.contains)
  }

  /// Whether an official speaks of how the sitting is held, not of its matter.
  static func isHousekeeping(_ words: String) -> Bool {
    housekeeping.contains(where: words.contains)
  }

  /// Whether the words say what ought to be: the comments that a summary cannot do without.
  static func isClaim(_ words: String) -> Bool { claims.contains(where: words.contains) }

  /// Whether words about the proceedings decide something or give a task.
  static func isDecision(_ words: String) -> Bool { decisions.contains(where: words.contains) }

  private static let claims = [
    "べき", "必要", "重要", "望ましい", "ほうがよい", "方がよい", "ほうがいい", "方がいい", "してはどう", "大事", "なければなら", "しかない",
    "提案",
    "対象と", "求め",
  ]
  private static let decisions = [
    "とりまとめ", "取りまとめ", "取り纏め", "公開草案", "パブリックコメント", "決定", "一任", "ご承認", "御承認", "ご了承", "御了承", "了承され",
    "こととしたい", "ことにしたい", "ことといたしたい", "ことにいたしたい", "こととさせて", "事務局において", "事務局のほうで", "事務局の方で", "採決",
    "可決", "否決",
    "次回までに", "持ち帰", "宿題", "継続して", "引き続き検討", "引き続きご議論", "引き続き御議論",
  ]

  private static let housekeeping = [
    "マイク", "ミュート", "カメラの", "カメラを", "チャット機能", "ライブ中継", "挙手機能", "定刻", "お集まりいただけ", "全員宛て",
  ]
  private static let longest = 48
  private static let greetings = ["お忙しい", "ご多忙", "御多忙", "参集", "お集まり", "お集り"]
  private static let marks = Set("、。，．,.！!？?…―・".unicodeScalars)
  private static let formulas = [
    "ありがとうございました", "ありがとうございます", "有難うございました", "有難うございます", "有り難うございました",
    "有り難うございます", "ありがとう存じます", "わかりました", "分かりました", "承知しました", "承知いたしました",
    "失礼しました", "失礼いたしました", "失礼いたします", "申し訳ありません", "申し訳ございません", "以上です",
    "以上でございます", "以上であります", "よろしくお願いします", "よろしくお願いいたします", "よろしくお願い申し上げます",
    "お願いします", "お願いいたします", "恐れ入ります", "了解しました", "了解いたしました", "はい", "結構です",
    "感謝する", "感謝申し上げる", "感謝申し上げます", "そうですか", "そうですね", "なるほど",
    "よろしいでしょうか", "よろしいですか", "よろしゅうございますか", "宜しくお願いします", "宜しくお願いいたします", "宜しくお願い致します",
    "よろしくお願い致します", "いかがでしょうか", "いかがでございましょうか", "いかがですか",
  ].map(\.scalars)
  private static let fillers = [
    "どうも", "大変", "たいへん", "誠に", "本当に", "では", "それでは", "じゃあ", "ええ", "えー", "あの", "まことに",
    "説明", "ご説明", "御説明", "発表", "ご発表", "意見", "ご意見", "御意見", "質問", "ご質問", "御質問", "発言",
    "ご発言", "御発言", "紹介", "ご紹介", "御紹介", "指摘", "ご指摘", "御指摘", "貴重な", "丁寧な", "ご丁寧な",
    "いただきまして", "いただき", "くださいまして", "いろいろ", "色々", "私からは", "私からも", "以上", "ただいまの",
    "の", "を", "に", "と", "も", "ご", "御", "お", "委員", "先生",
  ].sorted { $0.count > $1.count }.map(\.scalars)
  private static let staging = [
    "お開け", "開けていただ", "お開き", "めくって", "おめくり", "ご覧いただ", "御覧いただ", "ご覧くださ", "御覧くださ",
    "ご覧になって", "に戻っていただ", "お戻りくださ", "お戻りいただ", "お許しいただ", "お許しをいただ", "お許しくださ", "ご容赦", "御容赦",
    "お時間を頂",
    "お手元の資料を", "ご着席", "御着席", "お待ちくださ", "お時間をいただ",
  ]
}
