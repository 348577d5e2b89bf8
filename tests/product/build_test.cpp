// The whole program, as a user runs it.
#include <fstream>

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

std::string input(const std::string& name) { return quoted(fs::path(OCTAVO_SOURCE_DIR) / "input" / name); }

void write(const fs::path& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

TEST(Build, TheSampleBookletGivesBothOutputsAndNoWarning) {
  const ScratchFolder folder;
  const Outcome outcome = run("cd " + quoted(folder.path()) + " && " + octavo() + " build " + input("booklet.xml") + " -o reader");
  EXPECT_EQ(outcome.exitCode, 0);
  EXPECT_EQ(outcome.output.find("warning:"), std::string::npos) << outcome.output;
  EXPECT_EQ(outcome.output.find("error:"), std::string::npos) << outcome.output;
  EXPECT_TRUE(readTestFile(folder / "reader.pdf").starts_with("%PDF-1.7"));
  EXPECT_TRUE(readTestFile(folder / "reader.epub").starts_with("PK"));
}

TEST(Build, EqualInputGivesEqualBytesInAnyFolderLocaleAndTime) {
  const ScratchFolder folder;
  fs::create_directories(folder / "a");
  fs::create_directories(folder / "b" / std::string("deeper"));
  const std::string build = octavo() + " build " + input("booklet.xml") + " -o out";
  ASSERT_EQ(run("cd " + quoted(folder / "a") + " && LC_ALL=C TZ=UTC " + build).exitCode, 0);
  ASSERT_EQ(run("cd " + quoted(folder / "b" / std::string("deeper")) + " && LC_ALL=C.UTF-8 TZ=Asia/Tokyo taskset -c 0 " + build).exitCode, 0);
  EXPECT_EQ(readTestFile(folder / "a" / std::string("out.pdf")), readTestFile(folder / "b" / std::string("deeper/out.pdf")));
  EXPECT_EQ(readTestFile(folder / "a" / std::string("out.epub")), readTestFile(folder / "b" / std::string("deeper/out.epub")));
}

TEST(Build, ACopyOfTheTextGivesTheWordOfAnInitialLetterWhole) {
  if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  const ScratchFolder folder;
  write(folder / "look.css", "p::first-letter { initial-letter: 2 } p { text-indent: 0 }");
  write(folder / "a.xhtml",
        "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>t</title></head><body>"
        "<p>\xE2\x80\x9COnce upon a time there was a letter so tall that two lines of text stood beside it and a third one"
        " went on below.</p><p>A letter alone has its space, which the line beside it does not show to anybody, and"
        " yet it must be there.</p><p lang='zh-Hans'>\xE4\xBB\x8E\xE5\x89\x8D\xE6\x9C\x89\xE4\xB8\xAA\xE5\xAD\x97\xE3\x80\x82</p>"
        "</body></html>");
  ASSERT_EQ(run("cd " + quoted(folder.path()) + " && " + octavo() + " build a.xhtml --style look.css --pdf -o out").exitCode, 0);
  const std::string text = run("pdftotext " + quoted(folder / "out.pdf") + " -").output;
  EXPECT_NE(text.find("\xE2\x80\x9COnce upon a time"), std::string::npos) << text;
  EXPECT_NE(text.find("A letter alone"), std::string::npos) << text;
  EXPECT_NE(text.find("\xE4\xBB\x8E\xE5\x89\x8D\xE6\x9C\x89"), std::string::npos) << text;
}

TEST(Build, AFailedBuildLeavesTheOldFilesAsTheyWere) {
  const ScratchFolder folder;
  write(folder / "a.xml", "<article><p>crossed</article></p>");
  write(folder / "a.pdf", "old");
  const Outcome outcome = run("cd " + quoted(folder.path()) + " && " + octavo() + " build a.xml");
  EXPECT_EQ(outcome.exitCode, 65);
  EXPECT_NE(outcome.output.find("a.xml:1:"), std::string::npos) << outcome.output;
  EXPECT_EQ(readTestFile(folder / "a.pdf"), "old");
  EXPECT_FALSE(fs::exists(folder / "a.epub"));
}

TEST(Build, StrictTurnsAWarningIntoAFailure) {
  const ScratchFolder folder;
  write(folder / "a.xml", "<article dtd-version='1.3' xml:lang='en'><front><article-meta><title-group><article-title>T</article-title>"
                          "</title-group></article-meta></front><body><p>some <nonesuch>words</nonesuch></p></body></article>");
  const std::string build = "cd " + quoted(folder.path()) + " && " + octavo() + " build a.xml --pdf";
  const Outcome strict = run(build + " --strict");
  EXPECT_EQ(strict.exitCode, 1);
  EXPECT_NE(strict.output.find("[unknown-element]"), std::string::npos) << strict.output;
  EXPECT_FALSE(fs::exists(folder / "a.pdf"));
  EXPECT_EQ(run(build).exitCode, 0);
  EXPECT_TRUE(fs::exists(folder / "a.pdf"));
  EXPECT_FALSE(fs::exists(folder / "a.epub")) << "only the PDF was asked for";
}

TEST(Build, WrongUseIsToldFromWrongData) {
  EXPECT_EQ(run(octavo()).exitCode, 2);
  EXPECT_EQ(run(octavo() + " build").exitCode, 2);
  EXPECT_EQ(run(octavo() + " build a.xml --trim huge").exitCode, 2);
  EXPECT_EQ(run(octavo() + " build a.xml --date yesterday").exitCode, 2);
  EXPECT_EQ(run(octavo() + " build a.xml b.xml").exitCode, 2) << "a booklet needs a name";
  EXPECT_EQ(run(octavo() + " build " + input("rain.xhtml") + " --style nonesuch").exitCode, 2);
  EXPECT_EQ(run(octavo() + " build no-such-file.xml").exitCode, 65);
}

TEST(Build, OptionsChangeMetadataAndPaper) {
  const ScratchFolder folder;
  ASSERT_EQ(run("cd " + quoted(folder.path()) + " && " + octavo() + " build " + input("rain.xhtml") +
                " -o x --trim A6 --title 'New Title' --author 'Somebody Else' --date 2020-02-03").exitCode, 0);
  if (!hasProgram("pdfinfo")) GTEST_SKIP() << "pdfinfo is not installed";
  const std::string facts = run("TZ=UTC pdfinfo -isodates " + quoted(folder / "x.pdf")).output;
  EXPECT_NE(facts.find("Title:           New Title"), std::string::npos) << facts;
  EXPECT_NE(facts.find("Somebody Else"), std::string::npos) << facts;
  EXPECT_NE(facts.find("2020-02-03T00:00:00Z"), std::string::npos) << facts;
  EXPECT_NE(facts.find("297.638 x 419.528 pts"), std::string::npos) << facts;
}

TEST(Version, NamesTheLibraries) {
  const Outcome outcome = run(octavo() + " --version");
  EXPECT_EQ(outcome.exitCode, 0);
  for (const char* library : {"HarfBuzz", "PoDoFo", "ICU", "libzip", "pugixml", "FreeType"}) {
    EXPECT_NE(outcome.output.find(library), std::string::npos) << library;
  }
}

}  // namespace
}  // namespace octavo::test
