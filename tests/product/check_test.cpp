// `octavo check`: what a build would say, and no file. `octavo explain`.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "support/run.h"

namespace octavo::test {
namespace {

using ::testing::HasSubstr;

void writeArticle(const ScratchFolder& folder, const std::string& body) {
  std::ofstream(folder / "a.xhtml") << "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>T</title></head><body>"
                                    << "<article><h1>T</h1>" << body << "</article></body></html>";
}

Outcome check(const ScratchFolder& folder, const std::string& options = {}) {
  return run("cd " + quoted(folder.path()) + " && " + octavo() + " check a.xhtml " + options);
}

TEST(Check, CountsWhatABuildWouldSayAndWritesNothing) {
  const ScratchFolder folder;
  writeArticle(folder, "<p>See <a href='#none'>there</a>. <img src='no.png' alt='x'/></p>");
  const Outcome outcome = check(folder);
  EXPECT_EQ(outcome.exitCode, 0);
  EXPECT_THAT(outcome.output, HasSubstr("0 errors, 2 warnings, 0 notes\n"));
  EXPECT_THAT(outcome.output, HasSubstr("      1  warning  image-missing"));
  EXPECT_EQ(check(folder, "--strict").exitCode, 1);
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), std::filesystem::directory_iterator()), 1);
}

TEST(Check, TellsPicturesWithFewDotsForTheirSize) {
  const ScratchFolder folder;
  std::filesystem::copy_file(std::filesystem::path(OCTAVO_SOURCE_DIR) / "input" / "images" / "frame.png", folder / "p.png");
  writeArticle(folder, "<p><img src='p.png' alt='x' /></p>");
  std::ofstream(folder / "wide.css") << "@page { size: 40in 40in } img { width: 38in }";
  EXPECT_THAT(check(folder, "--style study --style wide.css").output, HasSubstr("[resolution-low]"));
}

TEST(Check, SaysInJsonOneObjectALineAndTheSummaryLast) {
  const ScratchFolder folder;
  writeArticle(folder, "<p><a href='#none'>there</a></p>");
  std::istringstream lines(check(folder, "--diagnostics json").output);
  std::vector<nlohmann::json> objects;
  for (std::string line; std::getline(lines, line);) objects.push_back(nlohmann::json::parse(line));
  ASSERT_EQ(objects.size(), 2U);
  EXPECT_EQ(objects[0]["code"], "xref-dangling");
  EXPECT_EQ(objects[1]["summary"]["warnings"], 1);
  EXPECT_EQ(objects[1]["codes"][0]["code"], "xref-dangling");
}

TEST(Check, AndBuildHoldADocumentToASchema) {
  const ScratchFolder folder;
  writeArticle(folder, "<p>x</p>");
  std::ofstream(folder / "s.rng") << "<element name='html' xmlns='http://relaxng.org/ns/structure/1.0' ns='http://www.w3.org/1999/xhtml'>"
                                     "<optional><attribute name='lang'/></optional><element name='head'><element name='title'><text/></element>"
                                     "</element><element name='body'><text/></element></element>";
  const Outcome outcome = check(folder, "--schema s.rng --diagnostics short");
  EXPECT_EQ(outcome.exitCode, 1);
  EXPECT_THAT(outcome.output, HasSubstr("a.xhtml:1:89: error: "));
  EXPECT_THAT(outcome.output, HasSubstr("[schema-invalid]"));
  EXPECT_EQ(run("cd " + quoted(folder.path()) + " && " + octavo() + " build a.xhtml --schema s.rng").exitCode, 1);
  EXPECT_FALSE(std::filesystem::exists(folder / "a.pdf"));
  EXPECT_EQ(check(folder, "--schema none.rng").exitCode, 65);
  EXPECT_EQ(check(folder).exitCode, 0);
}

TEST(Check, EndsAsABuildWouldOnBadData) { EXPECT_EQ(run(octavo() + " check no-such-file.xml").exitCode, 65); }

TEST(Explain, TellsWhatACodeMeans) {
  const Outcome known = run(octavo() + " explain xref-dangling");
  EXPECT_EQ(known.exitCode, 0);
  EXPECT_THAT(known.output, HasSubstr("What to do: Correct the id"));
  const Outcome unknown = run(octavo() + " explain xref-danglin");
  EXPECT_EQ(unknown.exitCode, 2);
  EXPECT_THAT(unknown.output, HasSubstr("near it are xref-dangling"));
}

}  // namespace
}  // namespace octavo::test
