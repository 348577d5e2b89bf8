#include "layout/page/frame/page_values.h"

#include <gtest/gtest.h>

#include "layout/page/hand_made.h"

namespace octavo::layout::page {
namespace {

using namespace test;
using css::StringKeyword;

Made named(Made block, const std::string& value) {
  block->strings = {{"title", value}};
  return block;
}

PageValues valuesAfter(const std::vector<Made>& pages) {
  PageValuesWalk walk;
  PageValues values;
  for (const Made& page : pages) values = walk.next({}, factsOf(*page));
  return values;
}

TEST(PageValues, AStringKeepsItsLastValueOnLaterPages) {
  const auto values =
      valuesAfter({stack({named(paragraph(1), "One"), named(paragraph(1), "Two")}), stack({paragraph(1)})});
  const StringValues& title = values.strings.at("title");
  EXPECT_EQ(title.get(StringKeyword::First), "Two");
  EXPECT_EQ(title.get(StringKeyword::Start), "Two");
  EXPECT_EQ(title.get(StringKeyword::FirstExcept), "Two");
}

TEST(PageValues, FirstLastAndStartDifferOnAPageWithSeveralValues) {
  const auto values =
      valuesAfter({stack({named(paragraph(1), "One")}),
                   stack({paragraph(1), named(paragraph(1), "Two"), named(paragraph(1), "Three")})});
  const StringValues& title = values.strings.at("title");
  EXPECT_EQ(title.get(StringKeyword::First), "Two");
  EXPECT_EQ(title.get(StringKeyword::Start), "One");
  EXPECT_EQ(title.get(StringKeyword::Last), "Three");
  EXPECT_EQ(title.get(StringKeyword::FirstExcept), "");
}

TEST(PageValues, StartTakesTheValueOfAHeadingAtTheTop) {
  const auto values = valuesAfter({stack({named(paragraph(1), "One")}), stack({named(paragraph(1), "Two")})});
  EXPECT_EQ(values.strings.at("title").get(StringKeyword::Start), "Two");
}

TEST(PageValues, PagesCountOneUpAndAnElementSetsItsPage) {
  auto chapter = paragraph(1);
  chapter->flow.pageCounterReset = {{"page", 1}};
  const auto page = [] { return stack({paragraph(1)}); };
  EXPECT_EQ(valuesAfter({page(), page()}).counters.at("page"), 2);
  EXPECT_EQ(valuesAfter({page(), page(), stack({chapter})}).counters.at("page"), 1);
  EXPECT_EQ(valuesAfter({page(), stack({chapter}), page()}).counters.at("page"), 2);
}

TEST(PageValues, APageRuleMayCountForItself) {
  css::PageStyle style;
  style.counterIncrement = {{"page", 2}, {"sheet", 1}};
  PageValuesWalk walk;
  walk.next(style, {});
  const PageValues values = walk.next(style, {});
  EXPECT_EQ(values.counters.at("page"), 4);
  EXPECT_EQ(values.counters.at("sheet"), 2);
}

TEST(PageValues, AMarginBoxQuotesTextCountersAndStrings) {
  css::ComputedStyle style;
  style.content.items = {css::ContentText{"p. "}, css::ContentCounter{"page", "lower-roman", {}},
                         css::ContentText{"/"},   css::ContentCounter{"pages", "", {}},
                         css::ContentText{" "},   css::ContentString{"title"}};
  PageValues values;
  values.counters = {{"page", 4}, {"pages", 12}};
  values.strings["title"].first = "Rain";
  std::string text;
  for (const MarginPiece& piece : marginPieces(style, values)) text += piece.text;
  EXPECT_EQ(text, "p. iv/12 Rain");
}

}  // namespace
}  // namespace octavo::layout::page
