// css: properties that have no row: which of them a page may pass over in silence, and why.
#include <algorithm>
#include <array>

#include "base/edit_distance.h"
#include "css/properties.h"

namespace octavo::css {
namespace {

struct KnownProperty {
  std::string_view name;  // a last * stands for any ending
  std::string_view reason;
};

constexpr std::array kHarmless{
    KnownProperty{"-epub-*", "a twin; the property without the prefix is the one that counts"},
    KnownProperty{"-webkit-*", "for one family of screen engines"},
    KnownProperty{"-moz-*", "for one family of screen engines"},
    KnownProperty{"-ms-*", "for one family of screen engines"},
    KnownProperty{"-o-*", "for one family of screen engines"},
    KnownProperty{"adobe-*", "for one reading system"},
    KnownProperty{"-ibooks-*", "for one reading system"},
    KnownProperty{"-amzn-*", "for one reading system"},
    KnownProperty{"cursor", "paper has no pointer"},
    KnownProperty{"pointer-events", "paper has no pointer"},
    KnownProperty{"user-select", "paper has no pointer"},
    KnownProperty{"touch-action", "paper has no pointer"},
    KnownProperty{"resize", "paper has no pointer"},
    KnownProperty{"caret-color", "paper has no caret"},
    KnownProperty{"accent-color", "paper has no controls"},
    KnownProperty{"appearance", "paper has no controls"},
    KnownProperty{"color-scheme", "paper has one scheme"},
    KnownProperty{"transition*", "paper does not move"},
    KnownProperty{"animation*", "paper does not move"},
    KnownProperty{"will-change", "a note on speed"},
    KnownProperty{"contain", "a note on speed"},
    KnownProperty{"scroll-*", "paper does not scroll"},
    KnownProperty{"overscroll-*", "paper does not scroll"},
    KnownProperty{"overflow", "nothing is cut off on the page"},
    KnownProperty{"overflow-x", "nothing is cut off on the page"},
    KnownProperty{"overflow-y", "nothing is cut off on the page"},
    KnownProperty{"outline", "marks the focus on a screen"},
    KnownProperty{"outline-*", "marks the focus on a screen"},
    KnownProperty{"speak*", "for read-aloud"},
    KnownProperty{"voice-*", "for read-aloud"},
    KnownProperty{"cue*", "for read-aloud"},
    KnownProperty{"pause*", "for read-aloud"},
    KnownProperty{"rest", "for read-aloud"},
    KnownProperty{"rest-*", "for read-aloud"},
    KnownProperty{"text-rendering", "a note on speed; our quality is always the best"},
    KnownProperty{"image-rendering", "pictures keep their samples"},
    KnownProperty{"font-smooth", "for pixels"},
    KnownProperty{"font-synthesis-weight", "no face is made bold by force"},
    KnownProperty{"font-synthesis-style", "no face is slanted by force"},
    KnownProperty{"font-synthesis-position", "no figures are shrunk by force"},
    KnownProperty{"text-size-adjust", "for small screens"},
    KnownProperty{"print-color-adjust", "colours are printed as asked anyway"},
    KnownProperty{"color-adjust", "colours are printed as asked anyway"},
    KnownProperty{"zoom", "for screens"},
    KnownProperty{"widget-*", "for screens"},
};

constexpr std::array kMissing{
    "align-content",
    "align-items",
    "align-self",
    "aspect-ratio",
    "background-*",
    "bleed",
    "bookmark-*",
    "border-bottom-left-radius",
    "border-bottom-right-radius",
    "border-image*",
    "border-radius",
    "border-top-left-radius",
    "border-top-right-radius",
    "bottom",
    "box-decoration-break",
    "box-shadow",
    "clip",
    "clip-path",
    "column-*",
    "columns",
    "empty-cells",
    "filter",
    "flex*",
    "float-reference",
    "font-palette",
    "font-stretch",
    "font-variant-alternates",
    "font-variation-settings",
    "footnote-display",
    "footnote-policy",
    "gap",
    "grid*",
    "initial-letter-wrap",
    "inset*",
    "isolation",
    "justify-*",
    "left",
    "line-clamp",
    "list-style-image",
    "marks",
    "mask*",
    "math-*",
    "mix-blend-mode",
    "object-fit",
    "object-position",
    "opacity",
    "order",
    "place-*",
    "position",
    "right",
    "rotate",
    "row-gap",
    "scale",
    "shape-*",
    "text-combine-upright",
    "text-decoration-skip",
    "text-decoration-skip-box",
    "text-decoration-skip-self",
    "text-decoration-skip-spaces",
    "text-decoration-trim",
    "text-group-align",
    "text-orientation",
    "text-overflow",
    "text-shadow",
    "top",
    "transform*",
    "translate",
    "word-space-transform",
    "z-index",
};

bool isNamed(std::string_view pattern, std::string_view name) {
  return pattern.ends_with('*') ? name.starts_with(pattern.substr(0, pattern.size() - 1)) : name == pattern;
}

}  // namespace

NotInPrint whyNotInPrint(std::string_view property) {
  const auto isThis = [&](std::string_view pattern) { return isNamed(pattern, property); };
  if (std::ranges::any_of(kHarmless, isThis, &KnownProperty::name)) return NotInPrint::Harmless;
  return std::ranges::any_of(kMissing, isThis) ? NotInPrint::Missing : NotInPrint::Unknown;
}

std::optional<std::string_view> nearestProperty(std::string_view name) {
  constexpr std::size_t kLongestName = 40;  // longer ones are not slips of the finger
  if (name.size() > kLongestName) return std::nullopt;
  std::optional<std::string_view> nearest;
  std::size_t least = std::max<std::size_t>(1, std::min<std::size_t>(3, name.size() / 3)) + 1;
  for (const Property& property : properties()) {
    const std::size_t distance = editDistance(name, property.name);
    if (distance >= least) continue;
    least = distance;
    nearest = property.name;
  }
  return nearest;
}

}  // namespace octavo::css
