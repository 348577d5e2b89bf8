// vocabulary/docbook: elements of other namespaces: MathML, XHTML, SVG.
#pragma once

#include "vocabulary/docbook/reading.h"

namespace octavo::vocabulary::docbook {

/// Formulas are copied, XHTML's own elements stay what they are, a drawing is told by its words. False for anything
/// else.
bool convertForeign(const dom::Element& source, dom::Element& into, Reading& reading);
bool isForeignInline(const dom::Element& source);
/// The formula, displayed or in the line; `alternative` is used where it has no alttext of its own.
void appendMath(const dom::Element& source, dom::Element& into, bool isDisplayed, std::string alternative,
                Reading& reading);

}  // namespace octavo::vocabulary::docbook
