// Small BITS books beside the trees they become.
#include <gtest/gtest.h>

#include "support/golden.h"
#include "vocabulary/jats/reading_support.h"
#include "vocabulary/read_article.h"

namespace octavo::test {
namespace {

class BitsGolden : public ::testing::TestWithParam<std::string> {};

TEST_P(BitsGolden, MatchesItsDump) {
  const ArticleResult result = readArticleFile(testPath(GetParam()));
  EXPECT_TRUE(faultsOf(result.article).empty()) << faultsOf(result.article).front();
  auto golden = testPath(GetParam());
  expectGolden(golden.replace_extension(".xhtml"), dumpOf(result));
}

INSTANTIATE_TEST_SUITE_P(Bits, BitsGolden, ::testing::ValuesIn(filesUnder("vocabulary/bits", ".xml")), caseName);

}  // namespace
}  // namespace octavo::test
