// Books in real readers: foliate-js in Chromium, used as a person would, and MuPDF.
#include <cstdlib>

#include <gtest/gtest.h>

#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

std::string input(const std::string& name) { return quoted(fs::path(OCTAVO_SOURCE_DIR) / "input" / name); }

/// The folder with foliate-js and playwright-core: CHECKERS_HOME's, else that of the user's cache. Empty where there is none.
fs::path modules() {
  const char* own = std::getenv("CHECKERS_HOME");
  const char* home = std::getenv("HOME");
  const fs::path folder = (own ? fs::path(own) : fs::path(home ? home : "/") / ".cache/checkers") / "node_modules";
  return fs::exists(folder / "foliate-js") && fs::exists(folder / "playwright-core") ? folder : fs::path();
}

struct Case {
  std::string name, build;  // what follows `octavo build`
  std::string word;         // that is searched for
};
void PrintTo(const Case& each, std::ostream* out) { *out << each.name; }

std::vector<Case> cases() {
  std::vector<Case> all{{"Specimen", input("specimen/booklet.xml") + " --style study --style " + input("specimen/specimen.css"), "喫茶店"},
                        {"Booklet", input("booklet.xml"), "纸浆"}};
  for (const char* device : {"kindle", "kobo", "apple", "koreader", "duokan", "old"}) {
    all.push_back({std::string("BookletFor_") + device, input("booklet.xml") + " --device " + device, "纸浆"});
  }
  return all;
}

class Readers : public ::testing::TestWithParam<Case> {
 protected:
  std::string epub() const { return quoted(folder_ / "out.epub"); }
  void SetUp() override {
    const Outcome outcome = run("cd " + quoted(folder_.path()) + " && " + octavo() + " build " + GetParam().build + " -o out");
    ASSERT_EQ(outcome.exitCode, 0) << outcome.output;
  }
  ScratchFolder folder_;
};

TEST_P(Readers, FoliateTurnsPagesFollowsContentsNotesAndPagesAndFindsWords) {
  if (modules().empty()) GTEST_SKIP() << "foliate-js and playwright-core are not installed";
  for (const char* program : {"node", "chromium"}) {
    if (!hasProgram(program)) GTEST_SKIP() << program << " is not installed";
  }
  const fs::path script = fs::path(OCTAVO_SOURCE_DIR) / "tests/external/reader.mjs";
  const Outcome outcome = run("node " + quoted(script) + " " + epub() + " " + quoted(modules()) + " \"$(command -v chromium)\" " + GetParam().word, 240);
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  EXPECT_EQ(outcome.output.find("fail "), std::string::npos) << outcome.output;
  for (const char* done : {"opening", "turning", "contents", "notes", "pages", "search", "silence"}) {
    EXPECT_NE(outcome.output.find(std::string("pass ") + done + ": "), std::string::npos) << outcome.output;
  }
  const char* notes = GetParam().name == "Specimen" ? "pass notes: 0 notes" : "pass notes: 6 notes";
  EXPECT_NE(outcome.output.find(notes), std::string::npos) << outcome.output;
}

TEST_P(Readers, MuPdfShowsEveryChapter) {
  if (!hasProgram("mutool")) GTEST_SKIP() << "mupdf-tools is not installed";
  const Outcome outcome = run("mutool draw -q -F txt " + epub());
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  const bool isSpecimen = GetParam().name == "Specimen";
  for (const char* words : isSpecimen ? std::vector<const char*>{"Where lines may end", "两个方向", "Initial letters"}
                                      : std::vector<const char*>{"一张纸的旅程", "雨の日の活版所", "How a Line Is Made"}) {
    EXPECT_NE(outcome.output.find(words), std::string::npos) << words;
  }
  // At the first selector that it does not know it drops the rest of the sheet.
  EXPECT_EQ(outcome.output.find("css syntax error"), std::string::npos) << outcome.output.substr(0, 600);
}

INSTANTIATE_TEST_SUITE_P(Books, Readers, ::testing::ValuesIn(cases()), [](const auto& each) { return each.param.name; });

}  // namespace
}  // namespace octavo::test
