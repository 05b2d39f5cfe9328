import Deliberation
import Testing

@testable import Positions

@Test func `What is read out for somebody absent is theirs until it ends`() throws {
  let statement = try Council.says(
    "欠席の浜野委員から書面で意見をいただいておりますので、読み上げます。第一案に賛成する。ただし、罰則の導入には反対である。以上です。私は第一案に反対です。")
  #expect(statement.stances == [.oppose])
  let letter = statement.reported.filter { $0.rule == "reported.letter" }
  #expect(letter.map(\.stance) == [.support, .oppose])
  #expect(letter.allSatisfy { $0.holder == "浜野委員" })
}

@Test func `An official who reads a letter out answers nothing with it`() throws {
  let statement = try Council.says("欠席の浜野委員の意見書を代読いたします。第二案には賛同しかねる。以上です。", .secretariat)
  #expect(statement.reported.map(\.stance) == [.oppose])
  #expect(!statement.stances.contains(.oppose))
}

/// Views that the words around them give to somebody else.
@Test(arguments: [
  ("猟友会の方が言うのは、町長が指示をすることに大変不安を持っているんですね。", Stance.concern),
  ("学校の先生によれば、負担が増えるので反対だということです。", .oppose),
  ("東野委員の御発言は、優先順位に反対であるということではなくて、根拠が不明確なのではないかということですね。", .concern),
  ("日程第五は、北海党が反対でございます。", .oppose),
])
func `A source that is named holds what follows`(_ text: String, _ stance: Stance) throws {
  let statement = try Council.says(text)
  #expect(statement.stances.allSatisfy { $0 == .comment })
  #expect(statement.reported.contains { $0.stance == stance })
}

@Test(arguments: [
  "その案には「全国一律の義務付けは困難である」。", "調査では、支持しないが約四九％でした。", "利用者はこれを前提に理解するはずなんです。",
  "南町ではダム建設に反対と。", "皆様からいただいた御意見では賛成ということですけれども。", "むだな支出だと問題視をし、声高に主張する人たちがおります。",
  "地元の会の方が、避難誘導について非常に心配をされています。", "つぶれてもやむなし、市場から去ればいい、そういう御判断なんでしょうか。",
  "お互いが条件に合意して、それを公表した日の価格によります。", "そういう無責任な人でもいいやという議論です。",
])
func `Words of others, cited, counted or put to somebody, take no side`(_ text: String) throws {
  let polar = try Council.says(text).positions.filter { $0.stance.polarity != 0 }
  #expect(polar.isEmpty, "\(polar.map(\.rule))")
}

@Test(arguments: [
  ("会派を代表し、予算案に反対の立場で討論をさせていただきます。", Stance.oppose),
  ("以上を申し上げまして、私の賛成討論といたします。", .support),
  ("北部の路線の廃止に断固反対の立場から意見を述べます。", .oppose),
  ("対象の拡大を検討することにやぶさかではない。", .support),
  ("この原案のままでは承認するわけにはいきません。", .oppose),
  ("現場に浸透しているとは言い難い。", .concern),
  ("説明を避けていると言われても仕方がありません。", .concern),
  ("国が前面に出て交渉していただきたい、そのように思っております。", .request),
  ("用語の定義を冒頭に明記されたい。", .request),
  ("もう少し早く公表すべきだったかと思いますけれども、町長の見解をお伺いします。", .question),
  ("現場がついていけるか心配になっておりますので、よろしくお願いいたします。", .concern),
  ("一律に義務付けることは適当でない。", .oppose),
])
func `Set phrases of assemblies and of written minutes are known`(
  _ text: String, _ stance: Stance
) throws {
  #expect(try Council.says(text).stances.contains(stance))
}
