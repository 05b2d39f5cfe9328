import Foundation
import Deliberation
import JapaneseText

/// The words by which a stance is known, checked and indexed for the cascade.
package struct StanceLexicon: Sendable {
  /// The version that the file gives itself.
  package let version: String
  /// Example sentences of the entries, with what they must give: the lexicon's own tests.
  package let examples: [LexiconExample]

  let cues: [Cue]
  /// Clause ends: function words and cues.
  let tails: SuffixTrie
  let connectives: SuffixTrie
  let connectiveRules: [ConnectiveRule]
  let hedges: WordTrie<Bool>
  let masks: WordTrie<Bool>
  let holders: WordTrie<HolderWord>
  let quantifiers: SuffixTrie
  let speechNouns: WordTrie<SpeechNoun>
  let receipts: WordTrie<Bool>
  let quoteMarkers: SuffixTrie
  let presumed: WordTrie<Bool>
  let proposals: WordTrie<Bool>
  let addressees: WordTrie<Bool>
  let statusQuo: WordTrie<Bool>
  let elsewhere: WordTrie<Bool>
  let dues: WordTrie<Bool>
  let excess: WordTrie<Bool>
  let invitations: WordTrie<Bool>
  let selves: WordTrie<Bool>
}

/// A sentence of the lexicon with the stance that it must give; nil where it must give none.
package struct LexiconExample: Hashable, Sendable, CustomStringConvertible {
  package var cue: String
  package var role: SpeakerKindName
  package var text: String
  package var expect: String

  package var description: String { "\(cue): \(text)" }
}

/// The role under which an example is spoken.
package enum SpeakerKindName: String, Hashable, Sendable {
  case member, official, chair
}

/// What a cue says about the act or the polarity of the clause that ends in it.
enum CueClass: String, Hashable, Sendable, CaseIterable {
  // Polarity.
  case agree, accept, reluctant, fine, benefit, oppose, objection, unease, differ
  case worry, bad, consider, important, endorse
  // Acts.
  case suggest, unneeded, thanks, courtesy, resolved, ask, askWords, plead, expect, preamble, action
  case procedural
  /// Says nothing about anything: ご覧ください.
  case silent
  // Grammar.
  /// A noun seen through to what stands before it (理由, 立場).
  case through
  /// A word that ends the search: no stance.
  case stop
}

/// A cue of the lexicon, folded.
struct Cue: Hashable, Sendable {
  var id: String
  var kind: CueClass
  var needs: [Scalars]
  var unless: [Scalars]
  var state: Bool
  var onlyNegated: Bool
  var place: CuePlace
}

/// Where in a sentence a cue counts.
enum CuePlace: String, Hashable, Sendable, CaseIterable {
  /// At the end of any clause that may carry a position.
  case clause
  /// Only at the end of the sentence: elsewhere the word is mostly a premise (難しく、…).
  case sentence
  /// By itself, without a verb behind it (以上である).
  case formula
}

/// How one clause leads to the next.
enum ClauseJoin: String, Hashable, Sendable {
  case concession, reason, condition, coordinate
  /// を前提に, であれば: what the speaker makes a view depend on.
  case proviso
  /// The last clause of the sentence.
  case end
}

/// Where a connective may stand.
struct ConnectiveRule: Hashable, Sendable {
  var join: ClauseJoin
  var after: Set<Unicode.Scalar>
  var comma: Bool
}

/// A word that can be the head of a holder's name.
enum HolderWord: String, Hashable, Sendable {
  /// 委員 behind a name.
  case title
  /// 事業者.
  case group
}

/// A noun for what somebody said, and the stance that it carries by itself.
struct SpeechNoun: Hashable, Sendable {
  var stance: Stance?
  /// Counts only where what was said takes a side (お話, 議論).
  var weak: Bool
}
