import Deliberation
package import JapaneseText
package import Statutes
package import Store

/// Adds the texts of laws to an index: reading runs ahead on all cores, saving is one transaction a
/// text.
package struct LawAdding: Sendable {
  /// What became of one source.
  package enum Outcome: Sendable {
    case saved(StoredRevision, LawSaveStatus)
    /// It lay in a folder or an archive and is no law text.
    case passedOver(file: String, reason: String)
    case failed(IngestError)
  }

  /// Days in force that the user gave.
  package struct Days: Hashable, Sendable {
    package var from: CalendarDate
    package var until: CalendarDate?

    package init(from: CalendarDate, until: CalendarDate?) {
      self.from = from
      self.until = until
    }
  }

  /// What the user says about a rule that is no law.
  package struct Document: Hashable, Sendable {
    package var title: String?
    /// `doc:…`; nil makes it of the title.
    package var id: String?
    /// The first day of this version.
    package var date: CalendarDate?

    package init(title: String? = nil, id: String? = nil, date: CalendarDate? = nil) {
      self.title = title
      self.id = id
      self.date = date
    }

    var isEmpty: Bool { title == nil && id == nil && date == nil }
  }

  /// Changes when the same XML would give another text.
  private static let reader = "law/2"

  let laws: LawCatalogue
  /// The `law_revision_id` that the user gave.
  let revision: String?
  let days: Days?
  let document: Document

  package init(
    laws: LawCatalogue, revision: String? = nil, days: Days? = nil, document: Document = Document()
  ) {
    self.laws = laws
    self.revision = revision
    self.days = days
    self.document = document
  }

  /// Adds every source in the order given.
  package func add(
    _ sources: [LawSource], to store: RecordStore, report: (Outcome) -> Void
  ) async {
    await withTaskGroup(of: (Int, Result<Read, Refusal>).self) { group in
      var next = 0
      // Archives are unpacked here, in order; files are read where they are parsed.
      let unpacked = LawSourceBytes()
      func startOne() {
        guard next < sources.count else { return }
        let index = next
        next += 1
        let member: Result<[UInt8]?, IngestError> = Result { () throws(IngestError) in
          try unpacked.next(sources[index])
        }
        group.addTask {
          (index, Result { () throws(Refusal) in try read(sources[index], member: member) })
        }
      }
      for _ in 0..<2 { startOne() }
      var waiting: [Int: Result<Read, Refusal>] = [:]
      var turn = 0
      while let (index, result) = await group.next() {
        waiting[index] = result
        while let ready = waiting.removeValue(forKey: turn) {
          report(save(ready, of: sources[turn], to: store))
          turn += 1
          startOne()
        }
      }
    }
  }

  /// Adds one text that is already in memory, such as one that was fetched.
  package func add(
    _ bytes: [UInt8], name: String, to store: RecordStore
  ) throws(IngestError) -> Outcome {
    do {
      let read = try read(bytes, name: name)
      return .saved(read.revision, try save(read, to: store))
    } catch {
      throw error.error
    }
  }

  private struct Read: Sendable {
    let revision: StoredRevision
    let provisions: [StoredProvision]
  }

  private struct Refusal: Error {
    let error: IngestError
    /// The file is fine, but holds something else than a law.
    var isNoLaw = false
  }

  private func read(
    _ source: LawSource, member: Result<[UInt8]?, IngestError>
  ) throws(Refusal) -> Read {
    let bytes: [UInt8]
    do throws(IngestError) {
      if let unpacked = try member.get() {
        bytes = unpacked
      } else {
        bytes = try source.fileBytes()
      }
    } catch {
      throw Refusal(error: error)
    }
    let isXML = source.name.lowercased().hasSuffix(".xml")
    if source.isNamed, !isXML, !LawXML.recognises(bytes) {
      return try readDocument(bytes, name: source.name)
    }
    return try read(bytes, name: source.name)
  }

  /// A guideline, a plan or a draft.
  private func readDocument(_ bytes: [UInt8], name: String) throws(Refusal) -> Read {
    guard revision == nil else {
      throw Refusal(
        error: .refused(file: name, reason: "it is no law text; --revision goes with e-Gov's XML"))
    }
    let text: LawText
    do {
      text = try RuleDocumentReading.read(bytes, name: name, title: document.title)
    } catch {
      throw Refusal(error: error)
    }
    let id = document.id ?? text.law ?? PassageID.document(titled: text.title)
    let from = document.date ?? days?.from
    let provisions = text.provisions
    guard provisions.count > 1 else {
      throw Refusal(error: .refused(file: name, reason: "no passage is in it"))
    }
    return Read(
      revision: StoredRevision(
        law: id, revision: from.map { PassageID.revision(of: id, from: $0) }, from: from,
        until: days?.until, title: text.title, number: text.number,
        file: name.split(separator: "/").last.map(String.init) ?? name,
        sha256: SHA256.hex(bytes), reader: RuleDocumentReading.version), provisions: provisions)
  }

  private func read(_ bytes: [UInt8], name: String) throws(Refusal) -> Read {
    func refuse(_ reason: String, isNoLaw: Bool = false) -> Refusal {
      Refusal(error: .refused(file: name, reason: reason), isNoLaw: isNoLaw)
    }
    guard document.isEmpty else {
      throw refuse(
        "it is a law text, whose title, id and day are its own; drop --title, --id, --date")
    }
    let text: LawText
    do {
      text = try LawXML.read(bytes, name: name, acts: laws.memberActs)
    } catch .notALaw(let root) {
      throw refuse("\(LawTextError.notALaw(root: root))", isNoLaw: true)
    } catch {
      throw refuse("\(error)")
    }
    let id = revision ?? text.revision
    guard let law = id?.split(separator: "_").first.map(String.init) ?? law(of: text) else {
      throw refuse(
        """
        nothing tells its law id; name the file as e-Gov does (law_revision_id.xml) or give \
        --revision
        """)
    }
    if let own = text.law, revision != nil, own != law {
      throw refuse("it is a text of \(own), not of \(law); check --revision")
    }
    let provisions = text.provisions
    guard provisions.contains(where: { !$0.text.isEmpty }) else {
      throw refuse("the law has no provisions; fetch the whole text", isNoLaw: true)
    }
    return Read(
      revision: StoredRevision(
        law: law, revision: id, from: days?.from ?? id.flatMap(LawRevision.firstDay),
        until: days?.until, title: text.title, number: text.number,
        file: name.split(separator: "/").last.map(String.init) ?? name,
        sha256: SHA256.hex(bytes), reader: Self.reader), provisions: provisions)
  }

  /// The id of a text: as it says itself, unless only its number is in the catalogue.
  private func law(of text: LawText) -> String? {
    if let id = text.law, laws.law(id) != nil { return id }
    return laws.law(numbered: text.number) ?? text.law
  }

  private func save(_ read: Read, to store: RecordStore) throws(Refusal) -> LawSaveStatus {
    do {
      return try store.save(read.revision, provisions: read.provisions)
    } catch {
      throw Refusal(error: .store(file: read.revision.file, reason: error.description))
    }
  }

  private func save(
    _ read: Result<Read, Refusal>, of source: LawSource, to store: RecordStore
  ) -> Outcome {
    do {
      let read = try read.get()
      return .saved(read.revision, try save(read, to: store))
    } catch {
      guard error.isNoLaw, !source.isNamed else { return .failed(error.error) }
      return .passedOver(file: source.name, reason: error.error.description)
    }
  }
}
