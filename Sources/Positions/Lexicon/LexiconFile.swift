/// The stance lexicon as it stands in `Corpus/lexicons/stance.json`, before it is checked.
///
/// `Corpus/lexicons/stance.md` describes the fields.
struct LexiconFile: Decodable {
  var version: String
  var cues: [Cue]
  var hedges: [String]
  var notHedges: [String]
  var masks: [String]
  var connectives: [Connective]
  var holders: Holders
  var speechNouns: [SpeechNoun]
  var receipts: [String]
  var quoteMarkers: [String]
  var presumed: [String]
  var proposals: [String]
  var addressees: [String]
  var statusQuo: [String]
  var elsewhere: [String]
  var dues: [String]
  var excess: [String]
  var invitations: [String]

  struct Cue: Decodable {
    var id: String
    var `class`: String
    var inflection: String
    var words: [String]
    var needs: [String]?
    var unless: [String]?
    var state: Bool?
    var onlyNegated: Bool?
    var place: String?
    var examples: [Example]
  }

  struct Example: Decodable {
    var role: String
    var text: String
    var expect: String
  }

  struct Connective: Decodable {
    var words: [String]
    var kind: String
    var after: [String]
    var comma: Bool
  }

  struct Holders: Decodable {
    var titles: [String]
    var groups: [String]
    var quantifiers: [String]
    var selves: [String]
  }

  struct SpeechNoun: Decodable {
    var words: [String]
    var stance: String?
    var weak: Bool?
  }
}
