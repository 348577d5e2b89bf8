#include "box/notes.h"

namespace octavo::box {
namespace {

bool isInside(const dom::Element& element, const dom::Element& ancestor) {
  for (const dom::Element* at = &element; at; at = at->parent()) {
    if (at == &ancestor) return true;
  }
  return false;
}

}  // namespace

bool isNote(const dom::Element& element) { return element.hasWord("role", "doc-footnote"); }

bool isNoteCall(const dom::Element& element) { return element.hasWord("role", "doc-noteref"); }

void NoteRegister::findCalls(const dom::Element& root) {
  if (isNoteCall(root)) {
    if (const dom::Element* note = noteOf(root)) called_.insert(note);
  }
  for (const auto& child : root.children()) {
    if (const dom::Element* element = dom::asElement(*child)) findCalls(*element);
  }
}

const dom::Element* NoteRegister::claim(const dom::Element& call) {
  const dom::Element* note = noteOf(call);
  return note && claimed_.insert(note).second ? note : nullptr;
}

const dom::Element* NoteRegister::noteOf(const dom::Element& call) const {
  const std::string_view reference = call.attributeOr("href");
  if (!reference.starts_with('#')) return nullptr;
  const auto found = elementsById_.find(reference.substr(1));
  if (found == elementsById_.end() || !isNote(*found->second)) return nullptr;
  // A note that cites itself stays where it is: nobody outside would ever bring it to a page.
  return isInside(call, *found->second) ? nullptr : found->second;
}

}  // namespace octavo::box
