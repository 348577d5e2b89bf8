// vocabulary/docbook: questions and answers.
#include <array>
#include <map>

#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

void convertQuestionSet(const Element& source, Element& into, Reading& reading) {
  const bool isSection = titleOf(source) && mayOpenSection(into);
  Element& set = appendAs(into, isSection ? "section" : "div", source, reading, source.name);
  if (isSection) return fillDivision(source, set, reading);
  appendTitleLine(source, set, reading, "box-title");
  convertBody(source, set, reading);
}

/// DocBook 5.1, defaultlabel of the set around: Q: and A:, numbers, or nothing.
std::string labelOf(const Element& source) {
  if (const Element* label = firstSaying(source, "label")) return plainText(*label);
  std::string_view kind = "qanda";
  const Element* entry = source.parent();
  for (const Element* at = entry; at; at = at->parent()) {
    const std::string* own = at->attribute("defaultlabel");
    if (!own) continue;
    kind = *own;
    break;
  }
  if (kind == "none") return {};
  if (kind == "qanda" || source.name != "question" || !entry || !entry->parent()) {
    return kind == "qanda" ? term(source.name, languageAt(source)) : std::string();
  }
  int number = 1;
  for (const Element* sibling : childrenOf(*entry->parent(), "qandaentry")) {
    if (sibling == entry) break;
    ++number;
  }
  return std::to_string(number) + ".";
}

void convertEntry(const Element& source, Element& into, Reading& reading) {
  Element& entry = appendAs(into, "div", source, reading, "qandaentry");
  convertBody(source, entry, reading);
}

void convertPart(const Element& source, Element& into, Reading& reading) {
  Element& part = appendAs(into, "div", source, reading, source.name);
  convertBlocks(source, part, reading, {"label"});
  prependLabel(part, labelOf(source), source, reading);
}

constexpr std::array kRules{
    Rule{"qandaset", convertQuestionSet}, Rule{"qandadiv", convertQuestionSet}, Rule{"qandaentry", convertEntry},
    Rule{"question", convertPart},        Rule{"answer", convertPart},
};

}  // namespace

std::span<const Rule> questionRules() { return kRules; }

void prependLabel(Element& block, std::string_view label, const Element& source, Reading& reading) {
  if (label.empty()) return;
  Element* first = block.children().empty() ? nullptr : dom::asElement(*block.children().front());
  const bool isMade = !first || first->name != "p";
  Element& paragraph = isMade ? appendMade(block, "p", source, reading) : *first;
  if (isMade) block.insert(0, block.remove(block.children().size() - 1));
  auto span = std::make_unique<Element>(dom::Namespace::Xhtml, "span", source.position());
  addClass(*span, "label");
  span->appendText(std::string(label), source.position());
  paragraph.insert(0, std::make_unique<dom::Text>(isCjkLanguage(languageAt(source)) ? "" : " ", source.position()));
  paragraph.insert(0, std::move(span));
}

}  // namespace octavo::vocabulary::docbook
