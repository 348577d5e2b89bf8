// vocabulary/xhtml: what the page itself does not show.
#include <algorithm>
#include <array>
#include <string>

#include "vocabulary/conversion_content.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/xhtml/reading_private.h"

namespace octavo::vocabulary::xhtml {
namespace {

using dom::Element;

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n\f");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n\f") - begin + 1);
}

bool isHidden(const Element& element) {
  if (!isHtml(element)) return false;
  // Numbers of printed pages are hidden from the screen and yet meant.
  if (element.hasWord("epub:type", "pagebreak") || element.hasWord("role", "doc-pagebreak")) return false;
  // Lazy pages hold their pictures there for those without scripts: convertNoscript() sees to them.
  if (element.name == "noscript") return !dom::firstChild(element, "img");
  if (element.name == "template") return true;
  const std::string* hidden = element.attribute("hidden");
  return (hidden && *hidden != "until-found") || lastValue(element, "display") == "none";
}

void convertNotesWithin(const Element& element, Reading& reading) {
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    if (!below) continue;
    if (reading.noteBodies.contains(below)) {
      convertNoteBody(*below, reading);
    } else {
      convertNotesWithin(*below, reading);
    }
  }
}

}  // namespace

std::string lastValue(const Element& element, std::string_view property) {
  std::string last;
  std::string_view style = element.attributeOr("style");
  while (!style.empty()) {
    const std::string_view declaration = style.substr(0, style.find(';'));
    style.remove_prefix(std::min(declaration.size() + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string_view::npos || lowered(trimmed(declaration.substr(0, colon))) != property) continue;
    const std::string_view value = declaration.substr(colon + 1);
    last = lowered(trimmed(value.substr(0, value.find('!'))));
  }
  return last;
}

bool shows(const Element& element) {
  constexpr std::array<std::string_view, 5> kShown{"img", "svg", "audio", "video", "object"};
  return !vocabulary::isBlank(std::string_view(dom::textContent(element))) || std::ranges::find(kShown, element.name) != kShown.end() ||
         std::ranges::any_of(element.children(), [](const auto& child) {
           const Element* below = dom::asElement(*child);
           return below && shows(*below);
         });
}

bool holdsFormulaAlone(const Element& element) {
  const Element* only = nullptr;
  for (const auto& child : element.children()) {
    if (isBlank(*child)) continue;
    if (only || !dom::asElement(*child)) return false;
    only = dom::asElement(*child);
  }
  return only && (only->namespaceName == dom::Namespace::MathMl || holdsFormulaAlone(*only));
}

bool leaveOutHidden(const Element& element, Reading& reading) {
  const bool isByStyle = reading.hiddenByStyle.contains(&element);
  if (!isByStyle && (!isHidden(element) || holdsFormulaAlone(element))) return false;
  convertNotesWithin(element, reading);  // those that a screen shows when they are called
  if (!isByStyle && shows(element)) {
    reading.conversion.warn("hidden-left-out", element.position(),
                            "what the page does not show (hidden, display: none, noscript, template) is left out", "hidden");
  }
  return true;
}

}  // namespace octavo::vocabulary::xhtml
