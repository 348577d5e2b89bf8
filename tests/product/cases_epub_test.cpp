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
  EXPECT_TRUE(holds(drawing, "<circle r=\"4\"") && holds(drawing, "<g><path")) << drawing;
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

std::string math(const std::string& content) { return "<math xmlns='http://www.w3.org/1998/Math/MathML'>" + content + "</math>"; }

/// The formula in one line, as paper has it.
std::string onPaper(const std::string& content) {
  const Book book;
  book.writePage("<p>Here: " + math(content) + " :end</p>");
  if (book.build("--pdf").exitCode != 0) return "no book";
  const std::string text = book.paper();
  const std::size_t begin = text.find("Here: ") + 6;
  return text.substr(begin, text.find(" :end") - begin);
}

TEST(FormulasOnPaper, KeepTheirMeaningByBrackets) {
  const std::string a = "<mi>a</mi>", b = "<mi>b</mi>", c = "<mi>c</mi>";
  const auto over = [](const std::string& above, const std::string& below) { return "<mfrac>" + above + below + "</mfrac>"; };
  EXPECT_EQ(onPaper(over(a, over(b, c))), "a/(b/c)");
  EXPECT_EQ(onPaper(over(over(a, b), c)), "(a/b)/c");
  EXPECT_TRUE(holds(onPaper("<msup>" + over(a, b) + "<mn>2</mn></msup>"), "(a/b)"));
  EXPECT_TRUE(holds(onPaper("<msup><msup>" + a + "<mn>2</mn></msup><mn>3</mn></msup>"), "(a"));
  EXPECT_EQ(onPaper("<mrow>" + over(a, b) + c + "</mrow>"), "(a/b)c");
  EXPECT_EQ(onPaper(over(a, "<mrow>" + b + c + "</mrow>")), "a/(bc)");
  EXPECT_EQ(onPaper("<mrow><mo>(</mo><mfrac linethickness='0'>" + a + b + "</mfrac><mo>)</mo></mrow>"), "(a¦b)");
  EXPECT_EQ(onPaper("<msqrt>" + a + "</msqrt>"), "√a");
  EXPECT_TRUE(holds(onPaper("<msqrt>" + a + "<mo>/</mo>" + b + "</msqrt>"), "√(a"));
}

TEST(FormulasOnPaper, HaveNoPhantomsAndTheirOwnFences) {
  EXPECT_EQ(onPaper("<mfenced open='[' close=')' separators=';'><mi>a</mi><mi>b</mi></mfenced>"), "[a; b)");
  EXPECT_EQ(onPaper("<mfenced open='|' close='|'><mi>x</mi></mfenced>"), "|x|");
  EXPECT_EQ(onPaper("<mphantom><mi>q</mi></mphantom><mi>z</mi>"), "z");
  const std::string nuclide = onPaper("<mmultiscripts><mi>C</mi><mprescripts/><mn>6</mn><mn>14</mn></mmultiscripts><mo>+</mo><mi>x</mi>");
  EXPECT_LT(nuclide.find("14"), nuclide.find("C")) << nuclide;
}

TEST(FormulasInTheEpub, AreOfWhatReadersKnowAndValid) {
  const Book book;
  book.writePage("<p>" + math("<mfenced open='[' close=')' separators=';'><mi>a</mi><mi>b</mi></mfenced><mtable><mlabeledtr><mtd><mtext>(1)</mtext></mtd><mtd><mi>c</mi></mtd></mlabeledtr></mtable>"
                                "<mtext>if <b xmlns='http://www.w3.org/1999/xhtml'>always</b></mtext><mspace width='0.3.em'/><mo stretchy='maybe' mathcolor='reddish'>+</mo><mfrac><mi>d</mi></mfrac>"
                                "<msup><mi>x</mi><mn>1</mn><mn>2</mn></msup>loose<apply><ci>y</ci></apply><mmultiscripts><mi>R</mi><mi>i</mi><mprescripts/><mi>j</mi></mmultiscripts>"
                                "<mi mathvariant='double-struck'>R</mi><mtr><mi>t</mi></mtr>") + "</p>");
  const Outcome outcome = book.build();
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  EXPECT_TRUE(holds(outcome.output, "[math-malformed]"));
  const std::string chapter = book.epub("*chapter-1.xhtml");
  for (const char* gone : {"mfenced", "mlabeledtr", "0.3.em", "maybe", "reddish", "data-octavo", "ci>"}) EXPECT_FALSE(holds(chapter, gone)) << gone << chapter;
  for (const char* kept : {">[</mo>", ">;</mo>", ">)</mo>", "<mtext>if always</mtext>", "<mtext>loose</mtext>", "ℝ", "<mi>y</mi>"}) EXPECT_TRUE(holds(chapter, kept)) << kept << chapter;
  EXPECT_TRUE(holds(book.paper(), "always"));
}

TEST(DefinitionLists, HoldTheirGroupsInTurnsOrInDivs) {
  const Book book;
  book.writePage("<dl><div><dt>Keel</dt><dd>beam</dd></div><div><dt>Mast</dt><dt>Pole</dt><dd>upright</dd></div></dl>"
                 "<dl><dt>Sail</dt><dd>cloth</dd><div><div><dt>Oar</dt><dd>wood</dd></div></div></dl><div><dt>Loose</dt></div>");
  EXPECT_EQ(book.build().exitCode, 0);
  const std::string chapter = book.epub("*chapter-1.xhtml");
  EXPECT_TRUE(holds(chapter, "<dl><div><dt>Keel</dt><dd>beam</dd></div><div><dt>Mast</dt><dt>Pole</dt><dd>upright</dd></div></dl>")) << chapter;
  EXPECT_TRUE(holds(chapter, "<dl><dt>Sail</dt><dd>cloth</dd><dt>Oar</dt><dd>wood</dd></dl>")) << chapter;
  EXPECT_TRUE(holds(chapter, "<dl><dt>Loose</dt><dd></dd></dl>") || holds(chapter, "<dl><dt>Loose</dt><dd/></dl>")) << chapter;
}

}  // namespace
}  // namespace octavo::test
