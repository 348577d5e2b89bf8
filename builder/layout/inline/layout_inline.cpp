// layout/inline: the room's door: lines of a box with inline-level children.
#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "dom/dom.h"
#include "layout/inline/build_line.h"
#include "layout/inline/initial_letter.h"
#include "layout/inline/glue/justify.h"
#include "layout/inline/search/wrap_styles.h"

namespace octavo::layout {

namespace {

// Greatest badness of a line in the passes: two thirds of the comfortable stretch, and half as much again as all.
constexpr double kWellSet = 30, kSettable = 350;
constexpr std::size_t kLaterLine = std::numeric_limits<std::size_t>::max();  // beside no initial letter
constexpr Length kHair = 0.05_pt;  // a line longer by less is not overfull

/// Goes on after the lines set so far.
struct InlineBreakToken final : BreakToken {
  explicit InlineBreakToken(std::uint32_t offset) : textOffset(offset) {}
  std::uint32_t textOffset;  // where the next line begins, in InlineText
};

struct LineRoom {
  Length start, width;
};

/// Where each line stands: indents, and what floats and an initial letter leave.
class LineRooms {
 public:
  LineRooms(const css::ComputedStyle& style, const Space& space, bool isContinued)
      : space_(space), indent_(resolved(style.textIndent.size, space.available.inlineSize)), style_(style), isContinued_(isContinued) {}

  /// The first `lines` lines stand beside an initial letter of this width, which takes the first one's indent.
  void setInitial(int lines, Length inlineSize) {
    besideInitial_ = static_cast<std::size_t>(lines);
    initial_ = initialStart() + inlineSize;
  }
  std::size_t besideInitial() const { return besideInitial_; }
  Length initialStart() const { return isIndented(true, false) ? indent_ : Length{}; }

  /// The line of this number, of this height, from `blockStart` on.
  LineRoom at(Length blockStart, Length height, std::size_t line, bool isAfterBreak) const {
    LineRoom place{{}, space_.available.inlineSize};
    if (line < besideInitial_) {
      place.start += initial_;
      place.width -= initial_;
    } else if (isIndented(line == 0, isAfterBreak)) {
      place.start += indent_;
      place.width -= indent_;
    }
    if (space_.floats) {
      const Length fromStart = fromFloats(blockStart, height);
      place.start += fromStart;
      place.width -= fromStart + fromFloats(blockStart, height, true);
    }
    return place;
  }

  /// How far floats reach into a line from one of its sides.
  Length fromFloats(Length blockStart, Length height, bool atInlineEnd = false) const {
    Length reach;
    if (!space_.floats) return reach;
    for (const Exclusion& exclusion : space_.floats->exclusions) {
      if (exclusion.atInlineEnd != atInlineEnd) continue;
      if (exclusion.blockEnd <= blockStart || exclusion.blockStart >= blockStart + height) continue;
      reach = std::max(reach, exclusion.inlineSize);
    }
    return reach;
  }

  bool isIndented(bool isFirst, bool isAfterBreak) const {
    const bool begins = (isFirst && !isContinued_) || (style_.textIndent.eachLine && isAfterBreak);
    return begins != style_.textIndent.hanging && indent_ != Length{};
  }
  Length indent() const { return indent_; }
  bool hasFloats() const { return space_.floats && !space_.floats->exclusions.empty(); }

 private:
  const Space& space_;
  Length indent_;
  const css::ComputedStyle& style_;
  bool isContinued_;
  std::size_t besideInitial_ = 0;
  Length initial_;
};

css::TextAlign lastLineAlign(const css::ComputedStyle& style) {
  const bool mayJustify = style.textJustify != css::TextJustify::None;
  switch (style.textAlignLast) {
    case css::TextAlignLast::Auto: break;
    case css::TextAlignLast::Start: return css::TextAlign::Start;
    case css::TextAlignLast::End: return css::TextAlign::End;
    case css::TextAlignLast::Left: return css::TextAlign::Left;
    case css::TextAlignLast::Right: return css::TextAlign::Right;
    case css::TextAlignLast::Center: return css::TextAlign::Center;
    case css::TextAlignLast::Justify: return mayJustify ? css::TextAlign::Justify : css::TextAlign::Start;
  }
  if (style.textAlign == css::TextAlign::JustifyAll) return mayJustify ? css::TextAlign::Justify : css::TextAlign::Start;
  return style.textAlign == css::TextAlign::Justify ? css::TextAlign::Start : style.textAlign;
}

/// One call of layoutInline.
class InlineLayout {
 public:
  InlineLayout(const box::Box& container, const Space& space, const InlineBreakToken* resume, Context& context)
      : style_(*container.style), space_(space), context_(context), places_(style_, space, resume != nullptr),
        resumeAt_(resume ? resume->textOffset : 0),
        paragraph_(prepareParagraph(container, space, Purpose::Layout, context)) {
    if (!resume) initial_ = makeInitialLetter(paragraph_, space, Purpose::Layout, context);
    if (initial_) initial_->rise += clearance();
    if (initial_) places_.setInitial(initial_->sink, initial_->inlineSize);
    rules_.justifies = lineAlign() == css::TextAlign::Justify;
    rules_.justifiesLast = lastLineAlign(style_) == css::TextAlign::Justify;
    rules_.afterBreak = (places_.at({}, {}, kLaterLine, false).width - places_.at({}, {}, kLaterLine, true).width).toUnits();
    rules_.shortLast = std::max(places_.indent(), style_.fontSize * 2).toUnits();
    rules_.hyphenLines = style_.hyphenateLimitLines;
    rules_.hyphenZone = resolved(style_.hyphenateLimitZone, space.available.inlineSize).toUnits();
    rules_.keepsLastWhole = style_.hyphenateLimitLast == css::HyphenateLimitLast::Always;
  }

  Result run() {
    result_ = std::make_shared<LogicalFragment>();
    result_->direction = style_.direction;
    result_->size.inlineSize = space_.available.inlineSize;
    if (!paragraph_.shaped.clusters.empty()) {
      chooseLines();
      buildLines();
    } else if (initial_) {
      placeInitial({});
      result_->size.blockSize = result_->children.front().fragment->size.blockSize;
    } else {
      for (const Mark& mark : paragraph_.text.marks) {
        result_->anchors.insert(result_->anchors.end(), mark.box->anchors.begin(), mark.box->anchors.end());
        result_->strings.insert(result_->strings.end(), mark.box->strings.begin(), mark.box->strings.end());
      }
    }
    Result result;
    result.fragment = std::move(result_);
    result.resume = std::move(resume_);
    result.floats = std::move(below_);
    return result;
  }

 private:
  /// Line sizes as far as they differ, of the lines from `first` on: all are taken to be as high as the strut.
  LineSizes lineSizes(Length from, std::size_t first) const {
    const Length height = paragraph_.fontBoxes.front().lineHeight;
    std::size_t count = std::max(first + 2, places_.besideInitial() + 1) - first;
    if (places_.hasFloats() && height > Length{}) {
      Length deepest;
      for (const Exclusion& exclusion : space_.floats->exclusions) deepest = std::max(deepest, exclusion.blockEnd);
      count += static_cast<std::size_t>(std::max<std::int64_t>(0, deepest.toUnits() / height.toUnits() + 1));
    }
    LineSizes sizes;
    for (std::size_t line = 0; line < count; ++line) {
      const Length top = from + Length::units(static_cast<std::int64_t>(line) * height.toUnits());
      sizes.widths.push_back(places_.at(top, height, first + line, false).width);
    }
    if (!places_.hasFloats() && count == 2 && sizes.widths[0] == sizes.widths[1]) sizes.widths.pop_back();
    return sizes;
  }

  /// Knuth and Plass's passes: without hyphens, with hyphens, whatever it takes. The first is content only with lines
  /// well inside the limits, since a hyphen disturbs less than a torn line.
  void chooseLines() {
    sizes_ = lineSizes(rise(), 0);
    const LineSizes& sizes = sizes_;
    const Length narrowest = *std::ranges::min_element(sizes.widths);
    rules_.keepsFirstBlank = keepsHeadBlank(true);
    rules_.keepsForcedBlank = keepsHeadBlank(false);
    makeParagraphItems(paragraph_, Hyphenation::SoftHyphensOnly, narrowest, context_);
    if (style_.textWrapStyle == css::TextWrapStyle::Balance) {
      lines_ = balanceWords({paragraph_.items, sizes, rules_, firstItem(), kSettable, true}, paragraph_.text, paragraph_.shaped);
    } else if (!isStable()) {
      lines_ = chooseBreaks({paragraph_.items, sizes, rules_, firstItem(), kWellSet, false});
    }
    if (!lines_.empty()) return;
    const bool hyphenates = std::ranges::any_of(paragraph_.text.boxes, [](const InlineBox& box) {
      return box.style->hyphens == css::Hyphens::Auto;
    });
    if (hyphenates) makeParagraphItems(paragraph_, Hyphenation::Dictionaries, narrowest, context_);
    if (!isStable()) lines_ = chooseBreaks({paragraph_.items, sizes, rules_, firstItem(), kSettable, false});
    if (lines_.empty()) lines_ = linesFrom(firstItem());
  }

  bool isStable() const { return style_.textWrapStyle == css::TextWrapStyle::Stable; }

  /// Lines whatever it takes, in the sizes at hand.
  std::vector<ChosenLine> linesFrom(std::uint32_t first) const {
    const BreakRequest request{paragraph_.items, sizes_, rules_, first, kSettable, true};
    return isStable() ? fillLines(request) : chooseBreaks(request);
  }

  /// Whether the first line's opening mark keeps its blank, or one behind a forced break.
  bool keepsHeadBlank(bool isFirst) const {
    const SpacingPolicy policy = spacingPolicy(style_);
    if (!policy.trimsLineStart || policy.keepsFirstLine) return true;
    if (isFirst && initial_) return false;
    // Flush with the other lines where there is no indent to stand behind.
    return !policy.trimsFirstLine && places_.isIndented(isFirst, true) && places_.indent() > Length{};
  }

  std::uint32_t firstItem() const {
    const std::vector<Item>& items = paragraph_.items.items;
    const auto found = std::ranges::lower_bound(items, resumeAt_, {}, [&](const Item& item) {
      return paragraph_.shaped.clusters[item.cluster].text;
    });
    return static_cast<std::uint32_t>(found - items.begin());
  }

  /// Code: its own line ends are kept, and what is turned over stands deeper.
  bool hangsTurnedLines() const {
    return style_.textIndent.hanging && style_.textIndent.eachLine && places_.indent() > Length{} &&
           style_.whiteSpaceCollapse == css::WhiteSpaceCollapse::Preserve;
  }

  void buildLines() {
    Length filled = rise();
    const Length pitch = paragraph_.fontBoxes.front().lineHeight;
    std::uint32_t first = firstItem();
    bool isAfterBreak = false;
    Length reach;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const LineRoom place = places_.at(filled, pitch, i, isAfterBreak);
      if (places_.hasFloats() && i > sizesFrom_ && place.width != sizes_[i - sizesFrom_]) chooseAgain(first, filled, i);
      const bool endsParagraph = paragraph_.items.items[lines_[i].lastItem].gap.kind == BreakKind::Forced;
      LineRequest request;
      request.firstItem = first;
      request.lastItem = lines_[i].lastItem;
      request.ending = lines_[i].ending;
      request.start = place.start;
      // Floats stand where the block has them, whatever way the text runs.
      const bool isTurned = paragraph_.text.direction != style_.direction;
      if (isTurned && places_.hasFloats()) request.start = space_.available.inlineSize - place.start - place.width;
      request.width = place.width;
      request.containerWidth = space_.available.inlineSize;
      request.isBesideFloat = places_.fromFloats(filled, pitch) > Length{} || places_.fromFloats(filled, pitch, true) > Length{};
      request.rules = rules_;
      request.isFirst = i == 0 && resumeAt_ == 0;
      request.isTurned = hangsTurnedLines() && !request.isFirst && !isAfterBreak;
      request.isLast = i + 1 == lines_.size();
      request.endsParagraph = endsParagraph;
      request.align = endsParagraph ? lastLineAlign(style_) : lineAlign();
      reportOverfull(lines_[i], first, place.width);
      request.reachAbove = reach;
      if (i == 0 && initial_) request.saidBefore = saidByInitial(*initial_, paragraph_.text.isSpaceBehindInitial);
      const auto [line, reachBelow] = buildLine(paragraph_, request, context_);
      reach = reachBelow;
      if (i > 0 && filled + line->size.blockSize > space_.remainingBlockSize) {
        resume_ = std::make_unique<InlineBreakToken>(paragraph_.shaped.clusters[paragraph_.items.items[first].cluster].text);
        break;
      }
      result_->children.push_back({{Length{}, filled}, line});
      filled += line->size.blockSize;
      first = lines_[i].lastItem + 1;
      isAfterBreak = endsParagraph;
    }
    result_->size.blockSize = filled;
    if (initial_) placeInitial(filled);
  }

  /// An initial letter stands below one before it, or a float, that ends beside it. CSS Inline 3, section 7.6.
  Length clearance() const {
    Length cleared;
    if (!space_.floats) return cleared;
    const Length end = initial_->rise + Length::units(paragraph_.fontBoxes.front().lineHeight.toUnits() * initial_->sink);
    for (const Exclusion& exclusion : space_.floats->exclusions) {
      const bool endsBeside = !exclusion.atInlineEnd && exclusion.blockStart < end && exclusion.blockEnd <= end;
      if (endsBeside) cleared = std::max(cleared, exclusion.blockEnd);
    }
    return cleared;
  }

  Length rise() const { return initial_ ? initial_->rise : Length{}; }

  /// Puts the initial letter before its lines, where these have come to stand. Where there are fewer than it is high,
  /// what follows the paragraph goes on beside it. CSS Inline 3, section 7.6.
  void placeInitial(Length filled) {
    const FontBox& strut = paragraph_.fontBoxes.front();
    const auto lines = static_cast<std::size_t>(initial_->sink);
    const Length nominal = rise() + Length::units(strut.lineHeight.toUnits() * initial_->sink);
    Length end = nominal;
    if (!result_->children.empty()) {
      const std::size_t last = std::min(lines, result_->children.size()) - 1;
      const PlacedLogical& line = result_->children[last];
      end = line.at.blockStart + line.fragment->size.blockSize +
            Length::units(strut.lineHeight.toUnits() * static_cast<std::int64_t>(lines - last - 1));
    }
    const Length start = places_.initialStart() + places_.fromFloats(rise(), strut.lineHeight);
    const Length baseline = rise() + strut.above + initial_->baseline + (end - nominal);
    if (!result_->children.empty()) hushInitial(*initial_, *result_->children.front().fragment);
    const LogicalFragmentPtr letter = buildInitialLetter(*initial_, {start, baseline, end}, context_);
    result_->children.insert(result_->children.begin(), {{}, letter});
    if (end > filled) below_.exclusions.push_back({false, {}, end, letter->size.inlineSize});
  }

  /// A line turned out higher than the strut, and what follows stands at other floats than was thought.
  void chooseAgain(std::uint32_t first, Length from, std::size_t line) {
    sizes_ = lineSizes(from, line);
    sizesFrom_ = line;
    lines_.resize(line);
    const std::vector<ChosenLine> rest = linesFrom(first);
    lines_.insert(lines_.end(), rest.begin(), rest.end());
  }

  /// Once for each paragraph, by its place.
  void reportOverfull(const ChosenLine& line, std::uint32_t first, Length width) const {
    const LineExtent extent = extentOf(paragraph_.items, first, line, rules_);
    const std::int64_t least = extent.natural - (rules_.justifies ? extent.shrink : 0);
    const Length over = Length::units(least) - width;
    if (over <= kHair) return;
    const std::uint32_t at = paragraph_.shaped.clusters[paragraph_.items.items[first].cluster].text;
    const auto span = std::ranges::upper_bound(paragraph_.text.spans, at, {}, &TextSpan::begin) - 1;
    const SourcePosition where = span->box->element->position();
    context_.diagnostics.report({Severity::Warning, "line-overfull", where,
                                 fmt::format("a line is {:.1f}pt longer than its measure", over.toPoints()),
                                 "overflow-wrap: anywhere lets long words break", fmt::format("{}:{}:{}", where.file ? where.file->name : std::string(), where.line, where.column)});
  }

  css::TextAlign lineAlign() const {
    const bool isSpread = style_.textAlign == css::TextAlign::Justify || style_.textAlign == css::TextAlign::JustifyAll;
    if (!isSpread) return style_.textAlign;
    return style_.textJustify == css::TextJustify::None ? css::TextAlign::Start : css::TextAlign::Justify;
  }

  const css::ComputedStyle& style_;
  const Space& space_;
  Context& context_;
  LineRooms places_;
  std::uint32_t resumeAt_;
  Paragraph paragraph_;
  std::unique_ptr<InitialLetter> initial_;
  FloatArea below_;  // the initial letter, where it reaches below the lines
  BreakRules rules_;
  std::vector<ChosenLine> lines_;
  LineSizes sizes_;             // that the lines were chosen by,
  std::size_t sizesFrom_ = 0;   // from this line on
  std::shared_ptr<LogicalFragment> result_;
  std::unique_ptr<const BreakToken> resume_;
};

}  // namespace

Result layoutInline(const box::Box& container, const Space& space, const BreakToken* resume, Context& context) {
  // The token is this algorithm's own: nobody else can have made it.
  return InlineLayout(container, space, static_cast<const InlineBreakToken*>(resume), context).run();
}

}  // namespace octavo::layout
