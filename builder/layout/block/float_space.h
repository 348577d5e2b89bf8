// layout/block: side floats in one content box: where they stand, and where there is room beside them. CSS 2.2, 9.5.
#pragma once

#include "css/style.h"
#include "layout/contract.h"

namespace octavo::layout {

/// Where a box stands between floats.
struct FloatSlot {
  Length blockStart;
  Length fromStart, fromEnd;  // how far floats reach in there
};

/// All lengths from the content box's sides and block start. Floats are added in document order.
class FloatSpace {
 public:
  explicit FloatSpace(Length measure) : measure_(measure) {}
  /// Floats of an ancestor or an earlier block, which stand partly beside this content.
  void addOutside(const Exclusion& exclusion) { exclusions_.push_back(exclusion); }
  /// Places a float's margin box: not above `from`, not above an earlier float, at its side where there is room.
  LogicalPoint place(bool atInlineEnd, Length from, LogicalSize marginBox);
  /// A float of a child that reaches below it.
  void addInside(const Exclusion& exclusion);
  /// The first place, from `from` on, where a box of this size fits between the floats.
  FloatSlot slotFor(Length from, LogicalSize size) const;
  /// Below all floats that `clear` names; zero where there is none.
  Length clearanceEnd(css::Clear clear) const;
  /// Below all floats of this content itself.
  Length end() const;
  bool isEmpty() const { return exclusions_.empty(); }
  const std::vector<Exclusion>& inside() const { return inside_; }
  /// All floats that reach below `blockOffset`, measured from there and from sides set in by the two insets.
  FloatArea seenFrom(Length blockOffset, Length startInset, Length endInset) const;

 private:
  Length measure_;
  Length lastTop_;
  std::vector<Exclusion> exclusions_;  // all
  std::vector<Exclusion> inside_;      // this content's own
};

/// The same floats, measured from elsewhere; those that don't reach there are left out.
FloatArea moved(const FloatArea& area, Length blockOffset, Length startInset, Length endInset);
/// The same floats for a box whose lines begin at the other end.
FloatArea mirrored(FloatArea area);

}  // namespace octavo::layout
