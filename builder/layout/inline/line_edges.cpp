// layout/inline: glyphs at the ends of a line, where the shaping of the paragraph does not hold.
#include "layout/inline/line_edges.h"

#include <algorithm>

namespace octavo::layout {

namespace {

class EdgeShaper {
 public:
  EdgeShaper(const InlineText& text, const ShapedText& shaped) : text_(text), shaped_(shaped) {}

  /// Whether the shaping holds when a line is cut before the cluster.
  bool holdsBefore(std::uint32_t cluster) const {
    if (cluster == 0 || cluster >= shaped_.clusters.size()) return true;
    const Cluster& after = shaped_.clusters[cluster];
    const bool isInsideRun = after.run != kNoRun && shaped_.clusters[cluster - 1].run == after.run;
    return !isInsideRun || after.glyphCount == 0 || !shaped_.glyphs[after.glyph].unsafeToBreak;
  }

  /// Shapes the clusters again as if nothing stood beside them.
  void reshape(std::uint32_t begin, std::uint32_t end, std::vector<EdgeCluster>& to) const {
    const ShapeRun& run = shaped_.runs[shaped_.clusters[begin].run];
    const std::u16string& source = shaped_.substituted.empty() ? text_.text : shaped_.substituted;
    const std::uint32_t textEnd = shaped_.textEnd(end - 1, text_);
    const std::vector<font::Glyph> glyphs = font::shape(
        {run.face, run.size, source, shaped_.clusters[begin].text, textEnd, run.script,
         run.languageSystem.empty() ? run.language : run.languageSystem,
         run.level % 2 == 1 ? Direction::RightToLeft : Direction::LeftToRight, false, run.features});
    std::vector<EdgeCluster> made;
    for (std::uint32_t cluster = begin; cluster < end; ++cluster) {
      const Cluster& old = shaped_.clusters[cluster];
      if (old.blankBefore != 0 || old.blankAfter != 0) return;  // full-width marks are never kerned
      EdgeCluster edge{cluster, {}, 0, old.advance};
      for (const font::Glyph& glyph : glyphs) {
        if (glyph.cluster < old.text || glyph.cluster >= shaped_.textEnd(cluster, text_)) continue;
        edge.glyphs.push_back(glyph);
        edge.advance += static_cast<std::int64_t>(glyph.advance.toUnits());
      }
      if (edge.glyphs.empty()) return;  // the letters joined otherwise than before: the old shaping stands
      made.push_back(std::move(edge));
    }
    to.insert(to.end(), std::make_move_iterator(made.begin()), std::make_move_iterator(made.end()));
  }

 private:
  const InlineText& text_;
  const ShapedText& shaped_;
};

}  // namespace

std::vector<EdgeCluster> reshapeEdges(const InlineText& text, const ShapedText& shaped, std::uint32_t begin, std::uint32_t end) {
  std::vector<EdgeCluster> edges;
  const EdgeShaper shaper(text, shaped);
  std::uint32_t headEnd = begin;
  if (begin < end && !shaper.holdsBefore(begin)) {
    headEnd = begin + 1;
    while (headEnd < end && !shaper.holdsBefore(headEnd)) ++headEnd;
    shaper.reshape(begin, headEnd, edges);
  }
  if (begin < end && !shaper.holdsBefore(end)) {
    std::uint32_t tail = end - 1;
    while (tail > headEnd && !shaper.holdsBefore(tail)) --tail;
    if (tail >= headEnd) shaper.reshape(tail, end, edges);
  }
  return edges;
}

}  // namespace octavo::layout
