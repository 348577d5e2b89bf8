// layout/inline: the clusters of a line at their places, cut into pieces of one style and direction.
#include <algorithm>

#include "layout/inline/build_line.h"
#include "layout/inline/glue/justify.h"
#include "layout/inline/line_edges.h"
#include "layout/inline/ruby/warichu.h"
#include "text/runs.h"

namespace octavo::layout {

namespace {

class Placer {
 public:
  Placer(const Paragraph& paragraph, const LineRequest& request, Length spread, Context& context)
      : paragraph_(paragraph), text_(paragraph.text), shaped_(paragraph.shaped), items_(paragraph.items.items),
        request_(request), spread_(spread), context_(context) {}

  Line place() {
    line_.isReversed = text_.direction == Direction::RightToLeft;
    line_.firstCluster = items_[request_.firstItem].cluster;
    boxEnd_ = items_[request_.lastItem].gapCluster;
    clusterEnd_ = paragraph_.items.gapEnd(request_.lastItem, shaped_);
    line_.textBegin = textAt(line_.firstCluster);
    line_.textEnd = textAt(clusterEnd_);
    if (items_[request_.lastItem].gap.kind == BreakKind::Hyphen) {
      hyphen_ = shapeHyphen(text_.style(spanAt(line_.textEnd - 1)), context_);
    }
    edges_ = reshapeEdges(text_, shaped_, line_.firstCluster, clusterEnd_);
    fillSlots();
    makePieces();
    order();
    putAll();
    for (Piece& piece : line_.pieces) makeFragment(piece);
    if (request_.endsParagraph && !request_.isLast) partFromNextLine();
    return std::move(line_);
  }

 private:
  std::uint32_t textAt(std::uint32_t cluster) const {
    return cluster < shaped_.clusters.size() ? shaped_.clusters[cluster].text : static_cast<std::uint32_t>(text_.text.size());
  }
  char16_t unitOf(std::uint32_t cluster) const { return text_.text[shaped_.clusters[cluster].text]; }
  bool isBare(std::uint32_t cluster) const { return shaped_.clusters[cluster].run == kNoRun && unitOf(cluster) != kObject; }
  std::uint32_t spanIndexAt(std::uint32_t offset) const {
    const auto after = std::ranges::upper_bound(text_.spans, offset, {}, &TextSpan::begin);
    return static_cast<std::uint32_t>(after - text_.spans.begin()) - 1;
  }
  const TextSpan& spanAt(std::uint32_t offset) const { return text_.spans[spanIndexAt(offset)]; }
  const EdgeCluster* edgeAt(std::uint32_t cluster) const {
    for (const EdgeCluster& edge : edges_) {
      if (edge.cluster == cluster) return &edge;
    }
    return nullptr;
  }
  Slot& slot(std::uint32_t cluster) { return slots_[cluster - line_.firstCluster]; }
  const InlineObject& objectAt(std::uint32_t offset) const {
    return *std::ranges::lower_bound(text_.objects, offset, {}, &InlineObject::offset);
  }

  std::int64_t headBlank() const { return startBlank(paragraph_.items, request_.firstItem, request_.rules); }

  void fillSlots() {
    std::span<const Item> line(items_.data() + request_.firstItem, request_.lastItem - request_.firstItem + 1);
    std::vector<Item> refitted;
    if (!paragraph_.rubyWords.empty() || !paragraph_.warichus.empty()) {
      refitted.assign(line.begin(), line.end());
      line_.rubyParts = fitLineWords(paragraph_, request_, refitted);
      line_.warichuParts = fitLineWarichus(paragraph_, request_, refitted);
      line = refitted;
    }
    const Gap& last = line.back().gap;
    const std::int64_t tailBlank = endBlank(last, request_.ending);
    std::int64_t natural = headBlank() + tailBlank + hyphen_.width.toUnits();
    int leaders = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      natural += line[i].width + (i + 1 < line.size() ? line[i].gap.natural : 0);
      leaders += line[i].isLeader ? 1 : 0;
    }
    for (const EdgeCluster& edge : edges_) natural += edge.advance - edge.oldAdvance;
    const std::int64_t room = request_.width.toUnits() - natural;
    std::int64_t change = leaders == 0 && request_.align == css::TextAlign::Justify ? room : 0;
    if (room < 0 && request_.rules.justifies) change = room;
    const std::vector<std::int64_t> gaps = distribute(line, change);
    slots_.assign(clusterEnd_ - line_.firstCluster, {});
    std::int64_t used = natural;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) used += gaps[i] - line[i].gap.natural;
    const std::int64_t leaderExtra = leaders > 0 && room > 0 ? room / leaders : 0;
    for (const Item& item : line) fillItem(item, leaderExtra);
    for (RubyPart& part : line_.rubyParts) {
      const std::span<const Item> items = line.subspan(part.place.first - request_.firstItem, part.place.end - part.place.first);
      const std::uint32_t begin = items.front().cluster, end = items.back().gapCluster;
      spreadWord(paragraph_, part, items, std::span(slots_).subspan(begin - line_.firstCluster, end - begin));
    }
    for (std::uint32_t i = 0; i < line.size(); ++i) fillGap(request_.firstItem + i, gaps[i]);
    for (const WarichuPart& part : line_.warichuParts) fillRows(part);
    used += leaderExtra * leaders;
    if (!slots_.empty()) {
      slots_.front().before += headBlank();
      if (boxEnd_ > line_.firstCluster) slot(boxEnd_ - 1).after += tailBlank;
    }
    spreadOut();
    line_.used = Length::units(used) + spread_;
  }

  void fillItem(const Item& item, std::int64_t leaderExtra) {
    for (std::uint32_t cluster = item.cluster; cluster < item.gapCluster; ++cluster) {
      Slot& own = slot(cluster);
      const std::uint32_t offset = shaped_.clusters[cluster].text;
      own.box = inkAdvance(shaped_.clusters[cluster]);
      if (const EdgeCluster* edge = edgeAt(cluster)) own.box += edge->advance - edge->oldAdvance;
      if (unitOf(cluster) == kObject) own.box = item.isLeader ? item.width + leaderExtra : objectAt(offset).size.inlineSize.toUnits();
      if (!paragraph_.items.edgeBefore.empty()) {
        own.before += paragraph_.items.edgeBefore[cluster];
        own.after += paragraph_.items.edgeAfter[cluster];
        if (item.isLeader) own.box -= own.before + own.after;
      }
      const bool isInner = cluster + 1 < item.gapCluster;
      if (isInner) own.after += letterSpacingBehind(shaped_.clusters[cluster], text_.style(spanAt(offset)), text_.text[offset]);
    }
  }

  /// The second row begins where the first did: its first cluster goes back, its last one fills the room up.
  void fillRows(const WarichuPart& part) {
    for (std::uint32_t i = part.first; i + 1 < part.end; ++i) {
      if (i + 1 != part.split) fillGap(i, part.warichu->gaps[i - part.warichu->firstItem]);
    }
    if (part.split == part.end) return;
    slot(items_[part.split].cluster).before -= part.firstWidth;
    slot(items_[part.end - 1].gapCluster - 1).after += part.firstWidth - part.secondWidth;
  }

  Length raiseOf(std::uint32_t cluster) const {
    for (const WarichuPart& part : line_.warichuParts) {
      if (cluster < items_[part.first].cluster || cluster >= items_[part.end - 1].gapCluster) continue;
      const bool isSecond = part.split < part.end && cluster >= items_[part.split].cluster;
      return isSecond ? -part.warichu->drop : part.warichu->rise;
    }
    return {};
  }

  void fillGap(std::uint32_t index, std::int64_t gap) {
    const Item& item = items_[index];
    const std::uint32_t space = firstSpace(index);
    if (space != 0 && space < boxEnd_) {
      slot(space).box = gap;
    } else if (item.gapCluster > item.cluster && item.gapCluster < boxEnd_) {
      // Behind words of the other direction the gap stands where the text goes on in its own.
      const std::uint32_t next = items_[index + 1].cluster;
      const bool returns = next < boxEnd_ && levelAt(item.gapCluster - 1) > levelAt(next);
      (returns ? slot(next).before : slot(item.gapCluster - 1).after) += gap;
    }
  }

  /// The first white space in the item's gap that has a glyph; 0 when there is none.
  std::uint32_t firstSpace(std::uint32_t item) const {
    const std::uint32_t end = paragraph_.items.gapEnd(item, shaped_);
    for (std::uint32_t cluster = items_[item].gapCluster; cluster < end; ++cluster) {
      if (isSpaceCluster(text_, shaped_.clusters[cluster])) return cluster;
    }
    return 0;
  }

  void spreadOut() {
    const std::size_t count = boxEnd_ - line_.firstCluster;
    spread(std::span(slots_).first(count), spread_.toUnits(), {css::RubyAlign::SpaceBetween, false, false});
  }

  void makePieces() {
    for (std::uint32_t cluster = line_.firstCluster; cluster < clusterEnd_; ++cluster) {
      if (isBare(cluster)) continue;
      const std::uint32_t offset = shaped_.clusters[cluster].text;
      Piece piece;
      piece.cluster = cluster;
      piece.clusterEnd = cluster + 1;
      piece.span = spanIndexAt(offset);
      piece.level = levelAt(cluster);
      piece.raise = raiseOf(cluster);
      if (unitOf(cluster) == kObject) piece.object = &objectAt(offset);
      if (!line_.pieces.empty() && goesOn(line_.pieces.back(), piece)) {
        line_.pieces.back().clusterEnd = cluster + 1;
      } else {
        line_.pieces.push_back(piece);
      }
    }
    if (hyphen_.width > Length{} && !line_.pieces.empty()) {
      Piece piece = line_.pieces.back();
      piece.cluster = piece.clusterEnd;
      piece.isHyphen = true;
      line_.pieces.push_back(piece);
    }
  }

  bool goesOn(const Piece& before, const Piece& next) const {
    return !before.object && !next.object && before.span == next.span && before.level == next.level && before.raise == next.raise &&
           shaped_.clusters[before.cluster].run == shaped_.clusters[next.cluster].run;
  }

  /// UAX 9, rule L1: white space at the line's end has the paragraph's own level.
  std::uint8_t levelAt(std::uint32_t cluster) const {
    if (cluster >= boxEnd_ || shaped_.levels.empty()) return line_.isReversed ? 1 : 0;
    return shaped_.levels[shaped_.clusters[cluster].text];
  }

  void order() {
    if (shaped_.levels.empty()) {
      for (std::size_t i = 0; i < line_.pieces.size(); ++i) line_.visual.push_back(i);
      return;
    }
    std::vector<std::uint8_t> levels;
    for (const Piece& piece : line_.pieces) levels.push_back(piece.level);
    line_.visual = text::visualOrder(levels);
  }

  Length alignmentOffset() const {
    const Length free = request_.width - line_.used;
    switch (request_.align) {
      case css::TextAlign::Left: return {};
      case css::TextAlign::Right: return free;
      case css::TextAlign::Center: return std::max(free, Length{}).scaled(1, 2);
      case css::TextAlign::End: return line_.isReversed ? Length{} : std::max(free, Length{});
      case css::TextAlign::Start:
      case css::TextAlign::Justify:
      case css::TextAlign::JustifyAll: return line_.isReversed ? free : Length{};
    }
    return {};
  }

  void putAll() {
    line_.offsets.assign(slots_.size(), {});
    Length pen = alignmentOffset();
    for (const std::size_t index : line_.visual) {
      Piece& piece = line_.pieces[index];
      if (piece.isHyphen) {
        piece.left = pen;
        piece.width = hyphen_.width;
        pen += hyphen_.width;
      } else if (piece.level % 2 == 0) {
        pen = putForwards(piece, pen);
      } else {
        pen = putBackwards(piece, pen);
      }
    }
  }

  Length putForwards(Piece& piece, Length pen) {
    for (std::uint32_t cluster = piece.cluster; cluster < piece.clusterEnd; ++cluster) {
      const Slot& own = slot(cluster);
      pen += Length::units(own.before);
      offset(cluster) = pen;
      pen += Length::units(own.box + own.after);
    }
    piece.left = offset(piece.cluster);
    piece.width = offset(piece.clusterEnd - 1) + Length::units(slot(piece.clusterEnd - 1).box) - piece.left;
    return pen;
  }

  Length putBackwards(Piece& piece, Length pen) {
    for (std::uint32_t cluster = piece.clusterEnd; cluster-- > piece.cluster;) {
      const Slot& own = slot(cluster);
      pen += Length::units(own.after);
      offset(cluster) = pen;
      pen += Length::units(own.box + own.before);
    }
    piece.left = offset(piece.clusterEnd - 1);
    piece.width = offset(piece.cluster) + Length::units(slot(piece.cluster).box) - piece.left;
    return pen;
  }

  Length& offset(std::uint32_t cluster) { return line_.offsets[cluster - line_.firstCluster]; }

  void makeFragment(Piece& piece) {
    const TextSpan& span = text_.spans[piece.span];
    if (piece.object && piece.object->box->kind != box::Kind::Leader) return;
    auto made = std::make_shared<LogicalFragment>();
    const css::ComputedStyle& style = text_.style(span);
    fragment::GlyphRun run = piece.isHyphen ? hyphenRun() : piece.object ? leaderRun(piece) : glyphRun(piece);
    if (!run.face) return;
    const bool mayJoin = &piece == &line_.pieces.front() && !piece.object && piece.level == 0;
    if (mayJoin && std::ranges::find(run.glyphs, 0U, &font::Glyph::id) == run.glyphs.end()) run.saidBefore = request_.saidBefore;
    run.color = style.color;
    run.language = style.language;
    const font::Metrics& metrics = run.face->metrics();
    run.baseline = run.size.scaled(metrics.ascent, metrics.unitsPerEm);
    made->size = {piece.width, run.baseline + run.size.scaled(metrics.descent, metrics.unitsPerEm)};
    made->content = std::move(run);
    made->source = span.box->element;
    made->order = span.box->order;
    made->role = piece.object ? fragment::Role::Leader : text_.boxes[span.inlineBox].role;
    piece.fragment = std::move(made);
  }

  /// Lines that the source divides (code, verse, addresses) are words apart to who reads or copies them: a space without
  /// advance, as other line ends have.
  void partFromNextLine() {
    if (line_.pieces.empty() || !line_.pieces.back().fragment) return;
    auto* run = std::get_if<fragment::GlyphRun>(&line_.pieces.back().fragment->content);
    if (!run || run->text.empty() || run->text.back() == u' ' || !run->face->hasGlyph(U' ')) return;
    font::Glyph space;
    space.id = run->face->nominalGlyph(U' ');
    space.cluster = static_cast<std::uint32_t>(run->text.size());
    run->text += u' ';
    run->glyphs.insert(run->direction == Direction::RightToLeft ? run->glyphs.begin() : run->glyphs.end(), space);
  }

  fragment::GlyphRun hyphenRun() const {
    fragment::GlyphRun run;
    run.face = hyphen_.face;
    run.size = text_.style(text_.spans[line_.pieces.back().span]).fontSize;
    run.glyphs = hyphen_.glyphs;
    run.text = u"\xAD";
    for (font::Glyph& glyph : run.glyphs) glyph.cluster = 0;
    return run;
  }

  /// As many patterns as there is room for, flush with the leader's end so that the dots of all lines stand in
  /// columns.
  fragment::GlyphRun leaderRun(Piece& piece) const {
    fragment::GlyphRun run;
    const css::ComputedStyle& style = *piece.object->box->style;
    const SimpleText pattern = shapeSimple(piece.object->box->text, style, style.fontSize, context_);
    if (!pattern.face || pattern.width <= Length{}) return run;
    run.face = pattern.face;
    run.size = style.fontSize;
    const std::int64_t count = std::max<std::int64_t>(0, piece.width.toUnits()) / pattern.width.toUnits();
    for (std::int64_t i = 0; i < count; ++i) {
      for (font::Glyph glyph : pattern.glyphs) {
        glyph.cluster += static_cast<std::uint32_t>(run.text.size());
        run.glyphs.push_back(glyph);
      }
      run.text += pattern.text;
    }
    const Length covered = Length::units(count * pattern.width.toUnits());
    if (piece.level % 2 == 0) piece.left += piece.width - covered;
    piece.width = covered;
    return run;
  }

  fragment::GlyphRun glyphRun(const Piece& piece) {
    const ShapeRun& shape = shaped_.runs[shaped_.clusters[piece.cluster].run];
    fragment::GlyphRun run;
    run.face = shape.face;
    run.size = shape.size;
    const bool isReversed = shape.level % 2 == 1;
    run.direction = isReversed ? Direction::RightToLeft : Direction::LeftToRight;
    std::vector<std::uint32_t> textOffsets;  // in the run's text, by cluster of the piece
    for (std::uint32_t cluster = piece.cluster; cluster < piece.clusterEnd; ++cluster) {
      textOffsets.push_back(static_cast<std::uint32_t>(run.text.size()));
      if (isBare(cluster)) continue;
      const std::uint32_t begin = shaped_.clusters[cluster].text;
      run.text.append(text_.text, begin, shaped_.textEnd(cluster, text_) - begin);
    }
    const std::uint32_t count = piece.clusterEnd - piece.cluster;
    run.glyphs.reserve(count);
    Length end = piece.left;  // where the pen stands after the glyphs so far
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint32_t cluster = isReversed ? piece.clusterEnd - 1 - i : piece.cluster + i;
      if (isBare(cluster)) continue;
      // What gaps add is the advance of the glyph before.
      if (!run.glyphs.empty()) run.glyphs.back().advance += offset(cluster) - end;
      end = addCluster(run, cluster, textOffsets[cluster - piece.cluster]);
    }
    return run;
  }

  /// Returns where the cluster's box ends.
  Length addCluster(fragment::GlyphRun& run, std::uint32_t cluster, std::uint32_t textOffset) {
    const Cluster& source = shaped_.clusters[cluster];
    Length advance;
    const EdgeCluster* edge = edgeAt(cluster);
    const std::span<const font::Glyph> glyphs =
        edge ? std::span(edge->glyphs) : std::span(shaped_.glyphs).subspan(source.glyph, source.glyphCount);
    for (font::Glyph glyph : glyphs) {
      glyph.cluster = textOffset;
      glyph.offsetInline -= Length::units(source.blankBefore);
      advance += glyph.advance;
      run.glyphs.push_back(glyph);
    }
    const Length box = Length::units(slot(cluster).box);
    if (source.glyphCount > 0) run.glyphs.back().advance += box - advance;
    return offset(cluster) + box;
  }

  const Paragraph& paragraph_;
  const InlineText& text_;
  const ShapedText& shaped_;
  const std::vector<Item>& items_;
  const LineRequest& request_;
  Length spread_;
  Context& context_;
  Line line_;
  SimpleText hyphen_;
  std::vector<Slot> slots_;
  std::vector<EdgeCluster> edges_;
  std::uint32_t boxEnd_ = 0, clusterEnd_ = 0;
};

}  // namespace

Line placePieces(const Paragraph& paragraph, const LineRequest& request, Length spread, Context& context) {
  return Placer(paragraph, request, spread, context).place();
}

}  // namespace octavo::layout
