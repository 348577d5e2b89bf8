#include "quality/judge.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/utf8.h"
#include "support/golden.h"

namespace octavo::quality {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A book whose lines are placed glyph by glyph: at 10 pt an ideograph is 10 pt wide, a Latin letter 5.
class BookMaker {
 public:
  BookMaker() {
    font::CollectionOptions options;
    options.onlyFiles = {test::testPath("fonts/OctavoTest-Regular.ttf").string()};
    Diagnostics diagnostics;
    fonts_ = font::openCollection(options, diagnostics);
    startPage();
  }

  void startPage() { pages_.emplace_back(std::make_shared<fragment::Fragment>()); }

  /// A justified line of 50 pt; every glyph has its own advance and `extra` behind it.
  fragment::LineSetting& line(std::string_view text, Length extra = {}, const std::string& language = "zh-Hans") {
    fragment::GlyphRun run;
    run.face = fonts_->primary({{"Octavo Test"}, 400, false, language});
    run.size = 10_pt;
    run.text = toUtf16(text);
    run.language = language;
    run.glyphs = font::shape({run.face, run.size, run.text, 0, run.text.size(), 0, language, Direction::LeftToRight, false, {}});
    for (font::Glyph& glyph : run.glyphs) glyph.advance += extra;
    auto piece = std::make_shared<fragment::Fragment>();
    piece->content = std::move(run);
    auto whole = std::make_shared<fragment::Fragment>();
    whole->isLine = true;
    whole->setting = {{}, 50_pt, true, false, false, false};
    whole->children.push_back({{}, piece});
    pages_.back()->children.push_back({{}, whole});
    lines_.push_back(whole);
    return whole->setting;
  }

  Figures judged() const {
    fragment::PrintedBook book;
    for (const auto& page : pages_) book.pages.push_back({{}, page, "", false});
    return judge(book);
  }

 private:
  std::unique_ptr<font::Collection> fonts_;
  std::vector<std::shared_ptr<fragment::Fragment>> pages_;
  std::vector<std::shared_ptr<fragment::Fragment>> lines_;
};

TEST(Measure, ALineThatBeginsWithAStopIsAFault) {
  BookMaker book;
  book.line("中文天地人");
  book.line("，中文天地");
  const Figures found = book.judged();
  EXPECT_EQ(found.lines, 2u);
  ASSERT_THAT(found.kinsoku, SizeIs(1));
  EXPECT_EQ(found.kinsoku[0].text, "，中文天地");
}

TEST(Measure, ALineThatEndsWithAnOpeningMarkIsAFault) {
  BookMaker book;
  book.line("中文天地「");
  book.line("人中文天地");
  EXPECT_THAT(book.judged().kinsoku, SizeIs(1));
}

TEST(Measure, WhatTheAuthorPutAtALineStartIsNoFault) {
  BookMaker book;
  book.line("，中文天地").beginsParagraph = true;
  book.line("中文天地人").isBeforeForcedBreak = true;
  book.line("。中文天地");
  EXPECT_THAT(book.judged().kinsoku, IsEmpty());
}

TEST(Measure, GapsAreCountedInEm) {
  BookMaker book;
  book.line("中文天地", 1_pt);  // three gaps of a tenth
  const Spread gaps = book.judged().gaps[static_cast<std::size_t>(Step::InterCharacter)];
  EXPECT_EQ(gaps.count, 3u);
  EXPECT_NEAR(gaps.mean, 0.1, 1e-6);
  EXPECT_NEAR(gaps.most, 0.1, 1e-6);
}

TEST(Measure, AGapBeyondAQuarterEmIsOutsideTheLimits) {
  BookMaker book;
  book.line("中文天", 2.6_pt);
  book.line("中文天", 2.4_pt);
  EXPECT_THAT(book.judged().outsideLimits[static_cast<std::size_t>(Step::InterCharacter)], SizeIs(1));
}

TEST(Measure, HanAndLatinTooNearAreOutsideTheLimits) {
  BookMaker book;
  book.line("中a", 1_pt);
  EXPECT_THAT(book.judged().outsideLimits[static_cast<std::size_t>(Step::HanLatin)], SizeIs(1));
}

TEST(Measure, AJustifiedLineShortOfTheEdgeIsRagged) {
  BookMaker book;
  book.line("中文天地人");
  book.line("中文天地");
  const Figures found = book.judged();
  EXPECT_THAT(found.ragged, SizeIs(1));
  EXPECT_NEAR(found.farthestEdge, 10, 1e-6);
}

TEST(Measure, AStopMayEndALineWithItsBlankWithoutItOrBeyondTheEdge) {
  BookMaker book;
  book.line("中文天地，");          // 50 pt, the blank inside
  book.line("中文天地，", 1.25_pt);  // ink up to 50 pt
  book.line("中文天地人，");        // the comma hangs
  EXPECT_THAT(book.judged().ragged, IsEmpty());
}

TEST(Measure, ALastLineOfOneCharacterIsLonelyWithAndWithoutItsMark) {
  for (const std::string_view last : {"中", "中。"}) {
    BookMaker book;
    book.line("中文天地人").beginsParagraph = true;
    auto& setting = book.line(last);
    setting.endsParagraph = true;
    setting.isJustified = false;
    EXPECT_THAT(book.judged().loneLastCharacters, SizeIs(1)) << last;
  }
}

TEST(Measure, AParagraphOfOneLineIsNeverLonely) {
  BookMaker book;
  auto& setting = book.line("中");
  setting = {{}, 50_pt, false, true, true, false};
  EXPECT_THAT(book.judged().loneLastCharacters, IsEmpty());
}

TEST(Measure, LinesAloneAtAPageTurnAreWidowsAndOrphans) {
  BookMaker book;
  book.line("中文天地人").beginsParagraph = true;
  book.startPage();
  book.line("天地人中文");
  book.startPage();
  book.line("人中文天地").endsParagraph = true;
  const Figures found = book.judged();
  ASSERT_THAT(found.orphans, SizeIs(1));
  EXPECT_EQ(found.orphans[0].page, 0u);
  ASSERT_THAT(found.widows, SizeIs(1));
  EXPECT_EQ(found.widows[0].page, 2u);
}

TEST(Measure, HyphensAreCountedInARow) {
  BookMaker book;
  for (const std::string_view text : {"aaa\xC2\xAD", "bbb\xC2\xAD", "ccc", "ddd\xC2\xAD"}) book.line(text, {}, "en");
  const Figures found = book.judged();
  EXPECT_EQ(found.hyphens, 3u);
  EXPECT_EQ(found.mostHyphensInARow, 2u);
}

TEST(Measure, HyphensAtPageEndsAreToldFromThoseWhereTheLeafTurns) {
  BookMaker book;
  book.line("aaa\xC2\xAD", {}, "en").beginsParagraph = true;
  book.startPage();  // a leaf turns behind the first page, none behind the second
  book.line("bbb\xC2\xAD", {}, "en");
  book.startPage();
  book.line("ccc", {}, "en");
  book.startPage();
  book.line("ddd", {}, "en");
  const Figures found = book.judged();
  ASSERT_THAT(found.hyphensAtPageTurns, SizeIs(1));
  EXPECT_EQ(found.hyphensAtPageTurns[0].page, 1u);
  ASSERT_THAT(found.hyphensAtOtherPageEnds, SizeIs(1));
  EXPECT_EQ(found.hyphensAtOtherPageEnds[0].page, 2u);
}

TEST(Measure, TheReportShowsCountsAndAsManyPlacesAsAsked) {
  BookMaker book;
  book.line("中文天地人");
  book.line("，中文天地");
  book.line("。中文天地");
  const std::string text = report(book.judged(), 1);
  EXPECT_THAT(text, HasSubstr("kinsoku faults                                     2"));
  EXPECT_THAT(text, HasSubstr("，中文天地"));
  EXPECT_THAT(text, ::testing::Not(HasSubstr("。中文天地")));
}

}  // namespace
}  // namespace octavo::quality
