#include <gtest/gtest.h>

#include "fragment/describe.h"
#include "fragment/fragment.h"

namespace octavo::test {
namespace {

using namespace fragment;

TEST(PointsText, HasAtMostTwoDecimals) {
  EXPECT_EQ(pointsText(12_pt), "12");
  EXPECT_EQ(pointsText(419.5276_pt), "419.53");
  EXPECT_EQ(pointsText(0.5_pt), "0.5");
  EXPECT_EQ(pointsText(Length::points(-0.25)), "-0.25");
  EXPECT_EQ(pointsText(1.05_pt), "1.05");
}

TEST(PointsText, RoundsWholeNumbersOnly) {
  EXPECT_EQ(pointsText(Length::units(-300)), "0");   // -0.0046: no minus before nothing
  EXPECT_EQ(pointsText(Length::units(65535)), "1");  // 0.99998
  EXPECT_EQ(pointsText(Length::units(-65535)), "-1");
}

TEST(Quoted, EscapesWhatWouldBreakTheLine) { EXPECT_EQ(quoted("a\"b\\c\n書"), "\"a\\\"b\\\\c\\x0a書\""); }

TEST(FragmentDump, SaysWhereEveryPieceLies) {
  const dom::Element paragraph(dom::Namespace::Xhtml, "p", {});
  auto text = std::make_shared<Fragment>();
  GlyphRun run;
  run.size = 10_pt;
  run.text = u"aaa bb";
  run.direction = Direction::RightToLeft;
  text->content = run;
  text->size = {30_pt, 10_pt};
  text->role = Role::Marker;
  auto line = std::make_shared<Fragment>();
  line->isLine = true;
  line->size = {180_pt, 12_pt};
  line->children = {{{5_pt, 1_pt}, text}};
  auto picture = std::make_shared<Fragment>();
  picture->content = Picture{"images/rain.png", "Rain"};
  picture->size = {20_pt, 20_pt};
  auto block = std::make_shared<Fragment>();
  block->source = &paragraph;
  block->anchors = {"p1"};
  block->size = {180_pt, 32_pt};
  const BorderLine thin{0.5_pt, LineStyle::Solid, {255, 0, 0, 255}};
  block->content = Frame{{thin, {}, {}, {}}, {0, 0, 0, 128}};
  block->children = {{{0_pt, 0_pt}, line}, {{0_pt, 12_pt}, picture}};
  auto sheet = std::make_shared<Fragment>();
  sheet->size = {200_pt, 100_pt};
  sheet->children = {{{10_pt, 10_pt}, block}};
  PrintedBook book;
  book.pages = {{{200_pt, 100_pt}, sheet, "i", false}, {{200_pt, 100_pt}, nullptr, "ii", true}};
  book.destinations = {{"p1", {0, {10_pt, 10_pt}}}};
  EXPECT_EQ(dump(book),
            "page 1 \"i\" 200x100\n"
            "  block at 0,0 size 200x100\n"
            "    block <p> at 10,10 size 180x32 background #00000080 border 0.5 solid #ff0000, none, none, none #p1\n"
            "      line at 0,0 size 180x12\n"
            "        text \"aaa bb\" at 5,1 width 30 (no face) 10 rtl marker\n"
            "      picture at 0,12 size 20x20 images/rain.png \"Rain\"\n"
            "page 2 \"ii\" 200x100 left\n"
            "#p1 page 1 at 10,10\n");
}

}  // namespace
}  // namespace octavo::test
