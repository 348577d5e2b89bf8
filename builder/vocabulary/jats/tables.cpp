// vocabulary/jats: tables by the model of XHTML, with their captions and feet.
#include "vocabulary/jats/reading.h"

#include <algorithm>
#include <array>

#include "vocabulary/cals_table.h"
#include "vocabulary/html_table.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

TableRules rulesFor(Reading& reading) {
  return {reading.conversion,
          [&reading](Element& into, std::string_view name, const Element& source) -> Element& {
            return appendAs(into, name, source, reading);
          },
          [&reading](const Element& source, Element& cell) { fillCell(source, cell, reading); }};
}

void convertTable(const Element& source, Element& into, Reading& reading) {
  const auto groups = childrenOf(source, "tgroup");
  for (const Element* title : childrenOf(source, "title")) {
    convertInline(*title, appendAs(into, "p", *title, reading, "caption-title"), reading);
  }
  for (const Element* group : groups) convertCalsTable(*group, into, rulesFor(reading));
  if (groups.empty()) convertXhtmlTable(source, into, reading);
}

Element* firstTable(Element& root) {
  for (const auto& child : root.children()) {
    Element* element = dom::asElement(*child);
    if (!element) continue;
    if (element->name == "table") return element;
    if (Element* found = element->name == "figure" ? nullptr : firstTable(*element)) return found;
  }
  return nullptr;
}

/// The caption belongs to the table; where the table is a picture, to a figure.
void convertTableWrap(const Element& source, Element& into, Reading& reading) {
  Element& wrap = appendAs(into, "div", source, reading, "table-wrap");
  convertBlocks(source, wrap, reading,
                {"label", "caption", "attrib", "permissions", "object-id", "alt-text", "long-desc", "abstract",
                 "kwd-group", "subj-group", "processing-meta", "table-wrap-foot"});
  Element* table = firstTable(wrap);
  if (!table) wrap.name = "figure";
  if (hasCaption(source)) {
    Element& parent = table ? *table : wrap;
    Element& caption = appendMade(parent, table ? "caption" : "figcaption", source, reading);
    fillCaption(source, caption, reading);
    parent.insert(0, parent.remove(parent.children().size() - 1));
  }
  for (const Element* description : childrenOf(source, "long-desc")) convert(*description, wrap, reading);
  for (const Element* foot : childrenOf(source, "table-wrap-foot")) convert(*foot, wrap, reading);
}

void convertTableGroup(const Element& source, Element& into, Reading& reading) {
  Element& group = appendAs(into, "div", source, reading, "table-wrap-group");
  if (hasCaption(source)) fillCaption(source, appendMade(group, "div", source, reading, "caption"), reading);
  convertBlocks(source, group, reading,
                {"label", "caption", "attrib", "permissions", "object-id", "abstract", "kwd-group", "subj-group"});
}

void convertTableFoot(const Element& source, Element& into, Reading& reading) {
  Element& foot = appendAs(into, "div", source, reading, "table-foot");
  appendTitleParagraph(source, foot, reading, "foot-title");
  convertBlocks(source, foot, reading, {"label", "title"});
}

/// Cells that lost their table keep their words.
void convertLooseRow(const Element& source, Element& into, Reading& reading) {
  convertBlocks(source, appendAs(into, "div", source, reading, source.name), reading);
}

constexpr std::array kRules{
    Rule{"table-wrap", convertTableWrap},
    Rule{"table-wrap-group", convertTableGroup},
    Rule{"table-wrap-foot", convertTableFoot},
    Rule{"table", convertTable},
    Rule{"array", convertTable},
    Rule{"tr", convertLooseRow},
    Rule{"td", convertLooseRow},
    Rule{"th", convertLooseRow},
};

}  // namespace

std::span<const Rule> tableRules() { return kRules; }

void fillCell(const Element& source, Element& cell, Reading& reading) {
  const bool blocks = std::ranges::any_of(childrenOf(source), [](const Element* child) { return isBlock(*child); });
  blocks ? convertBlocks(source, cell, reading) : convertInline(source, cell, reading);
}

Element& convertXhtmlTable(const Element& source, Element& into, Reading& reading) {
  Element& table = convertHtmlTable(source, into, rulesFor(reading));
  if (source.name == "array") addClass(table, "array");
  const Element* caption = dom::firstChild(source, "caption");
  if (!caption) return table;
  convertInline(*caption, appendAs(table, "caption", *caption, reading), reading);
  table.insert(0, table.remove(table.children().size() - 1));
  return table;
}

}  // namespace octavo::vocabulary::jats
