// Pages as a reader finds them: no text outside the paper, each page in its own size, and what cannot be done is said.
#include <algorithm>
#include <fstream>
#include <regex>
#include <sstream>

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

class Pages : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!hasProgram("pdftotext")) GTEST_SKIP() << "poppler-utils is not installed";
  }

  /// Builds a page of XHTML with a style of its own; what the program said.
  std::string build(const std::string& body, const std::string& style, const std::string& options = "--pdf") {
    std::ofstream(folder_ / "look.css", std::ios::binary) << "@import \"study.css\";\n" << style;
    std::ofstream(folder_ / "a.xhtml", std::ios::binary)
        << "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>t</title></head><body>" << body << "</body></html>";
    const Outcome outcome = run("cd " + quoted(folder_.path()) + " && " + octavo() + " build a.xhtml --style look.css " + options + " -o out");
    EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
    return outcome.output;
  }
  std::string text(const std::string& options = "") const {
    return run("pdftotext " + options + " " + quoted(folder_ / "out.pdf") + " -").output;
  }
  /// All words of the PDF that stand inside their page, joined.
  std::string lettersInside() const {
    std::istringstream lines(text("-bbox"));
    const std::regex page("<page width=\"([0-9.]+)\" height=\"([0-9.]+)\"");
    const std::regex word("<word xMin=\"([-0-9.]+)\" yMin=\"([-0-9.]+)\" xMax=\"([-0-9.]+)\" yMax=\"([-0-9.]+)\">(.*)</word>");
    double width = 0, height = 0;
    std::string letters;
    std::smatch found;
    for (std::string line; std::getline(lines, line);) {
      if (std::regex_search(line, found, page)) {
        width = std::stod(found[1]);
        height = std::stod(found[2]);
      } else if (std::regex_search(line, found, word)) {
        const bool isInside = std::stod(found[1]) >= 0 && std::stod(found[2]) >= 0 && std::stod(found[3]) <= width && std::stod(found[4]) <= height;
        if (isInside) letters += found[5].str();
      }
    }
    return letters;
  }
  ScratchFolder folder_;
};

TEST_F(Pages, AWordOfAnyLengthIsBrokenAndWhatFollowsIsOnThePaper) {
  for (const std::size_t length : {6500U, 20000U}) {
    const std::string said = build("<p>before " + std::string(length, 'q') + " behind</p>", "p { hyphens: none }");
    const std::string letters = lettersInside();
    EXPECT_EQ(static_cast<std::size_t>(std::ranges::count(letters, 'q')), length) << said;
    EXPECT_NE(letters.find("behind"), std::string::npos);
  }
}

TEST_F(Pages, ABoxWiderThanAnyPaperHidesNothingUnsaid) {
  for (const std::string rule : {"padding-left: 33000pt", "margin-left: 40000pt", "display: inline-block; width: 70000pt", "letter-spacing: 33000pt"}) {
    const std::string said = build("<p>before <span>in</span> behind</p>", "span { " + rule + " }");
    EXPECT_TRUE(said.find("[line-overfull]") != std::string::npos || lettersInside().find("behind") != std::string::npos) << rule << said;
  }
}

TEST_F(Pages, APageHasTheNameAndTheDepthOfItsOwnFirstContent) {
  std::string body = "<p>FIRST</p><table class='wide'><tr><td>BROAD</td></tr></table>";
  for (int number = 100; number < 220; ++number) body += "<p>word" + std::to_string(number) + " stands here among some others.</p>";
  build(body, "@page broad { size: 210mm 148mm } .wide { page: broad; margin: 10pt 0 }");
  const std::string letters = lettersInside();
  for (int number = 100; number < 220; ++number) {
    EXPECT_NE(letters.find("word" + std::to_string(number)), std::string::npos) << number;
  }
  std::istringstream lines(text("-bbox"));
  bool isBroad = false;
  int broadPages = 0;
  for (std::string line; std::getline(lines, line);) {
    std::smatch found;
    if (std::regex_search(line, found, std::regex("<page width=\"([0-9.]+)\" height=\"([0-9.]+)\""))) {
      isBroad = std::stod(found[1]) > std::stod(found[2]);
      broadPages += isBroad ? 1 : 0;
    }
    if (line.find(">BROAD<") != std::string::npos) {
      EXPECT_TRUE(isBroad);
    }
    if (line.find(">FIRST<") != std::string::npos || line.find(">word100<") != std::string::npos) {
      EXPECT_FALSE(isBroad);
    }
  }
  EXPECT_EQ(broadPages, 1);
}

TEST_F(Pages, VerticalLinesRunAcrossThePaperAndThatIsSaid) {
  for (const std::string where : {"html", "body", "p"}) {
    const std::string said = build("<p>one two three four five six</p><p>seven</p>", where + " { writing-mode: vertical-rl }", "");
    EXPECT_NE(said.find("[vertical-on-paper]"), std::string::npos) << where;
    EXPECT_NE(text("-layout").find("one two three four five six"), std::string::npos) << where;
    const std::string css = run("unzip -p " + quoted(folder_ / "out.epub") + " '*.css'").output;
    EXPECT_NE(css.find("vertical-rl"), std::string::npos) << where;
  }
}

TEST_F(Pages, APageFloatThatStaysInTheTextIsSaid) {
  EXPECT_NE(build("<p>a</p><div class='f'>b</div>", ".f { float: top }").find("[page-float-in-flow]"), std::string::npos);
}

TEST_F(Pages, WhatGivesNothingInAMarginBoxIsSaid) {
  const std::string said = build("<p>a</p>", "@page { @bottom-center { content: \"x\" leader('.') \"y\" attr(id) } }");
  EXPECT_NE(said.find("leader()"), std::string::npos) << said;
  EXPECT_NE(said.find("attr()"), std::string::npos) << said;
}

TEST_F(Pages, AShortQuestionStaysWithItsAnswer) {
  // Each length of the text before has its own page end; the question is on the page where its answer begins.
  for (int lines = 20; lines < 40; lines += 3) {
    std::string filling;
    for (int line = 0; line < lines; ++line) filling += "filling<br/>";
    build("<p>" + filling + "</p><div class='question'><p>WHY?</p></div><div class='answer'><p>SINCE many words follow one another here and"
          " go on for some lines, so that the answer may well be parted, and they go on and on until the third line is full.</p></div>", "");
    std::istringstream pages(text());
    for (std::string page; std::getline(pages, page, '\f');) {
      EXPECT_EQ(page.find("WHY?") == std::string::npos, page.find("SINCE") == std::string::npos) << lines;
    }
  }
}

TEST_F(Pages, AShortListingStaysWholeAndALongOneLeavesFourLinesOnEitherPage) {
  std::string shortOne, longOne;
  for (int line = 1; line <= 12; ++line) (line <= 7 ? shortOne : longOne) += "code" + std::to_string(line) + "\n";
  for (int before = 12; before < 26; before += 2) {
    std::string lines;
    for (int line = 0; line < before; ++line) lines += "before<br/>";
    for (const int count : {7, 12}) {
      build("<p>" + lines + "</p><pre>" + (count == 7 ? shortOne : shortOne + longOne) + "</pre><p>behind</p>", "");
      std::istringstream pages(text());
      for (std::string page; std::getline(pages, page, '\f');) {
        const std::regex code("code");
        const auto found = std::distance(std::sregex_iterator(page.begin(), page.end(), code), std::sregex_iterator());
        EXPECT_TRUE(found == 0 || found == count || (count > 7 && found >= 4)) << found << " of " << count << " behind " << before;
      }
    }
  }
}

TEST_F(Pages, TheTitleOfAFigureInBoxesStaysWithItsPicture) {
  for (int before = 12; before < 24; before += 2) {
    std::string lines;
    for (int line = 0; line < before; ++line) lines += "before<br/>";
    build("<p>" + lines + "</p><div class='figure'><div class='figure-contents'><p>in<br/>the<br/>picture</p></div>"
          "<p class='title'>Plate</p></div><p>behind</p>", "");
    std::istringstream pages(text());
    for (std::string page; std::getline(pages, page, '\f');) {
      EXPECT_EQ(page.find("Plate") == std::string::npos, page.find("the\n") == std::string::npos) << before << page;
    }
  }
}

TEST_F(Pages, TextThatStandsOutsideThePaperIsSaid) {
  const std::string said = build("<ol start='3888' style='list-style-type: upper-roman'><li>first</li></ol>",
                                 "ol { margin: 0; padding: 0; font-size: 24pt } @page { margin: 5mm }");
  EXPECT_NE(said.find("[text-off-paper]"), std::string::npos) << said;
}

}  // namespace
}  // namespace octavo::test
