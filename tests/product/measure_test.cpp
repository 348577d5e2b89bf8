// `octavo measure`: figures of the pages, and the promise the sample booklet keeps.
#include <gtest/gtest.h>

#include <fstream>

#include "support/golden.h"
#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

/// The number behind a row's name.
double figure(const std::string& report, const std::string& row) {
  const std::size_t at = report.find("\n" + row);
  EXPECT_NE(at, std::string::npos) << row << "\n" << report;
  return at == std::string::npos ? -1 : std::stod(report.substr(at + 1 + row.size()));
}

TEST(Measure, TheSampleBookletHasNoFaultAtALineEdge) {
  const fs::path booklet = fs::path(OCTAVO_SOURCE_DIR) / "input" / "booklet.xml";
  const Outcome outcome = run(octavo() + " measure " + quoted(booklet));
  ASSERT_EQ(outcome.exitCode, 0) << outcome.output;
  EXPECT_GT(figure(outcome.output, "justified lines  "), 80);
  EXPECT_EQ(figure(outcome.output, "kinsoku faults"), 0);
  EXPECT_EQ(figure(outcome.output, "justified lines off the edge by over 0.01 pt"), 0);
  EXPECT_EQ(figure(outcome.output, "last lines of one character"), 0);
}

TEST(Measure, TheSpecimenHasNoFaultThatItDoesNotShow) {
  const fs::path specimen = fs::path(OCTAVO_SOURCE_DIR) / "input" / "specimen";
  const Outcome outcome = run(octavo() + " measure " + quoted(specimen / "booklet.xml") + " --structure faultless --style study --style " +
                              quoted(specimen / "specimen.css"));
  ASSERT_EQ(outcome.exitCode, 0) << outcome.output;
  EXPECT_GT(figure(outcome.output, "justified lines  "), 60);
  EXPECT_EQ(figure(outcome.output, "kinsoku faults"), 0) << outcome.output;
  EXPECT_EQ(figure(outcome.output, "justified lines off the edge by over 0.01 pt"), 0) << outcome.output;
}

TEST(Measure, WritesNoFile) {
  const ScratchFolder folder;
  std::ofstream(folder / "a.xhtml") << "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><body><p>One word.</p></body></html>";
  ASSERT_EQ(run("cd " + quoted(folder.path()) + " && " + octavo() + " measure a.xhtml").exitCode, 0);
  EXPECT_EQ(std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator()), 1);
}

TEST(Measure, AMissingFileIsBadData) { EXPECT_EQ(run(octavo() + " measure no-such-file.xml").exitCode, 65); }

}  // namespace
}  // namespace octavo::test
