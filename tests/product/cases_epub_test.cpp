// Books that older or stricter readers must take: valid parts, nothing from outside, formulas and pictures that say what they mean.
#include <fstream>

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

/// Files of one document, the outputs made of it, and what was said.
class Book {
 public:
  void write(const std::string& name, std::string_view text) const { std::ofstream(folder_ / name, std::ios::binary) << text; }
  void writePage(std::string_view body) const {
    write("in.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>T</title></head><body><h1>H</h1>" + std::string(body) + "</body></html>");
  }
  Outcome build(const std::string& options = "", const std::string& name = "in.xhtml") const {
    return run(inFolder() + octavo() + " build " + name + " -o o " + options);
  }
  /// All files of the EPUB whose names match, one behind the other.
  std::string epub(const std::string& pattern) const { return run(inFolder() + "unzip -p o.epub '" + pattern + "'").output; }
  std::string paper() const { return run(inFolder() + "pdftotext -layout o.pdf -").output; }
  std::string inFolder() const { return "cd " + quoted(folder_.path()) + " && "; }

 private:
  ScratchFolder folder_;
};

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST(HeldBook, NoAddressOfADrawingReachesTheEpub) {
  const Book book;
  book.write("p.svg", "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><style>@im@import x;port \"http://out.example/a\"; "
                      "i{fill:ur<metadata/>l(http://out.example/b)}</style><rect fill='u\\72l(http://out.example/c)' width='3'/>"
                      "<g style=\"background:image-set('http://out.example/d' 1x)\"/><circle r='4'/><a href='#elsewhere'><path d='M0 0'/></a></svg>");
  book.writePage("<p><img src='p.svg' alt='Box'/></p>");
  const Outcome outcome = book.build();
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  EXPECT_TRUE(holds(outcome.output, "drawing-references")) << outcome.output;
  const std::string drawing = book.epub("*.svg");
  EXPECT_FALSE(holds(drawing, "out.example") || holds(drawing, "#elsewhere")) << drawing;
  EXPECT_TRUE(holds(drawing, "<circle r=\"4\"")) << drawing;
}

TEST(HeldBook, NoAddressOfAStylesheetReachesTheEpub) {
  const Book book;
  book.write("v.css", "@import 'study.css'; @import 'http://out.example/x.css'; p{background-image:url(http://out.example/a)} "
                      "h1{list-style:url(//out.example/b)} p::before{content:image-set('ftp://out.example/c' 1x)}");
  book.writePage("<p>Words.</p>");
  const Outcome outcome = book.build("--style v.css");
  for (const char* told : {"out.example/x.css", "out.example/a", "out.example/b", "out.example/c", "css-outside-address"}) {
    EXPECT_TRUE(holds(outcome.output, told)) << told << outcome.output;
  }
  EXPECT_FALSE(holds(book.epub("*.css"), "out.example"));
}

}  // namespace
}  // namespace octavo::test
