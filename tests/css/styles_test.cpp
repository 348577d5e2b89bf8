#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "css_support.h"
#include "support/golden.h"

namespace octavo::css::test {
namespace {

class BuiltInStyles : public ::testing::TestWithParam<std::string> {};

TEST_P(BuiltInStyles, AreReadWithoutAWord) {
  Diagnostics diagnostics;
  builtIn(GetParam(), diagnostics);
  for (const Diagnostics::Entry& entry : diagnostics.entries()) {
    const SourcePosition& where = entry.diagnostic.where;
    ADD_FAILURE() << where.file->name << ":" << where.line << ":" << where.column << " "
                  << entry.diagnostic.message;
  }
}

INSTANTIATE_TEST_SUITE_P(Styles, BuiltInStyles,
                         ::testing::Values("default.css", "base.css", "study.css", "journal.css"),
                         octavo::test::caseName);

TEST(StudyStyle, KeepsOnePitchOfLines) {
  const Styled styled("<section lang='zh'><h2>x</h2><p id='p'>x</p><ol><li id='li'>x</li></ol></section>",
                      {"default.css", "study.css"});
  EXPECT_EQ(valueOf(*styled.style("p"), "line-height"), "17.85pt");
  EXPECT_EQ(valueOf(*styled.style("li"), "line-height"), "17.85pt");
  EXPECT_EQ(valueOf(*styled.style("p"), "text-indent"), "21pt");
  EXPECT_THAT(styled.messages(), ::testing::IsEmpty());
}

TEST(StudyStyle, IndentsByLanguage) {
  const auto indent = [](std::string_view markup) {
    return valueOf(*Styled(markup, {"default.css", "study.css"}).style("p"), "text-indent");
  };
  EXPECT_EQ(indent("<section lang='zh'><p id='p'/></section>"), "21pt");
  EXPECT_EQ(indent("<section lang='ja'><p/><p id='p'/></section>"), "10.5pt");
  EXPECT_EQ(indent("<section lang='en'><h2/><p id='p'/></section>"), "");
  EXPECT_EQ(indent("<section lang='en'><p/><p id='p'/></section>"), "15.75pt");
  EXPECT_EQ(indent("<section lang='zh'><ol><li><p id='p'/></li></ol></section>"), "");
  EXPECT_EQ(indent("<section lang='zh'><div class='verse'><p class='verse-line' id='p'/></div></section>"),
            "-21pt");
}

TEST(BaseStyle, SetsNotesInTwoRowsOnPaperAndInBracketsOnScreens) {
  const Styled styled("<p lang='ja'><span class='warichu' id='w'>x</span></p>", {"default.css", "base.css"});
  EXPECT_EQ(valueOf(*styled.style("w"), "-octavo-warichu"), "auto");
  EXPECT_EQ(valueOf(*styled.style("w"), "font-size"), "5.25pt");
  Diagnostics diagnostics;
  const std::string epub = serializeForEpub({builtIn("base.css", diagnostics)}, {});
  EXPECT_THAT(epub, ::testing::HasSubstr(".warichu::before {\n  content: \"（\";\n}"));
  EXPECT_THAT(epub, ::testing::Not(::testing::HasSubstr("-octavo-")));
}

TEST(StudyStyle, GivesTheMeasureThirtyCharactersInsideMirroredMargins) {
  const Styled styled("<p/>", {"default.css", "study.css"});
  const PageStyle left = styled.cascade().pageStyle({"", false, true, false, ""});
  const PageStyle right = styled.cascade().pageStyle({"", false, false, false, ""});
  EXPECT_EQ(left.size, (PhysicalSize{148_mm, 210_mm}));
  EXPECT_EQ(right.margin.left, 50_pt);
  EXPECT_EQ(left.margin.right, 50_pt);
  EXPECT_NEAR((right.size.width - right.margin.left - right.margin.right).toPoints(), 315, 0.001);
  EXPECT_GE((right.size.height - right.margin.top - right.margin.bottom).toPoints(), 27 * 17.85);
}

TEST(StudyStyle, HasHeadsAndFoliosWhereTheyBelong) {
  const Styled styled("<p/>", {"default.css", "study.css"});
  const auto box = [&](const PageSelector& page, MarginBox which) {
    const StylePtr style = styled.cascade().pageStyle(page).marginBoxes[static_cast<std::size_t>(which)];
    return style ? valueOf(*style, "content") : "";
  };
  EXPECT_EQ(box({"", false, true, false, ""}, MarginBox::TopLeft), "string(book-title, first-except)");
  EXPECT_EQ(box({"", false, false, false, ""}, MarginBox::TopRight), "string(chapter-title, first-except)");
  EXPECT_EQ(box({"", true, false, false, ""}, MarginBox::TopRight), "");
  EXPECT_EQ(box({"", true, false, false, ""}, MarginBox::BottomRight), "counter(page, decimal)");
  EXPECT_EQ(box({"", false, true, true, ""}, MarginBox::BottomLeft), "");
  EXPECT_EQ(box({"front", false, true, false, ""}, MarginBox::BottomLeft), "counter(page, lower-roman)");
  EXPECT_EQ(box({"front", false, true, true, ""}, MarginBox::BottomLeft), "");
}

class StyleGolden : public ::testing::TestWithParam<std::string> {};

/// `<p id="x">` and its style below, for each element with an id.
std::string dumpStyles(const Styled& styled) {
  std::string text;
  const auto visit = [&](const auto& self, const dom::Element& element) -> void {
    if (const std::string* id = element.attribute("id")) {
      text += "<" + element.name + " id=" + *id + ">\n";
      const std::string lines = dump(*styled.style(element));
      for (std::size_t at = 0; at < lines.size();) {
        const std::size_t end = lines.find('\n', at);
        text += "  " + lines.substr(at, end - at) + "\n";
        at = end + 1;
      }
    }
    for (const auto& child : element.children()) {
      if (const dom::Element* below = dom::asElement(*child)) self(self, *below);
    }
  };
  visit(visit, styled.root());
  return text;
}

TEST_P(StyleGolden, MatchesItsDump) {
  const auto path = octavo::test::testPath(GetParam());
  const std::string markup = octavo::test::readTestFile(path);
  const std::string look = path.stem().string().starts_with("journal") ? "journal.css" : "study.css";
  auto golden = path;
  golden.replace_extension(".txt");
  octavo::test::expectGolden(golden, dumpStyles(Styled(markup, {"default.css", look})));
}

INSTANTIATE_TEST_SUITE_P(Styles, StyleGolden, ::testing::ValuesIn(octavo::test::filesUnder("css", ".xhtml")),
                         octavo::test::caseName);

}  // namespace
}  // namespace octavo::css::test
