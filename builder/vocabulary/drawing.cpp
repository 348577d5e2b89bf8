#include "vocabulary/drawing.h"

#include <algorithm>
#include <array>
#include <set>

#include "css/addresses.h"
#include "vocabulary/source_questions.h"
#include "xml/xml.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
using dom::Namespace;

/// SVG 1.1 and 2 without scripts, foreign content, film and profiles; `a` stays for what is drawn in it.
constexpr std::array<std::string_view, 76> kElements{
    "a", "animate", "animateColor", "animateMotion", "animateTransform", "circle", "clipPath", "defs", "desc", "ellipse", "feBlend",
    "feColorMatrix", "feComponentTransfer", "feComposite", "feConvolveMatrix", "feDiffuseLighting", "feDisplacementMap",
    "feDistantLight", "feDropShadow", "feFlood", "feFuncA", "feFuncB", "feFuncG", "feFuncR", "feGaussianBlur", "feImage", "feMerge",
    "feMergeNode", "feMorphology", "feOffset", "fePointLight", "feSpecularLighting", "feSpotLight", "feTile", "feTurbulence",
    "filter", "g", "hatch", "hatchpath", "image", "line", "linearGradient", "marker", "mask", "mesh", "meshgradient", "meshpatch",
    "meshrow", "mpath", "path", "pattern", "polygon", "polyline", "radialGradient", "rect", "set", "stop", "style", "svg", "switch",
    "symbol", "text", "textPath", "title", "tref", "tspan", "use", "view", "font", "font-face", "font-face-name", "font-face-src",
    "glyph", "missing-glyph", "hkern", "vkern"};
/// Attributes that hold names and words of any kind; all others are read as CSS, which finds an address in any notation.
constexpr std::array<std::string_view, 10> kWords{"id", "class", "lang", "xml:lang", "xml:space", "role", "type", "version", "attributeName", "systemLanguage"};

template <std::size_t N>
bool isIn(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool isHeldPicture(std::string_view reference) {
  const std::string address = lowered(reference.substr(0, 32));
  return address.starts_with("data:image/png") || address.starts_with("data:image/jpeg") || address.starts_with("data:image/gif");
}

bool isKnown(const Element& element) {
  return element.namespaceName == Namespace::Svg && isIn(kElements, element.name);
}

/// An animation that would set an address or a handler.
bool setsReference(const Element& element) {
  const std::string target = lowered(element.attributeOr("attributeName"));
  return target.starts_with("on") || target.ends_with("href") || target.ends_with("src");
}

class Cleaner {
 public:
  Cleaner(const Element& svg, const std::function<std::string(std::string_view)>& pictureAt, Drawing& drawing)
      : drawing_(drawing), pictureAt_(pictureAt) {
    collectIds(svg);
  }

  void copyInto(const Element& from, Element& to) {
    for (const dom::Attribute& attribute : from.attributes) copyAttribute(from, attribute, to);
    if (from.name == "style") return copyStyle(from, to);
    for (const auto& child : from.children()) {
      const Element* element = dom::asElement(*child);
      if (!element) {
        to.appendText(dom::asText(*child)->value, to.position());
      } else if (isKnown(*element) && !setsReference(*element)) {
        // Its links lead out of the drawing; what is drawn in them stays.
        copyInto(*element, to.appendElement(Namespace::Svg, element->name == "a" ? "g" : element->name, element->position()));
      } else if (element->namespaceName == Namespace::Svg && element->name != "metadata") {
        ++drawing_.programs;
      }
    }
  }

 private:
  void collectIds(const Element& element) {
    if (const std::string* id = element.attribute("id")) ids_.insert(*id);
    for (const auto& child : element.children()) {
      const Element* below = dom::asElement(*child);
      if (below && isKnown(*below) && !setsReference(*below)) collectIds(*below);
    }
  }

  void copyAttribute(const Element& element, const dom::Attribute& attribute, Element& to) {
    const std::string name = lowered(attribute.name);
    if (name.starts_with("on")) {
      ++drawing_.programs;
      return;
    }
    if (element.name == "a" && isOneOf(name, {"target", "rel", "type", "download", "hreflang", "ping"})) return;
    if (name == "href" || name == "xlink:href" || name == "src") return copyReference(element, attribute, to);
    const bool isWords = isIn(kWords, attribute.name) || name.starts_with("aria-");
    if (name.starts_with("data-") || (name.find(':') != std::string::npos && !isWords)) return;
    if (isWords) {
      to.setAttribute(attribute.name, attribute.value);
      return;
    }
    css::HeldStyle held = name == "style" ? css::heldDeclarations(attribute.value, isOwn_) : css::heldValue(attribute.value, isOwn_);
    note(held);
    if (!held.css.empty() || held.left.empty()) to.setAttribute(attribute.name, std::move(held.css));
  }

  void copyReference(const Element& element, const dom::Attribute& attribute, Element& to) {
    const std::string_view value = attribute.value;
    const bool isOwn = value.starts_with('#') ? isOwn_(value.substr(1)) : isOneOf(element.name, {"image", "feImage"}) && isHeldPicture(value);
    if (isOwn && element.name == "a") return;
    std::string held = !isOwn && element.name == "image" && pictureAt_ ? pictureAt_(value) : std::string();
    if (isOwn) {
      to.setAttribute(attribute.name, attribute.value);
    } else if (!held.empty()) {
      to.setAttribute(attribute.name, std::move(held));
    } else {
      ++drawing_.references;
    }
  }

  /// The pieces of its text are one sheet, whatever stands between them.
  void copyStyle(const Element& from, Element& to) {
    std::string sheet;
    for (const auto& child : from.children()) {
      if (const dom::Text* text = dom::asText(*child)) sheet += text->value;
    }
    css::HeldStyle held = css::heldSheet(sheet, {});  // a rule for what is not there does no harm
    note(held);
    to.appendText(std::move(held.css), to.position());
  }

  void note(const css::HeldStyle& held) { drawing_.references += static_cast<int>(held.left.size()); }

  Drawing& drawing_;
  const std::function<std::string(std::string_view)>& pictureAt_;
  std::set<std::string, std::less<>> ids_;
  css::IsOwnId isOwn_ = [this](std::string_view id) { return ids_.contains(id); };
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

void collectPictures(const Element& element, DrawnPictures& into) {
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    if (!below || isOneOf(below->name, {"title", "desc", "metadata", "defs", "style", "script"})) continue;
    if (isOneOf(below->name, {"g", "a", "svg", "switch"})) {
      collectPictures(*below, into);
    } else if (below->name == "image") {
      into.addresses.emplace_back(below->attributeOr("href", below->attributeOr("xlink:href")));
    } else if (below->namespaceName == Namespace::Svg) {
      into.isAll = false;
    }
  }
}

}  // namespace

DrawnPictures picturesIn(const Element& svg) {
  DrawnPictures pictures;
  collectPictures(svg, pictures);
  return pictures;
}

Drawing cleanDrawing(const Element& svg, const std::function<std::string(std::string_view)>& pictureAt) {
  Drawing drawing;
  if (!svg.is(Namespace::Svg, "svg")) return drawing;
  Element copy(Namespace::Svg, "svg", svg.position());
  Cleaner(svg, pictureAt, drawing).copyInto(svg, copy);
  drawing.title = titleOf(svg);
  collectWords(svg, drawing.words);
  drawing.words = dom::collapseWhiteSpace(drawing.words);
  drawing.bytes = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + xml::serialize(copy) + "\n";
  return drawing;
}

}  // namespace octavo::vocabulary
