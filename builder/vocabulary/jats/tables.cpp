// vocabulary/jats: tables by the model of XHTML, with their captions and feet.
#include "vocabulary/jats/reading.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "vocabulary/cals_table.h"
#include "vocabulary/table_grid.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

/// Presentational attributes become classes, so that one stylesheet rules both outputs.
void takeAlignment(Element& cell, const Element& source) {
  for (const auto* name : {"align", "valign"}) {
    const std::string_view value = source.attributeOr(name);
    if (isOneOf(value, {"left", "center", "right", "justify", "char", "top", "middle", "bottom", "baseline"})) {
      addClass(cell, std::string(name) + "-" + std::string(value));
    }
  }
}

bool hasContent(const Element& source) { return hasOwnText(source) || !childrenOf(source).empty(); }

/// HTML allows 1000 columns and 65534 rows; the grid does the cutting.
void takeSpan(Element& cell, const Element& source, const char* name, unsigned long most, Reading& reading) {
  const std::string* span = source.attribute(name);
  if (!span) return;
  const bool digits = !span->empty() && std::ranges::all_of(*span, [](char c) { return c >= '0' && c <= '9'; });
  if (digits && (span->size() > 9 || std::stoul(*span) > most)) {
    reading.conversion.warn("table-span-clamped", source.position(),
                            std::string(name) + "=\"" + *span + "\" is more than HTML allows; " +
                                std::to_string(most) + " is used");
    return cell.setAttribute(name, std::to_string(most));
  }
  // rowspan="0" reaches to the end of the row group.
  cell.setAttribute(name, *span == "0" && std::string_view(name) == "rowspan" ? std::to_string(most) : *span);
}

void convertCell(const Element& source, Element& row, bool inHead, Reading& reading) {
  const bool header = source.name == "th" || (inHead && hasContent(source));
  Element& cell = appendAs(row, header ? "th" : "td", source, reading);
  if (header) cell.setAttribute("scope", inHead ? "col" : "row");
  takeSpan(cell, source, "colspan", 1000, reading);
  takeSpan(cell, source, "rowspan", 65534, reading);
  takeAlignment(cell, source);
  fillCell(source, cell, reading);
}

void convertRow(const Element& source, Element& group, bool inHead, Reading& reading) {
  Element& row = appendAs(group, "tr", source, reading);
  for (const Element* cell : childrenOf(source)) convertCell(*cell, row, inHead, reading);
}

/// Rows of all parts with this name, in one part: JATS may have several bodies, HTML one head and one foot.
void convertRowGroups(const Element& table, Element& made, std::string_view name, Reading& reading) {
  for (const Element* part : childrenOf(table, name)) {
    Element* same = name == "tbody" ? nullptr : const_cast<Element*>(dom::firstChild(made, name));
    Element& group = same ? *same : appendAs(made, name, *part, reading);
    for (const Element* row : childrenOf(*part)) convertRow(*row, group, name == "thead", reading);
  }
}

/// Rows that stand in the table without a group.
void convertLooseRows(const Element& table, Element& made, Reading& reading) {
  Element* body = nullptr;
  for (const Element* row : childrenOf(table, "tr")) {
    if (!body) body = &appendMade(made, "tbody", *row, reading);
    convertRow(*row, *body, false, reading);
  }
}

void appendColumn(const Element& source, Element& group, Reading& reading) {
  const std::string_view span = source.attributeOr("span", "1");
  const int count = span.size() < 4 && std::ranges::all_of(span, [](char c) { return c >= '0' && c <= '9'; })
                        ? std::stoi("0" + std::string(span))
                        : 1;
  std::string_view width = source.attributeOr("width");
  const bool percent = width.size() > 1 && width.size() < 8 && width.back() == '%' &&
                       std::ranges::all_of(width.substr(0, width.size() - 1), [](char c) {
                         return std::isdigit(static_cast<unsigned char>(c)) || c == '.';
                       });
  for (int i = 0; i < std::max(count, 1); ++i) {
    Element& column = appendMade(group, "col", source, reading);
    if (percent) column.setAttribute("style", "width: " + std::string(width));
  }
}

void convertColumns(const Element& table, Element& made, Reading& reading) {
  const auto groups = childrenOf(table, "colgroup");
  const auto loose = childrenOf(table, "col");
  if (groups.empty() && loose.empty()) return;
  Element& group = appendMade(made, "colgroup", table, reading);
  for (const Element* source : groups) {
    const auto columns = childrenOf(*source, "col");
    for (const Element* column : columns) appendColumn(*column, group, reading);
    if (columns.empty()) appendColumn(*source, group, reading);
  }
  for (const Element* column : loose) appendColumn(*column, group, reading);
}

void convertTable(const Element& source, Element& into, Reading& reading) {
  const auto groups = childrenOf(source, "tgroup");
  for (const Element* title : childrenOf(source, "title")) {
    convertInline(*title, appendAs(into, "p", *title, reading, "caption-title"), reading);
  }
  const CalsTable rules{reading.conversion,
                        [&](Element& parent, std::string_view name, const Element& part) -> Element& {
                          return appendAs(parent, name, part, reading);
                        },
                        [&](const Element& entry, Element& cell) { fillCell(entry, cell, reading); }};
  for (const Element* group : groups) convertCalsTable(*group, into, rules);
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
  Element& table = appendAs(into, "table", source, reading, source.name == "array" ? "array" : "");
  if (const Element* caption = dom::firstChild(source, "caption")) {
    convertInline(*caption, appendAs(table, "caption", *caption, reading), reading);
  }
  convertColumns(source, table, reading);
  for (const auto* part : {"thead", "tbody"}) convertRowGroups(source, table, part, reading);
  convertLooseRows(source, table, reading);
  convertRowGroups(source, table, "tfoot", reading);
  normalizeTableGrid(table);
  return table;
}

}  // namespace octavo::vocabulary::jats
