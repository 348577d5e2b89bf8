// vocabulary/docbook: footnotes.
#include <array>

#include "vocabulary/docbook/reading.h"
#include "vocabulary/lift_blocks.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;

/// Links do not nest: a call inside a link stands after it.
Element& placeOfCall(Element& into) {
  Element* place = &into;
  for (Element* at = &into; at; at = at->parent()) {
    if (at->name == "a" && at->parent()) place = at->parent();
  }
  return *place;
}

void convertFootnote(const Element& source, Element& into, Reading& reading) {
  const std::string_view id = source.attributeOr("xml:id", source.attributeOr("id"));
  const Conversion::Note note = reading.conversion.makeNote(id, source.position());
  reading.conversion.appendNoteCall(placeOfCall(into), note.key, source.attributeOr("label"), source.position());
  convertBlocks(source, note.body, reading);
  liftBlocks(note.body);
  tidyWhiteSpace(note.body);
}

void convertFootnoteCall(const Element& source, Element& into, Reading& reading) {
  reading.conversion.appendNoteCall(placeOfCall(into), source.attributeOr("linkend"), source.attributeOr("label"),
                                    source.position());
}

constexpr std::array kRules{
    Rule{"footnote", convertFootnote},
    Rule{"footnoteref", convertFootnoteCall},
};

}  // namespace

std::span<const Rule> noteRules() { return kRules; }

}  // namespace octavo::vocabulary::docbook
