// vocabulary/xhtml: the state of one reading, and the converters that the rules name.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "vocabulary/conversion.h"
#include "vocabulary/reader.h"

namespace octavo::vocabulary::xhtml {

struct Reading {
  Conversion& conversion;
  const dom::Element& page;                                    // the document's root
  std::map<const dom::Element*, std::string> noteBodies = {};  // what note calls point to → the id they use
  std::set<const dom::Element*> noteLists = {};                // what holds nothing but note bodies
  std::set<std::string, std::less<>> noteCallIds = {};         // so that links back can be told
  std::map<std::string, const dom::Element*, std::less<>> byId = {};
  std::set<const dom::Element*> hiddenByStyle = {};  // the outermost that the page's own sheets do not print
};

/// XHTML, with or without its namespace: pages of old tools lack the declaration.
bool isHtml(const dom::Element& element);

/// One node, appended to `into`; and all that an element holds.
void convert(const dom::Node& node, dom::Element& into, Reading& reading);
void convertChildren(const dom::Element& element, dom::Element& into, Reading& reading);

/// Appends an element with id, language and the attributes that stay: class, title, dir, data-*, and for some
/// names their own; `epub:type` becomes a role where EPUB has one for it, else classes.
dom::Element& appendKept(std::string_view name, const dom::Element& source, dom::Element& into,
                         Reading& reading);
void addClass(dom::Element& element, std::string_view words);
/// The classes of a page's element. A word that the built-in sheets have too stays where the page bears out that it means
/// the same; by chance on a whole article, a paragraph or a block of any sort it becomes `page-…` (css/program_words.h).
void addPageClasses(dom::Element& made, const dom::Element& source, std::string_view words);

// Converters with more to do than to keep an element.
void convertLink(const dom::Element& element, dom::Element& into, Reading& reading);
void convertPicture(const dom::Element& element, dom::Element& into, Reading& reading);
void convertNoscript(const dom::Element& element, dom::Element& into, Reading& reading);
void convertSvg(const dom::Element& element, dom::Element& into, Reading& reading);
void convertMath(const dom::Element& element, dom::Element& into, Reading& reading);
void convertMedia(const dom::Element& element, dom::Element& into, Reading& reading);
void convertObject(const dom::Element& element, dom::Element& into, Reading& reading);
void convertSwitch(const dom::Element& element, dom::Element& into, Reading& reading);
void convertTable(const dom::Element& element, dom::Element& into, Reading& reading);

/// What says of itself that it is a note, or the call of one.
bool isTypedNote(const dom::Element& element);
bool isTypedCall(const dom::Element& element);
/// The block that is the note: the target of a call, or the block that the target begins. Null where neither could be one.
const dom::Element* bodyOf(const dom::Element& target);
/// Finds the notes of the page: what calls them and where they stand.
void findNotes(Reading& reading);
/// The note that a link calls, null for any other link.
const dom::Element* calledNote(const dom::Element& link, const Reading& reading);
/// A link from a note to its call: written anew.
bool isBackLink(const dom::Element& element, const Reading& reading);
/// The note body around an element, or null.
const dom::Element* noteAround(const dom::Element& element, const Reading& reading);
void convertNoteBody(const dom::Element& element, Reading& reading);

/// True for what the page hides (the hidden attribute, display: none of its own or by its sheets, noscript, template), which is
/// reported and left out but for notes in it: HTML, section 6.1.
bool leaveOutHidden(const dom::Element& element, Reading& reading);
/// The last word of an element's style attribute on a property, in lower case; empty where it has none (CSS 2.2, section 9.2.4).
std::string lastValue(const dom::Element& element, std::string_view property);
/// Whether there are words or pictures in it.
bool shows(const dom::Element& element);
/// Pages that draw their formulas hide the words of the formula, which are its better form.
bool holdsFormulaAlone(const dom::Element& element);

/// The style elements of a page and the sheets that it links to, in their order.
struct OwnStyle {
  std::vector<publication::PageStyle> sheets;  // those that are there
  std::vector<std::string> names;              // of all, as messages call them
  std::vector<std::string> files;              // linked and there, as the page calls them
  SourcePosition where;
};
/// Finds them, and what they hide of the content (Reading::hiddenByStyle), where that shall count.
OwnStyle readOwnStyle(const dom::Element& content, Reading& reading);
/// One note about what they hide, and one that they have no other effect, where they have none.
void reportOwnStyle(const OwnStyle& style, Reading& reading);

/// Title, authors, date and languages, from the page's head and the article's header.
publication::Metadata readMetadata(const dom::Element& content, const Reading& reading);

/// Makes the tree valid XHTML5: blocks out of running text, parts of lists, tables and figures where they
/// belong.
void repairContentModel(dom::Element& root, const Conversion& conversion);

}  // namespace octavo::vocabulary::xhtml
