import JapaneseText
import Minutes
import Testing

@Suite struct TextReaderTests {
  @Test func cutsLinesOfEveryKind() throws {
    let source = try read("一\r\n二\r三\n\n五\u{0C}六\n\u{0C}七")
    #expect(source.lineTexts == ["一", "二", "三", "", "五", "六", "七"])
    #expect(source.lines.map(\.number) == [1, 2, 3, 4, 5, 5, 6])
    #expect(source.lines.map(\.page) == [1, 1, 1, 1, 1, 2, 3])
    #expect(source.brokenPromise == nil)
  }

  @Test func keepsTheTextUnchanged() throws {
    let text = "# 見出し  \n\n- 項目　一\n\t続き \n"
    #expect(String(try read(text).scalars) == text)
  }

  @Test func hasNoPagesWithoutFormFeeds() throws {
    #expect(try read("一\n二").lines.allSatisfy { $0.page == nil })
  }

  @Test func marksMarkdown() throws {
    let source = try read(
      """
      # みどり審議会 #
      ##メンバー
      - 青山
        - 赤木
      * 白川
      1. 開会
      2) 閉会

      副題
      ----
      ```
      # 見出しではない
      ```
      """)
    #expect(source.reader == "markdown/1")
    #expect(
      source.outline == [
        "1 みどり審議会", "2 メンバー", "1- 青山", "2- 赤木", "1- 白川", "1/1 開会", "1/2 閉会", "2 副題",
      ])
    #expect(source.furniture == ["----"])
  }

  @Test func marksAPlainTextOnlyWhereItIsSure() throws {
    let source = try read(
      """
      みどり審議会（第３回）

      1. 日時

      #### 【青山会長】
      - 1 -
      #番号
      第３回議事録
      -----------------------------
      """)
    #expect(source.outline == ["4 【青山会長】"])
    #expect(source.reader == "text/1")
  }

  @Test func readsADoubleBulletAsOneItem() throws {
    let source = try read("- ・事務局（黒田課長）より説明があった。\n\n#### 【青山会長】\n\n賛成である。\n")
    #expect(source.outline == ["1- ・事務局（黒田課長）より説明があった。", "4 【青山会長】"])
  }

  @Test func marksTablesOfMarkdown() throws {
    let source = try read("# 表\n## 一\n| 名 | 役 |\n|---|:-:|\n| 青山 | 会長 |\n")
    let cells = source.marks.compactMap { mark in
      if case .tableCell(let row, let column) = mark.kind {
        "\(row),\(column) \(source.text(mark.span))"
      } else {
        nil
      }
    }
    #expect(cells == ["0,0 名", "0,1 役", "1,0 青山", "1,1 会長"])
  }

  @Test func marksReStructuredText() throws {
    let source = try read(
      """
      ======
      みどり会議
      ======

      :日時: 2024/4/12
      :場所: 公民館

      議事
      ----

      - 開会

        * 挨拶

      .. note:: 仮
      """)
    #expect(source.reader == "rst/1")
    #expect(source.fields("日時") == ["2024/4/12"])
    #expect(source.fields("場所") == ["公民館"])
    #expect(source.outline == ["1 みどり会議", "2 議事", "1- 開会", "2- 挨拶"])
    #expect(source.furniture == ["======", "======", "----"])
  }

  @Test func marksFrontMatterAsFurniture() throws {
    let source = try read("---\nlang: ja\n---\n\n# 会議\n\n- 一\n")
    #expect(source.furniture == ["---", "lang: ja", "---"])
  }

  @Test func findsTheHeadOfKensakusystem() throws {
    let source = try read("開催日：令和 6年 4月12日\n会議名：令和 6年第1回定例会（第1日 4月12日）\n\n○議事日程\n")
    #expect(source.fields("date") == ["令和 6年 4月12日"])
    #expect(source.fields("title") == ["令和 6年第1回定例会（第1日 4月12日）"])
  }

  @Test func marksRunningHeadsAndPageNumbers() throws {
    let pages = (1...4).map { page in
      "2024/04/15 9:30      会議録表示\n本文の\(page)頁目。\n○青山会長\n続き\(page)です。\n\n   \(page)/4"
    }
    let source = try read(pages.joined(separator: "\u{0C}"))
    #expect(source.furniture.count == 8)
    #expect(source.furniture.first == "2024/04/15 9:30      会議録表示")
    #expect(source.furniture.last == "   4/4")
  }

  @Test func keepsTheTitleOfTheFirstPage() throws {
    let pages = (1...3).map { "第３回みどり審議会議事録\n本文\($0)が続く。\n- \($0) -" }
    let source = try read(pages.joined(separator: "\u{0C}"))
    #expect(source.furniture.filter { $0.hasPrefix("第３回") }.count == 2)
    #expect(source.furniture.filter { $0.hasPrefix("- ") }.count == 3)
  }

  @Test func marksPageNumbersWithoutFormFeeds() throws {
    let source = try read("甲\n- 1 -\n乙\n－２－\n丙\n- 2 -\n丁\n3/14\n戊\n- 7 -\n")
    #expect(source.furniture == ["- 1 -", "- 2 -"])
  }

  @Test func marksHeadsWithPageNumbersWithoutFormFeeds() throws {
    let pages = (1...3).map { "本文\($0)\n-\($0)- みどり市 第20回定例会 (平成25年6月28日)\n2024-\($0)-12\n" }
    let source = try read(pages.joined())
    #expect(source.furniture.count == 3)
    #expect(source.furniture.allSatisfy { $0.hasPrefix("-") })
  }
}
