// Books, scholarly texts and booklets from end to end: what a reader of the EPUB and of the pages must find.
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kDocBook = "<article xmlns='http://docbook.org/ns/docbook' version='5.1' xml:lang='en'>";

std::string tei(const std::string& language, const std::string& header, const std::string& text) {
  return "<TEI xmlns='http://www.tei-c.org/ns/1.0' xmlns:cb='http://www.cbeta.org/ns/1.0' xml:lang='" + language +
         "'><teiHeader><fileDesc><titleStmt><title>Trial</title></titleStmt><publicationStmt><p>For a test.</p>"
         "</publicationStmt><sourceDesc><p>None.</p></sourceDesc></fileDesc>" + header + "</teiHeader><text>" + text + "</text></TEI>";
}

std::string assembly(const std::string& language, const std::string& resources, const std::string& modules) {
  return "<assembly xmlns='http://docbook.org/ns/docbook' version='5.1' xml:lang='" + language +
         "'><info><title>Reader</title></info><resources>" + resources + "</resources><structure type='book'>" +
         modules + "</structure></assembly>";
}

class Books : public ::testing::Test {
 protected:
  void write(const std::string& name, std::string_view text) const {
    fs::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  std::string in(const std::string& command) const { return run("cd " + quoted(folder_.path()) + " && " + command).output; }
  /// Builds both outputs as out.epub and out.pdf; gives what was said.
  std::string build(const std::string& arguments) const {
    const Outcome outcome = run("cd " + quoted(folder_.path()) + " && " + octavo() + " build " + arguments + " -o out");
    EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
    return outcome.output;
  }
  /// A file of the EPUB; all chapters for "chapter*".
  std::string epub(const std::string& name) const { return in("unzip -p out.epub 'EPUB/" + name + "'"); }
  /// The text of pages, as a reader sees it.
  std::string pages(const std::string& options = {}) const { return in("pdftotext -layout " + options + " out.pdf -"); }

  ScratchFolder folder_;
};

std::size_t count(std::string_view text, std::string_view words) {
  std::size_t found = 0;
  for (std::size_t at = text.find(words); at != std::string_view::npos; at = text.find(words, at + 1)) ++found;
  return found;
}

::testing::AssertionResult has(const std::string& text, const std::string& words) {
  if (text.find(words) != std::string::npos) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "\"" << words << "\" is not in:\n" << text;
}

// --- Books and booklets

std::string bitsBook() {
  return "<book dtd-version='2.1' xml:lang='ja'><book-meta><book-title-group><book-title>全集</book-title></book-title-group>"
         "</book-meta><book-body><book-part book-part-type='chapter'><book-part-meta><title-group><title>春</title></title-group>"
         "</book-part-meta><body><p>春です。</p></body></book-part><book-part book-part-type='chapter'><book-part-meta>"
         "<title-group><title>秋</title></title-group></book-part-meta><body><p>秋です。</p></body></book-part></book-body></book>";
}

std::string docBookBook() {
  return "<book xmlns='http://docbook.org/ns/docbook' version='5.1' xml:lang='en'><info><title>Works</title></info>"
         "<chapter><title>Spring</title><para>Of spring.</para></chapter><chapter><title>Autumn</title>"
         "<para>Of autumn.</para></chapter></book>";
}

TEST_F(Books, ABookInABookletIsAPartWithItsChaptersBelow) {
  write("a.xml", std::string(kDocBook) + "<title>Before</title><para>One.</para></article>");
  write("c.xml", std::string(kDocBook) + "<title>Behind</title><para>Last.</para></article>");
  write("bits.xml", bitsBook());
  write("docbook.xml", docBookBook());
  write("tei.xml", tei("en", "", "<front><titlePage><docTitle><titlePart>Poems</titlePart></docTitle></titlePage></front><body>"
                                 "<div type='chapter'><head>Snow</head><p>Of snow.</p></div><div type='chapter'><head>Sun</head>"
                                 "<p>Of the sun.</p></div></body>"));
  write("m.xml", assembly("zh-Hans",
                          "<resource xml:id='a' href='a.xml'/><resource xml:id='c' href='c.xml'/><resource xml:id='b' href='bits.xml'/>"
                          "<resource xml:id='d' href='docbook.xml'/><resource xml:id='t' href='tei.xml'/>",
                          "<module renderas='toc'/><module resourceref='a'/><module resourceref='b' renderas='part'/>"
                          "<module resourceref='d'/><module resourceref='t'><merge><title>Verses</title></merge></module>"
                          "<module resourceref='c' renderas='chapter'/>"));
  build("m.xml");
  const std::string nav = epub("nav.xhtml");
  for (const auto& [title, chapters] : {std::pair{"全集", "春秋"}, {"Works", "SpringAutumn"}, {"Verses", "SnowSun"}}) {
    std::string below = nav.substr(std::min(nav.find(std::string(">") + title + "</a>\n<ol>"), nav.size()));
    below = below.substr(0, below.find("</ol>"));
    for (const char* name : {"春", "Spring", "Snow"}) {
      if (std::string(chapters).starts_with(name)) {
        EXPECT_TRUE(has(below, name));
      }
    }
  }
  // Labels of pages rise, for the book's title page is no front matter of the whole.
  EXPECT_EQ(count(nav, "\">iv</a>") + count(nav, "\">v</a>"), 0U) << nav;
  EXPECT_TRUE(has(epub("chapter-2.xhtml"), "doc-part"));
  // Its title is no running head of what comes after it.
  const std::string text = pages();
  const std::string last = text.substr(text.find("Behind", text.find("Of the sun.")));
  EXPECT_EQ(last.find("Verses"), std::string::npos) << last;
}

TEST_F(Books, ABookAsAnAppendixHasAppendices) {
  write("a.xml", std::string(kDocBook) + "<title>Before</title><para>One.</para></article>");
  write("b.xml", docBookBook());
  write("m.xml", assembly("en", "<resource xml:id='a' href='a.xml'/><resource xml:id='b' href='b.xml'/>",
                          "<module resourceref='a'/><module resourceref='b' renderas='appendix'/>"));
  build("m.xml --epub");
  EXPECT_TRUE(has(epub("nav.xhtml"), ">Works</a>\n<ol>"));
}

TEST_F(Books, AnArticleOfABookletMaySpeakAnotherLanguageThanItSays) {
  write("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='zh-Hans'><body><h1>甲</h1><p>正文。</p></body></html>");
  write("b.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>私の本</title></head><body><h1>私の本</h1>"
                   "<p>これは日本語の文章です。言葉の指定はありません。</p></body></html>");
  write("c.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>1</title></head><body><h1>1</h1><p>2</p></body></html>");
  write("m.xml", assembly("zh-Hans", "<resource xml:id='a' href='a.xhtml'/><resource xml:id='b' href='b.xhtml'/><resource xml:id='c' href='c.xhtml'/>",
                          "<module resourceref='a'/><module resourceref='b'/><module resourceref='c'/>"));
  EXPECT_TRUE(has(build("m.xml"), "b.xhtml:1:1: warning: the document does not say its language"));
  EXPECT_TRUE(has(epub("chapter-2.xhtml"), "id=\"chapter-2\" lang=\"ja\""));
  EXPECT_EQ(count(epub("*"), "\"und\""), 0U);
}

TEST_F(Books, TraditionalCharactersTellTheScriptOfChinese) {
  write("a.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='zh'><head><title>書</title></head><body><h1>讀書</h1>"
                   "<p>這裡說明圖書館與學習的關係。</p></body></html>");
  EXPECT_TRUE(has(build("a.xhtml"), "[lang-guessed]"));
  EXPECT_TRUE(has(epub("package.opf"), "<dc:language>zh-Hant</dc:language>"));
  if (hasProgram("pdffonts")) {
    EXPECT_TRUE(has(in("pdffonts out.pdf"), "CJKtc"));
  }
  write("b.xml", tei("zho", "", "<body xml:lang='zh-TW'><p>山中有人。</p></body>"));
  build("b.xml --epub");
  EXPECT_TRUE(has(epub("package.opf"), "<dc:language>zh-TW</dc:language>"));
  write("c.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='zh'><head><title>书</title></head><body><h1>读书</h1>"
                   "<p>这里说明图书馆与学习的关系。</p></body></html>");
  EXPECT_EQ(build("c.xhtml --epub").find("lang-guessed"), std::string::npos);
  EXPECT_TRUE(has(epub("package.opf"), "<dc:language>zh</dc:language>"));
}

// --- Scholarly texts

TEST_F(Books, DivisionsOfTheCanonAreSectionsAndItsLinesDoNotBreakOurs) {
  write("a.xml", tei("zh-Hant", "", "<body><pb n='0001a' ed='T'/><lb n='0001a01' ed='T'/><cb:juan n='001' fun='open'><cb:mulu type='卷' n='001'/>"
                     "<cb:jhead>試經卷第一</cb:jhead></cb:juan><cb:div type='pin'><cb:mulu level='1'>1 山品</cb:mulu><head>山品第一</head><p>山中無路，路上\n"
                     "<lb n='0001a02' ed='T'/>無人<lb n='0001a03' ed='T'/>。</p></cb:div><cb:div type='pin'><cb:mulu level='1'>2 水品</cb:mulu>"
                     "<p>水中有\n<pb n='0001b' ed='T'/>\n<lb n='0001b01' ed='T'/>月。</p></cb:div></body>"));
  EXPECT_EQ(build("a.xml").find("warning:"), std::string::npos);
  const std::string nav = epub("nav.xhtml");
  EXPECT_TRUE(has(nav, ">山品第一</a>"));
  EXPECT_TRUE(has(nav, ">2 水品</a>")) << "a division without a head has its title in the contents alone";
  EXPECT_TRUE(has(epub("chapter-1.xhtml"), "<p>山中無路，路上無人。</p>"));
  const std::string text = pages();
  EXPECT_TRUE(has(text, "試經卷第一"));
  EXPECT_EQ(text.find("2 水品"), std::string::npos);
  EXPECT_EQ(text.find("1 山品"), std::string::npos);
}

TEST_F(Books, LinesOfAnotherEditionPartWordsOfScriptsWithBlanks) {
  write("a.xml", tei("en", "", "<body><p>one<lb ed='A'/>two <lb ed='A'/>three fo<lb ed='A' break='no'/>\nur<lb/>five</p></body>"));
  build("a.xml --epub");
  EXPECT_TRUE(has(epub("chapter-1.xhtml"), "<p>one two three four<br/>five</p>"));
}

TEST_F(Books, ADescribedCharacterIsShownByTheBestThatItsRecordHas) {
  const std::string header =
      "<encodingDesc><charDecl><char xml:id='a'><charName>FIRST</charName><mapping type='PUA'>U+F0001</mapping>"
      "<mapping type='unicode'>U+9262</mapping></char><char xml:id='b'><charProp><localName>normalized form</localName><value>本</value>"
      "</charProp><charProp><localName>composition</localName><value>[金*本]</value></charProp></char>"
      "<char xml:id='c'><charName>THIRD</charName><mapping type='PUA'>U+F0002</mapping><localProp name='composition' value='[山*水]'/></char>"
      "<glyph xml:id='d'><glyphName>FOURTH</glyphName></glyph></charDecl></encodingDesc>";
  write("a.xml", tei("zh-Hant", header, "<body><p>一<g ref='#a'/>二<g ref='#b'/>三<g ref='#c'/>四<g ref='#d'/>五<g ref='#c'>嵾</g>六</p></body>"));
  build("a.xml");
  EXPECT_TRUE(has(in("pdftotext out.pdf - | tr -d ' \\n'"), "一鉢二本三[山*水]四[FOURTH]五嵾六"));
  EXPECT_EQ(pages().find("THIRD"), std::string::npos) << "the records are no text";
  write("b.xml", tei("en", header, "<body><p>x<g ref='#none'/></p></body>"));
  EXPECT_TRUE(has(build("b.xml --epub"), "[xref-dangling]"));
}

TEST_F(Books, WhatNobodyCanReadHasASign) {
  write("a.xml", tei("zh-Hant", "", "<body><p>一<unclear/>二<unclear quantity='2' unit='chars'/>三<damage/>四<gap extent='3 chars'/>五</p></body>"));
  build("a.xml --epub");
  const std::string text = in("unzip -p out.epub EPUB/chapter-1.xhtml | sed 's/<[^>]*>//g'");
  EXPECT_TRUE(has(text, "一□二□□三□四□□□五"));
  write("b.xml", tei("la", "", "<body><p>a<gap quantity='3' unit='character'/>b <unclear/> <gap reason='lost' extent='unknown'/>c<unclear>d</unclear></p></body>"));
  build("b.xml --epub");
  EXPECT_TRUE(has(in("unzip -p out.epub EPUB/chapter-1.xhtml | sed 's/<[^>]*>//g'"), "a[...]b […] […]cd"));
}

TEST_F(Books, NotesAndReadingsThatPointToTheirPlaceAreCalledThere) {
  write("a.xml", tei("en", "", "<body><p>The lamp<anchor xml:id='a1'/> stood, <anchor xml:id='b'/>bright<anchor xml:id='e'/> and <seg xml:id='s'>low</seg>.</p>"
                     "<p xml:id='p2'>It burned.</p><lg><l xml:id='l1'>A line</l></lg></body><back><div><head>Remarks</head><note target='#a1'>Of brass.</note>"
                     "<note target='#p2'><p>With oil.</p></note><note target='#l1'>Verse.</note></div><div><head>Readings</head><p><app from='#b' to='#e'>"
                     "<lem wit='#A'>bright</lem><rdg wit='#B'>light</rdg></app></p></div></back>"));
  build("a.xml");
  const std::string chapter = epub("chapter-1.xhtml");
  const std::string text = in("unzip -p out.epub EPUB/chapter-1.xhtml | sed 's/<[^>]*>//g'");
  EXPECT_TRUE(has(text, "The lamp1 stood, bright2 and low.It burned.3A line4"));
  EXPECT_EQ(count(chapter, "role=\"doc-noteref\""), 4U);
  for (const char* words : {"Of brass.", "With oil.", "Verse.", "bright] A"}) EXPECT_EQ(count(text, words), 1U) << words;
  EXPECT_EQ(count(chapter, "Remarks") + count(chapter, "Readings"), 0U) << "emptied sections go";
}

TEST_F(Books, NotesBesideTheTextAreCalledInIt) {
  std::string text = tei("en", "", "<body><div type='chapter'><head>A</head><p>Here<anchor xml:id='a'/>.</p></div><div type='chapter'>"
                                   "<head>B</head><p>There <seg xml:id='b'>too</seg>.</p></div></body>");
  const std::string behind = "<standOff><listApp><app from='#b'><rdg wit='#C'>also</rdg></app></listApp><note target='#a'>Noted.</note></standOff>";
  text.insert(text.rfind("</TEI>"), behind);
  write("a.xml", text);
  build("a.xml");
  EXPECT_EQ(count(epub("chapter-1-2.xhtml") + epub("chapter-1-3.xhtml"), "role=\"doc-noteref\""), 2U);
  EXPECT_EQ(count(pages(), "Noted."), 1U);
  EXPECT_EQ(count(pages(), "also"), 1U);
}

TEST_F(Books, NumbersByWhichTextsAreCitedStandWhereTheirTextBegins) {
  write("a.xml", tei("la", "", "<body><div type='edition' n='urn:cts:x'><div type='textpart' subtype='book' n='1'><div type='textpart' subtype='chapter' n='3'>"
                     "<div type='textpart' subtype='section' n='1'><p>Urbs magna.</p></div><div type='textpart' subtype='section' n='2'><p>Porta lata.</p></div></div>"
                     "<div type='textpart' subtype='chapter' n='4'><p>Caput <milestone unit='section' n='7'/>novum.</p><milestone unit='section' n='8'/><p>Finis.</p>"
                     "<milestone unit='card' n='99'/></div></div><div type='textpart' subtype='poem' n='5'><lg><l n='1'>Versus</l></lg></div></div></body>"));
  build("a.xml");
  const std::string text = in("pdftotext out.pdf - | tr -s '\\n\\f ' ' '");
  for (const char* words : {"3 1 Urbs magna.", "2 Porta lata.", "4 Caput 7 novum.", "8 Finis.", "5 Versus"}) EXPECT_TRUE(has(text, words));
  EXPECT_EQ(text.find("99"), std::string::npos);
  EXPECT_EQ(text.find("urn:"), std::string::npos);
  EXPECT_TRUE(has(epub("nav.xhtml"), ">1</a>")) << "a book has its line in the contents";
}

TEST_F(Books, AnIndexIsMadeWhereTheTextHasAPlaceForIt) {
  write("a.xml", tei("en", "", "<body><p>Birds<index><term>cormorant</term><index><term>young</term></index></index> and "
                     "<index indexName='persons'><term sortKey='anning'>Mary Anning</term></index>people.</p></body>"
                     "<back><divGen type='index'/><divGen type='toc'/></back>"));
  EXPECT_EQ(build("a.xml").find("index-terms-hidden"), std::string::npos);
  EXPECT_TRUE(has(epub("chapter-1.xhtml"), "role=\"doc-index\""));
  EXPECT_TRUE(has(pages(), "cormorant"));
  EXPECT_TRUE(has(pages(), "Mary Anning, 1"));
  write("b.xml", std::string(kDocBook) + "<title>T</title><para>Birds<indexterm><primary>cormorant</primary></indexterm>.</para></article>");
  EXPECT_TRUE(has(build("b.xml --epub"), "[index-terms-hidden]"));
  write("c.xml", std::string(kDocBook) + "<title>T</title><para>Birds<indexterm><primary>cormorant</primary></indexterm>.</para><index/></article>");
  EXPECT_EQ(build("c.xml --epub").find("index-terms-hidden"), std::string::npos);
}

TEST_F(Books, WhatIsNoDateIsNoneOfTheEpub) {
  std::string text = tei("en", "", "<body><p>x</p></body>");
  const std::string statement = "<p>For a test.</p>";
  text.replace(text.find(statement), statement.size(), "<publisher>Mill</publisher><date>1234567890</date>");
  write("a.xml", text);
  EXPECT_TRUE(has(build("a.xml --epub"), "[date-invalid]"));
  EXPECT_EQ(count(epub("package.opf"), "<dc:date>"), 0U);
  text.replace(text.find("<date>"), 6, "<date when='1894-13'>March 1894, ");
  write("b.xml", text);
  build("b.xml --epub");
  EXPECT_TRUE(has(epub("package.opf"), "<dc:date>1894</dc:date>"));
}

// --- Notes in a file of their own

std::string page(const std::string& title, const std::string& content) {
  return "<html xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops' lang='en'><head><title>" + title +
         "</title></head><body>" + content + "</body></html>";
}

TEST_F(Books, NotesInAFileOfTheirOwnAreNotesOfThePagesThatCallThem) {
  write("text/one.xhtml", page("One", "<section id='c1' epub:type='chapter'><h2>One</h2><p>A call.<a href='endnotes.xhtml#note-1' id='noteref-1' epub:type='noteref'>1</a>"
                                      " Another.<a href='endnotes.xhtml#note-2' id='noteref-2' epub:type='noteref'>2</a></p></section>"));
  write("text/two.xhtml", page("Two", "<section id='c2' epub:type='chapter'><h2>Two</h2><p>A third.<a href='endnotes.xhtml#note-3' id='noteref-3' epub:type='noteref'>3</a></p></section>"));
  write("text/endnotes.xhtml",
        page("Endnotes", "<section id='endnotes' epub:type='endnotes'><h2 epub:type='title'>Endnotes</h2><ol>"
                         "<li id='note-1' epub:type='endnote'><p>Of one. <a href='one.xhtml#noteref-1' epub:type='backlink'>↩</a></p></li>"
                         "<li id='note-2' epub:type='endnote'><p>Of two, see <a href='#note-1'>there</a>. <a href='one.xhtml#noteref-2'>↩</a></p></li>"
                         "<li id='note-3' epub:type='endnote'><p>Of three. <a href='two.xhtml#noteref-3' epub:type='backlink'>↩</a></p></li></ol></section>"));
  const std::string said = build("text/one.xhtml text/two.xhtml text/endnotes.xhtml --title Book");
  EXPECT_EQ(said.find("warning:"), std::string::npos) << said;
  const std::string one = epub("chapter-1.xhtml"), two = epub("chapter-2.xhtml");
  EXPECT_EQ(count(one, "epub:type=\"noteref\""), 2U) << one;
  EXPECT_EQ(count(one, "role=\"doc-backlink\""), 2U);
  EXPECT_EQ(count(two, "epub:type=\"noteref\""), 1U);
  EXPECT_EQ(count(one + two, "↩"), 0U) << "links back are made anew";
  EXPECT_EQ(count(epub("package.opf"), "chapter-3"), 0U) << "nothing is left of the file";
  EXPECT_TRUE(has(pages(), "1 Of one."));
  EXPECT_TRUE(has(pages(), "2 Of two, see there."));
}

TEST_F(Books, WhatElseStandsWithTheNotesStays) {
  write("a.xhtml", page("A", "<h1>A</h1><p id='n'>Call<a class='noteref' href='b.xhtml#n'>*</a>, call<sup><a epub:type='noteref' href='b.xhtml#m'>2</a></sup>,"
                             " and <a href='b.xhtml#text'>a link</a>.</p>"));
  write("b.xhtml", page("B", "<h1>B</h1><p id='text'>Text of its own.</p><aside id='n'><p>An aside.</p></aside><div><p><a id='m'>2</a> A paragraph.</p></div>"));
  build("a.xhtml b.xhtml --title Book");
  const std::string a = epub("chapter-1.xhtml");
  EXPECT_EQ(count(a, "role=\"doc-noteref\""), 2U) << a;
  EXPECT_TRUE(has(a, "An aside."));
  EXPECT_TRUE(has(epub("chapter-2.xhtml"), "Text of its own."));
  EXPECT_EQ(count(epub("chapter-2.xhtml"), "An aside."), 0U);
}

// --- Files beside the text

TEST_F(Books, ARootLetsTextsHaveTheirPicturesInAFolderBesideThem) {
  fs::create_directories(folder_ / std::string("book/images"));
  fs::copy_file(fs::path(OCTAVO_SOURCE_DIR) / "input" / "images" / "lines.png", folder_ / std::string("book/images/p.png"));
  fs::copy_file(fs::path(OCTAVO_SOURCE_DIR) / "input" / "images" / "lines.png", folder_ / std::string("outside.png"));
  write("book/text/a.xhtml", page("A", "<h1>A</h1><p><img src='../images/p.png' alt='p'/><img src='../../outside.png' alt='o'/></p>"));
  write("book/text/b.xml", std::string(kDocBook) + "<title>B</title><mediaobject><imageobject><imagedata fileref='../images/p.png'/></imageobject>"
                                                   "<textobject><phrase>p</phrase></textobject></mediaobject></article>");
  write("book/text/c.xml", tei("en", "", "<body><figure><graphic url='../images/p.png'/><figDesc>p</figDesc></figure></body>"));
  EXPECT_TRUE(has(build("book/text/a.xhtml --epub"), "--root DIR"));
  const std::string said = build("--root book book/text/a.xhtml");
  EXPECT_TRUE(has(in("unzip -l out.epub"), "images/p.png"));
  EXPECT_EQ(count(said, "[image-outside]"), 1U) << said;
  for (const char* name : {"b.xml", "c.xml"}) {
    EXPECT_EQ(build(std::string("--root book --epub book/text/") + name).find("[image-outside]"), std::string::npos);
    EXPECT_TRUE(has(in("unzip -l out.epub"), "images/p.png")) << name;
  }
  EXPECT_EQ(run("cd " + quoted(folder_.path()) + " && " + octavo() + " build --root book/images book/text/a.xhtml").exitCode, 2);
}

TEST_F(Books, AListingMayComeFromAFile) {
  write("li.c", "int seven;\n  int eight;\n");
  write("a.xml", std::string(kDocBook) + "<title>T</title><programlisting><inlinemediaobject><imageobject><imagedata format='linespecific' fileref='li.c'/>"
                                         "</imageobject></inlinemediaobject></programlisting><screen><mediaobject><imageobject><imagedata format='linespecific' "
                                         "fileref='li.c'/></imageobject></mediaobject></screen></article>");
  EXPECT_EQ(build("a.xml").find("warning:"), std::string::npos);
  EXPECT_EQ(count(epub("chapter-1.xhtml"), "int seven;\n  int eight;"), 2U) << epub("chapter-1.xhtml");
  EXPECT_EQ(count(pages(), "int seven;"), 2U);
}

TEST_F(Books, ReferencesToEntriesOfABibliographyShowTheirMarks) {
  write("a.xml", std::string(kDocBook) + "<title>T</title><para>See <xref linkend='a'/>, <xref linkend='b'/>, <biblioref linkend='c'/>, <xref linkend='d'/>, "
                                         "<xref linkend='e'/>, <citation>Roe01</citation>.</para><bibliography><biblioentry xml:id='a'><abbrev>Roe01</abbrev>"
                                         "<title>Book</title></biblioentry><bibliomixed xml:id='b'><abbrev>Poe02</abbrev> Made Up.</bibliomixed>"
                                         "<biblioentry xml:id='c' label='3'><title>Three</title></biblioentry><bibliomixed xml:id='d'>Only words.</bibliomixed>"
                                         "<biblioentry xml:id='e' xreflabel='Smith'><title>Four</title></biblioentry></bibliography></article>");
  build("a.xml --epub");
  const std::string text = in("unzip -p out.epub EPUB/chapter-1.xhtml | sed 's/<[^>]*>//g'");
  EXPECT_TRUE(has(text, "See [Roe01], [Poe02], [3], [d], Smith, [Roe01]."));
  EXPECT_TRUE(has(text, "[Poe02] Made Up."));
  EXPECT_TRUE(has(epub("chapter-1.xhtml"), "<span class=\"citation\"><a class=\"xref\" href=\"#a\">[Roe01]</a></span>"));
}

// --- Cover, series, numbers of the book

TEST_F(Books, TheCoverTheSeriesAndAllIdentifiersReachThePackage) {
  fs::copy_file(fs::path(OCTAVO_SOURCE_DIR) / "input" / "images" / "lines.png", folder_ / std::string("p.png"));
  const std::string info = "<title>S</title><biblioid class='doi'>10.5555/x</biblioid><biblioid class='isbn'>9780000000002</biblioid>"
                           "<cover><mediaobject><imageobject><imagedata fileref='p.png'/></imageobject><textobject><phrase>Cover</phrase></textobject>"
                           "</mediaobject></cover><biblioset relation='series'><title>The Series</title><volumenum>3</volumenum></biblioset>";
  write("docbook.xml", "<book xmlns='http://docbook.org/ns/docbook' version='5.1' xml:lang='en'><info>" + info + "</info><chapter><title>c</title><para>x</para></chapter></book>");
  write("bits.xml", "<book xmlns:xlink='http://www.w3.org/1999/xlink' dtd-version='2.1' xml:lang='en'><collection-meta><title-group><title>The Series</title></title-group>"
                    "<volume-in-collection><volume-number>3</volume-number></volume-in-collection></collection-meta><book-meta><book-id book-id-type='doi'>10.5555/x</book-id>"
                    "<book-title-group><book-title>S</book-title></book-title-group><isbn>9780000000002</isbn></book-meta><front-matter><front-matter-part book-part-type='cover'>"
                    "<named-book-part-body><p><graphic xlink:href='p.png'><alt-text>Cover</alt-text></graphic></p></named-book-part-body></front-matter-part></front-matter>"
                    "<book-body><book-part><book-part-meta><title-group><title>c</title></title-group></book-part-meta><body><p>x</p></body></book-part></book-body></book>");
  write("page.xhtml", "<html xmlns='http://www.w3.org/1999/xhtml' lang='en'><head><title>S</title><link rel='coverpage' href='p.png'/><meta name='citation_doi' content='10.5555/x'/>"
                      "<meta name='citation_isbn' content='9780000000002'/><meta name='citation_series_title' content='The Series'/>"
                      "<meta name='citation_volume' content='3'/></head><body><h1>S</h1><p>x</p></body></html>");
  write("a.xml", std::string(kDocBook) + "<title>A</title><para>x</para></article>");
  write("m.xml", "<assembly xmlns='http://docbook.org/ns/docbook' version='5.1' xml:lang='en'><info>" + info + "</info><resources><resource xml:id='a' href='a.xml'/>"
                 "</resources><structure type='book'><module resourceref='a'/></structure></assembly>");
  const std::string picture = in("cksum < p.png");
  for (const char* name : {"docbook.xml", "bits.xml", "page.xhtml", "m.xml"}) {
    build(std::string("--epub ") + name);
    const std::string package = epub("package.opf");
    EXPECT_TRUE(has(package, "<dc:identifier>urn:isbn:9780000000002</dc:identifier>")) << name;
    EXPECT_TRUE(has(package, "<dc:identifier id=\"identifier\">doi:10.5555/x</dc:identifier>")) << name;
    EXPECT_TRUE(has(package, ">The Series</meta>")) << name;
    EXPECT_TRUE(has(package, "property=\"group-position\">3</meta>")) << name;
    const std::string item = in("unzip -p out.epub EPUB/package.opf | sed -n 's/.*href=\"\\([^\"]*\\)\".*properties=\"cover-image\".*/\\1/p' | tr -d '\\n'");
    EXPECT_EQ(in("unzip -p out.epub EPUB/" + item + " | cksum"), picture) << name;
  }
  write("b.xml", std::string(kDocBook) + "<title>B</title><para>y</para></article>");
  build("--epub --title Both docbook.xml b.xml");
  EXPECT_NE(in("unzip -p out.epub EPUB/images/cover.png | cksum"), picture) << "an article's cover is not the booklet's";
}

// --- Plays, and texts that list several languages

TEST_F(Books, ActsAreChaptersWithTheirScenesAndTheCastHasItsLineInTheContents) {
  write("a.xml", tei("de", "", "<front><docTitle><titlePart>Trial</titlePart></docTitle><castList><head>Personen</head><castItem><role>Lise</role></castItem></castList></front>"
                     "<body><div type='act'><head>Erster Aufzug</head><div type='scene'><head>Erster Auftritt</head><sp><speaker>LISE</speaker><p>Ja.</p></sp></div></div>"
                     "<div type='act'><head>Zweiter Aufzug</head><div type='scene'><head>Letzter Auftritt</head><sp><speaker>LISE</speaker><p>Nein.</p></sp></div></div></body>"));
  EXPECT_EQ(build("a.xml").find("warning:"), std::string::npos);
  const std::string nav = epub("nav.xhtml");
  EXPECT_TRUE(has(nav, ">Personen</a>"));
  EXPECT_TRUE(has(nav, ">Erster Aufzug</a>\n<ol>"));
  EXPECT_EQ(count(epub("package.opf"), "media-type=\"application/xhtml+xml\""), 7U) << "cover, title, contents, cast, two acts, about";
}

TEST_F(Books, OfSeveralLanguagesThatAHeaderListsTheWordsChoose) {
  std::string text = tei("", "<profileDesc><langUsage><language ident='en'>English</language><language ident='zh-Hant'>Chinese</language></langUsage></profileDesc>",
                         "<body><lg><l>山中有明月<caesura/>水上無人行</l></lg><p>這裡說明圖書館與學習的關係<note place='inline'>注</note>。</p></body>");
  write("a.xml", text);
  build("a.xml --epub");
  EXPECT_TRUE(has(epub("package.opf"), "<dc:language>zh-Hant</dc:language>"));
  EXPECT_TRUE(has(in("unzip -p out.epub EPUB/chapter-1.xhtml | sed 's/<[^>]*>//g'"), "山中有明月　水上無人行"));
  EXPECT_TRUE(has(epub("chapter-1.xhtml"), "（注）"));
}

}  // namespace
}  // namespace octavo::test
