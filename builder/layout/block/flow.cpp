// layout/block: the block-level children of a box, one below another.
#include "layout/block/flow.h"

#include <algorithm>

namespace octavo::layout {

namespace {

bool isFinite(Length length) { return length < Length::infinite().scaled(1, 2); }

/// What the child does not share with floats beside it: it stands next to them as a whole. CSS 2.2, 9.5.
bool standsBesideFloats(const box::Box& child) { return isFormattingRoot(child); }

/// Turned boxes that cannot be turned here stand upright, and say so.
bool isTurnedHere(const box::Box& child, const Space& space, Context& context) {
  if (child.style->turning != css::Turning::Left) return false;
  if (space.mayTurn || space.isTurned) return space.mayTurn;
  context.diagnostics.report({Severity::Warning, "not-turned", child.element->position(),
                              "this cannot be turned onto a page of its own here; it stands upright",
                              "only horizontal text turns, outside of cells, floats and notes, where all pages have one measure", {}});
  return false;
}

FlowResult layoutAny(const box::Box& child, const Space& space, const BreakToken* token, Context& context) {
  const bool isUpright = token || !isTurnedHere(child, space, context);
  if (child.kind == box::Kind::Block && isUpright) return layoutFlowBlock(child, space, token, context);
  FlowResult laid;
  laid.result = isUpright ? layoutBox(child, space, token, context) : layoutTurned(child, space, context);
  laid.start.join(laid.result.margin.blockStart);
  laid.end.join(laid.result.margin.blockEnd);
  return laid;
}

/// A page float stands in the flow: it goes to a page's head only where it does not fit, as every figure does.
void reportPageFloat(const box::Box& child, Diagnostics& diagnostics) {
  const css::Float value = child.style->floating;
  if (value != css::Float::BlockStart && value != css::Float::BlockEnd) return;
  const SourcePosition where = child.element ? child.element->position() : SourcePosition{};
  diagnostics.report({Severity::Warning, "page-float-in-flow", where,
                      "float: top and bottom move a figure to the head of the next page only where it does not fit on its own",
                      {}, "page-float"});
}

}  // namespace

BlockFlow::BlockFlow(const box::Box& box, const BoxGeometry& geometry, const Space& space, Context& context)
    : box_(box), geometry_(geometry), space_(space), context_(context), floats_(geometry.inlineSize) {}

Contents BlockFlow::run(const BlockBreak* resume) {
  const bool isRoot = isFormattingRoot(box_);
  // A piece that goes on after a page end has no start side: neither border nor margin. CSS Fragmentation 3, 5.4.
  const Length startEdge = resume ? Length{} : geometry_.inner.blockStart;
  room_ = space_.remainingBlockSize - startEdge - geometry_.inner.blockEnd;
  isOpen_ = !isRoot && startEdge == Length{};
  if (space_.floats && !isRoot) {
    const Length startInset = geometry_.margin.inlineStart + geometry_.inner.inlineStart;
    const Length endInset = space_.available.inlineSize - startInset - geometry_.inlineSize;
    for (const Exclusion& exclusion : moved(*space_.floats, startEdge, startInset, endInset).exclusions) {
      floats_.addOutside(exclusion);
    }
  }
  if (box_.hasInlineChildren) {
    placeLines(resume ? resume->inner.get() : nullptr);
    return finish();
  }
  const std::size_t first = resume ? resume->child : 0;
  for (std::size_t index = first; index < box_.children.size(); ++index) {
    if (!placeChild(index, resume && index == first ? resume->inner.get() : nullptr)) break;
  }
  return finish();
}

bool BlockFlow::placeLines(const BreakToken* token) {
  if (box_.children.empty()) return true;
  Space space = space_.inside(geometry_.inlineSize);
  space.remainingBlockSize = room_;
  const FloatArea beside = floats_.seenFrom({}, {}, {});
  if (!beside.exclusions.empty()) space.floats = &beside;
  Result laid = layoutInline(box_, space, token, context_);
  if (!laid.fragment) return stopBefore(0);
  for (const PlacedLogical& line : laid.fragment->children) contents_.children.push_back(line);
  position_ = laid.fragment->size.blockSize;
  isHollow_ = contents_.children.empty() && position_ == Length{};
  if (!isHollow_) isOpen_ = false;
  hasPlaced_ = true;
  for (const Exclusion& exclusion : laid.floats.exclusions) floats_.addInside(exclusion);
  if (!laid.resume) return true;
  auto next = std::make_unique<BlockBreak>();
  next->inner = std::move(laid.resume);
  contents_.resume = std::move(next);
  return false;
}

bool BlockFlow::placeChild(std::size_t index, const BreakToken* token) {
  const box::Box& child = *box_.children[index];
  if (isSideFloat(child)) return placeFloat(child) || stopBefore(index);
  return placeInFlow(child, index, token);
}

bool BlockFlow::placeFloat(const box::Box& child) {
  Space space = space_.inside(geometry_.inlineSize);
  space.shrinkToFit = true;
  const Result laid = layoutBox(child, space, nullptr, context_);
  const LogicalEdges<Length> margin =
      seenFrom(box_.style->direction, child.style->direction, laid.margin);
  const LogicalSize marginBox{
      std::max(Length{}, laid.fragment->size.inlineSize + margin.inlineStart + margin.inlineEnd),
      std::max(Length{}, laid.fragment->size.blockSize + margin.blockStart + margin.blockEnd)};
  const Length from = std::max(position_ + (isOpen_ ? Length{} : pending_.total()),
                               floats_.clearanceEnd(child.style->clear));
  if (overflows(from + marginBox.blockSize)) return false;
  const bool atInlineEnd = child.style->floating == css::Float::InlineEnd;
  const LogicalPoint at = floats_.place(atInlineEnd, from, marginBox);
  contents_.children.push_back(
      {{at.inlineStart + margin.inlineStart, at.blockStart + margin.blockStart}, laid.fragment});
  hasPlaced_ = true;
  return true;
}

bool BlockFlow::placeInFlow(const box::Box& child, std::size_t index, const BreakToken* token) {
  reportPageFloat(child, context_.diagnostics);
  ChildPosition place = foretell(child);
  FlowResult laid = layoutChild(child, place, token);
  if (!laid.result.fragment) return stopBefore(index);
  const bool isWhole = !laid.result.resume;
  if (isWhole && overflows(place.blockStart + laid.result.fragment->size.blockSize)) {
    return stopBefore(index);
  }
  std::unique_ptr<const BreakToken> inner = std::move(laid.result.resume);
  settle(child, place, std::move(laid));
  if (isWhole) return true;
  auto next = std::make_unique<BlockBreak>();
  next->child = index;
  next->inner = std::move(inner);
  contents_.resume = std::move(next);
  return false;
}

BlockFlow::ChildPosition BlockFlow::foretell(const box::Box& child) const {
  ChildPosition place;
  const bool isNeeded = !floats_.isEmpty() || isFinite(room_);
  if (!isNeeded) return place;
  const CollapsingMargin start = foretoldStartMargin(child, geometry_.inlineSize, context_);
  place.blockStart = position_ + (isOpen_ ? Length{} : joined(pending_, start).total());
  const Length cleared = floats_.clearanceEnd(child.style->clear);
  if (child.style->clear != css::Clear::None && cleared > place.blockStart) {
    place.blockStart = cleared;
    place.isMoved = true;
  }
  if (!standsBesideFloats(child) || floats_.isEmpty()) return place;
  // A picture could be small, yet rather goes below than shrinks.
  const InlineSizes sizes = measureBox(child, context_);
  place.needed = std::min(child.kind == box::Kind::Image ? sizes.maxContent : sizes.minContent, geometry_.inlineSize);
  // How high it will be is not known yet; where there is no second try, it must do whatever comes.
  const Length height = context_.secondTries > 0 ? Length::units(1) : Length::infinite();
  place.slot = floats_.slotFor(place.blockStart, {place.needed, height});
  place.isMoved = place.isMoved || place.slot.blockStart > place.blockStart;
  place.blockStart = place.slot.blockStart;
  return place;
}

Space BlockFlow::spaceFor(const ChildPosition& place) const {
  Space space = space_.inside(geometry_.inlineSize - place.slot.fromStart - place.slot.fromEnd);
  space.available.blockSize = geometry_.blockSize.value_or(Length::infinite());
  space.remainingBlockSize = isFinite(room_) ? room_ - place.blockStart : Length::infinite();
  if (isFinite(space_.pageBlockSize)) space.pageBlockSize -= geometry_.blockInner();
  space.mayTurn = space_.mayTurn && floats_.isEmpty() && !space_.floats;
  return space;
}

FlowResult BlockFlow::layoutChild(const box::Box& child, ChildPosition& place, const BreakToken* token) const {
  if (floats_.isEmpty()) return layoutAny(child, spaceFor(place), token, context_);
  if (!standsBesideFloats(child)) {
    FloatArea seen = floats_.seenFrom(place.blockStart, {}, {});
    if (child.style->direction != box_.style->direction) seen = mirrored(std::move(seen));
    Space space = spaceFor(place);
    space.floats = &seen;
    return layoutAny(child, space, token, context_);
  }
  FlowResult laid = layoutAny(child, spaceFor(place), token, context_);
  if (!laid.result.fragment || context_.secondTries == 0) return laid;
  // A float that begins further down may leave less room than there was at its head: once more, in that room.
  const FloatSlot whole = floats_.slotFor(place.blockStart, {place.needed, laid.result.fragment->size.blockSize});
  if (whole.blockStart == place.slot.blockStart && whole.fromStart == place.slot.fromStart &&
      whole.fromEnd == place.slot.fromEnd) {
    return laid;
  }
  place.isMoved = place.isMoved || whole.blockStart > place.blockStart;
  place.blockStart = whole.blockStart;
  place.slot = whole;
  const SecondTry second(context_);
  return layoutAny(child, spaceFor(place), token, context_);
}

void BlockFlow::settle(const box::Box& child, const ChildPosition& place, FlowResult laid) {
  const LogicalFragment& fragment = *laid.result.fragment;
  const LogicalEdges<Length> margin =
      seenFrom(box_.style->direction, child.style->direction, laid.result.margin);
  Length blockStart;
  if (place.isMoved) {
    if (isOpen_) contents_.start.join(pending_);
    blockStart = place.blockStart;
    isOpen_ = false;
    position_ = blockStart;  // also of what has no size: <br class="clear"> does nothing else
    pending_ = laid.end;
  } else if (laid.collapsesThrough) {
    pending_.join(laid.start);
    pending_.join(laid.end);
    blockStart = position_ + (isOpen_ ? Length{} : pending_.total());
  } else {
    pending_.join(laid.start);
    blockStart = position_ + (isOpen_ ? Length{} : pending_.total());
    if (isOpen_) contents_.start.join(pending_);
    isOpen_ = false;
  }
  if (!laid.collapsesThrough) {
    position_ = blockStart + fragment.size.blockSize;
    pending_ = laid.end;
    isHollow_ = false;
  }
  contents_.children.push_back(
      {{place.slot.fromStart + margin.inlineStart, blockStart}, laid.result.fragment});
  hasPlaced_ = true;
  FloatArea below = std::move(laid.result.floats);
  if (child.style->direction != box_.style->direction) below = mirrored(std::move(below));
  for (const Exclusion& exclusion : moved(below, -blockStart, {}, {}).exclusions) floats_.addInside(exclusion);
}

bool BlockFlow::stopBefore(std::size_t index) {
  if (!hasPlaced_) {
    contents_.hasNothing = true;
    return false;
  }
  auto next = std::make_unique<BlockBreak>();
  next->child = index;
  contents_.resume = std::move(next);
  return false;
}

bool BlockFlow::overflows(Length blockEnd) const { return isFinite(room_) && blockEnd > room_; }

Contents BlockFlow::finish() {
  const bool isRoot = isFormattingRoot(box_);
  const bool endIsOpen = !isRoot && geometry_.inner.blockEnd == Length{} && !geometry_.blockSize &&
                         geometry_.minBlockSize == Length{} && !contents_.resume;
  contents_.blockSize = position_;
  contents_.isHollow = isHollow_;
  if (isOpen_) {
    contents_.start.join(pending_);  // nothing stood in between: they all lie above us
    if (endIsOpen) contents_.end.join(pending_);
  } else if (endIsOpen) {
    contents_.end = pending_;
  } else {
    contents_.blockSize += pending_.total();
  }
  // A formatting context holds its floats: CSS 2.2, 10.6.7.
  if (isRoot) contents_.blockSize = std::max(contents_.blockSize, floats_.end());
  contents_.blockSize = std::max(contents_.blockSize, Length{});
  if (!isRoot) contents_.floats.exclusions = floats_.inside();
  return std::move(contents_);
}

}  // namespace octavo::layout
