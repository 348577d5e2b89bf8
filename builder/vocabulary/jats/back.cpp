// vocabulary/jats: what follows the body: thanks, appendices, glossary, notes, biographies.
#include "vocabulary/jats/reading.h"

#include <algorithm>
#include <array>

#include "vocabulary/jats/terms.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

struct Part {
  std::string_view name;
  std::string_view className;
  std::string_view role;   // DPUB-ARIA; empty: none
  std::string_view title;  // key of the heading where the source has none; empty: then it is no section
};
constexpr std::array kParts{
    Part{"ack", "acknowledgements", "doc-acknowledgments", "acknowledgements"},
    Part{"app", "appendix", "doc-appendix", "appendix"},
    Part{"app-group", "appendices", "", ""},
    Part{"glossary", "glossary", "doc-glossary", "glossary"},
    Part{"notes", "article-notes", "", ""},
    Part{"note", "note", "", ""},
    Part{"bio", "biography", "", ""},
};

void convertPart(const Element& source, Element& into, Reading& reading) {
  const auto part = std::ranges::find(kParts, source.name, &Part::name);
  const bool titled = firstSaying(source, "title") || firstSaying(source, "label");
  const bool inner = source.parent() && source.parent()->name == source.name;
  const bool section = titled || (!part->title.empty() && !inner);
  if (childrenOf(source).empty() && !hasOwnText(source)) return;
  Element& made = appendAs(into, section ? "section" : "div", source, reading, part->className);
  addSourceClass(made, "type", source.attributeOr("notes-type", source.attributeOr("content-type")));
  if (section && !part->role.empty() && !inner) made.setAttribute("role", std::string(part->role));
  if (!appendHeading(source, made, reading) && section) {
    Element& heading = appendMade(made, "h2", source, reading);
    heading.appendText(term(part->title, languageAt(source)), source.position());
  }
  convertBlocks(source, made, reading, {"label", "title", "subtitle"});
}

constexpr std::array kRules{
    Rule{"ack", convertPart},   Rule{"app", convertPart},  Rule{"app-group", convertPart},
    Rule{"glossary", convertPart}, Rule{"notes", convertPart}, Rule{"note", convertPart},
    Rule{"bio", convertPart},
};

}  // namespace

std::span<const Rule> backRules() { return kRules; }

}  // namespace octavo::vocabulary::jats
