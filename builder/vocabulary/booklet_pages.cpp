// vocabulary: the pages of a booklet that no article brings: title page, contents, part titles.
#include "vocabulary/booklet_pages.h"

#include <memory>
#include <string_view>

#include "vocabulary/running_heads.h"
#include "words/dates.h"
#include "words/words.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
using dom::Namespace;
using publication::Chapter;
using publication::ChapterKind;
using publication::NavigationEntry;

/// How deep the printed contents go: parts, chapters, sections.
constexpr int kContentsDepth = 3;

void setLanguage(Element& element, const std::string& language) {
  element.setAttribute("lang", language);
  element.setAttribute("xml:lang", language);
}

/// A language only where it differs from that around.
void appendWords(Element& into, const std::string& text, const std::string& language,
                 const std::string& around) {
  into.appendText(text, into.position());
  if (!language.empty() && language != around) setLanguage(into, language);
}

std::unique_ptr<Element> makeRoot(std::string_view name, const std::string& id, std::string_view className,
                                  const std::string& language, SourcePosition where) {
  auto root = std::make_unique<Element>(Namespace::Xhtml, std::string(name), where);
  root->setAttribute("id", id);
  if (!className.empty()) root->setAttribute("class", std::string(className));
  setLanguage(*root, language);
  return root;
}

void appendLine(Element& root, std::string_view className, const std::string& text,
                const std::string& language) {
  if (text.empty()) return;
  Element& line = root.appendElement(Namespace::Xhtml, "p", root.position());
  line.setAttribute("class", std::string(className));
  appendWords(line, text, language, root.attributeOr("lang").data());
}

void appendEntries(const std::vector<NavigationEntry>& entries, int depth, const std::string& language,
                   Element& into) {
  if (entries.empty() || depth == 0) return;
  Element& list = into.appendElement(Namespace::Xhtml, "ol", into.position());
  for (const NavigationEntry& entry : entries) {
    Element& item = list.appendElement(Namespace::Xhtml, "li", into.position());
    Element& link = item.appendElement(Namespace::Xhtml, "a", into.position());
    link.setAttribute("href", "#" + entry.target);
    appendWords(link, entry.label, entry.language, language);
    appendEntries(entry.children, depth - 1, language, item);
  }
}

}  // namespace

Chapter makeTitlePage(const publication::Metadata& metadata, SourcePosition where) {
  const std::string& language = metadata.languages.front();
  auto root = makeRoot("section", "title-page", "title-page", language, where);
  root->setAttribute("epub:type", "titlepage");
  Element& title = root->appendElement(Namespace::Xhtml, "h1", where);
  title.setAttribute("class", "title");
  appendWords(title, metadata.title.text, metadata.title.language, language);
  appendLine(*root, "subtitle", metadata.subtitle.text, metadata.subtitle.language);
  for (const publication::Contributor& person : metadata.contributors) {
    if (person.role != "aut" && person.role != "edt") continue;
    appendLine(*root, "author", person.name, person.language);
    shortenByline(*dom::asElement(*root->children().back()), metadata.contributors, language);
  }
  appendLine(*root, "publisher", metadata.publisher, {});
  appendLine(*root, "date", words::dateIn(metadata.date, language), {});
  return {ChapterKind::TitlePage, "title-page", metadata.title.text, language, std::move(root)};
}

Chapter makeContents(const std::vector<NavigationEntry>& navigation, const publication::LocalizedText& title,
                     const std::string& language, SourcePosition where) {
  const std::string words = title.text.empty() ? std::string(words::of(language)[words::Term::Contents]) : title.text;
  auto root = makeRoot("nav", "contents", "contents", language, where);
  root->setAttribute("role", "doc-toc");
  root->setAttribute("epub:type", "toc");
  appendWords(root->appendElement(Namespace::Xhtml, "h1", where), words, title.language, language);
  appendEntries(navigation, kContentsDepth, language, *root);
  return {ChapterKind::Contents, "contents", words, language, std::move(root)};
}

Chapter makePart(const publication::LocalizedText& title, const std::string& id, const std::string& language,
                 SourcePosition where) {
  auto root = makeRoot("section", id, "part", language, where);
  root->setAttribute("role", "doc-part");
  root->setAttribute("epub:type", "part");
  appendWords(root->appendElement(Namespace::Xhtml, "h1", where), title.text, title.language, language);
  return {ChapterKind::Part, id, title.text, language, std::move(root)};
}

}  // namespace octavo::vocabulary
