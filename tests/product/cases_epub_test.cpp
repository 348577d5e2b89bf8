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

TEST(Captions, HoldTablesInAnyVocabularyAndAtAnyDepth) {
  const Book book;
  const std::string table = "<table><tr><th>pears</th><td>forty</td></tr></table>";
  for (const std::string& body : {
           "<figure><figcaption>Yield" + table + "</figcaption></figure>", "<figure><figcaption><div><div>" + table + "</div></div></figcaption><p>x</p></figure>",
           "<figure><figcaption>Yield" + table + "</figcaption><table><tr><td>apples</td></tr></table></figure>",
           "<table><caption>Yield <div>" + table + "</div></caption><tr><td>apples</td></tr></table>",
           "<figure><figcaption><figure>" + table + "<figcaption>In</figcaption></figure></figcaption></figure>"}) {
    book.writePage(body);
    const Outcome outcome = book.build();
    EXPECT_EQ(outcome.exitCode, 0) << body << outcome.output;
    EXPECT_TRUE(holds(book.paper(), "pears") && holds(book.paper(), "forty")) << body << book.paper();
    EXPECT_TRUE(holds(book.epub("*.xhtml"), "forty")) << body;
  }
  book.write("a.xml", "<article dtd-version='1.3' xml:lang='en'><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>"
                      "<body><fig><caption><p>Yield</p><p><table-wrap>" + table + "</table-wrap></p></caption></fig></body></article>");
  EXPECT_EQ(book.build("", "a.xml").exitCode, 0);
  EXPECT_TRUE(holds(book.paper(), "forty"));
  book.write("d.xml", "<article xmlns='http://docbook.org/ns/docbook' version='5.0' xml:lang='en'><title>T</title><figure><title>F</title><caption><para>Yield</para><informaltable><tr><td>forty</td></tr></informaltable></caption></figure></article>");
  EXPECT_EQ(book.build("", "d.xml").exitCode, 0);
  EXPECT_TRUE(holds(book.paper(), "forty"));
}

}  // namespace
}  // namespace octavo::test
