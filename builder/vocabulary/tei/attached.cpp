// vocabulary/tei: notes and apparatus that point to their place in the text.
#include <algorithm>
#include <array>

#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

bool isApparatus(const Element& source) { return isOneOf(localName(source), {"app", "tt"}); }

/// The last of several pointers, for a note stands behind what it is on.
std::string_view lastPointer(std::string_view pointers) {
  const std::size_t end = pointers.find_last_not_of(" \t\r\n");
  if (end == std::string_view::npos) return {};
  const std::size_t before = pointers.find_last_of(" \t\r\n", end);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  return pointers.substr(begin, end + 1 - begin);
}

/// True where the target stands in the text, for readers, and not around what points to it.
bool isPlaceFor(const Element& source, const Element& target) {
  if (!hasAncestor(target, "text")) return false;
  for (const Element* at = &source; at; at = at->parent()) {
    if (at == &target) return false;
  }
  return !isOneOf(target.name, {"note", "app", "ref", "ptr", "graphic", "figure", "witness"});
}

bool standsInRunningText(const Element& note) { return note.parent() && hasOwnText(*note.parent()); }

/// The id behind which the element belongs; empty where it stands with its words or points nowhere.
std::string_view anchorOf(const Element& source, const Reading& reading) {
  const bool isNote = source.name == "note";
  if (isNote && (standsInRunningText(source) || reading.called.contains(source.attributeOr("xml:id")))) return {};
  if (!isNote && !isApparatus(source)) return {};
  if (hasAncestor(source, "teiHeader") || hasAncestor(source, "bibl")) return {};
  constexpr std::array kOfNotes{"targetEnd", "target"}, kOfReadings{"to", "from"};
  for (const char* name : isNote ? kOfNotes : kOfReadings) {
    const std::string_view pointer = lastPointer(source.attributeOr(name));
    const Element* target = targetOf(pointer, reading);
    if (target && isPlaceFor(source, *target)) return pointer.substr(1);
  }
  return {};
}

bool mayBeEmptied(const Element& source) {
  return isOneOf(localName(source), {"div", "div1", "div2", "div3", "p", "ab", "list", "item", "noteGrp", "listApp", "standOff",
                                     "back", "listAnnotation", "annotation"});
}

/// True where something of the element was moved and nothing is left but heads and marks of pages and lines.
bool markEmptied(const Element& source, Reading& reading) {
  bool isLeft = hasOwnText(source);
  bool isMoved = false;
  for (const Element* child : childrenOf(source)) {
    const bool isGone = markEmptied(*child, reading);
    isMoved = isMoved || isGone;
    isLeft = isLeft || !(isGone || isOneOf(child->name, {"head", "lb", "pb", "cb", "milestone", "anchor", "label"}));
  }
  if (isMoved && !isLeft && mayBeEmptied(source)) reading.attached.moved.insert(&source);
  return reading.attached.moved.contains(&source);
}

void findAttached(const Element& source, Reading& reading) {
  if (const std::string_view anchor = anchorOf(source, reading); !anchor.empty()) {
    reading.attached.byId[anchor].push_back(&source);
    reading.attached.moved.insert(&source);
  }
  for (const Element* child : childrenOf(source)) findAttached(*child, reading);
}

bool takesWords(const Element& made) {
  return isLine(made) || isOneOf(made.name, {"td", "th", "dt", "caption"});
}

/// The line at whose end a call stands: a section's heading, else the last line below.
Element* lineFor(Element& made) {
  if (takesWords(made)) return &made;
  if (made.name == "section" && !made.children().empty()) {
    if (Element* first = dom::asElement(*made.children().front()); first && takesWords(*first)) return first;
  }
  for (std::size_t i = made.children().size(); i-- > 0;) {
    Element* below = dom::asElement(*made.children()[i]);
    if (Element* found = below ? lineFor(*below) : nullptr) return found;
  }
  // An item or a definition without paragraphs.
  return isOneOf(made.name, {"li", "dd", "figcaption"}) ? &made : nullptr;
}

/// Behind the words; a mark between paragraphs belongs to the one before it.
Element& placeOfCall(const Element& source, Element& into, std::size_t before, Reading& reading) {
  if (takesWords(into)) return into;
  for (std::size_t i = into.children().size(); i-- > 0 && i + 1 >= before;) {
    Element* made = dom::asElement(*into.children()[i]);
    if (Element* line = made ? lineFor(*made) : nullptr) return *line;
  }
  return appendMade(into, "p", source, reading, "note-call");
}

}  // namespace

void indexAttached(const Element& root, Reading& reading) {
  findAttached(root, reading);
  if (!reading.attached.moved.empty()) markEmptied(root, reading);
}

void callAttached(const Element& source, Element& into, std::size_t before, Reading& reading) {
  const auto found = reading.attached.byId.find(source.attributeOr("xml:id"));
  if (found == reading.attached.byId.end()) return;
  Element* place = &placeOfCall(source, into, before, reading);
  while (place->name == "a" && place->parent()) place = place->parent();
  for (const Element* one : found->second) {
    if (isApparatus(*one)) {
      appendApparatusNote(*one, dom::firstChild(*one, "lem"), *place, reading);
    } else {
      reading.conversion.appendNoteCall(*place, makeNote(*one, reading), one->attributeOr("n", "*"), one->position());
    }
  }
}

}  // namespace octavo::vocabulary::tei
