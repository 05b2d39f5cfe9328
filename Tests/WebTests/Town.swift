import Foundation
import HTTPTypes
import Pipeline
import Statutes
import Store
import Web

/// A fictional town: its minutes, and the site of an index that holds them.
enum Town {
  static let project = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static let address = "港町防災会議/7"
  static let meetingPath = "/meetings/" + PercentCoding.encodedPath(address)

  /// The words of a record that is out to break the page.
  static let minutes = """
    港町防災会議（第 7 回）議事概要

    1 日時

    令和 6 年 10 月 3 日(木) 14:00~15:30

    2 場所

    港町役場 大会議室

    3 出席者(敬称略)

    (1) 委員

    青井 渚（会長）、黒瀬 匠、白浜 光

    (2) 事務局

    緑川 潤（防災課長）

    4 議事

    (1) 避難所の開設基準について

    - ・事務局（緑川防災課長）より、資料 7-1 に基づき、説明がなされた。説明終了後、質疑応答を行った。質疑応答の様子は以下のとおり。

    【黒瀬委員】

    開設基準の見直しに賛成する。ただし、夜間の職員の配置が懸念される。<script>alert("7")</script> という表示が出た。

    【緑川防災課長】

    御指摘を踏まえて、夜間の配置を検討したい。次回の会議で資料を示す。

    【白浜委員】

    黒瀬委員の意見に賛同する。費用はいくらかかるのか。'"\u{301}><img src=x onerror=alert(1)> という値も試した。

    (2) その他

    【青井会長】

    次回は十一月に開催する。

    以 上
    """

  /// The site that nobody writes to, made once.
  static let plain = Result { try site() }

  /// The site of an index in memory.
  static func site(
    _ settings: SiteSettings = SiteSettings(), more: [String: String] = [:]
  ) throws -> Site {
    let store = try RecordStore.inMemory()
    let corpus = try CorpusData(folder: project.appending(path: "Corpus"))
    let pipeline = MinutesPipeline(corpus: corpus)
    for (name, text) in [("town-7.txt", minutes)] + more.sorted(by: { $0.key < $1.key }) {
      let reading = try pipeline.read(Array(text.utf8), path: name)
      _ = try store.save(reading.file, records: reading.records)
    }
    return try Site(store: store, laws: corpus.laws, settings: settings)
  }
}
