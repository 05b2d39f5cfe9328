/// The files that pages load: style, script, icon; compiled into the program.
package struct SiteFile: Sendable {
  package let name: String
  package let type: String
  package let bytes: [UInt8]

  package static let all = [
    SiteFile(name: "site.css", type: "text/css", bytes: PackageResources.site_css),
    SiteFile(name: "site.js", type: "text/javascript", bytes: PackageResources.site_js),
    SiteFile(name: "icon.svg", type: "image/svg+xml", bytes: PackageResources.icon_svg),
  ]

  /// Tells versions of the files apart, so that browsers may keep them for long.
  static let version: String = {
    var hash: UInt32 = 2_166_136_261
    for file in all { for byte in file.bytes { hash = (hash ^ UInt32(byte)) &* 16_777_619 } }
    return String(hash, radix: 36)
  }()
}
