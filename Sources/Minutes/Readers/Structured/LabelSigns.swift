/// The signs with which printed records begin a speaker's label (guide minutes-formats §5.7).
enum LabelSigns {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "○", "◯", "〇", "◎", "●", "◆", "△", "◇", "□", "■", "▽", "▲": true
    default: false
    }
  }
}
