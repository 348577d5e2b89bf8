// epub: what the navigation tells of besides the contents: figures, tables, the book's well-known parts.
#include "epub/landmarks.h"

#include <algorithm>
#include <array>

#include "epub/captions.h"
#include "dom/title_words.h"

namespace octavo::epub {
namespace {

using dom::Element;
using publication::ChapterKind;

struct Landmark {
  std::string_view type, role;  // by either of them an element is known
  bool mustBeAlone;             // each chapter may have one: then none of them is the book's
};
constexpr std::array kLandmarks{
    Landmark{"index", "doc-index", false},          Landmark{"loi", "", false},
    Landmark{"lot", "", false},                     Landmark{"bibliography", "doc-bibliography", true},
    Landmark{"glossary", "doc-glossary", true},     Landmark{"endnotes", "doc-endnotes", true},
};

std::string headingOf(const Element& section) {
  for (const auto& child : section.children()) {
    const Element* below = dom::asElement(*child);
    if (!below) continue;
    const bool isHeading = below->name.size() == 2 && below->name[0] == 'h' && below->name[1] >= '1' && below->name[1] <= '6';
    if (isHeading) return dom::titleWords(*below);
    if (below->name == "header") return headingOf(*below);
  }
  return {};
}

void look(const Element& element, FoundParts& found) {
  const std::string* id = element.attribute("id");
  if (id) {
    for (const Landmark& landmark : kLandmarks) {
      const bool isSuch = element.hasWord("epub:type", landmark.type) || (!landmark.role.empty() && element.hasWord("role", landmark.role));
      if (isSuch) found.parts.push_back({landmark.type, headingOf(element), *id});
    }
    if (const Element* caption = captionOf(element)) {
      auto& list = element.name == "table" || dom::firstChild(element, "table") ? found.tables : found.figures;
      list.push_back({captionText(*caption), std::string(dom::languageOf(*caption)), *id});
    }
  }
  for (const auto& child : element.children()) {
    if (const Element* below = dom::asElement(*child)) look(*below, found);
  }
}

}  // namespace

FoundParts findParts(const std::vector<Document>& documents) {
  FoundParts all;
  for (const Document& document : documents) {
    if (document.kind != ChapterKind::Contents) look(*document.root, all);
  }
  std::vector<Part> parts;
  for (const Landmark& landmark : kLandmarks) {
    const auto isSuch = [&](const Part& part) { return part.type == landmark.type; };
    const auto count = std::ranges::count_if(all.parts, isSuch);
    if (count == 0 || (landmark.mustBeAlone && count > 1)) continue;
    parts.push_back(*std::ranges::find_if(all.parts, isSuch));
  }
  all.parts = std::move(parts);
  return all;
}

}  // namespace octavo::epub
