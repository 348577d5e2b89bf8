// Small documents beside the trees they become.
#include <gtest/gtest.h>

#include "support/golden.h"
#include "vocabulary/docbook/reading_support.h"
#include "vocabulary/jats/reading_support.h"

namespace octavo::test {
namespace {

class DocBookGolden : public ::testing::TestWithParam<std::string> {};

TEST_P(DocBookGolden, MatchesItsDump) {
  const DocBookResult result = readDocBookFile(testPath(GetParam()));
  EXPECT_TRUE(faultsOf(result.article).empty()) << faultsOf(result.article).front();
  auto golden = testPath(GetParam());
  expectGolden(golden.replace_extension(".xhtml"), dumpOf(result));
}

INSTANTIATE_TEST_SUITE_P(DocBook, DocBookGolden, ::testing::ValuesIn(filesUnder("vocabulary/docbook", ".xml")), caseName);

}  // namespace
}  // namespace octavo::test
