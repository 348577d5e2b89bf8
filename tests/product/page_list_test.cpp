// The page list of the EPUB against the pages of the PDF that was built beside it.
#include <algorithm>
#include <map>
#include <regex>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "support/run.h"

namespace octavo::test {
namespace {

/// The text of the EPUB's chapters, cut at the marks of pages: by label. Readings, notes and formulas are left out.
std::map<std::string, std::string> textByMark(const std::string& epub) {
  std::string markup = run("unzip -p " + epub + " 'EPUB/chapter-*.xhtml'").output;
  for (const char* element : {"rt", "rp", "aside", "math", "head"}) {
    markup = std::regex_replace(markup, std::regex(std::string("<") + element + "[ >][^]*?</" + element + ">"), " ");
  }
  std::map<std::string, std::string> result;
  std::string label;
  const std::regex mark("<span id=\"[^\"]*\" epub:type=\"pagebreak\" role=\"doc-pagebreak\" aria-label=\"([^\"]*)\"></span>");
  const auto add = [&](const std::string& part) { result[label] += std::regex_replace(part, std::regex("<[^>]*>"), " "); };
  std::sregex_iterator at(markup.begin(), markup.end(), mark);
  std::string::const_iterator from = markup.cbegin();
  for (; at != std::sregex_iterator(); ++at) {
    add(std::string(from, (*at)[0].first));
    label = (*at)[1];
    from = (*at)[0].second;
  }
  add(std::string(from, markup.cend()));
  return result;
}

struct PrintedText {
  std::set<std::string> lines;  // one of them is the folio
  std::string text;             // without white space, parted words joined
};
std::vector<PrintedText> printedPages(const std::string& pdf) {
  std::vector<PrintedText> pages(1);
  std::istringstream text(run("pdftotext " + pdf + " -").output);
  for (std::string line; std::getline(text, line);) {
    for (; line.starts_with('\f'); line.erase(0, 1)) pages.emplace_back();
    pages.back().lines.insert(line);
    if (line.ends_with("\xC2\xAD")) line.resize(line.size() - 2);
    line.erase(std::remove(line.begin(), line.end(), ' '), line.end());
    pages.back().text += line;
  }
  return pages;
}

/// Words that are long enough to be found without doubt, each once in the whole text, with the label of their page.
std::map<std::string, std::string> rareWords(const std::map<std::string, std::string>& text) {
  std::map<std::string, std::vector<std::string>> found;
  const std::regex word("[A-Za-z]{8,}|(?:[\xE4-\xE9][\x80-\xBF]{2}){5}");
  for (const auto& [label, part] : text) {
    for (std::sregex_iterator at(part.begin(), part.end(), word); at != std::sregex_iterator(); ++at) found[at->str()].push_back(label);
  }
  std::map<std::string, std::string> rare;
  for (const auto& [each, labels] : found) {
    if (labels.size() == 1) rare[each] = labels.front();
  }
  return rare;
}

TEST(PageList, WordsOfTheSpecimenStandOnThePrintedPageThatTheMarkNames) {
  for (const char* program : {"pdftotext", "unzip"}) {
    if (!hasProgram(program)) GTEST_SKIP() << program << " is not installed";
  }
  const ScratchFolder folder;
  const std::string specimen = std::string(OCTAVO_SOURCE_DIR) + "/input/specimen/";
  ASSERT_EQ(run(octavo() + " build " + specimen + "booklet.xml --style study --style " + specimen + "specimen.css -o " +
                quoted(folder / "out")).exitCode, 0);
  const std::vector<PrintedText> pages = printedPages(quoted(folder / "out.pdf"));
  std::set<std::string> labels;
  int compared = 0;
  for (const auto& [word, label] : rareWords(textByMark(quoted(folder / "out.epub")))) {
    const auto holds = [&](const PrintedText& page) { return page.text.find(word) != std::string::npos; };
    if (std::ranges::count_if(pages, holds) != 1) continue;
    EXPECT_TRUE(std::ranges::find_if(pages, holds)->lines.contains(label)) << word << " is not on page " << label;
    labels.insert(label);
    ++compared;
  }
  EXPECT_GE(compared, 60);
  EXPECT_GE(labels.size(), 10U) << "the words are spread over the book";
}

TEST(PageList, AnEpubAloneHasNone) {
  if (!hasProgram("unzip")) GTEST_SKIP() << "unzip is not installed";
  const ScratchFolder folder;
  ASSERT_EQ(run(octavo() + " build " + OCTAVO_SOURCE_DIR + "/input/booklet.xml --epub -o " + quoted(folder / "out")).exitCode, 0);
  const std::string all = run("unzip -p " + quoted(folder / "out.epub") + " EPUB/nav.xhtml EPUB/package.opf").output;
  EXPECT_NE(all.find("epub:type=\"toc\""), std::string::npos);
  EXPECT_EQ(all.find("page-list"), std::string::npos);
  EXPECT_EQ(all.find("pageBreak"), std::string::npos);
}

}  // namespace
}  // namespace octavo::test
