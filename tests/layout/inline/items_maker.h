// Items made by hand: a paragraph in letters, without fonts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/inline/search/choose_breaks.h"

namespace octavo::test {

/// Units of the items below: one is a point.
inline constexpr std::int32_t kPoint = 65536;

/// Latin letters are 5pt wide, spaces 5pt that may shrink by 2.5pt and stretch by 2.5pt; "-" is a place to hyphenate
/// (5pt), "|" a forced break. Capital letters stand for ideographs of 10pt with a break between any two, "," after
/// one for a closing mark: 5pt of ink and 5pt of blank.
inline layout::Items itemsOf(std::string_view text) {
  using layout::BreakKind;
  layout::Items result;
  result.policy = layout::spacingPolicy([] {
    css::InheritedStyle style;
    style.language = "ja";
    style.textSpacingTrim = css::TextSpacingTrim::Auto;
    return style;
  }());
  const auto isIdeograph = [](char c) { return c >= 'A' && c <= 'Z'; };
  std::uint32_t at = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    layout::Item* last = result.items.empty() ? nullptr : &result.items.back();
    if (c == ' ') {
      last->gap = {5 * kPoint, 5 * kPoint / 2, 5 * kPoint / 2, 0, 0, true, BreakKind::Allowed, 0, 0, 0};
    } else if (c == '-') {
      last->gap.kind = BreakKind::Hyphen;
      last->gap.hyphen = 5 * kPoint;
    } else if (c == '|') {
      last->gap.kind = BreakKind::Forced;
    } else if (c == ',') {
      last->gap = {};
      layout::Item mark;
      mark.cluster = at++;
      mark.gapCluster = at;
      mark.width = 5 * kPoint;
      mark.isMark = true;
      mark.gap = {5 * kPoint, 5 * kPoint, 0, 3, 2, true, BreakKind::Allowed, 5 * kPoint, 0, 0};
      result.items.push_back(mark);
    } else {
      const bool joins = last && !isIdeograph(c) && !last->isLetter && !last->isMark && last->gap.kind == BreakKind::Forbidden;
      if (!joins) {
        layout::Item item;
        item.cluster = at;
        item.isLetter = isIdeograph(c);
        if (item.isLetter) item.gap = {0, 0, kPoint, 0, 2, true, BreakKind::Allowed, 0, 0, 0};
        result.items.push_back(item);
      }
      result.items.back().width += (isIdeograph(c) ? 10 : 5) * kPoint;
      result.items.back().gapCluster = ++at;
    }
  }
  result.items.back().gap = {};
  result.items.back().gap.kind = BreakKind::Forced;
  result.items.back().gap.endBlank = result.items.back().isMark ? 5 * kPoint : 0;
  return result;
}

}  // namespace octavo::test
