// vocabulary/tei: what the Chinese Buddhist canon adds to TEI in a namespace of its own: scrolls, their heads, titles for
// contents, words in several languages.
#include <array>

#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

/// The title that contents have where the page has a head of other words, or none: a mark keeps it.
void convertListedTitle(const Element& source, Element& into, Reading& reading) {
  const std::string words = plainText(source);
  if (words.empty()) return;
  appendAs(into, isLine(into) ? "span" : "div", source, reading, "mulu").setAttribute("title", words);
}

void convertScroll(const Element& source, Element& into, Reading& reading) {
  convertBlocks(source, appendAs(into, "div", source, reading, "juan"), reading);
}

void convertScrollHead(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, isLine(into) ? "span" : "p", source, reading, "jhead"), reading);
}

void convertNumber(const Element& source, Element& into, Reading& reading) {
  convertInline(source, appendAs(into, isLine(into) ? "span" : "p", source, reading, "doc-number"), reading);
}

void convertWords(const Element& source, Element& into, Reading& reading) {
  convertContent(source, appendAs(into, "span", source, reading, localName(source)), reading);
}

void convertGroup(const Element& source, Element& into, Reading& reading) {
  convertBlocks(source, appendAs(into, "div", source, reading, localName(source)), reading);
}

constexpr std::array kRules{
    Rule{"mulu", Standing::Mark, convertListedTitle},
    Rule{"juan", Standing::Block, convertScroll},
    Rule{"jhead", Standing::ByContent, convertScrollHead},
    Rule{"docNumber", Standing::ByContent, convertNumber},
    Rule{"sg", Standing::InLine, convertWords},
    Rule{"yin", Standing::InLine, convertWords},
    Rule{"zi", Standing::InLine, convertWords},
    Rule{"fan", Standing::InLine, convertWords},
    Rule{"jl_title", Standing::InLine, convertWords},
    Rule{"jl_juan", Standing::InLine, convertWords},
    Rule{"jl_byline", Standing::InLine, convertWords},
    Rule{"dialog", Standing::Block, convertGroup},
};

}  // namespace

std::span<const Rule> canonRules() { return kRules; }

}  // namespace octavo::vocabulary::tei
