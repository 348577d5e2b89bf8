#include "vocabulary/docbook/foreign.h"

#include <algorithm>
#include <array>

#include "vocabulary/math_words.h"
#include "vocabulary/mathml.h"

namespace octavo::vocabulary::docbook {
namespace {

using dom::Element;
using dom::Namespace;

constexpr std::array<std::string_view, 24> kXhtmlInline{"ruby", "rb", "rt",   "rp",   "rtc",  "span", "em",   "strong",
                                                        "i",    "b",  "u",    "s",    "sub",  "sup",  "code", "kbd",
                                                        "samp", "var", "cite", "abbr", "dfn", "q",    "small", "br"};
constexpr std::array<std::string_view, 8> kXhtmlBlocks{"p", "div", "ul", "ol", "li", "blockquote", "pre", "hr"};

template <std::size_t N>
bool has(const std::array<std::string_view, N>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Headings would open levels that the document does not have.
bool convertXhtml(const Element& source, Element& into, Reading& reading) {
  const bool isInline = has(kXhtmlInline, source.name);
  const bool isList = source.name != "li" || isOneOf(into.name, {"ul", "ol"});
  const bool isKept = isInline || (has(kXhtmlBlocks, source.name) && !isPhrasingPlace(into) && isList);
  if (source.name == "a") {
    Element& link = appendAs(into, isInLink(into) ? "span" : "a", source, reading);
    convertInline(source, link, reading);
    if (link.name == "a") aimLink(link, source, reading);
    return true;
  }
  const std::string_view name = isKept ? std::string_view(source.name) : isPhrasingPlace(into) ? "span" : "div";
  Element& made = appendAs(into, name, source, reading, isKept ? std::string_view() : std::string_view(source.name));
  addSourceClass(made, "class", source.attributeOr("class"));
  if (isOneOf(made.name, {"br", "hr"})) return true;
  const bool isContainer = isOneOf(made.name, {"div", "blockquote", "ul", "ol"});
  isContainer ? convertBlocks(source, made, reading) : convertInline(source, made, reading);
  return true;
}

}  // namespace

bool convertForeign(const Element& source, Element& into, Reading& reading) {
  if (source.is(Namespace::MathMl, "math")) {
    const bool isDisplayed = source.parent() && isOneOf(source.parent()->name, {"equation", "informalequation"});
    appendMath(source, into, isDisplayed || source.attributeOr("display") == "block", {}, reading);
    return true;
  }
  if (source.is(Namespace::Svg, "svg")) {
    reading.conversion.appendDrawing(into, source, {{}, {}, {}, false, source.position()});
    return true;
  }
  if (source.namespaceName == Namespace::Xhtml) return convertXhtml(source, into, reading);
  return false;
}

bool isForeignInline(const Element& source) {
  if (source.namespaceName == Namespace::Xhtml) return has(kXhtmlInline, source.name) || source.name == "a";
  return source.namespaceName == Namespace::MathMl || source.namespaceName == Namespace::Svg;
}

void appendMath(const Element& source, Element& into, bool isDisplayed, std::string alternative, Reading& reading) {
  Element& math = into.appendElement(Namespace::MathMl, "math", source.position());
  if (const std::string* id = source.attribute("id")) reading.conversion.setId(math, *id, source.position());
  copyMathAttributes(source, math, reading.conversion);
  copyMath(source, math, reading.conversion);
  if (const std::string* own = source.attribute("alttext")) alternative = *own;
  math.setAttribute("alttext", alternative.empty() ? mathWords(math) : alternative);
  if (isDisplayed) math.setAttribute("display", "block");
}

}  // namespace octavo::vocabulary::docbook
