package import Deliberation
import JapaneseText

/// Who took which stances on which agenda item: speakers down, agenda items across.
///
/// A cell lists the distinct stances of what was said; an empty one says only that nothing was said
/// or found there. Agreement with another speaker is a stance of its own, never support of the
/// proposal. Views that somebody only reported do not stand in it.
package struct PositionMatrix: Hashable, Sendable {
  package var address: String
  package var title: String
  package var columns: [MatrixColumn]
  package var rows: [MatrixRow]

  /// The matrix of what a source selects.
  package init(of source: SummarySource) {
    let summary = MeetingSummary(source, by: .speaker)
    address = source.address
    title = SummaryPhrases.title(summary)
    columns = []
    rows = []
    for section in summary.sections {
      let column = MatrixColumn(items: section.items, isWholeItem: section.isWholeItem)
      if !columns.contains(column) { columns.append(column) }
      let name = section.speaker ?? ""
      if rows.last?.speaker != name { rows.append(MatrixRow(speaker: name, cells: [:])) }
      rows[rows.count - 1].cells[column, default: []] += Self.stances(of: section)
    }
    columns.sort { $0.paths.lexicographicallyPrecedes($1.paths) }
    for index in rows.indices {
      for (column, stances) in rows[index].cells {
        rows[index].cells[column] = Self.merged(stances)
      }
    }
    rows.removeAll { row in row.cells.values.allSatisfy(\.isEmpty) }
    columns.removeAll { column in rows.allSatisfy { $0.cells[column]?.isEmpty ?? true } }
  }

  private static func stances(of section: SummarySection) -> [MatrixStance] {
    section.lines.map {
      MatrixStance(
        stance: $0.stance,
        towards: $0.stance.polarity != 0 && [.speaker, .organisation].contains($0.targetKind)
          ? $0.targetKind : nil,
        hedged: $0.hedged,
        modality: $0.modality == .procedural || $0.modality == .invitation ? $0.modality : nil,
        addresses: [$0.address])
    }
  }

  /// The distinct stances in the order in which a summary has them, each with all its addresses.
  private static func merged(_ stances: [MatrixStance]) -> [MatrixStance] {
    var merged: [MatrixStance] = []
    for stance in stances {
      if let index = merged.firstIndex(where: { $0.isSame(as: stance) }) {
        for address in stance.addresses where !merged[index].addresses.contains(address) {
          merged[index].addresses.append(address)
        }
      } else {
        merged.append(stance)
      }
    }
    return merged.sorted { $0.order < $1.order }
  }
}

/// An agenda item, or several that were discussed together.
package struct MatrixColumn: Hashable, Sendable {
  package var items: [SummaryItem]
  package var isWholeItem: Bool

  var paths: [AgendaPath] { items.map(\.path) }

  /// `1.2 「重大な事故」の報告基準の見直し`.
  package var title: String {
    guard !items.isEmpty else { return "（議題の区分なし）" }
    return items.map { "\($0.path) \($0.title)" }.joined(separator: "、")
      + (isWholeItem ? "（全体）" : "")
  }
}

/// What one speaker said, by agenda item.
package struct MatrixRow: Hashable, Sendable {
  package var speaker: String
  package var cells: [MatrixColumn: [MatrixStance]]
}

/// A stance in a cell, with the places that show it.
package struct MatrixStance: Hashable, Sendable {
  package var stance: Stance
  /// `speaker` or `organisation` where it is for or against what these say rather than the matter.
  package var towards: TargetKind?
  package var hedged: Bool
  /// Only `procedural` and `invitation`: the words of somebody who leads the meeting.
  package var modality: Modality?
  package var addresses: [String]

  /// The word of the cell; hedged words are marked.
  package var word: String {
    let word: String
    if towards == .speaker {
      word = "他者の意見に" + (stance == .conditionalSupport ? "条件付きで賛同" : SummaryWords.stance(stance))
    } else if towards == .organisation {
      word = SummaryWords.stance(stance) + "（機関・団体に対し）"
    } else if let modality {
      word = SummaryWords.modality(modality)
    } else {
      word = SummaryWords.stance(stance)
    }
    return hedged ? "\(word)（留保）" : word
  }

  func isSame(as other: MatrixStance) -> Bool { word == other.word }

  /// For, against, asks, the rest; what leads the meeting last.
  var order: Int {
    let place = Stance.allCases.firstIndex(of: stance) ?? 0
    return (modality == nil ? 0 : 1000) + place * 10 + (towards == nil ? 0 : 5) + (hedged ? 1 : 0)
  }
}
