// Support for the tests of readers; a test file only so that the build finds it.
#include "vocabulary/read_article.h"

#include <gtest/gtest.h>

#include "vocabulary/registry.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

using dom::Element;

SourceFiles& sources() {
  static SourceFiles files;
  return files;
}

ArticleResult read(const dom::Document& document, const std::filesystem::path& path, const InputFolder& folder) {
  ArticleResult result;
  result.article = vocabulary::readArticle({document, path, folder, "chapter-1", "a1-", result.diagnostics},
                                           vocabulary::sniffVocabulary(document));
  return result;
}

std::string_view nameOf(publication::ChapterKind kind) {
  constexpr std::string_view kNames[] = {"cover", "title page", "contents", "part", "chapter", "appendix", "index"};
  return kNames[static_cast<std::size_t>(kind)];
}

void addWordsBelow(const Element& element, WordBag& bag) {
  for (const auto* name : {"alt", "alttext", "data-term", "aria-label", "title", "href"}) {
    if (const std::string* value = element.attribute(name)) addWords(*value, bag);
  }
  for (const auto& child : element.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      addWords(text->value, bag);
    } else {
      addWordsBelow(*dom::asElement(*child), bag);
    }
  }
}

}  // namespace

ArticleResult readArticleFile(const std::filesystem::path& path) {
  const InputFolder folder(path.parent_path());
  Diagnostics diagnostics;
  const dom::Document document = xml::read(path, folder, sources(), diagnostics);
  return read(document, path, folder);
}

ArticleResult readArticleText(std::string_view text) {
  const std::filesystem::path path = std::filesystem::path(OCTAVO_SOURCE_DIR) / "tests/vocabulary/made.xml";
  const InputFolder folder(path.parent_path());
  Diagnostics diagnostics;
  const dom::Document document = xml::readBytes(text, path, folder, sources(), diagnostics);
  return read(document, path, folder);
}

std::string dumpOf(const ArticleResult& result) {
  std::string text;
  for (const auto& chapter : result.article.chapters) {
    text += std::string(nameOf(chapter.kind)) + " \"" + chapter.title + "\"\n" + dom::dump(*chapter.root);
  }
  for (const auto& entry : result.diagnostics.entries()) {
    text += entry.diagnostic.code + " line " + std::to_string(entry.diagnostic.where.line);
    if (!entry.diagnostic.subject.empty()) text += " (" + entry.diagnostic.subject + ")";
    text += "\n";
  }
  return text;
}

int countOfCode(const ArticleResult& result, std::string_view code) {
  int count = 0;
  for (const auto& entry : result.diagnostics.entries()) count += entry.diagnostic.code == code ? 1 : 0;
  return count;
}

WordBag wordsOf(const vocabulary::Article& article) {
  WordBag bag;
  for (const auto& chapter : article.chapters) addWordsBelow(*chapter.root, bag);
  return bag;
}

}  // namespace octavo::test
