// pdf: which elements are links, where they lead, and which places of the pages show them.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "fragment/fragment.h"
#include "pdf/page_plan.h"

namespace octavo::pdf {

/// An <a href> that leads somewhere: to a place in the book, or out of it.
struct Link {
  const dom::Element* element = nullptr;
  std::optional<fragment::Destination> destination;
  std::string uri;  // ASCII; where there is no destination
};

/// Answers for the elements of one book. Owns the answers; the destinations outlive it.
class LinkIndex {
 public:
  explicit LinkIndex(const std::map<std::string, fragment::Destination>& destinations)
      : destinations_(destinations) {}
  /// The link that this very element is; null when it is none.
  const Link* linkAt(const dom::Element& element);
  /// The link that the element stands in (or is).
  const Link* linkAround(const dom::Element* element);
  /// The link that a piece of a page belongs to. A note's number leads back to its call.
  const Link* linkOf(const Mark& mark);

 private:
  std::optional<Link> resolve(const dom::Element& element) const;

  const std::map<std::string, fragment::Destination>& destinations_;
  std::unordered_map<const dom::Element*, std::optional<Link>> links_;  // by <a>; looked up, never walked
  std::unordered_map<const dom::Element*, const Link*> around_;         // looked up, never walked
};

/// One link on one page: one annotation, with a rectangle for each line.
struct LinkArea {
  const Link* link = nullptr;
  std::size_t page = 0;
  std::vector<Rectangle> rectangles;
};

/// In the order of the pages, and on each by their first piece. `index` outlives the areas.
std::vector<LinkArea> collectLinks(const std::vector<PagePlan>& plans, LinkIndex& index);

/// Note: `aside role="doc-footnote"` or `epub:type="footnote"`; the nearest one around the element, or null.
const dom::Element* noteAround(const dom::Element* element);
bool isNoteReference(const dom::Element& element);

}  // namespace octavo::pdf
