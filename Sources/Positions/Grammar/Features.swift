/// What the words behind a predicate add to it, whatever the predicate is.
///
/// Negation is not among them: it is counted, because two negations make an affirmation.
struct Features: OptionSet, Hashable, Sendable {
  let rawValue: Int

  static let past = Features(rawValue: 1 << 0)
  /// たい: what the speaker wants.
  static let desire = Features(rawValue: 1 << 1)
  /// いただく, もらう: somebody else acts for the speaker.
  static let receive = Features(rawValue: 1 << 2)
  /// ください, ほしい: asks outright.
  static let asks = Features(rawValue: 1 << 3)
  /// させていただく: the speaker acts, politely.
  static let humble = Features(rawValue: 1 << 4)
  static let potential = Features(rawValue: 1 << 5)
  static let passive = Features(rawValue: 1 << 6)
  static let conditional = Features(rawValue: 1 << 7)
  static let volition = Features(rawValue: 1 << 8)
  /// と思う, と考える: the speaker's own belief.
  static let thought = Features(rawValue: 1 << 9)
  /// か at the end.
  static let question = Features(rawValue: 1 << 10)
  /// ではないか: a claim put softly, never a question.
  static let suggestion = Features(rawValue: 1 << 11)
  /// と聞いている, とのこと: told by others.
  static let hearsay = Features(rawValue: 1 << 12)
  /// かもしれない, だろう.
  static let uncertain = Features(rawValue: 1 << 13)
  /// べき, 必要がある, なければならない.
  static let deontic = Features(rawValue: 1 << 14)
  /// がある, がございます.
  static let exists = Features(rawValue: 1 << 15)
  static let progressive = Features(rawValue: 1 << 16)
  /// ればよい, といい: a wish.
  static let wish = Features(rawValue: 1 << 17)
  /// てまいる, ていく: goes on from here.
  static let onward = Features(rawValue: 1 << 18)
  /// 予定である, 方針である.
  static let planned = Features(rawValue: 1 << 19)
  /// と理解, と認識: the speaker sums up.
  static let recognised = Features(rawValue: 1 << 20)
  /// と言った, とおっしゃった: words put into a mouth.
  static let said = Features(rawValue: 1 << 21)
  /// いただきまして, いただき: a favour that was done.
  static let favour = Features(rawValue: 1 << 22)
  /// です, だ: a noun or an adjective as predicate.
  static let copula = Features(rawValue: 1 << 23)
  /// ざるを得ない, わけにはいかない: no choice.
  static let forced = Features(rawValue: 1 << 24)
  /// 示される, 出る, 寄せられる: a view that came up.
  static let voiced = Features(rawValue: 1 << 25)
  /// お願いする, お願い申し上げる.
  static let pleads = Features(rawValue: 1 << 26)
  /// Ends in the plain non-past of a verb.
  static let plain = Features(rawValue: 1 << 27)
  /// になる: comes to be.
  static let becomes = Features(rawValue: 1 << 29)
  /// を持つ, を抱く: somebody has a feeling.
  static let holds = Features(rawValue: 1 << 28)
}
