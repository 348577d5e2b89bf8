// vocabulary/tei: what stands in running text: faces, languages, names, quotations, line and page marks, ruby.
#include <algorithm>
#include <array>
#include <cctype>

#include "base/utf8.h"
#include "vocabulary/tei/reading.h"
#include "vocabulary/tei/rendition.h"

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

constexpr char kNone[] = "", kEm[] = "em", kI[] = "i", kCode[] = "code", kCite[] = "cite", kRt[] = "rt";
constexpr char kTerm[] = "term", kForeign[] = "foreign", kMentioned[] = "mentioned";

template <const char* Name, const char* Class = kNone>
void convertAs(const Element& source, Element& into, Reading& reading) {
  convertContent(source, appendAs(into, Name, source, reading, Class), reading);
}

/// Elements that only name what their words are: a span with that name for a class.
void convertNamed(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, source.name);
  addSourceClass(made, "type", source.attributeOr("type"));
  convertContent(source, made, reading);
}

/// Names and addresses of several parts: "Charles Dickens", not "CharlesDickens", however the source is laid out.
void convertName(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, source.name);
  // Numbers of a catalogue beside the name are for programs.
  const Element* name = firstSaying(source, "persName");
  if (name && !hasOwnText(source) && dom::firstChild(source, "idno")) return convert(*name, made, reading);
  const auto isPart = [](const Element* child) {
    return isOneOf(child->name, {"forename", "surname", "addName", "roleName", "genName", "nameLink", "name"});
  };
  if (std::ranges::all_of(childrenOf(source), isPart)) {
    const bool cjk = isCjkLanguage(languageAt(source));
    return convertParts(source, made, reading, cjk ? std::string_view() : std::string_view(" "));
  }
  convertParts(source, made, reading);
}

struct Face {
  std::string_view token, element;
};
constexpr std::array kFaces{
    Face{"bold", "b"},       Face{"italic", "i"},      Face{"superscript", "sup"}, Face{"subscript", "sub"},
    Face{"underline", "u"},  Face{"typewriter", "code"}, Face{"strikethrough", "s"},
};

/// A face: the first that XHTML has an element for names it, the others are told by class. Without a word on the face
/// it is simply set off.
void convertHighlight(const Element& source, Element& into, Reading& reading) {
  std::string_view name;
  for (const std::string& token : renditionOf(source)) {
    const auto face = std::ranges::find(kFaces, token, &Face::token);
    if (face != kFaces.end() && name.empty()) name = face->element;
  }
  const bool told = source.attribute("rend") || source.attribute("rendition") || source.attribute("style");
  if (name.empty()) name = told ? "span" : "em";
  Element& made = appendAs(into, name, source, reading);
  if (made.hasWord("class", "rend-small-caps")) addClass(made, "small-caps");
  convertContent(source, made, reading);
}

bool isQuoteMark(char32_t c) {
  return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 ||
         c == 0x203A || (c >= 0x300A && c <= 0x300F) || (c >= 0x301D && c <= 0x301F) || c == 0x2014 ||
         c == 0xFF02 || c == 0xFF08 || c == '(';
}

/// The last character of the text before an element in the output; 0 where there is none.
char32_t lastCharacter(const Element& into) {
  if (into.children().empty()) return 0;
  const dom::Text* text = dom::asText(*into.children().back());
  if (!text) return 0;
  char32_t last = 0;
  for (std::size_t at = 0; at < text->value.size();) last = decodeUtf8(text->value, at);
  return last;
}

/// Marks that the transcription kept stay alone; where it left them out (quotations are elements) `q` makes them.
bool hasQuoteMarks(const Element& source, const Element& into) {
  const std::string words = plainText(source);
  std::size_t at = 0;
  const char32_t first = words.empty() ? U' ' : decodeUtf8(words, at);
  return isQuoteMark(first) || isQuoteMark(lastCharacter(into)) || words.empty();
}

void convertQuotation(const Element& source, Element& into, Reading& reading) {
  const bool blocks = std::ranges::any_of(childrenOf(source), [](const Element* c) { return isBlock(*c); });
  if (blocks || (!isLine(into) && source.name != "soCalled")) {
    const bool quoted = isOneOf(source.name, {"quote", "q"});
    Element& block = appendAs(into, quoted ? "blockquote" : "div", source, reading, quoted ? "" : source.name);
    return convertBlocks(source, block, reading);
  }
  const bool marked = hasQuoteMarks(source, into) || source.attributeOr("rend") == "none";
  convertInline(source, appendAs(into, marked ? "span" : "q", source, reading, source.name), reading);
}

void convertPlain(const Element& source, Element& into, Reading& reading) {
  if (!source.attribute("xml:id") && !source.attribute("rend")) return convertContent(source, into, reading);
  convertContent(source, appendAs(into, "span", source, reading, source.name), reading);
}

void convertTitle(const Element& source, Element& into, Reading& reading) {
  const bool part = source.attributeOr("level") == "a";
  convertInline(source, appendAs(into, part ? "span" : "cite", source, reading, part ? "title" : ""), reading);
}

/// A line end of the source text; hidden where it only divides a word or is declared not to be shown. A line of another
/// edition is a place between two words, to which a reference may point.
void convertLineBreak(const Element& source, Element& into, Reading& reading) {
  if (isLineOfEdition(source)) {
    if (source.attribute("xml:id")) appendAs(into, isLine(into) ? "span" : "div", source, reading, "line-begin");
    const dom::Text* before = into.children().empty() ? nullptr : dom::asText(*into.children().back());
    const bool isApart = !before || before->value.empty() || std::isspace(static_cast<unsigned char>(before->value.back()));
    constexpr char32_t kFirstEastAsian = 0x2E80;
    const bool isParted = source.attributeOr("break") != "no" && !isCjkLanguage(languageAt(source)) &&
                          lastCharacter(into) < kFirstEastAsian;
    if (isParted && !isApart && isLine(into)) into.appendText(" ", source.position());
    return;
  }
  const std::string_view rend = source.attributeOr("rend");
  const bool hidden = isOneOf(rend, {"hidden", "none"}) || source.attributeOr("break") == "no" ||
                      source.attributeOr("type").starts_with("hyphenIn");
  if (!hidden) appendMade(into, "br", source, reading);
}

/// The place where a page of the source begins; only one with a number can be looked for.
void convertPageBreak(const Element& source, Element& into, Reading& reading) {
  Element& mark = appendAs(into, isLine(into) ? "span" : "div", source, reading, "page-break");
  mark.removeAttribute("style");
  const std::string label = dom::collapseWhiteSpace(source.attributeOr("n"));
  if (label.empty()) return;
  mark.setAttribute("role", "doc-pagebreak");
  mark.setAttribute("epub:type", "pagebreak");
  mark.setAttribute("aria-label", label);
  reading.conversion.ensureId(mark, "page");
}

/// Other marks have no words: a place that references may point to. A number that scholars cite is shown.
void convertMark(const Element& source, Element& into, Reading& reading) {
  if (source.name == "milestone" && !citedNumber(source).empty()) {
    reading.numbers.push_back(&source);
    if (isLine(into)) flushNumbers(into, reading);
    return;
  }
  Element& mark = appendAs(into, isLine(into) ? "span" : "div", source, reading, source.name);
  addSourceClass(mark, "unit", source.attributeOr("unit"));
  if (const std::string* number = source.attribute("n")) mark.setAttribute("data-n", *number);
}

/// The middle of a line of verse, which Chinese editions show by a space.
void convertCaesura(const Element& source, Element& into, Reading& reading) {
  convertMark(source, into, reading);
  if (isCjkLanguage(languageAt(source)) && isLine(into)) into.appendText("\u3000", source.position());
}

/// Running heads and catchwords belong to the source's pages: a mark keeps their words.
void convertFormeWork(const Element& source, Element& into, Reading& reading) {
  ++reading.formeWorks;
  Element& mark = appendAs(into, isLine(into) ? "span" : "div", source, reading, "forme-work");
  mark.setAttribute("title", plainText(source));
}

void convertRuby(const Element& source, Element& into, Reading& reading) {
  Element& ruby = appendAs(into, "ruby", source, reading);
  ruby.removeAttribute("class");
  for (const Element* part : childrenOf(source)) {
    const std::string_view name = part->name;
    const std::string_view kind = source.name == "span" ? part->attributeOr("type") : name.substr(name.find(':') + 1);
    if (kind == "rp") continue;
    convertInline(*part, appendMade(ruby, kind == "rt" || kind == "rtc" ? "rt" : "rb", *part, reading), reading);
  }
}

/// Texts of the time before TEI had ruby write it with typed spans.
void convertSpan(const Element& source, Element& into, Reading& reading) {
  source.attributeOr("type") == "ruby" ? convertRuby(source, into, reading) : convertNamed(source, into, reading);
}

/// Names of elements and attributes as the guidelines print them.
void convertMarkupName(const Element& source, Element& into, Reading& reading) {
  Element& code = appendAs(into, "code", source, reading, source.name);
  const bool element = isOneOf(source.name, {"gi", "tag"});
  const bool attribute = source.name == "att";
  if (element || attribute) code.appendText(element ? "<" : "@", source.position());
  convertInline(source, code, reading);
  if (element) code.appendText(">", source.position());
}

void convertDate(const Element& source, Element& into, Reading& reading) {
  Element& made = appendAs(into, "span", source, reading, source.name);
  if (!plainText(source).empty()) return convertInline(source, made, reading);
  std::string words(source.attributeOr("when"));
  for (const auto& [from, to] : {std::pair{"from", "to"}, std::pair{"notBefore", "notAfter"}}) {
    if (!words.empty() || !(source.attribute(from) || source.attribute(to))) continue;
    words = std::string(source.attributeOr(from)) + "–" + std::string(source.attributeOr(to));
  }
  made.appendText(words, source.position());
}

constexpr std::array kRules{
    Rule{"hi", Standing::InLine, convertHighlight},
    Rule{"emph", Standing::InLine, convertAs<kEm>},
    Rule{"distinct", Standing::InLine, convertAs<kI>},
    Rule{"foreign", Standing::InLine, convertAs<kI, kForeign>},
    Rule{"mentioned", Standing::InLine, convertAs<kI, kMentioned>},
    Rule{"term", Standing::InLine, convertAs<kI, kTerm>},
    Rule{"title", Standing::InLine, convertTitle},
    Rule{"q", Standing::ByContent, convertQuotation},
    Rule{"quote", Standing::ByContent, convertQuotation},
    Rule{"said", Standing::ByContent, convertQuotation},
    Rule{"soCalled", Standing::InLine, convertQuotation},
    Rule{"lb", Standing::InLine, convertLineBreak},
    Rule{"pb", Standing::Mark, convertPageBreak},
    Rule{"cb", Standing::Mark, convertMark},
    Rule{"gb", Standing::Mark, convertMark},
    Rule{"milestone", Standing::Mark, convertMark},
    Rule{"anchor", Standing::Mark, convertMark},
    Rule{"fw", Standing::Mark, convertFormeWork},
    Rule{"ruby", Standing::InLine, convertRuby},
    Rule{"rt", Standing::InLine, convertAs<kRt>},
    Rule{"rb", Standing::InLine, convertPlain},
    Rule{"rp", Standing::InLine, convertPlain},
    Rule{"span", Standing::InLine, convertSpan},
    Rule{"code", Standing::InLine, convertAs<kCode>},
    Rule{"ident", Standing::InLine, convertAs<kCode>},
    Rule{"val", Standing::InLine, convertAs<kCode>},
    Rule{"gi", Standing::InLine, convertMarkupName},
    Rule{"att", Standing::InLine, convertMarkupName},
    Rule{"tag", Standing::InLine, convertMarkupName},
    Rule{"seg", Standing::InLine, convertNamed},
    Rule{"s", Standing::InLine, convertPlain},
    Rule{"cl", Standing::InLine, convertPlain},
    Rule{"phr", Standing::InLine, convertPlain},
    Rule{"w", Standing::InLine, convertPlain},
    Rule{"m", Standing::InLine, convertPlain},
    Rule{"c", Standing::InLine, convertPlain},
    Rule{"pc", Standing::InLine, convertPlain},
    Rule{"caesura", Standing::Mark, convertCaesura},
    Rule{"rhyme", Standing::InLine, convertPlain},
    Rule{"date", Standing::InLine, convertDate},
    Rule{"time", Standing::InLine, convertDate},
    Rule{"origDate", Standing::InLine, convertDate},
    Rule{"name", Standing::InLine, convertName},
    Rule{"persName", Standing::InLine, convertName},
    Rule{"author", Standing::InLine, convertName},
    Rule{"editor", Standing::InLine, convertName},
    Rule{"orgName", Standing::InLine, convertNamed},
    Rule{"placeName", Standing::InLine, convertName},
    Rule{"rs", Standing::InLine, convertNamed},
    Rule{"num", Standing::InLine, convertNamed},
    Rule{"measure", Standing::InLine, convertNamed},
    Rule{"gloss", Standing::InLine, convertNamed},
    Rule{"desc", Standing::InLine, convertNamed},
    Rule{"metamark", Standing::InLine, convertNamed},
};

}  // namespace

std::span<const Rule> inlineRules() { return kRules; }

}  // namespace octavo::vocabulary::tei
