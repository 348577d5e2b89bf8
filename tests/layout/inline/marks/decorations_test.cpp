#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/inline/paragraph_maker.h"

namespace octavo::test {
namespace {

using ::testing::DoubleEq;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;

/// The rules of a line: where they begin and how long they are, in points.
std::vector<std::pair<double, double>> rulesOf(const layout::LogicalFragment& line) {
  std::vector<std::pair<double, double>> rules;
  for (const layout::PlacedLogical& child : line.children) {
    if (!std::holds_alternative<fragment::Rule>(child.fragment->content)) continue;
    rules.emplace_back(child.at.inlineStart.toPoints(), child.fragment->size.inlineSize.toPoints());
  }
  return rules;
}
auto rule(double begin, double length) {
  return Pair(::testing::DoubleNear(begin, 0.01), ::testing::DoubleNear(length, 0.01));
}
const layout::LogicalFragment& lineOf(const layout::LogicalFragmentPtr& lines, std::size_t index = 0) {
  return *lines->children[index].fragment;
}
double topOfRule(const layout::LogicalFragment& line) {
  for (const layout::PlacedLogical& child : line.children) {
    if (std::holds_alternative<fragment::Rule>(child.fragment->content)) return child.at.blockStart.toPoints();
  }
  return -1;
}
/// The emphasis marks of a line: what they say and where their ink box begins.
std::vector<std::pair<std::string, double>> marksOf(const layout::LogicalFragment& line) {
  std::vector<std::pair<std::string, double>> marks;
  for (const layout::PlacedLogical& child : line.children) {
    const auto* run = std::get_if<fragment::GlyphRun>(&child.fragment->content);
    if (!run || child.fragment->role != fragment::Role::Decoration) continue;
    marks.emplace_back(toUtf8(run->text), child.at.blockStart.toPoints() + run->baseline.toPoints());
  }
  return marks;
}

Styling underlined(const Styling& more = kPlain) {
  return [=](css::ComputedStyle& style) {
    style.textDecoration.underline = true;
    more(style);
  };
}
Styling emphasized(std::string mark, const Styling& more = kPlain) {
  return [=](css::ComputedStyle& style) {
    style.textEmphasisMark = mark;
    style.language = "ja";
    more(style);
  };
}

TEST(Underlines, OfNeighboursStandAnEighthOfAnEmApart) {
  Typesetter typesetter;
  const Styling name = underlined([](css::ComputedStyle& style) { style.textDecoration.inset.isAuto = true; });
  ParagraphMaker paragraph(language("zh-Hans"));
  paragraph.open("u", name).text("中文").close().open("u", name).text("天").close();
  const auto lines = typesetter.lines(paragraph, 100_pt);
  // At 10pt a sixteenth at each end is 0.625pt.
  EXPECT_THAT(rulesOf(lineOf(lines)), ElementsAre(rule(0.625, 18.75), rule(20.625, 8.75)));
}

TEST(Underlines, AreInsetAtTheEndsOfTheirBoxNotOfTheLine) {
  Typesetter typesetter;
  const Styling name = underlined([](css::ComputedStyle& style) { style.textDecoration.inset = {false, 1_pt, 2_pt}; });
  ParagraphMaker paragraph(language("zh-Hans"));
  paragraph.open("u", name).text("中文天地").close();
  const auto lines = typesetter.lines(paragraph, 20_pt);
  EXPECT_THAT(rulesOf(lineOf(lines, 0)), ElementsAre(rule(1, 19)));
  EXPECT_THAT(rulesOf(lineOf(lines, 1)), ElementsAre(rule(0, 18)));
}

TEST(Underlines, SkipTheInkOfLettersButNotOfIdeographs) {
  Typesetter typesetter;
  // Through the middle of the letters, which are boxes: nothing is left but the space between the words.
  const Styling crossing = underlined([](css::ComputedStyle& style) { style.textUnderlineOffset = -2_pt; });
  ParagraphMaker latin, han;
  latin.open("u", crossing).text("bb bb").close();
  const auto skipped = typesetter.lines(latin, 100_pt);
  ASSERT_THAT(rulesOf(lineOf(skipped)), SizeIs(1));
  EXPECT_GT(rulesOf(lineOf(skipped))[0].first, 9);
  EXPECT_LT(rulesOf(lineOf(skipped))[0].second, 6);
  han.open("u", crossing).text("中文").close();
  EXPECT_THAT(rulesOf(lineOf(typesetter.lines(han, 100_pt))), ElementsAre(rule(0, 20)));
}

TEST(Underlines, SkipAllInkOrNoneWhenTold) {
  Typesetter typesetter;
  const auto with = [&](css::SkipInk skip, std::string_view text) {
    const Styling crossing = underlined([=](css::ComputedStyle& style) {
      style.textUnderlineOffset = -2_pt;
      style.textDecorationSkipInk = skip;
    });
    ParagraphMaker paragraph;
    paragraph.open("u", crossing).text(text).close();
    return rulesOf(lineOf(typesetter.lines(paragraph, 100_pt)));
  };
  EXPECT_THAT(with(css::SkipInk::None, "bb bb"), ElementsAre(rule(0, 25)));
  EXPECT_THAT(with(css::SkipInk::All, "中文"), IsEmpty());
}

TEST(Underlines, RunUnbrokenUnderLowerAndSmallerTextAtOneHeight) {
  Typesetter typesetter;
  const Styling small = [](css::ComputedStyle& style) {
    style.fontSize = 5_pt;
    style.verticalAlign = css::BaselineShift::Super;
  };
  ParagraphMaker paragraph;
  paragraph.open("u", underlined()).text("aa").open("sup", small).text("bb").close().text("cc").close();
  const auto lines = typesetter.lines(paragraph, 100_pt);
  EXPECT_THAT(rulesOf(lineOf(lines)), ElementsAre(rule(0, 25)));
}

TEST(Underlines, ClearTheEmBoxOfIdeographsAndWhatIsUnderIt) {
  Typesetter typesetter;
  const auto top = [&](const Styling& more, std::string_view text) {
    ParagraphMaker paragraph;
    paragraph.open("u", underlined(more)).text(text).close();
    const auto lines = typesetter.lines(paragraph, 100_pt);
    return topOfRule(lineOf(lines)) - lineOf(lines).baseline.toPoints();
  };
  const Styling under = [](css::ComputedStyle& style) { style.textUnderlinePosition.place = css::UnderlinePlace::Under; };
  EXPECT_NEAR(top(kPlain, "中b"), 1.4, 0.01);   // 0.12 em and a little
  EXPECT_NEAR(top(kPlain, "b"), 0.75, 0.01);    // the font's own place
  EXPECT_NEAR(top(under, "b"), 1.2, 0.01);      // the descent
}

TEST(Underlines, OfBlocksAroundReachTheParagraphsText) {
  Typesetter typesetter;
  const Styling inside = [](css::ComputedStyle& style) {
    css::DecoratingBox outer{{}, style};
    outer.decoration.underline = true;
    outer.decoration.thickness = 2_pt;
    outer.style.fontSize = 20_pt;
    style.decoratingBoxes = std::make_shared<const std::vector<css::DecoratingBox>>(std::vector{outer});
  };
  ParagraphMaker paragraph(inside);
  paragraph.text("aa ").open("b").text("bb").close();
  const auto lines = typesetter.lines(paragraph, 100_pt);
  EXPECT_THAT(rulesOf(lineOf(lines)), ElementsAre(rule(0, 25)));
  // By the outer box's font size of 20pt: its centre 2pt below the baseline.
  EXPECT_NEAR(topOfRule(lineOf(lines)) - lineOf(lines).baseline.toPoints(), 1, 0.01);
}

TEST(Emphasis, SkipsWhatItIsToldTo) {
  Typesetter typesetter;
  const auto marks = [&](css::EmphasisSkip skip) {
    ParagraphMaker paragraph(emphasized("x", [=](css::ComputedStyle& style) { style.textEmphasisSkip = skip; }));
    paragraph.text("中a，+ &");
    std::string all;
    const auto lines = typesetter.lines(paragraph, 100_pt);
    for (const auto& [text, baseline] : marksOf(lineOf(lines))) all += text;
    return all;
  };
  EXPECT_EQ(marks({}), "xxxx");                            // 中 a + &
  EXPECT_EQ(marks({true, true, true, false}), "xxx");      // not +
  EXPECT_EQ(marks({true, false, false, false}), "xxxxx");  // also ，
  EXPECT_EQ(marks({true, true, false, true}), "x");        // 中 alone
}

TEST(Emphasis, StandsOutsideAReadingOnItsSide) {
  Typesetter typesetter;
  const auto height = [&](bool isUnder) {
    ParagraphMaker paragraph(emphasized("x", [=](css::ComputedStyle& style) {
      style.textEmphasisPosition = {false, isUnder, false};
    }));
    paragraph.open("ruby", kPlain, box::Kind::Ruby).open("rb", kPlain, box::Kind::RubyBase).text("中").close();
    paragraph.open("rt", [](css::ComputedStyle& style) {
      style.fontSize = 5_pt;
      style.textEmphasisMark.clear();
    }, box::Kind::RubyText).text("ab").close().close();
    const auto lines = typesetter.lines(paragraph, 100_pt);
    return marksOf(lineOf(lines)).at(0).second - lineOf(lines).baseline.toPoints();
  };
  // Over: 0.88 em of 10pt, the reading's 5pt, then 0.12 em of the mark's 5pt. Under: nothing is in the way.
  EXPECT_NEAR(height(false), -8.8 - 5 - 0.6, 0.01);
  EXPECT_NEAR(height(true), 1.2 + 4.4, 0.01);
}

TEST(Emphasis, HasAColourOfItsOwn) {
  Typesetter typesetter;
  ParagraphMaker paragraph(emphasized("x", [](css::ComputedStyle& style) { style.textEmphasisColor = Color{255, 0, 0, 255}; }));
  paragraph.text("中");
  const auto lines = typesetter.lines(paragraph, 100_pt);
  const auto& run = std::get<fragment::GlyphRun>(lineOf(lines).children.back().fragment->content);
  EXPECT_EQ(run.color, (Color{255, 0, 0, 255}));
}

}  // namespace
}  // namespace octavo::test
