import Deliberation
import JapaneseText

/// What one sentence gave, in folded offsets; targets of speech are resolved later.
struct SentenceFindings: Hashable, Sendable {
  var own: [OwnPosition] = []
  var reports: [Report] = []
  var undertakings: [Promise] = []
}

/// A position of the speaker, in folded offsets.
struct OwnPosition: Hashable, Sendable {
  var act: Act
  var clause: TextSpan
  var sentence: TextSpan
  var target: Target
  var condition: TextSpan?
  var concession: TextSpan?
  var addressee: TextSpan?
}

/// A promise, in folded offsets.
struct Promise: Hashable, Sendable {
  /// Words of the sentence that name who is to act; nil where it is the speaker.
  var actor: TextSpan?
  var what: TextSpan
  var due: TextSpan?
  var rule: String
}

/// In what capacity somebody speaks (guide §7).
enum Capacity: Hashable, Sendable {
  /// A member of the body, an observer, a guest, or somebody unknown.
  case participant
  case chair
  /// An official; `explaining` while presenting a paper rather than answering.
  case official(explaining: Bool)
}
