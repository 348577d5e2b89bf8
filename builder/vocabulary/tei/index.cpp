// vocabulary/tei: terms of an index, and the index that a program shall make of them (TEI P5, 3.9.2).
#include <algorithm>
#include <array>

#include "vocabulary/made_index.h"
#include "vocabulary/tei/reading.h"
#include "words/words.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

/// The terms of one entry, an index within an index one level deeper: "paper : rags".
void collectTerms(const Element& source, std::string& path, std::string& sortAs) {
  for (const Element* part : childrenOf(source)) {
    if (part->name == "index") collectTerms(*part, path, sortAs);
    const std::string words = part->name == "term" ? plainText(*part) : std::string();
    if (words.empty()) continue;
    const std::string key(part->attributeOr("sortKey", words));
    path += (path.empty() ? "" : " : ") + words;
    sortAs += (sortAs.empty() ? "" : " : ") + key;
  }
}

void convertIndexTerm(const Element& source, Element& into, Reading& reading) {
  ++reading.indexTerms;
  std::string path, sortAs;
  collectTerms(source, path, sortAs);
  Element& mark = appendAs(into, isLine(into) ? "span" : "div", source, reading, "index-term");
  mark.setAttribute("data-term", path);
  if (sortAs != path) mark.setAttribute("data-sort-as", sortAs);
  if (!path.empty()) reading.indexMarks.push_back({source.attributeOr("indexName"), &mark});
}

constexpr std::array kRules{Rule{"index", Standing::Mark, convertIndexTerm}};

}  // namespace

std::span<const Rule> indexRules() { return kRules; }

bool isIndexPlace(const Element& source) {
  return source.name == "divGen" && lowered(source.attributeOr("type")).find("index") != std::string::npos;
}

void fillIndex(const Element& source, Element& section, Reading& reading) {
  addClass(section, "index");
  section.setAttribute("epub:type", "index");
  section.setAttribute("role", "doc-index");
  if (!appendHeading(source, section, reading)) {
    appendMade(section, "h2", source, reading)
        .appendText(std::string(words::of(languageAt(source))[words::Term::Index]), source.position());
  }
  Element& entries = appendMade(section, "div", source, reading, "index-entries");
  entries.setAttribute("epub:type", "index-entry-list");
  reading.indexes.emplace_back(&source, &entries);
}

void fillIndexes(Reading& reading) {
  for (const auto& [source, into] : reading.indexes) {
    // An index of one name has the terms for it; the others have all.
    const std::string_view type = source->attributeOr("type");
    const bool isNamed = std::ranges::find(reading.indexMarks, type, &Reading::IndexMark::name) != reading.indexMarks.end();
    std::vector<Element*> marks;
    for (const Reading::IndexMark& mark : reading.indexMarks) {
      if (!isNamed || mark.name == type) marks.push_back(mark.mark);
    }
    appendIndex(*into, marks, std::string(languageAt(*source)),
                [&](Element& mark) { return reading.conversion.ensureId(mark, "index-mark"); });
  }
}

}  // namespace octavo::vocabulary::tei
