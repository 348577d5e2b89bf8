// layout/block: the block-level children of a box, one below another. CSS 2.2, 8.3.1 and 9.4.1.
#pragma once

#include <cstddef>

#include "layout/block/block.h"
#include "layout/block/float_space.h"

namespace octavo::layout {

/// Goes on at a child, inside it where `inner` is set. A box with inline content counts as its own only child.
struct BlockBreak : BreakToken {
  std::size_t child = 0;
  std::unique_ptr<const BreakToken> inner;
};

/// One run through the children of one box. Positions are those of the content box until finish().
class BlockFlow {
 public:
  BlockFlow(const box::Box& box, const BoxGeometry& geometry, const Space& space, Context& context);
  Contents run(const BlockBreak* resume);

 private:
  /// Where a child's border box begins if its own start margin is as foretold.
  struct ChildPosition {
    Length blockStart;
    bool isMoved = false;  // by floats: its margin collapses with none before it
    Length needed;         // beside floats: margins included
    FloatSlot slot;        // only for boxes that stand beside floats, not behind them
  };
  bool placeLines(const BreakToken* token);
  bool placeChild(std::size_t index, const BreakToken* token);
  bool placeFloat(const box::Box& child);
  bool placeInFlow(const box::Box& child, std::size_t index, const BreakToken* token);
  ChildPosition foretell(const box::Box& child) const;
  FlowResult layoutChild(const box::Box& child, ChildPosition& place, const BreakToken* token) const;
  Space spaceFor(const ChildPosition& place) const;
  void settle(const box::Box& child, const ChildPosition& place, FlowResult laid);
  bool stopBefore(std::size_t index);
  bool overflows(Length blockEnd) const;
  Contents finish();

  const box::Box& box_;
  const BoxGeometry& geometry_;
  const Space& space_;
  Context& context_;
  FloatSpace floats_;
  Contents contents_;
  Length room_;                // for the content, until the page's end
  Length position_;            // block end of the last box
  CollapsingMargin pending_;   // below position_, still to collapse with what comes
  bool isOpen_ = false;        // margins still reach through our start side
  bool isHollow_ = true;
  bool hasPlaced_ = false;
};

/// What the children's margins add to the margin at the start side of a box, known before it is laid out.
/// `measure` is that of its containing block.
CollapsingMargin foretoldStartMargin(const box::Box& box, Length measure, Context& context);

}  // namespace octavo::layout
