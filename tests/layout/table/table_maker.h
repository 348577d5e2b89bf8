// Tables made by hand: cells hold a block of a given size instead of text.
#pragma once

#include "layout/box_maker.h"

namespace octavo::test {

class TableMaker {
 protected:
  template <class... Rows>
  BoxPtr group(css::Display display, Rows... rows) {
    return boxes.make(box::Kind::TableRowGroup, display == css::Display::TableHeaderGroup ? "thead" : "tbody",
                      [display](css::ComputedStyle& style) { style.display = display; }, std::move(rows)...);
  }
  /// One body of these rows.
  template <class... Rows>
  BoxPtr table(Rows... rows) {
    return styledTable([](css::ComputedStyle&) {}, group(css::Display::TableRowGroup, std::move(rows)...));
  }
  template <class... Groups>
  BoxPtr styledTable(const Styling& styling, Groups... groups) {
    return boxes.make(box::Kind::Table, "table", styling, std::move(groups)...);
  }
  template <class... Cells>
  BoxPtr row(Cells... cells) {
    return boxes.make(box::Kind::TableRow, "tr", [](css::ComputedStyle&) {}, std::move(cells)...);
  }
  BoxPtr cell(const std::string& name, int rows = 1, int columns = 1) {
    BoxPtr made = boxes.make(box::Kind::TableCell, name, [](css::ComputedStyle&) {});
    made->rowSpan = rows;
    made->columnSpan = columns;
    return made;
  }
  /// A cell that is `inlineSize` wide at least and at most; its content is `blockSize` high.
  BoxPtr filled(const std::string& name, Length inlineSize, Length blockSize,
                const Styling& styling = [](css::ComputedStyle&) {}) {
    return boxes.make(box::Kind::TableCell, name, styling, boxes.block("p", sized(inlineSize, blockSize)));
  }
  /// The cell with spans.
  static BoxPtr spanning(int rows, int columns, BoxPtr made) {
    made->rowSpan = rows;
    made->columnSpan = columns;
    return made;
  }

  BoxMaker boxes;
  Bench bench;
};

}  // namespace octavo::test
