// epub: what the content offers to readers with other eyes, ears and hands, found in the content itself.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "publication/publication.h"

namespace octavo::epub {

/// EPUB Accessibility 1.1, section 2 (discovery metadata).
struct AccessibilityMetadata {
  std::vector<std::string> accessModes;            // textual, visual
  std::vector<std::string> accessModesSufficient;  // textual; textual,visual
  std::vector<std::string> features;
  std::string hazard = "none";
  std::string summary;          // in `summaryLanguage`
  std::string summaryLanguage;  // BCP 47
  bool conforms = false;        // nothing was found that WCAG 2.2 AA forbids
};

/// Looks through all chapters. Reports (epub-not-accessible) what keeps the book from claiming conformance.
AccessibilityMetadata describeAccessibility(const publication::Publication& publication, bool hasPageList,
                                            Diagnostics& diagnostics);

}  // namespace octavo::epub
