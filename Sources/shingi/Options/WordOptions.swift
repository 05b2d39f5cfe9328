import ArgumentParser
import Deliberation
import Foundation
import Pipeline
import Reports
import Store

/// How the words of a query are looked for.
struct WordOptions: ParsableArguments {
  @Flag(
    help: """
      Search only the words as written, without alternatives: no other spelling of numbers, no 々, \
      no blanks, no synonyms.
      """)
  var exact = false

  @Option(
    help: ArgumentHelp(
      "A file of synonyms (default: lexicons/synonyms.json of the corpus).", valueName: "file"))
  var synonyms: String?

  @Flag(name: .customLong("no-synonyms"), help: "Search without synonyms.")
  var noSynonyms = false

  @Option(
    help: "In what all the words must stand: statement, agenda (the same item) or meeting.")
  var within: SearchUnit = .statement

  /// Sets a query as asked for; returns what is searched beside its words.
  ///
  /// - Throws: `ValidationError` for a file of synonyms that cannot be used.
  func apply(to query: inout SearchQuery) throws -> [Expansion] {
    query.isExact = exact
    query.within = within
    guard !exact, !noSynonyms, let words = query.words, let synonyms = try words.loaded(synonyms)
    else { return query.expansions() }
    let expansions = query.expansions(synonyms)
    query.words = words.adding(synonyms)
    return expansions
  }

  /// Says on standard error what is searched beside the words, where people read the result.
  static func note(_ expansions: [Expansion], _ output: OutputOption) {
    guard output.format == .table || output.format == .md, !expansions.isEmpty else { return }
    let isJapanese = output.lang == .ja
    let words = expansions.map { expansion in
      let others = expansion.alternatives.map { alternative in
        "\(alternative.text)（\(alternative.reason.word(isJapanese: isJapanese))）"
      }
      return "\(expansion.word) = \(others.joined(separator: isJapanese ? "、" : ", "))"
    }
    Diagnostics.write(
      (isJapanese ? "検索語の展開: " : "searched too: ") + words.joined(separator: " / "))
  }
}

extension SearchExpression {
  /// The synonyms of a file, else those of the corpus; nil where there is neither.
  fileprivate func loaded(_ path: String?) throws -> Synonyms? {
    let file: URL
    if let path {
      file = URL(filePath: path)
    } else {
      guard let corpus = try? CorpusData.locate() else { return nil }
      file = corpus.appending(path: "lexicons/synonyms.json")
      guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    }
    do {
      return try Synonyms.load(json: [UInt8](try Data(contentsOf: file)))
    } catch let error as SynonymsError {
      throw ValidationError("\(file.path): \(error)")
    } catch {
      throw ValidationError("\(file.path): the file of synonyms cannot be read")
    }
  }
}

extension Expansion.Reason {
  fileprivate func word(isJapanese: Bool) -> String {
    guard isJapanese else { return rawValue }
    return switch self {
    case .number: "数"
    case .repetition: "踊り字"
    case .blank: "空白"
    case .synonym: "同義語"
    }
  }
}

extension SearchUnit: ExpressibleByArgument {}
