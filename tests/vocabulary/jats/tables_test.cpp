// Tables: spans fit the grid, CALS becomes XHTML.
#include <gtest/gtest.h>

#include "vocabulary/jats/reading_support.h"

namespace octavo::test {
namespace {

/// Rows as "a/2x1 b | c": words, then columns x rows where they are not 1x1.
std::string gridOf(const dom::Element& table) {
  std::string grid;
  for (const auto& part : table.children()) {
    const dom::Element* group = dom::asElement(*part);
    if (!group || group->name == "caption" || group->name == "colgroup") continue;
    for (const auto& line : group->children()) {
      if (!grid.empty()) grid += " | ";
      std::string row;
      for (const auto& node : dom::asElement(*line)->children()) {
        const dom::Element& cell = *dom::asElement(*node);
        const std::string columns(cell.attributeOr("colspan", "1")), rows(cell.attributeOr("rowspan", "1"));
        row += row.empty() ? "" : " ";
        row += dom::textContent(cell).empty() ? "-" : dom::textContent(cell);
        if (columns != "1" || rows != "1") row += "/" + columns + "x" + rows;
      }
      grid += row;
    }
  }
  return grid;
}

std::string xhtmlGrid(const std::string& rows) {
  const JatsResult result = readJatsBody("<table-wrap><table>" + rows + "</table></table-wrap>");
  EXPECT_TRUE(faultsOf(result.article).empty());
  return gridOf(findIn(result, "table"));
}

std::string calsGrid(const std::string& group) {
  const JatsResult result = readJatsBody(
      "<table-wrap><oasis:table xmlns:oasis=\"http://www.niso.org/standards/z39-96/ns/oasis-exchange/table\">" + group +
      "</oasis:table></table-wrap>");
  EXPECT_TRUE(faultsOf(result.article).empty());
  return gridOf(findIn(result, "table"));
}

TEST(TableGrid, KeepsSpansThatFit) {
  EXPECT_EQ(xhtmlGrid("<tr><td rowspan='2'>a</td><td colspan='2'>b</td></tr><tr><td>c</td><td>d</td></tr>"),
            "a/1x2 b/2x1 | c d");
}

TEST(TableGrid, CutsSpansThatLeaveTheRowGroup) {
  EXPECT_EQ(xhtmlGrid("<tbody><tr><td rowspan='9'>a</td><td>b</td></tr></tbody>"), "a b");
}

TEST(TableGrid, FillsShortRows) { EXPECT_EQ(xhtmlGrid("<tr><td>a</td><td>b</td></tr><tr><td>c</td></tr>"), "a b | c -"); }

TEST(TableGrid, DropsColumnsThatNoCellBegins) {
  EXPECT_EQ(xhtmlGrid("<tr><td colspan='3'>a</td><td>b</td></tr><tr><td colspan='3'>c</td><td>d</td></tr>"),
            "a b | c d");
}

TEST(TableGrid, DropsRowsThatNoCellBegins) {
  EXPECT_EQ(xhtmlGrid("<tr><td rowspan='2'>a</td><td rowspan='2'>b</td></tr><tr></tr><tr><td>c</td><td>d</td></tr>"),
            "a b | c d");
}

TEST(TableGrid, CellsDoNotOverlap) {
  // b wants two columns, but the second is taken by a's neighbour that runs down from the row above.
  EXPECT_EQ(xhtmlGrid("<tr><td>a</td><td rowspan='2'>x</td></tr><tr><td colspan='2'>b</td></tr>"), "a x/1x2 | b");
}

TEST(TableGrid, AbsurdSpansAreClampedAndReported) {
  const JatsResult result = readJatsBody(
      "<table-wrap><table><tr><td colspan='1000000000'>a</td></tr><tr><td rowspan='2000000000'>b</td></tr></table>"
      "</table-wrap>");
  EXPECT_EQ(gridOf(findIn(result, "table")), "a | b");
  EXPECT_EQ(countOfCode(result, "table-span-clamped"), 2);
}

TEST(TableGrid, NonsenseInSpansCountsAsOne) {
  EXPECT_EQ(xhtmlGrid("<tr><td colspan='0'>a</td><td rowspan='-3'>b</td></tr>"), "a b");
}

TEST(Cals, NamedSpansAndMoreRowsBecomeSpans) {
  EXPECT_EQ(calsGrid("<oasis:tgroup cols='3'><oasis:colspec colname='c1'/><oasis:colspec colname='c2'/>"
                     "<oasis:colspec colname='c3'/><oasis:spanspec spanname='all' namest='c1' nameend='c3'/>"
                     "<oasis:tbody><oasis:row><oasis:entry spanname='all'>a</oasis:entry></oasis:row>"
                     "<oasis:row><oasis:entry morerows='1'>b</oasis:entry><oasis:entry namest='c2' nameend='c3'>c"
                     "</oasis:entry></oasis:row>"
                     "<oasis:row><oasis:entry>d</oasis:entry><oasis:entry>e</oasis:entry></oasis:row></oasis:tbody>"
                     "</oasis:tgroup>"),
            "a/3x1 | b/1x2 c/2x1 | d e");
}

TEST(Cals, AnEntryThatNamesALaterColumnLeavesTheOnesBetweenEmpty) {
  EXPECT_EQ(calsGrid("<oasis:tgroup cols='3'><oasis:colspec colname='c1'/><oasis:colspec colname='c2'/>"
                     "<oasis:colspec colname='c3'/><oasis:tbody>"
                     "<oasis:row><oasis:entry>a</oasis:entry><oasis:entry colname='c3'>b</oasis:entry></oasis:row>"
                     "<oasis:row><oasis:entry>c</oasis:entry><oasis:entry>d</oasis:entry><oasis:entry>e</oasis:entry>"
                     "</oasis:row></oasis:tbody></oasis:tgroup>"),
            "a - b | c d e");
}

TEST(Cals, WidthsInPartsBecomeShares) {
  const JatsResult result = readJatsBody(
      "<table-wrap><oasis:table xmlns:oasis=\"http://www.niso.org/standards/z39-96/ns/oasis-exchange/table\">"
      "<oasis:tgroup cols='2'><oasis:colspec colwidth='1*'/><oasis:colspec colwidth='3*'/><oasis:tbody><oasis:row>"
      "<oasis:entry>a</oasis:entry><oasis:entry>b</oasis:entry></oasis:row></oasis:tbody></oasis:tgroup></oasis:table>"
      "</table-wrap>");
  EXPECT_EQ(findIn(result, "col").attributeOr("style"), "width: 25.0%");
}

TEST(Tables, HeadCellsAreHeadersOfTheirColumns) {
  const JatsResult result = readJatsBody(
      "<table-wrap><table><thead><tr><td>Name</td><td/></tr></thead><tbody><tr><th>a</th><td>1</td></tr></tbody>"
      "<tfoot><tr><td>sum</td><td>1</td></tr></tfoot></table></table-wrap>");
  EXPECT_EQ(findIn(result, "th").attributeOr("scope"), "col");
  EXPECT_EQ(findIn(result, "tbody").children().size(), 1u);
  EXPECT_EQ(countIn(result, "th"), 2);
}

}  // namespace
}  // namespace octavo::test
