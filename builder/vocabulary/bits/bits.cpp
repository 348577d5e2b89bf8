#include "vocabulary/bits/bits.h"

#include <algorithm>

#include "vocabulary/bits/parts.h"
#include "vocabulary/book_division.h"
#include "vocabulary/jats/front.h"
#include "vocabulary/jats/terms.h"
#include "vocabulary/jats/title_block.h"
#include "vocabulary/lift_blocks.h"

namespace octavo::vocabulary {
namespace bits {
namespace {

using dom::Element;
using jats::Reading;
using publication::ChapterKind;

bool holdsParts(const Element& part) {
  const Element* body = dom::firstChild(part, "body");
  return dom::firstChild(part, "book-part") || (body && dom::firstChild(*body, "book-part"));
}

bool isTitled(const Element& part) {
  return dom::firstChild(part, "book-part-meta") || firstSaying(part, "title") || firstSaying(part, "label");
}

bool isCover(const Element& source) {
  for (const auto* name : {"book-part-type", "content-type", "fig-type", "specific-use"}) {
    if (lowered(source.attributeOr(name)).starts_with("cover") || lowered(source.attributeOr(name)) == "front-cover") return true;
  }
  return source.name == "cover";
}

/// The picture on the cover: of a part, figure or graphic of that kind. True where there is one.
bool takeCover(const Element& below, Reading& reading, bool isInCover = false) {
  for (const Element* child : childrenOf(below)) {
    if (isOneOf(child->name, {"book-body", "book-back"})) continue;
    const bool isHere = isInCover || isCover(*child);
    const std::string_view file = isHere && child->name == "graphic" ? child->attributeOr("xlink:href") : std::string_view();
    if (!file.empty() && reading.conversion.hasPicture(file, child->position())) {
      return reading.conversion.takeCover(file, child->position());
    }
    if (takeCover(*child, reading, isHere)) return true;
  }
  return false;
}

/// The book while its divisions are filled.
class Book {
 public:
  explicit Book(Reading& reading) : reading_(reading) {}

  std::vector<Division> read(const Element& book);

 private:
  Element& open(const Element& source, DivisionPlace place);
  void addMatter(const Element& matter, DivisionPlace place);
  void addPart(const Element& part, DivisionPlace place);
  void addNested(const Element& part, DivisionPlace place);
  void addBlocks(const std::vector<const Element*>& blocks, DivisionPlace place);
  void addAbout(const Element& book);

  Reading& reading_;
  std::vector<Division> divisions_;
};

/// A dedication has no heading, by custom: the contents call it what it is.
Element& Book::open(const Element& source, DivisionPlace place) {
  Element& root = appendDivision(divisions_, source, jats::languageAt(source), place, reading_.conversion);
  if (source.name != "book") divisions_.back().title = jats::term(source.name, jats::languageAt(source));
  return root;
}

ChapterKind kindOf(const Element& part, ChapterKind otherwise) {
  if (isOneOf(part.name, {"index", "index-group"})) return ChapterKind::Index;
  if (isOneOf(part.name, {"book-app", "book-app-group"})) return ChapterKind::Appendix;
  return otherwise;
}

/// A division whose content is one section is that section, under its id.
void unwrap(Element& root) {
  if (root.children().size() != 1) return;
  Element* only = dom::asElement(*root.children().front());
  if (!only || only->name != "section") return;
  auto taken = root.remove(0);
  Element& section = *dom::asElement(*taken);
  if (const std::string* id = section.attribute("id")) root.setAttribute("id", *id);
  addClasses(root, section.attributeOr("class"));
  for (auto& child : section.takeChildren()) root.append(std::move(child));
}

/// A preface, an index, a list of references: one division each, by its own rule.
void Book::addPart(const Element& part, DivisionPlace place) {
  if (isTableOfContents(part)) return jats::convert(part, *divisions_.back().root, reading_);
  if (part.name == "book-app-group" && !isTitled(part)) return addMatter(part, place);
  if (part.name == "book-part" && holdsParts(part)) return addNested(part, place);
  const bool isFrame = dom::firstChild(part, "book-part-meta") || findRule(partRules(), part.name);
  const bool isFilled = isFrame && !isOneOf(part.name, {"index", "index-group"});
  Element& root = open(part, {kindOf(part, place.kind), place.depth, isFilled});
  if (const std::string* type = part.attribute("book-part-type")) {
    addSourceClass(root, "type", *type);
  } else {
    addClass(root, part.name);
  }
  if (isFilled) {
    fillPart(part, root, reading_);
  } else {
    jats::convert(part, root, reading_);
    unwrap(root);
  }
}

void Book::addBlocks(const std::vector<const Element*>& blocks, DivisionPlace place) {
  if (blocks.empty()) return;
  Element& root = open(*blocks.front(), {place.kind, place.depth, false});
  for (const Element* block : blocks) jats::convert(*block, root, reading_);
}

/// A part that holds chapters: its title and what stands before them on its page, then the chapters one below.
void Book::addNested(const Element& part, DivisionPlace place) {
  Element& root = open(part, {ChapterKind::Part, place.depth});
  jats::convertFront(part, root, reading_);
  appendPartNotes(part, root, reading_);
  const DivisionPlace below{place.kind, place.depth + 1};
  bool isOnPage = true;  // until the first chapter
  for (const Element* matter : childrenOf(part)) {
    if (isOneOf(matter->name, {"book-part", "front-matter"})) isOnPage = false;
    if (matter->name == "book-part") addPart(*matter, below);
    if (matter->name == "front-matter") addMatter(*matter, below);
    if (!isOneOf(matter->name, {"body", "back"})) continue;
    std::vector<const Element*> loose;
    for (const Element* child : childrenOf(*matter)) {
      if (child->name != "book-part") {
        isOnPage ? jats::convert(*child, root, reading_) : loose.push_back(child);
        continue;
      }
      isOnPage = false;
      addBlocks(std::exchange(loose, {}), below);
      addPart(*child, below);
    }
    addBlocks(loose, below);
  }
}

void Book::addMatter(const Element& matter, DivisionPlace place) {
  for (const Element* part : childrenOf(matter)) {
    if (isOneOf(part->name, {"title", "label", "subtitle"})) continue;
    addPart(*part, place);
  }
}

/// All that the metadata say besides title and authors, then of the collection.
void Book::addAbout(const Element& book) {
  Element& root = open(book, {ChapterKind::Appendix, 0});
  jats::appendMade(root, "h2", book, reading_)
      .appendText(jats::term("about-book", jats::languageAt(book)), book.position());
  const jats::Front front = jats::findFront(book);
  for (const Element* part : front.meta ? childrenOf(*front.meta) : std::vector<const Element*>{}) {
    if (isOneOf(part->name, {"abstract", "trans-abstract", "kwd-group", "unstructured-kwd-group"})) {
      jats::convert(*part, root, reading_);
    }
  }
  jats::convertAbout(book, root, reading_);
  for (const Element* collection : childrenOf(book, "collection-meta")) jats::convert(*collection, root, reading_);
  if (root.children().size() == 1) divisions_.pop_back();
}

std::vector<Division> Book::read(const Element& book) {
  jats::readMetadataOf(book, reading_);
  jats::readCollections(book, reading_);
  takeCover(book, reading_);
  Element& page = open(book, {ChapterKind::TitlePage, 0});
  jats::appendTitleBlock(book, jats::findFront(book), page, reading_);
  for (const Element* matter : childrenOf(book)) {
    if (matter->name == "front-matter") addMatter(*matter, {ChapterKind::Chapter, 0});
    if (matter->name == "book-body") addMatter(*matter, {ChapterKind::Chapter, 0});
    if (matter->name == "book-back") addMatter(*matter, {ChapterKind::Appendix, 0});
    if (matter->name == "book-part") addPart(*matter, {ChapterKind::Chapter, 0});
  }
  addAbout(book);
  return std::move(divisions_);
}

/// What the wrapper of a part says of the book and the collection around it.
void appendWhole(const Element& wrapper, Element& root, Reading& reading) {
  Element& section = jats::appendMade(root, "section", wrapper, reading, "about-article");
  jats::appendMade(section, "h2", wrapper, reading)
      .appendText(jats::term("about-book", jats::languageAt(wrapper)), wrapper.position());
  for (const Element* meta : childrenOf(wrapper)) {
    if (!isOneOf(meta->name, {"book-meta", "collection-meta", "processing-meta"})) continue;
    jats::convert(*meta, section, reading);
    const Element* titles = dom::firstChild(*meta, "book-title-group");
    const Element* title = titles ? jats::mainTitleIn(*titles) : nullptr;
    if (title) reading.metadata.source = headingText(*title);
  }
  if (section.children().size() == 1) root.remove(root.children().size() - 1);
}

/// A part in a file of its own: one chapter, with what the wrapper says of the book after it.
std::vector<Division> readAlone(const Element& source, Reading& reading) {
  std::vector<Division> divisions;
  const Element* part = &source;
  for (const Element* child : childrenOf(source)) {
    const bool isWrapper = source.name == "book-part-wrapper";
    if (isWrapper && !isOneOf(child->name, {"collection-meta", "book-meta", "processing-meta"})) part = child;
  }
  Element& root = appendDivision(divisions, *part, jats::languageAt(*part), {ChapterKind::Chapter, 0, false}, reading.conversion);
  root.removeAttribute("role");
  root.removeAttribute("epub:type");
  if (dom::firstChild(*part, "book-part-meta")) {
    jats::readMetadataOf(*part, reading);
    for (const auto* name : {"id", "xml:id"}) {
      if (const std::string* id = part->attribute(name)) reading.conversion.aliasId(*id, *root.attribute("id"));
    }
    fillPart(*part, root, reading);
    if (part == &source) jats::convertAbout(*part, root, reading);
  } else {
    reading.metadata.languages = {reading.conversion.language(jats::languageAt(*part), part->position()).value_or("und")};
    jats::convert(*part, root, reading);
    const Element* only = dom::asElement(*root.children().front());
    if (only && !only->attribute("id")) unwrap(root);
  }
  if (part != &source) appendWhole(source, root, reading);
  return divisions;
}

}  // namespace
}  // namespace bits

Article readBits(const ReaderInputs& inputs) {
  Conversion conversion(inputs);
  const dom::Element& source = *inputs.document.root;
  jats::Reading reading(conversion, source);
  reading.additional = bits::partRules();
  std::vector<Division> divisions =
      source.name == "book" ? bits::Book(reading).read(source) : bits::readAlone(source, reading);
  for (Division& division : divisions) {
    liftBlocks(*division.root);
    tidyWhiteSpace(*division.root);
  }
  // A template's parts without words.
  const auto isEmpty = [](const Division& division) { return division.root->children().empty(); };
  if (!std::ranges::all_of(divisions, isEmpty)) std::erase_if(divisions, isEmpty);
  jats::reportIndexTerms(reading);
  jats::reportUnshown(reading);
  return conversion.finish(std::move(reading.metadata), std::move(divisions));
}

}  // namespace octavo::vocabulary
