import Deliberation
import Reports

/// Who took which stance on which agenda item.
struct MatrixPage: Page {
  let matrix: PositionMatrix
  let address: String

  init(record: Record, address: String) {
    self.address = address
    matrix = PositionMatrix(of: SummarySource(record: record, address: address))
  }

  var template: String { "matrix" }

  func title(_ words: Words) -> String { words.phrase("matrix.title", matrix.title) }

  func view(_ place: Surroundings) -> View {
    [
      "heading": title(place.words), "address": address,
      "meetingHref": place.links.meeting(address),
      "svg": matrix.rows.isEmpty ? nil : matrix.svg,
      "columns": matrix.columns.map { ["title": $0.title] as View },
      "rows": matrix.rows.map { row -> View in
        [
          "speaker": row.speaker,
          "cells": matrix.columns.map { column -> View in
            [
              "stances": (row.cells[column] ?? []).map { stance -> View in
                [
                  "word": stance.word, "class": StanceBadge.style(stance.stance),
                  "places": stance.addresses.map { address -> View in
                    [
                      "href": place.links.meeting(address),
                      "name": address.split(separator: "#").last.map { "#\($0)" },
                    ]
                  },
                ]
              }
            ]
          },
        ]
      },
      "hasRows": matrix.rows.isEmpty ? nil : true,
    ]
  }

  var json: JSONValue {
    [
      "address": .string(address), "columns": .texts(matrix.columns.map(\.title)),
      "rows": .array(
        matrix.rows.map { row in
          [
            "speaker": .string(row.speaker),
            "cells": .array(
              matrix.columns.map { column in
                .array(
                  (row.cells[column] ?? []).map { stance in
                    [
                      "stance": .string(stance.stance.rawValue), "word": .string(stance.word),
                      "hedged": .bool(stance.hedged), "addresses": .texts(stance.addresses),
                    ]
                  })
              }),
          ]
        }),
    ]
  }
}
