"""Minutes of fictional towns for the load test: COUNT statements in files of 200, always the same."""

import pathlib
import random
import sys

SURNAMES = ["青井", "黒瀬", "白浜", "緑川", "赤城", "紺野", "茶屋", "金森", "銀林", "桃山"]
GIVEN = ["渚", "匠", "光", "潤", "司", "薫"]
SUBJECTS = ["避難所の開設", "道路の補修", "河川の改修", "学校の給食", "図書館の開館時間", "予算の配分",
            "補正予算", "事故の報告基準", "防災無線の更新", "災害時の通信", "住民への説明", "整備計画",
            "駐車場の料金", "公園の管理", "診療所の医師", "水道の料金", "職員の配置", "空き家の対策"]
VIEWS = ["については賛成する。", "には懸念がある。", "について検討いただきたい。", "はどのように進めるのか。",
         "は必要と考える。", "に要する費用はいくらか。", "について意見を申し上げる。", "に反対である。"]
REASONS = ["先の災害では連絡が遅れた。", "住民の不安は大きい。", "令和6年度の委員会でも対応を求めた。",
           "隣の町では三年前から始めている。", "報告は年に二回でよい。", "事故の件数は減っている。",
           "計画には期限を入れるべきである。", "費用と効果を比べた資料がほしい。"]


def main():
    folder, count = pathlib.Path(sys.argv[1]), int(sys.argv[2])
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(7)
    for number in range(1, count // 200 + 1):
        people = [s + " " + GIVEN[i % len(GIVEN)] for i, s in enumerate(SURNAMES)]
        month, year = number % 12 + 1, 2 + number // 12 % 6
        lines = [f"港町{number % 40 + 1}区防災会議（第 {number} 回）議事概要", "", "1 日時", "",
                 f"令和 {year} 年 {month} 月 {number % 27 + 1} 日 14:00~15:30", "", "2 場所", "", "役場", "",
                 "3 出席者(敬称略)", "", "(1) 委員", "", "、".join(people), "", "4 議事", ""]
        items = chance.sample(SUBJECTS, 4)
        for place, item in enumerate(items, 1):
            lines += [f"({place}) {item}について", ""]
            for _ in range(50):
                words = "".join(
                    chance.choice([item, chance.choice(SUBJECTS)]) + chance.choice(VIEWS)
                    + chance.choice(REASONS) for _ in range(chance.randint(1, 3)))
                lines += [f"【{chance.choice(SURNAMES)}委員】", "", words, ""]
        (folder / f"town-{number:04}.txt").write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
