import JapaneseText
import Minutes
import Testing

@Suite struct HTMLReaderTests {
  @Test func laysOutBlocksBreaksAndLists() throws {
    let source = try read(
      """
      <!DOCTYPE html>
      <html><head><title>みどり市</title><style>p{}</style></head>
      <body><nav><ul><li>メニュー</ul></nav>
      <h1>第３回
      審議会</h1>
      <p>日時　令和６年<br>場所&nbsp;公民館
      <p>改行は
      続く。 hello
      world</p>
      <ol start=2><li>開会<li>審議<ul><li>甲</ul><li value=9>閉会</ol>
      <script>document.write("x")</script>
      <form><select><option>選択</select>残る</form>
      </body></html>
      """)
    #expect(
      source.lineTexts == [
        "第３回審議会", "", "日時　令和６年", "場所\u{A0}公民館", "", "改行は続く。 hello world", "",
        "2. 開会", "3. 審議", "甲", "9. 閉会", "", "残る",
      ])
    #expect(
      source.outline == ["1 第３回審議会", "1/2 開会", "1/3 審議", "2- 甲", "1/9 閉会"])
    #expect(source.lines.map(\.number) == [4, 6, 6, 6, 7, 7, 10, 10, 10, 10, 10, 12, 12])
    #expect(source.brokenPromise == nil)
  }

  @Test func givesCellsOfTables() throws {
    let source = try read(
      """
      <h1>議事録</h1><table><tr><th rowspan=2>委員<td>青山<td>赤木
      <tr><td colspan=2>白川<br>黒田</table>
      """)
    #expect(source.lineTexts == ["議事録", "", "委員", "青山", "赤木", "白川", "黒田"])
    let cells = source.marks.compactMap { mark in
      if case .tableCell(let row, let column) = mark.kind {
        "\(row),\(column) \(source.text(mark.span))"
      } else {
        nil
      }
    }
    #expect(cells == ["0,0 委員", "0,1 青山", "0,2 赤木", "1,1 白川\n黒田"])
  }

  @Test func doesNotMarkTablesOfLayout() throws {
    let source = try read(
      "<table><tr><td><table><tr><td>甲</td><td>乙</td></tr></table></td><td>丙</td></tr></table>")
    let cells = source.marks.filter { if case .tableCell = $0.kind { true } else { false } }
    #expect(cells.count == 2)
  }

  @Test func trustsTheBytesNotTheCharset() throws {
    let page = "<html><head><meta charset=Shift_JIS></head><body><p>審議会</body></html>"
    #expect(try read(page).lineTexts == ["審議会"])
    let sjis =
      Array("<html><head><meta charset=utf-8></head><body>".utf8) + [0x90, 0x52, 0x8B, 0x63]
    #expect(try Readers.read(sjis, name: "x").lineTexts == ["審議"])
  }

  @Test func usesTheTitleWhereThereIsNoHeading() throws {
    let source = try read("<html><title>第３回審議会</title><body><p>本文</body></html>")
    #expect(source.fields("title") == ["第３回審議会"])
    #expect(source.outline == ["1 第３回審議会"])
  }

  @Test func takesTheMainPartAndLeavesHiddenWordsOut() throws {
    let source = try read(
      """
      <html><body><div>外</div><main><h1>録</h1><p class="visually-hidden">読上げ</p>
      <p style="display: none">隠</p><header>頭</header><p>本文<ruby>漢<rt>かん</rt></ruby></main></body>
      """)
    #expect(source.lineTexts.filter { !$0.isEmpty } == ["録", "頭", "本文漢"])
  }

  @Test func namesTheFramesOfAFrameset() {
    let page =
      "<html><frameset cols=20%,*><frame src=menu.html><frame src=giji.html></frameset></html>"
    #expect(
      throws: ReadError.unsupported(
        format: "a frameset page", remedy: "give the pages of its frames: menu.html, giji.html")
    ) { try read(page) }
  }

  @Test func refusesAPageWithoutWords() {
    #expect(throws: ReadError.self) { try read("<html><body><script>x()</script></body></html>") }
  }

  @Test func keepsPreformattedLines() throws {
    let source = try read("<html><body><h1>一</h1><pre>甲  乙\n\n 丙</pre></body></html>")
    #expect(source.lineTexts == ["一", "", "甲  乙", "", " 丙"])
  }

  @Test func readsPagesOfDBSearch() throws {
    let source = try read(
      """
      <html><head><title>閲覧 | あおば町議会会議録検索</title></head><body><header>
      <span class="command__docname">令和６年第１回定例会（第１号）　本文</span>
      <span class="command__date">2024-04-12</span></header><main><h1>:</h1>
      <li class="voice-block d-none" data-voice-title="◯議長（青山一郎）"><div>1:</div>
      <p class="voice__text">　　会議の経過<br />
      開会（午前１０時）<br />
      ◯議長（青山一郎）<br />
      　開会します。<br />

      </p></li>
      <li class="voice-block d-none" data-voice-title="◯町長（赤木花子）">
      <p class="voice__text">◯町長（赤木花子）　説明します。<br /></p></li></main></body></html>
      """)
    #expect(source.fields("house") == ["あおば町議会"])
    #expect(source.fields("title") == ["令和６年第１回定例会（第１号）　本文"])
    #expect(source.fields("date") == ["2024-04-12"])
    #expect(source.fields("speaker") == ["議長（青山一郎）", "町長（赤木花子）"])
    #expect(source.speeches == ["◯議長（青山一郎）\n　開会します。", "◯町長（赤木花子）　説明します。"])
  }

  @Test func readsPagesOfVOICES() throws {
    let source = try read(
      """
      <HTML><HEAD><TITLE> 会長(青山) P.2</TITLE></HEAD><BODY>
      <A NAME="HUID1"></A>○青山　会長　　おはようございます。<BR>　始めます。<BR>
      <A NAME="HUID2"></A>○赤木　委員　　賛成です。<BR></BODY></HTML>
      """)
    #expect(source.fields("title").isEmpty)
    #expect(source.speeches == ["○青山　会長　　おはようございます。\n　始めます。", "○赤木　委員　　賛成です。"])
  }
}
