// xml: HTML that is no XML, as a tree.
#pragma once

#include "base/diagnostics.h"
#include "dom/dom.h"

namespace octavo::xml {

/// Reads tag soup by the rules of the HTML standard (section 13.2): no text is refused for its tags. The root is an
/// `html` with `head` and `body` in XHTML's namespace; SVG and MathML have theirs. Throws BuildError: xml-too-deep,
/// html-too-large.
dom::Document parseHtml(const SourceFile& source);

}  // namespace octavo::xml
