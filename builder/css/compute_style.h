// css: declarations in cascade order + the parent's style → computed style.
#pragma once

#include <span>
#include <string_view>

#include "css/stylesheet.h"

namespace octavo::css {

struct StyleInput {
  std::span<const Declaration* const> declarations;  // the last one of a property wins
  const ComputedStyle* parent = nullptr;             // null: the root of all
  std::string_view language;
  SourcePosition position;  // of the element, for messages about values
  bool setsVertical = true;  // see Cascade::Options
};

ComputedStyle computeStyle(const StyleInput& input, Diagnostics& diagnostics);

}  // namespace octavo::css
