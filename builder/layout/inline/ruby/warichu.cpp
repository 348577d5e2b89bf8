// layout/inline/ruby: notes set in two rows inside the line.
#include "layout/inline/ruby/warichu.h"

#include <algorithm>

namespace octavo::layout {

namespace {

constexpr std::int64_t kLeastLetters = 4;  // of a part: two in each row

/// Walks the paragraph's warichus once and gives their items room.
class WarichuFitter {
 public:
  explicit WarichuFitter(Paragraph& paragraph) : paragraph_(paragraph), items_(paragraph.items.items) {}

  void fit() {
    std::uint32_t item = 0;
    for (const Warichu& source : paragraph_.text.warichus) {
      while (item < items_.size() && textAt(item) < source.begin) ++item;
      FittedWarichu warichu;
      warichu.rise = source.rise;
      warichu.drop = source.drop;
      warichu.firstItem = item;
      while (item < items_.size() && textAt(item) < source.end) ++item;
      warichu.endItem = item;
      if (warichu.firstItem == warichu.endItem) continue;
      measure(warichu);
      closeGaps(warichu);
      fillColumns(warichu);
      give(warichu);
      paragraph_.warichus.push_back(std::move(warichu));
    }
  }

 private:
  std::uint32_t textAt(std::size_t item) const { return paragraph_.shaped.clusters[items_[item].cluster].text; }

  void measure(FittedWarichu& warichu) const {
    warichu.sums.push_back(0);
    for (std::uint32_t i = warichu.firstItem; i < warichu.endItem; ++i) {
      warichu.widths.push_back(items_[i].width);
      warichu.gaps.push_back(i + 1 < warichu.endItem ? items_[i].gap.natural : 0);
      warichu.rowMayEnd.push_back(items_[i].gap.kind == BreakKind::Allowed);
      warichu.sums.push_back(warichu.sums.back() + warichu.widths.back() + warichu.gaps.back());
    }
  }

  void closeGaps(const FittedWarichu& warichu) {
    std::int64_t letters = 0, all = 0;
    const auto lettersOf = [&](std::uint32_t item) { return static_cast<std::int64_t>(items_[item].gapCluster - items_[item].cluster); };
    for (std::uint32_t i = warichu.firstItem; i < warichu.endItem; ++i) all += lettersOf(i);
    for (std::uint32_t i = warichu.firstItem; i + 1 < warichu.endItem; ++i) {
      letters += lettersOf(i);
      Gap& gap = items_[i].gap;
      const BreakKind kind = gap.kind;
      gap = {};
      const bool leavesTooFew = letters < kLeastLetters || all - letters < kLeastLetters;
      gap.kind = kind == BreakKind::Forced || (kind == BreakKind::Allowed && !leavesTooFew) ? kind : BreakKind::Forbidden;
    }
  }

  /// No line ends where the next letter would still find room in the rows as they are.
  void fillColumns(const FittedWarichu& warichu) {
    const auto width = [&](std::uint32_t end) { return rowsOf(warichu, warichu.firstItem, end).width(); };
    for (std::uint32_t i = warichu.firstItem; i + 2 < warichu.endItem; ++i) {
      const bool isFree = items_[i].gap.kind == BreakKind::Allowed && items_[i + 1].gap.kind == BreakKind::Allowed;
      if (isFree && width(i + 2) <= width(i + 1)) items_[i].gap.kind = BreakKind::Forbidden;
    }
  }

  /// In proportion, exact in the sum; what a part takes more or less is added where a line begins or ends.
  void give(const FittedWarichu& warichu) {
    const std::int64_t total = std::max<std::int64_t>(1, warichu.sums.back());
    const std::int64_t whole = rowsOf(warichu, warichu.firstItem, warichu.endItem).width();
    const auto upTo = [&](std::uint32_t item) {
      return static_cast<std::int64_t>(whole * warichu.sums[item - warichu.firstItem] / total);
    };
    for (std::uint32_t i = warichu.firstItem; i < warichu.endItem; ++i) {
      items_[i].width = upTo(i + 1) - upTo(i);
      AtEdges& edges = items_[i].atEdges;
      edges.start = rowsOf(warichu, i, warichu.endItem).width() - (upTo(warichu.endItem) - upTo(i));
      edges.end = rowsOf(warichu, warichu.firstItem, i + 1).width() - upTo(i + 1);
      edges.both = rowsOf(warichu, i, i + 1).width() - items_[i].width;
    }
  }

  Paragraph& paragraph_;
  std::vector<Item>& items_;
};

}  // namespace

void fitWarichus(Paragraph& paragraph) {
  paragraph.warichus.clear();
  if (!paragraph.text.warichus.empty()) WarichuFitter(paragraph).fit();
}

WarichuRows rowsOf(const FittedWarichu& warichu, std::uint32_t first, std::uint32_t end) {
  const std::uint32_t a = first - warichu.firstItem, b = end - warichu.firstItem;
  const auto width = [&](std::uint32_t from, std::uint32_t to) {
    return warichu.sums[to] - warichu.sums[from] - warichu.gaps[to - 1];
  };
  // The first row grows as the second shrinks.
  std::uint32_t low = a + 1, high = b;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    if (middle < b && width(a, middle) < width(middle, b)) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  while (low < b && !warichu.rowMayEnd[low - 1]) ++low;
  WarichuRows rows;
  rows.split = low + warichu.firstItem;
  rows.firstWidth = static_cast<std::int64_t>(width(a, low));
  rows.secondWidth = low < b ? static_cast<std::int64_t>(width(low, b)) : 0;
  return rows;
}

std::vector<WarichuPart> fitLineWarichus(const Paragraph& paragraph, const LineRequest& request, std::span<Item> line) {
  std::vector<WarichuPart> parts;
  const std::vector<FittedWarichu>& all = paragraph.warichus;
  auto warichu = std::ranges::upper_bound(all, request.firstItem, {}, &FittedWarichu::endItem);
  for (; warichu != all.end() && warichu->firstItem <= request.lastItem; ++warichu) {
    WarichuPart part;
    part.warichu = &*warichu;
    part.first = std::max(warichu->firstItem, request.firstItem);
    part.end = std::min(warichu->endItem, request.lastItem + 1);
    const WarichuRows rows = rowsOf(*warichu, part.first, part.end);
    part.split = rows.split;
    part.firstWidth = rows.firstWidth;
    part.secondWidth = rows.secondWidth;
    // The first item stands for all: the others lie in its room.
    for (std::uint32_t i = part.first; i < part.end; ++i) line[i - request.firstItem].width = i == part.first ? rows.width() : 0;
    parts.push_back(part);
  }
  return parts;
}

}  // namespace octavo::layout
