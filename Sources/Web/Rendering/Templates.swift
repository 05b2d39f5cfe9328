import Mustache

/// The templates of the pages, compiled into the program and read once.
package struct Templates: Sendable {
  private let library: MustacheLibrary

  /// The sources by name.
  static let sources: [String: [UInt8]] = [
    "bodies": PackageResources.bodies_mustache,
    "body": PackageResources.body_mustache,
    "crumbs": PackageResources.crumbs_mustache,
    "edit": PackageResources.edit_mustache,
    "entries": PackageResources.entries_mustache,
    "event": PackageResources.event_mustache,
    "failure": PackageResources.failure_mustache,
    "head": PackageResources.head_mustache,
    "hit": PackageResources.hit_mustache,
    "item": PackageResources.item_mustache,
    "layout": PackageResources.layout_mustache,
    "matrix": PackageResources.matrix_mustache,
    "meeting": PackageResources.meeting_mustache,
    "meetingline": PackageResources.meetingline_mustache,
    "meetings": PackageResources.meetings_mustache,
    "pager": PackageResources.pager_mustache,
    "people": PackageResources.people_mustache,
    "person": PackageResources.person_mustache,
    "provision": PackageResources.provision_mustache,
    "provisionlink": PackageResources.provisionlink_mustache,
    "provisions": PackageResources.provisions_mustache,
    "search": PackageResources.search_mustache,
    "source": PackageResources.source_mustache,
    "statement": PackageResources.statement_mustache,
    "statementlink": PackageResources.statementlink_mustache,
    "summary": PackageResources.summary_mustache,
    "timeline": PackageResources.timeline_mustache,
    "turn": PackageResources.turn_mustache,
  ]

  /// Reads the templates.
  ///
  /// - Throws: What Mustache finds wrong in one of them, which a test would have found.
  package init() throws {
    MustacheContentTypes.register(EscapedText(), named: EscapedText.name)
    var templates: [String: MustacheTemplate] = [:]
    for (name, bytes) in Self.sources {
      let text = String(decoding: bytes, as: UTF8.self)
      templates[name] = try MustacheTemplate(
        string: "{{% CONTENT_TYPE:\(EscapedText.name)}}" + text)
    }
    library = MustacheLibrary(templates: templates)
  }

  /// The text of a template with a view; nil for a name that is none.
  package func text(_ name: String, _ view: View) -> String? {
    library.render(view, withTemplate: name)
  }
}
