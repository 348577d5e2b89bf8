#include "vocabulary/drawing.h"

#include <algorithm>

#include "vocabulary/source_questions.h"
#include "xml/xml.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
using dom::Namespace;

bool isHeldPicture(std::string_view reference) {
  const std::string address = lowered(reference.substr(0, 32));
  return address.starts_with("data:image/png") || address.starts_with("data:image/jpeg") || address.starts_with("data:image/gif");
}

/// What stands behind "url(".
bool isOwnAddress(std::string_view rest) {
  const std::size_t begin = rest.find_first_not_of(" \t\r\n\"'");
  return begin != std::string_view::npos && (rest[begin] == '#' || isHeldPicture(rest.substr(begin)));
}

/// Takes addresses outside the drawing out of a style; returns how many. A style with escapes, behind which an address may
/// hide, goes as a whole.
int cleanStyle(std::string& css) {
  if (css.find('\\') != std::string::npos) {
    css.clear();
    return 1;
  }
  const std::string plain = lowered(css);
  std::string kept;
  int count = 0;
  for (std::size_t at = 0; at < css.size();) {
    const bool isImport = plain.compare(at, 7, "@import") == 0;
    if (!isImport && (plain.compare(at, 4, "url(") != 0 || isOwnAddress(std::string_view(css).substr(at + 4)))) {
      kept += css[at++];
      continue;
    }
    if (!isImport) kept += "none";
    const std::size_t end = css.find(isImport ? ';' : ')', at);
    at = end == std::string::npos ? css.size() : end + 1;
    ++count;
  }
  css = std::move(kept);
  return count;
}

class Cleaner {
 public:
  explicit Cleaner(Drawing& drawing) : drawing_(drawing) {}

  void copyInto(const Element& from, Element& to) {
    for (const dom::Attribute& attribute : from.attributes) copyAttribute(from, attribute, to);
    for (const auto& child : from.children()) {
      const Element* element = dom::asElement(*child);
      if (!element) {
        copyText(dom::asText(*child)->value, to);
      } else if (element->namespaceName == Namespace::Svg && mayStay(*element)) {
        copyInto(*element, to.appendElement(Namespace::Svg, element->name, element->position()));
      }
    }
  }

 private:
  bool mayStay(const Element& element) {
    if (isOneOf(element.name, {"metadata", "title", "desc"})) return element.name != "metadata";
    const std::string target = lowered(element.attributeOr("attributeName"));
    const bool isActive = isOneOf(element.name, {"script", "foreignObject", "handler", "listener"}) || target.starts_with("on") ||
                          target.ends_with("href");
    if (isActive) ++drawing_.programs;
    return !isActive;
  }

  void copyAttribute(const Element& element, const dom::Attribute& attribute, Element& to) {
    const std::string name = lowered(attribute.name);
    if (name.starts_with("on")) {
      ++drawing_.programs;
      return;
    }
    if (name == "href" || name == "xlink:href" || name == "src") return copyReference(element, attribute, to);
    if (name.find(':') != std::string::npos && name != "xml:space" && name != "xml:lang") return;
    std::string value = attribute.value;
    const bool mayName = name == "style" || lowered(value).find("url(") != std::string::npos;
    if (mayName) drawing_.references += cleanStyle(value);
    to.setAttribute(attribute.name, std::move(value));
  }

  void copyReference(const Element& element, const dom::Attribute& attribute, Element& to) {
    const bool isOwn = attribute.value.starts_with('#') ||
                       (isOneOf(element.name, {"image", "feImage"}) && isHeldPicture(attribute.value));
    if (isOwn) {
      to.setAttribute(attribute.name, attribute.value);
    } else {
      ++drawing_.references;
    }
  }

  void copyText(std::string text, Element& to) {
    if (to.name == "style") drawing_.references += cleanStyle(text);
    to.appendText(std::move(text), to.position());
  }

  Drawing& drawing_;
};

/// The words that stand in the drawing, without its definitions.
void collectWords(const Element& element, std::string& into) {
  if (isOneOf(element.name, {"style", "script", "defs", "metadata", "title", "desc"})) return;
  for (const auto& child : element.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      into += text->value + " ";
    } else {
      collectWords(*dom::asElement(*child), into);
    }
  }
}

std::string titleOf(const Element& svg) {
  std::string title = dom::collapseWhiteSpace(svg.attributeOr("aria-label"));
  for (const char* name : {"title", "desc"}) {
    const Element* said = title.empty() || std::string_view(name) == "desc" ? dom::firstChild(svg, name) : nullptr;
    const std::string words = said ? plainText(*said) : std::string();
    title += (title.empty() || words.empty() ? "" : ". ") + words;
  }
  return title;
}

}  // namespace

Drawing cleanDrawing(const Element& svg) {
  Drawing drawing;
  if (!svg.is(Namespace::Svg, "svg")) return drawing;
  Element copy(Namespace::Svg, "svg", svg.position());
  Cleaner(drawing).copyInto(svg, copy);
  drawing.title = titleOf(svg);
  collectWords(svg, drawing.words);
  drawing.words = dom::collapseWhiteSpace(drawing.words);
  drawing.bytes = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml::serialize(copy) + "\n";
  return drawing;
}

}  // namespace octavo::vocabulary
