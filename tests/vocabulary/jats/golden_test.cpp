// Small articles beside the trees they become.
#include <gtest/gtest.h>

#include "support/golden.h"
#include "vocabulary/jats/reading_support.h"

namespace octavo::test {
namespace {

std::string dumpOf(const JatsResult& result) {
  std::string text;
  for (const auto& chapter : result.article.chapters) text += dom::dump(*chapter.root);
  for (const auto& entry : result.diagnostics.entries()) {
    text += entry.diagnostic.code + " line " + std::to_string(entry.diagnostic.where.line);
    if (!entry.diagnostic.subject.empty()) text += " (" + entry.diagnostic.subject + ")";
    text += "\n";
  }
  return text;
}

class JatsGolden : public ::testing::TestWithParam<std::string> {};

TEST_P(JatsGolden, MatchesItsDump) {
  const JatsResult result = readJatsFile(testPath(GetParam()));
  EXPECT_TRUE(faultsOf(result.article).empty());
  auto golden = testPath(GetParam());
  expectGolden(golden.replace_extension(".xhtml"), dumpOf(result));
}

INSTANTIATE_TEST_SUITE_P(Jats, JatsGolden, ::testing::ValuesIn(filesUnder("vocabulary/jats", ".xml")), caseName);

}  // namespace
}  // namespace octavo::test
