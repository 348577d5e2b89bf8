// xml: why a text is not well-formed, told better than the parser does.
#pragma once

#include <string_view>

#include "base/diagnostics.h"

namespace octavo::xml {

/// Throws BuildError (xml-not-well-formed, xml-not-xml for HTML) for a text that the parser refused with
/// `message` at `offset`. Scans the tags to name the two that do not fit.
[[noreturn]] void refuseNotWellFormed(const SourceFile& source, std::size_t offset, std::string_view message);

/// HTML that makes no claim to be XML: no declaration, no namespace.
bool looksLikeHtml(std::string_view text);

}  // namespace octavo::xml
