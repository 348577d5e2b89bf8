#include "vocabulary/drawing.h"

#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "base/data_address.h"
#include "css/addresses.h"
#include "image/image.h"
#include "vocabulary/conversion_language.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/svg_content.h"
#include "xml/names.h"
#include "xml/xml.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
using dom::Namespace;

/// Attributes that hold names and words of any kind; all others are read as CSS, which finds an address in any notation.
constexpr std::array<std::string_view, 13> kWords{"id",   "class",   "lang",          "xml:lang",       "xml:space",  "role",           "type",
                                                  "version", "attributeName", "systemLanguage", "aria-label", "aria-labelledby", "aria-hidden"};

template <std::size_t N>
bool isIn(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool isHeldPicture(std::string_view reference) {
  const std::string address = lowered(reference.substr(0, 32));
  return address.starts_with("data:image/png") || address.starts_with("data:image/jpeg") || address.starts_with("data:image/gif");
}

bool isKnown(const Element& element) {
  return element.namespaceName == Namespace::Svg && (element.name == "a" || svg::isElement(element.name));
}

/// Words of an attribute that a checker knows: a language, a role, a name; others say nothing.
bool isSound(std::string_view name, std::string_view value) {
  if (name == "id") return xml::isNcName(value);
  if (name == "lang" || name == "xml:lang") return canonicalLanguage(value).has_value();
  if (name == "xml:space") return isOneOf(value, {"default", "preserve"});
  if (name == "role") return isOneOf(value, {"img", "presentation", "group"});
  if (name == "aria-hidden") return isOneOf(value, {"true", "false"});
  return name != "version" || isOneOf(value, {"1.0", "1.1"});
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
      if (const dom::Text* text = dom::asText(*child)) {
        // Elsewhere it is not drawn.
        if (svg::mayHoldText(to.name) || isBlank(text->value)) to.appendText(text->value, to.position());
      } else {
        copyChild(*dom::asElement(*child), to);
      }
    }
  }

 private:
  void copyChild(const Element& element, Element& to) {
    if (!isKnown(element) || setsReference(element)) {
      if (element.namespaceName == Namespace::Svg && element.name != "metadata") ++drawing_.programs;
      return;
    }
    // Links lead out of the drawing; what is drawn in them stays.
    const bool isInText = svg::mayHoldText(to.name);
    const std::string name = element.name != "a" ? element.name : isInText ? "tspan" : "g";
    if (!svg::mayHold(to.name, name)) {
      ++drawing_.misplaced;
      return;
    }
    Element& made = to.appendElement(Namespace::Svg, name, element.position());
    copyInto(element, made);
    if (!complete(made)) {
      ++drawing_.misplaced;
      to.remove(to.children().size() - 1);
    }
  }

  /// Gives an element the attributes that it must have; false where it is nothing without one.
  bool complete(Element& made) {
    svg::forEachRequired(made.name, [&](std::string_view name, std::string_view value) {
      if (!made.attribute(name)) made.setAttribute(name, std::string(value));
    });
    const std::string_view needed = svg::isNothingWithout(made.name);
    const bool isReference = needed == "href";
    if (!needed.empty() && !made.attribute(needed) && !(isReference && made.attribute("xlink:href"))) return false;
    if (isOneOf(made.name, {"feDiffuseLighting", "feSpecularLighting"}))
      return std::ranges::any_of(childrenOf(made), [](const Element* light) { return light->name.starts_with("fe"); });
    return made.name != "image" || completePicture(made);
  }

  /// A picture without a size has its own (SVG 2, section 5.8); SVG 1.1 wants it said.
  static bool completePicture(Element& made) {
    if (made.attribute("width") && made.attribute("height")) return true;
    const auto bytes = bytesOfDataAddress(made.attributeOr("href", made.attributeOr("xlink:href")));
    const auto size = bytes ? image::readHeader(*bytes) : std::nullopt;
    if (!size) return false;
    if (!made.attribute("width")) made.setAttribute("width", std::to_string(size->shownWidth()));
    if (!made.attribute("height")) made.setAttribute("height", std::to_string(size->shownHeight()));
    return true;
  }

  void collectIds(const Element& element) {
    if (const std::string* id = element.attribute("id"); id && xml::isNcName(*id)) ids_.insert(*id);
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
    const bool isWords = isIn(kWords, attribute.name);
    const bool isCommon = isOneOf(attribute.name, {"lang", "role", "aria-label", "aria-labelledby", "aria-hidden"});
    if (!isCommon && !svg::mayHave(to.name, attribute.name)) return;
    if (isWords) {
      const bool isSecond = attribute.name == "id" && !given_.insert(attribute.value).second;
      if (!isSecond && isSound(attribute.name, attribute.value)) to.setAttribute(attribute.name, attribute.value);
      return;
    }
    css::HeldStyle held = name == "style" ? css::heldDeclarations(attribute.value, isOwn_) : css::heldValue(attribute.value, isOwn_);
    note(held);
    if (!held.css.empty() || held.left.empty()) to.setAttribute(attribute.name, std::move(held.css));
  }

  void copyReference(const Element& element, const dom::Attribute& attribute, Element& to) {
    const std::string_view value = attribute.value;
    const bool isOwn = value.starts_with('#') ? isOwn_(value.substr(1)) : isOneOf(element.name, {"image", "feImage"}) && isHeldPicture(value);
    if (isOwn && (element.name == "a" || !svg::mayHave(to.name, attribute.name))) return;
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
  std::set<std::string, std::less<>> ids_, given_;  // that the drawing has, that the copy has so far
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
