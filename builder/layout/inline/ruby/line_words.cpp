// layout/inline/ruby: the ruby words of one line in their final room.
#include <algorithm>

#include "layout/inline/build_line.h"

namespace octavo::layout {

namespace {

css::RubyAlign alignOf(const Paragraph& paragraph, const Item& item) {
  const InlineText& text = paragraph.text;
  if (item.ruby < 0) return css::RubyAlign::SpaceAround;
  return text.boxes[text.rubies[static_cast<std::size_t>(item.ruby)].inlineBox].style->rubyAlign;
}

}  // namespace

std::vector<RubyPart> fitLineWords(const Paragraph& paragraph, const LineRequest& request, std::span<Item> line) {
  std::vector<RubyPart> parts;
  const std::vector<FittedWord>& words = paragraph.rubyWords;
  auto word = std::ranges::upper_bound(words, request.firstItem, {}, &FittedWord::endItem);
  for (; word != words.end() && word->firstItem <= request.lastItem; ++word) {
    RubyPart part;
    part.word = &*word;
    part.place.first = std::max(word->firstItem, request.firstItem);
    part.place.end = std::min(word->endItem, request.lastItem + 1);
    part.place.atStart = part.place.first == request.firstItem;
    part.place.atEnd = part.place.end == request.lastItem + 1;
    part.fit = fitPart(paragraph, *word, part.place);
    const std::size_t count = part.fit.bases.size();
    for (std::size_t i = 0; i < count; ++i) {
      const std::int64_t begin = i == 0 ? 0 : part.fit.bases[i];
      const std::int64_t end = i + 1 < count ? part.fit.bases[i + 1] : part.fit.width;
      Item& item = line[part.place.first + i - request.firstItem];
      const bool ownsGap = word->isLoose && part.place.first + i + 1 < word->endItem;
      item.width = end - begin - (ownsGap ? item.gap.natural : 0);
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

void spreadWord(const Paragraph& paragraph, RubyPart& part, std::span<const Item> items, std::span<Slot> slots) {
  const std::uint32_t firstCluster = items[0].cluster;
  for (std::size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    const std::span<Slot> own = slots.subspan(item.cluster - firstCluster, item.gapCluster - item.cluster);
    std::int64_t boxes = 0;
    for (const Slot& slot : own) boxes += slot.before + slot.box + slot.after;
    const RubyBaseSize& size = part.word->bases[part.place.first - part.word->firstItem + i];
    const std::int64_t lead = i == 0 ? part.fit.bases[0] : 0;
    const std::int64_t pad = part.fit.rooms[i] - size.base;
    Spreading how;
    how.align = alignOf(paragraph, item);
    how.isFlushAtStart = part.place.atStart && i == 0;
    how.isFlushAtEnd = part.place.atEnd && i + 1 == items.size();
    spread(own, pad, how);
    own.front().before += lead;
    own.back().after += item.width - lead - pad - boxes;
    if (i == 0) part.lead = Length::units(own.front().before);
  }
}

}  // namespace octavo::layout
