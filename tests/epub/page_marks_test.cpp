// Where the marks of pages stand in the documents.
#include "epub/page_marks.h"

#include <filesystem>

#include <gtest/gtest.h>

#include "base/files.h"
#include "epub/content_document.h"
#include "epub/navigation.h"
#include "xml/xml.h"

namespace octavo::epub {
namespace {

using publication::ChapterKind;
using publication::Publication;

/// A book of one chapter with this content.
class PageMarksTest : public ::testing::Test {
 protected:
  void read(const std::string& content) {
    const std::string text = "<section xmlns='http://www.w3.org/1999/xhtml' xmlns:epub='http://www.idpf.org/2007/ops' id='c'>" +
                             content + "</section>";
    Diagnostics diagnostics;
    dom::Document document = xml::readBytes(text, "a.xhtml", InputFolder(std::filesystem::current_path()), sources_, diagnostics);
    book_.metadata.languages = {"en"};
    book_.chapters.clear();
    book_.chapters.push_back({ChapterKind::Chapter, "c", "C", "en", std::move(document.root)});
  }
  const dom::Element* named(const std::string& id) { return dom::findById(*book_.chapters[0].root, id); }
  /// The chapter's document where page 2 begins behind so much ink of the element.
  std::string marked(const dom::Element* element, std::size_t inkBefore, const std::string& text) {
    Pagination pagination{"print", {{"2", element, inkBefore, text}}};
    const PageMarks pages = findPageMarks(book_, pagination);
    std::string markup = xml::serialize(*makeDocuments(book_, pages)[0].root);
    const std::string mark = "<span id=\"page-2\" epub:type=\"pagebreak\" role=\"doc-pagebreak\" aria-label=\"2\"></span>";
    const std::size_t at = markup.find(mark);
    if (at == std::string::npos) return "no mark: " + markup;
    markup.replace(at, mark.size(), "|");
    const std::size_t body = markup.find('>') + 1;
    return markup.substr(body, markup.size() - body - std::string("</section>").size());
  }
  SourceFiles sources_;
  Publication book_;
};

TEST_F(PageMarksTest, StandInTheTextWhereThePageBegins) {
  read("<p id='p'>one\n   two <em>in</em> three</p>");
  EXPECT_EQ(marked(named("p"), 6, "three"), "<p id=\"p\">one\n   two <em>in</em> |three</p>");
  EXPECT_EQ(marked(named("p"), 3, "two"), "<p id=\"p\">one\n   |two <em>in</em> three</p>");
  EXPECT_EQ(marked(named("p"), 4, "wo"), "<p id=\"p\">one\n   t|wo <em>in</em> three</p>") << "a word that was parted";
}

TEST_F(PageMarksTest, FindTheWordsWhereAStyleHasChangedTheCount) {
  read("<p id='p'>stra\xC3\x9F" "e gro\xC3\x9F weit</p>");
  EXPECT_EQ(marked(named("p"), 12, "WEIT"), "<p id=\"p\">stra\xC3\x9F" "e gro\xC3\x9F |weit</p>");
}

TEST_F(PageMarksTest, StandBeforeWhatIsOneThing) {
  read("<p>see <a id='a' href='#c'>this place</a>, <ruby id='r'>漢字<rt>かんじ</rt></ruby></p>");
  EXPECT_EQ(marked(named("a"), 4, "place"),
            "<p>see |<a id=\"a\" href=\"#c\">this place</a>, <ruby id=\"r\">漢字<rt>かんじ</rt></ruby></p>");
  EXPECT_EQ(marked(named("r"), 1, "字"),
            "<p>see <a id=\"a\" href=\"#c\">this place</a>, |<ruby id=\"r\">漢字<rt>かんじ</rt></ruby></p>");
}

TEST_F(PageMarksTest, StandBeforeAHeadingThatBeginsThePage) {
  read("<section><h2><em id='e'>First</em> words</h2><figure><img id='i' src='a.png' alt='a'/></figure></section>");
  EXPECT_EQ(marked(named("e"), 0, "First"),
            "<section>|<h2><em id=\"e\">First</em> words</h2><figure><img id=\"i\" src=\"a.png\" alt=\"a\"/></figure></section>");
  EXPECT_EQ(marked(named("i"), 0, ""),
            "<section><h2><em id=\"e\">First</em> words</h2><figure>|<img id=\"i\" src=\"a.png\" alt=\"a\"/></figure></section>");
}

TEST_F(PageMarksTest, SeveralInOneTextKeepTheirPlaces) {
  read("<p id='p'>one two three</p>");
  const dom::Element* p = named("p");
  const PageMarks pages = findPageMarks(book_, {"print", {{"1", p, 0, "one"}, {"2", p, 3, "two"}, {"3", p, 6, "three"}}});
  EXPECT_EQ(dom::textContent(*makeDocuments(book_, pages)[0].root), "one two three");
  const std::string markup = xml::serialize(*makeDocuments(book_, pages)[0].root);
  EXPECT_LT(markup.find("page-1"), markup.find("one"));
  EXPECT_LT(markup.find("one"), markup.find("page-2"));
  EXPECT_LT(markup.find("two"), markup.find("page-3"));
  EXPECT_LT(markup.find("page-3"), markup.find("three"));
}

TEST_F(PageMarksTest, MarksOfTheSourceAreListedWhereTheEpubIsMadeAlone) {
  read("<p><span id='pb' role='doc-pagebreak' epub:type='pagebreak' aria-label='241'/>text"
       "<span id='none' role='doc-pagebreak' epub:type='pagebreak'/></p>");
  book_.metadata.source = "Journal 3";
  const PageMarks own = findPageMarks(book_, {});
  ASSERT_EQ(own.list.size(), 1U) << "a page without a number cannot be looked for";
  EXPECT_EQ(own.list[0].label, "241");
  EXPECT_EQ(own.list[0].id, "pb");
  EXPECT_EQ(own.source, "Journal 3");
  const PageMarks printed = findPageMarks(book_, {"print", {{"1", book_.chapters[0].root.get(), 0, ""}}});
  const std::string markup = xml::serialize(*makeDocuments(book_, printed)[0].root);
  EXPECT_EQ(markup.find("241"), std::string::npos) << "one page list, of one book: " << markup;
  EXPECT_NE(markup.find("<span id=\"pb\"></span>"), std::string::npos) << "references may still point there";
}

TEST_F(PageMarksTest, NavigationAndNcxHoldTheSamePages) {
  read("<p id='p'>one two three</p>");
  const dom::Element* p = named("p");
  const PageMarks pages = findPageMarks(book_, {"print", {{"iv", p, 0, "one"}, {"2", p, 3, "two"}}});
  const std::vector<Document> documents = makeDocuments(book_, pages);
  const FilesById files = filesById(documents);
  const NavigationInputs inputs{book_, documents, files, pages};
  const std::string nav = navigationDocument(inputs);
  EXPECT_NE(nav.find("<li><a href=\"c.xhtml#page-iv\">iv</a></li>\n<li><a href=\"c.xhtml#page-2\">2</a></li>"), std::string::npos) << nav;
  const std::string ncx = ncxDocument(inputs, "urn:x");
  EXPECT_NE(ncx.find("type=\"front\""), std::string::npos) << ncx;
  EXPECT_NE(ncx.find("type=\"normal\" value=\"2\""), std::string::npos) << ncx;
  EXPECT_NE(ncx.find("maxPageNumber\" content=\"2\""), std::string::npos) << ncx;
}

}  // namespace
}  // namespace octavo::epub
