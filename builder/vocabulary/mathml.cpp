#include "vocabulary/mathml.h"

#include <algorithm>
#include <array>

#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;
using dom::Namespace;

/// Attributes that MathML 3 and XHTML both know, or that tell only the source's tools something.
bool isKeptAttribute(std::string_view name) {
  return !isOneOf(name, {"id", "xml:id", "xlink:href", "xlink:type", "xml:space", "xml:lang", "lang", "overflow",
                         "baseline", "alttext", "display", "xref", "class", "style"});
}

/// Presentation MathML, which is all that EPUB allows (MathML 3, chapter 3).
constexpr std::array<std::string_view, 37> kPresentation{
    "mrow",     "mfrac",      "msqrt",  "mroot",  "mstyle",       "merror",      "mpadded", "mphantom",
    "mfenced",  "menclose",   "msub",   "msup",   "msubsup",      "munder",      "mover",   "munderover",
    "mmultiscripts", "mprescripts", "none", "mtable", "mlabeledtr", "mtr", "mtd", "mi", "mn", "mo", "mtext",
    "mspace",   "ms",         "maction", "mstack", "mlongdiv",    "msgroup",     "msrow",   "mscarries",
    "mscarry",  "semantics"};

struct Constant {
  std::string_view name, symbol;
};
/// Constants of Content MathML that stand in real articles among the presentation.
constexpr std::array kConstants{Constant{"pi", "π"}, Constant{"infinity", "∞"}, Constant{"exponentiale", "e"},
                                Constant{"imaginaryi", "i"}, Constant{"emptyset", "∅"}};

/// The element in presentation form; content markup without one becomes a row of its words and is reported.
Element& appendMathElement(const Element& source, Element& into, Conversion& conversion) {
  if (std::ranges::find(kPresentation, source.name) != kPresentation.end()) {
    return into.appendElement(Namespace::MathMl, source.name, source.position());
  }
  const auto constant = std::ranges::find(kConstants, source.name, &Constant::name);
  if (constant != kConstants.end()) {
    Element& symbol = into.appendElement(Namespace::MathMl, "mi", source.position());
    symbol.appendText(std::string(constant->symbol), source.position());
    return symbol;
  }
  conversion.reportUnknown(source);
  return into.appendElement(Namespace::MathMl, "mrow", source.position());
}

struct Arity {
  std::string_view name;
  std::size_t parts;
};
/// MathML 3, section 3.1.3: elements that need a certain number of parts.
constexpr std::array kArities{Arity{"mfrac", 2},      Arity{"mroot", 2}, Arity{"msub", 2},  Arity{"msup", 2},
                              Arity{"munder", 2},     Arity{"mover", 2}, Arity{"msubsup", 3},
                              Arity{"munderover", 3}};

void mendArity(Element& element, Conversion& conversion) {
  const auto arity = std::ranges::find(kArities, element.name, &Arity::name);
  if (arity == kArities.end() || element.children().size() == arity->parts) return;
  conversion.warn("math-malformed", element.position(),
                          "<" + element.name + "> needs " + std::to_string(arity->parts) + " parts; it has " +
                              std::to_string(element.children().size()),
                          element.name);
  while (element.children().size() < arity->parts) {
    element.appendElement(Namespace::MathMl, "mrow", element.position());
  }
  if (element.children().size() == arity->parts) return;
  Element& rest = element.appendElement(Namespace::MathMl, "mrow", element.position());
  while (element.children().size() > arity->parts) rest.append(element.remove(arity->parts - 1));
}

}  // namespace

void copyMathAttributes(const Element& source, Element& into) {
  for (const dom::Attribute& attribute : source.attributes) {
    if (isKeptAttribute(attribute.name)) into.setAttribute(attribute.name, attribute.value);
  }
}

void copyMath(const Element& source, Element& into, Conversion& conversion) {
  for (const auto& child : source.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      // White space between elements means nothing in MathML; in tokens it does.
      const bool token = isOneOf(source.name, {"mi", "mn", "mo", "mtext", "ms", "annotation"});
      if (token) into.appendText(dom::collapseWhiteSpace(text->value), text->position());
      else if (!isBlank(text->value)) {
        Element& loose = into.appendElement(Namespace::MathMl, "mtext", text->position());
        loose.appendText(dom::collapseWhiteSpace(text->value), text->position());
      }
      continue;
    }
    const Element& element = *dom::asElement(*child);
    if (isOneOf(element.name, {"annotation", "annotation-xml", "maligngroup", "malignmark"})) continue;
    Element& copy = appendMathElement(element, into, conversion);
    copyMathAttributes(element, copy);
    if (const std::string* id = element.attribute("id")) conversion.setId(copy, *id, element.position());
    copyMath(element, copy, conversion);
    mendArity(copy, conversion);
  }
}

}  // namespace octavo::vocabulary
