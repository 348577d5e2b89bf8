// Whole small books: each page_*.xhtml is one, every child of its body a chapter; beside it the expected
// pages. Glyphs of the test font are half an em wide (an ideograph a whole one). Diagnostics follow the
// pages, by code.
#include "layout/book.h"

#include <gtest/gtest.h>

#include "support/golden.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

constexpr std::string_view kBaseStyle = R"(
  html, body, aside, blockquote, div, figure, h1, h2, nav, ol, p, section, ul { display: block }
  html { font-family: "Octavo Test"; font-size: 10pt; line-height: 10pt }
  li { display: list-item }
  table { display: table } thead { display: table-header-group } tbody { display: table-row-group }
  tr { display: table-row } td, th { display: table-cell }
  aside { float: footnote }
  figure, table { -octavo-float: unless-fit }
  @page { size: 120pt 80pt; margin: 10pt }
)";

/// A book and what it was made from.
struct Made {
  SourceFiles sources;
  Diagnostics diagnostics;
  dom::Document document;
  fragment::PrintedBook book;
};

std::unique_ptr<Made> layOut(const std::string& path) {
  auto made = std::make_unique<Made>();
  const InputFolder folder(testPath(path).parent_path());
  made->document = xml::read(testPath(path), folder, made->sources, made->diagnostics);
  const dom::Element& root = *made->document.root;
  const dom::Element* head = dom::firstChild(root, "head");
  const dom::Element* body = dom::firstChild(root, "body");
  EXPECT_TRUE(head && body);
  const dom::Element* style = dom::firstChild(*head, "style");
  const SourceFile& base = made->sources.add("base.css", std::string(kBaseStyle));
  const SourceFile& own = made->sources.add(path + ".css", style ? dom::textContent(*style) : "");
  const css::ImportLoader noImports = [](std::string_view, const SourceFile&) { return nullptr; };
  const css::Cascade cascade(
      {css::parse(base, noImports, made->diagnostics), css::parse(own, noImports, made->diagnostics)}, {},
      made->diagnostics);
  std::vector<const dom::Element*> chapters;
  for (const auto& child : body->children()) {
    if (const dom::Element* element = dom::asElement(*child)) chapters.push_back(element);
  }
  const box::Tree boxes = box::buildBoxes(chapters, cascade, made->diagnostics);
  font::CollectionOptions options;
  for (const char* face : {"Regular.ttf", "Bold.ttf", "Italic.ttf"}) {
    options.onlyFiles.push_back(testPath("fonts/OctavoTest-" + std::string(face)).string());
  }
  const auto fonts = font::openCollection(options, made->diagnostics);
  const text::Hyphenator hyphenator;
  const layout::ImageSizes images{{"square.png", {30_pt, 30_pt}}, {"wide.png", {400_pt, 100_pt}}};
  made->book = layout::layoutBook({boxes, cascade, *fonts, hyphenator, images}, {}, made->diagnostics);
  return made;
}

std::string dumpOf(const Made& made) {
  std::string text = dump(made.book);
  for (const Diagnostics::Entry& entry : made.diagnostics.entries()) text += entry.diagnostic.code + "\n";
  return text;
}

class BookGolden : public ::testing::TestWithParam<std::string> {};

TEST_P(BookGolden, MatchesItsDump) {
  expectGolden(testPath(GetParam()).replace_extension(".txt"), dumpOf(*layOut(GetParam())));
}

TEST_P(BookGolden, IsTheSameTwice) { EXPECT_EQ(dumpOf(*layOut(GetParam())), dumpOf(*layOut(GetParam()))); }

INSTANTIATE_TEST_SUITE_P(Book, BookGolden, ::testing::ValuesIn(filesUnder("layout/page", ".xhtml")),
                         caseName);

}  // namespace
}  // namespace octavo::test
