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

TEST(Captions, OfTablesHoldNoTableInTheEpub) {
  const Book book;
  book.writePage("<table><caption>Yield <div><table><tr><td>inner</td></tr></table></div></caption><tr><td>outer</td></tr></table>");
  ASSERT_EQ(book.build("--epub").exitCode, 0);
  const std::string chapter = book.epub("*.xhtml");
  EXPECT_LT(chapter.find("inner"), chapter.find("<caption>")) << chapter;
  EXPECT_LT(chapter.find("<caption>"), chapter.find("outer")) << chapter;
  EXPECT_FALSE(holds(chapter, "<div></div>")) << chapter;
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

/// A picture of one colour, as PNG.
std::string dot() {
  return "iVBORw0KGgoAAAANSUhEUgAAAAQAAAADCAIAAAA7ljmRAAAAEElEQVR42mM4oCAARww4OQDjxwtBtVnA2wAAAABJRU5ErkJggg==";
}

void writeDot(const Book& book, const std::string& name) {
  book.write(name + ".txt", dot());
  run(book.inFolder() + "base64 -d " + name + ".txt > " + name);
}

TEST(Pictures, ThatTheirAddressHoldsAreShownInAnyVocabulary) {
  const Book book;
  const std::string address = "data:image/png;base64," + dot();
  book.writePage("<p><img src='" + address + "' alt='a'/><img src='data:image/png;base64,AAAA*' alt='broken one'/>"
                 "<img src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Ctext%3EKiln%3C/text%3E%3C/svg%3E\" alt='svg'/></p>");
  const Outcome outcome = book.build();
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  EXPECT_TRUE(holds(outcome.output, "[image-broken]"));
  EXPECT_FALSE(holds(book.epub("*chapter-1.xhtml"), "base64"));
  EXPECT_TRUE(holds(run(book.inFolder() + "pdfimages -list o.pdf").output, "image       4     3")) << run(book.inFolder() + "pdfimages -list o.pdf").output;
  EXPECT_TRUE(holds(book.paper(), "broken one") && holds(book.paper(), "Kiln"));
  EXPECT_FALSE(holds(book.paper(), "iVBOR"));
  book.write("a.xml", "<article xmlns:xlink='http://www.w3.org/1999/xlink' xml:lang='en'><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>"
                      "<body><p><inline-graphic xlink:href='" + address + "'/></p></body></article>");
  EXPECT_EQ(book.build("", "a.xml").exitCode, 0);
  EXPECT_TRUE(holds(run(book.inFolder() + "pdfimages -list o.pdf").output, "image       4     3"));
}

TEST(Pictures, ThatAreMissingGiveWayToTheirWords) {
  const Book book;
  book.writePage("<figure><img src='gone.png' alt='A red kettle'/><figcaption>Fig</figcaption></figure>");
  EXPECT_EQ(book.build().exitCode, 0);
  EXPECT_TRUE(holds(book.paper(), "A red kettle"));
  EXPECT_TRUE(holds(book.epub("*chapter-1.xhtml"), ">[A red kettle]<"));
}

TEST(Pictures, InAFrameOfSvgAreThePictures) {
  const Book book;
  writeDot(book, "p.png");
  const std::string svg = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 4 3'>";
  book.writePage("<div>" + svg + "<title>Plate</title><image width='4' height='3' xlink:href='p.png'/></svg></div><p>" + svg +
                 "<image href='p.png'/><text>over</text></svg></p><p>" + svg + "<title>Lost plate</title><image href='none.png'/></svg></p>");
  const Outcome outcome = book.build();
  EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
  EXPECT_TRUE(holds(run(book.inFolder() + "pdfimages -list o.pdf").output, "image       4     3"));
  EXPECT_TRUE(holds(book.epub("*chapter-1.xhtml"), "<img src=\"images/p.png\" alt=\"Plate\"")) << book.epub("*chapter-1.xhtml");
  EXPECT_TRUE(holds(book.epub("*.svg"), "href=\"data:image/png;base64,iVBOR")) << book.epub("*.svg");
  EXPECT_TRUE(holds(book.paper(), "over") && holds(book.paper(), "[Lost plate]")) << book.paper();
}

TEST(Pictures, ThatPagesLoadLateAreFound) {
  const Book book;
  writeDot(book, "p.png");
  for (const char* picture : {"<img src='blank.gif' data-src='p.png' alt='a'/><noscript><img src='p.png' alt='a'/></noscript>", "<img srcset='none.png 1x, p.png 2x' alt='a'/>",
                              "<picture><source srcset='p.png 800w, none.png 1600w'/><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw=' alt='a'/></picture>"}) {
    book.writePage("<p>" + std::string(picture) + "</p>");
    const Outcome outcome = book.build();
    EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
    const std::string chapter = book.epub("*chapter-1.xhtml");
    const std::size_t first = chapter.find("images/p.png");
    EXPECT_NE(first, std::string::npos) << picture << outcome.output;
    EXPECT_EQ(chapter.find("images/p.png", first + 1), std::string::npos) << picture;
  }
}

TEST(Pictures, NamedByIdentifiersAreToldOnce) {
  const Book book;
  book.write("a.xml", "<article xmlns:xlink='http://www.w3.org/1999/xlink' xml:lang='en'><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>"
                      "<body><fig><graphic xlink:href='info:doi/10.1/a'/></fig><fig><graphic xlink:href='info:doi/10.1/b'/></fig></body></article>");
  const std::string said = book.build("", "a.xml").output;
  const std::size_t first = said.find("[image-identifier]");
  EXPECT_NE(first, std::string::npos) << said;
  EXPECT_EQ(said.find("[image-identifier]", first + 1), std::string::npos) << said;
}

TEST(Links, KeepTheirUserAndAreToldWhereTheyCannotBeReached) {
  const Book book;
  book.writePage("<p><a href='http://reader:word@mill.example/x'>a</a><a href='http://[::1]:80/y'>b</a><a href='http://[bad'>c</a><a href='http://x.y:99999/'>d</a>"
                 "<a href='http://1.2.3.999/'>e</a><a href='svn+ssh://x.y/z'>f</a></p>");
  const Outcome outcome = book.build();
  const std::string chapter = book.epub("*chapter-1.xhtml");
  EXPECT_TRUE(holds(chapter, "href=\"http://reader:word@mill.example/x\"") && holds(chapter, "href=\"http://[::1]:80/y\"")) << chapter;
  for (const char* gone : {"http://[bad", "http://x.y:99999/", "http://1.2.3.999/", "svn+ssh://x.y/z"}) {
    EXPECT_TRUE(holds(outcome.output, gone)) << gone << outcome.output;
    EXPECT_FALSE(holds(chapter, gone)) << gone;
  }
  book.write("a.xml", "<article xmlns:xlink='http://www.w3.org/1999/xlink' xml:lang='en'><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>"
                      "<body><p><ext-link xlink:href='svn+ssh://x.y/z'>f</ext-link></p></body></article>");
  EXPECT_TRUE(holds(book.build("", "a.xml").output, "svn+ssh://x.y/z"));
}

TEST(Ruby, HoldsWordsOnlyNoBlocks) {
  const Book book;
  book.writePage("<p><ruby><rb>a<div><p>b</p><ul><li>c</li></ul></div></rb><rt>d</rt></ruby></p>");
  EXPECT_EQ(book.build().exitCode, 0);
  const std::string chapter = book.epub("*chapter-1.xhtml");
  const std::size_t begin = chapter.find("<ruby>"), end = chapter.find("</ruby>");
  ASSERT_NE(end, std::string::npos) << chapter;
  const std::string ruby = chapter.substr(begin, end - begin);
  for (const char* block : {"<p", "<div", "<ul", "<li"}) EXPECT_FALSE(holds(ruby, block)) << ruby;
  for (const char* word : {"b", "c", "d"}) EXPECT_TRUE(holds(ruby, word)) << ruby;
}

TEST(LongChapters, GoOnInOtherFilesWithinTablesAndLists) {
  const Book book;
  std::string rows, items;
  for (int i = 0; i < 3000; ++i) {
    rows += "<tr><td>" + std::to_string(i) + "</td><td>" + std::string(100, 'x') + " &amp; so on</td></tr>";
    items += "<li><b>" + std::to_string(i) + "</b> " + std::string(100, 'y') + "</li>";
  }
  book.writePage("<table><thead><tr><th>No</th><th>Words</th></tr></thead><tbody>" + rows + "</tbody></table><ol>" + items + "</ol>");
  const Outcome outcome = book.build("--epub");
  EXPECT_FALSE(holds(outcome.output, "document-large")) << outcome.output;
  const std::string second = book.epub("*chapter-1-2.xhtml");
  EXPECT_TRUE(holds(second, "<th scope=\"col\">No</th>")) << second.substr(0, 1500);
  EXPECT_LT(second.size(), 266240U);
  EXPECT_TRUE(holds(book.epub("*.xhtml"), "<ol start=\""));
}

}  // namespace
}  // namespace octavo::test
