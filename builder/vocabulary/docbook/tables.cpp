// vocabulary/docbook: tables, by CALS or by HTML.
#include <array>

#include "vocabulary/docbook/numbering.h"
#include "vocabulary/docbook/reading.h"
#include "vocabulary/html_table.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

TableRules rulesFor(const Element& whole, Reading& reading) {
  return {reading.conversion,
          [&reading, &whole](Element& into, std::string_view name, const Element& source) -> Element& {
            // The wrapper around the table has the identity already.
            return &source == &whole ? appendMade(into, name, source, reading) : appendAs(into, name, source, reading);
          },
          [&reading](const Element& source, Element& cell) { convertFlexible(source, cell, reading); }};
}

/// How lines are drawn, for a style that wants to follow the source.
void takeFrame(const Element& source, Element& table) {
  for (const auto* name : {"frame", "rules", "tabstyle", "orient"}) {
    const std::string_view value = source.attributeOr(name);
    if (!value.empty()) addClass(table, std::string(name) + "-" + std::string(value));
  }
  addSourceClass(table, "class", source.attributeOr("class"));
}

/// Label and title, or the caption that HTML tables have.
void appendCaption(const Element& source, Element& table, Reading& reading) {
  const Element* written = dom::firstChild(source, "caption");
  if (!titleOf(source) && !written && labelOf(source, reading).empty()) return;
  Element& caption = appendMade(table, "caption", source, reading);
  table.insert(0, table.remove(table.children().size() - 1));
  Element& line = appendMade(caption, "p", source, reading, "caption-title");
  fillTitle(source, line, reading);
  if (!written) return;
  const bool isAlone = titleOf(source) == nullptr;
  if (isAlone && !line.children().empty()) line.appendText(" ", written->position());
  isAlone ? convertInline(*written, line, reading) : convertFlexible(*written, caption, reading);
}

void convertTable(const Element& source, Element& into, Reading& reading) {
  Element& wrap = appendAs(into, "div", source, reading, "table-wrap");
  appendInfo(source, wrap, reading);
  const TableRules rules = rulesFor(source, reading);
  const auto groups = childrenOf(source, "tgroup");
  Element* first = nullptr;
  for (const Element* group : groups) {
    Element& table = convertCalsTable(*group, wrap, rules);
    if (!first) first = &table;
  }
  const bool isHtml = groups.empty() && (dom::firstChild(source, "tr") || dom::firstChild(source, "tbody"));
  if (isHtml) first = &convertHtmlTable(source, wrap, rules);
  if (first) {
    takeFrame(source, *first);
    appendCaption(source, *first, reading);
    if (first->children().empty()) wrap.remove(wrap.children().size() - 1);
  } else {
    appendTitleLine(source, wrap, reading, "caption-title");
  }
  // A table may be a picture, and may bring words for those who cannot see it.
  for (const Element* part : childrenOf(source)) {
    const bool isDone = isInfo(*part) || isOneOf(part->name, {"title", "titleabbrev", "tgroup", "caption", "col", "colgroup",
                                                              "thead", "tbody", "tfoot", "tr"});
    if (isDone) continue;
    if (part->name == "textobject" || part->name == "alt") {
      convertFlexible(*part, appendAs(wrap, "div", *part, reading, "long-desc"), reading);
    } else {
      convert(*part, wrap, reading);
    }
  }
}

/// Parts that lost their table keep their words.
void convertLoosePart(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, isPhrasingPlace(into) ? "span" : "div", source, reading, source.name);
  made.name == "span" ? convertInline(source, made, reading) : convertBlocks(source, made, reading);
}

constexpr std::array kRules{
    Rule{"table", convertTable},     Rule{"informaltable", convertTable}, Rule{"tgroup", convertLoosePart},
    Rule{"entry", convertLoosePart}, Rule{"row", convertLoosePart},       Rule{"tr", convertLoosePart},
    Rule{"td", convertLoosePart},    Rule{"th", convertLoosePart},        Rule{"tbody", convertLoosePart},
    Rule{"thead", convertLoosePart}, Rule{"entrytbl", convertLoosePart}, Rule{"tfoot", convertLoosePart},
};

}  // namespace

std::span<const Rule> tableRules() { return kRules; }

}  // namespace octavo::vocabulary::docbook
