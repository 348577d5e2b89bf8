// Goldens of layout: an XHTML page with its own style in, the fragments' dump out. A new case is two files and no code.
//
// <html data-measure="200"> is the measure in points (200 where it is missing); pictures "square.png" (100pt by 100pt)
// and "wide.png" (400pt by 100pt) exist. Diagnostics follow the fragments, by code.
#include <gtest/gtest.h>

#include <cstdlib>

#include "css/cascade.h"
#include "layout/contract.h"
#include "layout/table/reduced.h"
#include "support/golden.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

/// What every case begins with: a line is 12pt high, a Latin letter 5pt wide, an ideograph 10pt.
constexpr std::string_view kBaseStyle = R"(
  html, body, address, article, aside, blockquote, dd, div, dl, dt, figure, figcaption, footer, h1, h2, h3, header, hr,
  main, nav, ol, p, pre, section, ul { display: block }
  head, style, title { display: none }
  html { font-family: "Octavo Test"; font-size: 10pt; line-height: 12pt }
  li { display: list-item }
  ol { list-style-type: decimal } ul { list-style-type: disc }
  table { display: table } caption { display: table-caption } colgroup { display: table-column-group }
  col { display: table-column } thead { display: table-header-group } tbody { display: table-row-group }
  tfoot { display: table-footer-group } tr { display: table-row } td, th { display: table-cell }
  b, strong { font-weight: bold } i, em { font-style: italic }
  ruby { display: ruby } rt { display: ruby-text } rp { display: none }
)";

struct LaidOut {
  std::string fragments;
  std::string diagnostics;
};

const dom::Element& require(const dom::Element& parent, std::string_view name) {
  const dom::Element* child = dom::firstChild(parent, name);
  EXPECT_TRUE(child) << "a layout case needs <" << name << ">";
  return child ? *child : parent;
}

LaidOut layOut(const std::string& path) {
  Diagnostics diagnostics;
  SourceFiles sources;
  const InputFolder folder(testPath(path).parent_path());
  const dom::Document document = xml::read(testPath(path), folder, sources, diagnostics);
  const dom::Element& root = *document.root;
  const SourceFile& base = sources.add("base.css", std::string(kBaseStyle));
  std::string own;
  if (const dom::Element* style = dom::firstChild(require(root, "head"), "style")) own = dom::textContent(*style);
  const SourceFile& sheet = sources.add(path + ".css", own);
  const css::ImportLoader noImports = [](std::string_view, const SourceFile&) { return nullptr; };
  const css::Cascade cascade({css::parse(base, noImports, diagnostics), css::parse(sheet, noImports, diagnostics)}, {},
                             diagnostics);
  const box::Tree tree = box::buildBoxes({&root}, cascade, diagnostics);

  font::CollectionOptions options;
  for (const char* face : {"Regular.ttf", "Bold.ttf", "Italic.ttf"}) {
    options.onlyFiles.push_back(testPath("fonts/OctavoTest-" + std::string(face)).string());
  }
  const auto fonts = font::openCollection(options, diagnostics);
  const text::Hyphenator hyphenator;
  const layout::ImageSizes images{{"square.png", {100_pt, 100_pt}}, {"wide.png", {400_pt, 100_pt}}};
  const layout::PageLabels labels{{"here", "12"}};
  layout::ReducedTables reducedTables;
  layout::Context context{*fonts, hyphenator, images, labels, diagnostics, &reducedTables};
  layout::Space space;
  const std::string measure(root.attributeOr("data-measure", "200"));
  space.available = {Length::points(std::atof(measure.c_str())), Length::infinite()};
  space.writingMode = tree.chapters.front()->style->writingMode;

  LaidOut laid;
  laid.fragments = layout::dump(*layout::layoutBox(*tree.chapters.front(), space, nullptr, context).fragment);
  for (const Diagnostics::Entry& entry : diagnostics.entries()) laid.diagnostics += entry.diagnostic.code + "\n";
  return laid;
}

class LayoutGolden : public ::testing::TestWithParam<std::string> {};

TEST_P(LayoutGolden, MatchesItsDump) {
  const LaidOut laid = layOut(GetParam());
  expectGolden(testPath(GetParam()).replace_extension(".txt"), laid.fragments + laid.diagnostics);
}

INSTANTIATE_TEST_SUITE_P(Layout, LayoutGolden, ::testing::ValuesIn(filesUnder("layout", ".html")), caseName);

}  // namespace
}  // namespace octavo::test
