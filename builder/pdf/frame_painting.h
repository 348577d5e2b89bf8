// pdf: backgrounds, borders and rules as path operators.
#pragma once

#include "fragment/fragment.h"
#include "pdf/content_stream.h"
#include "pdf/page_plan.h"

namespace octavo::pdf {

void paintFrame(const fragment::Frame& frame, const Rectangle& box, ContentStream& to);
/// Along the longer side of the box, in its middle.
void paintRule(const BorderLine& line, const Rectangle& box, ContentStream& to);

}  // namespace octavo::pdf
