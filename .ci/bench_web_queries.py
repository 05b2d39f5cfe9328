"""The queries of the load test, of the kinds of .ci/bench-search, over the minutes of
bench_web_minutes.py; printed one on a line."""

# One after another within a kind; kinds stand between bars.
KINDS = [
    ("1 character", "費 学 川 水 町 先 。 鯨"),
    ("2 characters, common", "事故 災害 委員 検討 賛成 懸念 報告 計画 住民 道路"),
    ("2 characters, rare", "隣の 三年 二回 期限 無線 時間 給食 空き"),
    ("compound", "報告基準 整備計画 避難所 図書館 補正予算 防災無線 診療所 駐車場"),
    ("phrase", "避難所の開設 については賛成する 先の災害では連絡が遅れた 期限を入れるべき 検討いただきたい"),
    ("width", "令和６年度 令和6年度 ６年 学校ノ給食"),
]
LINES = [
    ("AND", ["事故 報告", "道路 補修", "災害 通信", "住民 説明", "の に", "費用 効果"]),
    ("OR", ["道路 OR 河川", "賛成 OR 反対", "学校 OR 図書館 OR 診療所", "の OR に", "水道 OR 駐車場"]),
    ("NOT", ["予算 -補正", "委員 -委員会", "住民 -説明", "災害 -事故"]),
    ("three terms", ["住民 説明 必要", "事故 報告 基準", "費用 効果 資料", "の に を"]),
    ("filters", ["住民 stance:懸念", "from:2024-04 学校", "speaker:青井 災害", "予算 from:2022 until:2023",
                 "role:委員 水道", "令和6年 対応", "道路 stance:賛成 from:2023-01", "body:港町3区防災会議 事故",
                 "agenda:水道 料金", "speaker:黒瀬匠"]),
    ("no hit", ["鵺鵼", "犇犇犇犇"]),
]


def queries():
    found = [word for _, words in KINDS for word in words.split()]
    return found + [line for _, lines in LINES for line in lines]


if __name__ == "__main__":
    print("\n".join(queries()))
