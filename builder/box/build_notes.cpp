#include <algorithm>
#include <iterator>
#include <utility>

#include "box/builder.h"

namespace octavo::box {
namespace {

using css::PseudoElement;
using css::StylePtr;

/// The number of the note where the sheet says nothing else.
std::vector<css::ContentItem> contentOf(const css::ComputedStyle& style) {
  if (!style.content.isNormal) return style.content.items;
  return {css::ContentCounter{"footnote", "decimal", std::nullopt}};
}

}  // namespace

void Builder::attachNote(Box& call) {
  const dom::Element* note = notes_.claim(*call.element);
  if (!note) return;
  const StylePtr style = cascade_.styleOf(*note, styleOfParent(*note));
  if (style->floating != css::Float::Footnote) return;
  counters_.enter();
  countElement(*note, *style);
  auto body = makeNoteBody(*note, style, {});
  counters_.leave();
  if (call.kind == Kind::Inline) {
    call.kind = Kind::NoteCall;
    call.role = Role::NoteCall;
    call.note = std::move(body);
  } else {
    call.children.push_back(std::move(body));  // a call that holds blocks is in no line: its note follows it
  }
}

std::unique_ptr<Box> Builder::buildNoteInPlace(const dom::Element& element, const StylePtr& style) {
  const bool countsItself =
      std::ranges::find(style->counterIncrement, "footnote", &css::CounterChange::name) != style->counterIncrement.end();
  if (!countsItself) counters_.increment("footnote", 1);
  auto call = makeBox(Kind::NoteCall, element, cascade_.styleOf(element, PseudoElement::FootnoteCall, style));
  call->role = Role::NoteCall;
  adoptInline(*call, generatedBoxes(contentOf(*call->style), *call));
  auto marker = makeBox(Kind::Inline, element, cascade_.styleOf(element, PseudoElement::FootnoteMarker, style));
  marker->role = Role::NoteMarker;
  adoptInline(*marker, generatedBoxes(contentOf(*marker->style), *marker));
  Boxes before;
  before.push_back(std::move(marker));
  call->note = makeNoteBody(element, style, std::move(before));
  return call;
}

std::unique_ptr<Box> Builder::makeNoteBody(const dom::Element& element, const StylePtr& style, Boxes before) {
  auto note = makeBox(Kind::Block, element, blockified(style));
  note->role = Role::NoteBody;
  if (const std::string* id = element.attribute("id")) note->anchors.push_back(*id);
  const bool wasInside = std::exchange(isInsideNote_, true);
  Boxes children = buildChildren(element, style);
  std::ranges::move(children, std::back_inserter(before));
  adoptFlow(*note, std::move(before));
  isInsideNote_ = wasInside;
  return note;
}

StylePtr Builder::styleOfParent(const dom::Element& element) const {
  const dom::Element* parent = element.parent();
  return parent ? cascade_.styleOf(*parent, styleOfParent(*parent)) : StylePtr{};
}

}  // namespace octavo::box
