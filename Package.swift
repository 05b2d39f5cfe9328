// swift-tools-version: 6.2
import PackageDescription

/// Settings of every target: strict Swift 6, warnings are errors, imports say what they are for.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The parts of the program in the order in which data flows: whoever stands higher may import
/// what stands lower, never the other way round.
let package = Package(
  name: "shingi",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "shingi", targets: ["shingi"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .executableTarget(
      name: "shingi",
      dependencies: [
        "Deliberation", "JapaneseText", "Minutes", "Statutes", "Positions", "Store", "Pipeline",
        "Reports", "Evaluation", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .executableTarget(
      name: "shingi-bench",
      dependencies: [
        "Deliberation", "JapaneseText", "Minutes", "Statutes", "Positions", "Store", "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),
    .target(
      name: "Web",
      dependencies: [
        "CZlib", "Deliberation", "JapaneseText", "Statutes", "Store", "Pipeline", "Reports",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [
        .embedInCode("Templates"), .embedInCode("Files"), .embedInCode("Words"),
      ],
      swiftSettings: settings),
    .target(
      name: "Evaluation", dependencies: ["Deliberation", "JapaneseText", "Reports"],
      swiftSettings: settings),
    .target(
      name: "Reports", dependencies: ["Deliberation", "JapaneseText", "Store"],
      swiftSettings: settings),
    .target(
      name: "Pipeline",
      dependencies: ["Deliberation", "JapaneseText", "Minutes", "Statutes", "Positions", "Store"],
      swiftSettings: settings),
    .target(
      name: "Store",
      dependencies: [
        "Deliberation", "JapaneseText", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      resources: [.embedInCode("Schema")],
      swiftSettings: settings),
    .target(
      name: "Minutes", dependencies: ["Deliberation", "JapaneseText", "Markup"],
      resources: [.embedInCode("Data")],
      swiftSettings: settings),
    .target(
      name: "Statutes", dependencies: ["Deliberation", "JapaneseText", "Markup"],
      swiftSettings: settings),
    .target(
      name: "Positions", dependencies: ["Deliberation", "JapaneseText"], swiftSettings: settings),
    .target(name: "Deliberation", dependencies: ["JapaneseText"], swiftSettings: settings),
    .target(
      name: "JapaneseText", resources: [.embedInCode("Data")], swiftSettings: settings),
    .target(name: "Markup", dependencies: ["CLibXML2"], swiftSettings: settings),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .testTarget(
      name: "JapaneseTextTests", dependencies: ["JapaneseText"], swiftSettings: settings),
    .testTarget(
      name: "DeliberationTests", dependencies: ["Deliberation", "JapaneseText"],
      swiftSettings: settings),
    .testTarget(name: "MarkupTests", dependencies: ["Markup"], swiftSettings: settings),
    .testTarget(
      name: "MinutesTests", dependencies: ["Minutes", "Deliberation", "JapaneseText", "Markup"],
      exclude: ["Fixtures"], swiftSettings: settings),
    .testTarget(
      name: "PositionsTests", dependencies: ["Positions", "Deliberation", "JapaneseText"],
      swiftSettings: settings),
    .testTarget(
      name: "StatutesTests", dependencies: ["Statutes", "Deliberation", "JapaneseText", "Markup"],
      exclude: ["Cases"], swiftSettings: settings),
    .testTarget(
      name: "StoreTests",
      dependencies: [
        "Store", "Deliberation", "JapaneseText", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "Evaluation", "Deliberation", "JapaneseText"],
      exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "Web", "Pipeline", "Statutes", "Store", "Reports", "Deliberation", "JapaneseText",
        .product(name: "Hummingbird", package: "hummingbird"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "shingiTests",
      dependencies: [
        "shingi", "Pipeline", "Store", "Minutes", "Reports", "Evaluation", "Deliberation",
        "JapaneseText",
      ],
      exclude: ["Golden"], swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6])
