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

std::string cells(const std::string& name, int count, const std::string& text) {
  std::string row = "<tr>";
  for (int column = 0; column < count; ++column) row += "<" + name + ">" + text + "</" + name + ">";
  return row + "</tr>";
}

/// How often a text is on the pages, whole.
int countOf(const std::string& text, const std::string& needle) {
  int count = 0;
  for (std::size_t at = text.find(needle); at != text.npos; at = text.find(needle, at + 1)) ++count;
  return count;
}

TEST(Tables, TooWideToStandUprightAreTurnedAndNoNumberIsBroken) {
  if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  const Paper paper(xhtml("<p>Before.</p><table><thead>" + cells("th", 12, "2001") + "</thead>" + cells("td", 12, "98765.43") + "</table>"));
  EXPECT_NE(paper.messages.find("[table-turned]"), std::string::npos) << paper.messages;
  EXPECT_EQ(countOf(paper.text("-layout"), "98765.43"), 12);
}

TEST(Tables, TooWideForAnyPageAreDividedByColumnsAndNoWordIsTorn) {
  if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  const Paper paper(xhtml("<table>" + cells("th", 16, "Head") + cells("td", 16, "Strengthlessness") + "</table>"));
  EXPECT_NE(paper.messages.find("[table-divided]"), std::string::npos) << paper.messages;
  EXPECT_EQ(paper.messages.find("[table-too-wide]"), std::string::npos) << paper.messages;
  EXPECT_GE(countOf(paper.text(), "Strengthlessness"), 16) << "the first column is repeated";
}

TEST(Tables, NumbersStayWholeWhereWordsMustBreak) {
  if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  const Paper paper(xhtml("<table>" + cells("td", 14, "1234.567") + "</table>"), "@import 'study.css'; table { -octavo-turn: none }");
  const std::string text = paper.text();
  EXPECT_EQ(countOf(text, "1234.567"), 14) << text;
  EXPECT_NE(paper.messages.find("[table-too-small]"), std::string::npos) << paper.messages;
}

const std::string kJatsBegin =
    "<article dtd-version='1.3' xml:lang='en' xmlns:xlink='http://www.w3.org/1999/xlink'><front><article-meta><title-group>"
    "<article-title>T</article-title></title-group></article-meta></front><body>";

TEST(Tables, StandTurnedWhereTheirSourceAsksForIt) {
  if (!hasProgram("mutool")) GTEST_SKIP() << "mupdf-tools is not installed";
  const std::string cell = "<tbody><tr><td>LYING</td></tr></tbody>";
  const Paper jats(kJatsBegin + "<p>Up</p><table-wrap orientation='landscape'><table>" + cell + "</table></table-wrap></body></article>",
                   "", "a.xml");
  EXPECT_NE(jats.trace().find("trm=\"0 "), std::string::npos) << jats.messages;
  const Paper cals("<article xmlns='http://docbook.org/ns/docbook' version='5.0' xml:lang='en'><title>T</title><table orient='land'>"
                   "<title>C</title><tgroup cols='1'><tbody><row><entry>LYING</entry></row></tbody></tgroup></table></article>",
                   "", "a.xml");
  EXPECT_NE(cals.trace().find("trm=\"0 "), std::string::npos) << cals.messages;
}

TEST(Tables, SayWhereTheyCannotBeTurned) {
  const Paper paper(xhtml("<table><tr><td><div class='landscape'>inside</div></td></tr></table>"));
  EXPECT_NE(paper.messages.find("[not-turned]"), std::string::npos) << paper.messages;
}

/// An edge (xMin, yMin) of a word, as pdftotext tells it.
std::string placeOf(const Paper& paper, const std::string& word, const std::string& edge) {
  const std::string boxes = paper.text("-bbox");
  const std::size_t found = boxes.find(">" + word + "<");
  if (found == boxes.npos) return "no " + word;
  const std::size_t line = boxes.rfind("<word", found);
  const std::size_t at = boxes.find(edge + "=\"", line) + edge.size() + 2;
  return boxes.substr(at, boxes.find('"', at) - at);
}

TEST(Tables, HaveCaptionsAsWideAsTheMeasure) {
  if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  const Paper paper(xhtml("<table><caption>FIRST of five short words LAST</caption><tr><td>a</td><td>b</td></tr></table>"));
  EXPECT_EQ(placeOf(paper, "FIRST", "yMin"), placeOf(paper, "LAST", "yMin"));
}

TEST(Tables, AreFollowedByParagraphsIndentedAsThoseBehindOtherDisplays) {
  if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  const Paper paper(xhtml("<p>a</p><table><tr><td>b</td></tr></table><p>TABLE</p><blockquote><p>c</p></blockquote><p>QUOTE</p>"
                          "<ul><li>d</li></ul><p>LIST</p>"));
  EXPECT_EQ(placeOf(paper, "TABLE", "xMin"), placeOf(paper, "QUOTE", "xMin"));
  EXPECT_EQ(placeOf(paper, "TABLE", "xMin"), placeOf(paper, "LIST", "xMin"));
}

TEST(Pictures, TakeTheWidthOrHeightThatTheirSourceGives) {
  if (!hasProgram("mutool")) GTEST_SKIP() << "mupdf-tools is not installed";
  // 80 x 40 px; 40 px are 30 pt, and the picture keeps its shape.
  const std::string picture = "<img alt='x' src='data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAFAAAAAoAQAAAABBG0CsAAAADklEQVR42mNgGAVD"
                              "EQAAAbgAAdYa3E4AAAAASUVORK5CYII=' ";
  for (const std::string size : {"width='40'", "height='20'"}) {
    const Paper paper(xhtml("<p>" + picture + size + "/></p>"));
    EXPECT_NE(paper.trace().find("transform=\"30 0 0 15 "), std::string::npos) << paper.messages;
  }
}

}  // namespace
}  // namespace octavo::test
