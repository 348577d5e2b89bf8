// layout/inline/ruby: ruby readings beside their bases.
#include <algorithm>
#include <optional>

#include "layout/inline/build_line.h"
#include "layout/inline/ruby/zhuyin.h"

namespace octavo::layout {

namespace {

struct Extent {
  Length left, right;
  Length width() const { return right - left; }
};

/// Sets the readings of one line's words.
class ReadingPlacer {
 public:
  ReadingPlacer(const Paragraph& paragraph, const Line& line, Context& context)
      : paragraph_(paragraph), text_(paragraph.text), line_(line), context_(context) {}

  std::vector<PlacedLogical> place() {
    for (const RubyPart& part : line_.rubyParts) placePart(part);
    return std::move(placed_);
  }

 private:
  Length offsetOf(std::uint32_t cluster) const { return line_.offsets[cluster - line_.firstCluster]; }

  /// From the first to the last box of the item's clusters on paper.
  Extent extentOf(std::uint32_t first, std::uint32_t end) const {
    std::optional<Extent> extent;
    const std::vector<Item>& items = paragraph_.items.items;
    for (std::uint32_t cluster = items[first].cluster; cluster < items[end - 1].gapCluster; ++cluster) {
      const Piece* piece = pieceAt(line_, cluster);
      if (!piece) continue;
      const Length left = offsetOf(cluster);
      const Length right = left + (piece->object ? piece->width : Length::units(inkAdvance(paragraph_.shaped.clusters[cluster])));
      extent = extent ? Extent{std::min(extent->left, left), std::max(extent->right, right)} : Extent{left, right};
    }
    return extent.value_or(Extent{});
  }

  void placePart(const RubyPart& part) {
    const std::uint32_t cluster = paragraph_.items.items[part.place.first].cluster;
    const Piece* piece = pieceAt(line_, cluster);
    if (!piece) return;
    const bool isReversed = piece->level % 2 == 1;
    const Length start = offsetOf(cluster) - part.lead;
    for (std::uint32_t item = part.place.first; item < part.place.end; ++item) {
      const std::int64_t pair = paragraph_.items.items[item].ruby;
      if (pair < 0) continue;
      if (isReversed) {
        placeOver(text_.rubies[static_cast<std::size_t>(pair)].reading, *piece, centred(item, item + 1),
                  paragraph_.readings[static_cast<std::size_t>(pair)]);
      } else {
        placeOwn(part, item, start, static_cast<std::size_t>(pair));
      }
    }
    placeSpanning(part, start, *piece);
  }

  void placeOwn(const RubyPart& part, std::uint32_t item, Length start, std::size_t pair) {
    const std::size_t index = item - part.place.first;
    const Reading& reading = paragraph_.readings[pair];
    const RubyPair& source = text_.rubies[pair];
    const Piece* piece = pieceAt(line_, paragraph_.items.items[item].cluster);
    if (!piece || reading.parts.empty()) return;
    const Length room = Length::units(part.fit.rooms[index]);
    const Length left = start + Length::units(part.fit.bases[index]);
    if (source.reading.side == RubySide::Beside) {
      placeColumn(reading, source, *piece, left + room - columnWidth(text_, source));
      return;
    }
    const std::int64_t asked = part.word->bases[item - part.word->firstItem].reading;
    const Length at = start + Length::units(part.fit.readings[index]);
    const bool isCentred = part.fit.readings[index] == part.fit.bases[index] + (part.fit.rooms[index] - asked) / 2;
    if (isCentred && Length::units(asked) <= room) {
      placeOver(source.reading, *piece, {left, left + room}, reading);
    } else {
      placeOver(source.reading, *piece, {at, at + Length::units(asked)}, reading);
    }
  }

  void placeSpanning(const RubyPart& part, Length start, const Piece& piece) {
    const auto place = [&](const RubyReading& source, const Reading& reading) {
      std::int64_t from = 0, to = 0, total = 0;
      for (std::uint32_t i = part.word->firstItem; i < part.word->endItem; ++i) {
        if (i == part.place.first) from = total;
        total += part.word->bases[i - part.word->firstItem].base;
        if (i + 1 == part.place.end) to = total;
      }
      const ReadingSlice slice = sliceOf(reading, from, to, total);
      Extent extent = extentOf(part.place.first, part.place.end);
      if (slice.width > extent.width()) {
        const bool isFlushed = piece.level % 2 == 0 && !part.word->isLoose;
        const Length left = isFlushed ? start + Length::units(part.fit.spanning)
                                      : extent.left + (extent.width() - slice.width).scaled(1, 2);
        extent = {left, left + std::max(slice.width, Length::units(part.fit.width))};
      }
      placeSlice(source, piece, extent, slice, reading.isCjk);
    };
    for (const std::uint32_t span : part.word->spans) place(text_.rubySpans[span].reading, paragraph_.spanReadings[span]);
    if (part.word->loosePair < 0) return;
    const auto pair = static_cast<std::size_t>(part.word->loosePair);
    place(text_.rubies[pair].reading, paragraph_.readings[pair]);
  }

  Extent centred(std::uint32_t first, std::uint32_t end) const { return extentOf(first, end); }

  void placeOver(const RubyReading& source, const Piece& piece, const Extent& over, const Reading& reading) {
    if (!reading.parts.empty()) placeSlice(source, piece, over, sliceOf(reading, 0, 1, 1), reading.isCjk);
  }

  /// Spreads a reading over its base as ruby-align says; words in letters stay together.
  void placeSlice(const RubyReading& source, const Piece& piece, const Extent& over, const ReadingSlice& slice, bool isCjk) {
    if (slice.pieces.empty()) return;
    const css::ComputedStyle& style = *source.boxes.front()->style;
    const Length extra = over.width() - slice.width;
    std::int64_t letters = 0;
    for (const ReadingSlice::Piece& part : slice.pieces) letters += lettersOf(part);
    Length gap, left = over.left + extra.scaled(1, 2);
    if (extra > Length{}) {
      if (style.rubyAlign == css::RubyAlign::Start) left = over.left;
      if (isCjk && style.rubyAlign == css::RubyAlign::SpaceAround) {
        gap = extra.scaled(1, letters);
        left = over.left + gap.scaled(1, 2);
      } else if (isCjk && style.rubyAlign == css::RubyAlign::SpaceBetween && letters > 1) {
        gap = extra.scaled(1, letters - 1);
        left = over.left;
      }
    }
    const bool isUnder = source.side == RubySide::Under;
    const Length lane = isUnder ? source.lane : -source.lane;
    const Length baseline = overOffset(paragraph_, piece, style.fontSize, isUnder) + lane;
    for (const ReadingSlice::Piece& part : slice.pieces) {
      const Length inside = Length::units(gap.toUnits() * (lettersOf(part) - 1));
      const Line own = setPart(part, inside);
      for (const Piece& each : own.pieces) {
        if (!each.fragment) continue;
        const Length ascent = std::get<fragment::GlyphRun>(each.fragment->content).baseline;
        placed_.push_back({{left + each.left, baseline - ascent}, each.fragment});
      }
      left += own.used + gap;
    }
  }

  static std::int64_t lettersOf(const ReadingSlice::Piece& part) {
    const std::vector<Item>& items = part.paragraph->items.items;
    return static_cast<std::int64_t>(items[part.end - 1].gapCluster) - items[part.first].cluster;
  }

  Line setPart(const ReadingSlice::Piece& part, Length spread) {
    LineRequest request;
    request.firstItem = part.first;
    request.lastItem = part.end - 1;
    request.width = request.containerWidth = Length::infinite();
    request.align = css::TextAlign::Left;
    request.rules.justifies = false;
    return placePieces(*part.paragraph, request, spread, context_);
  }

  void placeColumn(const Reading& reading, const RubyPair& pair, const Piece& piece, Length left) {
    const InlineBox& base = text_.boxes[text_.spans[piece.span].inlineBox];
    for (PlacedLogical& placed : setZhuyin(*reading.parts.front(), base.style->fontSize, context_)) {
      placed.at.inlineStart += left;
      placed.at.blockStart -= text_.boxes[pair.inlineBox].shift;
      placed_.push_back(std::move(placed));
    }
  }

  const Paragraph& paragraph_;
  const InlineText& text_;
  const Line& line_;
  Context& context_;
  std::vector<PlacedLogical> placed_;
};

}  // namespace

std::vector<PlacedLogical> placeReadings(const Paragraph& paragraph, const Line& line, Context& context) {
  return ReadingPlacer(paragraph, line, context).place();
}

}  // namespace octavo::layout
