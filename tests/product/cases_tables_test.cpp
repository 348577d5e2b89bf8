// Tables and pictures on paper, end to end.
#include <fstream>

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

void write(const fs::path& path, std::string_view text) { std::ofstream(path, std::ios::binary) << text; }

/// An input built to PDF in a folder of its own.
class Paper {
 public:
  explicit Paper(std::string_view source, std::string_view css = "", const std::string& name = "a.xhtml") {
    write(folder_ / name, source);
    std::string command = "cd " + quoted(folder_.path()) + " && " + octavo() + " build " + name + " --pdf -o out";
    if (!css.empty()) {
      write(folder_ / "look.css", css);
      command += " --style look.css";
    }
    const Outcome outcome = run(command);
    exitCode = outcome.exitCode;
    messages = outcome.output;
  }

  /// What mutool says of the pages: fill_path, fill_text, fill_image in the order of painting.
  std::string trace() const { return run("mutool draw -F trace " + pdf() + " 2>/dev/null").output; }
  std::string text(const std::string& options = "") const { return run("pdftotext " + options + " " + pdf() + " -").output; }

  int exitCode = -1;
  std::string messages;

 private:
  std::string pdf() const { return quoted(folder_ / "out.pdf"); }
  ScratchFolder folder_;
};

std::string xhtml(const std::string& body) {
  return "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>t</title></head><body>" + body + "</body></html>";
}

TEST(Tables, TheTintOfALaterRowLiesBelowTheTextOfACellThatReachesIntoIt) {
  if (!hasProgram("mutool")) GTEST_SKIP() << "mupdf-tools is not installed";
  const Paper paper(xhtml("<table><tr><td>A</td><td rowspan='2'>words that go on into the second row of it</td></tr>"
                          "<tr><td>B</td></tr></table>"),
                    "@import 'study.css'; td { width: 20mm } tr:nth-child(2) { background: #cdf }");
  const std::string trace = paper.trace();
  const std::size_t tint = trace.rfind("fill_path");
  ASSERT_NE(tint, std::string::npos) << paper.messages;
  EXPECT_LT(tint, trace.find("fill_text"));
}

}  // namespace
}  // namespace octavo::test
