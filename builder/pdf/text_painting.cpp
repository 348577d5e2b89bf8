// pdf: a run of glyphs as text operators.
#include "pdf/text_painting.h"

#include <algorithm>
#include <span>
#include <vector>

namespace octavo::pdf {

namespace {

using fragment::GlyphRun;

/// Lengths along the line in millionths of a point, so that widths in 1/1000 em times sizes in 1/1000 pt are
/// exact.
using MicroPoints = std::int64_t;

MicroPoints toMicroPoints(Length length) { return length.toUnits() * 15625 / 1024; }

/// The least difference that is worth a number in the stream, in 1/1000 em: 0.02 pt at a size of 10.
constexpr std::int64_t kTolerance = 2;
constexpr MicroPoints kVerticalAdvance = 1000;  // DW2 of the vertical fonts

class RunPainter {
 public:
  RunPainter(const GlyphRun& run, const RunPlace& place, const FontUsage& fonts, ContentStream& to)
      : run_(run),
        place_(place),
        to_(to),
        font_(fonts.numberOf(run)),
        program_(fonts.programOf(font_)),
        size_(toMilliPoints(run.size)) {}

  void paint() {
    if (size_ <= 0) return;
    to_.fillColor(run_.color);
    start_ = origin();
    to_.font(font_, size_);
    to_.textAt(start_, turn());
    if (run_.direction == Direction::RightToLeft && !place_.isArtifact && !run_.isSaidElsewhere && !isDown()) {
      paintReversed();
      return to_.endShow();
    }
    if (!place_.isArtifact && run_.isSaidElsewhere) to_.beginActualText({});
    const std::size_t word = place_.isArtifact ? 0 : wordBehindInitial();
    if (word > 0) to_.beginActualText(run_.saidBefore + run_.text.substr(0, word));
    isInSpan_ = run_.isSaidElsewhere || word > 0;
    std::size_t said = 0;
    forEachCluster(run_, [&](const Cluster& cluster) {
      if (word > 0 && said >= word && isInSpan_) endWord();
      paintCluster(cluster);
      said += cluster.text.size();
    });
    if (isInSpan_ && !place_.isArtifact) endWord();
    to_.rise(0);
    to_.endShow();
  }

 private:
  /// How much of the run's text goes with the initial letter before it: up to a space, or one East Asian character.
  std::size_t wordBehindInitial() const {
    constexpr char16_t kFirstEastAsian = u'\x2E80';
    if (run_.saidBefore.empty() || run_.direction == Direction::RightToLeft || run_.glyphs.empty()) return 0;
    std::size_t end = firstCharacterLength(run_.text);
    if (run_.saidBefore.back() == u' ') return end;
    while (end < run_.text.size() && run_.text[end] != u' ' && run_.text[end] < kFirstEastAsian) ++end;
    return end;
  }

  void endWord() {
    to_.endActualText();
    isInSpan_ = false;
  }

  bool isDown() const { return run_.vertical || run_.sideways; }
  Turn turn() const { return run_.turnedLeft ? Turn::Left : run_.sideways ? Turn::Right : Turn::None; }

  /// Where the baseline begins. A vertical run's line starts at the right: so does the distance to its
  /// baseline.
  PdfPoint origin() const {
    if (run_.turnedLeft) return to_.toPdf({place_.at.left + run_.baseline, place_.at.top + place_.size.height});
    if (!isDown()) return to_.toPdf({place_.at.left, place_.at.top + run_.baseline});
    return to_.toPdf({place_.at.left + place_.size.width - run_.baseline, place_.at.top});
  }

  /// Glyphs that one string can show, or that one ActualText covers.
  struct Stretch {
    std::size_t first = 0, end = 0;
    MicroPoints start = 0;
    std::u16string_view said;  // where the glyphs do not carry it
    bool isMissing = false;
  };

  /// From right to left: the stream holds the text in the order in which it is read, the glyphs of a string in that in which
  /// they stand (ISO 32000-1, 14.8.2.3.3).
  void paintReversed() {
    const std::vector<Stretch> stretches = stretchesOf();
    for (auto stretch = stretches.rbegin(); stretch != stretches.rend(); ++stretch) {
      const auto glyphs = std::span(run_.glyphs).subspan(stretch->first, stretch->end - stretch->first);
      asked_ = stretch->start;
      if (stretch->isMissing) {
        paintMissing(glyphs, stretch->said);
        continue;
      }
      moveTo(asked_ + toMicroPoints(glyphs.front().offsetInline));
      const bool isSaid = !stretch->said.empty(), isReversed = !isSaid && glyphs.size() > 1;
      if (isSaid) to_.beginActualText(stretch->said);
      if (isReversed) to_.beginReversed();
      for (const font::Glyph& glyph : glyphs) paintGlyph(glyph);
      if (isSaid) to_.endActualText();
      if (isReversed) to_.endReversed();
      to_.rise(0);
    }
  }

  /// From left to right.
  std::vector<Stretch> stretchesOf() const {
    std::vector<Stretch> stretches;
    bool isOpen = false;  // the last one may go on
    MicroPoints asked = 0, pen = 0;
    forEachCluster(run_, [&](const Cluster& cluster) {
      const auto glyphs = std::span(run_.glyphs).subspan(cluster.firstGlyph, cluster.endGlyph - cluster.firstGlyph);
      const bool isMissing = std::ranges::find(glyphs, 0U, &font::Glyph::id) != glyphs.end();
      const bool isWhole = isMissing || !isCarried(cluster);
      if (isWhole) stretches.push_back({cluster.firstGlyph, cluster.endGlyph, asked, cluster.text, isMissing});
      const bool isSingle = !isWhole && glyphs.size() == 1 && glyphs[0].offsetBlock == Length{};
      for (std::size_t i = cluster.firstGlyph; i < cluster.endGlyph; ++i) {
        const font::Glyph& glyph = run_.glyphs[i];
        const MicroPoints wanted = asked + toMicroPoints(glyph.offsetInline);
        const std::int64_t lag = rounded(wanted - pen);
        const bool goesOn = isSingle && isOpen && lag < kTolerance && lag > -kTolerance;
        if (goesOn) stretches.back().end = i + 1;
        if (!goesOn && !isWhole) stretches.push_back({i, i + 1, asked, {}, false});
        if (!goesOn) pen = wanted;
        pen += MicroPoints{program_.glyph(glyph.id).width} * size_;
        asked += toMicroPoints(glyph.advance);
      }
      isOpen = isSingle;
    });
    return stretches;
  }

  void paintCluster(const Cluster& cluster) {
    const auto glyphs =
        std::span(run_.glyphs).subspan(cluster.firstGlyph, cluster.endGlyph - cluster.firstGlyph);
    if (std::ranges::find(glyphs, 0U, &font::Glyph::id) != glyphs.end())
      return paintMissing(glyphs, cluster.text);
    const bool isSpan = !place_.isArtifact && !isInSpan_ && !isCarried(cluster) && !cluster.text.empty();
    if (isSpan) to_.beginActualText(cluster.text);
    for (const font::Glyph& glyph : glyphs) paintGlyph(glyph);
    if (isSpan) to_.endActualText();
  }

  bool isCarried(const Cluster& cluster) const {
    if (!isOneToOne(cluster)) return false;
    for (std::size_t i = cluster.firstGlyph; i < cluster.endGlyph; ++i) {
      const std::u16string_view text = characterAt(cluster, i - cluster.firstGlyph, run_.direction);
      if (!program_.carries(run_.glyphs[i].id, text)) return false;
    }
    return true;
  }

  void paintGlyph(const font::Glyph& glyph) {
    const MicroPoints wanted = asked_ + toMicroPoints(glyph.offsetInline);
    asked_ += toMicroPoints(glyph.advance);
    const std::int64_t lag = rounded(wanted - pen_);
    if (lag >= kTolerance || lag <= -kTolerance) {
      to_.adjust(run_.vertical ? lag : -lag);
      pen_ += lag * size_;
    }
    shift(toMilliPoints(glyph.offsetBlock));
    const GlyphUse& use = program_.glyph(glyph.id);
    to_.showCode(use.code);
    pen_ += (run_.vertical ? kVerticalAdvance : MicroPoints{use.width}) * size_;
  }

  std::int64_t rounded(MicroPoints difference) const {
    return (difference >= 0 ? difference + size_ / 2 : difference - size_ / 2) / size_;
  }

  /// Off the baseline. Text rise only goes up: in vertical text the shift goes to the side, by a new origin.
  void shift(MilliPoints towardsBlockStart) {
    if (!run_.vertical) return to_.rise(towardsBlockStart);
    if (towardsBlockStart == sideways_) return;
    sideways_ = towardsBlockStart;
    moveTo(pen_);
  }

  void moveTo(MicroPoints pen) {
    to_.endShow();
    const MilliPoints along = pen / 1000;
    pen_ = along * 1000;
    to_.textAt(pointAt(along), turn());
  }

  /// On the baseline.
  PdfPoint pointAt(MilliPoints along) const {
    if (run_.turnedLeft) return {start_.x, start_.y + along};
    return isDown() ? PdfPoint{start_.x + sideways_, start_.y - along} : PdfPoint{start_.x + along, start_.y};
  }

  void paintMissing(std::span<const font::Glyph> glyphs, std::u16string_view text) {
    MicroPoints advance = 0;
    for (const font::Glyph& glyph : glyphs) advance += toMicroPoints(glyph.advance);
    const MilliPoints along = asked_ / 1000;
    const MilliPoints length = std::max<MilliPoints>(advance / 1000 * 4 / 5, 1);
    const MilliPoints height = size_ * 7 / 10;
    if (!place_.isArtifact) to_.beginMarked("/Span", actualText(text));
    to_.strokeColor(run_.color);
    to_.operation({size_ / 25}, "w");
    if (run_.turnedLeft) {
      to_.rectangle({start_.x - height, start_.y + along}, height, length);
    } else if (isDown()) {
      to_.rectangle({start_.x - height / 2, start_.y - along - length}, height, length);
    } else {
      to_.rectangle({start_.x + along, start_.y}, length, height);
    }
    to_.operation({}, "S");
    if (!place_.isArtifact) {
      showUnseen(along, advance);
      to_.endMarked();
    }
    asked_ += advance;
    moveTo(asked_);
  }

  /// Readers copy an ActualText only where glyphs are shown: one of the font's own, invisible and as wide as
  /// the box, carries it.
  void showUnseen(MilliPoints along, MicroPoints advance) {
    const std::uint32_t glyph = program_.anyGlyph();
    if (glyph == 0) return;
    const GlyphUse& use = program_.glyph(glyph);
    const MicroPoints natural = std::max<MicroPoints>(MicroPoints{use.width} * size_, 1);
    moveTo(along * 1000);
    to_.beginUnseen(advance * 100'000 / natural);
    to_.showCode(use.code);
    to_.endUnseen();
  }

  const GlyphRun& run_;
  const RunPlace& place_;
  ContentStream& to_;
  std::size_t font_;
  const FontProgram& program_;
  MilliPoints size_;
  PdfPoint start_;
  MilliPoints sideways_ = 0;
  bool isInSpan_ = false;  // with an ActualText for several clusters
  MicroPoints asked_ = 0;  // where layout wants the pen
  MicroPoints pen_ = 0;    // where a viewer's pen is
};

}  // namespace

void paintRun(const GlyphRun& run, const RunPlace& place, const FontUsage& fonts, ContentStream& to) {
  RunPainter(run, place, fonts, to).paint();
}

}  // namespace octavo::pdf
