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

}  // namespace
}  // namespace octavo::test
