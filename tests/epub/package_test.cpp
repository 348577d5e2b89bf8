// The files of the package, from a small book made by hand.
#include <gtest/gtest.h>

#include <algorithm>

#include "epub/accessibility.h"
#include "epub/archive.h"
#include "epub/content_document.h"
#include "epub/navigation.h"
#include "epub/package.h"
#include "support/golden.h"

namespace octavo::epub {
namespace {

using dom::Namespace;
using publication::Chapter;
using publication::ChapterKind;
using publication::Publication;

Chapter makeChapter(ChapterKind kind, const std::string& id, const std::string& title) {
  Chapter chapter{kind, id, title, "ja", std::make_unique<dom::Element>(Namespace::Xhtml, "section", SourcePosition{})};
  chapter.root->setAttribute("id", id);
  chapter.root->setAttribute("lang", "ja");
  chapter.root->setAttribute("xml:lang", "ja");
  chapter.root->appendElement(Namespace::Xhtml, "h1", {}).appendText(title, {});
  return chapter;
}

dom::Element& link(dom::Element& parent, const std::string& href, const std::string& text) {
  dom::Element& anchor = parent.appendElement(Namespace::Xhtml, "a", {});
  anchor.setAttribute("href", href);
  anchor.appendText(text, {});
  return anchor;
}

/// Title page, contents and two chapters that refer to each other.
Publication makeBook() {
  Publication book;
  book.metadata.title = {"雨 & 紙", "ja"};
  book.metadata.translatedTitles = {{"Rain and Paper", "en"}};
  book.metadata.languages = {"ja", "en"};
  book.metadata.contributors = {{"水野灯", "水野灯", "aut", "ja", {{"Mizuno Akari", "en"}}, {}}};
  book.metadata.date = "2026-09-30";
  book.chapters.push_back(makeChapter(ChapterKind::TitlePage, "title-page", "雨 & 紙"));
  book.chapters.push_back(makeChapter(ChapterKind::Contents, "contents", "目次"));
  book.chapters.push_back(makeChapter(ChapterKind::Chapter, "chapter-1", "雨"));
  book.chapters.push_back(makeChapter(ChapterKind::Chapter, "chapter-2", "紙"));
  dom::Element& paragraph = book.chapters[2].root->appendElement(Namespace::Xhtml, "p", {});
  paragraph.setAttribute("id", "p1");
  link(paragraph, "#p1", "here");
  link(paragraph, "#p2", "there");
  link(paragraph, "#chapter-2", "the chapter");
  book.chapters[3].root->appendElement(Namespace::Xhtml, "p", {}).setAttribute("id", "p2");
  book.chapters[3].root->appendElement(Namespace::MathMl, "math", {}).setAttribute("alttext", "x");
  book.navigation = {{"雨", "ja", "chapter-1", {{"節", "ja", "p1", {}}}}, {"紙", "ja", "chapter-2", {}}};
  return book;
}

/// The chapter as a document of the book.
ContentDocument documentOf(const Publication& book, std::size_t chapter) {
  std::vector<Document> documents = makeDocuments(book, findPageMarks(book, {}));
  const FilesById files = filesById(documents);
  return contentDocument(std::move(documents[chapter]), files);
}

TEST(ContentDocument, IdsOfOtherFilesBecomeAddresses) {
  const Publication book = makeBook();
  const std::string text = documentOf(book, 2).bytes;
  EXPECT_NE(text.find("href=\"#p1\""), std::string::npos);
  EXPECT_NE(text.find("href=\"chapter-2.xhtml#p2\""), std::string::npos);
  EXPECT_NE(text.find("href=\"chapter-2.xhtml\""), std::string::npos) << "a chapter's root is its file";
}

TEST(ContentDocument, SaysWhichForeignVocabulariesItHolds) {
  const Publication book = makeBook();
  EXPECT_EQ(documentOf(book, 2).properties, "");
  EXPECT_EQ(documentOf(book, 3).properties, "mathml");
}

TEST(EpubGolden, ContentDocument) {
  const Publication book = makeBook();
  test::expectGolden(test::testPath("epub/chapter.xhtml.txt"), documentOf(book, 2).bytes);
}

TEST(EpubGolden, NavigationDocument) {
  const Publication book = makeBook();
  const PageMarks pages = findPageMarks(book, {});
  const std::vector<Document> documents = makeDocuments(book, pages);
  const FilesById files = filesById(documents);
  test::expectGolden(test::testPath("epub/nav.xhtml.txt"), navigationDocument({book, documents, files, pages}));
}

TEST(EpubGolden, Ncx) {
  const Publication book = makeBook();
  const PageMarks pages = findPageMarks(book, {});
  const std::vector<Document> documents = makeDocuments(book, pages);
  const FilesById files = filesById(documents);
  test::expectGolden(test::testPath("epub/toc.ncx.txt"), ncxDocument({book, documents, files, pages}, "urn:x"));
}

TEST(EpubGolden, PackageDocument) {
  const Publication book = makeBook();
  Diagnostics diagnostics;
  const PackageFacts facts{book.metadata, "urn:x", "2026-09-30T00:00:00Z", describeAccessibility(book, false, diagnostics), {}};
  const std::vector<Item> items{{"cover.xhtml", "application/xhtml+xml", "", "", true},
                                {"images/cover.png", "image/png", "cover-image", "", false},
                                {"chapter-1.xhtml", "application/xhtml+xml", "", "", true},
                                {"toc.ncx", "application/x-dtbncx+xml", "", "", false}};
  test::expectGolden(test::testPath("epub/package.opf.txt"), packageDocument(facts, items));
}

TEST(Accessibility, APictureWithoutWordsKeepsTheBookFromClaimingConformance) {
  Publication book = makeBook();
  Diagnostics diagnostics;
  EXPECT_TRUE(describeAccessibility(book, false, diagnostics).conforms);
  dom::Element& picture = book.chapters[2].root->appendElement(Namespace::Xhtml, "img", {});
  picture.setAttribute("alt", "");
  EXPECT_FALSE(describeAccessibility(book, false, diagnostics).conforms);
  ASSERT_EQ(diagnostics.entries().size(), 1U);
  EXPECT_EQ(diagnostics.entries()[0].diagnostic.code, "epub-not-accessible");
  picture.setAttribute("role", "presentation");
  Diagnostics again;
  EXPECT_TRUE(describeAccessibility(book, false, again).conforms) << "decoration needs no words";
}

TEST(Archive, MimetypeStandsFirstBareAndStored) {
  const std::string bytes = makeArchive({{"mimetype", "application/epub+zip", true}, {"a.txt", "aaaa", false}});
  ASSERT_GT(bytes.size(), 58U);
  EXPECT_EQ(bytes.substr(0, 4), "PK\x03\x04");
  EXPECT_EQ(bytes.substr(8, 2), std::string(2, '\0')) << "stored";
  EXPECT_EQ(bytes.substr(28, 2), std::string(2, '\0')) << "no extra field";
  EXPECT_EQ(bytes.substr(30, 28), "mimetypeapplication/epub+zip");
}

TEST(Archive, EqualEntriesGiveEqualBytes) {
  const std::vector<ArchiveEntry> entries{{"mimetype", "application/epub+zip", true}, {"a.txt", std::string(9999, 'a'), false}};
  EXPECT_EQ(makeArchive(entries), makeArchive(entries));
}

}  // namespace
}  // namespace octavo::epub
