import Deliberation
import JapaneseText

/// On which side of the table somebody sits: the group decides, the role tells who presides.
enum AttendeeKinds {
  static func kind(role: String?, organisation: String?, group: AttendanceGroup) -> AttendeeKind {
    let key = role.map(HeadLine.fold) ?? []
    if group.kind == .guest || group.kind == .official, key.ends([HeadLine.fold("専門員")]) {
      return .secretariat
    }
    guard group.kind == .member else { return group.kind }
    let lexicon = HeadLexicon.current
    for (word, kind) in [("deputyChair", AttendeeKind.deputyChair), ("chair", .chair)] {
      guard let words = lexicon.roleWords[word] else { continue }
      if words.value(of: key) != nil, organisation == nil || key.count >= 2 && !isOutside(key) {
        return kind
      }
    }
    if organisation == nil {
      if key.ends(sectionDeputies) { return .deputyChair }
      if key.ends(sectionChairs) { return .chair }
    }
    if group.isKnown || key.isEmpty { return .member }
    // Without a heading the post itself tells officials and the secretariat from members.
    if key.contains("事務局") { return .secretariat }
    guard organisation == nil,
      lexicon.roleWords["member"]?.suffix(of: key, from: 0, to: key.count) == nil,
      key.ends(posts)
    else { return .member }
    return .official
  }

  /// 会長 of an association is no chair of this meeting.
  private static func isOutside(_ key: Scalars) -> Bool {
    key == HeadLine.fold("会長") || key == HeadLine.fold("副会長") || key == HeadLine.fold("リーダー")
      || key == HeadLine.fold("主任")
  }

  /// Those who preside over a part of the body: 評価部会長.
  private static let sectionChairs = ["部会長", "分科会長"].map(HeadLine.fold)
  private static let sectionDeputies = ["部会長代理", "分科会長代理", "副部会長"].map(HeadLine.fold)
  private static let posts = [
    "局長", "部長", "課長", "室長", "審議官", "参事官", "企画官", "補佐", "係長", "大臣", "政務官", "次長", "専門官", "調整官",
    "市長", "区長", "町長", "村長", "知事", "教育長", "参考人", "専門員", "総長", "管理者",
  ].map(HeadLine.fold)
}
