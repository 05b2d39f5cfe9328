import Deliberation
import Foundation
import JapaneseText

extension StanceLexicon {
  /// Reads and checks a lexicon; the error names the entry and the reason.
  package static func load(json: [UInt8]) throws(LexiconError) -> StanceLexicon {
    let file: LexiconFile
    do {
      file = try JSONDecoder().decode(LexiconFile.self, from: Data(json))
    } catch {
      throw LexiconError(entry: "file", reason: reason(error))
    }
    return try StanceLexicon(file)
  }

  private init(_ file: LexiconFile) throws(LexiconError) {
    var tails = SuffixTrie()
    tails.reserve(1 << 15)
    Endings.insert(into: &tails)
    var verbal: [SuffixTrie.Head] = []
    var cues: [Cue] = []
    var examples: [LexiconExample] = []
    var seen: Set<String> = []
    for (index, entry) in file.cues.enumerated() {
      let name = "cues[\(index)] \(entry.id)"
      guard seen.insert(entry.id).inserted else {
        throw LexiconError(entry: name, reason: "the id is used twice")
      }
      guard let kind = CueClass(rawValue: entry.class) else {
        throw LexiconError(
          entry: name,
          reason: "unknown class \(entry.class); one of "
            + CueClass.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard let inflection = Inflection(rawValue: entry.inflection) else {
        throw LexiconError(
          entry: name,
          reason: "unknown inflection \(entry.inflection); one of "
            + Inflection.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard let place = CuePlace(rawValue: entry.place ?? "clause") else {
        throw LexiconError(
          entry: name,
          reason: "unknown place \(entry.place ?? ""); one of "
            + CuePlace.allCases.map(\.rawValue).joined(separator: ", "))
      }
      guard !entry.words.isEmpty else { throw LexiconError(entry: name, reason: "no words") }
      for word in entry.words {
        if let reason = Self.fault(of: word, inflection) {
          throw LexiconError(entry: name, reason: reason)
        }
        guard inflection != .suru else {
          verbal.append(SuffixTrie.Head(word: fold(word), cue: cues.count))
          continue
        }
        for form in Conjugation.forms(of: String(fold(word)), inflection) {
          tails.insert(
            form.surface.scalars,
            TailEntry(
              features: form.features, negations: form.negations, bound: form.bound,
              cue: cues.count))
        }
      }
      for example in entry.examples {
        guard let role = SpeakerKindName(rawValue: example.role) else {
          throw LexiconError(entry: name, reason: "unknown role \(example.role) in an example")
        }
        guard example.expect == "none" || Stance(rawValue: example.expect) != nil else {
          throw LexiconError(entry: name, reason: "unknown stance \(example.expect) in an example")
        }
        examples.append(
          LexiconExample(cue: entry.id, role: role, text: example.text, expect: example.expect))
      }
      cues.append(
        Cue(
          id: entry.id, kind: kind, needs: (entry.needs ?? []).map(fold),
          unless: (entry.unless ?? []).map(fold), state: entry.state ?? false,
          onlyNegated: entry.onlyNegated ?? false, place: place))
    }
    tails.insert(
      Conjugation.forms(of: "", .suru).map { form in
        (
          form.surface.scalars,
          TailEntry(
            features: form.features, negations: form.negations, bound: form.bound, cue: nil)
        )
      }, behind: verbal)
    var connectives = SuffixTrie()
    var rules: [ConnectiveRule] = []
    for (index, entry) in file.connectives.enumerated() {
      guard let join = ClauseJoin(rawValue: entry.kind), join != .end else {
        throw LexiconError(entry: "connectives[\(index)]", reason: "unknown kind \(entry.kind)")
      }
      for word in entry.words {
        connectives.insert(
          fold(word), TailEntry(features: [], negations: 0, bound: false, cue: rules.count))
      }
      rules.append(
        ConnectiveRule(
          join: join, after: Set(entry.after.flatMap { Array($0.unicodeScalars) }),
          comma: entry.comma))
    }
    var nouns = WordTrie<SpeechNoun>()
    for (index, entry) in file.speechNouns.enumerated() {
      let stance = entry.stance.flatMap(Stance.init(rawValue:))
      guard entry.stance == nil || stance != nil else {
        throw LexiconError(
          entry: "speechNouns[\(index)]", reason: "unknown stance \(entry.stance ?? "")")
      }
      for word in entry.words {
        nouns.insert(fold(word), SpeechNoun(stance: stance, weak: entry.weak ?? false))
      }
    }
    var holders = WordTrie<HolderWord>()
    for word in file.holders.titles { holders.insert(fold(word), .title) }
    for word in file.holders.groups { holders.insert(fold(word), .group) }

    version = file.version
    self.cues = cues
    self.examples = examples
    self.tails = tails
    self.connectives = connectives
    connectiveRules = rules
    speechNouns = nouns
    self.holders = holders
    quantifiers = Self.suffixes(file.holders.quantifiers)
    quoteMarkers = Self.suffixes(file.quoteMarkers)
    hedges = Self.words(file.hedges)
    masks = Self.words(file.masks)
    receipts = Self.words(file.receipts)
    presumed = Self.words(file.presumed)
    proposals = Self.words(file.proposals)
    addressees = Self.words(file.addressees)
    statusQuo = Self.words(file.statusQuo)
    elsewhere = Self.words(file.elsewhere)
    dues = Self.words(file.dues)
    excess = Self.words(file.excess)
    invitations = Self.words(file.invitations)
    selves = Self.words(file.holders.selves)
  }

  private static func words(_ list: [String]) -> WordTrie<Bool> {
    var trie = WordTrie<Bool>()
    for word in list { trie.insert(fold(word), true) }
    return trie
  }

  private static func suffixes(_ list: [String]) -> SuffixTrie {
    var trie = SuffixTrie()
    for word in list {
      trie.insert(fold(word), TailEntry(features: [], negations: 0, bound: false, cue: nil))
    }
    return trie
  }

  /// Why a word cannot inflect as the entry says; nil where it can.
  private static func fault(of word: String, _ inflection: Inflection) -> String? {
    guard let last = word.last else { return "an empty word" }
    switch inflection {
    case .noun, .suru: return nil
    case .adjective: return last == "い" ? nil : "\(word) does not end in い"
    case .ichidan: return last == "る" ? nil : "\(word) does not end in る"
    case .godan:
      return "うくぐすつぬぶむる".contains(last) ? nil : "\(word) does not end like a verb"
    }
  }

  private static func reason(_ error: any Error) -> String {
    guard let error = error as? DecodingError else { return "\(error)" }
    let (context, what): (DecodingError.Context, String) =
      switch error {
      case .keyNotFound(let key, let context): (context, "the field \(key.stringValue) is missing")
      case .typeMismatch(_, let context): (context, "the value has another type than it must have")
      case .valueNotFound(_, let context): (context, "the value is missing")
      case .dataCorrupted(let context): (context, "this is not JSON")
      @unknown default: (DecodingError.Context(codingPath: [], debugDescription: ""), "\(error)")
      }
    let path = context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? ".\($0.stringValue)" }
    return what + (path.isEmpty ? "" : " at " + path.joined())
  }
}

/// A word of the lexicon in the form in which statements are searched.
func fold(_ word: String) -> Scalars { FoldedText(word.scalars, blanks: .dropAll).scalars }
