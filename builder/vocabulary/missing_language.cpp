// vocabulary: the language of a document that does not say it.
#include "vocabulary/missing_language.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

#include "text/language.h"

namespace octavo::vocabulary {
namespace {

constexpr std::size_t kEnough = 32768;  // bytes

std::string saidLanguage(const dom::Element& element) {
  return dom::collapseWhiteSpace(element.attributeOr("xml:lang", element.attributeOr("lang")));
}

/// Words about the document, and what is in no language.
bool isBeside(const dom::Element& element) {
  constexpr std::array<std::string_view, 6> kBeside{"head", "teiHeader", "script", "style", "tex-math", "code"};
  return element.namespaceName == dom::Namespace::MathMl ||
         std::ranges::find(kBeside, element.name) != kBeside.end();
}

struct Words {
  std::string unsaid;                                  // text without a language, its beginning
  std::map<std::string, std::size_t, std::less<>> said;  // how much text has a language, in bytes
  std::size_t all = 0;
};

void collect(const dom::Element& element, std::string_view around, Words& into) {
  const std::string own = saidLanguage(element);
  const std::string_view language = own.empty() ? around : own;
  for (const auto& child : element.children()) {
    if (const dom::Text* text = dom::asText(*child)) {
      into.all += text->value.size();
      if (!language.empty()) into.said[std::string(language)] += text->value.size();
      if (language.empty() && into.unsaid.size() < kEnough) into.unsaid += text->value + "\n";
    } else if (!isBeside(*dom::asElement(*child))) {
      collect(*dom::asElement(*child), language, into);
    }
  }
}

/// The language that most of the text says, where one does.
std::string_view saidByMost(const Words& words) {
  for (const auto& [language, size] : words.said) {
    if (size > words.all / 2) return language;
  }
  return {};
}

bool hasLanguageList(const dom::Element& element) {
  const dom::Element* header = dom::firstChild(element, "teiHeader");
  const dom::Element* profile = header ? dom::firstChild(*header, "profileDesc") : nullptr;
  return profile && dom::firstChild(*profile, "langUsage");
}

}  // namespace

void guessMissingLanguage(dom::Document& document, Diagnostics& diagnostics) {
  dom::Element& root = *document.root;
  if (!saidLanguage(root).empty() || hasLanguageList(root)) return;
  Words words;
  collect(root, {}, words);
  if (const std::string_view said = saidByMost(words); !said.empty()) {
    root.setAttribute("xml:lang", std::string(said));
    return;
  }
  const auto language = text::likelyLanguage(words.unsaid);
  if (!language) return;
  root.setAttribute("xml:lang", *language);
  diagnostics.report({Severity::Warning,
                      "lang-guessed",
                      root.position(),
                      fmt::format("the document does not say its language; by its words it is {}, which is used", *language),
                      fmt::format("add xml:lang=\"{}\" to its root element, or use --lang", *language),
                      {}});
}

}  // namespace octavo::vocabulary
