// xml: from a file's bytes to checked UTF-8 text.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace octavo::xml {

/// Finds the encoding (XML 1.0, appendix F), converts, makes every line end a line feed and checks that only
/// XML's characters occur. `encoding`, where not empty, weighs more than a declaration and less than a byte order
/// mark. Throws BuildError: xml-empty, xml-not-xml, xml-encoding, xml-character.
const SourceFile& addXmlSource(std::string_view bytes, std::string name, SourceFiles& sources,
                               Diagnostics& diagnostics, std::string_view encoding = {});

/// The same for an external entity, which may hold anything, also nothing.
const SourceFile& addEntitySource(std::string_view bytes, std::string name, SourceFiles& sources,
                                  Diagnostics& diagnostics);

/// The same for text that is no XML (an XInclude with parse="text"): no declaration is looked for, `encoding`
/// may be empty (a byte order mark, else UTF-8).
const SourceFile& addTextSource(std::string_view bytes, std::string name, std::string_view encoding,
                                SourceFiles& sources, Diagnostics& diagnostics);

/// The same for HTML: the encoding may stand in a meta element (HTML, section 13.2.3.2), characters that XML does not
/// know become U+FFFD.
const SourceFile& addHtmlSource(std::string_view bytes, std::string name, SourceFiles& sources,
                                Diagnostics& diagnostics, std::string_view encoding);

}  // namespace octavo::xml
