// vocabulary/jats: what all rules of the JATS reader share: the article being read, the tables, and how to go on.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/conversion.h"
#include "vocabulary/source_questions.h"

namespace octavo::vocabulary::jats {

/// The article while it is read.
struct Reading {
  Reading(Conversion& sharedConversion, const dom::Element& root);

  Conversion& conversion;
  const dom::Element& article;
  publication::Metadata metadata;
  std::map<std::string_view, const dom::Element*> byId;  // the source's ids, the first where one comes twice
  std::set<std::string_view> called;                     // ids that an xref of the running text (not of a byline) names
  bool hasLineMarks = false;                             // underline-start and its like
  int indexTerms = 0;                                    // left out of the text so far
  std::map<std::string, int> unshown;                    // alternatives that were not chosen, by name
  SourcePosition firstUnshown;
  std::span<const struct Rule> additional = {};          // names of a vocabulary that has this one's besides its own
};

/// Converts one element of the source into content appended to `into`.
using Convert = void (*)(const dom::Element& source, dom::Element& into, Reading& reading);

/// One row of a vocabulary table.
struct Rule {
  std::string_view name;
  Convert convert;
};

// The tables, each in the file that its name tells.
std::span<const Rule> inlineRules();
std::span<const Rule> linkRules();
std::span<const Rule> bodyRules();
std::span<const Rule> listRules();
std::span<const Rule> figureRules();
std::span<const Rule> formulaRules();
std::span<const Rule> tableRules();
std::span<const Rule> noteRules();
std::span<const Rule> citationRules();
std::span<const Rule> studyRules();
std::span<const Rule> backRules();
std::span<const Rule> metadataRules();

/// The rule of a table with this name; null when there is none.
const Rule* findRule(std::span<const Rule> table, std::string_view name);
/// True for elements that stand for themselves between paragraphs.
bool isBlock(const dom::Element& source);

/// Converts by the tables; an element without a rule is reported and keeps its words.
void convert(const dom::Element& source, dom::Element& into, Reading& reading);
/// All children as running text: white space counts.
void convertInline(const dom::Element& source, dom::Element& into, Reading& reading);
/// All children where the source has blocks: white space between them does not count, loose text becomes a paragraph.
void convertBlocks(const dom::Element& source, dom::Element& into, Reading& reading,
                   std::initializer_list<std::string_view> except = {});

/// Appends an element with the identity of `source` and, where given, a class.
dom::Element& appendAs(dom::Element& into, std::string_view name, const dom::Element& source, Reading& reading,
                       std::string_view className = {});
/// The same without the identity.
dom::Element& appendMade(dom::Element& into, std::string_view name, const dom::Element& source, Reading& reading,
                         std::string_view className = {});

// --- Small questions to the source (others in source_questions.h)

/// The language in force, by the source; "en" where the article tells none (the default of the JATS DTD).
std::string_view languageAt(const dom::Element& source);
/// The language whose punctuation joins the parts of a citation: an English book cited in a Chinese article keeps its
/// colons and commas, for the article's language is only inherited.
std::string_view citationLanguage(const dom::Element& part);
/// What stands before a name that is not the first: ", " or "、"; nothing more than a blank before an unnamed rest ("и др.", 等)
/// in languages that set no comma there.
std::string_view separatorBefore(const dom::Element& name, std::string_view language);

// --- Converters that several files use

/// Heading of a section: label and title. False, and nothing appended, when the source has neither.
bool appendHeading(const dom::Element& source, dom::Element& into, Reading& reading);
/// Appends `label` as a span and a blank after it.
void appendLabel(const dom::Element& label, dom::Element& into, Reading& reading);
/// Label and title (either may be null) as the content of one line.
void fillTitle(const dom::Element* label, const dom::Element* title, dom::Element& line, Reading& reading);
/// A paragraph of class `className` with label and title, when the source has any.
void appendTitleParagraph(const dom::Element& source, dom::Element& into, Reading& reading,
                          std::string_view className);
/// Label, caption, attribution, permissions and identifiers of a figure, table or medium, as blocks of `into`.
void fillCaption(const dom::Element& source, dom::Element& into, Reading& reading);
bool hasCaption(const dom::Element& source);
/// Label, then the blocks of the source (label and title left out), the label in the first paragraph.
void convertLabelledBlocks(const dom::Element& source, dom::Element& into, Reading& reading);
/// A link to a web address with the given words; plain words where the address is a file beside the article.
dom::Element& appendAddress(dom::Element& into, std::string_view address, std::string_view words,
                            const dom::Element& source, Reading& reading);
/// Where the content of `made` goes: a link in it where the source has an xlink:href, else the element itself.
dom::Element& openLink(dom::Element& made, const dom::Element& source, Reading& reading);
/// `a`, or `span` where a link is open already (links do not nest).
dom::Element& appendLinkElement(dom::Element& into, const dom::Element& source, Reading& reading);
/// The content of an element-only citation, in the order of a reference list.
void convertElementCitation(const dom::Element& citation, dom::Element& into, Reading& reading);
/// A table by the model of XHTML; `into` gets the table element, which the caller may give a caption.
dom::Element& convertXhtmlTable(const dom::Element& table, dom::Element& into, Reading& reading);
/// What a table cell holds.
void fillCell(const dom::Element& source, dom::Element& cell, Reading& reading);
/// True when the fn is a note of the page: called from the text, or standing in it.
bool isPageNote(const dom::Element& fn, const Reading& reading);

/// An alternative that another one stands for; told once for the document.
void leaveUnshown(const dom::Element& alternative, Reading& reading);
/// Says which alternatives were not chosen, with their counts and the first place (alternatives-unshown).
void reportUnshown(const Reading& reading);

/// Counts the marks of an index that stand without words, once for the document (index-terms-hidden).
void reportIndexTerms(const Reading& reading);
/// Fills the metadata of the whole article from the front matter of this element.
/// The series of a book (BITS collection-meta), and its place there.
void readCollections(const dom::Element& book, Reading& reading);
void readMetadataOf(const dom::Element& article, Reading& reading);
/// header, abstracts and keywords of front, front-stub or article-meta; fills the metadata of the whole article.
void convertFront(const dom::Element& article, dom::Element& into, Reading& reading);
/// The section that lists what the title block does not show. Nothing where there is nothing left.
void convertAbout(const dom::Element& article, dom::Element& into, Reading& reading);

}  // namespace octavo::vocabulary::jats
