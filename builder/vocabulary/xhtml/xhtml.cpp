// vocabulary/xhtml: the way from a page to a chapter.
#include "vocabulary/xhtml/xhtml.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "vocabulary/conversion_content.h"
#include "vocabulary/xhtml/reading_private.h"

namespace octavo::vocabulary {
namespace xhtml {
namespace {

using dom::Element;

/// The outermost elements of a kind, by name or by role.
void collectNamed(const Element& element, std::string_view name, std::vector<const Element*>& into) {
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    if (!below) continue;
    if (isHtml(*below) && (below->name == name || below->hasWord("role", name))) {
      into.push_back(below);
    } else {
      collectNamed(*below, name, into);
    }
  }
}

/// Of the source as of what was made of it: pages come without a namespace too.
bool hasHeading(const Element& element) {
  const bool isHeading = element.name.size() == 2 && element.name[0] == 'h' && element.name[1] >= '1' && element.name[1] <= '6';
  if (isHeading && isHtml(element)) return true;
  return std::ranges::any_of(element.children(), [](const auto& child) {
    const Element* below = dom::asElement(*child);
    return below && hasHeading(*below);
  });
}

/// In bytes, white space between words counted once.
std::size_t lengthOf(const dom::Node& node) { return dom::collapseWhiteSpace(dom::textContent(node)).size(); }

/// A section around the article that holds its headings besides and nothing else is the article.
const Element& withHeadings(const Element& article) {
  const Element* section = article.parent();
  if (!section || section->name != "section") return article;
  const bool isWhole = std::ranges::all_of(section->children(), [&](const auto& child) {
    const Element* sibling = dom::asElement(*child);
    return isBlank(*child) || sibling == &article ||
           (sibling && (sibling->name == "header" || sibling->name == "hgroup" || headingLevel(*sibling) > 0));
  });
  return isWhole ? *section : article;
}

/// Saved pages have menus, buttons and comments beside the article in their main: an article with a heading of its own and
/// most of the words is the document (HTML, 4.3.2). Where main has a part of its heading or of its text outside, main is.
const Element& articleWithin(const Element& main) {
  std::vector<const Element*> articles;
  collectNamed(main, "article", articles);
  if (articles.size() != 1 || !hasHeading(*articles.front())) return main;
  return 2 * lengthOf(*articles.front()) >= lengthOf(main) ? *articles.front() : main;
}

/// The element that holds the article: `main`, the only `article`, the body's only section, else the body.
const Element& contentOf(const Element& page) {
  const Element* body = page.name == "html" ? dom::firstChild(page, "body") : &page;
  if (!body) return page;
  for (const std::string_view name : {"main", "article"}) {
    std::vector<const Element*> found;
    collectNamed(*body, name, found);
    if (found.size() == 1) return withHeadings(name == "main" ? articleWithin(*found.front()) : *found.front());
  }
  const Element* only = nullptr;
  for (const auto& child : body->children()) {
    if (isBlank(*child)) continue;
    if (only || !dom::asElement(*child)) return *body;
    only = dom::asElement(*child);
  }
  return only && only->name == "section" ? *only : *body;
}

bool isInside(const Element& element, const Element& around) {
  for (const Element* at = &element; at; at = at->parent()) {
    if (at == &around) return true;
  }
  return false;
}

/// Words of the body that the content does not hold: menus, banners, colophons of the site.
void reportRest(const Element& content, const Reading& reading) {
  const Element* body = dom::firstChild(reading.page, "body");
  if (!body || body == &content) return;
  constexpr std::size_t kMost = 10;
  const std::size_t kept = lengthOf(content), all = lengthOf(*body);
  if (all > kMost * kept && all > 200) {
    reading.conversion.warn("page-mostly-left-out", content.position(),
                            fmt::format("the page's <{}> holds {} of its {} bytes of text; the rest is left out", content.name,
                                        kept, all));
  }
  for (const Element* at = &content; at != body && at->parent(); at = at->parent()) {
    for (const auto& sibling : at->parent()->children()) {
      const Element* element = dom::asElement(*sibling);
      const bool isNote =
          element && (reading.noteBodies.contains(element) || reading.noteLists.contains(element));
      const bool isSilent = element && (element->name == "script" || element->name == "style");
      if (sibling.get() == at || isNote || isSilent) continue;
      if (dom::collapseWhiteSpace(dom::textContent(*sibling)).empty()) continue;
      reading.conversion.warn("outside-article", sibling->position(),
                              "what stands beside the page's <" + content.name + "> is left out", "outside");
    }
  }
}

void takeRootAttributes(const Element& content, Element& root, Reading& reading) {
  addPageClasses(root, content, content.attributeOr("class"));
  for (const Element* at = &content; at; at = at->parent()) {
    reading.conversion.aliasId(at->attributeOr("id"), root.attributeOr("id"));
    const std::string_view direction = at->attributeOr("dir");
    if (!root.attribute("dir") && (direction == "ltr" || direction == "rtl")) {
      root.setAttribute("dir", std::string(direction));
    }
  }
}

/// A page without a heading is called by its title.
void insertTitle(const publication::LocalizedText& title, Element& root, Reading& reading) {
  auto heading = std::make_unique<Element>(dom::Namespace::Xhtml, "h1", root.position());
  heading->appendText(title.text, root.position());
  if (!title.language.empty() && title.language != root.attributeOr("lang")) {
    reading.conversion.setLanguage(*heading, title.language, root.position());
  }
  root.insert(0, std::move(heading));
}

/// Notes may stand outside the article that calls them.
void convertNotesElsewhere(const Element& content, Reading& reading) {
  std::vector<const Element*> elsewhere;
  for (const auto& [body, id] : reading.noteBodies) {
    if (!isInside(*body, content)) elsewhere.push_back(body);
  }
  // By place, not by address: equal input gives equal output.
  std::ranges::sort(elsewhere, [](const Element* a, const Element* b) {
    return std::pair(a->position().line, a->position().column) <
           std::pair(b->position().line, b->position().column);
  });
  for (const Element* body : elsewhere) convertNoteBody(*body, reading);
}

}  // namespace
}  // namespace xhtml

Article readXhtml(const ReaderInputs& inputs) {
  Conversion conversion(inputs);
  xhtml::Reading reading{conversion, *inputs.document.root};
  const dom::Element& content = xhtml::contentOf(reading.page);
  xhtml::findNotes(reading);
  const xhtml::OwnStyle style = xhtml::readOwnStyle(content, reading);
  auto root = conversion.makeRoot(content, dom::languageOf(content));
  xhtml::takeRootAttributes(content, *root, reading);
  xhtml::convertChildren(content, *root, reading);
  xhtml::convertNotesElsewhere(content, reading);
  xhtml::reportRest(content, reading);
  xhtml::reportOwnStyle(style, reading);
  xhtml::repairContentModel(*root, conversion);
  publication::Metadata metadata = xhtml::readMetadata(content, reading);
  if (!xhtml::hasHeading(*root) && !metadata.title.text.empty())
    xhtml::insertTitle(metadata.title, *root, reading);
  Article article = conversion.finish(std::move(metadata), std::move(root));
  if (inputs.pageStyles == PageStyles::All) article.pageStyles = style.sheets;
  return article;
}

}  // namespace octavo::vocabulary
