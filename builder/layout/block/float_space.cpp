// layout/block: side floats in one content box.
#include "layout/block/float_space.h"

#include <algorithm>

namespace octavo::layout {

namespace {

FloatSlot slotAt(const std::vector<Exclusion>& exclusions, Length from, Length blockSize) {
  FloatSlot slot{from, {}, {}};
  const Length to = from + std::max(blockSize, Length::units(1));
  for (const Exclusion& exclusion : exclusions) {
    if (exclusion.blockStart >= to || exclusion.blockEnd <= from) continue;
    Length& side = exclusion.atInlineEnd ? slot.fromEnd : slot.fromStart;
    side = std::max(side, exclusion.inlineSize);
  }
  return slot;
}

}  // namespace

LogicalPoint FloatSpace::place(bool atInlineEnd, Length from, LogicalSize marginBox) {
  const FloatSlot slot = slotFor(std::max(from, lastTop_), marginBox);
  lastTop_ = slot.blockStart;
  const Length reach = (atInlineEnd ? slot.fromEnd : slot.fromStart) + marginBox.inlineSize;
  addInside({atInlineEnd, slot.blockStart, slot.blockStart + marginBox.blockSize, reach});
  return {atInlineEnd ? measure_ - reach : slot.fromStart, slot.blockStart};
}

void FloatSpace::addInside(const Exclusion& exclusion) {
  exclusions_.push_back(exclusion);
  inside_.push_back(exclusion);
}

FloatSlot FloatSpace::slotFor(Length from, LogicalSize size) const {
  FloatSlot slot = slotAt(exclusions_, from, size.blockSize);
  while (slot.fromStart + slot.fromEnd + size.inlineSize > measure_ &&
         (slot.fromStart > Length{} || slot.fromEnd > Length{})) {
    Length next = Length::infinite();
    for (const Exclusion& exclusion : exclusions_) {
      if (exclusion.blockEnd > slot.blockStart) next = std::min(next, exclusion.blockEnd);
    }
    if (next >= Length::infinite()) break;
    slot = slotAt(exclusions_, next, size.blockSize);
  }
  return slot;
}

Length FloatSpace::clearanceEnd(css::Clear clear) const {
  Length end;
  for (const Exclusion& exclusion : exclusions_) {
    const bool isMeant = clear == css::Clear::Both ||
                         clear == (exclusion.atInlineEnd ? css::Clear::InlineEnd : css::Clear::InlineStart);
    if (isMeant) end = std::max(end, exclusion.blockEnd);
  }
  return end;
}

Length FloatSpace::end() const {
  Length end;
  for (const Exclusion& exclusion : inside_) end = std::max(end, exclusion.blockEnd);
  return end;
}

FloatArea FloatSpace::seenFrom(Length blockOffset, Length startInset, Length endInset) const {
  return moved({exclusions_}, blockOffset, startInset, endInset);
}

FloatArea moved(const FloatArea& area, Length blockOffset, Length startInset, Length endInset) {
  FloatArea seen;
  for (Exclusion exclusion : area.exclusions) {
    exclusion.blockStart -= blockOffset;
    exclusion.blockEnd -= blockOffset;
    exclusion.inlineSize -= exclusion.atInlineEnd ? endInset : startInset;
    if (exclusion.blockEnd > Length{} && exclusion.inlineSize > Length{}) seen.exclusions.push_back(exclusion);
  }
  return seen;
}

FloatArea mirrored(FloatArea area) {
  for (Exclusion& exclusion : area.exclusions) exclusion.atInlineEnd = !exclusion.atInlineEnd;
  return area;
}

}  // namespace octavo::layout
