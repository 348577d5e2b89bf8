// Goldens of boxes: an XHTML page with its own style in, the dump of its boxes out, under the program's default sheet.
// A new case is two files and no code.
#include <gtest/gtest.h>

#include "box/box.h"
#include "css/cascade.h"
#include "support/golden.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

std::string boxesOf(const std::string& path) {
  Diagnostics diagnostics;
  SourceFiles sources;
  const InputFolder folder(testPath(path).parent_path());
  const dom::Document document = xml::read(testPath(path), folder, sources, diagnostics);
  const std::string defaults = readTestFile(std::filesystem::path(OCTAVO_SOURCE_DIR) / "styles" / "default.css");
  const dom::Element* head = dom::firstChild(*document.root, "head");
  const SourceFile& sheet = sources.add("own.css", head ? dom::textContent(*head) : std::string());
  const css::ImportLoader noImports = [](std::string_view, const SourceFile&) { return nullptr; };
  const css::Cascade cascade({css::parse(sources.add("default.css", defaults), noImports, diagnostics),
                              css::parse(sheet, noImports, diagnostics)},
                             {}, diagnostics);
  std::string result = box::dump(*box::buildBoxes({document.root.get()}, cascade, diagnostics).chapters.front());
  for (const Diagnostics::Entry& entry : diagnostics.entries()) result += entry.diagnostic.code + "\n";
  return result;
}

class BoxGolden : public ::testing::TestWithParam<std::string> {};

TEST_P(BoxGolden, MatchesItsDump) { expectGolden(testPath(GetParam()).replace_extension(".txt"), boxesOf(GetParam())); }

INSTANTIATE_TEST_SUITE_P(Box, BoxGolden, ::testing::ValuesIn(filesUnder("box", ".html")), caseName);

}  // namespace
}  // namespace octavo::test
