#include <gtest/gtest.h>

#include "layout/inline/paragraph_maker.h"
#include "layout/inline/inline_text.h"

namespace octavo::test {
namespace {

using Collapse = css::WhiteSpaceCollapse;

Styling mode(Collapse value) {
  return [=](css::ComputedStyle& style) { style.whiteSpaceCollapse = value; };
}

std::string collected(const ParagraphMaker& paragraph, bool isFirstPass = false) {
  Typesetter typesetter;
  if (isFirstPass) typesetter.pageLabels.clear();
  const layout::Space space{{100_pt, Length::infinite()}};
  return toUtf8(layout::collectText(paragraph.box(), space, layout::Purpose::Layout, typesetter.context).text);
}

std::string collected(std::string_view text, Collapse value = Collapse::Collapse) {
  return collected(ParagraphMaker(mode(value)).text(text));
}

TEST(WhiteSpace, RunsBecomeOneBlankAndGoAtTheEnds) { EXPECT_EQ(collected("  a \t\n b  "), "a b"); }

TEST(WhiteSpace, CollapsesAcrossElements) {
  EXPECT_EQ(collected(ParagraphMaker().text("a ").open("b").text(" b ").close().text(" c")), "a b c");
}

TEST(WhiteSpace, ACollapsedBlankBelongsToTheFirstOfItsElements) {
  Typesetter typesetter;
  ParagraphMaker paragraph;
  paragraph.text("a").open("b").text("b ").close().text(" c");
  const layout::Space space{{100_pt, Length::infinite()}};
  const auto text = layout::collectText(paragraph.box(), space, layout::Purpose::Layout, typesetter.context);
  ASSERT_EQ(text.spans.size(), 3u);
  EXPECT_EQ(text.spans[1].end, 3u);
  EXPECT_EQ(text.boxes[1].begin, 1u);
  EXPECT_EQ(text.boxes[1].end, 3u);
}

TEST(WhiteSpace, ALineFeedBetweenHanCharactersVanishes) {
  EXPECT_EQ(collected("中\n  文"), "中文");
  EXPECT_EQ(collected("，\n文"), "，文");
}

TEST(WhiteSpace, ALineFeedBesideLatinOrHangulIsABlank) {
  EXPECT_EQ(collected("中\na"), "中 a");
  EXPECT_EQ(collected("한\n국"), "한 국");
}

TEST(WhiteSpace, ABlankBetweenHanCharactersStays) { EXPECT_EQ(collected("中 文"), "中 文"); }

TEST(WhiteSpace, PreservedTextKeepsBlanksAndLines) {
  EXPECT_EQ(collected(" a  b\nc", Collapse::Preserve), " a  b\nc");
  EXPECT_EQ(collected(" a  b\nc", Collapse::Preserve), " a  b\nc");
  EXPECT_EQ(collected(" a  b \n c", Collapse::PreserveBreaks), "a b\nc");
}

TEST(WhiteSpace, TabsGoToTheNextStop) {
  EXPECT_EQ(collected("a\tb", Collapse::Preserve), "a       b");
  EXPECT_EQ(collected("中\tb", Collapse::Preserve), "中      b");
}

TEST(WhiteSpace, GoesAroundAForcedBreak) {
  ParagraphMaker paragraph;
  paragraph.text("a ");
  paragraph.leaf(box::Kind::LineBreak, "br");
  paragraph.text(" b");
  EXPECT_EQ(collected(paragraph), "a\nb");
}

TEST(WhiteSpace, StaysAroundAnObject) {
  ParagraphMaker paragraph;
  paragraph.text("a ");
  paragraph.leaf(box::Kind::Leader, "span").text = ".";
  paragraph.text(" 1");
  EXPECT_EQ(collected(paragraph), "a \xEF\xBF\xBC 1");
}

TEST(TextTransform, ChangesCaseByLanguage) {
  const auto transformed = [](css::TextTransform value, std::string_view text, std::string tag) {
    return collected(ParagraphMaker([&](css::ComputedStyle& style) {
                       style.textTransform = value;
                       style.language = tag;
                     }).text(text));
  };
  EXPECT_EQ(transformed(css::TextTransform::Uppercase, "straße i", "de"), "STRASSE I");
  EXPECT_EQ(transformed(css::TextTransform::Uppercase, "i", "tr"), "İ");
  EXPECT_EQ(transformed(css::TextTransform::Lowercase, "ABC", "en"), "abc");
  EXPECT_EQ(transformed(css::TextTransform::Capitalize, "a fool's gold", "en"), "A Fool's Gold");
  EXPECT_EQ(transformed(css::TextTransform::FullWidth, "a1!", "ja"), "ａ１！");
}

TEST(PageReference, SaysTheLabelOfThePassBefore) {
  ParagraphMaker paragraph;
  paragraph.text("page ");
  paragraph.leaf(box::Kind::PageReference, "a").text = "known";
  EXPECT_EQ(collected(paragraph), "page xii");
}

TEST(PageReference, HoldsThePlaceOfAPageThatNoPassHasFoundYet) {
  ParagraphMaker paragraph;
  paragraph.leaf(box::Kind::PageReference, "a").text = "unknown";
  EXPECT_EQ(collected(paragraph, true), "0");
}

TEST(PageReference, APlaceOnNoPageHasNoNumber) {
  ParagraphMaker paragraph;
  paragraph.leaf(box::Kind::PageReference, "a").text = "unknown";
  EXPECT_EQ(collected(paragraph), "");
}

}  // namespace
}  // namespace octavo::test
