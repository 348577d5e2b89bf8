// layout/inline/glue: marks that may stand outside the line. CSS Text 3, section 8.2; clreq 3.1.7.
#pragma once

#include <cstdint>

#include "layout/inline/inline_text.h"
#include "layout/inline/glyphs/shape.h"

namespace octavo::layout {

/// How much of a line's width the mark of this cluster leaves free when it hangs behind the line's end; 0 where it
/// does not hang. Stops and commas; in mainland China all pause marks; in Taiwan and Hong Kong none unless forced.
std::int64_t hangAtLineEnd(const InlineText& text, const ShapedText& shaped, std::size_t cluster,
                           const css::ComputedStyle& style);

/// The same of an opening bracket or quotation mark that begins the paragraph, where the style says `first`.
std::int64_t hangAtStart(const InlineText& text, const ShapedText& shaped, const css::HangingPunctuation& hanging);

/// And of a closing one that ends it, where the style says `last`.
std::int64_t hangAtParagraphEnd(const InlineText& text, const ShapedText& shaped, std::size_t cluster,
                                const css::HangingPunctuation& hanging);

}  // namespace octavo::layout
