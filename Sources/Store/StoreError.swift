package import Deliberation
import GRDB

/// Why the index could not do what was asked; each description names the file, the problem and
/// what to do about it.
package enum StoreError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no file, and reading was asked for.
  case missing(path: String)
  case cannotOpen(path: String, detail: String)
  /// The file is an SQLite database of another program, or no database at all.
  case notAnIndex(path: String)
  /// A newer version of Shingi has written the index.
  case newerSchema(path: String)
  /// An older version of Shingi has written it, and it was opened for reading only.
  case olderSchema(path: String)
  case locked(path: String)
  case diskFull(path: String)
  case readOnly(path: String)
  case damaged(path: String, detail: String)
  /// What was to be stored contradicts itself (a statement in an agenda item that is not there).
  case inconsistent(file: String, detail: String)
  /// The words are no address.
  case badAddress(AddressError)
  /// An address that was never given out.
  case unknownAddress(String)
  /// An address that several things answer to; the candidates are full addresses.
  case ambiguousAddress(String, candidates: [String])
  /// An address whose statement, item or record is no longer in the source.
  case withdrawn(String, since: String)
  /// A statement that is not linked to a provision about whose link something was decided.
  case noSuchLink(String, provision: String, links: [String])
  /// A place in a list of hits that has no order by date, or that is no statement.
  case noCursor(String)
  /// The name of a saved search that is taken.
  case watchExists(String)
  case noSuchWatch(String, watches: [String])
  /// A decision that cannot be made, with what to do instead.
  case cannotDecide(String)
  case database(path: String, detail: String)

  package var description: String {
    switch self {
    case .missing(let path):
      "\(path): there is no index here; make one with `shingi ingest`, or name it with --index"
    case .cannotOpen(let path, let detail):
      "\(path): the index cannot be opened (\(detail)); check the folder and its permissions"
    case .notAnIndex(let path):
      "\(path): this is not an index of Shingi; name another file with --index"
    case .newerSchema(let path):
      "\(path): the index was written by a newer version of Shingi; update Shingi"
    case .olderSchema(let path):
      "\(path): the index was written by an older version of Shingi; run `shingi rebuild` once"
    case .locked(let path):
      "\(path): another program is writing to the index; wait for it to end and try again"
    case .diskFull(let path):
      "\(path): the disk is full; make room and try again, the index is as it was"
    case .readOnly(let path):
      "\(path): the index cannot be written; check the permissions of the file and its folder"
    case .damaged(let path, let detail):
      """
      \(path): the index is damaged (\(detail)); restore a copy, or make a new one with \
      `shingi ingest`
      """
    case .inconsistent(let file, let detail):
      "\(file): the record contradicts itself: \(detail); please report this as a defect"
    case .badAddress(let error):
      error.description
    case .unknownAddress(let address):
      "\(address): nothing has this address; `shingi meetings` lists what there is"
    case .ambiguousAddress(let address, let candidates):
      "\(address): several things answer to this; say which: \(candidates.joined(separator: ", "))"
    case .withdrawn(let address, let since):
      "\(address): withdrawn on \(since.prefix(10)): a corrected source no longer holds it"
    case .noSuchLink(let address, let provision, let links):
      """
      \(address) is not linked to \(provision), only to: \(links.joined(separator: ", ")); \
      a link is added with `shingi link add`
      """
    case .noCursor(let address):
      """
      \(address): hits can begin behind a statement only, in the order newest or oldest and without \
      other kinds; use --offset
      """
    case .watchExists(let name):
      "\(name): a saved search of this name exists; remove it with `shingi watch remove \(name)`"
    case .noSuchWatch(let name, let watches):
      watches.isEmpty
        ? "\(name): no search is saved; save one with `shingi watch add NAME QUERY`"
        : "\(name): no saved search has this name; there are: \(watches.joined(separator: ", "))"
    case .cannotDecide(let reason):
      reason
    case .database(let path, let detail):
      "\(path): \(detail)"
    }
  }
}

extension StoreError {
  /// The error as the user should read it; errors that are already ours pass through.
  init(_ error: any Error, path: String) {
    if let error = error as? StoreError {
      self = error
      return
    }
    guard let error = error as? DatabaseError else {
      self = .database(path: path, detail: "\(error)")
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path: path)
    case .SQLITE_FULL: self = .diskFull(path: path)
    case .SQLITE_READONLY, .SQLITE_PERM: self = .readOnly(path: path)
    case .SQLITE_NOTADB: self = .notAnIndex(path: path)
    case .SQLITE_CORRUPT:
      self = .damaged(path: path, detail: error.message ?? "malformed")
    case .SQLITE_CANTOPEN:
      self = .cannotOpen(path: path, detail: error.message ?? "cannot open")
    default: self = .database(path: path, detail: error.description)
    }
  }
}
