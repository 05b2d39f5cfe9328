/// The look of the printed summary: black on white, ruled tables, Gothic headings and Mincho text, as
/// papers for a committee are set in.
enum SummaryStyle {
  static let css = """
    @page { size: A4 portrait; margin: 20mm 18mm 18mm;
      @bottom-center { content: counter(page); font-size: 9pt; } }
    * { box-sizing: border-box; }
    body { margin: 0 auto; max-width: 174mm; padding: 8mm 0; color: #000; background: #fff;
      font: 10pt/1.6 "Hiragino Mincho ProN", "Yu Mincho", "Noto Serif CJK JP", "IPAmjMincho", serif; }
    h1, h2, th, b, caption { font-family: "Hiragino Kaku Gothic ProN", "Yu Gothic",
      "Noto Sans CJK JP", "IPAGothic", sans-serif; font-weight: 600; }
    article { padding: 0 0.6pt; }
    article + article { break-before: page; }
    header { border-bottom: 0.8pt solid #000; margin-bottom: 6mm; padding-bottom: 3mm; }
    h1 { font-size: 15pt; text-align: center; margin: 0 0 5mm; }
    dl { margin: 0 0 3mm; }
    dl div { display: flex; }
    dt { flex: 0 0 8em; }
    dd { margin: 0; overflow-wrap: anywhere; }
    .caution { margin: 0; font-size: 9pt; padding-left: 1.4em; text-indent: -1.4em; }
    section { margin-bottom: 8mm; }
    h2 { font-size: 11.5pt; margin: 0 0 2mm; padding: 1mm 2mm; border: 0.8pt solid #000;
      background: #eee; break-after: avoid; }
    .facts { list-style: none; margin: 0 0 2mm; padding: 0; break-after: avoid; }
    .facts li { padding-left: 3em; text-indent: -3em; }
    table { width: 100%; border-collapse: collapse; margin: 0 0 3mm; font-size: 9pt;
      line-height: 1.5; }
    th, td { border: 0.4pt solid #000; padding: 1mm 1.5mm; text-align: left;
      vertical-align: top; overflow-wrap: anywhere; }
    thead { display: table-header-group; }
    thead th { background: #ddd; text-align: center; }
    tr { break-inside: avoid; }
    .group th { background: #f3f3f3; break-after: avoid; }
    .split .group th { background: #000; color: #fff; }
    .lines { table-layout: fixed; }
    .who { width: 18%; } .about { width: 24%; } .place { width: 9%; }
    td.place { white-space: nowrap; font-size: 8.5pt; }
    .answer td:first-child::before { content: "→ "; }
    .answer td { border-top-style: dotted; }
    .answer td:first-child { padding-left: 4mm; }
    .note { margin: 0.5mm 0 0; font-size: 8pt; color: #333; }
    .counts { width: auto; min-width: 60%; }
    .counts td:first-child { white-space: nowrap; } .counts td:nth-child(2) { min-width: 8em; }
    caption { text-align: left; font-size: 9pt; }
    .number { text-align: right; }
    @media print { body { max-width: none; padding: 0; } }
    """
}
