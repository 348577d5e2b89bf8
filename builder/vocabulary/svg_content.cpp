// vocabulary: what an element of SVG may hold and say: tables of SVG 1.1, appendix A, and feDropShadow of Filter Effects 1. What
// no reader of EPUBs knows (fonts, meshes and hatches of drafts) is not in them, nor are handlers, and attributes that only
// other files give a meaning.
#include "vocabulary/svg_content.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_set>

namespace octavo::vocabulary::svg {
namespace {

/// Words between blanks; "*" among the elements: all.
struct Attributes {
  std::string_view names, elements;
};
constexpr std::array<Attributes, 67> kAttributes{
    Attributes{"id xml:lang xml:space",
              "*"},
    Attributes{"class style",
              "circle clipPath defs desc ellipse feDiffuseLighting feDropShadow feFlood feImage feSpecularLighting "
              "filter g image line linearGradient marker mask path pattern polygon polyline radialGradient rect stop "
              "svg switch symbol text textPath title tspan use"},
    Attributes{"color color-interpolation color-rendering",
              "circle clipPath defs ellipse feDiffuseLighting feDropShadow feFlood feImage feSpecularLighting filter g "
              "image line linearGradient marker mask path pattern polygon polyline radialGradient rect stop svg switch "
              "symbol text textPath tspan use"},
    Attributes{"x y",
              "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
              "feDisplacementMap feDropShadow feFlood feGaussianBlur feImage feMerge feMorphology feOffset "
              "fePointLight feSpecularLighting feSpotLight feTile feTurbulence filter image mask pattern rect svg text "
              "tspan use"},
    Attributes{"color-interpolation-filters",
              "defs feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
              "feDisplacementMap feDropShadow feFlood feGaussianBlur feImage feMerge feMorphology feOffset "
              "feSpecularLighting feTile feTurbulence filter g marker mask pattern svg switch symbol use"},
    Attributes{"fill",
              "animate animateColor animateMotion animateTransform circle clipPath defs ellipse feImage filter g line "
              "marker mask path pattern polygon polyline rect set svg switch symbol text textPath tspan use"},
    Attributes{"requiredExtensions requiredFeatures systemLanguage",
              "animate animateColor animateMotion animateTransform circle clipPath defs ellipse g image line mask path "
              "pattern polygon polyline rect set svg switch text textPath tspan use"},
    Attributes{"height width",
              "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
              "feDisplacementMap feDropShadow feFlood feGaussianBlur feImage feMerge feMorphology feOffset "
              "feSpecularLighting feTile feTurbulence filter image mask pattern rect svg use"},
    Attributes{"clip-path clip-rule display fill-opacity filter image-rendering mask opacity pointer-events "
               "shape-rendering stroke-opacity text-rendering visibility",
              "circle clipPath defs ellipse feImage filter g image line marker mask path pattern polygon polyline rect "
              "svg switch symbol text textPath tspan use"},
    Attributes{"fill-rule stroke stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit "
               "stroke-width",
              "circle clipPath defs ellipse feImage filter g line marker mask path pattern polygon polyline rect svg "
              "switch symbol text textPath tspan use"},
    Attributes{"result",
              "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
              "feDisplacementMap feDropShadow feFlood feGaussianBlur feImage feMerge feMorphology feOffset "
              "feSpecularLighting feTile feTurbulence"},
    Attributes{"alignment-baseline baseline-shift direction dominant-baseline font-family font-size font-size-adjust "
               "font-stretch font-style font-variant font-weight glyph-orientation-horizontal "
               "glyph-orientation-vertical kerning letter-spacing text-anchor text-decoration unicode-bidi "
               "word-spacing",
              "clipPath defs feImage filter g marker mask pattern svg switch symbol text textPath tspan use"},
    Attributes{"in",
              "feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
              "feDisplacementMap feDropShadow feFlood feGaussianBlur feMergeNode feMorphology feOffset "
              "feSpecularLighting feTile"},
    Attributes{"marker-end marker-mid marker-start",
              "defs feImage filter g line marker mask path pattern polygon polyline svg switch symbol use"},
    Attributes{"stop-color stop-opacity",
              "defs feImage filter g linearGradient marker mask pattern radialGradient stop svg switch symbol use"},
    Attributes{"transform",
              "circle clipPath defs ellipse g image line path polygon polyline rect switch text use"},
    Attributes{"href xlink:href",
              "animate animateColor animateMotion animateTransform feImage filter image linearGradient mpath pattern "
              "radialGradient set textPath use"},
    Attributes{"flood-color flood-opacity",
              "defs feDropShadow feFlood feImage filter g marker mask pattern svg switch symbol use"},
    Attributes{"lighting-color",
              "defs feDiffuseLighting feImage feSpecularLighting filter g marker mask pattern svg switch symbol use"},
    Attributes{"writing-mode",
              "clipPath defs feImage filter g marker mask pattern svg switch symbol text use"},
    Attributes{"clip overflow",
              "defs feImage filter g image marker mask pattern svg switch symbol use"},
    Attributes{"type",
              "animateTransform feColorMatrix feFuncA feFuncB feFuncG feFuncR feTurbulence style"},
    Attributes{"preserveAspectRatio",
              "feImage image marker pattern svg symbol"},
    Attributes{"begin dur end max min repeatCount repeatDur restart to",
              "animate animateColor animateMotion animateTransform set"},
    Attributes{"offset",
              "feFuncA feFuncB feFuncG feFuncR stop"},
    Attributes{"values",
              "animate animateColor animateMotion animateTransform feColorMatrix"},
    Attributes{"attributeName attributeType",
              "animate animateColor animateTransform set"},
    Attributes{"accumulate additive by calcMode from keySplines keyTimes",
              "animate animateColor animateMotion animateTransform"},
    Attributes{"dx dy",
              "feDropShadow feOffset text tspan"},
    Attributes{"amplitude exponent intercept slope tableValues",
              "feFuncA feFuncB feFuncG feFuncR"},
    Attributes{"viewBox",
              "marker pattern svg symbol"},
    Attributes{"cx cy",
              "circle ellipse radialGradient"},
    Attributes{"in2",
              "feBlend feComposite feDisplacementMap"},
    Attributes{"kernelUnitLength",
              "feConvolveMatrix feDiffuseLighting feSpecularLighting"},
    Attributes{"rotate",
              "animateMotion text tspan"},
    Attributes{"lengthAdjust textLength",
              "text textPath tspan"},
    Attributes{"gradientTransform gradientUnits spreadMethod",
              "linearGradient radialGradient"},
    Attributes{"operator",
              "feComposite feMorphology"},
    Attributes{"points",
              "polygon polyline"},
    Attributes{"r",
              "circle radialGradient"},
    Attributes{"rx ry",
              "ellipse rect"},
    Attributes{"specularExponent",
              "feSpecularLighting feSpotLight"},
    Attributes{"stdDeviation",
              "feDropShadow feGaussianBlur"},
    Attributes{"surfaceScale",
              "feDiffuseLighting feSpecularLighting"},
    Attributes{"x1 x2 y1 y2",
              "line linearGradient"},
    Attributes{"z",
              "fePointLight feSpotLight"},
    Attributes{"azimuth elevation",
              "feDistantLight"},
    Attributes{"baseFrequency numOctaves seed stitchTiles",
              "feTurbulence"},
    Attributes{"clipPathUnits",
              "clipPath"},
    Attributes{"d pathLength",
              "path"},
    Attributes{"diffuseConstant",
              "feDiffuseLighting"},
    Attributes{"filterRes filterUnits primitiveUnits",
              "filter"},
    Attributes{"fx fy",
              "radialGradient"},
    Attributes{"k1 k2 k3 k4",
              "feComposite"},
    Attributes{"maskContentUnits maskUnits",
              "mask"},
    Attributes{"media title",
              "style"},
    Attributes{"mode",
              "feBlend"},
    Attributes{"bias divisor edgeMode kernelMatrix order preserveAlpha targetX targetY",
              "feConvolveMatrix"},
    Attributes{"keyPoints origin path",
              "animateMotion"},
    Attributes{"patternContentUnits patternTransform patternUnits",
              "pattern"},
    Attributes{"limitingConeAngle pointsAtX pointsAtY pointsAtZ",
              "feSpotLight"},
    Attributes{"radius",
              "feMorphology"},
    Attributes{"markerHeight markerUnits markerWidth orient refX refY",
              "marker"},
    Attributes{"scale xChannelSelector yChannelSelector",
              "feDisplacementMap"},
    Attributes{"specularConstant",
              "feSpecularLighting"},
    Attributes{"method spacing startOffset",
              "textPath"},
    Attributes{"baseProfile version zoomAndPan",
              "svg"},
};

struct Content {
  std::string_view parents, children;
};
constexpr std::string_view kShapes = "use path rect circle line ellipse polyline polygon text";
constexpr std::string_view kStructure = "svg g defs symbol switch image style linearGradient radialGradient pattern clipPath mask filter marker";
constexpr std::string_view kMoves = "animate set animateMotion animateColor animateTransform";
constexpr std::string_view kWords = "desc title";
constexpr std::array kContent{
    Content{"svg g defs symbol marker pattern mask", kShapes},
    Content{"svg g defs symbol marker pattern mask", kStructure},
    Content{"switch", "svg g switch image"},
    Content{"switch clipPath", kShapes},
    Content{"svg g defs symbol marker pattern mask switch clipPath use image path rect circle line ellipse polyline polygon text", kMoves},
    Content{"svg g defs symbol marker pattern mask switch clipPath use image path rect circle line ellipse polyline polygon text "
            "tspan textPath linearGradient radialGradient filter animate set animateMotion animateColor animateTransform mpath", kWords},
    Content{"text", "tspan textPath"},
    Content{"tspan textPath", "tspan animate set animateColor"},
    Content{"linearGradient radialGradient", "stop animate set animateTransform"},
    Content{"stop feFlood feDropShadow", "animate set animateColor"},
    Content{"filter", "animate set feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting "
                      "feDisplacementMap feDropShadow feFlood feGaussianBlur feImage feMerge feMorphology feOffset "
                      "feSpecularLighting feTile feTurbulence"},
    Content{"feBlend feColorMatrix feComposite feConvolveMatrix feDisplacementMap feGaussianBlur feImage feMergeNode feMorphology "
            "feOffset feTile feTurbulence feDistantLight fePointLight feSpotLight feFuncR feFuncG feFuncB feFuncA", "animate set"},
    Content{"feComponentTransfer", "feFuncR feFuncG feFuncB feFuncA"},
    Content{"feMerge", "feMergeNode"},
    Content{"feDiffuseLighting feSpecularLighting", "feDistantLight fePointLight feSpotLight animate set animateColor"},
    Content{"animateMotion", "mpath"},
};

struct Required {
  std::string_view element, attribute, value;
};
/// SVG 2 draws nothing for a shape without sizes; a stop without an offset stands at the start.
constexpr std::array kRequired{
    Required{"rect", "width", "0"},       Required{"rect", "height", "0"},      Required{"circle", "r", "0"},
    Required{"ellipse", "rx", "0"},       Required{"ellipse", "ry", "0"},       Required{"path", "d", "M0 0"},
    Required{"polyline", "points", ""},   Required{"polygon", "points", ""},    Required{"stop", "offset", "0"},
    Required{"feFuncR", "type", "identity"}, Required{"feFuncG", "type", "identity"}, Required{"feFuncB", "type", "identity"},
    Required{"feFuncA", "type", "identity"}, Required{"feBlend", "in2", "SourceGraphic"},
    Required{"feComposite", "in2", "SourceGraphic"}, Required{"feDisplacementMap", "in2", "SourceGraphic"},
    Required{"feConvolveMatrix", "order", "3"},
};

template <class Each>
void forEachWord(std::string_view words, const Each& each) {
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    each(words.substr(0, end));
    words.remove_prefix(std::min(end + 1, words.size()));
  }
}

bool hasWord(std::string_view words, std::string_view word) {
  bool has = false;
  forEachWord(words, [&](std::string_view each) { has = has || each == word; });
  return has;
}

using Pairs = std::unordered_set<std::string>;

std::string pair(std::string_view first, std::string_view second) { return std::string(first).append(" ").append(second); }

}  // namespace

bool isElement(std::string_view name) {
  if (name == "svg") return true;
  return std::ranges::any_of(kContent, [&](const Content& row) { return hasWord(row.children, name); });
}

bool mayHold(std::string_view parent, std::string_view child) {
  static const Pairs pairs = [] {
    Pairs all;
    for (const Content& row : kContent) {
      forEachWord(row.parents, [&](std::string_view above) {
        forEachWord(row.children, [&](std::string_view below) { all.insert(pair(above, below)); });
      });
    }
    return all;
  }();
  return pairs.contains(pair(parent, child));
}

bool mayHoldText(std::string_view element) { return hasWord("text tspan textPath title desc style", element); }

bool mayHave(std::string_view element, std::string_view attribute) {
  static const Pairs pairs = [] {
    Pairs all;
    for (const Attributes& row : kAttributes) {
      forEachWord(row.names, [&](std::string_view name) {
        forEachWord(row.elements, [&](std::string_view on) { all.insert(pair(on, name)); });
      });
    }
    return all;
  }();
  return pairs.contains(pair(element, attribute)) || pairs.contains(pair("*", attribute));
}

void forEachRequired(std::string_view element, const std::function<void(std::string_view, std::string_view)>& each) {
  for (const Required& row : kRequired) {
    if (row.element == element) each(row.attribute, row.value);
  }
}

std::string_view isNothingWithout(std::string_view element) {
  if (hasWord("use image mpath feImage textPath", element)) return "href";
  if (hasWord("animate set animateColor animateTransform", element)) return "attributeName";
  return element == "feConvolveMatrix" ? "kernelMatrix" : std::string_view{};
}

}  // namespace octavo::vocabulary::svg
