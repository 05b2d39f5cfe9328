import Deliberation
import JapaneseText

/// The titles and other words by which speaker labels are told from other lines; data of
/// `Data/labels.tsv`.
struct RoleLexicon: Sendable {
  /// How a title behaves at the end of a label.
  enum RoleClass: String, Sendable {
    case seat, chair, office, person, group
  }

  struct Role: Hashable, Sendable {
    let word: Scalars
    let roleClass: RoleClass
    /// What the title alone says of the side of the table; nil where it says nothing.
    let kind: SpeakerKind?
  }

  static let standard = RoleLexicon(table: PackageResources.labels_tsv)

  /// Titles by their last scalar, the longest first.
  private let roles: [Unicode.Scalar: [Role]]
  private let units: [Scalars]
  private let bodies: [Scalars]
  private let stops: Set<String>
  private let fields: Set<String>
  private let surnames: Set<String>

  init(table: [UInt8]) {
    var roles: [Unicode.Scalar: [Role]] = [:]
    var words: [String: [String]] = [:]
    for row in String(decoding: table, as: UTF8.self).split(separator: "\n") {
      let cells = row.split(separator: "\t").map(String.init)
      guard cells.count >= 2, !row.hasPrefix("#"), let list = cells.last else { continue }
      let entries = list.split(separator: " ").map(String.init)
      guard cells.count == 4, let roleClass = RoleClass(rawValue: cells[1]) else {
        words[cells[0]] = entries
        continue
      }
      for entry in entries {
        let word = entry.scalars
        guard let last = word.last else { continue }
        roles[last, default: []].append(
          Role(word: word, roleClass: roleClass, kind: SpeakerKind(rawValue: cells[2])))
      }
    }
    self.roles = roles.mapValues { $0.sorted { $0.word.count > $1.word.count } }
    units = (words["unit"] ?? []).map(\.scalars)
    bodies = (words["body"] ?? []).map(\.scalars)
    stops = Set(words["stop"] ?? [])
    fields = Set(words["field"] ?? [])
    surnames = Set(words["surname"] ?? [])
  }

  /// The longest title with which `words` ends.
  func role(endOf words: Scalars) -> Role? {
    guard let last = words.last, let candidates = roles[last] else { return nil }
    return candidates.first { role in
      words.count >= role.word.count
        && words.starts(role.word, at: words.count - role.word.count)
    }
  }

  func isRole(_ words: Scalars) -> Bool {
    guard let role = role(endOf: words) else { return false }
    return role.word.count == words.count && role.roleClass != .person
  }

  /// Whether the name of a section begins at `offset`.
  func isUnit(_ words: Scalars, at offset: Int) -> Bool {
    guard offset < words.count else { return false }
    let first = words[offset]
    if first.isASCII || (0xFF21...0xFF5A).contains(first.value) { return true }
    return units.contains { words.starts($0, at: offset) }
  }

  /// Whether the words end as the name of an organisation does.
  func isBody(_ words: Scalars) -> Bool {
    bodies.contains { words.count > $0.count && words.starts($0, at: words.count - $0.count) }
  }

  func isStop(_ words: Scalars) -> Bool { stops.contains(String(words)) }
  func isField(_ words: Scalars) -> Bool { fields.contains(String(words)) }
  func isSurname(_ words: Scalars) -> Bool { surnames.contains(String(words)) }
}
