// All pages of the collection are read, and what comes out is what publication.h promises.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

#include "base/utf8.h"
#include "support/golden.h"
#include "vocabulary/math_alphabets.h"
#include "vocabulary/conversion.h"
#include "vocabulary/jats/reading_support.h"
#include "vocabulary/xhtml/xhtml.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> pages() {
  std::vector<std::string> found;
  if (!fs::is_directory(sharedPath("corpus/xhtml"))) return found;
  for (const auto& entry : fs::recursive_directory_iterator(sharedPath("corpus/xhtml"))) {
    const std::string ending = entry.path().extension().string();
    if (ending == ".xhtml" || ending == ".html") {
      found.push_back(entry.path().lexically_relative(sharedPath("corpus/xhtml")).string());
    }
  }
  std::ranges::sort(found);
  return found;
}

/// How often each letter occurs, ASCII's digits and marks left out: notes are numbered anew, pages' brackets
/// go.
using Letters = std::map<char32_t, int>;

void count(std::string_view text, Letters& into) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t letter = decodeUtf8(text, at);
    const bool isAsciiLetter = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    if (isAsciiLetter || letter > 0xA0) ++into[letter];
  }
}

/// What a reader of the page sees; attributes that are text count where they are kept.
void countSeen(const dom::Element& element, bool isOutput, Letters& into) {
  const std::set<std::string> unseen{"script",     "style",          "head",   "rp",
                                     "annotation", "annotation-xml", "title",  "epub:case",
                                     "metadata",   "defs",           "select", "iframe"};
  if (unseen.contains(element.name)) return;
  if (isOutput) {
    for (const char* name : {"aria-label"}) count(element.attributeOr(name), into);
  }
  for (const auto& child : element.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      // Letters of mathematical alphabets come out as characters of their own.
      count(isOutput ? text->value : vocabulary::inMathAlphabet(text->value, element.attributeOr("mathvariant")), into);
    } else {
      countSeen(*dom::asElement(*child), isOutput, into);
    }
  }
}

class XhtmlCorpus : public ::testing::TestWithParam<std::string> {};

TEST_P(XhtmlCorpus, BecomesAChapterWithoutFaults) {
  const fs::path file = sharedPath("corpus/xhtml") / GetParam();
  SourceFiles sources;
  Diagnostics diagnostics;
  const InputFolder folder(sharedPath("corpus/xhtml"));
  const dom::Document document = xml::read(file, folder, sources, diagnostics);
  vocabulary::Article article = vocabulary::readXhtml({document, file, folder, "chapter-1", "", diagnostics});
  vocabulary::closeReferences(article, diagnostics);
  ASSERT_EQ(article.chapters.size(), 1U);
  EXPECT_FALSE(article.chapters[0].title.empty());
  const bool isWhole = std::ranges::none_of(
      diagnostics.entries(), [](const auto& entry) { return entry.diagnostic.code == "outside-article"; });
  Letters before, after;
  countSeen(*document.root, false, before);
  countSeen(*article.chapters[0].root, true, after);
  for (const auto& [letter, times] : before) {
    EXPECT_TRUE(!isWhole || after[letter] >= times)
        << times - after[letter] << " times lost: U+" << std::hex << static_cast<unsigned>(letter);
  }
  for (const std::string& fault : faultsOf(article)) {
    // Pages have classes of their own making; those of the JATS reader have a form.
    if (!fault.starts_with("odd class")) ADD_FAILURE() << fault;
  }
}

/// Names of Japanese files have the same letters once only ASCII is left.
std::string numberedName(const ::testing::TestParamInfo<std::string>& info) {
  return caseName(info) + "_" + std::to_string(info.index);
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(XhtmlCorpus);
INSTANTIATE_TEST_SUITE_P(Xhtml, XhtmlCorpus, ::testing::ValuesIn(pages()), numberedName);

}  // namespace
}  // namespace octavo::test
