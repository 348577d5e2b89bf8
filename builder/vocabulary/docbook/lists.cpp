// vocabulary/docbook: lists of every kind.
#include <algorithm>
#include <array>
#include <charconv>

#include "vocabulary/docbook/numbering.h"
#include "vocabulary/docbook/reading.h"
#include "vocabulary/docbook/terms.h"
#include "vocabulary/table_grid.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

struct Numeration {
  std::string_view name, type;  // HTML's
};
constexpr std::array kNumerations{Numeration{"loweralpha", "a"}, Numeration{"upperalpha", "A"},
                                  Numeration{"lowerroman", "i"}, Numeration{"upperroman", "I"}};

bool isHeadPart(const Element& source) { return isInfo(source) || isOneOf(source.name, {"title", "subtitle", "titleabbrev"}); }

/// Title, information and blocks that stand before the items.
void appendListHead(const Element& source, Element& into, std::string_view item, Reading& reading) {
  appendTitleLine(source, into, reading, "list-title");
  appendInfo(source, into, reading);
  for (const Element* child : childrenOf(source)) {
    if (child->name == item) break;
    if (!isHeadPart(*child)) convert(*child, into, reading);
  }
}

/// What is no item and stands after the first one: index marks, remarks.
void appendListRest(const Element& source, Element& into, std::string_view item, Reading& reading) {
  bool isPast = false;
  for (const Element* child : childrenOf(source)) {
    isPast = isPast || child->name == item;
    if (isPast && child->name != item) convert(*child, into, reading);
  }
}

int numberIn(std::string_view text, int otherwise) {
  int value = otherwise;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() ? value : otherwise;
}

void convertList(const Element& source, Element& into, Reading& reading) {
  const bool isOrdered = source.name == "orderedlist";
  appendListHead(source, into, "listitem", reading);
  const auto items = childrenOf(source, "listitem");
  if (items.empty()) return;
  Element& list = appendAs(into, isOrdered ? "ol" : "ul", source, reading);
  addSourceClass(list, "mark", source.attributeOr("mark"));
  if (source.attributeOr("spacing") == "compact") addClass(list, "compact");
  if (source.attributeOr("mark") == "none") addClass(list, "simple");
  for (const Numeration& one : kNumerations) {
    if (isOrdered && source.attributeOr("numeration") == one.name) list.setAttribute("type", std::string(one.type));
  }
  const int first = isOrdered ? firstNumber(source, reading) : 1;
  if (first != 1) list.setAttribute("start", std::to_string(first));
  for (const Element* item : items) {
    Element& point = appendAs(list, "li", *item, reading);
    const std::string_view override = item->attributeOr("override");
    if (isOrdered && !override.empty() && numberIn(override, -1) >= 0) point.setAttribute("value", std::to_string(numberIn(override, 0)));
    if (!isOrdered && override == "none") addClass(point, "unmarked");
    convertBlocks(*item, point, reading);
  }
  appendListRest(source, into, "listitem", reading);
}

/// Several terms of one entry stand below each other.
void convertVariableList(const Element& source, Element& into, Reading& reading) {
  appendListHead(source, into, "varlistentry", reading);
  const auto entries = childrenOf(source, "varlistentry");
  if (entries.empty()) return;
  Element& list = appendAs(into, "dl", source, reading, "variablelist");
  if (source.attributeOr("spacing") == "compact") addClass(list, "compact");
  for (const Element* entry : entries) {
    bool isFirst = true;
    for (const Element* part : childrenOf(*entry)) {
      if (part->name == "listitem") continue;
      Element& term = appendAs(list, "dt", *part, reading);
      if (isFirst && !term.attribute("id")) reading.conversion.takeIdentity(term, *entry);
      if (isFirst) takeProfile(term, *entry);
      isFirst = false;
      part->name == "term" ? convertInline(*part, term, reading) : convert(*part, term, reading);
    }
    if (isFirst) appendMade(list, "dt", *entry, reading);
    const auto items = childrenOf(*entry, "listitem");
    for (const Element* item : items) convertBlocks(*item, appendAs(list, "dd", *item, reading), reading);
    if (items.empty()) appendMade(list, "dd", *entry, reading);
  }
  appendListRest(source, into, "varlistentry", reading);
}

/// "a, b and c" is left to the source: members stand between the separators of the language.
void convertMembersInLine(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, isPhrasingPlace(into) ? "span" : "p", source, reading, "simplelist");
  bool isFirst = true;
  for (const Element* member : childrenOf(source)) {
    if (!isFirst) line.appendText(std::string(listSeparator(languageAt(source))), member->position());
    isFirst = false;
    convertInline(*member, appendAs(line, "span", *member, reading), reading);
  }
}

/// Members in columns, row after row or column after column.
void convertMembersInColumns(const Element& source, std::size_t columns, Element& into, Reading& reading) {
  const auto members = childrenOf(source);
  const std::size_t rows = (members.size() + columns - 1) / columns;
  const bool isByRow = source.attributeOr("type") == "horiz";
  Element& table = appendAs(into, "table", source, reading, "simplelist");
  Element& body = appendMade(table, "tbody", source, reading);
  for (std::size_t row = 0; row < rows; ++row) {
    Element& line = appendMade(body, "tr", source, reading);
    for (std::size_t column = 0; column < columns; ++column) {
      const std::size_t at = isByRow ? row * columns + column : column * rows + row;
      if (at >= members.size()) continue;
      convertInline(*members[at], appendAs(line, "td", *members[at], reading), reading);
    }
  }
  normalizeTableGrid(table, reading.conversion);
}

void convertSimpleList(const Element& source, Element& into, Reading& reading) {
  if (childrenOf(source).empty()) return;
  if (source.attributeOr("type") == "inline" || (isPhrasingPlace(into) && into.name != "p")) {
    return convertMembersInLine(source, into, reading);
  }
  const int columns = numberIn(source.attributeOr("columns"), 1);
  if (columns > 1 && columns <= 50) return convertMembersInColumns(source, static_cast<std::size_t>(columns), into, reading);
  Element& list = appendAs(into, "ul", source, reading, "simple");
  for (const Element* member : childrenOf(source)) convertInline(*member, appendAs(list, "li", *member, reading), reading);
}

void convertMember(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, isPhrasingPlace(into) ? "span" : "p", source, reading), reading);
}

/// Segments are the cells of a table whose heads are the segtitles.
void convertSegmentedList(const Element& source, Element& into, Reading& reading) {
  const auto titles = childrenOf(source, "segtitle");
  const auto items = childrenOf(source, "seglistitem");
  appendTitleLine(source, into, reading, "list-title");
  appendInfo(source, into, reading);
  if (items.empty() && titles.empty()) return;
  Element& table = appendAs(into, "table", source, reading, "segmentedlist");
  if (!titles.empty()) {
    Element& row = appendMade(appendMade(table, "thead", source, reading), "tr", source, reading);
    for (const Element* title : titles) {
      Element& head = appendAs(row, "th", *title, reading);
      head.setAttribute("scope", "col");
      convertInline(*title, head, reading);
    }
  }
  Element& body = appendMade(table, "tbody", source, reading);
  for (const Element* item : items) {
    Element& row = appendAs(body, "tr", *item, reading);
    for (const Element* segment : childrenOf(*item)) {
      convertFlexible(*segment, appendAs(row, "td", *segment, reading), reading);
    }
  }
  normalizeTableGrid(table, reading.conversion);
}

/// The marks that a callout explains, linked to their places.
void appendCalloutMarks(const Element& callout, Element& point, Reading& reading) {
  Element& label = appendMade(point, "span", callout, reading, "callout");
  std::string_view ids = callout.attributeOr("arearefs");
  while (!ids.empty()) {
    const std::size_t begin = std::min(ids.find_first_not_of(" \t\r\n"), ids.size());
    const std::size_t end = std::min(ids.find_first_of(" \t\r\n", begin), ids.size());
    const std::string_view id = ids.substr(begin, end - begin);
    ids.remove_prefix(end);
    const auto found = reading.byId.find(id);
    if (found == reading.byId.end()) continue;
    Element& link = appendMade(label, "a", callout, reading);
    link.appendText(calloutMark(*found->second, reading), callout.position());
    reading.conversion.linkTo(link, id);
  }
}

void convertCalloutList(const Element& source, Element& into, Reading& reading) {
  appendListHead(source, into, "callout", reading);
  const auto callouts = childrenOf(source, "callout");
  if (callouts.empty()) return;
  Element& list = appendAs(into, "ul", source, reading, "callouts");
  addClass(list, "labelled");
  for (const Element* callout : callouts) {
    Element& point = appendAs(list, "li", *callout, reading);
    appendCalloutMarks(*callout, point, reading);
    convertBlocks(*callout, point, reading);
    // The marks stand in the first paragraph.
    std::unique_ptr<dom::Node> marks = point.remove(0);
    Element* first = point.children().empty() ? nullptr : dom::asElement(*point.children().front());
    Element& place = first && first->name == "p" ? *first : appendMade(point, "p", *callout, reading);
    if (&place != first) point.insert(0, point.remove(point.children().size() - 1));
    place.insert(0, std::make_unique<dom::Text>(" ", callout->position()));
    place.insert(0, std::move(marks));
  }
}

/// An item that lost its list.
void convertLooseItem(const Element& source, Element& into, Reading& reading) {
  convertBlocks(source, appendAs(into, "div", source, reading, source.name), reading);
}

constexpr std::array kRules{
    Rule{"itemizedlist", convertList},        Rule{"orderedlist", convertList},
    Rule{"variablelist", convertVariableList}, Rule{"simplelist", convertSimpleList},
    Rule{"member", convertMember},            Rule{"segmentedlist", convertSegmentedList},
    Rule{"calloutlist", convertCalloutList},  Rule{"listitem", convertLooseItem},
    Rule{"varlistentry", convertLooseItem},   Rule{"term", convertMember},
    Rule{"callout", convertLooseItem},        Rule{"seg", convertMember},
};

}  // namespace

std::span<const Rule> listRules() { return kRules; }

}  // namespace octavo::vocabulary::docbook
