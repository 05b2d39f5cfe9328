import GRDB

/// The schema as named steps forward; a step that was published is never edited.
enum Migrations {
  /// Marks the file as an index of Shingi (`PRAGMA application_id`, the letters SHNG).
  static let applicationID: Int32 = 0x5348_4E47

  /// The steps, each with its SQL from `Schema/`.
  static let steps: [(name: String, sql: [UInt8])] = [
    ("001-source", PackageResources._01_source_sql),
    ("002-identity", PackageResources._02_identity_sql),
    ("003-record", PackageResources._03_record_sql),
    ("004-statement", PackageResources._04_statement_sql),
    ("005-curation", PackageResources._05_curation_sql),
    ("006-search", PackageResources._06_search_sql),
    ("007-law", PackageResources._07_law_sql),
    ("008-postings", PackageResources._08_postings_sql),
    ("009-people", PackageResources._09_people_sql),
    ("010-links", PackageResources._10_links_sql),
    ("011-laws", PackageResources._11_laws_sql),
    ("012-watch", PackageResources._12_watch_sql),
  ]

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    for step in steps {
      migrator.registerMigration(step.name) { database in
        try database.execute(sql: String(decoding: step.sql, as: UTF8.self))
      }
    }
    return migrator
  }
}
