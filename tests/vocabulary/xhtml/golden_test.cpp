// Small pages beside the publications they become.
#include "support/golden.h"

#include <gtest/gtest.h>

#include "vocabulary/booklet.h"

namespace octavo::test {
namespace {

std::string dumpOf(const std::filesystem::path& file) {
  SourceFiles sources;
  Diagnostics diagnostics;
  const std::vector<std::filesystem::path> inputs{file};
  std::string text = publication::dump(vocabulary::readPublication(inputs, {}, sources, diagnostics));
  for (const auto& [diagnostic, count] : diagnostics.entries()) {
    text += diagnostic.code + " " + std::to_string(diagnostic.where.line) + ":" +
            std::to_string(diagnostic.where.column);
    if (count > 1) text += " x" + std::to_string(count);
    text += "\n";
  }
  return text;
}

class XhtmlGolden : public ::testing::TestWithParam<std::string> {};

TEST_P(XhtmlGolden, MatchesItsDump) {
  auto golden = testPath(GetParam());
  expectGolden(golden.replace_extension(".xhtml"), dumpOf(testPath(GetParam())));
}

INSTANTIATE_TEST_SUITE_P(Xhtml, XhtmlGolden, ::testing::ValuesIn(filesUnder("vocabulary/xhtml", ".xml")),
                         caseName);

}  // namespace
}  // namespace octavo::test
