import JapaneseText

extension LawCatalogue {
  /// The catalogue with the laws of `list.tsv` (see its head) that it does not have.
  ///
  /// - Throws: `CatalogueError` for a line that is not of the documented form.
  package func adding(
    list: [UInt8], file: String = "list.tsv"
  ) throws(CatalogueError) -> LawCatalogue {
    var listed: [LawEntry] = []
    listed.reserveCapacity(9_000)
    for (number, line) in list.split(separator: 0x0A).enumerated() where line.first != 0x23 {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard fields.count == 5 else {
        throw .malformed(file: file, reason: "line \(number + 1) has \(fields.count) columns")
      }
      guard law(fields[0]) == nil else {
        throw .invalid(file: file, entry: fields[0], reason: "it stands in laws.json already")
      }
      let revision = fields[0] + "_" + fields[4]
      guard let from = LawRevision.firstDay(of: revision) else {
        throw .invalid(file: file, entry: fields[0], reason: "revision \(fields[4])")
      }
      listed.append(
        LawEntry(
          id: fields[0], title: fields[2], number: fields[1], rank: LawRank(lawID: fields[0]),
          abbreviations: fields[3].isEmpty ? [] : fields[3].split(separator: ",").map(String.init),
          revisions: [LawRevision(id: revision, from: from, through: nil)]))
    }
    let ids = Set((laws + listed).map(\.id))
    for group in shortNames {
      for (name, law) in group.names where !ids.contains(law) {
        throw .invalid(file: file, entry: name, reason: "unknown law \(law)")
      }
    }
    return LawCatalogue(laws: laws + LawCatalogue.withParents(listed, laws), shortNames: shortNames)
  }

  /// 施行令 and 施行規則 with the laws of which they are, by their titles.
  private static func withParents(_ listed: [LawEntry], _ known: [LawEntry]) -> [LawEntry] {
    var ids: [String: String] = [:]
    ids.reserveCapacity(listed.count + known.count)
    for law in known + listed where ids[law.title] == nil { ids[law.title] = law.id }
    return listed.map { law in
      for ending in ["施行規則", "施行令"] where law.rank != .act && law.title.hasSuffix(ending) {
        let act = String(law.title.dropLast(ending.count))
        let parents = [ids[act], ending == "施行規則" ? ids[act + "施行令"] : nil].compactMap(\.self)
        return LawEntry(
          id: law.id, title: law.title, number: law.number, rank: law.rank,
          abbreviations: law.abbreviations, parents: parents, revisions: law.revisions)
      }
      return law
    }
  }
}

extension LawRank {
  /// The rank that e-Gov's naming rule for law ids gives (guide law-xml).
  package init(lawID: String) {
    let kind = lawID.dropFirst(3)
    if kind.hasPrefix("CONST") {
      self = .constitution
    } else if kind.hasPrefix("AC") {
      self = .act
    } else {
      self = kind.hasPrefix("CO") || kind.hasPrefix("IO") || kind.hasPrefix("D") ? .order : .rule
    }
  }
}
