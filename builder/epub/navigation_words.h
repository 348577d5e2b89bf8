// epub: the words of a navigation document in the book's language.
#pragma once

#include <string_view>

namespace octavo::epub {

struct Words {
  std::string_view language, contents, landmarks, cover, titlePage, text, pages;
  std::string_view figures, tables, index, bibliography, glossary, notes;
};

/// English where the language has no words here.
const Words& wordsFor(std::string_view language);
/// Of a part of the book, by its name in EPUB Structural Semantics.
std::string_view wordFor(std::string_view type, const Words& words);

}  // namespace octavo::epub
