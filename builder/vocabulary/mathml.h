// vocabulary: MathML as both outputs may carry it: presentation only, every element with the children it needs.
#pragma once

#include "vocabulary/conversion.h"

namespace octavo::vocabulary {

/// The content of a MathML element, copied below `into`. White space between elements goes; content markup becomes
/// presentation where it is a constant and a row of its words otherwise (unknown-element); a fraction, script, root or table
/// with too few or too many parts is mended with empty or joined rows (math-malformed). What MathML Core no longer has
/// (mfenced, mlabeledtr, maction, letters of other alphabets by an attribute) is written in what it has. Paper's signs are
/// noted (math_line.h).
void copyMath(const dom::Element& source, dom::Element& into, Conversion& conversion);

/// The attributes that MathML 3 knows, where their values are such as it knows (math-malformed); ids and what only the
/// source's tools need are left out.
void copyMathAttributes(const dom::Element& source, dom::Element& into, Conversion& conversion);

}  // namespace octavo::vocabulary
