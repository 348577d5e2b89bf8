// All pages of the collection are read, and what comes out is what publication.h promises.
#include <algorithm>
#include <filesystem>

#include <gtest/gtest.h>

#include "support/golden.h"
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
