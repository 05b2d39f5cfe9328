import JapaneseText
import Testing

@Suite struct PersonNameTests {
  @Test(arguments: [
    ("相田　仁", "相田 仁"), ("相田仁", "相田仁"), ("高　木　信　明", "高木信明"), ("梅沢　　とよかず", "梅沢 とよかず"),
    ("つ　た　えりな", "つた えりな"), ("五十嵐　真　人", "五十嵐 真人"), ("内 田　　真 人", "内田 真人"),
    ("有賀  貞一", "有賀 貞一"), ("林　明", "林 明"), ("  森川 博之\n", "森川 博之"), ("John  Smith", "John Smith"),
    ("ジョン エフ ケネディ", "ジョン エフ ケネディ"), ("", ""), ("相田\n仁", "相田 仁"), ("髙木　剛", "髙木 剛"),
  ])
  func display(printed: String, form: String) {
    #expect(PersonName.display(printed) == form)
    #expect(PersonName.display(form) == form)
  }

  @Test(arguments: [
    ("内田", "内田 真人"), ("内田", "内田真人"), ("内田", "内　田　真　人"), ("五十嵐", "五十嵐則夫"),
    ("五十嵐", "五十嵐　則夫"), ("高木", "髙木　剛"), ("渡辺", "渡邉 光"), ("斎藤", "齊藤 静樹"), ("林", "林 明"),
    ("つた", "つ　た　えりな"), ("内田", "内田"), ("相田", "相　田"), ("崎", "﨑 一"), ("内　田", "内田 真人"),
    ("スミス", "ｽﾐｽ ジョン"), ("佐々木", "佐々木 かをり"), ("葛", "葛󠄀 一郎"),
  ])
  func begins(surname: String, fullName: String) {
    #expect(PersonName.surname(surname, begins: fullName))
  }

  @Test(arguments: [
    ("田", "田中 一郎"), ("内田", "内山 真人"), ("田中", "中田 一郎"), ("", "内田 真人"), ("内田", ""), ("五十", "五十嵐 則夫"),
    ("内田真", "内田 真人"), ("田", "田　中　　一　郎"),
  ])
  func doesNotBegin(surname: String, fullName: String) {
    #expect(!PersonName.surname(surname, begins: fullName))
  }

  @Test(
    arguments: [
      ("五十嵐", "則", "五十嵐 則夫", true), ("五十嵐", "則夫", "五十嵐則夫", true), ("五十嵐", "敬", "五十嵐 則夫", false),
      ("斉藤", "惇", "斉藤　惇", true), ("渡邉", "光", "渡辺 光", true), ("斉藤", nil, "斉藤　惇", true),
      ("斉藤", "", "斉藤　惇", true), ("五十嵐", "則", "五十嵐", false), ("中村", "則", "五十嵐 則夫", false),
    ] as [(String, String?, String, Bool)])
  func hints(surname: String, hint: String?, fullName: String, fits: Bool) {
    #expect(PersonName.matches(surname: surname, hint: hint, fullName: fullName) == fits)
  }

  @Test func keysOfOnePersonAreEqual() {
    #expect(Set(["渡邉 光", "渡邊　光", "渡辺光", "渡 辺  光"].map { PersonName.key($0) }) == ["渡辺光"])
  }
}
