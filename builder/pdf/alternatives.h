// pdf: what is said of pictures and links to those who do not see them.
#pragma once

#include <string>
#include <string_view>

#include "dom/dom.h"

namespace octavo::pdf {

/// Whether words describe what a picture shows. What only repeats the caption of its figure, which is read as well, or a label
/// such as "(1)" does not (PDF/UA-1, 7.3; WCAG 2.1, technique G95).
bool describes(std::string_view words, const dom::Element& picture);

/// "Picture without description", of a formula "Formula without description", in the language; in English for languages that
/// have no words here. UTF-8.
std::string neutralAlternative(const dom::Element& picture, std::string_view language);

/// The Contents of a link's annotation (PDF/UA-1, 7.18.5): its words, those of the pictures in it, or its title; for the way
/// back from a note, words around its number.
std::string linkWords(const dom::Element& link);

}  // namespace octavo::pdf
