#include "vocabulary/source_questions.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "css/program_words.h"
#include "vocabulary/conversion_content.h"

namespace octavo::vocabulary {

using dom::Element;

namespace {

/// What a source may ask of words by their name: a look of the program's own, documented in styles/README.md.
constexpr std::array<std::string_view, 12> kLooks{"proper-name", "book-title", "book-title-mark", "warichu",
                                                  "small-caps",  "sc",         "overline",        "underline",
                                                  "sans",        "roman",      "zhuyin",          "nobr"};

}  // namespace

std::vector<const Element*> childrenOf(const Element& element, std::string_view name) {
  std::vector<const Element*> found;
  for (const auto& child : element.children()) {
    const Element* candidate = dom::asElement(*child);
    if (candidate && (name.empty() || candidate->name == name)) found.push_back(candidate);
  }
  return found;
}

const Element* firstSaying(const Element& element, std::string_view name) {
  const Element* child = dom::firstChild(element, name);
  const bool says = child && (!childrenOf(*child).empty() || !isBlank(dom::textContent(*child)));
  return says ? child : nullptr;
}

bool hasOwnText(const Element& element) {
  return std::ranges::any_of(element.children(), [](const auto& child) {
    const dom::Text* text = dom::asText(*child);
    return text && !isBlank(text->value);
  });
}

bool isBlank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos; }

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return result;
}

bool isOneOf(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

bool hasAncestor(const Element& element, std::string_view name) {
  for (const Element* at = element.parent(); at; at = at->parent()) {
    if (at->name == name) return true;
  }
  return false;
}

std::string plainText(const Element& element) {
  return dom::collapseWhiteSpace(dom::textContent(element));
}

std::string primaryLanguage(std::string_view language) {
  std::string primary(language.substr(0, language.find_first_of("-_")));
  std::ranges::transform(primary, primary.begin(),
                         [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return primary;
}

bool isCjkLanguage(std::string_view language) {
  const std::string primary = primaryLanguage(language);
  return isOneOf(primary, {"zh", "ja", "yue", "lzh", "cmn", "wuu", "nan", "hak"});
}

void addClass(Element& element, std::string_view words) {
  std::string safe;
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    if (std::isalnum(byte) && byte < 0x80) {
      safe += static_cast<char>(std::tolower(byte));
    } else if (!safe.empty() && safe.back() != '-') {
      safe += '-';
    }
  }
  while (!safe.empty() && safe.back() == '-') safe.pop_back();
  if (safe.empty() || element.hasWord("class", safe)) return;
  const std::string before(element.attributeOr("class"));
  element.setAttribute("class", before.empty() ? safe : before + " " + safe);
}

void addSourceClass(Element& element, std::string_view kind, std::string_view words) {
  while (!words.empty()) {
    const std::size_t begin = std::min(words.find_first_not_of(" \t\r\n"), words.size());
    const std::size_t end = std::min(words.find_first_of(" \t\r\n", begin), words.size());
    const std::string_view one = words.substr(begin, end - begin);
    words.remove_prefix(end);
    if (one.empty()) continue;
    const bool isLook = isPhrasing(element) && std::ranges::find(kLooks, one) != kLooks.end();
    addClass(element, isLook ? std::string(one) : std::string(kind) + "-" + std::string(one));
  }
}

void addElementClass(Element& element, std::string_view name) {
  addClass(element, (css::isProgramWord(name) ? "element-" : "") + std::string(name));
}

void addClasses(Element& element, std::string_view words) {
  while (!words.empty()) {
    const std::size_t begin = std::min(words.find_first_not_of(" \t\r\n"), words.size());
    const std::size_t end = std::min(words.find_first_of(" \t\r\n", begin), words.size());
    addClass(element, words.substr(begin, end - begin));
    words.remove_prefix(end);
  }
}

}  // namespace octavo::vocabulary
