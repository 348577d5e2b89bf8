// vocabulary/tei: divisions, their heads, paragraphs, and what opens and closes a division.
#include <algorithm>
#include <array>

#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

bool isNumbered(const Element& source) { return localName(source).starts_with("div") && !citedNumber(source).empty(); }

/// A numbered division that holds numbered divisions of two levels, or is a book or an act, is one of its contents; the
/// numbers of smaller ones stand where their text begins.
bool isListedByNumber(const Element& source) {
  if (!isNumbered(source)) return false;
  int levels = 0;
  for (const Element* child : childrenOf(source)) {
    if (!isNumbered(*child)) continue;
    levels = std::max(levels, 1);
    for (const Element* below : childrenOf(*child)) levels = isNumbered(*below) ? 2 : levels;
  }
  const bool isLarge = isOneOf(source.attributeOr("subtype", source.attributeOr("type")), {"book", "volume", "part", "act", "scene"});
  return levels == 2 || (levels == 1 && isLarge);
}

/// What stands in the contents for a division whose page has no head: the canon's own title.
std::string listedTitle(const Element& source) {
  for (const Element* child : childrenOf(source)) {
    if (localName(*child) == "mulu" && child->namespaceName == dom::Namespace::Other) return plainText(*child);
  }
  return {};
}

/// A section with a heading; one without is a `div`, for it opens no level of its own.
void convertDivision(const Element& source, Element& into, Reading& reading) {
  const bool titled = firstSaying(source, "head") != nullptr && !isLine(into);
  const bool isCounted = !isLine(into) && isListedByNumber(source);
  const std::string listed = titled || isCounted || isLine(into) ? std::string() : listedTitle(source);
  const bool isSection = titled || isCounted || !listed.empty();
  Element& division = appendAs(into, isSection ? "section" : "div", source, reading);
  addSourceClass(division, "type", source.attributeOr("type"));
  if (titled) appendHeading(source, division, reading);
  if (isCounted) appendMade(division, "h2", source, reading, "cited-number").appendText(std::string(citedNumber(source)), source.position());
  if (!listed.empty()) appendMade(division, "h2", source, reading, "contents-only").appendText(listed, source.position());
  if (!isSection && isNumbered(source)) reading.numbers.push_back(&source);
  convertBlocks(source, division, reading, titled ? std::initializer_list<std::string_view>{"head"}
                                                  : std::initializer_list<std::string_view>{});
  if (!isLine(division)) flushNumbers(division, reading);
}

/// A text inside the text keeps to itself: its heads open no sections of the text around it.
void convertFloatingText(const Element& source, Element& into, Reading& reading) {
  convertBlocks(source, appendAs(into, "div", source, reading, source.name), reading);
}

void convertGroup(const Element& source, Element& into, Reading& reading) {
  Element& group = appendAs(into, "div", source, reading, source.name);
  addSourceClass(group, "type", source.attributeOr("type"));
  convertBlocks(source, group, reading);
}

void convertParagraph(const Element& source, Element& into, Reading& reading) {
  // A paragraph of nothing but records (a list of persons) is no line.
  if (!hasOwnText(source) && std::ranges::all_of(childrenOf(source), [](const Element* c) { return isBlock(*c); })) {
    return convertBlocks(source, into, reading);
  }
  Element& paragraph = appendAs(into, isLine(into) ? "span" : "p", source, reading);
  addSourceClass(paragraph, "type", source.attributeOr("type"));
  if (source.name == "ab") addClass(paragraph, "ab");
  if (paragraph.name == "p") flushNumbers(paragraph, reading);
  convertInline(source, paragraph, reading);
}

/// A head where no section takes it as its heading.
void convertLooseHead(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, isLine(into) ? "span" : "p", source, reading, "list-title"), reading);
}

/// Salutations, signatures, dates, authors: a line of their own, or words of a line.
void convertLine(const Element& source, Element& into, Reading& reading) {
  Element& line = appendAs(into, isLine(into) ? "span" : "p", source, reading, source.name);
  addSourceClass(line, "type", source.attributeOr("type"));
  convertInline(source, line, reading);
}

/// The parts of a title each in a line of its own.
void convertTitleOfDocument(const Element& source, Element& into, Reading& reading) {
  if (isLine(into) || hasOwnText(source)) return convertLine(source, into, reading);
  convertBlocks(source, appendAs(into, "div", source, reading, source.name), reading);
}

void convertEpigraph(const Element& source, Element& into, Reading& reading) {
  convertBlocks(source, appendAs(into, "blockquote", source, reading, "epigraph"), reading);
}

/// What a program shall make here: contents come with every book, an index is made of its terms, other lists are no part
/// of the text.
void convertGenerated(const Element& source, Element& into, Reading& reading) {
  if (isIndexPlace(source) && reading.hasIndexTerms && !isLine(into)) {
    return fillIndex(source, appendAs(into, "section", source, reading), reading);
  }
  const std::string type(source.attributeOr("type", "list"));
  reading.conversion.diagnostics().report(
      {Severity::Note, "generated-division", source.position(),
       "<divGen type=\"" + type + "\"> stands for a list that a program makes; a book gets its own contents", {}, type});
}

constexpr std::array kRules{
    Rule{"div", Standing::Block, convertDivision},
    Rule{"div1", Standing::Block, convertDivision},
    Rule{"div2", Standing::Block, convertDivision},
    Rule{"div3", Standing::Block, convertDivision},
    Rule{"div4", Standing::Block, convertDivision},
    Rule{"div5", Standing::Block, convertDivision},
    Rule{"div6", Standing::Block, convertDivision},
    Rule{"div7", Standing::Block, convertDivision},
    Rule{"divGen", Standing::Block, convertGenerated},
    Rule{"TEI", Standing::Block, convertGroup},
    Rule{"teiCorpus", Standing::Block, convertGroup},
    Rule{"text", Standing::Block, convertGroup},
    Rule{"front", Standing::Block, convertGroup},
    Rule{"body", Standing::Block, convertGroup},
    Rule{"back", Standing::Block, convertGroup},
    Rule{"group", Standing::Block, convertGroup},
    Rule{"floatingText", Standing::Block, convertFloatingText},
    Rule{"head", Standing::Block, convertLooseHead},
    Rule{"p", Standing::Block, convertParagraph},
    Rule{"ab", Standing::Block, convertParagraph},
    Rule{"argument", Standing::Block, convertGroup},
    Rule{"epigraph", Standing::Block, convertEpigraph},
    Rule{"opener", Standing::Block, convertGroup},
    Rule{"closer", Standing::Block, convertGroup},
    Rule{"postscript", Standing::Block, convertGroup},
    Rule{"trailer", Standing::Block, convertLine},
    Rule{"byline", Standing::ByContent, convertLine},
    Rule{"dateline", Standing::ByContent, convertLine},
    Rule{"salute", Standing::ByContent, convertLine},
    Rule{"signed", Standing::ByContent, convertLine},
    Rule{"meeting", Standing::ByContent, convertLine},
    Rule{"titlePage", Standing::Block, convertGroup},
    Rule{"docTitle", Standing::ByContent, convertTitleOfDocument},
    Rule{"titlePart", Standing::ByContent, convertLine},
    Rule{"docAuthor", Standing::ByContent, convertLine},
    Rule{"docDate", Standing::ByContent, convertLine},
    Rule{"docEdition", Standing::ByContent, convertLine},
    Rule{"docImprint", Standing::ByContent, convertLine},
    Rule{"imprimatur", Standing::ByContent, convertLine},
};

}  // namespace

std::span<const Rule> divisionRules() { return kRules; }

bool appendHeading(const Element& source, Element& into, Reading& reading) {
  const Element* first = firstSaying(source, "head");
  if (!first) return false;
  for (const Element* head : childrenOf(source, "head")) {
    if (plainText(*head).empty() && childrenOf(*head).empty()) continue;
    Element& line = appendAs(into, head == first ? "h2" : "p", *head, reading, head == first ? "" : "subtitle");
    convertInline(*head, line, reading);
  }
  return true;
}

void appendTitleParagraphs(const Element& source, Element& into, Reading& reading, std::string_view className) {
  for (const Element* head : childrenOf(source, "head")) {
    Element& line = appendAs(into, isLine(into) ? "span" : "p", *head, reading, className);
    convertInline(*head, line, reading);
  }
}

}  // namespace octavo::vocabulary::tei
