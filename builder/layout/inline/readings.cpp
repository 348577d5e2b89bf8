// layout/inline: ruby readings over or under their bases.
#include <algorithm>
#include <optional>

#include "layout/inline/build_line.h"

namespace octavo::layout {

namespace {

struct Extent {
  Length left, right;
};

/// From the first to the last box of the base's clusters; nothing when the base is not on this line.
std::optional<Extent> baseExtent(const Paragraph& paragraph, const Line& line, const RubyPair& pair, const Piece*& onPiece) {
  std::optional<Extent> extent;
  for (const Piece& piece : line.pieces) {
    if (piece.isHyphen) continue;
    for (std::uint32_t cluster = piece.cluster; cluster < piece.clusterEnd; ++cluster) {
      const Cluster& own = paragraph.shaped.clusters[cluster];
      if (own.text < pair.begin || own.text >= pair.end) continue;
      const Length left = line.offsets[cluster - line.firstCluster];
      const Length right = left + (piece.object ? piece.width : Length::units(inkAdvance(own)));
      onPiece = &piece;
      extent = extent ? Extent{std::min(extent->left, left), std::max(extent->right, right)} : Extent{left, right};
    }
  }
  return extent;
}

/// Kana and Han are spread over a longer base; Latin and bopomofo words stay together.
bool isSpreadable(const Paragraph& reading) {
  return std::ranges::all_of(reading.text.classes, [](text::CharacterClass kind) { return text::isCjk(kind); });
}

}  // namespace

std::vector<PlacedLogical> placeReadings(const Paragraph& paragraph, const Line& line, Context& context) {
  std::vector<PlacedLogical> placed;
  const std::vector<RubyPair>& pairs = paragraph.text.rubies;
  const auto first = std::ranges::lower_bound(pairs, line.textBegin, {}, &RubyPair::begin);
  for (auto pair = first; pair != pairs.end() && pair->begin < line.textEnd; ++pair) {
    const Paragraph& reading = *paragraph.readings[static_cast<std::size_t>(pair - pairs.begin())].paragraph;
    const Length natural = paragraph.readings[static_cast<std::size_t>(pair - pairs.begin())].naturalWidth;
    const Piece* piece = nullptr;
    const std::optional<Extent> base = baseExtent(paragraph, line, *pair, piece);
    if (!base || reading.items.items.empty()) continue;
    const Length baseWidth = base->right - base->left;
    const Length spread = natural < baseWidth && isSpreadable(reading) ? baseWidth - natural : Length{};
    LineRequest request;
    request.lastItem = static_cast<std::uint32_t>(reading.items.items.size() - 1);
    request.width = request.containerWidth = natural + spread;
    request.align = css::TextAlign::Left;
    request.rules.justifies = false;
    const Line own = placePieces(reading, request, spread, context);
    const Length left = base->left + (baseWidth - natural - spread).scaled(1, 2);
    const bool isUnder = pair->reading->style->rubyPosition == css::RubyPosition::Under;
    const Length baseline = overOffset(paragraph, *piece, pair->reading->style->fontSize, isUnder);
    for (const Piece& part : own.pieces) {
      if (!part.fragment) continue;
      const Length ascent = std::get<fragment::GlyphRun>(part.fragment->content).baseline;
      placed.push_back({{left + part.left, baseline - ascent}, part.fragment});
    }
  }
  return placed;
}

}  // namespace octavo::layout
