import JapaneseText
import Testing

@Suite struct WholeNumbersTests {
  /// The text and its numbers as `words=value`.
  @Test(arguments: [
    ("第五十八条", "五十八=58"), ("第58条第1項", "58=58 1=1"), ("第５８条", "58=58"), ("10万", "10万=100000"),
    ("100,000人", "100,000=100000"), ("十万人", "十万=100000"), ("10 万人", "10 万=100000"),
    ("1 億 2,000 万円", "1 億 2,000 万=120000000"), ("1.5万件", "1.5万=15000"), ("3.14", ""),
    ("第3.2.1版", ""), ("令和元年", "元=1"), ("元年", ""), ("令和七年四月", "七=7 四=4"),
    ("二〇二五年", "二〇二五=2025"), ("三分の二以上", "三=3 二=2"), ("3分の2", "3=3 2=2"),
    ("第三四半期", "三=3"), ("第3四半期", "3=3"), ("三十分", "三十=30"), ("三つ", "三=3"),
    ("第一種", "一=1"), ("第二分科会", "二=2"), ("三者協議", "三=3"), ("一時間", "一=1"), ("二十代", "二十=20"),
    ("五万三千二百人", "五万三千二百=53200"), ("百人", "百=100"), ("十万", "十万=100000"), ("八百万の神", ""),
    ("資料1万一の場合", "1=1"), ("IPv6", ""), ("資料86-1", "86=86 1=1"),
    ("05月", "05=5"), ("1,2条", "1=1 2=2"), ("一、二件", "二=2"),
    // Names, words, and parts of larger numbers.
    ("五十嵐", ""), ("千葉市", ""), ("三宅", ""), ("一般", ""), ("十分", ""), ("不十分な", ""), ("第三者", ""),
    ("第一人者", ""), ("万人", ""), ("数十人", ""), ("何百人", ""), ("十数人", ""), ("一時", ""), ("一種の", ""),
    ("四日市", ""), ("三日月", ""), ("六本木", ""), ("二階堂", ""), ("千代田区", ""), ("八百屋", ""), ("三・五%", ""),
    ("一番", ""), ("一円", ""), ("三重県", ""), ("第三国", ""), ("五十", ""), ("一人間として", ""), ("一部", ""),
    ("百分率", ""), ("一日本人", ""), ("十分間に合う", ""),
  ])
  func finds(text: String, expected: String) {
    let scalars = FoldedText(text.scalars).scalars
    let found = WholeNumbers.find(in: scalars).map { "\(scalars.text($0.span))=\($0.value)" }
    #expect(found.joined(separator: " ") == expected)
  }

  @Test func endsOfTextsAreSafe() {
    let alphabet = Array("一十百千万億〇元年3,. 第分の条人".unicodeScalars)
    var state: UInt64 = 7
    for _ in 0..<20_000 {
      var text: Scalars = []
      for _ in 0..<8 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text.append(alphabet[Int(state >> 33) % alphabet.count])
      }
      var last = 0
      for match in WholeNumbers.find(in: text) {
        #expect(match.span.from >= last && match.span.to <= text.count && !match.span.isEmpty)
        last = match.span.to
      }
    }
  }
}
