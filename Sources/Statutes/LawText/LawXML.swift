import Markup

/// Reads 法令標準XML, as tolerant as real files need (guide law-xml).
///
/// Roots `Law`, `DataRoot` and `law_data_response` are taken, unknown attributes and elements are
/// passed over, numbers are text (`38:84`), ruby is left out.
package enum LawXML {
  /// The text of a law.
  ///
  /// `name` is the file's name, from which the law id and the revision are read where it is one of
  /// the form `law_id` or `law_revision_id`; `acts` are the Acts whose ids their numbers do not tell.
  package static func read(
    _ bytes: [UInt8], name: String, acts: MemberActs = MemberActs()
  ) throws(LawTextError) -> LawText {
    let root: Element
    do {
      root = try MarkupParser.xml(bytes)
    } catch {
      throw .notXML(reason: "\(error)")
    }
    guard let law = root.name == "Law" ? root : root.firstDescendant("Law"),
      let body = law.first("LawBody")
    else { throw .notALaw(root: root.name) }
    let stem = name.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? ""
    let isRevision = LawRevision.firstDay(of: stem) != nil
    // The answer of API v2 names law and revision itself.
    let stated = LawBodyReader.words(of: root.firstDescendant("law_revision_id"))
    let revision = isRevision ? stem : LawRevision.firstDay(of: stated) == nil ? nil : stated
    let id =
      revision?.split(separator: "_").first.map(String.init)
      ?? (isLawID(stem) ? stem : law["LawId"] ?? statedID(root))
    var reader = LawBodyReader(acts: acts)
    return LawText(
      law: id, revision: revision,
      title: LawBodyReader.words(of: body.first("LawTitle")),
      number: LawBodyReader.words(of: law.first("LawNum")), parts: reader.parts(of: body))
  }

  /// Whether a file may hold a law: XML with an element `Law` or an envelope of e-Gov's API near its
  /// start.
  package static func recognises(_ bytes: [UInt8]) -> Bool {
    let head = String(decoding: bytes.prefix(65_536), as: UTF8.self)
    return ["<Law>", "<Law ", "<DataRoot", "<law_data_response"].contains { head.contains($0) }
  }

  /// The id that the envelope of an API's answer gives.
  private static func statedID(_ root: Element) -> String? {
    for name in ["law_id", "LawId"] {
      let id = LawBodyReader.words(of: root.firstDescendant(name))
      if isLawID(id) { return id }
    }
    return nil
  }

  private static func isLawID(_ text: String) -> Bool {
    text == "321CONSTITUTION"
      || (text.count == 15 && text.prefix(3).allSatisfy(\.isNumber)
        && text.allSatisfy { $0.isASCII && ($0.isNumber || $0.isUppercase) })
  }
}
