// epub: where the pages of the printed book, or of the source, begin in the text.
//
// EPUB Accessibility 1.1, section 3.2 (page navigation); DPUB-ARIA 1.0, doc-pagebreak.
#include "epub/page_marks.h"

#include <algorithm>
#include <array>
#include <optional>
#include <ranges>
#include <set>

#include <fmt/format.h>

#include "base/ink.h"
#include "base/utf8.h"

namespace octavo::epub {
namespace {

using dom::Element;
using dom::Namespace;
using publication::ChapterKind;
using publication::Publication;

/// A place in the tree: before `node`, or, where that is a text, in it.
struct Place {
  const dom::Node* node = nullptr;
  std::size_t offset = 0;
};

/// Elements whose content is one thing for its reader: a mark stands before them.
bool isWhole(const Element& element) {
  if (element.namespaceName != Namespace::Xhtml) return true;
  constexpr std::array kWhole{"a", "ruby", "rb", "rt", "rtc", "button", "label", "select", "textarea", "picture", "audio",
                              "video", "object", "img"};
  return std::ranges::find(kWhole, element.name) != kWhole.end();
}

bool isHeading(const Element& element) {
  return element.namespaceName == Namespace::Xhtml && element.name.size() == 2 && element.name[0] == 'h' &&
         element.name[1] >= '1' && element.name[1] <= '6';
}

/// The ink of an element's own text, each character with its place.
struct Ink {
  std::u32string characters;
  std::vector<Place> places;
};
Ink inkOf(const Element& element) {
  Ink ink;
  for (const auto& child : element.children()) {
    const dom::Text* text = dom::asText(*child);
    if (!text) continue;
    for (std::size_t offset = 0; offset < text->value.size();) {
      const std::size_t at = offset;
      const char32_t character = decodeUtf8(text->value, offset);
      if (!leavesInk(character)) continue;
      ink.characters += character;
      ink.places.push_back({text, at});
    }
  }
  return ink;
}

char32_t folded(char32_t character) {
  const bool isFullWidth = character >= 0xFF01 && character <= 0xFF5E;  // text-transform: full-width
  const char32_t narrow = isFullWidth ? character - 0xFEE0 : character;
  return narrow >= 'A' && narrow <= 'Z' ? narrow + 0x20 : narrow;
}

bool matches(std::u32string_view text, std::u32string_view sought) {
  return text.size() >= sought.size() && std::ranges::equal(text.substr(0, sought.size()), sought, {}, folded, folded);
}

/// The character that the page's first line begins with. A style's change of case may have changed the count a little
/// (ß is SS): then the line's words tell the place, where they stand nearby.
std::size_t inkIndexOf(const Ink& ink, const PrintedPage& page) {
  std::u32string sought;
  for (const char32_t character : toUtf32(page.text)) {
    if (leavesInk(character)) sought += character;
    constexpr std::size_t kEnough = 12;
    if (sought.size() == kEnough) break;
  }
  const std::u32string_view whole = ink.characters;
  const std::size_t expected = std::min(page.inkBefore, whole.size());
  constexpr std::size_t kFarthest = 64;
  for (std::size_t distance = 0; distance <= kFarthest; ++distance) {
    if (expected + distance <= whole.size() && matches(whole.substr(expected + distance), sought)) return expected + distance;
    if (distance <= expected && matches(whole.substr(expected - distance), sought)) return expected - distance;
  }
  return expected;
}

/// Looks no further than the first: a paragraph may be as long as a book.
bool hasInk(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (leavesInk(decodeUtf8(text, offset))) return true;
  }
  return false;
}

bool isFirstInk(const Element& around, const dom::Node& node, std::size_t offset) {
  for (const auto& child : around.children()) {
    if (child.get() == &node) {
      const dom::Text* text = dom::asText(node);
      return !text || !hasInk(std::string_view(text->value).substr(0, offset));
    }
    if (hasInk(dom::textContent(*child))) return false;
  }
  return true;
}

/// A place that may hold a mark: out of links, formulas and readings, and before a heading that begins the page.
Place allowedPlace(Place place) {
  Place result = place;
  bool isAtStart = true;
  const dom::Node* below = place.node;
  std::size_t offset = place.offset;
  for (const Element* around = asElement(*below) ? asElement(*below) : below->parent(); around && around->parent();) {
    if (around != below) isAtStart = isAtStart && isFirstInk(*around, *below, offset);
    if (isWhole(*around) || (isHeading(*around) && isAtStart)) result = {around, 0};
    below = around;
    offset = 0;
    around = around->parent();
  }
  return result;
}

/// The ink of the element that was asked for last: page after page may begin in one long paragraph.
class LastInk {
 public:
  const Ink& of(const Element& element) {
    if (element_ != &element) ink_ = inkOf(element);
    element_ = &element;
    return ink_;
  }

 private:
  const Element* element_ = nullptr;
  Ink ink_;
};

std::optional<Place> placeOf(const PrintedPage& page, LastInk& lastInk) {
  if (!page.element) return std::nullopt;
  if (page.text.empty()) return allowedPlace({page.element, 0});
  const Ink& ink = lastInk.of(*page.element);
  if (ink.places.empty()) return allowedPlace({page.element, 0});
  return allowedPlace(ink.places[std::min(inkIndexOf(ink, page), ink.places.size() - 1)]);
}

std::vector<std::size_t> pathTo(const dom::Node& node) {
  std::vector<std::size_t> path;
  for (const dom::Node* at = &node; at->parent(); at = at->parent()) {
    const auto& siblings = at->parent()->children();
    const auto found = std::ranges::find(siblings, at, [](const auto& child) { return child.get(); });
    path.push_back(static_cast<std::size_t>(found - siblings.begin()));
  }
  std::ranges::reverse(path);
  return path;
}

const Element* rootOf(const dom::Node& node) {
  const dom::Node* at = &node;
  while (at->parent()) at = at->parent();
  return dom::asElement(*at);
}

void collectIds(const Element& element, std::set<std::string, std::less<>>& into) {
  if (const std::string* id = element.attribute("id")) into.insert(*id);
  for (const auto& child : element.children()) {
    if (const Element* below = dom::asElement(*child)) collectIds(*below, into);
  }
}

class Finder {
 public:
  explicit Finder(const Publication& publication) : publication_(publication) {
    result_.byChapter.resize(publication.chapters.size());
    for (const auto& chapter : publication.chapters) collectIds(*chapter.root, ids_);
  }

  PageMarks findPrinted(const Pagination& pagination) {
    result_.source = pagination.source;
    result_.arePrinted = true;
    LastInk lastInk;
    for (const PrintedPage& page : pagination.pages) {
      if (const std::optional<Place> place = placeOf(page, lastInk)) add(page.label, *place);
    }
    const auto documentOrder = [](const PageMark& mark) { return std::pair(std::cref(mark.path).get(), mark.offset); };
    for (auto& marks : result_.byChapter) std::ranges::stable_sort(marks, {}, documentOrder);
    return std::move(result_);
  }

  PageMarks findInSource() {
    for (const auto& chapter : publication_.chapters) {
      if (chapter.kind != ChapterKind::Contents) listMarks(*chapter.root);
    }
    if (!result_.list.empty()) {
      const std::string& source = publication_.metadata.source;
      result_.source = source.empty() ? "none" : source;
    }
    return std::move(result_);
  }

 private:
  void add(const std::string& label, const Place& place) {
    const Element* root = rootOf(*place.node);
    const auto chapter = std::ranges::find(publication_.chapters, root, [](const auto& each) { return each.root.get(); });
    if (chapter == publication_.chapters.end()) return;
    const bool isContents = chapter->kind == ChapterKind::Contents;
    if (isContents && !result_.inContents.empty()) return;
    PageMark mark{freshId(label), label, pathTo(*place.node), dom::asText(*place.node) ? place.offset : 0};
    if (mark.path.empty()) mark.path = {0};  // the chapter's root: at its beginning
    auto& marks = isContents ? result_.inContents
                             : result_.byChapter[static_cast<std::size_t>(chapter - publication_.chapters.begin())];
    marks.push_back(mark);
    result_.list.push_back({label, mark.id});
  }

  std::string freshId(const std::string& label) {
    const bool isPlain = !label.empty() && std::ranges::all_of(label, [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
    const std::string stem = isPlain ? "page-" + label : fmt::format("page-at-{}", result_.list.size() + 1);
    std::string id = stem;
    for (int number = 2; !ids_.insert(id).second; ++number) id = fmt::format("{}-{}", stem, number);
    return id;
  }

  void listMarks(const Element& element) {
    const bool isMark = element.hasWord("role", "doc-pagebreak");
    const std::string* id = element.attribute("id");
    const std::string_view label = element.attributeOr("aria-label");
    if (isMark && id && !label.empty()) result_.list.push_back({std::string(label), *id});
    for (const auto& child : element.children()) {
      if (const Element* below = dom::asElement(*child)) listMarks(*below);
    }
  }

  const Publication& publication_;
  std::set<std::string, std::less<>> ids_;
  PageMarks result_;
};

void insertPageMark(Element& root, const PageMark& mark) {
  Element* around = &root;
  for (const std::size_t step : mark.path | std::views::take(mark.path.size() - 1)) {
    around = dom::asElement(*around->children()[step]);
  }
  const std::size_t at = mark.path.back();
  if (at >= around->children().size()) {
    around->append(pageBreak(mark));
    return;
  }
  dom::Text* text = dom::asText(*around->children()[at]);
  if (!text || mark.offset == 0) {
    around->insert(at, pageBreak(mark));
    return;
  }
  auto rest = std::make_unique<dom::Text>(text->value.substr(mark.offset), text->position());
  text->value.resize(mark.offset);
  around->insert(at + 1, std::move(rest));
  around->insert(at + 1, pageBreak(mark));
}

}  // namespace

PageMarks findPageMarks(const Publication& publication, const Pagination& pagination) {
  Finder finder(publication);
  return pagination.pages.empty() ? finder.findInSource() : finder.findPrinted(pagination);
}

std::unique_ptr<Element> pageBreak(const PageMark& mark) {
  auto made = std::make_unique<Element>(Namespace::Xhtml, "span", SourcePosition{});
  made->setAttribute("id", mark.id);
  made->setAttribute("epub:type", "pagebreak");
  made->setAttribute("role", "doc-pagebreak");
  made->setAttribute("aria-label", mark.label);
  return made;
}

void insertPageMarks(Element& root, const std::vector<PageMark>& marks) {
  // From the end, so that the paths of the marks before stay true.
  for (const PageMark& mark : marks | std::views::reverse) insertPageMark(root, mark);
}

void removeSourceMarks(Element& root) {
  if (root.hasWord("role", "doc-pagebreak")) {
    for (const char* attribute : {"role", "epub:type", "aria-label"}) root.removeAttribute(attribute);
  }
  for (const auto& child : root.children()) {
    if (Element* below = dom::asElement(*child)) removeSourceMarks(*below);
  }
}

}  // namespace octavo::epub
