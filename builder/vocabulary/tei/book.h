// vocabulary/tei: a document as one chapter, or a book as title page, parts, chapters and appendices.
#pragma once

#include <vector>

#include "vocabulary/tei/reading.h"

namespace octavo::vocabulary::tei {

/// True for a corpus, a group of texts, a text with a title page, and one with two divisions named chapter, part, act
/// or the like.
bool isBook(const dom::Element& document);

void convertBook(const dom::Element& document, std::vector<Division>& divisions, Reading& reading);

/// Title block, text, and the header's other statements.
void convertArticle(const dom::Element& document, dom::Element& into, Reading& reading);

}  // namespace octavo::vocabulary::tei
