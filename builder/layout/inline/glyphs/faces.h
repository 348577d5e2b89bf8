// layout/inline/glyphs: which face each character is set in.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "layout/inline/inline_text.h"

namespace octavo::layout {

/// Faces of a paragraph, one number for each unit of its text. Common marks and spaces keep to the face of their
/// neighbours; full-width marks take the face of ideographs.
struct FaceMap {
  static constexpr std::uint16_t kNone = 0xFFFF;  // no face needed: objects, line feeds, controls
  std::vector<font::FacePtr> faces;
  std::vector<std::uint16_t> units;
  std::u16string substituted;  // the text with replacements for characters no font has; empty when all are there
};

FaceMap chooseFaces(const InlineText& text, Context& context);

/// Nothing to see and nothing to shape: bidi controls, soft hyphen, zero width space, word joiner.
bool isInvisible(char16_t unit);

}  // namespace octavo::layout
