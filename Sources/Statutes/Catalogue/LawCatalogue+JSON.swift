import Foundation
import JapaneseText

extension LawCatalogue {
  /// Reads and checks `laws.json`.
  ///
  /// - Throws: `CatalogueError` for anything that is not of the documented form: an id twice, an
  ///   unknown parent, a revision of another law or without a day, a short name for no law.
  package static func load(
    json: [UInt8], file: String = "laws.json"
  ) throws(CatalogueError)
    -> LawCatalogue
  {
    let form: LawsForm = try decode(json, file: file, format: "shingi.laws/1")
    let ids = Set(form.laws.map(\.id))
    guard ids.count == form.laws.count else {
      throw .invalid(file: file, entry: "laws", reason: "a law id stands twice")
    }
    var laws: [LawEntry] = []
    for law in form.laws {
      func refuse(_ reason: String) -> CatalogueError {
        .invalid(file: file, entry: law.id, reason: reason)
      }
      guard let rank = LawRank(rawValue: law.rank) else { throw refuse("rank \(law.rank)") }
      for parent in law.parents ?? [] where !ids.contains(parent) {
        throw refuse("unknown parent \(parent)")
      }
      var revisions: [LawRevision] = []
      for revision in law.revisions ?? [] {
        guard revision.id.hasPrefix(law.id + "_"), let from = LawRevision.firstDay(of: revision.id)
        else { throw refuse("revision \(revision.id) is not one of this law") }
        let through = revision.through.flatMap { CalendarDate($0) }
        guard (through == nil) == (revision.through == nil) else {
          throw refuse("no day: \(revision.through ?? "")")
        }
        if let through, through < from { throw refuse("\(revision.id) ends before it begins") }
        if let last = revisions.last, last.from > from {
          throw refuse("\(revision.id) stands before an earlier one")
        }
        revisions.append(LawRevision(id: revision.id, from: from, through: through))
      }
      laws.append(
        LawEntry(
          id: law.id, title: law.title, number: law.number, rank: rank,
          abbreviations: law.abbreviations ?? [], parents: law.parents ?? [], revisions: revisions))
    }
    // Names of laws of the list are checked when it is added.
    for group in form.shortNames where group.listed != true {
      for (name, law) in group.names where !ids.contains(law) {
        throw .invalid(file: file, entry: name, reason: "unknown law \(law)")
      }
    }
    return LawCatalogue(
      laws: laws,
      shortNames: form.shortNames.map {
        ShortNames(body: $0.body, reason: $0.reason, names: $0.names)
      })
  }
}

/// Decodes a catalogue file whose `format` must be the one expected.
func decode<Form: CatalogueForm>(
  _ json: [UInt8], file: String, format: String
)
  throws(CatalogueError) -> Form
{
  let form: Form
  do {
    form = try JSONDecoder().decode(Form.self, from: Data(json))
  } catch {
    throw .malformed(file: file, reason: "\(error)")
  }
  guard form.format == format else {
    throw .malformed(file: file, reason: "format is \(form.format), expected \(format)")
  }
  return form
}

/// The outermost object of a catalogue file.
protocol CatalogueForm: Decodable {
  var format: String { get }
}

private struct LawsForm: CatalogueForm {
  let format: String
  let shortNames: [Names]
  let laws: [Law]

  struct Names: Decodable {
    let body: String?
    let reason: String
    /// The laws stand in `list.tsv`.
    let listed: Bool?
    let names: [String: String]
  }

  struct Law: Decodable {
    let id, title, number, rank: String
    let abbreviations, parents: [String]?
    let revisions: [Revision]?
  }

  struct Revision: Decodable {
    let id: String
    let through: String?
  }
}
