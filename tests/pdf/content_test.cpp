#include "pdf/frame_painting.h"
#include "pdf/hand_made_book.h"
#include "pdf/page_painting.h"
#include "pdf/text_painting.h"

namespace octavo::pdf {
namespace {

using fragment::Fragment;
using fragment::Role;

const dom::Element& paragraph() {
  static const dom::Element element(dom::Namespace::Xhtml, "p", {});
  return element;
}

/// A page of 100 by 100pt with these fragments.
struct PageMaker {
  Fragment page;
  FontUsage fonts;

  PageMaker& add(fragment::GlyphRun run, PhysicalPoint at, Role role = Role::Content,
                 std::uint32_t order = 1) {
    Fragment made;
    made.size =
        run.vertical || run.sideways ? PhysicalSize{10_pt, widthOf(run)} : PhysicalSize{widthOf(run), 12_pt};
    made.content = std::move(run);
    made.role = role;
    made.order = order;
    if (role == Role::Content) made.source = &paragraph();
    return add(std::move(made), at);
  }
  PageMaker& add(Fragment made, PhysicalPoint at) {
    page.children.push_back({at, std::make_shared<Fragment>(std::move(made))});
    return *this;
  }
  std::string content() {
    page.size = {100_pt, 100_pt};
    fragment::PrintedBook book;
    book.pages.push_back({page.size, std::make_shared<Fragment>(page), "1", false});
    const std::vector<PagePlan> plans = planPages(book, fonts);
    return paintPage(plans[0], page.size, fonts, {}).content;
  }
};

TEST(Content, LinesOfAnElementAreOneSequenceAndOneTextObject) {
  // The test fonts' glyph ids: found through shaping, as codes of the TrueType font.
  fragment::GlyphRun a = run("a");
  std::string code;
  for (int shift = 12; shift >= 0; shift -= 4) code += "0123456789ABCDEF"[(a.glyphs[0].id >> shift) & 15];
  EXPECT_EQ(PageMaker().add(run("a"), {10_pt, 10_pt}).add(run("aa"), {10_pt, 24_pt}).content(),
            "/P <</MCID 0>> BDC\n/F0 10 Tf\nBT\n10 81 Td\n[<" + code + ">]TJ\n0 -14 Td\n[<" + code + code +
                ">]TJ\nET\nEMC\n");
}

TEST(Content, AdjustsOnlyWhereLayoutWantsAnotherAdvance) {
  fragment::GlyphRun justified = run("aa a");
  justified.glyphs[2].advance += 1_pt;                    // the blank: a tenth of an em more
  justified.glyphs[1].offsetInline = Length::units(900);  // 0.014pt: not worth a number
  const std::string content = PageMaker().add(justified, {0_pt, 0_pt}).content();
  EXPECT_NE(content.find(">-100<"), std::string::npos) << content;
  EXPECT_EQ(std::ranges::count(content, '-'), 1) << content;
}

TEST(Content, AdjustmentsDoNotAddUpTheirRounding) {
  fragment::GlyphRun spaced = run(std::string(200, 'a'));
  for (font::Glyph& glyph : spaced.glyphs) glyph.advance += Length::units(820);  // 1.25 thousandths of an em
  const std::string content = PageMaker().add(spaced, {0_pt, 0_pt}).content();
  int sum = 0;
  for (std::size_t at = content.find('['); at != std::string::npos; at = content.find('>', at + 1)) {
    if (content[at] == '>' && content[at + 1] != ']') sum += std::stoi(content.substr(at + 1));
  }
  EXPECT_NEAR(sum, -250, 3);
}

TEST(Content, GlyphsOffTheBaselineRise) {
  fragment::GlyphRun raised = run("aa");
  raised.glyphs[1].offsetBlock = 3_pt;
  const std::string content = PageMaker().add(raised, {0_pt, 0_pt}).content();
  EXPECT_NE(content.find("3 Ts\n"), std::string::npos);
  EXPECT_NE(content.find("0 Ts\n"), std::string::npos) << "the next run begins on its baseline";
}

TEST(Content, TextThatToUnicodeCannotCarryIsActualText) {
  const auto hasActualText = [](const std::string& content, std::string_view hex) {
    return content.find("/Span <</ActualText<FEFF" + std::string(hex) + ">>> BDC\n") != std::string::npos;
  };
  // The first text of a glyph goes into ToUnicode; another one cannot.
  const std::string blanks =
      PageMaker().add(run("a b"), {0_pt, 0_pt}).add(run("a\u00A0b"), {0_pt, 20_pt}).content();
  EXPECT_TRUE(hasActualText(blanks, "00A0") || run("\u00A0").glyphs[0].id != run(" ").glyphs[0].id) << blanks;
  fragment::GlyphRun hyphen = run("-");
  hyphen.text = u"\u00AD";
  EXPECT_TRUE(hasActualText(PageMaker().add(hyphen, {0_pt, 0_pt}).content(), "00AD"));
  // Two glyphs for one character.
  fragment::GlyphRun twoForOne = run("ab");
  twoForOne.text = u"x";
  twoForOne.glyphs[1].cluster = 0;
  EXPECT_TRUE(hasActualText(PageMaker().add(twoForOne, {0_pt, 0_pt}).content(), "0078"));
  // One glyph for two characters is no trouble.
  fragment::GlyphRun ligature = run("a");
  ligature.text = u"fi";
  EXPECT_EQ(PageMaker().add(ligature, {0_pt, 0_pt}).content().find("ActualText"), std::string::npos);
}

TEST(Content, RightToLeftTextStandsInTheStreamAsItIsRead) {
  // "abc d", read from the right, stands as "d cba"; the gap is wider than the blank.
  fragment::GlyphRun made = run("d cba");
  made.text = u"abc d";
  made.direction = Direction::RightToLeft;
  for (std::uint32_t i = 0; i < 5; ++i) made.glyphs[i].cluster = 4 - i;
  made.glyphs[1].advance += 2_pt;
  const auto codes = [](const fragment::GlyphRun& of, std::size_t first, std::size_t end) {
    std::string text = "[<";
    for (std::size_t i = first; i < end; ++i) {
      for (int shift = 12; shift >= 0; shift -= 4) text += "0123456789ABCDEF"[(of.glyphs[i].id >> shift) & 15];
    }
    return text + ">]TJ\n";
  };
  // The letters are 5pt wide and the run begins at 10: "cba" at 10 + 5 + 5 + 2. Each string goes from left to right.
  const std::string content = PageMaker().add(made, {10_pt, 10_pt}).content();
  const std::string_view open = "/ReversedChars BMC\n", close = "EMC\n";
  const std::size_t word = content.find(std::string(open) + codes(made, 2, 5) + std::string(close));
  const std::size_t rest = content.find(std::string(open) + codes(made, 0, 2) + std::string(close));
  ASSERT_NE(word, std::string::npos) << content;
  ASSERT_NE(rest, std::string::npos) << content;
  EXPECT_LT(word, rest) << content;
  EXPECT_NE(content.find("12 0 Td\n"), std::string::npos) << content;
  EXPECT_NE(content.find("-12 0 Td\n"), std::string::npos) << content;
  made.isSaidElsewhere = true;
  EXPECT_EQ(PageMaker().add(made, {10_pt, 10_pt}).content().find("ReversedChars"), std::string::npos);
}

TEST(Content, AnInitialLetterIsSaidWithTheWordThatItBegins) {
  fragment::GlyphRun letter = run("a"), rest = run("bc d");
  letter.isSaidElsewhere = true;
  rest.saidBefore = u"a";
  const std::string content = PageMaker().add(letter, {0_pt, 0_pt}).add(rest, {10_pt, 0_pt}).content();
  const std::size_t silent = content.find("/Span <</ActualText<FEFF>>> BDC\n");
  const std::size_t word = content.find("/Span <</ActualText<FEFF006100620063>>> BDC\n");
  ASSERT_NE(silent, std::string::npos) << content;
  ASSERT_NE(word, std::string::npos) << content;
  EXPECT_LT(silent, word);
  // The word's span ends before the space and the next word.
  EXPECT_NE(content.find("EMC\n[<", word), std::string::npos) << content;
}

TEST(Content, RunningHeadsArePaginationArtifacts) {
  EXPECT_EQ(PageMaker().add(run("a"), {10_pt, 10_pt}, Role::RunningHead).content().substr(0, 85),
            "/Artifact <</Type/Pagination/Subtype/Header/Attached[/Top]/BBox[10 78 15 90]>> BDC\n/F");
}

TEST(Content, WhatStandsInAnArtifactIsOne) {
  Fragment inner;
  inner.size = {5_pt, 12_pt};
  inner.content = run("a");
  inner.source = &paragraph();
  Fragment head;
  head.role = Role::RepeatedHead;
  head.size = {5_pt, 12_pt};
  head.children.push_back({{}, std::make_shared<Fragment>(inner)});
  const std::string content = PageMaker().add(head, {0_pt, 0_pt}).content();
  EXPECT_EQ(content.find("MCID"), std::string::npos);
  EXPECT_EQ(content.substr(0, 27), "/Artifact <</Type/Paginatio");
}

TEST(Content, TextWithoutSourceIsAnArtifact) {
  Fragment lost;
  lost.size = {5_pt, 12_pt};
  lost.content = run("a");
  EXPECT_EQ(PageMaker().add(lost, {0_pt, 0_pt}).content().substr(0, 33),
            "/Artifact <</Type/Layout>> BDC\n/F");
}

TEST(Content, VerticalRunsGoDownFromTheLinesCentre) {
  const fragment::GlyphRun vertical = run("甲乙", testFace(), true);
  const std::string content = PageMaker().add(vertical, {30_pt, 20_pt}).content();
  EXPECT_NE(content.find("35 80 Td\n[<"), std::string::npos) << content;
  EXPECT_EQ(content.find('-'), std::string::npos) << "an em a glyph, as the font has it: " << content;
}

TEST(Content, SidewaysRunsAreTurned) {
  fragment::GlyphRun sideways = run("ab");
  sideways.sideways = true;
  sideways.baseline = 8_pt;
  EXPECT_NE(PageMaker().add(sideways, {30_pt, 20_pt}).content().find("0 -1 1 0 32 80 Tm\n"),
            std::string::npos);
}

TEST(Content, ColoursAreSetOnlyWhenTheyChange) {
  fragment::GlyphRun red = run("a");
  red.color = {255, 0, 0, 255};
  const std::string content =
      PageMaker().add(red, {0_pt, 0_pt}).add(red, {0_pt, 20_pt}).add(run("a"), {0_pt, 40_pt}).content();
  EXPECT_EQ(content.find("1 0 0 rg\n"), content.rfind("1 0 0 rg\n"));
  EXPECT_NE(content.find("0 g\n"), std::string::npos) << "black needs the black ink only";
}

std::string painted(const fragment::Frame& frame) {
  ContentStream content(100_pt);
  paintFrame(frame, {{10_pt, 10_pt}, {40_pt, 20_pt}}, content);
  return content.take();
}

TEST(Frames, BackgroundsAreRectangles) {
  EXPECT_EQ(painted({{}, {255, 255, 0, 255}}), "1 1 0 rg\n10 70 40 20 re\nf\n");
}

TEST(Frames, SolidSidesMeetOnTheDiagonal) {
  const BorderLine top{2_pt, LineStyle::Solid, {}}, left{4_pt, LineStyle::Solid, {255, 255, 255, 255}};
  EXPECT_EQ(painted({{top, {}, {}, left}, {0, 0, 0, 0}}),
            "10 90 m\n50 90 l\n50 88 l\n14 88 l\nf\n1 g\n10 70 m\n10 90 l\n14 88 l\n14 70 l\nf\n");
}

TEST(Frames, DoubleSidesAreTwoThirdsOfInk) {
  EXPECT_EQ(painted({{{3_pt, LineStyle::Double, {}}, {}, {}, {}}, {0, 0, 0, 0}}),
            "10 90 m\n50 90 l\n50 89 l\n10 89 l\nf\n10 88 m\n50 88 l\n50 87 l\n10 87 l\nf\n");
}

TEST(Frames, DashesAndDotsFillTheSideFromEndToEnd) {
  // Dashes of 6pt: (40 - 6) / 12 is nearest to 3 periods, so gaps of 34 / 3 - 6.
  EXPECT_EQ(painted({{{2_pt, LineStyle::Dashed, {}}, {}, {}, {}}, {0, 0, 0, 0}}),
            "q\n2 w\n0 J\n[6 5.333] 0 d\n10 89 m\n50 89 l\nS\nQ\n");
  EXPECT_EQ(painted({{{}, {}, {}, {2_pt, LineStyle::Dotted, {}}}, {0, 0, 0, 0}}),
            "q\n2 w\n1 J\n[0 3.6] 0 d\n11 89 m\n11 71 l\nS\nQ\n");
}

TEST(Frames, HalfTransparentLinesSetAndResetTheOpacity) {
  const BorderLine faint{2_pt, LineStyle::Solid, {0, 0, 0, 128}}, full{2_pt, LineStyle::Solid, {}};
  const std::string content = painted({{faint, {}, full, {}}, {0, 0, 0, 0}});
  EXPECT_LT(content.find("/A128 gs\n"), content.find("/A255 gs\n"));
}

TEST(Frames, WavesSwingAboutTheMiddle) {
  ContentStream content(100_pt);
  paintRule({1_pt, LineStyle::Wavy, {}}, {{10_pt, 10_pt}, {6_pt, 3_pt}}, content);
  EXPECT_EQ(content.take(), "0.75 w\n10 88.5 m\n11 90.5 12 90.5 13 88.5 c\n14 86.5 15 86.5 16 88.5 c\nS\n");
}

}  // namespace
}  // namespace octavo::pdf
