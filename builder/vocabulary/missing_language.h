// vocabulary: the language of a document that does not say it, or not exactly.
#pragma once

#include <string_view>

#include "base/diagnostics.h"
#include "dom/dom.h"

namespace octavo::vocabulary {

/// What is said of a document's language outside of it (BCP 47).
struct OutsideLanguages {
  std::string_view asked = {};   // by the user: nothing is guessed
  std::string_view around = {};  // of the booklet: what a guess has to differ from
};

/// Gives a root without an xml:lang the one that most of the text below says; where none does, the one that the words
/// betray, and says so (lang-guessed). Chinese without script and region (BCP 47: zh says nothing of either) gets those
/// of a title or text that says them, or else, where the characters are Traditional, zh-Hant.
void guessMissingLanguage(dom::Document& document, Diagnostics& diagnostics, const OutsideLanguages& outside = {});

}  // namespace octavo::vocabulary
