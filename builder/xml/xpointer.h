// xml: what an xpointer attribute points to.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::xml {

/// An element by its id, by the numbers of the children on the way to it, or by both (XPointer element() Scheme):
/// element(intro/2/1) is the first child of the second child of the element with the id intro.
struct ElementPointer {
  std::string id;                  // empty: from the document itself
  std::vector<std::size_t> steps;  // from 1
};

/// The pointer's parts in order: the first that finds an element counts (XPointer Framework, section 3.1).
struct Pointer {
  std::vector<ElementPointer> parts;
  std::string unknownScheme;  // the first scheme that is not read here: xpath1, xpointer; empty: none
};

/// Reads a shorthand pointer (an id), element(), and of xpointer() the form id('x'). Nothing where the form is wrong.
std::optional<Pointer> parsePointer(std::string_view text);

/// The stretch of a plain text that line=3,7 or char=,12 names (RFC 5147, section 2.2; integrity checks are not
/// made). Nothing for any other form.
std::optional<std::string_view> stretchOfText(std::string_view text, std::string_view fragment);

}  // namespace octavo::xml
