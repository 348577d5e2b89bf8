// box: how the items of a list are counted (HTML, section 4.4.5 and 15.3.8).
#include "box/list_numbers.h"

#include <charconv>

namespace octavo::box {
namespace {

bool isReversed(const dom::Element& list) {
  return list.is(dom::Namespace::Xhtml, "ol") && list.attribute("reversed") != nullptr;
}

/// Items belong to the nearest list around them.
int countItems(const dom::Element& below, const css::Cascade& cascade) {
  int items = 0;
  for (const auto& child : below.children()) {
    const dom::Element* element = dom::asElement(*child);
    if (!element || isList(*element)) continue;
    if (cascade.styleOf(*element, css::StylePtr{})->display == css::Display::None) continue;
    items += (element->is(dom::Namespace::Xhtml, "li") ? 1 : 0) + countItems(*element, cascade);
  }
  return items;
}

}  // namespace

bool isList(const dom::Element& element) {
  return element.namespaceName == dom::Namespace::Xhtml &&
         (element.name == "ol" || element.name == "ul" || element.name == "menu");
}

int stepOfItem(const dom::Element& item) {
  if (!item.is(dom::Namespace::Xhtml, "li")) return 1;
  for (const dom::Element* at = item.parent(); at; at = at->parent()) {
    if (isList(*at)) return isReversed(*at) ? -1 : 1;
  }
  return 1;
}

int valueBeforeItems(const dom::Element& list, const css::Cascade& cascade) {
  if (!isReversed(list)) return numberAttribute(list, "start", 1) - 1;
  constexpr int kUnsaid = -2'000'000'000;
  const int said = numberAttribute(list, "start", kUnsaid);
  return (said == kUnsaid ? countItems(list, cascade) : said) + 1;
}

int numberAttribute(const dom::Element& element, std::string_view name, int otherwise) {
  const std::string_view text = element.attributeOr(name);
  int value = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} ? value : otherwise;
}

}  // namespace octavo::box
