package import HTTPTypes
import Hummingbird
import Pipeline
import Store

/// Why a request could not be answered: the status, and the reason in words for whoever asked.
///
/// Every error of the parts below becomes one of these in one place, `init(_:)`; what is not
/// foreseen becomes 500 without its details, which stand in the log alone.
package struct Failure: Error, Hashable, Sendable {
  package var status: HTTPResponse.Status
  package var reason: String
  /// Addresses of what may have been meant.
  package var candidates: [String] = []

  package init(_ status: HTTPResponse.Status, _ reason: String, candidates: [String] = []) {
    self.status = status
    self.reason = reason
    self.candidates = candidates
  }

  package init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as QueryError: self.init(.badRequest, error.description)
    case let error as StoreError: self.init(error)
    case let error as ProvisionNameError:
      self.init(.badRequest, error.description, candidates: error.candidates)
    case let error as HTTPError: self.init(error.status, error.body ?? "")
    default: self.init(.internalServerError, "")
    }
  }

  private init(_ error: StoreError) {
    switch error {
    case .badAddress, .unknownAddress: self.init(.notFound, error.description)
    case .withdrawn: self.init(.gone, error.description)
    case .ambiguousAddress(_, let candidates):
      self.init(.multipleChoices, error.description, candidates: candidates)
    case .noSuchLink: self.init(.conflict, error.description)
    case .locked: self.init(.serviceUnavailable, "")
    default: self.init(.internalServerError, "")
    }
  }
}
