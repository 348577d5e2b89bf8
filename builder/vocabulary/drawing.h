// vocabulary: SVG drawings, without what runs or reaches out.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dom/dom.h"

namespace octavo::vocabulary {

struct Drawing {
  std::string bytes;  // a whole SVG file; empty: the element is no drawing
  std::string title;  // what it says of itself: title and desc of the whole
  std::string words;  // that are drawn
  int programs = 0;   // scripts, event handlers, foreign objects and links that were taken out
  int references = 0;  // to files and the network, taken out too
  int misplaced = 0;   // elements where SVG has none of them, or that are nothing without what they lack
};

/// A copy that may stand in any book: elements and attributes where SVG has them (svg_content.h), references to its own parts and to pictures it holds itself, styles
/// without outside addresses. What drawing programs note for themselves is left out unsaid.
///
/// `pictureAt` gives a picture that the drawing refers to as an address that holds it (data:), or nothing: those that it gives
/// stay too.
Drawing cleanDrawing(const dom::Element& svg, const std::function<std::string(std::string_view)>& pictureAt = {});

struct DrawnPictures {
  std::vector<std::string> addresses;  // of its image elements
  bool isAll = true;                   // nothing else is drawn: the drawing is a frame for them
};
DrawnPictures picturesIn(const dom::Element& svg);

}  // namespace octavo::vocabulary
