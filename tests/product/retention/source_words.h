// The words of a source document by part, and those that an output tells in another way by rule.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "dom/dom.h"
#include "support/words.h"

namespace octavo::test {

enum class Part { Front, Abstracts, Body, Tables, Notes, Back, References, Translations, Questions };
inline constexpr std::array<std::string_view, 9> kPartNames{"front",      "abstracts",    "body",     "tables", "notes",
                                                             "back matter", "references", "translations", "questions"};

struct SourceWords {
  std::array<WordBag, kPartNames.size()> parts;
  std::map<std::string, int> byRule;  // why words are told in another way → how many
  WordBag all() const;
};

/// The words of the tree as every vocabulary's reader must keep them, in lower case and compatibility forms (NFKC).
SourceWords sourceWords(const dom::Element& root);

/// Adds the words of a text in that same form.
void addFoldedWords(std::string_view text, WordBag& bag);

}  // namespace octavo::test
