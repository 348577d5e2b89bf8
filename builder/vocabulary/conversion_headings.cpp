// vocabulary: headings in steps of one, and the contents they make.
#include "vocabulary/conversion_headings.h"

#include <algorithm>
#include <vector>

#include "dom/title_words.h"
#include "vocabulary/conversion_content.h"
#include "vocabulary/math_words.h"

namespace octavo::vocabulary {
namespace {

struct FoundHeading {
  dom::Element* element;
  int level;  // as wanted: its own, or one more than the sections around it, whichever is deeper
};

bool opensSection(const dom::Element& element) {
  return element.name == "section" || element.name == "article" || element.name == "aside" ||
         element.name == "nav";
}

void collect(dom::Element& element, int depth, std::vector<FoundHeading>& into) {
  if (const int level = headingLevel(element)) {
    into.push_back({&element, std::max(level, depth + 1)});
    return;
  }
  for (const auto& child : element.children()) {
    if (dom::Element* below = dom::asElement(*child))
      collect(*below, depth + (opensSection(*below) ? 1 : 0), into);
  }
}

bool hasBareFormula(const dom::Element& element) {
  if (element.is(dom::Namespace::MathMl, "math")) return !element.attribute("alttext");
  return std::ranges::any_of(element.children(), [](const auto& child) {
    const dom::Element* below = dom::asElement(*child);
    return below && hasBareFormula(*below);
  });
}

void nameFormulas(dom::Element& element) {
  if (element.is(dom::Namespace::MathMl, "math") && !element.attribute("alttext")) {
    element.setAttribute("alttext", mathWords(element));
  }
  for (const auto& child : element.children()) {
    if (dom::Element* below = dom::asElement(*child)) nameFormulas(*below);
  }
}

/// A heading stands for the section that it opens, else for itself.
dom::Element& targetOf(dom::Element& heading, const dom::Element& root) {
  dom::Element* at = &heading;
  while (at->parent() && at != &root) {
    const auto& siblings = at->parent()->children();
    const auto first = std::ranges::find_if(siblings, [](const auto& node) { return !isBlank(*node); });
    if (first->get() != at) break;
    at = at->parent();
    if (opensSection(*at)) return *at;
  }
  return heading;
}

}  // namespace

void normalizeHeadings(dom::Element& root) {
  std::vector<FoundHeading> headings;
  collect(root, 0, headings);
  std::vector<int> open;  // wanted levels of the headings that are still in force
  for (const FoundHeading& heading : headings) {
    while (open.size() > 1 && open.back() >= heading.level) open.pop_back();
    open.push_back(heading.level);
    heading.element->name = "h" + std::to_string(std::min<std::size_t>(open.size(), 6));
  }
}

std::string headingText(const dom::Element& heading) {
  if (!hasBareFormula(heading)) return dom::titleWords(heading);
  // In a source: the readers give every formula its words.
  const std::unique_ptr<dom::Element> copy = dom::clone(heading);
  nameFormulas(*copy);
  return dom::titleWords(*copy);
}

publication::NavigationEntry navigationOf(dom::Element& root, const std::string& title,
                                          Conversion& conversion) {
  publication::NavigationEntry top{title, std::string(root.attributeOr("lang")), *root.attribute("id"), {}};
  std::vector<FoundHeading> headings;
  collect(root, 0, headings);
  std::vector<publication::NavigationEntry*> open{&top};
  for (std::size_t i = 1; i < headings.size(); ++i) {
    dom::Element& heading = *headings[i].element;
    const std::string label = headingText(heading);
    if (label.empty()) {
      conversion.warn("heading-empty", heading.position(), "a heading without words", "heading");
      continue;
    }
    // The first heading is the chapter's; an h2 hangs below it. Skipped levels do not occur any more, but
    // empty headings are left out here.
    const auto depth = static_cast<std::size_t>(headingLevel(heading) - 1);
    open.resize(std::clamp<std::size_t>(depth, 1, open.size()));
    std::string target = conversion.ensureId(targetOf(heading, root), "section-" + std::to_string(i));
    open.back()->children.push_back({label, std::string(dom::languageOf(heading)), std::move(target), {}});
    open.push_back(&open.back()->children.back());
  }
  return top;
}

}  // namespace octavo::vocabulary
