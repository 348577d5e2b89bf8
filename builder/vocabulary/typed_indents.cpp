// vocabulary: indents that were typed as blanks.
#include "vocabulary/typed_indents.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "vocabulary/source_questions.h"

namespace octavo::vocabulary {
namespace {

using dom::Element;

constexpr std::array<std::string_view, 4> kBlanks{"\u3000", "\u00A0", "\u2003", "\u2002"};

bool keepsBlanks(const Element& element) {
  if (isOneOf(element.name, {"pre", "td", "th", "li", "dt", "dd", "figcaption", "caption"})) return true;
  return std::ranges::any_of(std::array{"verse", "stanza", "verse-line", "speech", "address", "literallayout"},
                             [&](const char* word) { return element.hasWord("class", word); });
}

bool hasLineBreak(const Element& element) {
  return std::ranges::any_of(element.children(), [](const auto& child) {
    const Element* below = dom::asElement(*child);
    return below && (below->name == "br" || hasLineBreak(*below));
  });
}

/// The text that the paragraph begins with, white space of the source left aside.
dom::Text* firstText(Element& element) {
  for (const auto& child : element.children()) {
    if (dom::Text* text = dom::asText(*child)) {
      if (text->value.find_first_not_of(" \t\r\n") != std::string::npos) return text;
      continue;
    }
    Element* below = dom::asElement(*child);
    if (isOneOf(below->name, {"img", "svg", "math", "br"})) return nullptr;
    if (dom::Text* found = firstText(*below)) return found;
  }
  return nullptr;
}

std::size_t lengthOfIndent(std::string_view text) {
  std::size_t at = text.find_first_not_of(" \t\r\n");
  const std::size_t begin = at;
  for (bool more = true; more;) {
    more = false;
    for (const std::string_view blank : kBlanks) {
      if (!text.substr(at).starts_with(blank)) continue;
      at += blank.size();
      more = true;
    }
  }
  return at == begin || at == text.size() ? 0 : at;
}

void dropFrom(Element& paragraph, Diagnostics& diagnostics) {
  dom::Text* const text = firstText(paragraph);
  const std::size_t length = text ? lengthOfIndent(text->value) : 0;
  if (length == 0 || hasLineBreak(paragraph)) return;
  text->value.erase(0, length);
  diagnostics.report({Severity::Note, "indent-typed", paragraph.position(),
                      "blanks at the start of a paragraph are left out: the style indents it", {}, "indent"});
}

}  // namespace

void dropTypedIndents(Element& root, Diagnostics& diagnostics) {
  if (keepsBlanks(root) || root.namespaceName != dom::Namespace::Xhtml) return;
  if (root.name == "p") return dropFrom(root, diagnostics);
  for (const auto& child : root.children()) {
    if (Element* below = dom::asElement(*child)) dropTypedIndents(*below, diagnostics);
  }
}

}  // namespace octavo::vocabulary
