// vocabulary/jats: notes where they stand, in groups at the end, and under the title.
#include "vocabulary/jats/reading.h"

#include <algorithm>
#include <array>

#include "vocabulary/lift_blocks.h"

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

std::string makePageNote(const Element& source, Reading& reading) {
  Conversion::Note note = reading.conversion.makeNote(source.attributeOr("id"), source.position());
  if (const std::string* language = source.attribute("xml:lang")) {
    reading.conversion.setLanguage(note.body, *language, source.position());
  }
  convertBlocks(source, note.body, reading, {"label"});
  liftBlocks(note.body);
  tidyWhiteSpace(note.body);
  return note.key;
}

/// A note in the text makes its own call, unless a cross-reference elsewhere does.
void convertNote(const Element& source, Element& into, Reading& reading) {
  if (!isPageNote(source, reading)) {
    Element& kept = appendAs(into, "div", source, reading, "footnote");
    addSourceClass(kept, "type", source.attributeOr("fn-type"));
    return convertLabelledBlocks(source, kept, reading);
  }
  const std::string key = makePageNote(source, reading);
  if (reading.called.contains(source.attributeOr("id")) || isOneOf(source.parent()->name, {"fn-group"})) return;
  Element* place = &into;
  while (place->name == "a" && place->parent()) place = place->parent();
  const Element* label = firstSaying(source, "label");
  reading.conversion.appendNoteCall(*place, key, label ? plainText(*label) : std::string(), source.position());
}

/// Notes that are called go to their page; what is left of the group stays in its place.
void convertNoteGroup(const Element& source, Element& into, Reading& reading) {
  const auto children = childrenOf(source);
  const bool anyLeft = std::ranges::any_of(children, [&](const Element* child) {
    return !isOneOf(child->name, {"title", "label"}) && !(child->name == "fn" && isPageNote(*child, reading));
  });
  if (!anyLeft) {
    // A title alone ("Notes") has nothing to stand above.
    if (const Element* title = firstSaying(source, "title")) {
      reading.conversion.reportNoteHeading(plainText(*title), title->position());
    }
    for (const Element* child : childrenOf(source, "fn")) convert(*child, into, reading);
    return;
  }
  const bool titled = firstSaying(source, "title") != nullptr;
  const bool inSection = titled && !isOneOf(into.name, {"td", "th", "li", "dd"}) && !hasAncestor(source, "table-wrap-foot");
  Element& group = appendAs(into, inSection ? "section" : "div", source, reading, "footnotes");
  addSourceClass(group, "content", source.attributeOr("content-type"));
  inSection ? static_cast<void>(appendHeading(source, group, reading))
            : appendTitleParagraph(source, group, reading, "foot-title");
  convertBlocks(source, group, reading, {"title", "label"});
}

constexpr std::array kRules{
    Rule{"fn", convertNote},
    Rule{"fn-group", convertNoteGroup},
};

}  // namespace

std::span<const Rule> noteRules() { return kRules; }

bool isPageNote(const Element& fn, const Reading& reading) {
  if (hasAncestor(fn, "table-wrap-foot") || hasAncestor(fn, "author-notes") || !fn.parent()) return false;
  if (isOneOf(fn.parent()->name, {"contrib", "history", "article-meta", "front-stub", "back", "notes"})) return false;
  if (fn.parent()->name == "fn-group") return reading.called.contains(fn.attributeOr("id"));
  return true;
}

}  // namespace octavo::vocabulary::jats
