#include "dom/title_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/utf8.h"

namespace octavo::dom {
namespace {

constexpr char32_t kBreak = 0x2028;  // LINE SEPARATOR, until blanks are settled

template <std::size_t N>
bool isOneOf(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::ranges::find(names, name) != names.end();
}

/// What stands in a title without being a word of it, in all vocabularies: JATS 1.3, DocBook 5.2, TEI P5, HTML.
constexpr std::array<std::string_view, 18> kNoWords{
    "rt",   "rp",         "rtc",   "fn",   "footnote", "footnoteref", "note",  "indexterm",  "index-term",
    "index", "index-term-range-end", "remark", "annotation", "annotation-xml", "script", "style", "template", "x"};
constexpr std::array<std::string_view, 4> kBreaks{"br", "break", "lb", "sbr"};
/// References of JATS (xref/@ref-type) that are marks behind a word.
constexpr std::array<std::string_view, 7> kMarks{"fn", "table-fn", "aff", "corresp", "author-notes", "author-note", "contrib"};
/// What has several forms of one thing, of which one is for readers of text.
constexpr std::array<std::string_view, 7> kPictured{"inline-formula",    "inlineequation", "alternatives", "inline-graphic",
                                                    "inlinemediaobject", "mediaobject",    "graphic"};
constexpr std::array<std::string_view, 5> kForReaders{"alt-text", "alt", "textobject", "figDesc", "desc"};

std::u32string wordsBelow(const Element& element);

/// A link inside the document that is a superior or stands in one: the mark of a note, an affiliation, a citation.
bool isMark(const Element& element) {
  if (element.hasWord("role", "doc-noteref") || element.hasWord("role", "doc-backlink")) return true;
  if (element.hasWord("epub:type", "noteref")) return true;
  const bool isReference = (element.name == "a" && element.attributeOr("href").starts_with('#')) || element.name == "xref";
  if (!isReference) return false;
  if (isOneOf(element.attributeOr("ref-type"), kMarks)) return true;
  const auto isRaised = [](const Element& part) { return part.name == "sup" || part.name == "superscript"; };
  if (element.parent() && isRaised(*element.parent())) return true;
  return element.children().size() == 1 && asElement(*element.children().front()) &&
         isRaised(*asElement(*element.children().front()));
}

bool isLeftOut(const Element& element) {
  if (isOneOf(element.name, kNoWords) || isMark(element)) return true;
  if (element.hasWord("class", "remark")) return true;
  return element.attributeOr("data-octavo-medium") == "screen";  // the words for paper stand beside it
}

enum class Raised { No, Above, Below };

Raised raisedOf(const Element& element) {
  if (element.name == "sup" || element.name == "superscript") return Raised::Above;
  if (element.name == "sub" || element.name == "subscript") return Raised::Below;
  if (element.namespaceName != Namespace::Tei || element.name != "hi") return Raised::No;
  const auto isSaid = [&](std::string_view word) {
    return element.attributeOr("rend").find(word) != std::string_view::npos ||
           element.attributeOr("rendition").find(word) != std::string_view::npos;
  };
  return isSaid("sup") ? Raised::Above : isSaid("sub") ? Raised::Below : Raised::No;
}

/// Characters and the superior or inferior form that Unicode has for each (blocks Superscripts and Subscripts, Phonetic
/// Extensions, Spacing Modifier Letters).
constexpr std::u32string_view kPlain = U"0123456789+-−–=()abcdefghijklmnoprstuvwxyz";
constexpr std::u32string_view kAbove = U"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ";
constexpr std::u32string_view kPlainBelow = U"0123456789+-−–=()aehijklmnoprstuvx";
constexpr std::u32string_view kBelow = U"₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";
static_assert(kPlain.size() == kAbove.size() && kPlainBelow.size() == kBelow.size());

std::optional<std::u32string> inForm(std::u32string_view words, std::u32string_view from, std::u32string_view to) {
  std::u32string result;
  for (const char32_t character : words) {
    const std::size_t at = from.find(character);
    if (at == std::u32string_view::npos) return std::nullopt;
    result += to[at];
  }
  return result;
}

/// The character right behind the element in its parent; 0 where there is none.
char32_t characterBehind(const Element& element) {
  if (!element.parent()) return 0;
  const auto& siblings = element.parent()->children();
  const auto own = std::ranges::find(siblings, static_cast<const Node*>(&element), [](const auto& node) { return node.get(); });
  if (own == siblings.end() || own + 1 == siblings.end()) return 0;
  const Text* text = asText(**(own + 1));
  std::size_t offset = 0;
  return text && !text->value.empty() ? decodeUtf8(text->value, offset) : 0;
}

/// A raised star or dagger at the end of a word is the mark of a note; within one (C*-algebra) it belongs to the word.
bool isMarkSign(const Element& element, std::u32string_view words) {
  if (words.find_first_not_of(U"*∗†‡§¶‖ ,") != std::u32string_view::npos) return false;
  const char32_t behind = characterBehind(element);
  return behind <= ' ' || std::u32string_view(U",;:.)?!，；：。").find(behind) != std::u32string_view::npos;
}

bool isLetterOrDigit(char32_t c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0xC0; }

std::u32string raised(std::u32string words, Raised how) {
  std::u32string tight;
  std::ranges::copy_if(words, std::back_inserter(tight), [](char32_t c) { return c > ' ' && c != 0xA0; });
  const bool isAbove = how == Raised::Above;
  if (tight.empty()) return {};
  if (const auto form = isAbove ? inForm(tight, kPlain, kAbove) : inForm(tight, kPlainBelow, kBelow)) return *form;
  if (isAbove && tight == U"TM") return U"™";
  // Ideographs and kana are no powers: small words in the line. A sign is what it is without being raised.
  if (tight.front() >= 0x2E80 || (tight.size() == 1 && !isLetterOrDigit(tight.front()))) return words;
  const bool isOne = std::ranges::all_of(tight, isLetterOrDigit);
  return (isAbove ? U"^" : U"_") + (isOne ? tight : U"(" + words + U")");
}

const Element* mathIn(const Element& element) {
  if (element.is(Namespace::MathMl, "math")) return &element;
  for (const auto& child : element.children()) {
    const Element* below = asElement(*child);
    if (const Element* found = below ? mathIn(*below) : nullptr) return found;
  }
  return nullptr;
}

/// The words of a formula or a picture in its several forms: the formula's, those for readers, else those of the first.
std::u32string picturedWords(const Element& element) {
  if (const Element* math = mathIn(element); math && math != &element) return wordsBelow(*math);
  for (const auto& child : element.children()) {
    const Element* part = asElement(*child);
    if (part && isOneOf(part->name, kForReaders)) return wordsBelow(*part);
  }
  if (element.name != "alternatives") return wordsBelow(element);
  for (const auto& child : element.children()) {
    const Element* part = asElement(*child);
    std::u32string words = part ? wordsBelow(*part) : std::u32string();
    if (words.find_first_not_of(U" \t\r\n") != std::u32string::npos) return words;
  }
  return {};
}

std::u32string wordsOf(const Element& element) {
  if (isLeftOut(element)) return {};
  if (isOneOf(element.name, kBreaks)) return element.attributeOr("break") == "no" ? std::u32string() : std::u32string(1, kBreak);
  if (element.name == "img") return toUtf32(element.attributeOr("alt"));
  if (isOneOf(element.name, kPictured)) return picturedWords(element);
  const Raised how = raisedOf(element);
  std::u32string words = wordsBelow(element);
  if (how == Raised::No) return words;
  return isMarkSign(element, words) ? std::u32string() : raised(std::move(words), how);
}

std::u32string wordsBelow(const Element& element) {
  if (element.is(Namespace::MathMl, "math")) {
    if (const std::string* words = element.attribute("alttext")) return toUtf32(*words);
  }
  std::u32string result;
  for (const auto& child : element.children()) {
    const Text* text = asText(*child);
    result += text ? toUtf32(text->value) : wordsOf(*asElement(*child));
  }
  return result;
}

bool isBlank(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r') || c == kBreak; }
bool isLineEnd(char32_t c) { return c == kBreak || c == '\n' || c == '\r'; }
bool isUnseen(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

/// Ideographs, kana and the punctuation of their lines, between which a line's end is no blank (CSS Text 3, 4.1.3).
bool isWide(char32_t c) {
  return (c >= 0x2E80 && c <= 0x312F) || (c >= 0x31A0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF01 && c <= 0xFF9F) || (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace

std::string titleWords(const Element& element) {
  std::string result;
  char32_t last = 0;
  bool isPending = false, isEnd = false;  // a blank is due; it holds the end of a line
  for (const char32_t character : wordsBelow(element)) {
    if (isUnseen(character)) continue;
    if (isBlank(character)) {
      isPending = true;
      isEnd = isEnd || isLineEnd(character);
      continue;
    }
    if (isPending && last != 0 && !(isEnd && isWide(last) && isWide(character))) result += ' ';
    isPending = isEnd = false;
    appendUtf8(result, character);
    last = character;
  }
  return result;
}

}  // namespace octavo::dom
