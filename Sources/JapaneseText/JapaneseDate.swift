/// A date found in a text.
package struct DateMatch: Hashable, Sendable {
  /// The whole date, the weekday in brackets included.
  package var span: TextSpan
  package var date: CalendarDate
  /// The weekday that the text gives, 0 = Sunday; nil where it gives none.
  package var printedWeekday: Int?

  package init(span: TextSpan, date: CalendarDate, printedWeekday: Int? = nil) {
    self.span = span
    self.date = date
    self.printedWeekday = printedWeekday
  }

  /// Whether the printed weekday is that of the date; nil where none is printed.
  package var weekdayAgrees: Bool? { printedWeekday.map { $0 == date.weekday } }
}

/// Finds dates in all the forms of minutes.
package enum JapaneseDate {
  /// The dates of a text, in order.
  ///
  /// Reads 和暦 and 西暦 in any width and with blanks inside, kanji numerals and 元年, R7.4.1,
  /// H29.5.25, 令和4年(2022年)5月20日(金), 2025/05/13 and 2025-05-13.
  package static func matches(in text: Scalars, within: TextSpan? = nil) -> [DateMatch] {
    var found: [DateMatch] = []
    forEach(in: text, within: within) { reading in
      if let date = reading.date {
        found.append(
          DateMatch(span: reading.span, date: date, printedWeekday: reading.weekday))
      }
    }
    return found
  }

  /// The stretches that are written like a date but name no day, such as 平成29年13月45日.
  package static func impossible(in text: Scalars, within: TextSpan? = nil) -> [TextSpan] {
    var found: [TextSpan] = []
    forEach(in: text, within: within) { reading in
      if reading.date == nil { found.append(reading.span) }
    }
    return found
  }

  private static func forEach(
    in text: Scalars, within: TextSpan?, _ body: (DateReading) -> Void
  ) {
    let end = min(within?.to ?? text.count, text.count)
    var index = max(within?.from ?? 0, 0)
    while index < end {
      guard DateReading.canStart(text[index]) else {
        index += 1
        continue
      }
      if let reading = DateReading.read(text, at: index, to: end) {
        body(reading)
        index = reading.span.to
      } else {
        index = DateReading.afterNumber(text, index, end)
      }
    }
  }
}
