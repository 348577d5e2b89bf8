// vocabulary/tei: lists, glossaries.
#include <algorithm>
#include <array>

#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

bool isOrdered(const Element& list) {
  return isOneOf(list.attributeOr("type"), {"ordered", "numbered"}) ||
         isOneOf(list.attributeOr("rend"), {"ordered", "numbered"});
}

bool isInText(const Element& list) {
  return isOneOf(list.attributeOr("rend"), {"inline", "run-in"}) || isOneOf(list.attributeOr("type"), {"inline", "runin"});
}

void convertItem(const Element& source, Element& list, Reading& reading) {
  Element& item = appendAs(list, "li", source, reading);
  convertContent(source, item, reading);
  const std::string number(source.attributeOr("n"));
  if (number.empty()) return;
  Element* line = &item;
  if (!item.children().empty()) {
    Element* first = dom::asElement(*item.children().front());
    if (first && first->name == "p") line = first;
  }
  Element& label = appendMade(*line, "span", source, reading, "label");
  label.appendText(number, source.position());
  line->appendText(" ", source.position());
  for (std::size_t i = 0; i < 2; ++i) line->insert(i, line->remove(line->children().size() - 2 + i));
}

/// Terms and what they mean; HTML wants both halves of each pair.
void convertGlossary(const Element& source, Element& into, Reading& reading) {
  Element& list = appendAs(into, "dl", source, reading);
  bool termOpen = false;
  for (const Element* child : childrenOf(source)) {
    if (isOneOf(child->name, {"head", "headLabel", "headItem"}) || isBlank(plainText(*child))) continue;
    if (child->name == "label") {
      convertInline(*child, appendAs(list, "dt", *child, reading), reading);
      termOpen = true;
      continue;
    }
    if (!termOpen && list.children().empty()) appendMade(list, "dt", *child, reading);
    Element& meaning = child->name == "item" ? appendAs(list, "dd", *child, reading)
                                             : appendMade(list, "dd", *child, reading);
    child->name == "item" ? convertContent(*child, meaning, reading) : convert(*child, meaning, reading);
    termOpen = false;
  }
  if (termOpen) appendMade(list, "dd", source, reading);
}

/// A list that runs on in its paragraph.
void convertInText(const Element& source, Element& into, Reading& reading) {
  Element& list = appendAs(into, "span", source, reading, "list");
  for (const Element* child : childrenOf(source)) {
    if (!list.children().empty()) list.appendText(" ", child->position());
    convertInline(*child, appendAs(list, "span", *child, reading, child->name), reading);
  }
}

void convertList(const Element& source, Element& into, Reading& reading) {
  if (isInText(source) && isLine(into)) return convertInText(source, into, reading);
  for (const auto* name : {"head", "headLabel", "headItem"}) {
    for (const Element* head : childrenOf(source, name)) {
      convertInline(*head, appendAs(into, "p", *head, reading, "list-title"), reading);
    }
  }
  if (dom::firstChild(source, "label")) return convertGlossary(source, into, reading);
  const auto items = childrenOf(source, "item");
  const bool labelled = std::ranges::any_of(items, [](const Element* item) { return item->attribute("n") != nullptr; });
  Element* list = nullptr;
  for (const Element* child : childrenOf(source)) {
    if (isOneOf(child->name, {"head", "headLabel", "headItem"})) continue;
    if (child->name != "item") {
      // A page of the source may begin between two items.
      const bool hasPlace = list && !list->children().empty();
      convert(*child, hasPlace ? *dom::asElement(*list->children().back()) : into, reading);
      continue;
    }
    if (!list) {
      list = &appendAs(into, isOrdered(source) ? "ol" : "ul", source, reading, labelled ? "labelled" : "");
      if (source.attributeOr("type") == "simple") addClass(*list, "simple");
    }
    convertItem(*child, *list, reading);
  }
}

/// An item or label outside a list.
void convertLooseItem(const Element& source, Element& into, Reading& reading) {
  if (isLine(into)) return convertInline(source, appendAs(into, "span", source, reading, source.name), reading);
  convertContent(source, appendAs(into, "div", source, reading, source.name), reading);
}

constexpr std::array kRules{
    Rule{"list", Standing::Block, convertList},
    Rule{"item", Standing::Block, convertLooseItem},
    Rule{"label", Standing::ByContent, convertLooseItem},
};

}  // namespace

std::span<const Rule> listRules() { return kRules; }

}  // namespace octavo::vocabulary::tei
