extension Table {
  /// The table as CSV after RFC 4180: a header line of keys, lines ended by CR LF, fields quoted
  /// where they hold a comma, a quote or a line end.
  var csv: String {
    ([columns.map(\.key)] + rows.map { $0.map(\.cell) })
      .map { $0.map(Table.field).joined(separator: ",") + "\r\n" }
      .joined()
  }

  private static func field(_ text: String) -> String {
    let needsQuotes = text.unicodeScalars.contains {
      $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n"
    }
    guard needsQuotes else { return text }
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { out += "\"" }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
