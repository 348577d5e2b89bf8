// layout/inline: what a cluster takes in a line.
#include "layout/inline/items.h"

namespace octavo::layout {

namespace {

/// Arabic, Syriac, N'Ko, Mandaic, Mongolian, Phags-pa: letters that join are never torn apart.
bool isCursive(char16_t unit) {
  return (unit >= 0x0600 && unit <= 0x077F) || (unit >= 0x07C0 && unit <= 0x07FF) || (unit >= 0x0840 && unit <= 0x08FF) ||
         (unit >= 0x1800 && unit <= 0x18AF) || (unit >= 0xA840 && unit <= 0xA877) || (unit >= 0xFB50 && unit <= 0xFDFF) ||
         (unit >= 0xFE70 && unit <= 0xFEFC);
}

}  // namespace

std::int64_t letterSpacingBehind(const Cluster& cluster, const css::ComputedStyle& style, char16_t unit) {
  if (cluster.glyphCount == 0 || style.letterSpacing == Length{}) return 0;
  return isCursive(unit) ? 0 : static_cast<std::int64_t>(style.letterSpacing.toUnits());
}

std::int64_t inkAdvance(const Cluster& cluster) { return cluster.advance - cluster.blankBefore - cluster.blankAfter; }

bool isSpaceCluster(const InlineText& text, const Cluster& cluster) {
  const char16_t unit = text.text[cluster.text];
  if (cluster.run == kNoRun || (unit != u' ' && unit != u'\xA0')) return false;
  // CSS Text 3, section 3: with break-spaces a space takes room wherever it stands, as a letter does.
  return !text.hasBreakSpaces || text.style(text.spanAt(cluster.text)).whiteSpaceCollapse != css::WhiteSpaceCollapse::BreakSpaces;
}

}  // namespace octavo::layout
