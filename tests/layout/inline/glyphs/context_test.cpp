// Context across elements: what a span, a link, a note call or an empty anchor must not change.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "layout/inline/paragraph_maker.h"

namespace octavo::test {
namespace {

/// The glyphs of a line from left to right, and where each begins: what must not differ.
using Setting = std::vector<std::pair<double, std::uint32_t>>;

struct Installed {
  Diagnostics diagnostics;
  std::unique_ptr<font::Collection> fonts = open(diagnostics);
  static std::unique_ptr<font::Collection> open(Diagnostics& diagnostics) {
    font::CollectionOptions options;
    options.families = readTestFile(testPath("../fonts/families.conf"));
    return font::openCollection(options, diagnostics);
  }
};

Setting settingOf(const layout::LogicalFragment& line) {
  Setting setting;
  const std::vector<double> pens = pensOf(line);
  for (const layout::PlacedLogical* placed : runsOf(line)) {
    for (const font::Glyph& glyph : runOf(*placed).glyphs) setting.emplace_back(pens[setting.size()], glyph.id);
  }
  std::ranges::stable_sort(setting);
  return setting;
}

/// How a text is cut in two by an element.
enum class Cut { None, Span, Link, NoteCall, Anchor };

void addCut(ParagraphMaker& paragraph, Cut cut, std::string_view before, std::string_view after) {
  switch (cut) {
    case Cut::None: paragraph.text(std::string(before) + std::string(after)); return;
    case Cut::Span: paragraph.text(before).open("span").text(after).close(); return;
    case Cut::Link: paragraph.open("a").text(before).close().text(after); return;
    case Cut::NoteCall: paragraph.text(before).open("a", kPlain, box::Kind::NoteCall).text(after).close(); return;
    case Cut::Anchor:
      paragraph.text(before).open("a");
      paragraph.current().anchors.push_back("here");
      paragraph.close().text(after);
      return;
  }
}

class Context : public ::testing::TestWithParam<Cut> {
 protected:
  /// The same whether the text is whole or cut, in the test font.
  void expectSame(std::string_view before, std::string_view after, const Styling& styling) {
    Typesetter typesetter;
    EXPECT_EQ(set(typesetter, GetParam(), before, after, styling), set(typesetter, Cut::None, before, after, styling));
  }
  /// The same in an installed face; false where it is missing.
  bool expectSameIn(const std::string& family, std::string_view before, std::string_view after, const Styling& styling) {
    static Installed installed;
    const font::FacePtr face = installed.fonts->primary({{family}, 400, false, "en"});
    if (!face || face->familyName() != family) return false;
    Typesetter typesetter;
    layout::Context context{*installed.fonts, typesetter.hyphenator, typesetter.images, typesetter.pageLabels,
                            typesetter.diagnostics};
    const auto setIn = [&](Cut cut) {
      ParagraphMaker paragraph(both(styling, [&](css::ComputedStyle& style) { style.fontFamilies = {family}; }));
      addCut(paragraph, cut, before, after);
      layout::Space space;
      space.available = {400_pt, Length::infinite()};
      return settingOf(*layout::layoutInline(paragraph.box(), space, nullptr, context).fragment->children[0].fragment);
    };
    EXPECT_EQ(setIn(GetParam()), setIn(Cut::None)) << before << "|" << after;
    return true;
  }

 private:
  static Setting set(Typesetter& typesetter, Cut cut, std::string_view before, std::string_view after, const Styling& styling) {
    ParagraphMaker paragraph(styling);
    addCut(paragraph, cut, before, after);
    return settingOf(*typesetter.lines(paragraph, 400_pt)->children[0].fragment);
  }
};

TEST_P(Context, MarksAreSqueezedAcrossIt) {
  expectSame("中」", "，文", language("zh-Hans"));
  expectSame("中（", "「文", language("ja"));
  expectSame("中。", "」文", language("zh-Hant"));
}

TEST_P(Context, QuotationMarksKeepTheirWidth) {
  expectSame("中文“", "中文”天", language("zh-Hans"));
  expectSame("中文“", "abc”天", language("zh-Hans"));
  expectSame("it’", "s", language("zh-Hans"));
  expectSame("don", "’t", language("en"));
}

TEST_P(Context, LettersAreKerned) {
  if (!expectSameIn("Noto Serif", "A", "V", language("en"))) GTEST_SKIP() << "Noto Serif is not installed";
  expectSameIn("Noto Serif", "T", "o", language("en"));
}

TEST_P(Context, LettersAreJoinedToLigatures) {
  if (!expectSameIn("Noto Serif", "of", "fice", language("en"))) GTEST_SKIP() << "Noto Serif is not installed";
}

TEST_P(Context, ArabicLettersAreJoined) {
  if (!expectSameIn("Noto Naskh Arabic", "\u0628\u0633", "\u0645\u0644", language("ar"))) {
    GTEST_SKIP() << "Noto Naskh Arabic is not installed";
  }
}

TEST_P(Context, IdeographsKeepTheirRegionsForm) {
  if (!expectSameIn("Noto Serif CJK SC", "直", "骨", language("ja"))) GTEST_SKIP() << "Noto Serif CJK is not installed";
}

TEST_P(Context, DashesAndEllipsesStayOneRow) {
  if (!expectSameIn("Noto Serif CJK SC", "中—", "—文", language("zh-Hans"))) {
    GTEST_SKIP() << "Noto Serif CJK is not installed";
  }
  expectSameIn("Noto Serif CJK SC", "中…", "…文", language("zh-Hans"));
}

/// A note's call takes no gap: it stands at its word.
class ContextOfText : public Context {};

TEST_P(ContextOfText, HanAndLatinKeepTheirGap) {
  expectSame("中文", "abc", language("zh-Hans"));
  expectSame("abc", "中文", language("zh-Hans"));
}

std::string nameOf(Cut cut) {
  switch (cut) {
    case Cut::None: return "None";
    case Cut::Span: return "Span";
    case Cut::Link: return "Link";
    case Cut::NoteCall: return "NoteCall";
    case Cut::Anchor: return "Anchor";
  }
  return {};
}
/// For messages.
void PrintTo(Cut cut, std::ostream* stream) { *stream << nameOf(cut); }

constexpr auto kNameOfCase = [](const ::testing::TestParamInfo<Cut>& tested) { return nameOf(tested.param); };
INSTANTIATE_TEST_SUITE_P(Elements, Context, ::testing::Values(Cut::Span, Cut::Link, Cut::NoteCall, Cut::Anchor), kNameOfCase);
INSTANTIATE_TEST_SUITE_P(Elements, ContextOfText, ::testing::Values(Cut::Span, Cut::Link, Cut::Anchor), kNameOfCase);

}  // namespace
}  // namespace octavo::test
