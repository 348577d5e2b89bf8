#include "vocabulary/math_words.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/utf8.h"
#include "publication/publication.h"
#include "vocabulary/math_line.h"
#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;

/// Signs that stand between two things: with a space on either side where there is something before them.
constexpr std::u32string_view kBetween = U"=≠≡≈≃≅∼<>≤≥≪≫≺≻⊂⊃⊆⊇∈∉∋+−-±∓×÷⋅·∗∘⊕⊗∧∨∩∪∖→←↔⇒⇐⇔↦∝∣∥⊥:≔";
/// U+2061 to U+2064: function application, invisible times, comma and plus.
constexpr bool isInvisible(char32_t c) { return c >= 0x2061 && c <= 0x2064; }

std::string wordsOf(const Element& element);
std::string tokenOf(const Element& element);

bool isAccent(std::string_view words) {
  constexpr std::array<std::string_view, 13> kAccents{"^", "ˆ", "~", "˜", "¯", "‾", "ˉ", "→", "⃗", "˙", "¨", "´", "ˇ"};
  return std::ranges::find(kAccents, words) != kAccents.end();
}

/// In brackets unless it is one number, one letter or in brackets already.
std::string grouped(const std::string& words) {
  const std::u32string characters = toUtf32(words);
  const bool isOne = characters.size() <= 1 || std::ranges::all_of(characters, [](char32_t c) {
    return (c >= '0' && c <= '9') || c == '.' || c == ',';
  });
  const bool isClosed = words.starts_with('(') && words.find(')') == words.size() - 1;
  return isOne || isClosed ? words : "(" + words + ")";
}

/// "a" and "+" and "b": "a + b"; a sign that begins a row belongs to what follows: "−x".
void appendToken(std::string& row, const std::string& words, bool isOperator) {
  const std::u32string characters = toUtf32(words);
  const bool isBetween = isOperator && characters.size() == 1 && kBetween.find(characters[0]) != std::u32string_view::npos;
  if (isBetween && !row.empty() && row.back() != '(' && row.back() != ' ') {
    row += " " + words + " ";
  } else {
    row += words;
    if (isOperator && (words == "," || words == ";")) row += ' ';
  }
}

std::string bracketed(std::string words, bool isNeeded) { return isNeeded ? "(" + words + ")" : words; }

bool isCompound(const Element& element) {
  return isOneOf(element.name, {"mfrac", "msqrt", "mroot", "msub", "msup", "msubsup", "munder", "mover", "munderover"});
}

bool isLongName(const Element& element, const std::string& words) { return element.name == "mi" && toUtf32(words).size() > 1; }

std::string rowOf(const Element& element) {
  std::string row;
  bool isOpen = false;  // behind a script, a fraction or a name, to which the next letter would seem to belong
  const Element* previous = nullptr;
  const auto parts = childrenOf(element);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const Element& part = *parts[i];
    std::string words = wordsOf(part);
    const bool isSign = part.name == "mo";
    if (words.empty() && isSign) continue;  // an invisible one
    const Element* following = i + 1 < parts.size() ? parts[i + 1] : nullptr;
    if (following && following->name == "mo" && tokenOf(*following).empty()) following = i + 2 < parts.size() ? parts[i + 2] : nullptr;
    const bool isFraction = part.name == "mfrac";
    const bool isBracketed = isFraction && needsBracketsInRow(part, previous, following);
    if (isFraction) words = bracketed(std::move(words), isBracketed);
    const bool needsSpace = isOpen || (isFraction && !isBracketed && isMixedNumber(part, previous));
    if (needsSpace && !isSign && !words.empty() && words[0] != ' ' && !row.empty()) row += ' ';
    appendToken(row, words, isSign);
    isOpen = isCompound(part) || isLongName(part, words);
    previous = &part;
  }
  return row;
}

std::string tokenOf(const Element& element) {
  std::string words;
  for (const char32_t character : toUtf32(dom::collapseWhiteSpace(dom::textContent(element)))) {
    if (!isInvisible(character)) appendUtf8(words, character);
  }
  return words;
}

/// Of a base and two scripts, either of which may be empty.
std::string withScripts(std::string base, const std::string& below, const std::string& above) {
  if (!below.empty()) base += "_" + grouped(below);
  if (above.empty()) return base;
  if (isAccent(above)) return base + above;
  const bool isPrime = above.find_first_not_of("\xE2\x80\xB2\xB3\xB4'") == std::string::npos;  // ′ ″ ‴
  return base + (isPrime ? above : "^" + grouped(above));
}

std::string scriptsOf(const Element& element) {
  const auto parts = childrenOf(element);
  const auto part = [&](std::size_t at) { return at < parts.size() ? wordsOf(*parts[at]) : std::string(); };
  const std::string base = bracketed(part(0), !parts.empty() && needsBracketsAsBase(*parts[0]));
  if (isOneOf(element.name, {"msub", "munder"})) return withScripts(base, part(1), {});
  if (isOneOf(element.name, {"msup", "mover"})) return withScripts(base, {}, part(1));
  return withScripts(base, part(1), part(2));
}

/// Base, then pairs of scripts behind it, then, after mprescripts, pairs before it.
std::string multiscriptsOf(const Element& element) {
  const auto parts = childrenOf(element);
  std::string before, behind;
  bool isBefore = false;
  for (std::size_t i = 1; i < parts.size(); ++i) {
    if (parts[i]->name == "mprescripts") {
      isBefore = true;
      continue;
    }
    const std::string above = i + 1 < parts.size() ? wordsOf(*parts[i + 1]) : std::string();
    (isBefore ? before : behind) += withScripts({}, wordsOf(*parts[i]), above);
    ++i;
  }
  return before + (parts.empty() ? std::string() : wordsOf(*parts[0])) + behind;
}

std::string fencedOf(const Element& element) {
  const std::u32string separators = toUtf32(element.attributeOr("separators", ","));
  std::string inside;
  std::size_t number = 0;
  for (const Element* part : childrenOf(element)) {
    if (number > 0 && !separators.empty()) {
      appendUtf8(inside, separators[std::min(number, separators.size()) - 1]);
      inside += ' ';
    }
    inside += wordsOf(*part);
    ++number;
  }
  return std::string(element.attributeOr("open", "(")) + inside + std::string(element.attributeOr("close", ")"));
}

std::string tableOf(const Element& element) {
  std::string table;
  for (const Element* row : childrenOf(element)) {
    std::string cells;
    for (const Element* cell : childrenOf(*row)) cells += (cells.empty() ? "" : ", ") + rowOf(*cell);
    table += (table.empty() ? "" : "; ") + cells;
  }
  return "[" + table + "]";
}

std::string wordsOf(const Element& element) {
  const std::string& name = element.name;
  if (element.attributeOr(publication::kMediumAttribute) == "paper") return {};
  if (isOneOf(name, {"mi", "mn", "mo", "mtext", "ms"})) return tokenOf(element);
  if (isOneOf(name, {"mphantom", "none", "mprescripts", "annotation", "annotation-xml"})) return {};
  if (name == "mspace") return " ";
  if (name == "mfrac") {
    const auto parts = childrenOf(element);
    return parts.size() == 2 ? bracketed(wordsOf(*parts[0]), needsBracketsInFraction(*parts[0])) + (isStack(element) ? std::string(kStackSign) : "/") +
                                   bracketed(wordsOf(*parts[1]), needsBracketsInFraction(*parts[1]))
                             : rowOf(element);
  }
  if (name == "msqrt") return "√" + bracketed(rowOf(element), needsBracketsUnderRoot(element));
  if (name == "mroot") {
    const auto parts = childrenOf(element);
    return parts.size() == 2 ? "√[" + wordsOf(*parts[1]) + "]" + bracketed(wordsOf(*parts[0]), needsBracketsUnderRoot(*parts[0])) : rowOf(element);
  }
  if (isOneOf(name, {"msub", "msup", "msubsup", "munder", "mover", "munderover"})) return scriptsOf(element);
  if (name == "mmultiscripts") return multiscriptsOf(element);
  if (name == "mfenced") return fencedOf(element);
  return name == "mtable" ? tableOf(element) : rowOf(element);
}

}  // namespace

std::string mathWords(const Element& math) {
  const std::string words = dom::collapseWhiteSpace(wordsOf(math));
  return words.empty() ? dom::collapseWhiteSpace(dom::textContent(math)) : words;
}

}  // namespace octavo::vocabulary
