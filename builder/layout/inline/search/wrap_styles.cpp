// layout/inline/search: other ways to choose lines than the total fit: first fit, and lines as equal as can be.
#include "layout/inline/search/wrap_styles.h"

#include <algorithm>
#include <optional>

#include "layout/inline/glue/justify.h"
#include "text/line_breaks.h"

namespace octavo::layout {

namespace {

/// Part of the measure that a line may lack before a word is parted for it.
constexpr double kLeastFill = 0.8;

/// How the line may end here with `room` left for what its end adds; nothing where it does not fit.
std::optional<LineEnding> endingWithin(const Gap& gap, std::int64_t room) {
  if (gap.hang > 0 && gap.mustHang) return room + gap.hang >= 0 ? std::optional(LineEnding::Hanging) : std::nullopt;
  if (gap.endBlank > 0 && gap.ends != LineEnds::Half && room >= gap.endBlank) return LineEnding::Full;
  const bool mayTrim = gap.endBlank == 0 || gap.ends != LineEnds::Full;
  if (mayTrim && room >= 0) return LineEnding::Trimmed;
  if (gap.hang > 0 && room + gap.hang >= 0) return LineEnding::Hanging;
  return std::nullopt;
}

class Filler {
 public:
  explicit Filler(const BreakRequest& request) : request_(request), items_(request.items.items) {}

  std::vector<ChosenLine> run() {
    std::vector<ChosenLine> lines;
    for (std::uint32_t first = request_.firstItem; first < items_.size();) {
      lines.push_back(lineFrom(first, lines.size()));
      first = lines.back().lastItem + 1;
    }
    return lines;
  }

 private:
  std::int64_t widthOf(std::uint32_t first, std::size_t line) const {
    const bool isAfterForced = first > request_.firstItem && items_[first - 1].gap.kind == BreakKind::Forced;
    return request_.sizes[line].toUnits() - (isAfterForced ? request_.rules.afterBreak : 0);
  }

  ChosenLine lineFrom(std::uint32_t first, std::size_t number) const {
    const std::int64_t width = widthOf(first, number);
    std::int64_t natural = startBlank(request_.items, first, request_.rules);
    std::optional<ChosenLine> whole, parted;  // the last places between words, and inside one
    std::int64_t wholeWidth = 0;
    for (std::uint32_t item = first; item < items_.size(); ++item) {
      const Gap& gap = items_[item].gap;
      natural += items_[item].width;
      if (gap.kind != BreakKind::Forbidden) {
        const std::int64_t edges = edgeWidth(items_, first, item);
        const auto ending = endingWithin(gap, width - natural - edges - gap.hyphen);
        const bool isParted = gap.kind == BreakKind::Hyphen || gap.kind == BreakKind::Emergency;
        // A hyphen may not fit where the next letters of the word do.
        const bool lacksHyphen = !ending && gap.hyphen > 0 && natural <= width;
        if (!ending && !lacksHyphen) return chosen(whole, parted, wholeWidth, width).value_or(ChosenLine{item, LineEnding::Trimmed});
        if (gap.kind == BreakKind::Forced) return {item, *ending};
        if (ending) (isParted ? parted : whole) = ChosenLine{item, *ending};
        if (!isParted) wholeWidth = natural;
      }
      natural += gap.natural;
    }
    return {static_cast<std::uint32_t>(items_.size() - 1), LineEnding::Trimmed};
  }

  std::optional<ChosenLine> chosen(const std::optional<ChosenLine>& whole, const std::optional<ChosenLine>& parted,
                                   std::int64_t wholeWidth, std::int64_t width) const {
    if (!whole || !parted || parted->lastItem < whole->lastItem) return whole ? whole : parted;
    const bool isTorn = static_cast<double>(wholeWidth) < kLeastFill * static_cast<double>(width);
    return isTorn && items_[parted->lastItem].gap.kind == BreakKind::Hyphen ? parted : whole;
  }

  const BreakRequest& request_;
  const std::vector<Item>& items_;
};

/// Whether every line is inside its measure as it stands.
bool allFit(const std::vector<ChosenLine>& lines, const BreakRequest& request) {
  std::uint32_t first = request.firstItem;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (extentOf(request.items, first, lines[i], request.rules).natural > request.sizes[i].toUnits()) return false;
    first = lines[i].lastItem + 1;
  }
  return true;
}

/// The items without places to break inside words of Han and kana.
Items withWholeWords(const Items& items, const InlineText& text, const ShapedText& shaped) {
  Items result = items;
  const std::vector<std::size_t> words = text::wordBoundaries(text.text);
  for (std::size_t i = 0; i + 1 < result.items.size(); ++i) {
    const std::uint32_t at = shaped.clusters[result.items[i + 1].cluster].text;
    BreakKind& kind = result.items[i].gap.kind;
    const bool isBetweenLetters = at > 0 && text::isCjk(text.classes[at - 1]) && text::isCjk(text.classes[at]);
    if (kind == BreakKind::Allowed && isBetweenLetters && !std::ranges::binary_search(words, at)) kind = BreakKind::Forbidden;
  }
  return result;
}

LineSizes narrowed(const LineSizes& sizes, std::int64_t by) {
  LineSizes result = sizes;
  for (Length& width : result.widths) width -= Length::units(by);
  return result;
}

}  // namespace

LineExtent extentOf(const Items& items, std::uint32_t firstItem, const ChosenLine& line, const BreakRules& rules) {
  const Gap& end = items.items[line.lastItem].gap;
  LineExtent extent{startBlank(items, firstItem, rules) + endBlank(end, line.ending) + end.hyphen +
                        edgeWidth(items.items, firstItem, line.lastItem),
                    0};
  for (std::uint32_t item = firstItem; item <= line.lastItem; ++item) {
    extent.natural += items.items[item].width;
    if (item == line.lastItem) break;
    extent.natural += items.items[item].gap.natural;
    extent.shrink += items.items[item].gap.shrink;
  }
  return extent;
}

std::vector<ChosenLine> fillLines(const BreakRequest& request) { return Filler(request).run(); }

std::vector<ChosenLine> balanceLines(const BreakRequest& request) {
  std::vector<ChosenLine> lines = fillLines(request);
  const std::size_t count = lines.size();
  if (count > kMostBalancedLines) return {};
  if (count < 2 || !allFit(lines, request)) return lines;
  Length narrowest = request.sizes.widths.front();
  for (const Length width : request.sizes.widths) narrowest = std::min(narrowest, width);
  std::int64_t fitting = 0, tooMuch = narrowest.toUnits();
  constexpr std::int64_t kFine = 100;  // units: far less than a hair
  while (tooMuch - fitting > kFine) {
    const std::int64_t middle = fitting + (tooMuch - fitting) / 2;
    const LineSizes sizes = narrowed(request.sizes, middle);
    const BreakRequest narrow{request.items, sizes, request.rules, request.firstItem, request.tolerance, true};
    std::vector<ChosenLine> tried = fillLines(narrow);
    const bool holds = tried.size() <= count && allFit(tried, narrow);
    (holds ? fitting : tooMuch) = middle;
    if (holds) lines = std::move(tried);
  }
  return lines;
}

std::vector<ChosenLine> balanceWords(const BreakRequest& request, const InlineText& text, const ShapedText& shaped) {
  std::vector<ChosenLine> lines = balanceLines(request);
  if (lines.size() < 2) return lines;
  const Items items = withWholeWords(request.items, text, shaped);
  const BreakRequest whole{items, request.sizes, request.rules, request.firstItem, request.tolerance, request.isFinal};
  std::vector<ChosenLine> better = balanceLines(whole);
  return better.size() == lines.size() && allFit(better, whole) ? better : lines;
}

}  // namespace octavo::layout
