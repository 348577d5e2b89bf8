// vocabulary/xhtml: notes, as EPUB, DPUB-ARIA and plain pages mark them.
#include <algorithm>
#include <array>

#include "vocabulary/conversion_content.h"
#include "vocabulary/xhtml/reading_private.h"

namespace octavo::vocabulary::xhtml {
namespace {

using dom::Element;

template <std::size_t N>
bool isIn(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool hasAnyWord(const Element& element, std::string_view attribute,
                std::initializer_list<std::string_view> words) {
  return std::ranges::any_of(words, [&](std::string_view one) { return element.hasWord(attribute, one); });
}

bool canHoldNote(const Element& element) {
  constexpr std::array<std::string_view, 7> kHolders{"aside", "article", "div",   "li",
                                                     "p",     "section", "footer"};
  return isHtml(element) && isIn(kHolders, element.name);
}

std::string idIn(std::string_view href) {
  return href.starts_with('#') ? std::string(href.substr(1)) : std::string();
}

void collectIds(const Element& element, Reading& reading) {
  for (const std::string_view name : {"id", "xml:id"}) {
    if (const std::string* id = element.attribute(name)) reading.byId.emplace(*id, &element);
  }
  if (const std::string* name = element.name == "a" ? element.attribute("name") : nullptr) {
    reading.byId.emplace(*name, &element);
  }
  for (const auto& child : element.children()) {
    if (const Element* below = dom::asElement(*child)) collectIds(*below, reading);
  }
}

bool isFirstIn(const Element& element, const Element& parent) {
  const auto first =
      std::ranges::find_if(parent.children(), [](const auto& node) { return !isBlank(*node); });
  return first != parent.children().end() && first->get() == &element;
}

}  // namespace

bool isTypedNote(const Element& element) {
  return hasAnyWord(element, "epub:type", {"footnote", "endnote", "rearnote", "note"}) ||
         hasAnyWord(element, "role", {"doc-footnote", "doc-endnote"});
}

bool isTypedCall(const Element& element) {
  return hasAnyWord(element, "epub:type", {"noteref", "annoref"}) || element.hasWord("role", "doc-noteref") ||
         hasAnyWord(element, "class", {"noteref", "footnote-ref", "footnoteref", "footnote-reference"});
}

const Element* bodyOf(const Element& target) {
  const Element* at = &target;
  while (!canHoldNote(*at)) {
    const Element* parent = at->parent();
    const bool isInline = at->name == "a" || at->name == "span" || at->name == "sup";
    if (!parent || !isInline || !isFirstIn(*at, *parent)) return nullptr;
    at = parent;
  }
  return at;
}

namespace {

void addBody(const Element& body, std::string_view fallbackId, Reading& reading) {
  reading.noteBodies.emplace(&body, body.attributeOr("id", fallbackId));
}

void collectNotes(const Element& element, Reading& reading) {
  if (isTypedNote(element) && canHoldNote(element)) addBody(element, {}, reading);
  const std::string target = element.name == "a" ? idIn(element.attributeOr("href")) : std::string();
  const auto found = target.empty() ? reading.byId.end() : reading.byId.find(target);
  if (found != reading.byId.end()) {
    const Element* body = bodyOf(*found->second);
    const bool isCall = isTypedCall(element) || (body && isTypedNote(*body));
    const bool isInside = body && noteAround(element, reading) == body;
    if (isCall && body && !isInside && !dom::findById(*body, element.attributeOr("id", " "))) {
      addBody(*body, target, reading);
    }
  }
  for (const auto& child : element.children()) {
    if (const Element* below = dom::asElement(*child)) collectNotes(*below, reading);
  }
}

void collectCallIds(const Element& element, Reading& reading) {
  if (calledNote(element, reading)) {
    // The id may stand on what wraps the call: <sup id="ref1"><a href="#fn1">1</a></sup>.
    for (const Element* at = &element; at && at->parent(); at = at->parent()) {
      if (const std::string* id = at->attribute("id")) {
        reading.noteCallIds.insert(*id);
        break;
      }
      if (!isPhrasing(*at->parent())) break;
    }
  }
  for (const auto& child : element.children()) {
    if (const Element* below = dom::asElement(*child)) collectCallIds(*below, reading);
  }
}

/// True where a note is all that the element holds, but for its heading and rules.
bool collectLists(const Element& element, Reading& reading) {
  if (reading.noteBodies.contains(&element)) return true;
  constexpr std::array<std::string_view, 6> kLists{"aside", "section", "div", "ol", "ul", "footer"};
  bool holdsNote = false;
  bool holdsOther = !isIn(kLists, element.name);
  for (const auto& child : element.children()) {
    const Element* below = dom::asElement(*child);
    if (!below) {
      holdsOther = holdsOther || !isBlank(*child);
    } else if (collectLists(*below, reading)) {
      holdsNote = true;
    } else if (headingLevel(*below) == 0 && below->name != "hr" && below->name != "br") {
      holdsOther = true;
    }
  }
  if (!holdsNote || holdsOther) return false;
  reading.noteLists.insert(&element);
  return true;
}

}  // namespace

const Element* noteAround(const Element& element, const Reading& reading) {
  for (const Element* at = &element; at; at = at->parent()) {
    if (reading.noteBodies.contains(at)) return at;
  }
  return nullptr;
}

const Element* calledNote(const Element& link, const Reading& reading) {
  const std::string target = link.name == "a" ? idIn(link.attributeOr("href")) : std::string();
  const auto found = target.empty() ? reading.byId.end() : reading.byId.find(target);
  if (found == reading.byId.end()) return nullptr;
  const Element* body = bodyOf(*found->second);
  if (!body || !reading.noteBodies.contains(body)) return nullptr;
  // A note may cite itself, but a link in another note to a note is a call only where it says so.
  return isTypedCall(link) || !noteAround(link, reading) ? body : nullptr;
}

bool isBackLink(const Element& element, const Reading& reading) {
  if (!noteAround(element, reading)) return false;
  if (element.hasWord("role", "doc-backlink") || element.hasWord("epub:type", "backlink")) return true;
  return reading.noteCallIds.contains(idIn(element.attributeOr("href")));
}

void findNotes(Reading& reading) {
  collectIds(reading.page, reading);
  collectNotes(reading.page, reading);
  if (reading.noteBodies.empty()) return;
  collectCallIds(reading.page, reading);
  collectLists(reading.page, reading);
}

void convertNoteBody(const Element& element, Reading& reading) {
  const Conversion::Note note =
      reading.conversion.makeNote(reading.noteBodies.at(&element), element.position());
  if (const std::string* language = element.attribute("xml:lang")) {
    reading.conversion.setLanguage(note.body, *language, element.position());
  } else if (const std::string* plain = element.attribute("lang")) {
    reading.conversion.setLanguage(note.body, *plain, element.position());
  }
  convertChildren(element, note.body, reading);
  repairContentModel(note.body, reading.conversion);
}

}  // namespace octavo::vocabulary::xhtml
