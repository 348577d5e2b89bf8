// pdf: a run of glyphs as text operators.
#pragma once

#include "fragment/fragment.h"
#include "pdf/content_stream.h"
#include "pdf/font_usage.h"

namespace octavo::pdf {

/// Shows the run of a fragment of this size at this place. Where ToUnicode cannot give the text back, the
/// glyphs stand in a Span with ActualText, unless the run is an artifact. A missing glyph becomes an empty
/// box: .notdef must not be shown (PDF/UA-1, 7.21.8).
struct RunPlace {
  PhysicalPoint at;
  PhysicalSize size;
  bool isArtifact = false;
};
void paintRun(const fragment::GlyphRun& run, const RunPlace& place, const FontUsage& fonts,
              ContentStream& to);

}  // namespace octavo::pdf
