package import Deliberation
package import JapaneseText

/// Words that name a provision, a law or another text (法第28条第1項第2号ハ, 同条第2項).
package struct Citation: Hashable, Sendable {
  /// In offsets of the text in which it was found.
  package var span: TextSpan
  package var kind: CitationKind
  /// The provisions named, those of a range each; empty where the citation is not resolved.
  package var targets: [CitationTarget]
  /// The part of the provision, where the words name one.
  package var part: CitationPart?
  /// The words mean all items of the target (各号).
  package var isEach = false
  /// The provisions that apply the target (第73条の3において準用する…).
  package var via: [CitationTarget] = []
  /// Why there is no target.
  package var unresolved: Unresolved?

  package init(
    span: TextSpan, kind: CitationKind, targets: [CitationTarget] = [],
    part: CitationPart? = nil, unresolved: Unresolved? = nil
  ) {
    self.span = span
    self.kind = kind
    self.targets = targets
    self.part = part
    self.unresolved = unresolved
  }
}

/// A provision in the text of a law that the citation means.
package struct CitationTarget: Hashable, Sendable {
  package var provision: Provision
  /// The revision in force on the day of the context; nil where not known.
  package var revision: String?

  package init(provision: Provision, revision: String? = nil) {
    self.provision = provision
    self.revision = revision
  }
}

/// How a citation names its target.
package enum CitationKind: String, Sendable, CaseIterable {
  /// With the law and the article, or with the article inside the law at hand.
  case absolute
  /// 前項, 同条第2項, この条.
  case relative
  /// 第3条から第5条まで.
  case range
  /// Through a name that the text itself defined (以下「…」という。).
  case abbreviation
  /// A law as a whole.
  case lawOnly
  /// A treaty, a notice, a local by-law, an internal rule: no law of the catalogue's kind.
  case external
}

/// A part of a provision that has no element id of its own.
package enum CitationPart: String, Sendable, CaseIterable {
  /// 本文
  case main
  /// ただし書
  case proviso
  /// 前段
  case first
  /// 後段
  case second
  /// 柱書, 各号列記以外の部分
  case chapeau
}

/// Why a citation has no target.
package enum Unresolved: String, Sendable, CaseIterable {
  /// The words do not say which law, nor does the context.
  case lawNotNamed
  /// A law is named that the catalogue does not have.
  case lawNotKnown
  /// The name means different laws, and the context does not say which.
  case lawAmbiguous
  /// 同条, 前項 without anything before that they could mean.
  case noAntecedent
  /// The law's text was asked and does not have the provision.
  case notInLaw
  /// 旧法, 改正前の…: another revision than the one in force.
  case otherRevision
  /// No law: a treaty, a notice, a by-law, an internal rule.
  case notALaw
}
