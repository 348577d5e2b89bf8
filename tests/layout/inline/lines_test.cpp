#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/inline/paragraph_maker.h"
#include "layout/inline/glyphs/shape.h"

namespace octavo::test {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

std::vector<std::string> broken(std::string_view text, Length measure, const Styling& styling = justified) {
  Typesetter typesetter;
  return linesOf(*typesetter.lines(ParagraphMaker(styling).text(text), measure));
}
Styling chinese() { return both(justified, language("zh-Hans")); }

TEST(Lines, LookAheadInsteadOfFillingTheFirstLine) {
  EXPECT_EQ(broken("aaa bb cc ddddd", 30_pt), (std::vector<std::string>{"aaa", "bb cc", "ddddd"}));
}

TEST(Lines, ReachTheRightEdgeExactly) {
  Typesetter typesetter;
  const auto text = "中文天地人日本語学心大小上下国，甲乙丙丁 abc 戊己庚辛。壬癸天地人中国日本文字语言学心大小上下天地人";
  const auto lines = typesetter.lines(ParagraphMaker(chinese()).text(text), 137_pt);
  ASSERT_GT(lines->children.size(), 3u);
  for (std::size_t i = 0; i + 1 < lines->children.size(); ++i) {
    EXPECT_NEAR(endOf(*lines->children[i].fragment), 137, 5.01) << i;
    // With its blank or without, a line ends at the edge to the unit.
    const double end = endOf(*lines->children[i].fragment);
    EXPECT_TRUE(end == 137 || end == 132) << end;
  }
}

TEST(Lines, NeverBeginWithAClosingMark) {
  EXPECT_EQ(broken("中文天地，人中", 40_pt, chinese()), (std::vector<std::string>{"中文天", "地，人中"}));
}

TEST(Lines, AnOpeningMarkBeginsALineWithItsInk) {
  Typesetter typesetter;
  const auto lines = typesetter.lines(ParagraphMaker(chinese()).text("中文天地「人中文天地"), 40_pt);
  ASSERT_EQ(linesOf(*lines)[1].substr(0, 3), "「");
  EXPECT_EQ(pensOf(*lines->children[1].fragment)[0], -5);
}

TEST(Lines, AnOpeningMarkBehindAnIndentKeepsItsBlank) {
  Typesetter typesetter;
  const Styling indented = [](css::ComputedStyle& style) { style.textIndent.size = 20_pt; };
  const auto lines = typesetter.lines(ParagraphMaker(both(chinese(), indented)).text("「人中"), 80_pt);
  EXPECT_EQ(pensOf(*lines->children[0].fragment)[0], 20);
}

TEST(Lines, BreakAfterAFullWidthMarkInEnglish) {
  EXPECT_EQ(broken("aaa bbb。Cccc ddd", 40_pt, both(justified, language("en"))),
            (std::vector<std::string>{"aaa bbb。", "Cccc ddd"}));
}

TEST(Lines, BreakWordsAtPatternsWhereLinesWouldBeTorn) {
  const Styling hyphenated = [](css::ComputedStyle& style) {
    justified(style);
    style.language = "en";
    style.hyphens = css::Hyphens::Auto;
  };
  const auto lines = broken("an extraordinary hyphenation of words", 60_pt, hyphenated);
  EXPECT_THAT(lines, ::testing::Contains(::testing::EndsWith("-")));
}

TEST(Lines, AWordInTwoElementsIsHyphenatedAsOne) {
  const Styling hyphenated = [](css::ComputedStyle& style) {
    style.language = "en";
    style.hyphens = css::Hyphens::Auto;
  };
  Typesetter typesetter;
  // hy-phen-ation; "ation" alone would have no point, nor "hyp".
  ParagraphMaker paragraph(both(justified, hyphenated));
  paragraph.text("hyp").open("b").text("hen").close().text("ation");
  EXPECT_EQ(linesOf(*typesetter.lines(paragraph, 35_pt)), (std::vector<std::string>{"hyphen-", "ation"}));
}

TEST(Lines, EnglishWordsInChineseAreHyphenatedAsEnglish) {
  const Styling hyphenated = [](css::ComputedStyle& style) { style.hyphens = css::Hyphens::Auto; };
  const auto lines = broken("中文天地extraordinary中文天地人", 70_pt, both(chinese(), hyphenated));
  EXPECT_THAT(lines, ::testing::Contains(::testing::EndsWith("-")));
}

TEST(Lines, NoMarkThatBeginsNoLineBeginsOneBehindATypedSpace) {
  EXPECT_EQ(broken("中文天地 ；人日", 45_pt, chinese()), (std::vector<std::string>{"中文天", "地 ；人日"}));
}

TEST(Lines, NoSingleLetterIsPartedFromItsWordAtAHyphen) {
  EXPECT_EQ(broken("aaa E-Mail", 35_pt), (std::vector<std::string>{"aaa", "E-Mail"}));
  EXPECT_EQ(broken("aa Vitamin-C", 55_pt), (std::vector<std::string>{"aa", "Vitamin-C"}));
  EXPECT_EQ(broken("aaaa bb-cccc", 45_pt), (std::vector<std::string>{"aaaa bb-", "cccc"}));
}

TEST(Lines, AListOfNumbersWiderThanTheLineIsBrokenBehindItsCommas) {
  const Styling breaksWords = [](css::ComputedStyle& style) { style.overflowWrap = css::OverflowWrap::Anywhere; };
  EXPECT_EQ(broken("11,22,33,44", 40_pt, breaksWords), (std::vector<std::string>{"11,22,", "33,44"}));
  EXPECT_EQ(broken("aabbccddee", 40_pt, breaksWords), (std::vector<std::string>{"aabbcc", "ddee"}));
}

TEST(Lines, OfTornLinesTheFullestIsTaken) {
  // "aa" alone would leave 50pt, "aa bbbb" leaves 25pt.
  EXPECT_EQ(broken("aa bbbb cccccccccc dddddddddd", 60_pt),
            (std::vector<std::string>{"aa bbbb", "cccccccccc", "dddddddddd"}));
}

TEST(Lines, BreakAtSoftHyphensWithAHyphenThatCopiesAsOne) {
  Typesetter typesetter;
  const Styling keepsPages = [](css::ComputedStyle& style) { style.hyphenateLimitLast = css::HyphenateLimitLast::Page; };
  const auto lines = typesetter.lines(ParagraphMaker(both(justified, keepsPages)).text("aaaa\u00ADbbbb"), 30_pt);
  ASSERT_THAT(lines->children, SizeIs(2));
  EXPECT_EQ(linesOf(*lines), (std::vector<std::string>{"aaaa-", "bbbb"}));
  EXPECT_EQ(runOf(*runsOf(*lines->children[0].fragment).back()).text, u"\xAD");
  EXPECT_EQ(lines->children[0].fragment->flow.hyphenLimit, css::HyphenateLimitLast::Page);
}

TEST(Lines, AHyphenAtThePageTurnIsNoMatterUnlessAskedFor) {
  Typesetter typesetter;
  const auto lines = typesetter.lines(ParagraphMaker(justified).text("aaaa\u00ADbbbb"), 30_pt);
  EXPECT_EQ(lines->children[0].fragment->flow.hyphenLimit, css::HyphenateLimitLast::None);
}

TEST(Lines, NoHyphenPartsAnAddress) {
  Typesetter typesetter;
  const Styling hyphenated = both(language("en"), [](css::ComputedStyle& style) { style.hyphens = css::Hyphens::Auto; });
  const auto lines = typesetter.lines(ParagraphMaker(both(justified, hyphenated)).text("a www.hyphenation.org/hyphenation"), 60_pt);
  for (const std::string& line : linesOf(*lines)) EXPECT_EQ(line.find('-'), std::string::npos) << line;
  const auto word = typesetter.lines(ParagraphMaker(both(justified, hyphenated)).text("a word of hyphenation"), 60_pt);
  EXPECT_EQ(linesOf(*word).front(), "a word of hy-");
}

TEST(Lines, HyphensInARowAreLimited) {
  const auto limited = [](int lines) {
    return both(justified, [lines](css::ComputedStyle& style) { style.hyphenateLimitLines = lines; });
  };
  const std::string_view text = "xx aa\u00ADaa bb\u00ADbb cc";
  EXPECT_EQ(broken(text, 30_pt, limited(0)), (std::vector<std::string>{"xx aa-", "aa bb-", "bb cc"}));
  EXPECT_EQ(broken(text, 30_pt, limited(1)), (std::vector<std::string>{"xx aa-", "aa", "bbbb", "cc"}));
}

TEST(Lines, TheLimitOfHyphensYieldsToTheEdge) {
  const Styling one = [](css::ComputedStyle& style) { style.hyphenateLimitLines = 1; };
  EXPECT_EQ(broken("aaaa\u00ADaaaa\u00ADaaaa", 25_pt, one), (std::vector<std::string>{"aaaa-", "aaaa-", "aaaa"}));
}

TEST(Lines, NoWordIsPartedForLessThanTheZone) {
  const auto zoned = [](Length zone) {
    return [zone](css::ComputedStyle& style) { style.hyphenateLimitZone = zone; };
  };
  // "bbb" alone would leave 35pt of the 50pt.
  EXPECT_EQ(broken("bbb cccc\u00ADddddddd", 50_pt, zoned(30_pt)), (std::vector<std::string>{"bbb cccc-", "ddddddd"}));
  EXPECT_EQ(broken("bbb cccc\u00ADddddddd", 50_pt, zoned(40_pt)), (std::vector<std::string>{"bbb", "cccc-", "ddddddd"}));
}

TEST(Lines, AnUnusedSoftHyphenLeavesNothing) {
  EXPECT_EQ(broken("aaaa\u00ADbbbb", 100_pt), (std::vector<std::string>{"aaaabbbb"}));
}

TEST(Lines, KeepWordsWholeUnlessAskedTo) {
  EXPECT_THAT(broken("aaaaaaaaaa", 30_pt), SizeIs(1));
  const Styling anywhere = [](css::ComputedStyle& style) { style.overflowWrap = css::OverflowWrap::Anywhere; };
  EXPECT_EQ(broken("aaaaaaaaaa", 30_pt, anywhere), (std::vector<std::string>{"aaaaaa", "aaaa"}));
}

TEST(Lines, BreakWordBreaksWhatIsTooWideOnly) {
  const Styling breakWord = [](css::ComputedStyle& style) { style.wordBreak = css::WordBreak::BreakWord; };
  EXPECT_EQ(broken("aa bbbbbbbbbb", 30_pt, breakWord), (std::vector<std::string>{"aa", "bbbbbb", "bbbb"}));
}

TEST(Lines, DoNotWrapWhereForbidden) {
  const Styling nowrap = [](css::ComputedStyle& style) { style.textWrapMode = css::TextWrapMode::NoWrap; };
  EXPECT_EQ(broken("aaa bbb ccc", 20_pt, nowrap), (std::vector<std::string>{"aaa bbb ccc"}));
}

TEST(Lines, PreservedTextKeepsItsLinesAndIndents) {
  const Styling pre = [](css::ComputedStyle& style) {
    style.whiteSpaceCollapse = css::WhiteSpaceCollapse::Preserve;
    style.textWrapMode = css::TextWrapMode::NoWrap;
  };
  Typesetter typesetter;
  const auto lines = typesetter.lines(ParagraphMaker(pre).text("a\n\n  bb\n"), 100_pt);
  EXPECT_EQ(linesOf(*lines), (std::vector<std::string>{"a", "", "  bb"}));
  EXPECT_EQ(pensOf(*lines->children[2].fragment)[2], 10);
  EXPECT_EQ(lines->size.blockSize, 36_pt);
}

TEST(Lines, AForcedBreakEndsALine) {
  Typesetter typesetter;
  ParagraphMaker paragraph(justified);
  paragraph.text("a b");
  paragraph.leaf(box::Kind::LineBreak, "br");
  paragraph.text("c");
  const auto lines = typesetter.lines(paragraph, 100_pt);
  EXPECT_EQ(linesOf(*lines), (std::vector<std::string>{"a b", "c"}));
  EXPECT_EQ(endOf(*lines->children[0].fragment), 15);
}

TEST(Lines, NoLineEndsBeforeANoteCall) {
  Typesetter typesetter;
  ParagraphMaker paragraph(chinese());
  paragraph.text("中文天地人").open("a", kPlain, box::Kind::NoteCall);
  paragraph.text("1").close().text("中文天地人");
  const auto lines = typesetter.lines(paragraph, 50_pt);
  for (const std::string& line : linesOf(*lines)) EXPECT_FALSE(line.starts_with("1")) << line;
}

TEST(Lines, TellWhichNotesTheyCall) {
  Typesetter typesetter;
  ParagraphMaker paragraph(chinese());
  paragraph.text("中文天地人中文").open("a", kPlain, box::Kind::NoteCall);
  const box::Box* call = &paragraph.current();
  paragraph.text("1").close();
  const auto lines = typesetter.lines(paragraph, 50_pt);
  ASSERT_THAT(lines->children, SizeIs(2));
  EXPECT_THAT(lines->children[0].fragment->flow.notes, SizeIs(0));
  EXPECT_THAT(lines->children[1].fragment->flow.notes, ElementsAre(call));
}

TEST(Lines, NoParagraphEndsWithOneCharacterAndItsNoteCall) {
  Typesetter typesetter;
  ParagraphMaker paragraph(chinese());
  paragraph.text("中文天地人日本語学心大。").open("a", kPlain, box::Kind::NoteCall);
  paragraph.current().role = box::Role::NoteCall;
  paragraph.text("1").close();
  // Eleven letters in lines of ten: one goes down with the last, its mark and the call.
  const auto lines = linesOf(*typesetter.lines(paragraph, 100_pt));
  ASSERT_THAT(lines, SizeIs(2));
  EXPECT_EQ(lines[1], "心大。1");
}

TEST(Lines, NoParagraphEndsWithOneCharacterWhateverMarksStandBesideIt) {
  Typesetter typesetter;
  for (const std::string end : {"大……", "「大」。", "大）。", "大★。"}) {
    const auto lines = linesOf(*typesetter.lines(ParagraphMaker(chinese()).text("中文天地人日本語学心" + end), 100_pt));
    ASSERT_THAT(lines, SizeIs(2));
    EXPECT_EQ(lines[1], "心" + end);
  }
}

TEST(Lines, CanBeCutAndGoOn) {
  Typesetter typesetter;
  const ParagraphMaker paragraph = std::move(ParagraphMaker(chinese()).text("中文天地人日本語学心大小上下国"));
  const auto first = typesetter.set(paragraph.box(), 50_pt, nullptr, 25_pt);
  EXPECT_THAT(first.fragment->children, SizeIs(2));
  ASSERT_TRUE(first.resume);
  const auto rest = typesetter.set(paragraph.box(), 50_pt, first.resume.get());
  EXPECT_EQ(linesOf(*rest.fragment), (std::vector<std::string>{"大小上下国"}));
  EXPECT_FALSE(rest.resume);
}

TEST(Lines, OneLineIsSetHoweverLittleRoomRemains) {
  Typesetter typesetter;
  const ParagraphMaker paragraph = std::move(ParagraphMaker(chinese()).text("中文天地人日本語学心"));
  EXPECT_THAT(typesetter.set(paragraph.box(), 50_pt, nullptr, 5_pt).fragment->children, SizeIs(1));
}

TEST(TextIndent, NarrowsTheFirstLineOnly) {
  const Styling indented = [](css::ComputedStyle& style) { style.textIndent.size = 20_pt; };
  EXPECT_EQ(broken("中文天地人日本語学心大小", 50_pt, both(chinese(), indented)),
            (std::vector<std::string>{"中文天", "地人日本語", "学心大小"}));
}

TEST(TextIndent, HangingNarrowsAllOthers) {
  const Styling hanging = [](css::ComputedStyle& style) { style.textIndent = {20_pt, true, false}; };
  EXPECT_EQ(broken("中文天地人日本語学心", 50_pt, both(chinese(), hanging)),
            (std::vector<std::string>{"中文天地人", "日本語", "学心"}));
}

TEST(TextIndent, EachLineBeginsAnewBehindAForcedBreak) {
  const Styling each = [](css::ComputedStyle& style) {
    style.textIndent = {20_pt, false, true};
    style.whiteSpaceCollapse = css::WhiteSpaceCollapse::PreserveBreaks;
  };
  Typesetter typesetter;
  const auto lines = typesetter.lines(ParagraphMaker(each).text("aa\nbb"), 50_pt);
  EXPECT_EQ(pensOf(*lines->children[1].fragment)[0], 20);
}

TEST(TextIndent, HangingAndEachLineTogetherNarrowWhatFollowsEachBeginning) {
  const Styling both = [](css::ComputedStyle& style) {
    style.textIndent = {20_pt, true, true};
    style.whiteSpaceCollapse = css::WhiteSpaceCollapse::PreserveBreaks;
  };
  Typesetter typesetter;
  const auto lines = typesetter.lines(ParagraphMaker(both).text("aaaaaaa aaa\naaaaaaa aaa"), 40_pt);
  std::vector<double> starts;
  for (const auto& line : lines->children) starts.push_back(pensOf(*line.fragment)[0]);
  EXPECT_THAT(starts, ElementsAre(0, 20, 0, 20));
}

TEST(TextAlign, PutsLinesAtTheirPlace) {
  const auto begin = [](css::TextAlign align) {
    Typesetter typesetter;
    const auto lines = typesetter.lines(ParagraphMaker([=](css::ComputedStyle& s) { s.textAlign = align; }).text("aa"), 50_pt);
    return pensOf(*lines->children[0].fragment)[0];
  };
  EXPECT_EQ(begin(css::TextAlign::Start), 0);
  EXPECT_EQ(begin(css::TextAlign::Center), 20);
  EXPECT_EQ(begin(css::TextAlign::End), 40);
  EXPECT_EQ(begin(css::TextAlign::Justify), 0);
}

/// Where a first line of 35pt and a last one of 25pt begin in a measure of 40pt, from the line's start, and where the last
/// letter of the last line stands.
std::vector<double> placesOf(css::TextAlign align, css::TextAlignLast last, Direction direction = Direction::LeftToRight) {
  Typesetter typesetter;
  const auto lines = typesetter.lines(ParagraphMaker([=](css::ComputedStyle& style) {
                                        style.textAlign = align;
                                        style.textAlignLast = last;
                                        style.direction = direction;
                                      }).text("aaaaaaa aa aa"), 40_pt);
  EXPECT_THAT(lines->children, SizeIs(2));
  const std::vector<double> end = pensOf(*lines->children.back().fragment);
  return {pensOf(*lines->children[0].fragment)[0], end.front(), end.back()};
}

TEST(TextAlign, LeftAndRightAreTheSameInBothDirections) {
  using enum css::TextAlign;
  constexpr auto kAuto = css::TextAlignLast::Auto;
  EXPECT_THAT(placesOf(Left, kAuto), ElementsAre(0, 0, 20));
  EXPECT_THAT(placesOf(Right, kAuto), ElementsAre(5, 15, 35));
  EXPECT_THAT(placesOf(Left, kAuto, Direction::RightToLeft), ElementsAre(5, 15, 35));
  EXPECT_THAT(placesOf(Right, kAuto, Direction::RightToLeft), ElementsAre(0, 0, 20));
  EXPECT_THAT(placesOf(Start, kAuto, Direction::RightToLeft), ElementsAre(0, 0, 20));
  EXPECT_THAT(placesOf(End, kAuto, Direction::RightToLeft), ElementsAre(5, 15, 35));
}

TEST(TextAlign, TheLastLineHasItsOwn) {
  using enum css::TextAlignLast;
  constexpr auto kSpread = css::TextAlign::Justify;
  EXPECT_THAT(placesOf(kSpread, Auto), ElementsAre(0, 0, 20));
  EXPECT_THAT(placesOf(kSpread, Start), ElementsAre(0, 0, 20));
  EXPECT_THAT(placesOf(kSpread, End), ElementsAre(0, 15, 35));
  EXPECT_THAT(placesOf(kSpread, Left), ElementsAre(0, 0, 20));
  EXPECT_THAT(placesOf(kSpread, Right), ElementsAre(0, 15, 35));
  EXPECT_THAT(placesOf(kSpread, Left, Direction::RightToLeft), ElementsAre(0, 15, 35));
  EXPECT_THAT(placesOf(kSpread, Right, Direction::RightToLeft), ElementsAre(0, 0, 20));
  EXPECT_THAT(placesOf(kSpread, Center), ElementsAre(0, 7.5, 27.5));
  EXPECT_THAT(placesOf(kSpread, Justify), ElementsAre(0, 0, 35));
  EXPECT_THAT(placesOf(css::TextAlign::Center, End), ElementsAre(2.5, 15, 35));
  EXPECT_THAT(placesOf(css::TextAlign::End, Start), ElementsAre(5, 0, 20));
}

TEST(TextAlign, JustifyAllSpreadsTheLastLineUnlessItHasItsOwn) {
  EXPECT_THAT(placesOf(css::TextAlign::JustifyAll, css::TextAlignLast::Auto), ElementsAre(0, 0, 35));
  EXPECT_THAT(placesOf(css::TextAlign::JustifyAll, css::TextAlignLast::Center), ElementsAre(0, 7.5, 27.5));
}

TEST(TextAlign, LastLineCanBeSpreadToo) {
  Typesetter typesetter;
  const Styling all = [](css::ComputedStyle& style) { style.textAlign = css::TextAlign::JustifyAll; };
  const auto lines = typesetter.lines(ParagraphMaker(all).text("aa bb"), 40_pt);
  EXPECT_EQ(pensOf(*lines->children[0].fragment).back(), 35);
}

TEST(LineMetrics, PitchStaysConstantWithSuperscripts) {
  Typesetter typesetter;
  const Styling raised = [](css::ComputedStyle& style) {
    style.verticalAlign = css::BaselineShift::Super;
    style.fontSize = 6_pt;
  };
  const Styling leaded = [](css::ComputedStyle& style) { style.lineHeight = 1.6; };
  ParagraphMaker paragraph(leaded);
  paragraph.text("中").open("sup", raised).text("1").close();
  const auto lines = typesetter.lines(paragraph, 100_pt);
  EXPECT_EQ(lines->size.blockSize, 16_pt);
  const auto runs = runsOf(*lines->children[0].fragment);
  EXPECT_EQ(runs[1]->at.blockStart + runOf(*runs[1]).baseline, runs[0]->at.blockStart + runOf(*runs[0]).baseline - (3.4_pt));
}

TEST(LineMetrics, AnImageOpensTheLine) {
  Typesetter typesetter;
  ParagraphMaker paragraph;
  paragraph.text("a");
  paragraph.leaf(box::Kind::Image, "img").imagePath = "square.png";
  const auto lines = typesetter.lines(paragraph, 100_pt);
  // The picture stands on the baseline: 20pt above, and the strut's 2.2pt below.
  EXPECT_EQ(lines->children[0].fragment->baseline, 20_pt);
  EXPECT_EQ(lines->size.blockSize, 22.2_pt);
}

TEST(LinesBesideFloats, LinesRunBesideThem) {
  Typesetter typesetter;
  const ParagraphMaker paragraph = std::move(ParagraphMaker(chinese()).text("中文天地人日本語学心大小上"));
  layout::FloatArea area{{{false, {}, 20_pt, 20_pt}}};
  layout::Space space;
  space.available = {50_pt, Length::infinite()};
  space.floats = &area;
  const auto result = layout::layoutInline(paragraph.box(), space, nullptr, typesetter.context);
  EXPECT_EQ(linesOf(*result.fragment), (std::vector<std::string>{"中文天", "地人日", "本語学心大", "小上"}));
  EXPECT_EQ(pensOf(*result.fragment->children[0].fragment)[0], 20);
  EXPECT_EQ(pensOf(*result.fragment->children[2].fragment)[0], 0);
}

TEST(Leader, FillsTheLineAndStandsAtItsEnd) {
  Typesetter typesetter;
  ParagraphMaker paragraph;
  paragraph.text("ab");
  paragraph.leaf(box::Kind::Leader, "a").text = ".";
  paragraph.text("12");
  const auto lines = typesetter.lines(paragraph, 62_pt);
  const auto runs = runsOf(*lines->children[0].fragment);
  ASSERT_THAT(runs, SizeIs(3));
  // 62 - 10 - 10 leaves 42pt: eight dots of 5pt, flush with the number.
  EXPECT_EQ(toUtf8(runOf(*runs[1]).text), "........");
  EXPECT_EQ(runs[1]->at.inlineStart, 12_pt);
  EXPECT_EQ(runs[1]->fragment->role, fragment::Role::Leader);
  EXPECT_EQ(endOf(*lines->children[0].fragment), 62);
}

TEST(GlyphRuns, SayTheirTextWithClustersInIt) {
  Typesetter typesetter;
  ParagraphMaker paragraph;
  paragraph.text("ab ").open("b").text("cd").close();
  const auto lines = typesetter.lines(paragraph, 100_pt);
  const auto runs = runsOf(*lines->children[0].fragment);
  ASSERT_THAT(runs, SizeIs(2));
  EXPECT_EQ(runOf(*runs[0]).text, u"ab ");
  EXPECT_EQ(runOf(*runs[1]).text, u"cd");
  EXPECT_EQ(runOf(*runs[1]).glyphs[1].cluster, 1u);
  EXPECT_EQ(runs[1]->fragment->source->name, "b");
  EXPECT_LT(runs[0]->fragment->order, runs[1]->fragment->order);
}

TEST(GlyphRuns, KeepTheBlankThatALineEndSwallows) {
  Typesetter typesetter;
  const auto lines = typesetter.lines(ParagraphMaker().text("aaa bbb"), 20_pt);
  const auto& run = runOf(*runsOf(*lines->children[0].fragment).back());
  EXPECT_EQ(run.text, u"aaa ");
  EXPECT_EQ(run.glyphs.back().advance, Length{});
}

TEST(Faces, FullWidthMarksTakeTheFaceOfIdeographs) {
  // The italic has Latin quotation marks but no ideographs.
  Typesetter typesetter;
  const Styling italic = [](css::ComputedStyle& style) {
    style.fontStyle = css::FontStyle::Italic;
    style.language = "zh-Hans";
  };
  const auto lines = typesetter.lines(ParagraphMaker(italic).text("中“文”"), 100_pt);
  EXPECT_THAT(runsOf(*lines->children[0].fragment), SizeIs(1));
  EXPECT_FALSE(runOf(*runsOf(*lines->children[0].fragment)[0]).face->isItalic());
}

TEST(Faces, SpacesAndCommonMarksKeepToTheirNeighbours) {
  Typesetter typesetter;
  const Styling italic = [](css::ComputedStyle& style) { style.fontStyle = css::FontStyle::Italic; };
  const auto lines = typesetter.lines(ParagraphMaker(italic).text("ab, cd."), 100_pt);
  EXPECT_THAT(runsOf(*lines->children[0].fragment), SizeIs(1));
  EXPECT_TRUE(runOf(*runsOf(*lines->children[0].fragment)[0]).face->isItalic());
}

TEST(Shaping, GoesOnWhereOnlyTheElementChanges) {
  Typesetter typesetter;
  ParagraphMaker paragraph;
  const Styling red = [](css::ComputedStyle& style) { style.color = {255, 0, 0, 255}; };
  paragraph.text("A").open("span", red).text("V").close();
  const layout::Space space{{100_pt, Length::infinite()}};
  const auto text = layout::collectText(paragraph.box(), space, layout::Purpose::Layout, typesetter.context);
  EXPECT_THAT(layout::shapeText(text, typesetter.context).runs, SizeIs(1));
}

TEST(Shaping, SmallCapitalsAreAFeatureAndSpacedLettersAreNotJoined) {
  Typesetter typesetter;
  ParagraphMaker paragraph([](css::ComputedStyle& style) {
    style.fontCaps = css::FontCaps::SmallCaps;
    style.letterSpacing = 1_pt;
  });
  paragraph.text("a");
  const layout::Space space{{100_pt, Length::infinite()}};
  const auto text = layout::collectText(paragraph.box(), space, layout::Purpose::Layout, typesetter.context);
  const auto runs = layout::shapeText(text, typesetter.context).runs;
  EXPECT_THAT(runs[0].features, ElementsAre(font::Feature{"smcp", 1}, font::Feature{"liga", 0}, font::Feature{"clig", 0}));
}

TEST(Anchors, BeginWithTheirText) {
  Typesetter typesetter;
  ParagraphMaker paragraph;
  paragraph.text("aaa ").open("b");
  paragraph.current().anchors = {"here"};
  paragraph.text("bbb").close();
  const auto lines = typesetter.lines(paragraph, 20_pt);
  EXPECT_THAT(runsOf(*lines->children[1].fragment)[0]->fragment->anchors, ElementsAre("here"));
}

TEST(MissingGlyphs, AreReportedAndStandVisibly) {
  Typesetter typesetter;
  const auto lines = typesetter.lines(ParagraphMaker().text("a\U0001F600b"), 100_pt);
  ASSERT_THAT(typesetter.diagnostics.entries(), SizeIs(1));
  EXPECT_EQ(typesetter.diagnostics.entries()[0].diagnostic.code, "glyph-missing");
  EXPECT_EQ(typesetter.diagnostics.entries()[0].diagnostic.subject, "U+1F600");
  EXPECT_EQ(linesOf(*lines), (std::vector<std::string>{"a\U0001F600b"}));
  EXPECT_GT(endOf(*lines->children[0].fragment), 14);
}

TEST(Bidi, RunsStandInVisualOrder) {
  Typesetter typesetter;
  // Hebrew inside a Latin line: its two letters are turned round, the rest stays.
  const auto lines = typesetter.lines(ParagraphMaker().text("a \u05D0\u05D1 b"), 100_pt);
  const auto runs = runsOf(*lines->children[0].fragment);
  ASSERT_GE(runs.size(), 3u);
  EXPECT_EQ(runOf(*runs[1]).direction, Direction::RightToLeft);
  EXPECT_EQ(runOf(*runs[1]).glyphs[0].cluster, 1u);
  EXPECT_EQ(runOf(*runs[1]).text, u"\u05D0\u05D1");
  EXPECT_EQ(runs[1]->at.inlineStart, 10_pt);
  EXPECT_EQ(pensOf(*lines->children[0].fragment).back(), 25);
}

TEST(Bidi, ARightToLeftParagraphBeginsAtItsRightEdge) {
  Typesetter typesetter;
  const Styling reversed = [](css::ComputedStyle& style) { style.direction = Direction::RightToLeft; };
  const auto lines = typesetter.lines(ParagraphMaker(reversed).text("\u05D0\u05D1 \u05D2"), 100_pt);
  EXPECT_EQ(lines->children[0].fragment->direction, Direction::RightToLeft);
  EXPECT_EQ(runsOf(*lines->children[0].fragment)[0]->at.inlineStart, 0_pt);
}

TEST(Bidi, LettersThatJoinAreNotSpaced) {
  Typesetter typesetter;
  const Styling spaced = [](css::ComputedStyle& style) { style.letterSpacing = 2_pt; };
  const Styling arabic = both(spaced, [](css::ComputedStyle& style) { style.fontFamilies = {"Noto Naskh Arabic"}; });
  const auto widthOf = [&](std::string_view text, const Styling& styling) {
    return runsOf(*typesetter.lines(ParagraphMaker(styling).text(text), 200_pt)->children[0].fragment)[0]
        ->fragment->size.inlineSize;
  };
  EXPECT_EQ(widthOf("ab", spaced), widthOf("ab", kPlain) + 2_pt);
  EXPECT_EQ(widthOf("\u0645\u0646", arabic),
            widthOf("\u0645\u0646", [](css::ComputedStyle& style) { style.fontFamilies = {"Noto Naskh Arabic"}; }));
}

TEST(Decorations, AnUnderlineRunsUnderItsElement) {
  Typesetter typesetter;
  const Styling underlined = [](css::ComputedStyle& style) { style.textDecoration.underline = true; };
  ParagraphMaker paragraph;
  paragraph.text("aa ").open("u", underlined).text("b").open("b").text("c").close().close().text(" d");
  const auto lines = typesetter.lines(paragraph, 100_pt);
  const auto& first = lines->children[0].fragment->children[0];
  ASSERT_TRUE(std::holds_alternative<fragment::Rule>(first.fragment->content));
  EXPECT_EQ(first.at.inlineStart, 15_pt);
  EXPECT_EQ(first.fragment->size.inlineSize, 10_pt);
  EXPECT_EQ(first.fragment->role, fragment::Role::Decoration);
}

TEST(Decorations, EmphasisMarksStandOverLettersButNotOverPunctuation) {
  Typesetter typesetter;
  const Styling marked = [](css::ComputedStyle& style) {
    style.textEmphasisMark = "•";
    style.language = "zh-Hans";
    style.textEmphasisPosition = {false, true, false};
  };
  const auto lines = typesetter.lines(ParagraphMaker(marked).text("中，文"), 100_pt);
  const auto& marks = lines->children[0].fragment->children.back();
  const auto& run = std::get<fragment::GlyphRun>(marks.fragment->content);
  EXPECT_EQ(run.text, u"••");
  // The dot's ink is 0.17 em high whatever the face makes of it, and centred under an ideograph of 10pt.
  const font::InkBox ink = font::inkBox(*run.face, run.glyphs[0].id);
  EXPECT_NEAR(run.size.toPoints() * (ink.top - ink.bottom) / 1000, 1.7, 0.01);
  EXPECT_NEAR(marks.at.inlineStart.toPoints() + run.size.toPoints() / 4, 5, 0.01);
}

TEST(Decorations, AnInlineBoxPaintsItsBackgroundBehindItsText) {
  Typesetter typesetter;
  const Styling filled = [](css::ComputedStyle& style) {
    style.background = {255, 0, 0, 255};
    style.padding.inlineStart = style.padding.inlineEnd = 2_pt;
  };
  ParagraphMaker paragraph;
  paragraph.text("a").open("code", filled).text("b").close().text("c");
  const auto lines = typesetter.lines(paragraph, 100_pt);
  const auto& frame = lines->children[0].fragment->children[0];
  ASSERT_TRUE(std::holds_alternative<layout::LogicalFrame>(frame.fragment->content));
  EXPECT_EQ(frame.at.inlineStart, 5_pt);
  EXPECT_EQ(frame.fragment->size.inlineSize, 9_pt);
  EXPECT_THAT(pensOf(*lines->children[0].fragment), ElementsAre(0, 7, 14));
}

class RubyLines : public ::testing::Test {
 protected:
  ParagraphMaker& ruby(ParagraphMaker& paragraph, std::string_view base, std::string_view reading) {
    const Styling small = [](css::ComputedStyle& style) { style.fontSize = 5_pt; };
    return paragraph.open("ruby", kPlain, box::Kind::Ruby)
        .open("rb", kPlain, box::Kind::RubyBase).text(base).close()
        .open("rt", small, box::Kind::RubyText).text(reading).close()
        .close();
  }
  Typesetter typesetter;
};

TEST_F(RubyLines, AShortReadingIsSpreadOverItsBase) {
  ParagraphMaker paragraph(language("ja"));
  ruby(paragraph, "日本", "にほ");
  const auto lines = typesetter.lines(paragraph, 100_pt);
  const auto runs = runsOf(*lines->children[0].fragment);
  ASSERT_THAT(runs, SizeIs(2));
  EXPECT_EQ(runs[1]->fragment->role, fragment::Role::RubyText);
  // 10pt over 20pt: 2.5pt at the ends, 5pt between.
  EXPECT_EQ(runs[1]->at.inlineStart, 2.5_pt);
  EXPECT_EQ(runOf(*runs[1]).glyphs[0].advance, 10_pt);
}

TEST_F(RubyLines, ALongReadingSpreadsItsBase) {
  ParagraphMaker paragraph(language("ja"));
  paragraph.text("中");
  ruby(paragraph, "心", "こころろ");
  paragraph.text("中");
  EXPECT_THAT(pensOf(*typesetter.lines(paragraph, 100_pt)->children[0].fragment),
              ElementsAre(0, 15, 10, 15, 20, 25, 30));
}

TEST_F(RubyLines, ALongReadingHangsOverKana) {
  ParagraphMaker paragraph(language("ja"));
  paragraph.text("の");
  ruby(paragraph, "心", "こころろ");
  paragraph.text("の");
  EXPECT_THAT(pensOf(*typesetter.lines(paragraph, 100_pt)->children[0].fragment), ElementsAre(0, 10, 5, 10, 15, 20, 20));
}

TEST_F(RubyLines, TwoReadingsNeverHangOverOneKana) {
  ParagraphMaker paragraph(language("ja"));
  ruby(paragraph, "心", "こころろ");
  paragraph.text("の");
  ruby(paragraph, "心", "こころろ");
  // The first reading, 20pt long, hangs over half of the kana; the second begins behind it.
  const auto lines = typesetter.lines(paragraph, 100_pt);
  const auto runs = runsOf(*lines->children[0].fragment);
  ASSERT_THAT(runs, SizeIs(5));
  EXPECT_EQ(runs[1]->at.inlineStart, 0_pt);
  EXPECT_EQ(runs[2]->at.inlineStart, 15_pt);
  EXPECT_EQ(runs[4]->at.inlineStart, 25_pt);
}

TEST_F(RubyLines, PairsStayWholeAndBreakBetween) {
  ParagraphMaker paragraph(both(language("ja"), justified));
  ruby(paragraph, "日本", "にほん");
  ruby(paragraph, "天地", "てんち");
  EXPECT_EQ(linesOf(*typesetter.lines(paragraph, 30_pt)), (std::vector<std::string>{"日本にほん", "天地てんち"}));
}

TEST_F(RubyLines, PitchStaysConstantWhereTheLeadingHasRoom) {
  ParagraphMaker paragraph(both(language("ja"), [](css::ComputedStyle& style) { style.lineHeight = 1.7; }));
  ruby(paragraph, "日本", "にほん");
  EXPECT_EQ(typesetter.lines(paragraph, 100_pt)->size.blockSize, 17_pt);
}

TEST(MeasureInline, TellsTheWidestPieceAndTheWholeLine) {
  Typesetter typesetter;
  const ParagraphMaker latin = std::move(ParagraphMaker().text("aa bbbb c"));
  const layout::InlineSizes sizes = layout::measureInline(latin.box(), typesetter.context);
  EXPECT_EQ(sizes.minContent, 20_pt);
  EXPECT_EQ(sizes.maxContent, 45_pt);
  const ParagraphMaker han = std::move(ParagraphMaker(language("zh-Hans")).text("中文，天"));
  EXPECT_EQ(layout::measureInline(han.box(), typesetter.context).minContent, 15_pt);
  EXPECT_EQ(layout::measureInline(han.box(), typesetter.context).maxContent, 40_pt);
}

// A letter is 5pt, a no-break space too; a line holds three letters with the blanks between them.
TEST(Lines, AreBrokenAtNoBreakSpacesWhereAllOfThemAreTooLong) {
  const Styling breaksWords = [](css::ComputedStyle& style) { style.overflowWrap = css::OverflowWrap::BreakWord; };
  EXPECT_EQ(broken("a\u00A0b\u00A0c\u00A0d\u00A0e", 25_pt, breaksWords),
            (std::vector<std::string>{"a\u00A0b\u00A0c\u00A0", "d\u00A0e"}));
  EXPECT_EQ(broken("ab\u00A0c d", 25_pt, breaksWords), (std::vector<std::string>{"ab\u00A0c", "d"})) << "these fit: they stay together";
  EXPECT_EQ(broken("aa 1\u00A0000\u00A0a", 25_pt, breaksWords), (std::vector<std::string>{"aa", "1\u00A0000\u00A0", "a"})) << "no number is divided";
  EXPECT_THAT(broken("a\u00A0b\u00A0c\u00A0d\u00A0e", 25_pt, kPlain), SizeIs(1)) << "where the style allows no break";
}

TEST(Lines, OfRefusedWrappingStayWhole) {
  const Styling nowrap = [](css::ComputedStyle& style) {
    style.overflowWrap = css::OverflowWrap::BreakWord;
    style.textWrapMode = css::TextWrapMode::NoWrap;
  };
  EXPECT_THAT(broken("a b c d e f", 25_pt, nowrap), SizeIs(1));
}

}  // namespace
}  // namespace octavo::test
