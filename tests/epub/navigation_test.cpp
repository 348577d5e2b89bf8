// What the navigation tells of besides the contents, and what chapters get so that it can.
#include <gtest/gtest.h>

#include <array>

#include "epub/captions.h"
#include "epub/content_document.h"
#include "epub/landmarks.h"
#include "epub/navigation.h"
#include "xml/xml.h"

namespace octavo::epub {
namespace {

using publication::ChapterKind;
using publication::Publication;

class NavigationTest : public ::testing::Test {
 protected:
  void addChapter(const std::string& id, const std::string& content) {
    const std::string text = "<section xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops' id='" + id +
                             "' lang='en'>" + content + "</section>";
    Diagnostics diagnostics;
    dom::Document document = xml::readBytes(text, "a.xhtml", InputFolder("."), sources_, diagnostics);
    book_.metadata.languages = {"en"};
    book_.chapters.push_back({ChapterKind::Chapter, id, id, "en", std::move(document.root)});
  }
  std::string navigation() {
    const PageMarks pages = findPageMarks(book_, {});
    const std::vector<Document> documents = makeDocuments(book_, pages);
    const FilesById files = filesById(documents);
    return navigationDocument({book_, documents, files, pages});
  }
  std::string chapter(std::size_t index) {
    return xml::serialize(*makeDocuments(book_, findPageMarks(book_, {}))[index].root);
  }
  static bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

  SourceFiles sources_;
  Publication book_;
};

TEST_F(NavigationTest, ListsFiguresAndTablesByTheirCaptionsWithoutReadings) {
  addChapter("c1", "<figure><img src='a.png' alt='a'/><figcaption lang='ja'><ruby>雨<rt>あめ</rt></ruby>の 日</figcaption></figure>"
                   "<figure id='f'><img src='a.png' alt='a'/></figure>");
  addChapter("c2", "<figure id='t'><table><tbody><tr><td>1</td></tr></tbody></table><figcaption><p>Boxed</p><p>More.</p></figcaption></figure>"
                   "<table id='u'><caption>Plain</caption><tbody><tr><td>1</td></tr></tbody></table>");
  const std::string nav = navigation();
  EXPECT_TRUE(holds(nav, "<nav id=\"loi\" epub:type=\"loi\" hidden=\"hidden\">\n<h2>Figures</h2>\n<ol>\n"
                         "<li><a href=\"c1.xhtml#figure-at-1\" lang=\"ja\" xml:lang=\"ja\">雨の 日</a></li>\n</ol>")) << nav;
  EXPECT_TRUE(holds(nav, "<li><a href=\"c2.xhtml#t\">Boxed</a></li>\n<li><a href=\"c2.xhtml#u\">Plain</a></li>\n</ol>")) << nav;
  EXPECT_TRUE(holds(chapter(0), "<figure id=\"figure-at-1\">"));
}

TEST_F(NavigationTest, HasNoListsOfNothing) {
  addChapter("c1", "<p>text</p>");
  EXPECT_FALSE(holds(navigation(), "loi"));
  EXPECT_FALSE(holds(navigation(), "lot"));
}

TEST_F(NavigationTest, LandmarksNameTheIndexAndTheOnlyNotes) {
  addChapter("c1", "<section class='notes' role='doc-endnotes' epub:type='endnotes'><aside>n</aside></section>");
  addChapter("c2", "<section id='x' role='doc-index'><h2>Names</h2></section>");
  const std::string nav = navigation();
  EXPECT_TRUE(holds(nav, "<a epub:type=\"index\" href=\"c2.xhtml#x\">Names</a>")) << nav;
  EXPECT_TRUE(holds(nav, "<a epub:type=\"endnotes\" href=\"c1.xhtml#notes-at-1\">Notes</a>")) << nav;
  addChapter("c3", "<section class='notes' role='doc-endnotes' epub:type='endnotes'><aside>n</aside></section>");
  EXPECT_FALSE(holds(navigation(), "epub:type=\"endnotes\"")) << "notes of a chapter are not those of the book";
}

TEST_F(NavigationTest, ItsWordsAreInTheLanguageOfTheBook) {
  addChapter("c1", "<section id='x' role='doc-index'><p>a</p></section>");
  const std::vector<std::array<std::string, 4>> words{{"it", "Indice", "Punti di riferimento", "Indice analitico"},
                                                      {"ru-RU", "Содержание", "Ориентиры", "Указатель"},
                                                      {"zh-HK", "目錄", "導覽", "索引"},
                                                      {"cy", "Contents", "Landmarks", "Index"}};
  for (const auto& [language, contents, landmarks, index] : words) {
    book_.metadata.languages = {language};
    const std::string nav = navigation();
    EXPECT_TRUE(holds(nav, "<h1>" + contents + "</h1>")) << nav;
    EXPECT_TRUE(holds(nav, "<h2>" + landmarks + "</h2>")) << nav;
    EXPECT_TRUE(holds(nav, "#x\">" + index + "</a>")) << nav;
  }
}

TEST_F(NavigationTest, AnIndexWithoutEntryListIsOneByItsRoleAlone) {
  addChapter("c1", "<section id='x' role='doc-index' epub:type='index'><ul><li>word</li></ul></section>");
  EXPECT_TRUE(holds(chapter(0), "<section id=\"x\" role=\"doc-index\">")) << chapter(0);
}

TEST_F(NavigationTest, AQuestionLinksToItsAnswerWhereThatStandsElsewhere) {
  addChapter("c1", "<div id='q1' class='question'><p>One?</p></div><div id='q2' class='question'><p>Two?</p></div>"
                   "<div id='a2' class='answer'><p class='answer-title'><a href='#q2'>Answer 2</a></p></div>");
  addChapter("c2", "<div class='answer'><p class='answer-title'><a href='#q1'>Answer 1</a></p></div>");
  const std::string first = chapter(0);
  EXPECT_TRUE(holds(first, "<p>One?</p><p class=\"to-answer\"><a href=\"#answer-at-1\">Answer 1</a></p></div>")) << first;
  EXPECT_TRUE(holds(first, "<p>Two?</p></div>")) << "its answer comes next";
  EXPECT_TRUE(holds(chapter(1), "id=\"answer-at-1\""));
}

TEST_F(NavigationTest, ALinkToAnAnswerSaysSoWhereTheAnswerIsCalledByItsQuestion) {
  addChapter("c1", "<section lang='de'><div id='q1' class='question'><p>1. Warum?</p></div></section>");
  addChapter("c2", "<div class='answer'><p class='answer-title'><a href='#q1'>1.</a></p></div>");
  EXPECT_TRUE(holds(chapter(0), "<a href=\"#answer-at-1\">Antwort</a>")) << chapter(0);
}

TEST_F(NavigationTest, APictureWithoutWordsHasThoseOfItsCaption) {
  addChapter("c1", "<figure><img src='a.png' alt=''/><figcaption>A frame</figcaption></figure>"
                   "<img src='b.png' alt='' role='presentation'/>");
  const std::string text = chapter(0);
  EXPECT_TRUE(holds(text, "alt=\"A frame\"")) << text;
  EXPECT_TRUE(holds(text, "<img src=\"b.png\" alt=\"\"")) << "decoration needs none";
}

TEST_F(NavigationTest, LongCaptionsAreCutBetweenWords) {
  dom::Element caption(dom::Namespace::Xhtml, "figcaption", {});
  std::string words;
  for (int i = 0; i < 60; ++i) words += "word" + std::to_string(i) + " ";
  caption.appendText(words, {});
  const std::string text = captionText(caption);
  EXPECT_LT(text.size(), 210U);
  EXPECT_TRUE(text.ends_with("…"));
  EXPECT_TRUE(words.starts_with(text.substr(0, text.size() - 3) + " ")) << text;
}

}  // namespace
}  // namespace octavo::epub
