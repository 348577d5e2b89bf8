// xml: the way from a tree to text, as EPUB's XHTML wants it.
#include <algorithm>
#include <array>

#include "xml/xml.h"

namespace octavo::xml {
namespace {

using dom::Namespace;

/// HTML, section 13.1.2: elements that never have content.
constexpr std::array<std::string_view, 13> kVoidElements{
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"};

/// The namespaces that a written tree may have; anything else is written without one.
std::string_view nameOf(Namespace space) {
  switch (space) {
    case Namespace::Xhtml:
      return "http://www.w3.org/1999/xhtml";
    case Namespace::MathMl:
      return "http://www.w3.org/1998/Math/MathML";
    case Namespace::Svg:
      return "http://www.w3.org/2000/svg";
    case Namespace::XInclude:
      return "http://www.w3.org/2001/XInclude";
    case Namespace::DocBook:
      return "http://docbook.org/ns/docbook";
    case Namespace::Tei:
      return "http://www.tei-c.org/ns/1.0";
    case Namespace::OasisTable:
      return "http://www.niso.org/standards/z39-96/ns/oasis-exchange/table";
    case Namespace::Ali:
      return "http://www.niso.org/schemas/ali/1.0/";
    case Namespace::None:
    case Namespace::Other:
      return "";
  }
  return "";
}

struct AttributePrefix {
  std::string_view prefix;
  std::string_view name;
};
constexpr std::array kAttributePrefixes{AttributePrefix{"epub:", "http://www.idpf.org/2007/ops"},
                                        AttributePrefix{"xlink:", "http://www.w3.org/1999/xlink"}};

bool usesPrefix(const dom::Element& element, std::string_view prefix) {
  if (std::ranges::any_of(element.attributes, [&](const auto& a) { return a.name.starts_with(prefix); }))
    return true;
  return std::ranges::any_of(element.children(), [&](const auto& child) {
    const dom::Element* below = dom::asElement(*child);
    return below && usesPrefix(*below, prefix);
  });
}

void appendEscaped(std::string_view text, bool isAttribute, std::string& into) {
  for (const char c : text) {
    switch (c) {
      case '&':
        into += "&amp;";
        break;
      case '<':
        into += "&lt;";
        break;
      case '>':
        into += "&gt;";
        break;
      case '\r':
        into += "&#13;";
        break;
      case '"':
        into += isAttribute ? "&quot;" : "\"";
        break;
      case '\n':
        into += isAttribute ? "&#10;" : "\n";
        break;
      case '\t':
        into += isAttribute ? "&#9;" : "\t";
        break;
      default:
        into += c;
    }
  }
}

void appendAttribute(std::string_view name, std::string_view value, std::string& into) {
  into += ' ';
  into += name;
  into += "=\"";
  appendEscaped(value, true, into);
  into += '"';
}

bool isKnownPrefix(std::string_view attribute) {
  const std::size_t colon = attribute.find(':');
  return colon == std::string_view::npos || attribute.starts_with("xml:") ||
         std::ranges::any_of(kAttributePrefixes,
                             [&](const auto& p) { return attribute.starts_with(p.prefix); });
}

void appendElement(const dom::Element& element, std::string_view namespaceAround, bool isRoot,
                   std::string& into) {
  std::string name = element.name;
  std::ranges::replace(name, ':', '-');  // a foreign element's prefix is not declared here
  into += '<';
  into += name;
  const std::string_view space = nameOf(element.namespaceName);
  if (space != namespaceAround) appendAttribute("xmlns", space, into);
  if (isRoot) {
    for (const AttributePrefix& known : kAttributePrefixes) {
      if (!usesPrefix(element, known.prefix)) continue;
      appendAttribute("xmlns:" + std::string(known.prefix.substr(0, known.prefix.size() - 1)), known.name,
                      into);
    }
  }
  for (const dom::Attribute& attribute : element.attributes) {
    if (isKnownPrefix(attribute.name)) appendAttribute(attribute.name, attribute.value, into);
  }
  const bool isXhtml = element.namespaceName == Namespace::Xhtml;
  if (element.children().empty() &&
      (!isXhtml || std::ranges::find(kVoidElements, name) != kVoidElements.end())) {
    into += "/>";
    return;
  }
  into += '>';
  for (const auto& child : element.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      appendEscaped(text->value, false, into);
    } else {
      appendElement(*dom::asElement(*child), space, false, into);
    }
  }
  into += "</";
  into += name;
  into += '>';
}

}  // namespace

std::string serialize(const dom::Element& element) {
  std::string result;
  appendElement(element, {}, true, result);
  return result;
}

std::string escapeText(std::string_view text) {
  std::string result;
  appendEscaped(text, false, result);
  return result;
}

std::string escapeAttribute(std::string_view text) {
  std::string result;
  appendEscaped(text, true, result);
  return result;
}

}  // namespace octavo::xml
