#include "vocabulary/tei/book.h"

#include <algorithm>

#include "vocabulary/book_division.h"
#include "vocabulary/tei/header.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;
using publication::ChapterKind;

bool isDivision(const Element& element) {
  return isOneOf(localName(element), {"div", "div1", "div2", "div3", "castList"}) && firstSaying(element, "head");
}

/// Divisions that hold chapters of their own.
bool isPart(const Element& division) {
  if (!isOneOf(division.attributeOr("type"), {"part", "book", "volume"})) return false;
  return std::ranges::any_of(childrenOf(division), [](const Element* child) { return isDivision(*child); });
}

bool isMark(const Element& element) { return isOneOf(element.name, {"pb", "cb", "gb", "milestone", "anchor", "fw"}); }

/// The book while its divisions are filled.
class Book {
 public:
  Book(std::vector<Division>& divisions, Reading& reading) : divisions_(divisions), reading_(reading) {}

  void addTitlePage(const Element& document);
  void addText(const Element& text, int depth);
  void addDocument(const Element& document, int depth);
  void addAbout(const Element& document);

 private:
  Element& open(const Element& source, DivisionPlace place);
  void addDivisions(const Element& container, DivisionPlace place);
  void addDivision(const Element& division, DivisionPlace place);
  void addLoose(const Element& container, std::pair<std::size_t, std::size_t> range, DivisionPlace place);

  std::vector<Division>& divisions_;
  Reading& reading_;
  std::vector<const Element*> marks_;  // page breaks that stand before the next division
  bool hasOpen_ = false;               // the last division takes what follows
};

Element& Book::open(const Element& source, DivisionPlace place) {
  std::string language(languageAt(source));
  if (language.empty()) language = languageOfText(reading_.document);
  Element& root = appendDivision(divisions_, source, language, place, reading_.conversion);
  for (const Element* mark : std::exchange(marks_, {})) convert(*mark, root, reading_);
  hasOpen_ = true;
  return root;
}

/// Title parts in the order of the page: the main one is the heading.
void fillTitle(const Element& source, Element& root, Reading& reading) {
  bool first = true;
  const auto parts = childrenOf(source, "titlePart");
  if (parts.empty() || hasOwnText(source)) {
    convertInline(source, appendAs(root, "h1", source, reading), reading);
    return;
  }
  for (const Element* part : parts) {
    convertInline(*part, appendAs(root, first ? "h1" : "p", *part, reading, first ? "" : "subtitle"), reading);
    first = false;
  }
}

void Book::addTitlePage(const Element& document) {
  const Element* text = dom::firstChild(document, "text");
  const Element* front = text ? dom::firstChild(*text, "front") : nullptr;
  const Element* page = front ? dom::firstChild(*front, "titlePage") : nullptr;
  Element& root = open(page ? *page : document, {ChapterKind::TitlePage, 0});
  hasOpen_ = false;
  if (!page) return convertTitleBlock(document, root, reading_);
  for (const Element* part : childrenOf(*page)) {
    if (part->name == "docTitle" || (part->name == "titlePart" && !dom::firstChild(root, "h1"))) {
      const bool inTitle = part->name == "docTitle" && !dom::firstChild(root, "h1");
      inTitle || part->name == "titlePart" ? fillTitle(*part, root, reading_) : convert(*part, root, reading_);
    } else {
      convert(*part, root, reading_);
    }
  }
}

/// What stands between divisions belongs to the one before it; before the first it is a chapter without a heading.
void Book::addLoose(const Element& container, std::pair<std::size_t, std::size_t> range, DivisionPlace place) {
  bool says = false;
  for (std::size_t i = range.first; i < range.second; ++i) {
    const dom::Text* text = dom::asText(*container.children()[i]);
    const Element* element = dom::asElement(*container.children()[i]);
    says = says || (text && !isBlank(text->value)) || (element && !isOneOf(element->name, {"titlePage", "docTitle"}));
  }
  if (!says) return;
  if (!hasOpen_) open(container, place);
  // The title page has said the title.
  convertRange(container, range, *divisions_.back().root, reading_, {"titlePage", "docTitle", "head"});
}

void Book::addDivisions(const Element& container, DivisionPlace place) {
  std::size_t begin = 0;
  const std::size_t count = container.children().size();
  for (std::size_t i = 0; i < count; ++i) {
    const Element* child = dom::asElement(*container.children()[i]);
    const bool isIndex = child && isIndexPlace(*child) && reading_.hasIndexTerms;
    if (!child || !(isDivision(*child) || isIndex)) continue;
    // Page breaks right before a division are its own.
    std::size_t end = i;
    for (std::size_t at = i; at-- > begin;) {
      const Element* before = dom::asElement(*container.children()[at]);
      const dom::Text* text = dom::asText(*container.children()[at]);
      if (before && isMark(*before)) {
        end = at;
      } else if (!text || !isBlank(text->value)) {
        break;
      }
    }
    addLoose(container, {begin, end}, place);
    for (std::size_t at = end; at < i; ++at) {
      if (const Element* mark = dom::asElement(*container.children()[at])) marks_.push_back(mark);
    }
    addDivision(*child, place);
    begin = i + 1;
  }
  addLoose(container, {begin, count}, place);
}

void Book::addDivision(const Element& division, DivisionPlace place) {
  if (reading_.attached.moved.contains(&division)) return;
  if (division.name == "divGen") return fillIndex(division, open(division, {ChapterKind::Index, place.depth}), reading_);
  if (!isPart(division)) {
    Element& root = open(division, place);
    addSourceClass(root, "type", division.attributeOr("type"));
    appendHeading(division, root, reading_);
    if (division.name == "castList") return fillCast(division, root, reading_);
    return convertBlocks(division, root, reading_, {"head"});
  }
  Element& root = open(division, {ChapterKind::Part, place.depth});
  appendHeading(division, root, reading_);
  addDivisions(division, {place.kind, place.depth + 1});
}

void Book::addText(const Element& text, int depth) {
  const bool isTop = depth == 0;
  for (const Element* part : childrenOf(text)) {
    if (reading_.attached.moved.contains(part)) continue;
    if (part->name == "group") {
      for (const Element* inner : childrenOf(*part)) {
        if (!isOneOf(inner->name, {"text", "group"})) continue;
        Element& root = open(*inner, {ChapterKind::Chapter, depth});
        convertBlocks(*inner, root, reading_);
      }
      hasOpen_ = false;
      continue;
    }
    hasOpen_ = false;
    if (isOneOf(part->name, {"front", "body", "back"})) {
      const bool back = part->name == "back" && isTop;
      if (const Element* head = firstSaying(*part, "head"); head && part->name == "body") {
        appendHeading(*part, open(*part, {ChapterKind::Chapter, depth}), reading_);
      }
      addDivisions(*part, {back ? ChapterKind::Appendix : ChapterKind::Chapter, depth});
    } else if (!childrenOf(*part).empty() || hasOwnText(*part)) {
      convert(*part, open(*part, {ChapterKind::Chapter, depth}), reading_);
    }
  }
}

/// A text of a corpus is a chapter of its own.
void Book::addDocument(const Element& document, int depth) {
  convertArticle(document, open(document, {ChapterKind::Chapter, depth}), reading_);
  hasOpen_ = false;
}

void Book::addAbout(const Element& document) {
  Element& root = open(document, {ChapterKind::Appendix, 0});
  const Element* text = dom::firstChild(document, "text");
  const Element* front = text ? dom::firstChild(*text, "front") : nullptr;
  const bool hasTitlePage = front && dom::firstChild(*front, "titlePage");
  convertAbout(document, !hasTitlePage, root, reading_);
  if (root.children().empty()) divisions_.pop_back();
}

}  // namespace

bool isBook(const Element& document) {
  if (document.name == "teiCorpus") return true;
  const Element* text = dom::firstChild(document, "text");
  if (!text) return false;
  const Element* front = dom::firstChild(*text, "front");
  if ((front && dom::firstChild(*front, "titlePage")) || dom::firstChild(*text, "group")) return true;
  const Element* body = dom::firstChild(*text, "body");
  if (!body) return false;
  return std::ranges::count_if(childrenOf(*body), [](const Element* child) {
           return isDivision(*child) &&
                  isOneOf(child->attributeOr("type"), {"chapter", "part", "book", "volume", "act", "canto", "letter"});
         }) > 1;
}

void convertBook(const Element& document, std::vector<Division>& divisions, Reading& reading) {
  Book book(divisions, reading);
  book.addTitlePage(document);
  for (const Element* part : childrenOf(document)) {
    if (reading.attached.moved.contains(part)) continue;
    if (part->name == "text") {
      book.addText(*part, 0);
    } else if (isOneOf(part->name, {"TEI", "teiCorpus", "TEI.2"})) {
      book.addDocument(*part, 0);
    } else if (part->name != "teiHeader" && !plainText(*part).empty()) {
      convert(*part, appendDivision(divisions, *part, languageOfText(document), {ChapterKind::Appendix, 0},
                                    reading.conversion),
              reading);
    }
  }
  book.addAbout(document);
}

void convertArticle(const Element& document, Element& into, Reading& reading) {
  convertTitleBlock(document, into, reading);
  for (const Element* part : childrenOf(document)) {
    if (part->name == "teiHeader" || reading.attached.moved.contains(part)) continue;
    if (part->name != "text") {
      convert(*part, into, reading);
      continue;
    }
    for (const Element* matter : childrenOf(*part)) {
      if (reading.attached.moved.contains(matter)) continue;
      if (isOneOf(matter->name, {"front", "body", "back"})) {
        convertBlocks(*matter, into, reading);
      } else {
        convert(*matter, into, reading);
      }
    }
  }
  Element& about = appendMade(into, "section", document, reading);
  convertAbout(document, true, about, reading);
  if (about.children().empty()) into.remove(into.children().size() - 1);
}

}  // namespace octavo::vocabulary::tei
