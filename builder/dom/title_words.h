// dom: the words of a title where there is room for text only.
#pragma once

#include <string>

#include "dom/dom.h"

namespace octavo::dom {

/// The words of a heading, a caption or a name as contents, metadata, references and running heads show them: base text of
/// ruby; no notes, their calls, marks, index terms or remarks; a break is one blank, none between ideographs; powers and
/// inferiors as the characters for them (10⁶, H₂O) or behind ^ and _; formulas and pictures by their alternative text; no
/// soft hyphens. For elements of a source as well as for what readers make of them.
std::string titleWords(const Element& element);

}  // namespace octavo::dom
