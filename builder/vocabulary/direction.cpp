// vocabulary: which way the parts of a publication run.
#include "vocabulary/direction.h"

#include <algorithm>
#include <array>

#include "text/direction.h"

namespace octavo::vocabulary {
namespace {

/// Programs and addresses run from the left in any text (W3C, Structural markup and right-to-left text in HTML); what is
/// only laid out in lines runs as its words do.
bool runsFromTheLeft(const dom::Element& element) {
  constexpr std::array<std::string_view, 5> kCode{"pre", "code", "kbd", "samp", "tt"};
  if (std::ranges::find(kCode, element.name) != kCode.end()) {
    const std::string_view kind = element.attributeOr("class");
    return kind.find("literallayout") == std::string_view::npos && kind.find("address") == std::string_view::npos &&
           kind.find("verse") == std::string_view::npos;
  }
  if (element.name != "a") return false;
  const std::string text = dom::textContent(element);
  const bool isAscii = std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  return isAscii && (text.find("://") != std::string::npos || text.find('@') != std::string::npos || text.starts_with("www."));
}

void settle(dom::Element& element, bool isReversed) {
  if (element.namespaceName != dom::Namespace::Xhtml) return;  // formulas and drawings have ways of their own
  const std::string_view said = element.attributeOr("dir"), language = element.attributeOr("lang");
  if (said.empty() && !language.empty() && language != "und" && text::isRightToLeft(language) != isReversed) {
    isReversed = !isReversed;
    element.setAttribute("dir", isReversed ? "rtl" : "ltr");
  } else if (said == "rtl" || said == "ltr") {
    isReversed = said == "rtl";
  } else if (said.empty() && isReversed && runsFromTheLeft(element)) {
    isReversed = false;
    element.setAttribute("dir", "ltr");
  }
  for (const auto& child : element.children()) {
    if (dom::Element* below = dom::asElement(*child)) settle(*below, isReversed);
  }
}

}  // namespace

void settleDirections(publication::Publication& publication) {
  for (publication::Chapter& chapter : publication.chapters) settle(*chapter.root, false);
}

}  // namespace octavo::vocabulary
