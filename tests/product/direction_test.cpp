// Books whose lines or pages run from the right.
#include <fstream>

#include <gtest/gtest.h>

#include "support/run.h"

namespace octavo::test {
namespace {

void write(const std::filesystem::path& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }
bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

class DirectionTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!hasProgram("unzip")) GTEST_SKIP() << "unzip is not installed";
  }
  void build(const std::string& language, const std::string& text, const std::string& css) {
    write(folder_ / "look.css", css);
    write(folder_ / "a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='" + language + "'><head><title>t</title></head><body>" + text + "</body></html>");
    const Outcome outcome = run("cd " + quoted(folder_.path()) + " && " + octavo() + " build a.xhtml --epub --style study --style look.css -o out");
    ASSERT_EQ(outcome.exitCode, 0) << outcome.output;
  }
  std::string file(const std::string& name) { return run("unzip -p " + quoted(folder_ / "out.epub") + " EPUB/" + name).output; }
  ScratchFolder folder_;
};

TEST_F(DirectionTest, AnArabicBookTurnsItsPagesToTheRight) {
  build("ar", "<h1>\xD9\x88\xD8\xB1\xD9\x82</h1><blockquote><p>\xD9\x88\xD8\xB1\xD9\x82 A4</p></blockquote>", "blockquote { margin-inline: 3em 0 }");
  EXPECT_TRUE(holds(file("package.opf"), "<spine toc=\"item-toc-ncx\" page-progression-direction=\"rtl\">")) << file("package.opf");
  EXPECT_TRUE(holds(file("chapter-1.xhtml"), "<html xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"ar\" xml:lang=\"ar\" dir=\"rtl\">"));
  EXPECT_TRUE(holds(file("nav.xhtml"), "dir=\"rtl\"")) << file("nav.xhtml");
  EXPECT_TRUE(holds(file("style.css"), "margin-right: 3em")) << "the line begins on the right, for engines that know no inline sides";
}

TEST_F(DirectionTest, PartsInAnotherDirectionHaveSheetsThatLeaveTheSideToTheEngine) {
  build("ar", "<h1>\xD9\x88\xD8\xB1\xD9\x82</h1><blockquote lang='en' dir='ltr'><p>Paper</p></blockquote>", "blockquote { margin-inline: 3em 0 }");
  const std::string chapter = file("chapter-1.xhtml");
  EXPECT_TRUE(holds(chapter, "href=\"style-horizontal-mixed.css\"")) << chapter;
  EXPECT_TRUE(holds(file("style-horizontal-mixed.css"), "margin-inline: 3em 0"));
}

TEST_F(DirectionTest, VerticalLinesFollowFromTheRight) {
  build("ja", "<h1>\xE7\xB4\x99</h1><p>\xE7\xB4\x99</p>", "html { writing-mode: vertical-rl }");
  EXPECT_TRUE(holds(file("package.opf"), "page-progression-direction=\"rtl\"")) << file("package.opf");
  const std::string css = file("style.css");
  EXPECT_TRUE(holds(css, "-epub-writing-mode: vertical-rl") && holds(css, "-webkit-writing-mode: vertical-rl")) << css;
}

}  // namespace
}  // namespace octavo::test
