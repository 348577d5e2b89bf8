// Outside judges on what the program makes: EPUBCheck, qpdf and poppler.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

constexpr const char* kEpubCheck = "/usr/share/java/epubcheck.jar";

std::string sample(const std::string& name) { return (fs::path(OCTAVO_SOURCE_DIR) / "input" / name).string(); }

/// Documents to build: ours, and the user's where the corpora are there.
std::vector<std::string> documents() {
  std::vector<std::string> found{sample("booklet.xml"), sample("paper.xml"), sample("rain.xhtml"), sample("line.xml")};
  if (hasShared()) {
    found.push_back(sharedPath("corpus/user/speech.jats.xml").string());
    found.push_back(sharedPath("corpus/user/speech.xhtml").string());
    found.push_back(sharedPath("corpus/jats/own/study-ja.xml").string());
  }
  return found;
}

/// Errors and warnings, a line each. EPUBCheck 4.2.6 knows EPUB 3.2: the property that EPUB Accessibility 1.1 asks for
/// beside a page list (section 4.1.2) is no fault.
std::string faultsIn(const std::string& output) {
  std::istringstream lines(output);
  std::string faults;
  for (std::string line; std::getline(lines, line);) {
    const bool isFault = line.starts_with("ERROR") || line.starts_with("WARNING") || line.starts_with("FATAL");
    if (isFault && line.find("Undefined property: \"pageBreakSource\"") == std::string::npos) faults += line + "\n";
  }
  return faults;
}

class Judges : public ::testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    const Outcome outcome = run("cd " + quoted(folder_.path()) + " && " + octavo() + " build " + quoted(fs::path(GetParam())) + " -o out");
    ASSERT_EQ(outcome.exitCode, 0) << outcome.output;
  }
  ScratchFolder folder_;
};

TEST_P(Judges, EpubCheckFindsNothing) {
  if (!fs::exists(kEpubCheck) || !hasProgram("java")) GTEST_SKIP() << "EPUBCheck is not installed";
  const Outcome outcome = run(std::string("java -jar ") + kEpubCheck + " " + quoted(folder_ / "out.epub"), 180);
  EXPECT_NE(outcome.output.find("EPUBCheck completed"), std::string::npos) << outcome.output;
  EXPECT_EQ(faultsIn(outcome.output), "");
}

TEST_P(Judges, QpdfFindsNothing) {
  if (!hasProgram("qpdf")) GTEST_SKIP() << "qpdf is not installed";
  const Outcome outcome = run("qpdf --check " + quoted(folder_ / "out.pdf"));
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
}

TEST_P(Judges, PopplerSeesATaggedPdfWithEmbeddedFontsAndDrawsItWithoutAWord) {
  if (!hasProgram("pdfinfo")) GTEST_SKIP() << "poppler-utils is not installed";
  const std::string pdf = quoted(folder_ / "out.pdf");
  EXPECT_NE(run("pdfinfo " + pdf).output.find("Tagged:          yes"), std::string::npos);
  const Outcome fonts = run("pdffonts " + pdf + " | tail -n +3 | awk '{print $(NF-4), $(NF-3), $(NF-2)}' | sort -u");
  EXPECT_EQ(fonts.output, "yes yes yes\n") << "embedded, subset, with a Unicode map";
  const Outcome drawn = run("pdftoppm -r 40 -png " + pdf + " " + quoted(folder_ / "page"), 120);
  EXPECT_EQ(drawn.output, "");
}

INSTANTIATE_TEST_SUITE_P(Documents, Judges, ::testing::ValuesIn(documents()),
                         [](const ::testing::TestParamInfo<std::string>& document) {
                           std::string name = fs::path(document.param).filename().string();
                           for (char& c : name) c = std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
                           return name;
                         });

}  // namespace
}  // namespace octavo::test
