// vocabulary: what is done with the style that a page brings along.
#pragma once

#include <cstdint>

namespace octavo::vocabulary {

/// How much of the page's style elements and linked sheets counts.
enum class PageStyles : std::uint8_t {
  None,    // nothing: what they hide is in the book
  Hidden,  // what they do not print is left out; the look is the book's
  All      // and their rules are applied behind the book's look
};

}  // namespace octavo::vocabulary
