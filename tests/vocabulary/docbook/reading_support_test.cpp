// Support for the tests of the DocBook reader; a test file only so that the build finds it.
#include "vocabulary/docbook/reading_support.h"

#include "vocabulary/docbook/docbook.h"
#include "xml/xml.h"

namespace octavo::test {
namespace {

using dom::Element;

SourceFiles& sources() {
  static SourceFiles files;
  return files;
}

const Element* findBelow(const Element& element, std::string_view name, std::string_view className) {
  if (element.name == name && (className.empty() || element.hasWord("class", className))) return &element;
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    if (const Element* found = below ? findBelow(*below, name, className) : nullptr) return found;
  }
  return nullptr;
}

DocBookResult readDocument(const dom::Document& document, const std::filesystem::path& path, const InputFolder& folder) {
  DocBookResult result;
  result.article = vocabulary::readDocBook({document, path, folder, "chapter-1", "a1-", result.diagnostics});
  return result;
}

}  // namespace

DocBookResult readDocBookFile(const std::filesystem::path& path) {
  const InputFolder folder(path.parent_path());
  Diagnostics diagnostics;
  const dom::Document document = xml::read(path, folder, sources(), diagnostics);
  return readDocument(document, path, folder);
}

DocBookResult readDocBookText(std::string_view text) {
  const std::filesystem::path path = std::filesystem::path(OCTAVO_SOURCE_DIR) / "tests/vocabulary/docbook/made.xml";
  const InputFolder folder(path.parent_path());
  Diagnostics diagnostics;
  const dom::Document document = xml::readBytes(text, path, folder, sources(), diagnostics);
  return readDocument(document, path, folder);
}

DocBookResult readDocBookBody(std::string_view body) {
  return readDocBookText("<article xmlns='http://docbook.org/ns/docbook' xmlns:xlink='http://www.w3.org/1999/xlink' "
                         "version='5.1' xml:lang='en'><title>T</title>" +
                         std::string(body) + "</article>");
}

std::string dumpOf(const DocBookResult& result) {
  std::string text;
  for (const auto& chapter : result.article.chapters) text += dom::dump(*chapter.root);
  for (const auto& entry : result.diagnostics.entries()) {
    text += entry.diagnostic.code + " line " + std::to_string(entry.diagnostic.where.line);
    if (!entry.diagnostic.subject.empty()) text += " (" + entry.diagnostic.subject + ")";
    text += "\n";
  }
  return text;
}

std::string wordsIn(const DocBookResult& result, std::string_view name, std::string_view className) {
  for (const auto& chapter : result.article.chapters) {
    if (const Element* found = findBelow(*chapter.root, name, className)) {
      return dom::collapseWhiteSpace(dom::textContent(*found));
    }
  }
  return "(none)";
}

int countOfCode(const DocBookResult& result, std::string_view code) {
  int count = 0;
  for (const auto& entry : result.diagnostics.entries()) count += entry.diagnostic.code == code ? 1 : 0;
  return count;
}

}  // namespace octavo::test
