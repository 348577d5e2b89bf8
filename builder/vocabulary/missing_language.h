// vocabulary: the language of a document that does not say it.
#pragma once

#include "base/diagnostics.h"
#include "dom/dom.h"

namespace octavo::vocabulary {

/// Gives the root an xml:lang where neither it nor most of the text below says a language and the words betray it;
/// says so once (lang-guessed).
void guessMissingLanguage(dom::Document& document, Diagnostics& diagnostics);

}  // namespace octavo::vocabulary
