// epub: letters and their marks as one character, which readers search and checkers ask for.
#pragma once

#include <string>

namespace octavo::epub {

/// Composes the words of a document (text/normalization.h), each piece between tags and each tag for itself: a mark never
/// joins a bracket of markup. Returns whether there was anything to do. HTML, "Normalization Form C"; Character Model for
/// the World Wide Web: String Matching, section 3.
bool composeMarkup(std::string& markup);

}  // namespace octavo::epub
