#include "vocabulary/booklet.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "support/golden.h"

namespace octavo::vocabulary {
namespace {

namespace fs = std::filesystem;
using publication::ChapterKind;

class BookletTest : public ::testing::Test {
 protected:
  BookletTest() {
    const std::string name = ::testing::UnitTest::GetInstance()->current_test_info()->name();
    folder_ = fs::path(OCTAVO_BINARY_DIR) / "test-files" / ("booklet-" + name);
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    write("a.xhtml",
          article("ja",
                  "<h1 id='h'>甲</h1><p>to <a href='b.xhtml#x'>b</a> and <a href='#only-b'>there</a>"
                  "<a href='b.xhtml'>whole</a><a href='c.xhtml#x'>none</a></p>"));
    write(
        "b.xhtml",
        article("en",
                "<header><h1>Second</h1><p class='byline'>B. Author</p></header><p id='x'>x</p>"
                "<section id='only-b'><h2>Deeper</h2><p>y</p></section><p data-audience='teacher'>key</p>"));
  }
  ~BookletTest() override {
    std::error_code error;
    fs::remove_all(folder_, error);
  }
  static std::string article(const std::string& language, const std::string& content) {
    return "<article xmlns='http://www.w3.org/1999/xhtml' lang='" + language + "'>" + content + "</article>";
  }
  void write(const std::string& name, std::string_view text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }
  publication::Publication read(std::initializer_list<const char*> names,
                                const BookletOptions& options = {}) {
    std::vector<fs::path> inputs;
    for (const char* name : names) inputs.push_back(folder_ / name);
    return readPublication(inputs, options, sources_, diagnostics_);
  }
  publication::Publication readManifest(const std::string& structures, const BookletOptions& options = {}) {
    write("m.xml",
          "<?xml-stylesheet type='text/css' href='m.css'?><assembly xmlns='http://docbook.org/ns/docbook' "
          "xml:lang='ja'>"
          "<info><title>本</title><author><personname>編集部</personname></author><pubdate>2026-01</"
          "pubdate></info>"
          "<resources><resource xml:id='a' href='a.xhtml' grammar='xhtml'/><resource xml:id='b' "
          "href='b.xhtml'/></resources>" +
              structures + "</assembly>");
    return read({"m.xml"}, options);
  }
  std::vector<std::string> codes() const {
    std::vector<std::string> result;
    for (const auto& entry : diagnostics_.entries()) result.push_back(entry.diagnostic.code);
    return result;
  }
  std::string refusalOf(const std::string& structures, const BookletOptions& options = {}) {
    try {
      readManifest(structures, options);
      return {};
    } catch (const BuildError& error) {
      return error.diagnostic().code;
    }
  }

  fs::path folder_;
  SourceFiles sources_;
  Diagnostics diagnostics_;
};

std::vector<std::string> idsOf(const publication::Publication& book) {
  std::vector<std::string> ids;
  for (const auto& chapter : book.chapters) ids.push_back(chapter.id);
  return ids;
}

bool hasLink(const dom::Element& element, std::string_view href) {
  if (element.attributeOr("href") == href) return true;
  return std::ranges::any_of(element.children(), [&](const auto& child) {
    const dom::Element* below = dom::asElement(*child);
    return below && hasLink(*below, href);
  });
}

TEST_F(BookletTest, OneArticleStandsAlone) {
  const auto book = read({"b.xhtml"});
  EXPECT_THAT(idsOf(book), ::testing::ElementsAre("chapter-1"));
  EXPECT_EQ(book.metadata.title.text, "Second");
  EXPECT_EQ(book.metadata.contributors.at(0).name, "B. Author");
  EXPECT_TRUE(dom::findById(*book.chapters[0].root, "x"));  // ids stay as they are
}

/// What the heads of a chapter's pages show: the book, the authors.
std::string headsOf(const publication::Chapter& chapter) {
  return std::string(chapter.root->attributeOr("data-head-book")) + " | " + std::string(chapter.root->attributeOr("data-head-authors"));
}

TEST_F(BookletTest, HeadsOfPagesNameTheBookAndNoOtherChaptersAuthors) {
  const auto book = read({"b.xhtml", "a.xhtml"}, {.title = "Reader", .language = "en"});
  EXPECT_EQ(headsOf(book.chapters[2]), "Reader | B. Author");
  EXPECT_EQ(headsOf(book.chapters[3]), "Reader | Reader");
  EXPECT_EQ(headsOf(book.chapters[1]), " | ");  // the contents
  const auto edited = read({"b.xhtml", "a.xhtml"}, {.title = "Reader", .author = "E. Editor", .language = "en"});
  EXPECT_EQ(headsOf(edited.chapters[3]), "Reader | Reader");
  const auto whole = read({"a.xhtml", "a.xhtml"}, {.title = "Reader", .author = "W. Writer", .language = "en"});
  EXPECT_EQ(headsOf(whole.chapters[3]), "Reader | W. Writer");
}

TEST_F(BookletTest, HeadsOfASingleArticleNameItsJournalElseItsAuthorsElseItsTitle) {
  EXPECT_EQ(headsOf(read({"b.xhtml"}).chapters[0]), "B. Author | B. Author");
  EXPECT_EQ(headsOf(read({"a.xhtml"}).chapters[0]), "甲 | 甲");
  write("j.xml",
        "<article xml:lang='en'><front><journal-meta><journal-title-group><journal-title>Annals</journal-title></journal-title-group>"
        "</journal-meta><article-meta><title-group><article-title>T</article-title></title-group></article-meta></front>"
        "<sub-article><front-stub><contrib-group><contrib contrib-type='author'><name><surname>Other</surname></name></contrib>"
        "</contrib-group></front-stub><body><p>x</p></body></sub-article></article>");
  EXPECT_EQ(headsOf(read({"j.xml"}).chapters[0]), "Annals | Annals");
}

TEST_F(BookletTest, TheTitlePageHasTheDateInTheBooksLanguage) {
  const auto words = [&](const std::string& language) {
    const auto book = read({"a.xhtml", "b.xhtml"}, {.title = "Reader", .language = language, .date = "2026-11"});
    return dom::textContent(*book.chapters[0].root);
  };
  EXPECT_THAT(words("en"), ::testing::HasSubstr("November 2026"));
  EXPECT_THAT(words("zh-Hans"), ::testing::HasSubstr("2026年11月"));
  EXPECT_EQ(read({"a.xhtml", "b.xhtml"}, {.date = "2026-11"}).metadata.date, "2026-11");
}

TEST_F(BookletTest, SeveralArticlesGetTitlePageAndContents) {
  const auto book =
      read({"a.xhtml", "b.xhtml"}, {.title = "Reader", .author = "X; Y", .language = "en", .date = "2026"});
  EXPECT_THAT(idsOf(book), ::testing::ElementsAre("title-page", "contents", "chapter-1", "chapter-2"));
  EXPECT_EQ(book.metadata.title.text, "Reader");
  EXPECT_EQ(book.metadata.contributors.size(), 2U);
  EXPECT_THAT(book.metadata.languages, ::testing::ElementsAre("en", "ja"));
  EXPECT_EQ(book.chapters[1].title, "Contents");
  EXPECT_TRUE(hasLink(*book.chapters[1].root, "#chapter-2"));
  EXPECT_TRUE(hasLink(*book.chapters[1].root, "#c2-only-b"));
}

TEST_F(BookletTest, LinksBetweenArticlesAreSettledAndTheRestReported) {
  const auto book = read({"a.xhtml", "b.xhtml"});
  const dom::Element& first = *book.chapters[2].root;
  EXPECT_TRUE(hasLink(first, "#c2-x"));
  EXPECT_TRUE(hasLink(first, "#c2-only-b"));
  EXPECT_TRUE(hasLink(first, "#chapter-2"));
  EXPECT_EQ(std::ranges::count(codes(), "xref-dangling"), 1);
  EXPECT_NE(dom::textContent(first).find("none"), std::string::npos);
}

TEST_F(BookletTest, AManifestOrdersPartsChaptersAndAppendices) {
  write("m.css", "");
  const auto book = readManifest(
      "<structure xml:id='s'><merge><title>生徒用</title></merge><filterout audience='teacher'/><module "
      "renderas='toc'/>"
      "<module renderas='part'><merge><title>一部</title></merge><module resourceref='a' "
      "renderas='chapter'/></module>"
      "<module resourceref='b' renderas='appendix'><merge><title "
      "xml:lang='en'>Renamed</title></merge></module>"
      "<module renderas='glossary'/></structure><structure xml:id='t'><module resourceref='a'/></structure>");
  EXPECT_THAT(idsOf(book),
              ::testing::ElementsAre("title-page", "contents", "part-1", "chapter-1", "chapter-2"));
  EXPECT_EQ(book.chapters[2].kind, ChapterKind::Part);
  EXPECT_EQ(book.chapters[4].kind, ChapterKind::Appendix);
  EXPECT_EQ(book.chapters[4].title, "Renamed");
  EXPECT_EQ(book.chapters[1].title, "目次");
  EXPECT_EQ(book.metadata.title.text, "生徒用");
  EXPECT_EQ(book.metadata.date, "2026-01");
  EXPECT_EQ(book.metadata.contributors.at(0).name, "編集部");
  EXPECT_EQ(book.metadata.contributors.at(1).role, "ctb");
  ASSERT_EQ(book.navigation.size(), 2U);
  EXPECT_EQ(book.navigation[0].children.at(0).target, "chapter-1");
  EXPECT_EQ(book.navigation[1].label, "Renamed");
  EXPECT_EQ(dom::textContent(*book.chapters[4].root).find("key"), std::string::npos);
  EXPECT_EQ(book.styleReferences.size(), 1U);
  EXPECT_THAT(codes(), ::testing::IsSupersetOf({"structure-chosen", "module-empty"}));
}

TEST_F(BookletTest, FiltersOfAModuleHoldInItAlone) {
  write("a.xhtml", article("en", "<h1>A</h1><p data-audience='teacher'>key</p><p>all</p>"));
  const auto book = readManifest("<structure xml:id='s'>"
                                 "<module renderas='part'><filterout audience='teacher'/><merge><title>Students</title></merge>"
                                 "<merge audience='teacher'><title>Wrong</title></merge>"
                                 "<module resourceref='a'/><module audience='teacher' resourceref='b'/></module>"
                                 "<module resourceref='a'/></structure>");
  EXPECT_THAT(idsOf(book), ::testing::ElementsAre("title-page", "part-1", "chapter-1", "chapter-2"));
  EXPECT_EQ(book.chapters[1].title, "Students");
  EXPECT_EQ(dom::textContent(*book.chapters[2].root).find("key"), std::string::npos);
  EXPECT_NE(dom::textContent(*book.chapters[3].root).find("key"), std::string::npos);
}

TEST_F(BookletTest, ALinkToAnotherResourceFindsTheArticleThatHasItsId) {
  write("c.xml", "<article xmlns='http://docbook.org/ns/docbook' xml:lang='en'><title>C</title>"
                 "<para>See <olink targetdoc='b' targetptr='there'>there</olink>.</para></article>");
  write("b.xhtml", article("en", "<h1>B</h1><p id='there'>here</p>"));
  const auto book = readPublication(std::vector{folder_ / "c.xml", folder_ / "b.xhtml"}, {}, sources_, diagnostics_);
  EXPECT_TRUE(hasLink(*book.chapters[2].root, "#c2-there")) << dom::dump(*book.chapters[2].root);
}

TEST_F(BookletTest, AGlossaryIsGatheredSortedAndJoined) {
  write("a.xhtml", article("en", "<h1>A</h1><p><a href='#pear'>pear</a></p><section role='doc-glossary' id='g'>"
                                 "<h2>Words</h2><dl><dt id='pear'>pear</dt><dd>fruit</dd><dt>fig</dt><dd>first</dd></dl></section>"));
  write("b.xhtml", article("en", "<h1>B</h1><p><a href='#fig'>fig</a></p><section role='doc-glossary'><h2>Words</h2>"
                                 "<p>Kept.</p><dl><dt id='fig'>fig</dt><dd>second</dd></dl></section>"));
  const auto book = readManifest("<structure xml:id='s'><module resourceref='a'/><module resourceref='b'/>"
                                 "<module renderas='glossary'><merge><title>語彙</title></merge></module></structure>");
  EXPECT_THAT(idsOf(book), ::testing::ElementsAre("title-page", "chapter-1", "chapter-2", "glossary"));
  const dom::Element& glossary = *book.chapters[3].root;
  EXPECT_EQ(dom::dump(glossary),
            "<section id=\"glossary\" class=\"glossary\" lang=\"ja\" xml:lang=\"ja\" epub:type=\"glossary\" role=\"doc-glossary\" "
            "data-head-book=\"本\" data-head-authors=\"編集部\">\n"
            "  <h1>\n    \"語彙\"\n"
            "  <dl class=\"glossary-list\">\n"
            "    <dt id=\"glossary-1\">\n      \"fig\"\n"
            "    <dd>\n      \"first\"\n"
            "    <dd>\n      \"second\"\n"
            "    <dt id=\"c1-pear\">\n      \"pear\"\n"
            "    <dd>\n      \"fruit\"\n");
  EXPECT_TRUE(hasLink(*book.chapters[1].root, "#c1-pear"));
  EXPECT_TRUE(hasLink(*book.chapters[2].root, "#glossary-1"));  // the term that was joined to the first
  EXPECT_EQ(dom::textContent(*book.chapters[1].root), "Apear");  // the empty glossary is gone, from the contents too
  EXPECT_TRUE(book.navigation.at(0).children.empty());
  EXPECT_NE(dom::textContent(*book.chapters[2].root).find("Kept."), std::string::npos);
}

TEST_F(BookletTest, AnAnswerOutOfASentenceLeavesAGapAndIsNamedByTheQuestionsNumber) {
  write("a.xhtml", article("zh-Hans", "<h1>A</h1><ol start='4'><li class='question'>今天<span class='answer'>忽然</span>下"
                                      "<span class='answer'>x</span>了。</li></ol>"));
  const auto book = readManifest("<structure xml:id='s'><module resourceref='a'/>"
                                 "<module renderas='appendix' role='answers'/></structure>");
  // As wide as the answer, two em at least.
  EXPECT_EQ(dom::textContent(*book.chapters[1].root), "A今天\u2003\u2003下\u2003\u2003了。");
  EXPECT_EQ(dom::textContent(*book.chapters[2].root), "解答A4\u2002忽然 · x");
  EXPECT_TRUE(hasLink(*book.chapters[2].root, "#answers-1"));
}

TEST_F(BookletTest, AnswersAreGatheredAndNameTheirQuestions) {
  write("a.xhtml", article("en", "<h1>A</h1><div class='q'><div class='question'><p>Why is it so?</p></div>"
                                 "<div class='answer'><p>Because.</p></div></div>"));
  const auto book = readManifest("<structure xml:id='s'><module resourceref='a'/>"
                                 "<module renderas='appendix' role='answers'/></structure>");
  EXPECT_THAT(idsOf(book), ::testing::ElementsAre("title-page", "chapter-1", "answers"));
  EXPECT_EQ(book.chapters[2].title, "解答");
  EXPECT_EQ(dom::textContent(*book.chapters[1].root), "AWhy is it so?");
  EXPECT_EQ(dom::textContent(*book.chapters[2].root), "解答AWhy is it so?Because.");
  EXPECT_TRUE(hasLink(*book.chapters[2].root, "#answers-1"));  // the question
  EXPECT_TRUE(dom::findById(*book.chapters[1].root, "answers-1"));
  EXPECT_EQ(book.navigation.back().label, "解答");
}

TEST_F(BookletTest, AnIndexIsMadeOfTheMarksOfAllArticles) {
  write("a.xhtml", article("en", "<h1>A</h1><p><span class='index-term' data-term='rain : light'></span>x"
                                 "<span class='index-term' data-term='drizzle : → rain'></span></p>"));
  write("b.xhtml", article("en", "<h1>B</h1><p><span class='index-term' data-term='rain'></span>y</p>"));
  const auto book = readManifest("<structure xml:id='s'><module resourceref='a'/><module resourceref='b'/>"
                                 "<module renderas='index'/></structure>");
  EXPECT_THAT(idsOf(book), ::testing::ElementsAre("title-page", "chapter-1", "chapter-2", "index"));
  EXPECT_EQ(dom::textContent(*book.chapters[3].root), "索引drizzle　→ rainrain　1light　1");
  EXPECT_TRUE(hasLink(*book.chapters[3].root, "#index-1"));
  EXPECT_EQ(book.chapters[3].kind, ChapterKind::Index);
}

TEST_F(BookletTest, TheOtherEditionKeepsWhatTheFirstLeavesOut) {
  const std::string structures =
      "<structure xml:id='s'><filterout audience='teacher'/><module resourceref='b'/></structure>"
      "<structure xml:id='t'><filterin audience='teacher'/><module resourceref='b'/></structure>";
  const auto book = readManifest(structures, {.structure = "t"});
  EXPECT_NE(dom::textContent(*book.chapters.back().root).find("key"), std::string::npos);
  EXPECT_EQ(refusalOf(structures, {.structure = "u"}), "structure-unknown");
}

TEST_F(BookletTest, FaultyManifestsAreRefused) {
  EXPECT_EQ(refusalOf(""), "manifest-invalid");
  EXPECT_EQ(refusalOf("<structure/>"), "manifest-invalid");
  EXPECT_EQ(refusalOf("<structure><module resourceref='none'/></structure>"), "manifest-invalid");
  EXPECT_EQ(refusalOf("<resources><resource xml:id='p' href='../../../../../../etc/passwd'/></resources>"
                      "<structure><module resourceref='p'/></structure>"),
            "manifest-invalid");
  write("c.xml", "<concept id='c'><title>DITA</title></concept>");
  EXPECT_EQ(refusalOf("<resources><resource xml:id='c' href='c.xml'/></resources><structure><module "
                      "resourceref='c'/></structure>"),
            "vocabulary-unsupported");
}

TEST_F(BookletTest, EqualInputGivesEqualOutput) {
  EXPECT_EQ(publication::dump(read({"a.xhtml", "b.xhtml"})), publication::dump(read({"a.xhtml", "b.xhtml"})));
}

/// Every case of the collection of bad input that must be refused is, with a place; the others are read.
class BadCorpus : public ::testing::TestWithParam<std::string> {};

std::vector<std::string> badCases() {
  std::vector<std::string> lines;
  std::ifstream stream(octavo::test::sharedPath("corpus/bad/EXPECT.tsv"));
  for (std::string line; std::getline(stream, line);) {
    const std::size_t tab = line.find('\t');
    const std::string kind =
        tab == std::string::npos ? "" : line.substr(tab + 1, line.find('\t', tab + 1) - tab - 1);
    if (kind == "reject" || kind == "safe" || kind == "accept" || kind == "accept+warn") {
      lines.push_back(line.substr(0, tab) + " " + kind);
    }
  }
  return lines;
}

TEST_P(BadCorpus, EndsAsItMust) {
  const std::string file = GetParam().substr(0, GetParam().find(' '));
  const std::string kind = GetParam().substr(GetParam().find(' ') + 1);
  const std::vector<fs::path> inputs{octavo::test::sharedPath("corpus/bad/" + file)};
  SourceFiles sources;
  Diagnostics diagnostics;
  try {
    const auto book = readPublication(inputs, {}, sources, diagnostics);
    EXPECT_NE(kind, "reject") << "was read";
    EXPECT_EQ(publication::dump(book).find("root:x:0"), std::string::npos) << "a file outside leaked";
    EXPECT_TRUE(kind != "accept+warn" || diagnostics.hasWarnings());
  } catch (const BuildError& error) {
    EXPECT_TRUE(kind == "reject" || kind == "safe") << error.what();
    EXPECT_TRUE(error.diagnostic().where.file) << error.what();
    EXPECT_GT(error.diagnostic().where.line, 0U) << error.what();
  }
}
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(BadCorpus);
INSTANTIATE_TEST_SUITE_P(Vocabulary, BadCorpus, ::testing::ValuesIn(badCases()), octavo::test::caseName);

}  // namespace
}  // namespace octavo::vocabulary
