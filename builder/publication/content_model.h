// publication: what each element of XHTML may hold, and where it may stand (HTML, section 3.2.5.2).
#pragma once

#include <string_view>

#include "dom/dom.h"

namespace octavo::publication {

/// Where an element may stand.
enum class Place {
  Line,      // in a line of text: phrasing content
  Block,     // among blocks only: flow content that is no phrasing
  Part,      // in its own whole only: li, td, summary
  ByContent  // where what it holds may stand: a, ins, del
};

/// What an element may hold.
enum class Content {
  Phrasing,    // text and what stands in a line
  Flow,        // blocks as well
  Parts,       // its own parts only: the rows of a table, the items of a list
  Nothing,     // br, img
  Transparent  // what its own place may hold
};

struct ElementModel {
  std::string_view name;
  Place place;
  Content content;
};

/// The row of an element of XHTML by its local name; null for one that no reader writes.
const ElementModel* modelOf(std::string_view name);

/// True for text, for elements that are none of XHTML, for those that stand in a line, and for those by content where all they
/// hold is phrasing.
bool isPhrasing(const dom::Node& node);
/// True for elements that may not stand in a line, whatever they hold.
bool isBlock(const dom::Node& node);
/// Whether only text and what stands in a line may be put into the element: paragraphs, headings, listings, and all that stands
/// in a line itself. Elements by content count: readers open them in lines.
bool holdsOnlyPhrasing(const dom::Element& element);

}  // namespace octavo::publication
