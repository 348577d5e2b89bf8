// vocabulary/docbook: what is numbered, and what a reference to an element says.
#pragma once

#include <string>

#include "vocabulary/docbook/reading.h"
#include "vocabulary/numerals.h"

namespace octavo::vocabulary::docbook {

/// Finds ids, glossary entries and numbers: parts (I), chapters (1), appendices (A) of a book, through the book;
/// figures, tables, examples, equations and titled procedures by their chapter (2.1) or through the document. A label
/// attribute is taken as it is written.
void indexDocument(Reading& reading);

/// "Chapter 2", "Figure 2.1"; empty for what has no number.
std::string labelOf(const dom::Element& source, const Reading& reading);

/// What a reference without words of its own shows: the target's xreflabel, label, title, term or name. Empty where the
/// target has nothing of the kind.
std::string wordsOf(const dom::Element& target, const Reading& reading);

/// The first number of an ordered list, with its continuation and startingnumber.
int firstNumber(const dom::Element& list, const Reading& reading);

}  // namespace octavo::vocabulary::docbook
