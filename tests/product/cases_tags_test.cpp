// Titles, heads of pages, tags and claims of the outputs, from an article to the finished files.
#include <fstream>

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

/// One article built alone, and what may be asked of its outputs.
class Built {
 public:
  /// `sheet` is what --style look.css in the options reads.
  Built(const std::string& name, const std::string& text, const std::string& options = {}, const std::string& sheet = {}) {
    std::ofstream(folder_ / name, std::ios::binary) << text;
    if (!sheet.empty()) std::ofstream(folder_ / "look.css", std::ios::binary) << sheet;
    outcome_ = run("cd " + quoted(folder_.path()) + " && " + octavo() + " build " + name + " -o o " + options);
  }
  const std::string& messages() const { return outcome_.output; }
  int exitCode() const { return outcome_.exitCode; }
  std::string pageText(int page) const {
    const std::string number = std::to_string(page);
    return run("pdftotext -layout -f " + number + " -l " + number + " " + quoted(folder_ / "o.pdf") + " -").output;
  }
  std::string text() const { return run("pdftotext -layout " + quoted(folder_ / "o.pdf") + " -").output; }
  std::string outline() const { return run("mutool show " + quoted(folder_ / "o.pdf") + " outline").output; }
  std::string pdf() const { return quoted(folder_ / "o.pdf"); }
  std::string packaged(const std::string& file) const {
    return run("unzip -p " + quoted(folder_ / "o.epub") + " " + "'" + file + "'").output;
  }

 private:
  ScratchFolder folder_;
  Outcome outcome_;
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string paragraphs(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) {
    text += "<p>The old baker walks along the quay in the morning and counts the boats that came home over night, one by "
            "one, until the bell of the little church rings, and then he goes back to his oven and the bread.</p>";
  }
  return text;
}

std::string jats(const std::string& front, const std::string& body, const std::string& language = "en") {
  return "<article dtd-version='1.3' xml:lang='" + language + "'><front><article-meta>" + front +
         "</article-meta></front><body>" + body + "</body></article>";
}

std::string contributor(const std::string& family, const std::string& given) {
  return "<contrib contrib-type='author'><name><surname>" + family + "</surname><given-names>" + given +
         "</given-names></name><xref ref-type='aff' rid='a'><sup>1</sup></xref></contrib>";
}

const std::string kTitle = "<title-group><article-title>Boats<fn><p>Paid by nobody.</p></fn> and 10<sup>6</sup><break/>bells"
                           "</article-title></title-group>";

#define NEEDS(program) \
  if (!hasProgram(program)) GTEST_SKIP() << program << " is not installed"

TEST(Titles, AreTheSameWordsInMetadataContentsOutlineAndHeads) {
  NEEDS("pdftotext");
  const Built built("a.xml", jats(kTitle, paragraphs(30)));
  EXPECT_TRUE(has(built.packaged("EPUB/package.opf"), ">Boats and 10⁶ bells</dc:title>"));
  EXPECT_TRUE(has(built.packaged("EPUB/nav.xhtml"), ">Boats and 10⁶ bells</a>"));
  EXPECT_TRUE(has(built.outline(), "Boats and 10⁶ bells"));
  EXPECT_TRUE(built.pageText(3).find("Boats and 10⁶ bells") < 100) << built.pageText(3);
}

TEST(RunningHeads, ManyAuthorsAreTheFirstAndOthers) {
  NEEDS("pdftotext");
  const std::string group = "<contrib-group>" + contributor("Adler", "Ada") + contributor("Brook", "Bea") +
                            contributor("Castell", "Cy") + "</contrib-group><aff id='a'>Museum</aff>";
  const Built built("a.xml", jats(kTitle + group, paragraphs(40)), "--style journal --pdf");
  EXPECT_TRUE(has(built.pageText(2).substr(0, 60), "Adler et al.")) << built.pageText(2);
  const std::string names = "<contrib-group>" + contributor("王", "明") + contributor("李", "娜") + contributor("张", "伟") +
                            "</contrib-group><aff id='a'>馆</aff>";
  const Built chinese("a.xml", jats("<title-group><article-title>船</article-title></title-group>" + names, paragraphs(40), "zh-Hans"),
                      "--style journal --pdf");
  EXPECT_TRUE(has(chinese.pageText(2).substr(0, 60), "王明等")) << chinese.pageText(2);
}

TEST(RunningHeads, AreOneLineCutBehindAWord) {
  NEEDS("pdftotext");
  std::string title;
  for (int i = 0; i < 12; ++i) title += "Harbour lamps and ropes ";
  for (const std::string style : {"journal", "study"}) {
    const Built built("a.xml", jats("<title-group><article-title>" + title + "</article-title></title-group>", paragraphs(40)),
                      "--pdf --style " + style);
    const std::string page = built.pageText(3);
    const std::string head = page.substr(0, page.find('\n'));
    EXPECT_TRUE(has(head, "Harbour lamps") && has(head, "…")) << page;
    EXPECT_FALSE(has(head, " …")) << head;
    EXPECT_EQ(built.messages(), "");
  }
}

TEST(RunningHeads, TakeTheShortTitleOfTheSourceWhichStandsNowhereElse) {
  NEEDS("pdftotext");
  const std::string brief = "Quay life";
  const std::string long_ = "On the life at the quay of a small town";
  const std::string docbook =
      "<article xmlns='http://docbook.org/ns/docbook' version='5.2' xml:lang='en'><info><title>" + long_ +
      "</title><titleabbrev>" + brief + "</titleabbrev></info>";
  std::string paras = paragraphs(40), rest;
  std::string docbookBody;
  for (int i = 0; i < 40; ++i) docbookBody += "<para>" + paragraphs(1).substr(3, 180) + "</para>";
  const std::string tei = "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc><titleStmt><title>" + long_ +
                          "</title><title type='short'>" + brief +
                          "</title></titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>y</p></sourceDesc>"
                          "</fileDesc></teiHeader><text><body>" + paras + "</body></text></TEI>";
  const std::string jatsText = jats("<title-group><article-title>" + long_ + "</article-title><alt-title alt-title-type="
                                    "'running-head'>" + brief + "</alt-title></title-group>", paras);
  for (const std::string& text : {jatsText, docbook + docbookBody + "</article>", tei}) {
    const Built built("a.xml", text, "--pdf");
    const std::string page = built.pageText(3);
    EXPECT_TRUE(has(page.substr(0, page.find('\n')), brief)) << page;
    EXPECT_FALSE(has(built.pageText(1), brief)) << built.pageText(1);
  }
}

TEST(RunningHeads, TheShortTitleOfASectionIsItsHeadings) {
  NEEDS("unzip");
  const Built built("a.xml", jats(kTitle, "<sec><title>Of boats</title><alt-title alt-title-type='short'>Vessels</alt-title><p>x</p></sec>"),
                    "--epub");
  const std::string text = built.packaged("EPUB/chapter-1.xhtml");
  EXPECT_TRUE(has(text, "<h2 data-short-title=\"Vessels\">Of boats</h2>")) << text;
  EXPECT_FALSE(has(text, ">Vessels<")) << text;
}

TEST(RunningHeads, AChapterWithoutHeadingHasNoneOfAnother) {
  NEEDS("pdftotext");
  const std::string tei = "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc><titleStmt><title>Play</title>"
                          "</titleStmt><publicationStmt><p>x</p></publicationStmt><sourceDesc><p>y</p></sourceDesc></fileDesc>"
                          "</teiHeader><text><front><titlePage><docTitle><titlePart>Play</titlePart></docTitle></titlePage>"
                          "<div type='dedication'>" + paragraphs(40) + "</div></front><body><div><head>One</head><p>x</p></div>"
                          "</body></text></TEI>";
  const Built built("a.xml", tei, "--pdf");
  for (int page = 4; page < 9; ++page) EXPECT_FALSE(has(built.pageText(page).substr(0, 90), "Contents")) << built.pageText(page);
}

std::string docbook(const std::string& body) {
  return "<book xmlns='http://docbook.org/ns/docbook' version='5.0' xml:lang='en'><title>Boats</title>" + body + "<index/></book>";
}
std::string mark(const std::string& term) { return "<indexterm><primary>" + term + "</primary></indexterm>"; }

TEST(PageReferences, AMarkBetweenBlocksHasThePageOfTheNextLine) {
  NEEDS("pdftotext");
  const Built built("a.xml", docbook("<chapter><title>One</title>" + mark("amber") + "<para>text</para><itemizedlist>" + mark("birch") +
                                     "<listitem>" + mark("cedar") + "<para>item</para></listitem></itemizedlist></chapter>"
                                     "<chapter><title>Two</title><para>more</para>" + mark("daisy") + "</chapter>"), "--pdf");
  const std::string text = built.text();
  for (const auto* entry : {"amber, 1", "birch, 1", "cedar, 1", "daisy, 2"}) EXPECT_TRUE(has(text, entry)) << entry << "\n" << text;
  EXPECT_EQ(built.messages(), "");
}

TEST(PageReferences, AnEmptyParagraphAtAPagesEndGoesWithWhatFollows) {
  NEEDS("pdftotext");
  const Built built("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>T</title></head>"
                               "<body><h1>T</h1><p><a href='#x'>there</a></p><p><span id='x'/></p><h2>Later</h2><p>x</p></body></html>",
                    "--pdf --style look.css", "h2 { break-before: page } a::after { content: ' on ' target-counter(attr(href), page) }");
  EXPECT_TRUE(has(built.text(), "there on 2")) << built.text();
}

TEST(PageReferences, APlaceOnNoPageHasNoNumberAndIsReported) {
  NEEDS("pdftotext");
  const Built built("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>T</title></head>"
                               "<body><h1>T</h1><p><a href='#x'>there</a></p><p class='h' id='x'>hidden</p></body></html>",
                    "--pdf --style look.css", ".h { display: none } a::after { content: ' on ' target-counter(attr(href), page) }");
  EXPECT_TRUE(has(built.text(), "there on\n")) << built.text();
  EXPECT_TRUE(has(built.messages(), "a.xhtml:1:") && has(built.messages(), "[page-reference-missing]")) << built.messages();
}

TEST(PageReferences, AnIndexEntryNamesAPageOnce) {
  NEEDS("pdftotext");
  const Built built("a.xml", docbook("<chapter><title>One</title><para>" + mark("amber") + "a</para><para>" + mark("amber") +
                                     "b</para></chapter><chapter><title>Two</title><para>" + mark("amber") + "c" + mark("amber") +
                                     "</para></chapter>"), "--pdf");
  EXPECT_TRUE(has(built.text(), "amber, 1, 2\n")) << built.text();
}

/// Chapters, each on a page of its own, with these index terms; the entries of the index that is made of them.
std::string indexOf(const std::vector<std::string>& chapters) {
  std::string body;
  for (const std::string& terms : chapters) body += "<chapter><title>C</title><para>" + terms + "x</para></chapter>";
  const Built built("a.xml", docbook(body), "--pdf");
  return built.text();
}
std::string rangeStart(const std::string& term) {
  return "<indexterm class='startofrange' xml:id='r'><primary>" + term + "</primary></indexterm>";
}
const std::string kRangeStop = "<indexterm class='endofrange' startref='r'/>";

TEST(PageReferences, ThreePagesThatFollowOneAnotherAreDrawnTogether) {
  NEEDS("pdftotext");
  const std::string felt = mark("felt");
  const std::string text = indexOf({felt + felt, felt, felt + mark("silk"), mark("silk"), felt});
  EXPECT_TRUE(has(text, "felt, 1–3, 5\n")) << text;
  EXPECT_TRUE(has(text, "silk, 3, 4\n")) << text;
}

TEST(PageReferences, ARangeOfTheSourceIsNamedByItsEnds) {
  NEEDS("pdftotext");
  const std::string felt = mark("felt");
  EXPECT_TRUE(has(indexOf({"", rangeStart("felt"), kRangeStop}), "felt, 2–3\n"));
  EXPECT_TRUE(has(indexOf({rangeStart("felt") + kRangeStop, ""}), "felt, 1\n"));
  const std::string mixed = indexOf({felt + rangeStart("felt"), felt, kRangeStop + felt, "", felt});
  EXPECT_TRUE(has(mixed, "felt, 1–3, 5\n")) << mixed;
}

TEST(Titles, AnOverrideOfDirectionWithoutItsEndStaysOutOfMetadata) {
  NEEDS("unzip");
  const std::string override = "\xE2\x80\xAE", isolate = "\xE2\x81\xA7", end = "\xE2\x81\xA9";
  const Built built("a.xml", jats("<title-group><article-title>Mill " + override + "fdp.exe</article-title></title-group>",
                                  "<sec><title>Of " + isolate + "boats" + end + "</title><p>x</p></sec>"));
  const std::string package = built.packaged("EPUB/package.opf"), nav = built.packaged("EPUB/nav.xhtml");
  EXPECT_TRUE(has(package, ">Mill fdp.exe</dc:title>")) << package;
  EXPECT_FALSE(has(package + nav, override));
  EXPECT_TRUE(has(nav, "Of " + isolate + "boats" + end)) << "what is ended may stay";
  EXPECT_TRUE(has(built.messages(), "[direction-open]")) << built.messages();
}

TEST(Notes, InsideNotesAreNumberedWhereTheyAreMet) {
  NEEDS("unzip");
  const Built built("a.xml", docbook("<chapter><title>One</title><para>A<footnote><para>Alpha<footnote><para>Beta</para></footnote>"
                                     "</para></footnote> b<footnote><para>Gamma</para></footnote></para></chapter>"));
  const std::string text = built.packaged("EPUB/chapter*.xhtml");
  const auto at = [&](const std::string& words) { return text.find("</a>" + words); };
  ASSERT_NE(at("Gamma"), std::string::npos) << text;
  EXPECT_LT(at("Alpha"), at("Beta"));
  EXPECT_LT(at("Beta"), at("Gamma"));
  EXPECT_TRUE(has(text, ">3</a>Gamma")) << text;
}

TEST(Formulas, TheNumberHasItsOwnRoom) {
  NEEDS("pdftotext");
  std::string formulas;
  for (int terms = 6; terms < 40; terms += 3) {
    std::string row;
    for (int i = 0; i < terms; ++i) row += "<mml:mi>n</mml:mi><mml:mo>=</mml:mo>";
    formulas += "<disp-formula><label>(E" + std::to_string(terms) + ")</label><mml:math display='block' xmlns:mml="
                "'http://www.w3.org/1998/Math/MathML'><mml:mrow>" + row + "<mml:mn>1</mml:mn></mml:mrow></mml:math></disp-formula>";
  }
  const Built built("a.xml", jats(kTitle, formulas), "--pdf");
  const std::string boxes = run("pdftotext -bbox " + built.pdf() + " - | grep -c '>(E[0-9]*)<'").output;
  EXPECT_EQ(boxes, "12\n") << "each number is a word of its own";
}

}  // namespace
}  // namespace octavo::test
