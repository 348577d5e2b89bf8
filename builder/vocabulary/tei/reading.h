// vocabulary/tei: what all rules of the TEI reader share: the text being read, the tables, and how to go on.
#pragma once

#include <initializer_list>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vocabulary/conversion.h"
#include "vocabulary/source_questions.h"

namespace octavo::vocabulary::tei {

/// Notes and apparatus that stand elsewhere than what they point to (TEI P5, 13.2.2: double end-point attachment;
/// note/@target): they are called where that is.
struct Attached {
  std::map<std::string_view, std::vector<const dom::Element*>> byId;  // what belongs behind the element with this id
  std::set<const dom::Element*> moved;                                // these, and what held nothing but them
};

/// The text while it is read.
struct Reading {
  Reading(Conversion& sharedConversion, const dom::Element& root);

  Conversion& conversion;
  const dom::Element& document;  // TEI or teiCorpus
  publication::Metadata metadata;
  std::map<std::string_view, const dom::Element*> byId;  // xml:id, the first where one comes twice
  std::set<std::string_view> called;                     // ids that a ref or ptr points to
  Attached attached;
  std::vector<const dom::Element*> numbers;  // of divisions and milestones, for the next line of text
  struct IndexMark {
    std::string_view name;  // of the index it is for; empty: any
    dom::Element* mark;
  };
  std::vector<IndexMark> indexMarks;
  bool hasIndexTerms = false;
  std::vector<std::pair<const dom::Element*, dom::Element*>> indexes;  // divGen, and what takes its entries
  int choices = 0;       // forms of a choice that are told in a title only
  int indexTerms = 0;    // left out of the text so far
  int formeWorks = 0;    // running heads and catchwords of the source's pages, kept as marks
};

/// Converts one element of the source into content appended to `into`.
using Convert = void (*)(const dom::Element& source, dom::Element& into, Reading& reading);

/// Where an element stands among blocks.
enum class Standing {
  InLine,    // part of the running text
  Block,     // between paragraphs
  Mark,      // a place without words: in the line where one has begun, or else an empty block
  ByContent  // in the line where the line has begun, or else between paragraphs
};

/// One row of a vocabulary table.
struct Rule {
  std::string_view name;
  Standing standing;
  Convert convert;
};

// The tables, each in the file that its name tells.
std::span<const Rule> divisionRules();
std::span<const Rule> verseRules();
std::span<const Rule> inlineRules();
std::span<const Rule> editingRules();
std::span<const Rule> noteRules();
std::span<const Rule> listRules();
std::span<const Rule> figureRules();
std::span<const Rule> tableRules();
std::span<const Rule> citationRules();
std::span<const Rule> recordRules();
std::span<const Rule> markupRules();
std::span<const Rule> canonRules();
std::span<const Rule> glyphRules();
std::span<const Rule> indexRules();

/// Converts by the tables; an element without a rule is reported and keeps its words.
void convert(const dom::Element& source, dom::Element& into, Reading& reading);
/// All children as running text: white space counts.
void convertInline(const dom::Element& source, dom::Element& into, Reading& reading);
/// All children where the source has blocks: white space between them does not count, loose text becomes a
/// paragraph, loose verse lines a stanza.
void convertBlocks(const dom::Element& source, dom::Element& into, Reading& reading,
                   std::initializer_list<std::string_view> except = {});
/// convertBlocks where the source or its children stand between paragraphs, else convertInline.
void convertContent(const dom::Element& source, dom::Element& into, Reading& reading);

/// The name without the prefix of a customisation: cb:div is a div.
std::string_view localName(const dom::Element& source);
/// The words between marks of lines and pages of an edition (lb/@ed, pb): where the script has no blanks the line ends of
/// the source file are none of the text.
std::string wordsAt(const dom::Element& source, std::size_t place);
/// True for an lb that tells where a line of another edition begins, and does not break ours.
bool isLineOfEdition(const dom::Element& source);

/// True where the element can only stand between paragraphs, by its name or by what it holds.
bool isBlock(const dom::Element& source);
/// True where the element is part of a running text, by its name and by what it holds.
bool standsInText(const dom::Element& source);
/// True for outputs that hold running text: p, h2, span…
bool isLine(const dom::Element& output);

/// Appends an element with the identity and the rendition of `source` and, where given, a class.
dom::Element& appendAs(dom::Element& into, std::string_view name, const dom::Element& source, Reading& reading,
                       std::string_view className = {});
/// The same without identity and rendition.
dom::Element& appendMade(dom::Element& into, std::string_view name, const dom::Element& source, Reading& reading,
                         std::string_view className = {});
/// `a`, or `span` where a link is open already (links do not nest).
dom::Element& appendLinkElement(dom::Element& into, const dom::Element& source, Reading& reading);

/// The words of the source as a name of a class, a label: "castList" → "cast-list".
std::string dashed(std::string_view name);

/// The language in force, by the source; empty where none is said.
std::string_view languageAt(const dom::Element& source);
/// The element that "#id" names; null where it is none of this document.
const dom::Element* targetOf(std::string_view pointer, const Reading& reading);

// --- Converters that several files use

/// Finds what is attached by pointers, once the ids are known.
void indexAttached(const dom::Element& root, Reading& reading);
/// Calls what is attached to the source element, of which `into` has what stands from place `before` on.
void callAttached(const dom::Element& source, dom::Element& into, std::size_t before, Reading& reading);
/// The readings of an apparatus as a note, called at the end of `place`.
void appendApparatusNote(const dom::Element& app, const dom::Element* text, dom::Element& place, Reading& reading);
/// A note, to be called by the key.
std::string makeNote(const dom::Element& note, Reading& reading);

/// The people of a play, without the list's head.
void fillCast(const dom::Element& source, dom::Element& into, Reading& reading);
/// The number by which a division without a head is cited; empty where it has none.
std::string_view citedNumber(const dom::Element& division);
/// Writes the numbers that wait at the beginning of a line of text, or, where the place is none, as lines of their own.
void flushNumbers(dom::Element& place, Reading& reading);
/// Fills a section with the index that divGen asks for.
void fillIndex(const dom::Element& source, dom::Element& section, Reading& reading);
bool isIndexPlace(const dom::Element& source);
/// Fills the indexes with the marks of the text, once all is read.
void fillIndexes(Reading& reading);

/// The division's heads: the first is its heading, those after it are subtitles. False where there is none.
bool appendHeading(const dom::Element& source, dom::Element& into, Reading& reading);
/// Heads as paragraphs with the class, for lists, stanzas and other parts that open no section.
void appendTitleParagraphs(const dom::Element& source, dom::Element& into, Reading& reading,
                           std::string_view className);
/// convertBlocks for the children from `first` up to `last`, not included, by their places.
void convertRange(const dom::Element& source, std::pair<std::size_t, std::size_t> places, dom::Element& into,
                  Reading& reading, std::initializer_list<std::string_view> except = {});
/// What a record says: names in one line, then each field; one with words of its own as they are.
void fillRecord(const dom::Element& source, dom::Element& block, Reading& reading);
/// The children as a record's line: separated where the source has only elements, as written where it has text.
void convertParts(const dom::Element& source, dom::Element& into, Reading& reading, std::string_view separator = {});

}  // namespace octavo::vocabulary::tei
