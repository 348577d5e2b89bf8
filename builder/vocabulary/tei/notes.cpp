// vocabulary/tei: notes, references, pointers.
#include <algorithm>
#include <array>
#include <cctype>

#include "base/address.h"
#include "vocabulary/lift_blocks.h"
#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

/// Notes on the text stand at the foot of the page; those of the header, of references and of records say more about
/// the thing they stand in.
bool isPageNote(const Element& note, const Reading& reading) {
  const std::string_view place = note.attributeOr("place");
  if (isOneOf(place, {"inline", "display", "block", "interlinear"})) return false;
  for (const Element* at = note.parent(); at; at = at->parent()) {
    if (isOneOf(at->name, {"teiHeader", "bibl", "biblStruct", "biblFull", "notesStmt", "app", "person", "place", "org",
                           "msDesc", "sourceDoc", "event", "elementSpec"})) {
      return false;
    }
    if (at->name == "text") break;
  }
  if (!place.empty()) return true;
  if (reading.called.contains(note.attributeOr("xml:id"))) return true;
  const Element* parent = note.parent();
  return parent && (hasOwnText(*parent) || isOneOf(parent->name, {"p", "l", "ab", "head", "cell", "item", "hi", "seg",
                                                                   "reg", "orig", "lem", "salute", "signed", "q",
                                                                   "quote", "speaker", "stage", "lg", "sp", "label"}));
}

/// True where the note stands among blocks, and the words it explains are elsewhere.
bool standsAlone(const Element& note) {
  const Element* parent = note.parent();
  return parent && !hasOwnText(*parent) &&
         isOneOf(parent->name, {"div", "div1", "div2", "div3", "back", "body", "front", "noteGrp", "list", "p"});
}

void makePageNote(const Element& source, Element& into, Reading& reading) {
  const std::string key = makeNote(source, reading);
  if (reading.called.contains(source.attributeOr("xml:id")) && standsAlone(source)) return;
  const bool inLine = isLine(into) || isOneOf(into.name, {"td", "th", "li", "dt", "dd", "caption", "figcaption"});
  Element* place = inLine ? &into : &appendMade(into, "p", source, reading, "note-call");
  while (place->name == "a" && place->parent()) place = place->parent();
  reading.conversion.appendNoteCall(*place, key, source.attributeOr("n", "*"), source.position());
}

void convertNote(const Element& source, Element& into, Reading& reading) {
  if (plainText(source).empty() && childrenOf(source).empty()) return;
  if (isPageNote(source, reading)) return makePageNote(source, into, reading);
  const bool blocks = std::ranges::any_of(childrenOf(source), [](const Element* c) { return isBlock(*c); });
  if (!isLine(into) || blocks) {
    Element& block = appendAs(into, "div", source, reading, "note");
    addSourceClass(block, "type", source.attributeOr("type"));
    return convertBlocks(source, block, reading);
  }
  Element& words = appendAs(into, "span", source, reading, "note");
  const bool inText = source.attributeOr("place") == "inline";
  const bool isFull = isCjkLanguage(languageAt(source));
  if (inText) words.appendText(isFull ? "（" : "(", source.position());
  convertInline(source, words, reading);
  if (inText) words.appendText(isFull ? "）" : ")", source.position());
}

/// What a pointer without words shows: the number or head of its target, else its name.
std::string wordsOfTarget(std::string_view pointer, const Reading& reading) {
  const Element* target = targetOf(pointer, reading);
  if (!target) return std::string(pointer.starts_with("#") ? pointer.substr(1) : pointer);
  if (const Element* head = firstSaying(*target, "head")) return headingText(*head);
  if (const std::string* number = target->attribute("n")) return *number;
  return std::string(pointer.substr(1));
}

void fillLink(const Element& source, std::string_view target, Element& link, Reading& reading) {
  if (plainText(source).empty() && childrenOf(source).empty()) {
    link.appendText(wordsOfTarget(target, reading), source.position());
  } else {
    convertInline(source, link, reading);
  }
}

/// Calls of the notes that a reference points to, each of its own; false where one of them is none.
bool appendNoteCalls(const Element& source, const std::string& targets, Element& into, Reading& reading) {
  std::vector<std::string> ids;
  for (std::size_t begin = 0; begin < targets.size();) {
    const std::size_t end = std::min(targets.find(' ', begin), targets.size());
    const std::string one = targets.substr(begin, end - begin);
    const Element* note = targetOf(one, reading);
    if (!note || note->name != "note" || !isPageNote(*note, reading)) return false;
    ids.push_back(one.substr(1));
    begin = end + 1;
  }
  for (const std::string& id : ids) {
    reading.conversion.appendNoteCall(into, id, ids.size() == 1 ? plainText(source) : std::string(), source.position());
  }
  return !ids.empty();
}

/// A reference to a note calls it, one to a place of the text leads there, one to the web is a link.
void convertReference(const Element& source, Element& into, Reading& reading) {
  const std::string all = dom::collapseWhiteSpace(source.attributeOr("target", source.attributeOr("cRef")));
  std::string target = all.substr(0, all.find(' '));
  if (isLine(into) && appendNoteCalls(source, all, into, reading)) return;
  if (target.starts_with("//")) target.insert(0, "https:");
  if (target.starts_with("#") && target.size() > 1 && target.find('(') == std::string::npos) {
    Element& link = appendLinkElement(into, source, reading);
    fillLink(source, target, link, reading);
    if (link.name == "a") reading.conversion.linkTo(link, std::string_view(target).substr(1));
    return;
  }
  if (!hasScheme(target) || source.attribute("cRef")) {
    const bool isFile = !target.empty() && !source.attribute("cRef") && !target.starts_with("#");
    Element& shown = isFile ? appendLinkElement(into, source, reading) : appendAs(into, "span", source, reading);
    addClass(shown, source.name);
    fillLink(source, target, shown, reading);
    if (shown.name == "a") reading.conversion.linkToFile(shown, target);
    return;
  }
  Element& link = appendLinkElement(into, source, reading);
  fillLink(source, target, link, reading);
  if (link.name == "a") reading.conversion.linkToWeb(link, target, source.position());
}

void convertEmail(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, "span", source, reading, source.name), reading);
}

void convertNoteGroup(const Element& source, Element& into, Reading& reading) { convertBlocks(source, into, reading); }

constexpr std::array kRules{
    Rule{"note", Standing::ByContent, convertNote},
    Rule{"noteGrp", Standing::Block, convertNoteGroup},
    Rule{"ref", Standing::InLine, convertReference},
    Rule{"ptr", Standing::InLine, convertReference},
    Rule{"email", Standing::InLine, convertEmail},
};

}  // namespace

std::span<const Rule> noteRules() { return kRules; }

std::string makeNote(const Element& source, Reading& reading) {
  Conversion::Note note = reading.conversion.makeNote(source.attributeOr("xml:id"), source.position());
  if (const std::string* language = source.attribute("xml:lang")) {
    reading.conversion.setLanguage(note.body, *language, source.position());
  }
  addSourceClass(note.body, "type", source.attributeOr("type"));
  if (source.attributeOr("place").starts_with("margin")) addClass(note.body, "margin-note");
  convertBlocks(source, note.body, reading);
  liftBlocks(note.body);
  tidyWhiteSpace(note.body);
  return note.key;
}

}  // namespace octavo::vocabulary::tei
