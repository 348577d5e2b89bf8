#include "dom/dom.h"

#include <algorithm>
#include <utility>

namespace octavo::dom {
namespace {

bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool isReading(const Element& element) {
  return element.name == "rt" || element.name == "rp" || element.name == "rtc";
}

void collectText(const Node& node, bool baseTextOnly, std::string& into) {
  if (const Text* text = asText(node)) {
    into += text->value;
    return;
  }
  const Element& element = *asElement(node);
  if (baseTextOnly && isReading(element)) return;
  for (const auto& child : element.children()) collectText(*child, baseTextOnly, into);
}

std::string quoted(std::string_view text) {
  std::string result = "\"";
  for (const char c : text) {
    if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else {
      if (c == '"' || c == '\\') result += '\\';
      result += c;
    }
  }
  return result + "\"";
}

std::string_view prefixOf(Namespace space) {
  switch (space) {
    case Namespace::MathMl: return "m:";
    case Namespace::Svg: return "svg:";
    case Namespace::XInclude: return "xi:";
    case Namespace::DocBook: return "db:";
    case Namespace::Tei: return "tei:";
    case Namespace::OasisTable: return "oasis:";
    case Namespace::Ali: return "ali:";
    case Namespace::None:
    case Namespace::Xhtml:
    case Namespace::Other: return "";
  }
  return "";
}

void dumpInto(const Node& node, int depth, std::string& into) {
  into.append(static_cast<std::size_t>(depth) * 2, ' ');
  if (const Text* text = asText(node)) {
    into += quoted(text->value) + "\n";
    return;
  }
  const Element& element = *asElement(node);
  into += "<";
  into += prefixOf(element.namespaceName);
  into += element.name;
  for (const Attribute& attribute : element.attributes) into += " " + attribute.name + "=" + quoted(attribute.value);
  into += ">\n";
  for (const auto& child : element.children()) dumpInto(*child, depth + 1, into);
}

}  // namespace

const std::string* Element::attribute(std::string_view attributeName) const {
  const auto found = std::ranges::find(attributes, attributeName, &Attribute::name);
  return found == attributes.end() ? nullptr : &found->value;
}

std::string_view Element::attributeOr(std::string_view attributeName, std::string_view otherwise) const {
  const std::string* found = attribute(attributeName);
  return found ? std::string_view(*found) : otherwise;
}

void Element::setAttribute(std::string_view attributeName, std::string value) {
  const auto found = std::ranges::find(attributes, attributeName, &Attribute::name);
  if (found != attributes.end()) {
    found->value = std::move(value);
  } else {
    attributes.push_back({std::string(attributeName), std::move(value)});
  }
}

void Element::removeAttribute(std::string_view attributeName) {
  std::erase_if(attributes, [&](const Attribute& attribute) { return attribute.name == attributeName; });
}

bool Element::hasWord(std::string_view attributeName, std::string_view word) const {
  std::string_view rest = attributeOr(attributeName);
  while (!rest.empty()) {
    const auto begin = std::ranges::find_if_not(rest, isSpace);
    const auto end = std::find_if(begin, rest.end(), isSpace);
    if (std::string_view(begin, end) == word && !word.empty()) return true;
    rest = std::string_view(end, rest.end());
  }
  return false;
}

Node& Element::append(std::unique_ptr<Node> child) { return insert(children_.size(), std::move(child)); }

Element& Element::appendElement(Namespace space, std::string elementName, SourcePosition position) {
  return *asElement(append(std::make_unique<Element>(space, std::move(elementName), position)));
}

Text& Element::appendText(std::string value, SourcePosition position) {
  return *asText(append(std::make_unique<Text>(std::move(value), position)));
}

Node& Element::insert(std::size_t index, std::unique_ptr<Node> child) {
  child->parent_ = this;
  return **children_.insert(children_.begin() + static_cast<std::ptrdiff_t>(index), std::move(child));
}

std::unique_ptr<Node> Element::remove(std::size_t index) {
  std::unique_ptr<Node> child = std::move(children_[index]);
  children_.erase(children_.begin() + static_cast<std::ptrdiff_t>(index));
  child->parent_ = nullptr;
  return child;
}

std::vector<std::unique_ptr<Node>> Element::takeChildren() {
  for (const auto& child : children_) child->parent_ = nullptr;
  return std::exchange(children_, {});
}

const Element* asElement(const Node& node) {
  return node.kind() == Node::Kind::Element ? static_cast<const Element*>(&node) : nullptr;
}
Element* asElement(Node& node) {
  return node.kind() == Node::Kind::Element ? static_cast<Element*>(&node) : nullptr;
}
const Text* asText(const Node& node) {
  return node.kind() == Node::Kind::Text ? static_cast<const Text*>(&node) : nullptr;
}
Text* asText(Node& node) { return node.kind() == Node::Kind::Text ? static_cast<Text*>(&node) : nullptr; }

std::string_view languageOf(const Element& element) {
  for (const Element* at = &element; at; at = at->parent()) {
    if (const std::string* language = at->attribute("xml:lang")) return *language;
    if (const std::string* language = at->attribute("lang")) return *language;
  }
  return {};
}

std::string textContent(const Node& node, bool baseTextOnly) {
  std::string result;
  collectText(node, baseTextOnly, result);
  return result;
}

const Element* firstChild(const Element& element, std::string_view name) {
  for (const auto& child : element.children()) {
    const Element* found = asElement(*child);
    if (found && found->name == name) return found;
  }
  return nullptr;
}

const Element* findById(const Element& root, std::string_view id) {
  if (root.attributeOr("id") == id || root.attributeOr("xml:id") == id) return &root;
  for (const auto& child : root.children()) {
    if (const Element* element = asElement(*child)) {
      if (const Element* found = findById(*element, id)) return found;
    }
  }
  return nullptr;
}

std::unique_ptr<Element> clone(const Element& element) {
  auto copy = std::make_unique<Element>(element.namespaceName, element.name, element.position());
  copy->attributes = element.attributes;
  for (const auto& child : element.children()) {
    if (const Text* text = asText(*child)) {
      copy->appendText(text->value, text->position());
    } else {
      copy->append(clone(*asElement(*child)));
    }
  }
  return copy;
}

std::string collapseWhiteSpace(std::string_view text) {
  std::string result;
  bool pending = false;
  for (const char c : text) {
    if (isSpace(c)) {
      pending = !result.empty();
      continue;
    }
    if (pending) result.push_back(' ');
    pending = false;
    result.push_back(c);
  }
  return result;
}

std::string dump(const Element& element) {
  std::string result;
  dumpInto(element, 0, result);
  return result;
}

}  // namespace octavo::dom
