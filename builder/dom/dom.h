// dom: a tree of elements and text that knows its source positions.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"

namespace octavo::dom {

/// The vocabularies the program knows by heart. In any other namespace an element keeps the prefix the document
/// used in its name: "tp:taxon-name".
enum class Namespace : std::uint8_t {
  None, Xhtml, MathMl, Svg, XInclude, DocBook, Tei, OasisTable, Ali, Other
};

/// Names of attributes from well-known namespaces carry the customary prefix: xml:lang, xml:id, xml:base,
/// xlink:href, epub:type. All others are as written.
struct Attribute {
  std::string name;
  std::string value;
};

class Element;

class Node {
 public:
  enum class Kind : std::uint8_t { Element, Text };
  virtual ~Node() = default;
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  Kind kind() const { return kind_; }
  /// The element that owns this node; null for a root.
  Element* parent() const { return parent_; }
  const SourcePosition& position() const { return position_; }

 protected:
  Node(Kind kind, SourcePosition position) : position_(position), kind_(kind) {}

 private:
  friend class Element;
  Element* parent_ = nullptr;
  SourcePosition position_;
  Kind kind_;
};

class Text final : public Node {
 public:
  Text(std::string text, SourcePosition position) : Node(Kind::Text, position), value(std::move(text)) {}
  std::string value;  // UTF-8
};

class Element final : public Node {
 public:
  Element(Namespace space, std::string elementName, SourcePosition position)
      : Node(Kind::Element, position), name(std::move(elementName)), namespaceName(space) {}

  std::string name;  // local name; with its prefix where the namespace is Other
  Namespace namespaceName = Namespace::None;
  std::vector<Attribute> attributes;

  bool is(Namespace space, std::string_view elementName) const {
    return namespaceName == space && name == elementName;
  }
  /// The attribute's value; null when absent. Valid until the attributes change.
  const std::string* attribute(std::string_view attributeName) const;
  /// The attribute's value, or empty when absent.
  std::string_view attributeOr(std::string_view attributeName, std::string_view otherwise = {}) const;
  void setAttribute(std::string_view attributeName, std::string value);
  void removeAttribute(std::string_view attributeName);
  /// True when the attribute, read as words between white space, has this word.
  bool hasWord(std::string_view attributeName, std::string_view word) const;

  const std::vector<std::unique_ptr<Node>>& children() const { return children_; }
  Node& append(std::unique_ptr<Node> child);
  Element& appendElement(Namespace space, std::string elementName, SourcePosition position);
  Text& appendText(std::string value, SourcePosition position);
  Node& insert(std::size_t index, std::unique_ptr<Node> child);
  /// Takes the child out; the caller owns it from then on.
  std::unique_ptr<Node> remove(std::size_t index);
  /// All children, which leaves this element empty.
  std::vector<std::unique_ptr<Node>> takeChildren();

 private:
  std::vector<std::unique_ptr<Node>> children_;
};

const Element* asElement(const Node& node);
Element* asElement(Node& node);
const Text* asText(const Node& node);
Text* asText(Node& node);

/// `<?target content?>` before the root element.
struct ProcessingInstruction {
  std::string target;
  std::string content;
  SourcePosition position;
};

struct Document {
  std::unique_ptr<Element> root;
  std::vector<ProcessingInstruction> instructions;
  std::string doctypeName, publicId, systemId;  // empty without a DOCTYPE
  const SourceFile* source = nullptr;
};

/// The nearest xml:lang or lang of the element or its ancestors; empty when there is none.
std::string_view languageOf(const Element& element);
/// All text below, in order, without `rt`, `rp` where `baseTextOnly` (titles in navigation drop readings).
std::string textContent(const Node& node, bool baseTextOnly = false);
/// First child element of that name; null when there is none.
const Element* firstChild(const Element& element, std::string_view name);
/// First descendant with this id (attribute id or xml:id), or null.
const Element* findById(const Element& root, std::string_view id);
/// The same tree again, owned by the caller.
std::unique_ptr<Element> clone(const Element& element);
/// White space runs become one blank; leading and trailing ones go.
std::string collapseWhiteSpace(std::string_view text);

/// One line per node, indented by depth: `<p class="a">` and `"text"`, for goldens.
std::string dump(const Element& element);

}  // namespace octavo::dom
