// layout/inline: how narrow a text can be, and how wide it would like to be.
#include <algorithm>

#include "layout/inline/build_line.h"
#include "layout/inline/initial_letter.h"

namespace octavo::layout {

namespace {

/// How much narrower than they would like the pictures and inline blocks of each item can be: CSS Sizing 3, 5.2.2.
class GiveWay {
 public:
  explicit GiveWay(const Paragraph& paragraph) : paragraph_(paragraph), next_(paragraph.text.objects.begin()) {}

  /// To be asked for each item, in order.
  Length inItem(std::size_t item) {
    const auto& clusters = paragraph_.shaped.clusters;
    const std::uint32_t end = paragraph_.items.gapEnd(item, paragraph_.shaped);
    Length sum;
    for (; next_ != paragraph_.text.objects.end(); ++next_) {
      if (end < clusters.size() && next_->offset >= clusters[end].text) break;
      const bool isSized = next_->box->kind != box::Kind::Leader;
      if (isSized) sum += std::max(Length{}, next_->size.inlineSize - next_->minimumSize);
    }
    return sum;
  }

 private:
  const Paragraph& paragraph_;
  std::vector<InlineObject>::const_iterator next_;
};

}  // namespace

InlineSizes measureInline(const box::Box& container, Context& context) {
  Space space;
  space.available.inlineSize = Length::infinite();
  Paragraph paragraph = prepareParagraph(container, space, Purpose::Measure, context);
  // Only the breaks of `anywhere` count for the least width (CSS Text 3, section 5.5).
  const bool breaksAnywhere = container.style->overflowWrap == css::OverflowWrap::Anywhere;
  // Automatic hyphens count where the box says so; boxes in it have asked their parent's.
  const auto hyphenation = container.style->hyphens == css::Hyphens::Auto ? Hyphenation::Dictionaries : Hyphenation::SoftHyphensOnly;
  makeParagraphItems(paragraph, hyphenation, breaksAnywhere ? Length{} : Length::infinite(), context);
  const Length indent = resolved(container.style->textIndent.size, Length{});
  InlineSizes sizes;
  GiveWay giveWay(paragraph);
  Length word, line = indent;
  std::size_t wordBegin = 0, lineBegin = 0;
  for (std::size_t i = 0; i < paragraph.items.items.size(); ++i) {
    const Item& item = paragraph.items.items[i];
    word += Length::units(item.width) - giveWay.inItem(i);
    line += Length::units(item.width);
    if (item.gap.kind == BreakKind::Forbidden) {
      word += Length::units(item.gap.natural);
    } else {
      const Length edges = Length::units(edgeWidth(paragraph.items.items, wordBegin, i));
      sizes.minContent = std::max(sizes.minContent, word + edges + Length::units(item.gap.hyphen));
      word = {};
      wordBegin = i + 1;
    }
    if (item.gap.kind == BreakKind::Forced) {
      // The closing mark's blank is the line's own when there is room for it.
      const Length edges = Length::units(edgeWidth(paragraph.items.items, lineBegin, i));
      sizes.maxContent = std::max(sizes.maxContent, line + edges + Length::units(item.gap.endBlank));
      line = {};
      lineBegin = i + 1;
    } else {
      line += Length::units(item.gap.natural);
    }
  }
  sizes.maxContent = std::max(sizes.maxContent, sizes.minContent);
  if (const auto initial = makeInitialLetter(paragraph, space, Purpose::Measure, context)) {
    sizes.minContent += initial->inlineSize;
    sizes.maxContent += initial->inlineSize;
  }
  return sizes;
}

}  // namespace octavo::layout
