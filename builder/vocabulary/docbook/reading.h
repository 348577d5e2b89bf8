// vocabulary/docbook: what all rules of the DocBook reader share: the document being read, the tables, how to go on.
#pragma once

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/conversion.h"
#include "vocabulary/source_questions.h"

namespace octavo::vocabulary::docbook {

/// An indexterm of the text: its levels and the element that an index links to.
struct IndexMark {
  const dom::Element* source = nullptr;
  dom::Element* mark = nullptr;
};

/// The document while it is read.
struct Reading {
  Reading(Conversion& sharedConversion, const dom::Element& root);

  Conversion& conversion;
  const dom::Element& document;
  publication::Metadata metadata;
  std::map<std::string_view, const dom::Element*> byId;       // the source's ids, the first where one comes twice
  std::map<const dom::Element*, std::string> numbers;         // of what is numbered: "2", "A", "2.1"; looked up only
  std::map<const dom::Element*, int> listStarts;              // the first number of each ordered list
  std::map<const dom::Element*, int> callouts;                // the place of each co and area in its listing
  std::map<std::string, const dom::Element*> glossaryEntries;  // by their terms
  std::vector<IndexMark> indexMarks;                          // those read so far
  std::vector<const dom::Element*> misplaced;                 // text where DocBook has none, titles beside the title
  std::vector<std::pair<const dom::Element*, dom::Element*>> emptyIndexes;  // to be filled when all is read
};

/// Converts one element of the source into content appended to `into`.
using Convert = void (*)(const dom::Element& source, dom::Element& into, Reading& reading);

/// One row of a table.
struct Rule {
  std::string_view name;
  Convert convert;
};

// The tables, each in the file that its name tells. The first seven hold what stands in running text.
std::span<const Rule> inlineRules();
std::span<const Rule> linkRules();
std::span<const Rule> interfaceRules();
std::span<const Rule> noteRules();
std::span<const Rule> inlineMediaRules();
std::span<const Rule> inlineSynopsisRules();
std::span<const Rule> inlineVerbatimRules();
std::span<const Rule> sectionRules();
std::span<const Rule> blockRules();
std::span<const Rule> verbatimRules();
std::span<const Rule> listRules();
std::span<const Rule> procedureRules();
std::span<const Rule> questionRules();
std::span<const Rule> figureRules();
std::span<const Rule> tableRules();
std::span<const Rule> synopsisRules();
std::span<const Rule> classSynopsisRules();
std::span<const Rule> referencePageRules();
std::span<const Rule> glossaryRules();
std::span<const Rule> bibliographyRules();
std::span<const Rule> indexRules();
std::span<const Rule> infoRules();

/// Converts by the tables; an element without a rule is reported and keeps its words.
void convert(const dom::Element& source, dom::Element& into, Reading& reading);
/// All children as running text: white space counts.
void convertInline(const dom::Element& source, dom::Element& into, Reading& reading);
/// All children where the source has blocks: white space between them does not count, loose text becomes a paragraph.
void convertBlocks(const dom::Element& source, dom::Element& into, Reading& reading,
                   std::initializer_list<std::string_view> except = {});
/// The same without title, subtitle, titleabbrev and info, which a heading or title line has shown.
void convertBody(const dom::Element& source, dom::Element& into, Reading& reading);
/// Blocks where the source has blocks, running text where it has none: cells, terms, captions.
void convertFlexible(const dom::Element& source, dom::Element& into, Reading& reading);
/// A `div` of the element's own name.
void convertGroup(const dom::Element& source, dom::Element& into, Reading& reading);

/// Appends an element with the identity of `source`, its role and its class, where given, as classes, its profiling
/// attributes (DocBook 5.1, section 2.2.4) as data-.
dom::Element& appendAs(dom::Element& into, std::string_view name, const dom::Element& source, Reading& reading,
                       std::string_view className = {});
/// The same without anything of the source but its place.
dom::Element& appendMade(dom::Element& into, std::string_view name, const dom::Element& source, Reading& reading,
                         std::string_view className = {});
/// What appendAs takes over beside the class, for elements made otherwise.
void takeProfile(dom::Element& made, const dom::Element& source);

/// True for elements that stand in a line of text.
bool isInlineElement(const dom::Element& source);
/// True for output elements that hold running text only.
bool isPhrasingPlace(const dom::Element& into);
/// True where a section with a heading may be opened: not in lists, cells, boxes.
bool mayOpenSection(const dom::Element& into);
bool isInLink(const dom::Element& into);
/// info, and what DocBook 4 called it: articleinfo, sect1info, objectinfo…
bool isInfo(const dom::Element& source);
const dom::Element* infoOf(const dom::Element& source);
/// The element's title, in its info or directly; null where it has none that says anything.
const dom::Element* titleOf(const dom::Element& source);
/// The language in force, for words that are added; "en" where the document tells none.
std::string_view languageAt(const dom::Element& source);
std::string_view hrefOf(const dom::Element& source);

// --- Converters that several files use

/// Heading with label, title and subtitles; false, and nothing appended, where the source has no title.
bool appendHeading(const dom::Element& source, dom::Element& into, Reading& reading);
/// The title of what is no section, as a paragraph with the label, where the source has one.
void appendTitleLine(const dom::Element& source, dom::Element& into, Reading& reading, std::string_view className);
/// Label and title as the content of `line`; false where there is neither.
bool fillTitle(const dom::Element& source, dom::Element& line, Reading& reading);
/// A section, chapter or other titled division: heading, information, content.
void fillDivision(const dom::Element& source, dom::Element& into, Reading& reading);
/// The content of a component of its own kind, heading included; `into` is its section.
void fillReferencePage(const dom::Element& source, dom::Element& into, Reading& reading);
void fillGlossary(const dom::Element& source, dom::Element& into, Reading& reading);
void fillBibliography(const dom::Element& source, dom::Element& into, Reading& reading);
void fillIndex(const dom::Element& source, dom::Element& into, Reading& reading);
/// What an info element says beside titles, in place.
void appendInfo(const dom::Element& source, dom::Element& into, Reading& reading);
/// People in lines of those who did the same, authors first; their institutions below, then what else is told of each.
void appendContributors(std::vector<const dom::Element*> people, dom::Element& header, Reading& reading);
/// Title, authors and date at the head of the whole document; what else its info says is left for appendAbout.
void appendTitleBlock(const dom::Element& source, dom::Element& into, Reading& reading);
void appendAbout(const dom::Element& source, dom::Element& into, Reading& reading);
/// Fills the metadata of the publication from the root's info.
void readMetadata(const dom::Element& source, Reading& reading);
/// The pictures, words and captions of a mediaobject into `into`, which may be a figure or a line of text.
void convertMedia(const dom::Element& source, dom::Element& into, Reading& reading);
/// The size that imagedata (or a graphic of DocBook 4) asks for, on the picture made of it, as a style.
void takePictureSize(const dom::Element& data, dom::Element& picture, Reading& reading);
/// The `label` span in front of what `block` begins with, in its first paragraph.
void prependLabel(dom::Element& block, std::string_view label, const dom::Element& source, Reading& reading);
/// True for a file of lines that stand in the text as they are: textdata, and imagedata with format="linespecific".
bool isTextFile(const dom::Element& data);
/// The lines of the file that textdata or such an imagedata names.
void convertTextData(const dom::Element& source, dom::Element& into, Reading& reading);
/// Makes the link lead where the element's linkend, xlink:href or url says; a span where it says nothing usable.
void aimLink(dom::Element& link, const dom::Element& source, Reading& reading);
/// What a bibliography's entry is cited by, in brackets: its abbrev, its label, else its id.
std::string citationMark(const dom::Element& entry);
/// The entry whose mark, without the brackets, are these words; null where there is none.
const dom::Element* entryWithMark(std::string_view words, const dom::Element& document);
/// The number of a co or area: its place in its listing; shown as ①.
std::string calloutMark(const dom::Element& source, const Reading& reading);
/// What stands where no rule looks for it (reading.misplaced): its words as paragraphs, with a message for each.
void appendMisplaced(dom::Element& into, Reading& reading);
/// The whole index that an empty index element asks for, from the marks of the document.
void fillIndexes(Reading& reading);

}  // namespace octavo::vocabulary::docbook
