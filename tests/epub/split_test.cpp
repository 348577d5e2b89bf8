// Long chapters in several files.
#include "epub/split.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "epub/content_document.h"
#include "text/direction.h"
#include "epub/navigation.h"
#include "xml/xml.h"

namespace octavo::epub {
namespace {

using dom::Element;
using dom::Namespace;
using publication::Chapter;
using publication::ChapterKind;
using publication::Publication;

Element& add(Element& parent, const std::string& name, const std::string& id = {}, const std::string& text = {}) {
  Element& made = parent.appendElement(Namespace::Xhtml, name, {});
  if (!id.empty()) made.setAttribute("id", id);
  if (!text.empty()) made.appendText(text, {});
  return made;
}

void addCall(Element& paragraph, int number) {
  Element& call = add(paragraph, "a", fmt::format("call-{}", number), std::to_string(number));
  call.setAttribute("role", "doc-noteref");
  call.setAttribute("href", fmt::format("#note-{}", number));
}

void addNotes(Element& root, int count) {
  Element& section = add(root, "section", "notes");
  section.setAttribute("class", "notes");
  section.setAttribute("role", "doc-endnotes");
  for (int number = 1; number <= count; ++number) {
    Element& note = add(section, "aside", fmt::format("note-{}", number));
    note.setAttribute("role", "doc-footnote");
    Element& back = add(add(note, "p"), "a", {}, fmt::format("Note {}.", number));
    back.setAttribute("href", fmt::format("#call-{}", number));
    back.setAttribute("role", "doc-backlink");
  }
}

/// 2 MB: a section of 40 subsections with 20 paragraphs each, then a section of plain paragraphs; notes, links across.
Publication makeLongBook() {
  Publication book;
  book.metadata.title = {"Long", "en"};
  book.metadata.languages = {"en"};
  auto root = std::make_unique<Element>(Namespace::Xhtml, "section", SourcePosition{});
  root->setAttribute("id", "chapter-1");
  root->setAttribute("class", "chapter-style");
  add(*root, "h1", {}, "Long");
  int number = 0;
  const auto paragraph = [&](Element& section) {
    const std::string text = fmt::format("[{}] ", ++number);
    Element& made = add(section, "p", fmt::format("p-{}", number), text + std::string(1200, 'x'));
    if (number % 100 == 1) addCall(made, number / 100 + 1);
    if (number > 800) add(made, "a", {}, "back").setAttribute("href", fmt::format("#p-{}", number - 800));
  };
  Element& first = add(*root, "section", "s-1");
  add(first, "h2", {}, "First");
  for (int i = 1; i <= 40; ++i) {
    Element& below = add(first, "section", fmt::format("s-1-{}", i));
    add(below, "h3", {}, "Below");
    for (int j = 0; j < 20; ++j) paragraph(below);
  }
  Element& second = add(*root, "section", "s-2");
  add(second, "h2", {}, "Second");
  for (int i = 0; i < 800; ++i) paragraph(second);
  addNotes(*root, 16);
  book.chapters.push_back({ChapterKind::Chapter, "chapter-1", "Long", "en", std::move(root)});
  book.chapters.push_back({ChapterKind::Chapter, "chapter-1-2", "Short", "en", std::make_unique<Element>(Namespace::Xhtml, "section", SourcePosition{})});
  book.chapters.back().root->setAttribute("id", "chapter-1-2");
  book.navigation = {{"Long", "en", "chapter-1", {{"First", "en", "s-1", {{"Last below", "en", "s-1-40", {}}}}, {"Second", "en", "s-2", {}}}}};
  return book;
}

struct MadeFile {
  std::string path, bytes;
  std::set<std::string> ids;
  std::vector<std::string> references;
};

void collect(const Element& element, MadeFile& file) {
  if (const std::string* id = element.attribute("id")) {
    EXPECT_TRUE(file.ids.insert(*id).second) << *id;
  }
  if (const std::string* reference = element.attribute("href")) file.references.push_back(*reference);
  for (const auto& child : element.children()) {
    if (const Element* below = dom::asElement(*child)) collect(*below, file);
  }
}

std::vector<MadeFile> makeFiles(const Publication& book) {
  std::vector<Document> documents = makeDocuments(book, findPageMarks(book, {}));
  const FilesById files = filesById(documents);
  std::vector<MadeFile> made;
  for (Document& document : documents) {
    MadeFile file;
    file.path = document.path;
    file.bytes = contentDocument(std::move(document), files).bytes;
    SourceFiles sources;
    Diagnostics diagnostics;
    collect(*xml::readBytes(file.bytes, file.path, InputFolder("."), sources, diagnostics).root, file);
    made.push_back(std::move(file));
  }
  return made;
}

TEST(Split, ATwoMegabyteChapterBecomesFilesUnderTheLimitAndLosesNothing) {
  const Publication book = makeLongBook();
  const std::vector<MadeFile> files = makeFiles(book);
  ASSERT_GE(files.size(), 9U);
  EXPECT_EQ(files[0].path, "chapter-1.xhtml");
  EXPECT_EQ(files[1].path, "chapter-1-2-b.xhtml") << "a chapter has the name that comes first";
  EXPECT_EQ(files[2].path, "chapter-1-3.xhtml");
  std::string text;
  std::vector<Document> documents = makeDocuments(book, findPageMarks(book, {}));
  for (const Document& document : documents) text += dom::textContent(*document.root);
  for (int number = 1; number < 1600; ++number) {
    EXPECT_LT(text.find(fmt::format("[{}] xxx", number)), text.find(fmt::format("[{}] xxx", number + 1))) << "order and wholeness";
  }
  for (const MadeFile& file : files) EXPECT_LE(file.bytes.size(), kMostDocumentBytes) << file.path;
}

TEST(Split, EveryReferenceFollowsItsIdToTheRightFile) {
  const std::vector<MadeFile> files = makeFiles(makeLongBook());
  for (const MadeFile& file : files) {
    for (const std::string& reference : file.references) {
      if (reference == "style.css") continue;
      const std::size_t hash = reference.find('#');
      const std::string path = hash == 0 ? file.path : reference.substr(0, hash);
      const auto target = std::ranges::find(files, path, &MadeFile::path);
      ASSERT_NE(target, files.end()) << reference;
      const bool isFound = hash == std::string::npos || target->ids.contains(reference.substr(hash + 1));
      EXPECT_TRUE(isFound) << reference << " in " << file.path;
    }
  }
}

TEST(Split, NotesStandInTheFileOfTheirCalls) {
  const std::vector<MadeFile> files = makeFiles(makeLongBook());
  int notes = 0;
  for (const MadeFile& file : files) {
    for (int number = 1; number <= 16; ++number) {
      const bool hasNote = file.ids.contains(fmt::format("note-{}", number));
      EXPECT_EQ(hasNote, file.ids.contains(fmt::format("call-{}", number))) << file.path << " " << number;
      notes += hasNote ? 1 : 0;
    }
  }
  EXPECT_EQ(notes, 16);
}

TEST(Split, FilesBeginWithSectionsWhereTheyAreShortEnoughAndNoHeadingStandsLast) {
  const std::vector<MadeFile> files = makeFiles(makeLongBook());
  EXPECT_NE(files[1].bytes.find(" class=\"chapter-style\"><section><section id=\"s-1-"), std::string::npos)
      << files[1].bytes.substr(0, 800);
  for (const MadeFile& file : files) EXPECT_EQ(file.bytes.find("</h2></section>"), std::string::npos) << file.path;
}

TEST(Split, NavigationFollowsTheIds) {
  const Publication book = makeLongBook();
  const PageMarks pages = findPageMarks(book, {});
  const std::vector<Document> documents = makeDocuments(book, pages);
  const FilesById files = filesById(documents);
  for (const std::string& text : {navigationDocument({book, documents, files, pages}), ncxDocument({book, documents, files, pages}, "urn:x")}) {
    EXPECT_NE(text.find("\"chapter-1.xhtml#s-1\""), std::string::npos) << text;
    EXPECT_NE(text.find(files.at("s-1-40") + "#s-1-40"), std::string::npos) << text;
    EXPECT_NE(text.find(files.at("s-2") + "#s-2"), std::string::npos) << text;
  }
  EXPECT_NE(files.at("s-1-40"), "chapter-1.xhtml");
}

TEST(Split, AShortChapterStaysAsItIs) {
  auto root = std::make_unique<Element>(Namespace::Xhtml, "section", SourcePosition{});
  add(*root, "p", {}, "short");
  const std::string before = dom::dump(*root);
  const auto parts = splitChapter(std::move(root), 1000);
  ASSERT_EQ(parts.size(), 1U);
  EXPECT_EQ(dom::dump(*parts[0]), before);
}

TEST(Direction, ComesFromTheScriptOrTheLanguage) {
  for (const char* tag : {"ar", "he-IL", "fa", "az-Arab-IR", "yi", "UR"}) EXPECT_TRUE(text::isRightToLeft(tag)) << tag;
  for (const char* tag : {"en", "ja", "ar-Latn", "he-Latn-t-he", "az", "zh-Hant-TW", "arn", ""}) EXPECT_FALSE(text::isRightToLeft(tag)) << tag;
}

TEST(Direction, StandsOnEveryDocument) {
  EXPECT_NE(documentText({"t", "he", "", ""}).find("<body lang=\"he\" xml:lang=\"he\" dir=\"rtl\">"), std::string::npos);
  EXPECT_NE(documentText({"t", "he", "", "", "ltr"}).find("dir=\"ltr\">"), std::string::npos) << "the content says otherwise";
  EXPECT_NE(documentText({"t", "en", "", ""}).find("xml:lang=\"en\" dir=\"ltr\">"), std::string::npos);
}

}  // namespace
}  // namespace octavo::epub
