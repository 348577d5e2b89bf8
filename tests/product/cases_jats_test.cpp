// Front and back matter of papers, and names out of the source, from end to end.
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

class Papers : public ::testing::Test {
 protected:
  void write(const std::string& name, std::string_view text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string in(const std::string& command) const { return run("cd " + quoted(folder_.path()) + " && " + command).output; }
  /// Builds both outputs as out.epub and out.pdf; gives what was said.
  std::string build(const std::string& arguments) const {
    const Outcome outcome = run("cd " + quoted(folder_.path()) + " && " + octavo() + " build " + arguments + " -o out");
    EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
    return outcome.output;
  }
  std::string epub(const std::string& name) const { return in("unzip -p out.epub 'EPUB/" + name + "'"); }
  std::string pages(const std::string& options = {}) const { return in("pdftotext -layout " + options + " out.pdf -"); }
  /// Place and size of a word on its page, as pdftotext tells it.
  std::string boxOf(const std::string& word) const { return in("pdftotext -bbox out.pdf - | grep '>" + word + "<'"); }

  ScratchFolder folder_;
};

bool has(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

TEST_F(Papers, LookTheSameWhateverTheirArticleTypeIs) {
  const auto boxes = [&](const std::string& type) {
    write("a.xml", "<article article-type='" + type + "' xml:lang='en'><front><article-meta><title-group><article-title>Kites"
                   "</article-title></title-group></article-meta></front><body><p>First words.</p><p>SECOND words.</p></body></article>");
    build("a.xml");
    return boxOf("SECOND");
  };
  const std::string usual = boxes("research-article");
  EXPECT_NE(usual, "");
  for (const auto* type : {"speech", "abstract", "title-page"}) EXPECT_EQ(boxes(type), usual) << type;
}

TEST_F(Papers, KeepNamesOfPartsOutOfTheStyleInEveryVocabulary) {
  const auto boxes = [&](const std::string& text) {
    write("a.xml", text);
    build("a.xml --pdf");
    return boxOf("SECOND");
  };
  const auto docbook = [](const std::string& role) {
    return "<article xmlns='http://docbook.org/ns/docbook' version='5.0' xml:lang='en'><title>T</title><section role='" + role +
           "'><title>S</title><para role='" + role + "'>First.</para><para role='" + role + "'>SECOND</para></section></article>";
  };
  EXPECT_EQ(boxes(docbook("speech")), boxes(docbook("any")));
  const auto tei = [](const std::string& type) {
    return "<TEI xmlns='http://www.tei-c.org/ns/1.0' xml:lang='en'><teiHeader><fileDesc><titleStmt><title>T</title></titleStmt>"
           "<publicationStmt><p>P</p></publicationStmt><sourceDesc><p>S</p></sourceDesc></fileDesc></teiHeader><text><body>"
           "<div type='" + type + "'><head>S</head><p>First.</p><p>SECOND</p></div></body></text></TEI>";
  };
  EXPECT_EQ(boxes(tei("abstract")), boxes(tei("any")));
}

TEST_F(Papers, OfTheWebKeepTheirLookWhateverTheirClassesAre) {
  const auto boxes = [&](const std::string& name) {
    write("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='en' xml:lang='en'><head><title>T</title></head><body class='" +
                         name + "'><article class='" + name + "'><h1>T</h1><p class='" + name + "'>First.</p><div class='" + name +
                         "'><p>Next.</p><p>SECOND</p></div></article></body></html>");
    build("a.xhtml --pdf");
    return boxOf("SECOND");
  };
  const std::string usual = boxes("any");
  for (const auto* name : {"note", "box", "speech", "abstract", "verse", "contents", "part", "keywords"}) {
    EXPECT_EQ(boxes(name), usual) << name;
  }
}

TEST_F(Papers, OfTheWebAreReachedByTheirOwnNamesFromAnAuthorsSheet) {
  write("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='en' xml:lang='en'><head><title>T</title></head><body><h1>T</h1>"
                   "<p class='abstract'>FIRST</p><p>Rest.</p></body></html>");
  write("own.css", "@import \"study.css\"; .abstract { margin-inline-start: 100pt } :not(.abstract) { text-indent: 0 }");
  build("a.xhtml --style own.css");
  const std::string moved = boxOf("FIRST");
  EXPECT_TRUE(has(epub("style.css"), ".page-abstract"));
  EXPECT_FALSE(has(epub("style.css"), ":is("));
  write("own.css", "@import \"study.css\";");
  build("a.xhtml --style own.css");
  EXPECT_NE(boxOf("FIRST"), moved);
}

std::string article(const std::string& meta, const std::string& body, const std::string& language = " xml:lang='en'") {
  return "<article xmlns:xlink='http://www.w3.org/1999/xlink'" + language + "><front><article-meta><title-group><article-title>Kites"
         "</article-title></title-group>" + meta + "</article-meta></front><body>" + body + "</body></article>";
}

std::size_t count(const std::string& text, const std::string& words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

TEST_F(Papers, ShowEqualAffiliationsOnceWithAllTheirLabels) {
  std::string people, places;
  for (int i = 1; i <= 30; ++i) {
    const std::string n = std::to_string(i);
    people += "<contrib contrib-type='author'><name><surname>Name" + n + "</surname><given-names>A.</given-names></name><xref ref-type='aff' rid='a" +
              n + "'><sup>" + n + "</sup></xref></contrib>";
    places += "<aff id='a" + n + "'><label>" + n + "</label>" + (i % 2 ? "Reed Institute, Lakeside" : "Institute number " + n) + "</aff>";
  }
  write("a.xml", article("<contrib-group>" + people + "</contrib-group>" + places + "<abstract><p>WINDWARD words.</p></abstract>", "<p>Body.</p>"));
  const std::string said = build("a.xml");
  EXPECT_FALSE(has(said, "xref-dangling")) << said;
  EXPECT_EQ(count(pages(), "Reed Institute"), 1u);
  EXPECT_TRUE(has(pages("-l 2"), "WINDWARD"));
  EXPECT_TRUE(has(epub("*.xhtml"), "1, 3, 5"));
}

TEST_F(Papers, TellDoiAndRightsAtTheFootOfTheFirstPageAndNotInTheContents) {
  write("a.xml", article("<article-id pub-id-type='doi'>10.5555/kite</article-id><article-id pub-id-type='publisher-id'>zzcode</article-id>"
                         "<permissions><copyright-statement>Rights of all</copyright-statement></permissions>",
                         "<p>Body.</p><p>More.</p>"));
  build("a.xml");
  const std::string page = pages("-l 1");
  EXPECT_TRUE(has(page, "10.5555/kite")) << page;
  EXPECT_GT(page.find("10.5555/kite"), page.find("More.")) << page;
  EXPECT_FALSE(has(page, "zzcode"));
  EXPECT_FALSE(has(epub("nav.xhtml"), "About"));
}

TEST_F(Papers, HaveNoEntryForWhatSaysNothing) {
  write("a.xml", "<article xml:lang='en'><front><journal-meta><journal-id journal-id-type='publisher-id'>zzcode</journal-id><issn/><publisher>"
                 "<publisher-name/><publisher-loc/></publisher></journal-meta><article-meta><title-group><article-title>T</article-title>"
                 "</title-group></article-meta></front><body><p>Body.</p></body></article>");
  build("a.xml");
  for (const auto* word : {"Publisher", "ISSN", "zzcode"}) EXPECT_FALSE(has(pages(), word)) << word;
}

TEST_F(Papers, CallEveryNoteThatAReferenceNames) {
  write("a.xml", "<article xml:lang='en'><front><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>"
                 "<body><p>Words<xref ref-type='fn' rid='x y'>1,2</xref>.</p></body><back><fn-group><fn id='x'><p>Alpha.</p></fn><fn id='y'>"
                 "<p>Beta.</p></fn></fn-group></back></article>");
  build("a.xml");
  EXPECT_EQ(count(epub("*.xhtml"), "doc-noteref"), 2u);
  EXPECT_FALSE(has(epub("*.xhtml"), "general-notes"));
}

TEST_F(Papers, SayThatMarksOfNotesAreReplacedAndHeadingsLeftOut) {
  write("a.xml", article("", "<p>A<xref ref-type='fn' rid='n'>†</xref>.</p><fn-group><title>Voices</title><fn id='n'><label>†</label><p>Note.</p></fn></fn-group>"));
  const std::string said = build("a.xml");
  EXPECT_TRUE(has(said, "note-marks-replaced")) << said;
  EXPECT_TRUE(has(said, "Voices")) << said;
}

TEST_F(Papers, LinkOrReportEveryAddress) {
  write("a.xml", article("", "<p><ext-link xlink:href='//example.org/a'>one</ext-link> <email xlink:href='mailto:b@example.org'>two</email> "
                             "<named-content content-type='n' xlink:href='https://example.org/c'>three</named-content> "
                             "<ext-link xlink:href='gone.pdf'>four</ext-link></p>"));
  const std::string said = build("a.xml");
  const std::string chapter = epub("*.xhtml");
  for (const auto* address : {"https://example.org/a", "mailto:b@example.org", "https://example.org/c"}) EXPECT_TRUE(has(chapter, address));
  EXPECT_TRUE(has(said, "gone.pdf")) << said;
}

TEST_F(Papers, PartTheWordsOfANameOfAnotherVocabulary) {
  write("a.xml", "<article xmlns:tp='http://www.plazi.org/taxpub' xml:lang='en'><front><article-meta><title-group><article-title>T</article-title>"
                 "</title-group></article-meta></front><body><p><tp:taxon-name><tp:taxon-name-part>Papyrius</tp:taxon-name-part><tp:taxon-name-part>"
                 "lentus</tp:taxon-name-part></tp:taxon-name></p></body></article>");
  build("a.xml");
  EXPECT_TRUE(has(pages(), "Papyrius lentus"));
}

TEST_F(Papers, KeepSectionsWithinNamesOfAnotherVocabulary) {
  write("a.xml", "<article xmlns:tp='http://www.plazi.org/taxpub' xml:lang='en'><front><article-meta><title-group><article-title>T</article-title>"
                 "</title-group></article-meta></front><body><tp:treatment><tp:names><tp:name>Papyrius</tp:name><tp:status>n. sp.</tp:status></tp:names>"
                 "<tp:group><tp:part><title>Where it grows</title><p>By the mill.</p></tp:part></tp:group></tp:treatment></body></article>");
  build("a.xml");
  EXPECT_TRUE(has(epub("*.xhtml"), "<h2>Where it grows</h2>")) << epub("*.xhtml");
  EXPECT_TRUE(has(pages(), "Papyrius n. sp."));
}

TEST_F(Papers, LinkAQuestionInAReadingToItsAnswerInWordsOnly) {
  write("a.xml", article("", "<sec><title>R <ruby><rb>b<question id='q'><label>1</label><p>Seen?</p></question></rb><rt>r</rt></ruby></title><p>T.</p>"
                             "<answer pointer-to-question='q'><p>Yes.</p></answer></sec>"));
  build("a.xml");
  EXPECT_TRUE(has(epub("*.xhtml"), "<span class=\"to-answer\"><a ")) << epub("*.xhtml");
}

TEST_F(Papers, InHanWithoutALanguageAreNotEnglish) {
  write("a.xml", article("", "<p>河边hébiān的纸坊。</p>", ""));
  EXPECT_TRUE(has(build("a.xml"), "lang-guessed"));
  EXPECT_TRUE(has(epub("package.opf"), "<dc:language>zh"));
}

TEST_F(Papers, AddWordsInTheirOwnLanguage) {
  write("a.xml", article("<abstract><p>Bref.</p></abstract><kwd-group><kwd>papier</kwd></kwd-group>", "<p>Le moulin.</p>", " xml:lang='fr'"));
  build("a.xml");
  EXPECT_TRUE(has(pages(), "Résumé"));
  EXPECT_TRUE(has(pages(), "Mots-clés"));
}

TEST_F(Papers, LinkToAlternativesByTheIdOfAllOfThem) {
  write("a.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>");
  write("a.xml", article("", "<p>See <xref ref-type='fig' rid='all'>it</xref>.</p><fig><label>Figure 1</label><alternatives id='all'>"
                             "<graphic xlink:href='a.svg'><alt-text>Square</alt-text></graphic></alternatives></fig>"));
  const std::string said = build("a.xml");
  EXPECT_FALSE(has(said, "[xref-dangling]")) << said;
  EXPECT_TRUE(has(epub("chapter-1.xhtml"), ">it</a>")) << epub("chapter-1.xhtml");
}

TEST_F(Papers, OfABookNameTheChapterThatAnEmptyReferenceMeans) {
  const auto chapter = [](const std::string& id, const std::string& title, const std::string& text) {
    return "<book-part book-part-type='chapter' id='" + id + "'><book-part-meta><title-group><title>" + title +
           "</title></title-group></book-part-meta><body><p>" + text + "</p></body></book-part>";
  };
  write("a.xml", "<book xml:lang='en'><book-meta><book-title-group><book-title>B</book-title></book-title-group></book-meta><book-body>" +
                     chapter("one", "Ebb", "See <xref ref-type='chapter' rid='two'/>.") + chapter("two", "Flood", "Water.") +
                     "</book-body></book>");
  build("a.xml");
  EXPECT_TRUE(has(pages(), "See Flood.") || has(pages(), "See \u201cFlood\u201d.")) << pages();
}

}  // namespace
}  // namespace octavo::test
