// What the words of a paper's front matter do not come through as: rules that the counts of kept words share.
#pragma once

#include <string>

#include "dom/dom.h"

namespace octavo::test {

/// A code of the publisher's own, which tells readers nothing.
inline bool isPublishersCode(const dom::Element& element) {
  for (const char* type : {"journal-id-type", "pub-id-type", "book-id-type", "book-part-id-type", "collection-id-type"}) {
    if (element.attributeOr(type) == "publisher-id" && element.name.ends_with("-id")) return true;
  }
  return false;
}

inline std::string affiliationWords(const dom::Element& affiliation) {
  std::string words = std::string(dom::languageOf(affiliation)) + " ";
  for (const auto& child : affiliation.children()) {
    const dom::Element* part = dom::asElement(*child);
    if (!part || part->name != "label") words += dom::textContent(*child) + " ";
  }
  return dom::collapseWhiteSpace(words);
}

inline bool comesAgain(const dom::Element& place, const dom::Element& affiliation, const std::string& words, bool& isPast) {
  for (const auto& child : place.children()) {
    const dom::Element* below = dom::asElement(*child);
    if (!below || isPast) continue;
    if (below == &affiliation) isPast = true;
    if (!isPast && below->name == "aff" && affiliationWords(*below) == words) return true;
    if (!isPast && comesAgain(*below, affiliation, words, isPast)) return true;
  }
  return false;
}

/// A reference in both forms is shown as it is written.
inline bool isCitationSaidBeside(const dom::Element& element) {
  return element.name == "element-citation" && element.parent() && dom::firstChild(*element.parent(), "mixed-citation");
}

/// Affiliations of the same words are shown once, with all their labels.
inline bool isAffiliationSaidBefore(const dom::Element& element) {
  if (element.name != "aff") return false;
  const dom::Element* front = element.parent();
  while (front && front->name != "article-meta" && front->name != "front-stub" && front->name != "book-part-meta" &&
         front->name != "book-meta") {
    front = front->parent();
  }
  bool isPast = false;
  return front && comesAgain(*front, element, affiliationWords(element), isPast);
}

}  // namespace octavo::test
