import CLibXML2

/// Turns the tree of libxml2 into values, without recursion.
///
/// libxml2 gives an element the line where its start tag ends, and a text the line where some part
/// of it ends. Lines are therefore counted along: a text begins where what came before it ended.
struct TreeBuilder {
  private var open: [Element] = []
  private var names: [UnsafePointer<xmlChar>: String] = [:]
  private var line = 1
  /// Whether equal names share one pointer, as those of XML do.
  private let interns: Bool

  private init(interns: Bool) { self.interns = interns }

  static func element(
    _ root: xmlNodePtr, depthLimit: Int, flattens: Bool
  ) throws(MarkupError) -> Element {
    var builder = TreeBuilder(interns: !flattens)
    return try builder.build(root, depthLimit: depthLimit, flattens: flattens)
  }

  private mutating func build(
    _ root: xmlNodePtr, depthLimit: Int, flattens: Bool
  ) throws(MarkupError) -> Element {
    open.append(start(root))
    var depth = 1
    var parent = root
    var next = root.pointee.children
    while true {
      if let node = next {
        switch node.pointee.type {
        case XML_ELEMENT_NODE:
          depth += 1
          guard depth <= depthLimit || flattens else { throw .tooDeep(limit: depthLimit) }
          let element = start(node)
          if depth <= depthLimit {
            open.append(element)
          } else {
            open[open.count - 1].children.append(.element(element))
          }
          parent = node
          next = node.pointee.children
          continue
        case XML_TEXT_NODE, XML_CDATA_SECTION_NODE: append(node.pointee.content)
        case XML_COMMENT_NODE, XML_PI_NODE: line += newlines(node.pointee.content)
        default: break
        }
        next = node.pointee.next
      } else {
        if depth <= depthLimit, depth > 1, let element = open.popLast() {
          open[open.count - 1].children.append(.element(element))
        }
        depth -= 1
        guard depth > 0, let above = parent.pointee.parent else { return open[0] }
        next = parent.pointee.next
        parent = above
      }
    }
  }

  private mutating func start(_ node: xmlNodePtr) -> Element {
    line = max(line, Int(node.pointee.line))
    var element = Element(name: name(node.pointee.name), line: line)
    var attribute = node.pointee.properties
    while let current = attribute {
      var value = ""
      var part = current.pointee.children
      while let text = part {
        if let content = text.pointee.content { value += String(cString: content) }
        part = text.pointee.next
      }
      element.attributes[name(current.pointee.name)] = value
      attribute = current.pointee.next
    }
    return element
  }

  private mutating func append(_ content: UnsafeMutablePointer<xmlChar>?) {
    guard let content else { return }
    open[open.count - 1].children.append(.text(String(cString: content), line: line))
    line += newlines(content)
  }

  private func newlines(_ content: UnsafeMutablePointer<xmlChar>?) -> Int {
    guard var byte = content else { return 0 }
    var count = 0
    while byte.pointee != 0 {
      if byte.pointee == 0x0A { count += 1 }
      byte += 1
    }
    return count
  }

  private mutating func name(_ pointer: UnsafePointer<xmlChar>?) -> String {
    guard let pointer else { return "" }
    guard interns else { return String(cString: pointer) }
    if let known = names[pointer] { return known }
    let name = String(cString: pointer)
    names[pointer] = name
    return name
  }
}
