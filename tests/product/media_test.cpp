// Film, sound and drawings: in the EPUB themselves, on paper by their words.
#include <fstream>

#include <gtest/gtest.h>

#include "support/run.h"

namespace octavo::test {
namespace {

void write(const std::filesystem::path& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

class MediaTest : public ::testing::Test {
 protected:
  void SetUp() override {
    for (const char* program : {"unzip", "pdftotext"}) {
      if (!hasProgram(program)) GTEST_SKIP() << program << " is not installed";
    }
    write(folder_ / "rain.mp3", std::string("ID3\x04\x00\x00\x00\x00\x00\x00", 10) + std::string(100, 'x'));
    write(folder_ / "film.mp4", std::string("\x00\x00\x00\x18" "ftypmp42", 12) + std::string(100, 'x'));
    write(folder_ / "map.svg", "<svg xmlns='http://www.w3.org/2000/svg'><title>A map</title><script>x</script><text>North</text></svg>");
  }
  /// The messages.
  std::string build(const std::string& name, const std::string& text) {
    write(folder_ / name, text);
    const Outcome outcome = run("cd " + quoted(folder_.path()) + " && " + octavo() + " build " + name + " -o out --diagnostics short");
    EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
    return outcome.output;
  }
  std::string onScreen() { return run("unzip -p " + quoted(folder_ / "out.epub") + " EPUB/chapter-1.xhtml EPUB/package.opf").output; }
  std::string onPaper() { return run("pdftotext -layout " + quoted(folder_ / "out.pdf") + " -").output; }
  ScratchFolder folder_;
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_F(MediaTest, FilesBesideAPageGoIntoTheEpubAndAreNamedOnPaper) {
  const std::string said = build("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>t</title></head><body>"
      "<audio src='rain.mp3'><p>Hear the rain.</p></audio><p><img src='map.svg'/></p></body></html>");
  const std::string screen = onScreen(), paper = onPaper();
  EXPECT_TRUE(holds(screen, "<source src=\"media/rain.mp3\" type=\"audio/mpeg\"/>")) << screen;
  EXPECT_TRUE(holds(screen, "href=\"media/rain.mp3\" media-type=\"audio/mpeg\"")) << screen;
  EXPECT_TRUE(holds(screen, "<img src=\"images/map.svg\" alt=\"A map\"/>")) << screen;
  EXPECT_TRUE(holds(screen, "<meta property=\"schema:accessMode\">auditory</meta>")) << screen;
  EXPECT_FALSE(holds(screen, "octavo-medium"));
  EXPECT_FALSE(holds(screen, "[audio: rain.mp3]")) << screen;
  EXPECT_TRUE(holds(paper, "[audio: rain.mp3]") && holds(paper, "Hear the rain.") && holds(paper, "[drawing: North]")) << paper;
  for (const char* code : {"media-screen-only", "active-content", "image-unsupported"}) EXPECT_TRUE(holds(said, code)) << said;
}

TEST_F(MediaTest, JatsDocBookAndTeiCarryThemToo) {
  build("a.xml", "<article xmlns:xlink='http://www.w3.org/1999/xlink'><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>"
      "<body><sec><title>S</title><media mimetype='video' xlink:href='film.mp4'><caption><p>A film</p></caption></media></sec></body></article>");
  EXPECT_TRUE(holds(onScreen(), "<source src=\"media/film.mp4\" type=\"video/mp4\"/>")) << onScreen();
  EXPECT_TRUE(holds(onPaper(), "film.mp4"));
  build("b.xml", "<article xmlns='http://docbook.org/ns/docbook'><title>T</title><mediaobject><videoobject><videodata fileref='film.mp4'/></videoobject>"
      "<textobject><phrase>A film</phrase></textobject></mediaobject></article>");
  EXPECT_TRUE(holds(onScreen(), "<source src=\"media/film.mp4\" type=\"video/mp4\"/>")) << onScreen();
  EXPECT_TRUE(holds(onPaper(), "film.mp4"));
  build("c.xml", "<TEI xmlns='http://www.tei-c.org/ns/1.0'><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt><publicationStmt><p>x</p></publicationStmt>"
      "<sourceDesc><p>x</p></sourceDesc></fileDesc></teiHeader><text><body><p>Hear <media mimeType='audio/mpeg' url='rain.mp3'/></p></body></text></TEI>");
  EXPECT_TRUE(holds(onScreen(), "<source src=\"media/rain.mp3\" type=\"audio/mpeg\"/>")) << onScreen();
  EXPECT_TRUE(holds(onPaper(), "rain.mp3"));
}

TEST_F(MediaTest, WhatIsMissingRemoteOrOfAnotherKindIsSaid) {
  write(folder_ / "odd.mp3", "RIFF and so on");
  const std::string said = build("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>t</title></head><body>"
      "<audio src='none.mp3'>one</audio><audio src='http://example.org/a.mp3'>two</audio><audio src='odd.mp3'>three</audio>"
      "<audio src='../b.mp3'>four</audio></body></html>");
  for (const char* code : {"media-missing", "media-remote", "media-unsupported"}) EXPECT_TRUE(holds(said, code)) << said;
  const std::string screen = onScreen();
  EXPECT_FALSE(holds(screen, "<audio")) << screen;
  for (const char* word : {"one", "two", "three", "four"}) EXPECT_TRUE(holds(screen, word) && holds(onPaper(), word)) << word;
}

}  // namespace
}  // namespace octavo::test
