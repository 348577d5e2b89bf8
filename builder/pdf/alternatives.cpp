// pdf: what is said of pictures and links to those who do not see them.
#include "pdf/alternatives.h"

#include <algorithm>
#include <cctype>

#include "pdf/structure_builder.h"
#include "words/words.h"

namespace octavo::pdf {
namespace {

using dom::Element;

/// ASCII letters in lower case and all that is not ASCII: what tells two texts apart.
std::string lettersOf(std::string_view words) {
  std::string letters;
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80 || std::isalnum(byte)) letters.push_back(static_cast<char>(std::tolower(byte)));
  }
  return letters;
}

bool isLabelOnly(std::string_view words) {
  const bool isBracketed = words.size() > 2 && words.front() == '(' && words.back() == ')' && words.size() < 10;
  return isBracketed || std::ranges::none_of(words, [](char c) {
           const auto byte = static_cast<unsigned char>(c);
           return byte >= 0x80 || std::isalpha(byte);
         });
}

bool isFormula(const Element& picture) {
  for (const Element* at = &picture; at; at = at->parent()) {
    if (at->hasWord("class", "disp-formula") || at->hasWord("class", "inline-formula") || at->hasWord("class", "formula")) return true;
  }
  return false;
}

/// Text and alternative texts in the order of the document.
void addWords(const dom::Node& node, std::string& to) {
  if (const dom::Text* text = dom::asText(node)) {
    to += text->value;
    return;
  }
  const Element& element = *dom::asElement(node);
  if (element.name == "rt" || element.name == "rp") return;
  if (element.name == "img") to.append(" ").append(element.attributeOr("alt")).append(" ");
  for (const auto& child : element.children()) addWords(*child, to);
}

}  // namespace

bool describes(std::string_view words, const Element& picture) {
  if (words.empty() || isLabelOnly(words)) return false;
  const Element* figure = figureAround(&picture);
  const Element* caption = figure ? dom::firstChild(*figure, "figcaption") : nullptr;
  if (!caption) return true;
  const std::string said = lettersOf(words), again = lettersOf(dom::textContent(*caption, true));
  if (again.empty() || said.empty()) return !said.empty();
  // A caption's label may be missing in what repeats it: most of the caption is the caption.
  return said.find(again) == std::string::npos && (again.find(said) == std::string::npos || 2 * said.size() < again.size());
}

std::string neutralAlternative(const Element& picture, std::string_view language) {
  using words::Term;
  return std::string(words::of(language)[isFormula(picture) ? Term::FormulaWithoutDescription : Term::PictureWithoutDescription]);
}

std::string linkWords(const Element& link) {
  std::string text;
  addWords(link, text);
  text = dom::collapseWhiteSpace(text);
  if (link.hasWord("role", "doc-backlink")) return words::of(dom::languageOf(link)).with(words::Term::BackToCall, text);
  return text.empty() ? std::string(link.attributeOr("title")) : text;
}

}  // namespace octavo::pdf
