// vocabulary: the language of a document that does not say it.
#pragma once

#include "base/diagnostics.h"
#include "dom/dom.h"

namespace octavo::vocabulary {

/// Gives a root without an xml:lang the one that most of the text below says; where none does, the one that the words
/// betray, and says so (lang-guessed).
void guessMissingLanguage(dom::Document& document, Diagnostics& diagnostics);

}  // namespace octavo::vocabulary
