// css: addresses in stylesheets, found by their tokens: however they are written, and whatever property they stand in.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "css/syntax.h"

namespace octavo::css {

/// Whether the document around the style has an element of that id; empty: "#…" is always right.
using IsOwnId = std::function<bool(std::string_view)>;

/// The first thing that the value asks for and that does not come with it: any address but "#…" and a picture or font written
/// into the address itself (data: as PNG, JPEG, GIF, WebP, a font). Addresses are all of url() and src(), and strings in functions
/// that are not known to take words (image-set() and its kind). var() and attr() in such a function may be anything: they count.
std::optional<std::string> outsideAddress(ValueSpan value, const IsOwnId& isOwn = {});

struct HeldStyle {
  std::string css;
  std::vector<std::string> left;  // the addresses that were taken out, with the declaration or rule around each
};

/// A stylesheet of a document that must stand for itself, such as a drawing. The text stays as it is written where there is
/// nothing to take out; otherwise it is written anew from those rules that are known to hold no address.
HeldStyle heldSheet(std::string_view sheet, const IsOwnId& isOwn);
/// The same for a style attribute.
HeldStyle heldDeclarations(std::string_view style, const IsOwnId& isOwn);
/// An attribute that holds a single value (fill, clip-path); `css` is empty where it must go.
HeldStyle heldValue(std::string_view value, const IsOwnId& isOwn);

}  // namespace octavo::css
