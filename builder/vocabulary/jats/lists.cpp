// vocabulary/jats: lists and definition lists.
#include "vocabulary/numerals.h"
#include "vocabulary/jats/reading.h"

#include <algorithm>
#include <array>

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

struct ListKind {
  std::string_view type;
  std::string_view element;
  std::string_view numbering;  // HTML's type attribute
  std::string_view numeration = "arabic";
};
constexpr std::array kListKinds{
    ListKind{"order", "ol", ""},        ListKind{"ordered", "ol", ""},      ListKind{"number", "ol", ""},
    ListKind{"alpha-lower", "ol", "a", "loweralpha"}, ListKind{"alpha-upper", "ol", "A", "upperalpha"}, ListKind{"roman-lower", "ol", "i", "lowerroman"},
    ListKind{"roman-upper", "ol", "I", "upperroman"}, ListKind{"bullet", "ul", ""},       ListKind{"unordered", "ul", ""},
    ListKind{"simple", "ul", ""},
};

int countItems(const Element& list, const Reading& reading, int depth = 0) {
  const int own = static_cast<int>(childrenOf(list, "list-item").size());
  const auto before = reading.byId.find(list.attributeOr("continued-from"));
  if (depth > 100 || before == reading.byId.end() || before->second->name != "list") return own;
  return own + countItems(*before->second, reading, depth + 1);
}

/// Where some items of a numbered list have labels of their own, these stand in the place of their numbers alone.
void labelItems(Element& list, const std::vector<const Element*>& items) {
  const auto isLabelled = [](const Element* item) { return firstSaying(*item, "label") != nullptr; };
  const auto count = std::ranges::count_if(items, isLabelled);
  if (count == 0) return;
  if (list.name != "ol" || static_cast<std::size_t>(count) == items.size()) return addClass(list, "labelled");
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (isLabelled(items[i])) addClass(*dom::asElement(*list.children()[list.children().size() - items.size() + i]), "labelled");
  }
}

/// prefix-word="Rule": "Rule 1" stands before what an item says.
void prependWord(const Element& item, const std::string& words, Element& point, Reading& reading) {
  Element* line = point.children().empty() ? nullptr : dom::asElement(*point.children().front());
  if (!line || line->name != "p") {
    line = &appendMade(point, "p", item, reading);
    point.insert(0, point.remove(point.children().size() - 1));
  }
  line->insert(0, std::make_unique<dom::Text>(isCjkLanguage(languageAt(item)) ? "　" : " ", item.position()));
  Element& label = appendMade(*line, "span", item, reading, "label");
  label.appendText(words, item.position());
  line->insert(0, line->remove(line->children().size() - 1));
}

void convertItem(const Element& item, Element& point, Reading& reading) {
  appendTitleParagraph(item, point, reading, "list-title");
  if (const Element* label = firstSaying(item, "label"); label && !firstSaying(item, "title")) {
    while (!point.children().empty()) point.remove(point.children().size() - 1);
    convertLabelledBlocks(item, point, reading);
  } else {
    convertBlocks(item, point, reading, {"label", "title"});
  }
}

void convertList(const Element& source, Element& into, Reading& reading) {
  if (firstSaying(source, "label") || firstSaying(source, "title")) appendTitleParagraph(source, into, reading, "list-title");
  const auto items = childrenOf(source, "list-item");
  if (items.empty()) return;
  const auto kind = std::ranges::find(kListKinds, source.attributeOr("list-type"), &ListKind::type);
  const bool known = kind != kListKinds.end();
  Element& list = appendAs(into, known ? kind->element : "ul", source, reading);
  if (source.attributeOr("list-type") == "simple") addClass(list, "simple");
  addSourceClass(list, "content", source.attributeOr("list-content"));
  if (known && !kind->numbering.empty()) list.setAttribute("type", std::string(kind->numbering));
  int number = 1;
  if (list.name == "ol") {
    const auto before = reading.byId.find(source.attributeOr("continued-from"));
    if (before != reading.byId.end() && before->second != &source && before->second->name == "list") {
      number = countItems(*before->second, reading) + 1;
      list.setAttribute("start", std::to_string(number));
    }
  }
  const std::string prefix = dom::collapseWhiteSpace(source.attributeOr("prefix-word"));
  for (const Element* item : items) {
    Element& point = appendAs(list, "li", *item, reading);
    convertItem(*item, point, reading);
    if (prefix.empty() || firstSaying(*item, "label")) continue;
    const std::string own = list.name == "ol" ? " " + formatNumber(number++, kind->numeration) : std::string();
    prependWord(*item, prefix + own, point, reading);
  }
  prefix.empty() ? labelItems(list, items) : addClass(list, "labelled");
}

void appendDefinitionHeads(const Element& source, Element& list, Reading& reading) {
  const Element* termHead = dom::firstChild(source, "term-head");
  const Element* definitionHead = dom::firstChild(source, "def-head");
  if (!termHead && !definitionHead) return;
  Element& term = termHead ? appendAs(list, "dt", *termHead, reading, "term-head")
                           : appendMade(list, "dt", source, reading, "term-head");
  if (termHead) convertInline(*termHead, term, reading);
  Element& definition = definitionHead ? appendAs(list, "dd", *definitionHead, reading, "def-head")
                                       : appendMade(list, "dd", source, reading, "def-head");
  if (definitionHead) convertInline(*definitionHead, definition, reading);
}

/// HTML wants both halves of each pair: a missing one stands there empty.
void appendDefinition(const Element& item, Element& list, Reading& reading) {
  const auto terms = childrenOf(item, "term");
  const Element* label = firstSaying(item, "label");
  for (std::size_t i = 0; i < std::max<std::size_t>(terms.size(), 1); ++i) {
    Element& entry = i < terms.size() ? appendAs(list, "dt", *terms[i], reading)
                                      : appendMade(list, "dt", item, reading);
    if (i == 0) {
      if (const std::string* id = item.attribute("id"); id && !entry.attribute("id")) {
        reading.conversion.takeIdentity(entry, item);
      }
      if (label) appendLabel(*label, entry, reading);
    }
    if (i < terms.size()) convertInline(*terms[i], entry, reading);
  }
  bool any = false;
  for (const Element* part : childrenOf(item)) {
    if (isOneOf(part->name, {"term", "label"})) continue;
    any = true;
    Element& definition = part->name == "def" ? appendAs(list, "dd", *part, reading)
                                              : appendMade(list, "dd", *part, reading);
    part->name == "def" ? convertBlocks(*part, definition, reading) : convert(*part, definition, reading);
  }
  if (!any) appendMade(list, "dd", item, reading);
}

void convertDefinitionList(const Element& source, Element& into, Reading& reading) {
  if (firstSaying(source, "label") || firstSaying(source, "title")) {
    appendTitleParagraph(source, into, reading, "list-title");
  }
  const auto items = childrenOf(source, "def-item");
  const bool headed = dom::firstChild(source, "term-head") || dom::firstChild(source, "def-head");
  if (!items.empty() || headed) {
    Element& list = appendAs(into, "dl", source, reading);
    appendDefinitionHeads(source, list, reading);
    for (const Element* item : items) appendDefinition(*item, list, reading);
  }
  convertBlocks(source, into, reading, {"label", "title", "term-head", "def-head", "def-item"});
}

/// A definition outside a list of definitions.
void convertLooseDefinition(const Element& source, Element& into, Reading& reading) {
  convertBlocks(source, appendAs(into, "div", source, reading, "def"), reading);
}

constexpr std::array kRules{
    Rule{"list", convertList},
    Rule{"def-list", convertDefinitionList},
    Rule{"def", convertLooseDefinition},
};

}  // namespace

std::span<const Rule> listRules() { return kRules; }

}  // namespace octavo::vocabulary::jats
