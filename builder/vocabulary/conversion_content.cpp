// vocabulary: which elements of XHTML may stand in a line of text, and which may not.
#include "vocabulary/conversion_content.h"

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
#include <vector>

namespace octavo::vocabulary {
namespace {

/// HTML, section 3.2.5.2.5, without what readers never write; sorted.
constexpr std::array<std::string_view, 38> kPhrasing{
    "abbr",  "area", "audio",  "b",      "bdi",     "bdo",      "br",  "button", "canvas", "cite",
    "code",  "data", "dfn",    "em",     "embed",   "i",        "img", "input",  "kbd",    "label",
    "map",   "mark", "meter",  "output", "picture", "progress", "q",   "ruby",   "s",      "samp",
    "small", "span", "strong", "sub",    "sup",     "time",     "u",   "var"};
/// Parts of phrasing elements, and elements whose content decides.
constexpr std::array<std::string_view, 7> kPhrasingParts{"rb", "rbc", "rp", "rt", "rtc", "source", "wbr"};
constexpr std::array<std::string_view, 6> kTransparent{"a", "del", "ins", "noscript", "object", "video"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

}  // namespace

bool isPhrasing(const dom::Node& node) {
  const dom::Element* element = dom::asElement(node);
  if (!element || element->namespaceName != dom::Namespace::Xhtml) return true;
  if (has(kTransparent, element->name)) {
    return std::ranges::all_of(element->children(), [](const auto& child) { return isPhrasing(*child); });
  }
  return has(kPhrasing, element->name) || has(kPhrasingParts, element->name);
}

bool isBlank(const dom::Node& node) {
  const dom::Text* text = dom::asText(node);
  return text && text->value.find_first_not_of(" \t\r\n\f") == std::string::npos;
}

void wrapLoosePhrasing(dom::Element& container) {
  std::vector<std::unique_ptr<dom::Node>> children = container.takeChildren();
  dom::Element* paragraph = nullptr;
  for (std::size_t i = 0; i < children.size(); ++i) {
    if (!isPhrasing(*children[i])) {
      paragraph = nullptr;
      container.append(std::move(children[i]));
      continue;
    }
    if (!paragraph) {
      if (isBlank(*children[i])) continue;
      paragraph = &container.appendElement(dom::Namespace::Xhtml, "p", children[i]->position());
    }
    paragraph->append(std::move(children[i]));
  }
}

int headingLevel(const dom::Element& element) {
  if (element.namespaceName != dom::Namespace::Xhtml || element.name.size() != 2 || element.name[0] != 'h')
    return 0;
  return element.name[1] >= '1' && element.name[1] <= '6' ? element.name[1] - '0' : 0;
}

}  // namespace octavo::vocabulary
