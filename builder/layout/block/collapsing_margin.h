// layout/block: a margin that may still collapse with what comes next.
#pragma once

#include <algorithm>

#include "base/length.h"

namespace octavo::layout {

/// Adjoining margins: the largest of the positive ones plus the smallest of the negative ones. CSS 2.2, 8.3.1.
struct CollapsingMargin {
  Length positive, negative;

  constexpr void join(Length margin) {
    positive = std::max(positive, margin);
    negative = std::min(negative, margin);
  }
  constexpr void join(const CollapsingMargin& other) {
    join(other.positive);
    join(other.negative);
  }
  constexpr Length total() const { return positive + negative; }
};

constexpr CollapsingMargin joined(CollapsingMargin one, const CollapsingMargin& other) {
  one.join(other);
  return one;
}

}  // namespace octavo::layout
