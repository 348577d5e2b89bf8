// vocabulary/jats: emphasis, spans, ruby, breaks: what stands in running text.
#include "vocabulary/jats/milestones.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace octavo::vocabulary::jats {
namespace {

using dom::Element;

constexpr char kNoClass[] = "";

template <const char* Name, const char* Class = kNoClass>
void convertAs(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, Name, source, reading, Class);
  if (const std::string* toggle = source.attribute("toggle"); toggle && *toggle == "no") addClass(made, "no-toggle");
  convertInline(source, made, reading);
}

constexpr char kB[] = "b", kI[] = "i", kSub[] = "sub", kS[] = "s", kCode[] = "code", kSpan[] = "span";
constexpr char kSmallCaps[] = "small-caps", kOverline[] = "overline", kRoman[] = "roman", kSans[] = "sans-serif",
               kFixed[] = "fixed-case";

/// Elements that only name what their words are: a span with that name for a class.
void convertNamed(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, source.name);
  addSourceClass(made, "content", source.attributeOr("content-type"));
  convertInline(source, openLink(made, source, reading), reading);
}

/// JATS has no element for a note in two rows inside the line (割注); its use may be told in an attribute.
void markWarichu(const Element& source, Element& made) {
  if (source.attributeOr("specific-use") == "warichu" && !made.hasWord("class", "warichu")) addClass(made, "warichu");
}

void convertNamedContent(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading);
  addSourceClass(made, "content", source.attributeOr("content-type"));
  markWarichu(source, made);
  convertInline(source, openLink(made, source, reading), reading);
}

/// The properties that a style attribute of the source may set; all others belong in a stylesheet.
constexpr std::array<std::string_view, 9> kStyleProperties{
    "text-emphasis", "text-emphasis-style", "text-emphasis-color", "font-style",     "font-weight",
    "font-variant",  "text-decoration",     "text-transform",      "letter-spacing"};

std::string keptStyle(std::string_view style) {
  std::string kept;
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string declaration = dom::collapseWhiteSpace(style.substr(0, end));
    style.remove_prefix(std::min(end + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string::npos) continue;
    const std::string name = dom::collapseWhiteSpace(std::string_view(declaration).substr(0, colon));
    const std::string value = dom::collapseWhiteSpace(std::string_view(declaration).substr(colon + 1));
    const bool plain = !value.empty() && std::ranges::all_of(value, [](char c) {
      return std::isalnum(static_cast<unsigned char>(c)) || c == ' ' || c == '-' || c == '#' || c == '.' || c == '%';
    });
    if (!plain || std::ranges::find(kStyleProperties, name) == kStyleProperties.end()) continue;
    kept += (kept.empty() ? "" : "; ") + name + ": " + value;
  }
  return kept;
}

void convertStyledContent(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading);
  addSourceClass(made, "style", source.attributeOr("style-type"));
  const std::string style = keptStyle(source.attributeOr("style"));
  if (!style.empty()) made.setAttribute("style", style);
  markWarichu(source, made);
  convertInline(source, made, reading);
}

void convertUnderline(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "u", source, reading);
  addSourceClass(made, "underline", source.attributeOr("underline-style"));
  convertInline(source, made, reading);
}

/// A superscript that holds nothing but calls of notes gives way to them: the call is raised by its own style.
void convertSup(const Element& source, Element& into, Reading& reading) {
  const auto children = childrenOf(source);
  const bool onlyCalls = !hasOwnText(source) && !children.empty() &&
                         std::ranges::all_of(children, [&](const Element* child) {
                           const auto target = reading.byId.find(child->attributeOr("rid"));
                           return child->name == "xref" && target != reading.byId.end() &&
                                  target->second->name == "fn" && isPageNote(*target->second, reading);
                         });
  if (onlyCalls) return convertInline(source, into, reading);
  convertInline(source, appendAs(into, "sup", source, reading), reading);
}

void convertPlain(const Element& source, Element& into, Reading& reading) { convertInline(source, into, reading); }

bool isIdentifier(const Element& part) { return isOneOf(part.name, {"institution-id", "resource-id"}); }

/// An institution or resource whose identifier is an address is linked to it; other identifiers follow in brackets.
void convertInstitution(const Element& source, Element& into, Reading& reading) {
  std::string address;
  std::string others;
  for (const Element* id : childrenOf(source)) {
    if (!isIdentifier(*id)) continue;
    const std::string words = plainText(*id);
    const bool linked = words.starts_with("http") && address.empty();
    if (linked) {
      address = words;
    } else if (!words.empty()) {
      others += (others.empty() ? "" : ", ") + words;
    }
  }
  const auto names = std::ranges::count_if(childrenOf(source), [](const Element* child) { return !isIdentifier(*child); });
  if (names == 0) {
    const std::string words = plainText(source);
    if (address.empty()) return into.appendText(words, source.position()), void();
    appendAddress(into, address, words, source, reading);
    return;
  }
  Element& place = address.empty() ? into : appendLinkElement(into, source, reading);
  bool first = true;
  for (const Element* part : childrenOf(source)) {
    if (isIdentifier(*part)) continue;
    if (!first) place.appendText(", ", part->position());
    first = false;
    convert(*part, place, reading);
  }
  if (place.name == "a") reading.conversion.linkToWeb(place, address, source.position());
  if (!others.empty()) into.appendText(" (" + others + ")", source.position());
}

void convertBreak(const Element& source, Element& into, Reading& reading) { appendMade(into, "br", source, reading); }

void convertRule(const Element& source, Element& into, Reading& reading) { appendMade(into, "hr", source, reading); }

/// An abbreviation may bring its meaning as blocks; it follows in brackets.
void convertAbbreviation(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "abbr", source, reading);
  for (const auto& child : source.children()) {
    const Element* element = dom::asElement(*child);
    if (element && element->name == "def") continue;
    if (element) {
      convert(*element, made, reading);
    } else {
      made.appendText(dom::asText(*child)->value, child->position());
    }
  }
  for (const Element* meaning : childrenOf(source, "def")) {
    into.appendText(" (" + plainText(*meaning) + ")", meaning->position());
  }
}

void convertMark(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, source.name);
  convertInline(source, made, reading);
}

/// `rb` may be a wrapper in JATS; several pairs and odd orders are settled when the article is finished.
void convertRuby(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "ruby", source, reading);
  for (const Element* part : childrenOf(source)) {
    if (part->name == "rp") continue;  // the brackets are made anew
    Element& piece = appendMade(made, part->name == "rt" ? "rt" : "rb", *part, reading);
    convertInline(*part, piece, reading);
  }
}

std::string indexPath(const Element& source) {
  std::string path;
  for (const Element* child : childrenOf(source)) {
    std::string words = child->name == "index-term" ? indexPath(*child) : plainText(*child);
    if (child->name == "see") words = "→ " + words;
    if (child->name == "see-also") words = "⇒ " + words;
    path += (path.empty() || words.empty() ? "" : " : ") + words;
  }
  return path;
}

/// An index mark is no part of the text; it stays as an empty span that carries its term.
void convertIndexTerm(const Element& source, Element& into, Reading& reading) {
  ++reading.indexTerms;
  Element& mark = appendAs(into, "span", source, reading, "index-term");
  mark.setAttribute("data-term", indexPath(source));
}

/// A character outside Unicode: its picture, or what the source calls it.
/// The geta mark, which stands for a character that a fount lacks.
constexpr std::string_view kLackedCharacter = "\xE3\x80\x93";

/// Pixels of a character (glyph-data), or a reference to such: no output draws them.
void convertGlyph(const Element& source, Element& into, Reading& reading) {
  reading.conversion.warn("media-unsupported", source.position(), "a character given by its pixels is not drawn; a mark stands for it", source.name);
  reading.conversion.appendPlaceholder(into, kLackedCharacter, source.position());
}

void convertPrivateCharacter(const Element& source, Element& into, Reading& reading) {
  if (const Element* picture = dom::firstChild(source, "inline-graphic")) return convert(*picture, into, reading);
  const std::string name(source.attributeOr("description", source.attributeOr("name")));
  const auto glyphs = childrenOf(source);
  if (name.empty() && !glyphs.empty()) return convertGlyph(*glyphs.front(), into, reading);
  reading.conversion.appendPlaceholder(into, name.empty() ? plainText(source) : name, source.position());
}

constexpr std::array kRules{
    Rule{"bold", convertAs<kB>},
    Rule{"italic", convertAs<kI>},
    Rule{"sc", convertAs<kSpan, kSmallCaps>},
    Rule{"sub", convertAs<kSub>},
    Rule{"sup", convertSup},
    Rule{"underline", convertUnderline},
    Rule{"monospace", convertAs<kCode>},
    Rule{"strike", convertAs<kS>},
    Rule{"overline", convertAs<kSpan, kOverline>},
    Rule{"roman", convertAs<kSpan, kRoman>},
    Rule{"sans-serif", convertAs<kSpan, kSans>},
    Rule{"fixed-case", convertAs<kSpan, kFixed>},
    Rule{"named-content", convertNamedContent},
    Rule{"styled-content", convertStyledContent},
    Rule{"abbrev", convertAbbreviation},
    Rule{"ruby", convertRuby},
    Rule{"break", convertBreak},
    Rule{"hr", convertRule},
    Rule{"x", convertPlain},
    Rule{"milestone-start", convertMark},
    Rule{"milestone-end", convertMark},
    Rule{"target", convertMark},
    Rule{"index-term", convertIndexTerm},
    Rule{"index-term-range-end", convertMark},
    Rule{"private-char", convertPrivateCharacter},
    Rule{"chem-struct", convertNamed},
    Rule{"term", convertNamed},
    Rule{"institution", convertNamed},
    Rule{"institution-wrap", convertInstitution},
    Rule{"resource-wrap", convertInstitution},
    Rule{"resource-name", convertNamed},
    Rule{"resource-id", convertPlain},
    Rule{"underline-start", convertLineMark},
    Rule{"underline-end", convertLineMark},
    Rule{"overline-start", convertLineMark},
    Rule{"overline-end", convertLineMark},
    Rule{"glyph-data", convertGlyph},
    Rule{"glyph-ref", convertGlyph},
    Rule{"addr-line", convertNamed},
    Rule{"city", convertNamed},
    Rule{"state", convertNamed},
    Rule{"country", convertNamed},
    Rule{"postal-code", convertNamed},
    Rule{"phone", convertNamed},
    Rule{"fax", convertNamed},
    Rule{"award-id", convertNamed},
    Rule{"funding-source", convertNamed},
    Rule{"prefix", convertNamed},
    Rule{"suffix", convertNamed},
    Rule{"degrees", convertNamed},
    Rule{"role", convertNamed},
    Rule{"price", convertNamed},
    Rule{"copyright-year", convertNamed},
    Rule{"copyright-holder", convertNamed},
    Rule{"textual-form", convertPlain},
};

}  // namespace

std::span<const Rule> inlineRules() { return kRules; }

}  // namespace octavo::vocabulary::jats
