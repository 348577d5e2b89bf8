// vocabulary/xhtml: tables, put in HTML's order: caption, columns, head, bodies, foot.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <memory>
#include <vector>

#include "vocabulary/conversion_content.h"
#include "vocabulary/source_lengths.h"
#include "vocabulary/source_questions.h"
#include "vocabulary/table_grid.h"
#include "vocabulary/xhtml/reading_private.h"

namespace octavo::vocabulary::xhtml {
namespace {

using dom::Element;

// HTML, section 4.9.11: limits of the spans.
constexpr long kMostColumns = 1000;
constexpr long kMostRows = 65534;

/// The parts of one table, in the order in which they come; loose rows make a body of their own.
class TableReader {
 public:
  TableReader(const Element& source, Element& table, Reading& reading)
      : source_(source), table_(table), reading_(reading) {}

  void read() {
    for (const std::string_view part : {"caption", "colgroup", "thead"}) readParts(source_, part);
    readRows(source_);
    readParts(source_, "tfoot");
  }

 private:
  void readParts(const Element& around, std::string_view wanted) {
    for (const auto& child : around.children()) {
      const Element* element = dom::asElement(*child);
      if (!element) continue;
      if (wanted == "colgroup") {
        if (element->name == "colgroup" || element->name == "col") readColumns(*element);
      } else if (element->name == wanted && wanted == "caption" && !caption_) {
        caption_ = element;
        convertChildren(*element, appendKept("caption", *element, table_, reading_), reading_);
      } else if (element->name == wanted && wanted == "thead" && !head_) {
        head_ = element;
        readGroup(*element, "thead");
      } else if (element->name == wanted && wanted == "tfoot") {
        readGroup(*element, foot_ ? "tbody" : "tfoot");
        foot_ = element;
      }
    }
  }

  /// One col for each column.
  void readColumns(const Element& element) {
    if (!columns_) columns_ = &reading_.conversion.appendPlain(table_, "colgroup", element.position());
    bool hasColumns = false;
    for (const auto& child : element.children()) {
      const Element* column = dom::asElement(*child);
      if (!column || column->name != "col") continue;
      hasColumns = true;
      appendColumns(*column);
    }
    if (!hasColumns) appendColumns(element);
  }

  /// What a col does not say its colgroup does.
  void appendColumns(const Element& column) {
    const Element* group = column.name == "col" && column.parent()->name == "colgroup" ? column.parent() : &column;
    const auto width = cssLength(column.attributeOr("width", group->attributeOr("width")), "px");
    const std::string_view align = column.attributeOr("align", group->attributeOr("align"));
    if (align == "char") reportCharAlignment(column, reading_.conversion);
    const bool isAlignment = isOneOf(align, {"left", "center", "right", "justify", "char"});
    for (long n = span(column, "span", kMostColumns); n > 0; --n) {
      Element& made = reading_.conversion.appendPlain(*columns_, "col", column.position());
      addClass(made, column.attributeOr("class"));
      if (isAlignment) addClass(made, "align-" + std::string(align));
      if (width) made.setAttribute("style", "width: " + *width);
    }
  }

  void readRows(const Element& around) {
    for (const auto& child : around.children()) {
      const Element* element = dom::asElement(*child);
      if (!element) {
        if (!isBlank(*child)) convert(*child, looseCell(child->position()), reading_);
        continue;
      }
      if (element == caption_ || element == head_ || element->name == "tfoot" || element->name == "col" ||
          element->name == "colgroup") {
        continue;
      }
      readRow(*element);
    }
  }

  void readRow(const Element& element) {
    if (leaveOutHidden(element, reading_)) return;
    if (element.name == "tbody" || element.name == "thead") {
      loose_ = nullptr;
      readGroup(element, "tbody");
    } else if (element.name == "tr") {
      appendRow(element, looseBody(element.position()));
    } else if (element.name == "form" || element.name == "div") {  // wrappers that some pages have
      readRows(element);
    } else {
      convert(element, looseCell(element.position()), reading_);
    }
  }

  void readGroup(const Element& element, std::string_view name) {
    Element& group = appendKept(name, element, table_, reading_);
    for (const auto& child : element.children()) {
      const Element* row = dom::asElement(*child);
      if (row && row->name == "tr") {
        if (!leaveOutHidden(*row, reading_)) appendRow(*row, group);
      } else if (!isBlank(*child)) {
        Element& made = reading_.conversion.appendPlain(group, "tr", child->position());
        convert(*child, reading_.conversion.appendPlain(made, "td", child->position()), reading_);
      }
    }
  }

  void appendRow(const Element& row, Element& group) {
    Element& made = appendKept("tr", row, group, reading_);
    bool isFirst = true;
    for (const auto& child : row.children()) {
      const Element* cell = dom::asElement(*child);
      if (cell && (cell->name == "td" || cell->name == "th")) {
        if (leaveOutHidden(*cell, reading_)) continue;
        appendCell(*cell, made, isFirst && group.name != "thead");
        isFirst = false;
      } else if (!isBlank(*child)) {
        convert(*child, reading_.conversion.appendPlain(made, "td", child->position()), reading_);
      }
    }
  }

  void appendCell(const Element& cell, Element& row, bool startsBodyRow) {
    Element& made = appendKept(cell.name, cell, row, reading_);
    if (cell.attributeOr("align") == "char") {
      reportCharAlignment(cell, reading_.conversion);
      addClass(made, "align-char");
    }
    setSpan(cell, made, "colspan", kMostColumns);
    setSpan(cell, made, "rowspan", kMostRows);
    if (cell.name == "th" && !made.attribute("scope"))
      made.setAttribute("scope", scopeOf(cell, startsBodyRow));
    convertChildren(cell, made, reading_);
  }

  /// A head cell before plain ones heads its row; any other its column.
  static std::string scopeOf(const Element& cell, bool startsBodyRow) {
    const auto& cells = cell.parent()->children();
    const bool hasPlain = std::ranges::any_of(cells, [](const auto& node) {
      const Element* other = dom::asElement(*node);
      return other && other->name == "td";
    });
    return startsBodyRow && hasPlain ? "row" : "col";
  }

  /// The number an attribute says, at least 1, at most what HTML allows (with a warning).
  long span(const Element& cell, std::string_view name, long most) {
    const std::string_view written = cell.attributeOr(name);
    long value = 1;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
    const bool isHuge = error == std::errc::result_out_of_range || value > most;
    if (isHuge) {
      reading_.conversion.warn(
          "table-span-clamped", cell.position(),
          fmt::format("{}=\"{}\" is more than HTML allows; {} is used", name, written, most));
      return most;
    }
    // rowspan="0" reaches to the group's end; the grid cuts it there.
    const bool isNumber = error == std::errc() && end == written.data() + written.size();
    if (isNumber && value == 0 && name == "rowspan") return most;
    if (cell.attribute(name) && (!isNumber || value < 1)) reportSpan(cell, name, reading_.conversion);
    return std::max(value, 1L);
  }

  void setSpan(const Element& cell, Element& made, std::string_view name, long most) {
    made.removeAttribute(name);
    const long value = span(cell, name, most);
    if (value > 1) made.setAttribute(name, std::to_string(value));
  }

  Element& looseBody(SourcePosition where) {
    if (!loose_) loose_ = &reading_.conversion.appendPlain(table_, "tbody", where);
    return *loose_;
  }
  Element& looseCell(SourcePosition where) {
    Element& row = reading_.conversion.appendPlain(looseBody(where), "tr", where);
    return reading_.conversion.appendPlain(row, "td", where);
  }

  const Element& source_;
  Element& table_;
  Reading& reading_;
  const Element* caption_ = nullptr;
  const Element* head_ = nullptr;
  const Element* foot_ = nullptr;
  Element* columns_ = nullptr;
  Element* loose_ = nullptr;
};

}  // namespace

void convertTable(const Element& element, Element& into, Reading& reading) {
  Element& table = appendKept("table", element, into, reading);
  TableReader(element, table, reading).read();
  normalizeTableGrid(table, reading.conversion);
  const bool hasRows = std::ranges::any_of(table.children(), [](const auto& child) {
    const Element* part = dom::asElement(*child);
    return part && (part->name == "thead" || part->name == "tbody" || part->name == "tfoot");
  });
  if (hasRows) return;
  table.name = "div";
  addClass(table, "table");
  for (const auto& child : table.children()) {
    Element* part = dom::asElement(*child);
    if (part && part->name != "table") part->name = "div";
  }
}

}  // namespace octavo::vocabulary::xhtml
