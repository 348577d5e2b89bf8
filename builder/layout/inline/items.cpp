// layout/inline: the paragraph as boxes, glue and places to break.
#include "layout/inline/items.h"

#include <algorithm>
#include <optional>

#include "dom/dom.h"
#include "layout/inline/glue/hanging.h"
#include "layout/inline/overlong_runs.h"
#include "layout/inline/text/numbers.h"
#include "text/letter_case.h"

namespace octavo::layout {

namespace {

using text::CharacterClass;

/// What stands beside a letter without making a line longer to the eye: brackets, stops, dashes, signs like ★.
bool isMarkBesideLetters(CharacterClass kind) {
  switch (kind) {
    case CharacterClass::Opening:
    case CharacterClass::Closing:
    case CharacterClass::Hyphen:
    case CharacterClass::Dividing:
    case CharacterClass::MiddleDot:
    case CharacterClass::FullStop:
    case CharacterClass::Comma:
    case CharacterClass::Inseparable:
    case CharacterClass::WesternMark:
      return true;
    default:
      return false;
  }
}

/// Symbols as wide as a letter (→ ① ★): blocks from General Punctuation to Miscellaneous Symbols and Arrows.
bool isSymbol(char16_t unit) { return unit >= 0x2000 && unit < 0x2C00; }

bool isDigit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

std::int64_t units(Length length) { return static_cast<std::int64_t>(length.toUnits()); }

class ItemMaker {
 public:
  explicit ItemMaker(const ItemInputs& inputs)
      : in_(inputs), text_(inputs.text), clusters_(inputs.shaped.clusters) {
    result_.policy = spacingPolicy(text_.rootStyle());
  }

  Items make() {
    addEdges();
    result_.items.reserve(clusters_.size());
    const std::size_t count = clusters_.size();
    if (count > 0) {
      result_.firstBlank = blankBefore(0);
      result_.firstHang = hangAtStart(text_, in_.shaped, styleOf(0).hangingPunctuation);
    }
    for (std::size_t at = 0; at < count;) at = addItem(at);
    breakRuns();
    if (!result_.items.empty()) {
      Item& last = result_.items.back();
      last.gap.kind = BreakKind::Forced;
      const std::size_t mark = std::max(last.gapCluster, last.cluster + 1) - 1;
      if (const std::int64_t hang = hangAtParagraphEnd(text_, in_.shaped, mark, styleOf(mark).hangingPunctuation)) {
        last.gap.hang = hang;
        last.gap.mustHang = true;
      }
    }
    return std::move(result_);
  }

 private:
  char16_t unitOf(std::size_t cluster) const { return text_.text[clusters_[cluster].text]; }
  bool isBare(std::size_t cluster) const {
    return clusters_[cluster].run == kNoRun && unitOf(cluster) != kObject;
  }
  bool isSpace(std::size_t cluster) const { return isSpaceCluster(text_, clusters_[cluster]); }

  const TextSpan& spanOf(std::size_t cluster) {
    const std::uint32_t at = clusters_[cluster].text;
    while (spanIndex_ > 0 && text_.spans[spanIndex_].begin > at) --spanIndex_;
    while (text_.spans[spanIndex_].end <= at) ++spanIndex_;
    return text_.spans[spanIndex_];
  }
  const css::ComputedStyle& styleOf(std::size_t cluster) { return text_.style(spanOf(cluster)); }

  void addEdges() {
    for (std::size_t i = 1; i < text_.boxes.size(); ++i) {
      const InlineBox& box = text_.boxes[i];
      if ((box.startEdge == Length{} && box.endEdge == Length{}) || box.begin == box.end) continue;
      if (result_.edgeBefore.empty()) {
        result_.edgeBefore.assign(clusters_.size(), 0);
        result_.edgeAfter.assign(clusters_.size(), 0);
      }
      addEdgesOf(box);
    }
  }

  /// A box's start is at the side where its own direction begins, also when the text there runs the other way.
  void addEdgesOf(const InlineBox& box) {
    const auto clusterAt = [&](std::uint32_t offset) {
      const auto after = std::ranges::upper_bound(clusters_, offset, {}, &Cluster::text);
      return static_cast<std::size_t>(after - clusters_.begin()) - 1;
    };
    std::size_t first = clusterAt(box.begin), last = clusterAt(box.end - 1);
    while (first < last && isBare(first)) ++first;
    while (last > first && isBare(last)) --last;
    const auto level = [&](std::size_t cluster) {
      return in_.shaped.levels.empty() ? 0 : in_.shaped.levels[clusters_[cluster].text];
    };
    const int direction = box.style->direction == Direction::RightToLeft ? 1 : 0;
    if (level(first) % 2 == direction) {
      result_.edgeBefore[first] += units(box.startEdge);
    } else {
      std::size_t end = first;
      while (end < last && level(end + 1) == level(first)) ++end;
      result_.edgeAfter[end] += units(box.startEdge);
    }
    if (level(last) % 2 == direction) {
      result_.edgeAfter[last] += units(box.endEdge);
    } else {
      std::size_t begin = last;
      while (begin > first && level(begin - 1) == level(last)) --begin;
      result_.edgeBefore[begin] += units(box.endEdge);
    }
  }

  /// The width of a cluster as part of a box, without letter-spacing behind it.
  std::int64_t boxWidth(std::size_t cluster) {
    std::int64_t width = inkAdvance(clusters_[cluster]);
    if (unitOf(cluster) == kObject) width = objectWidth(clusters_[cluster].text);
    if (!result_.edgeBefore.empty()) width += result_.edgeBefore[cluster] + result_.edgeAfter[cluster];
    return width;
  }

  const InlineObject& objectAt(std::uint32_t offset) const {
    return *std::ranges::lower_bound(text_.objects, offset, {}, &InlineObject::offset);
  }

  std::int64_t objectWidth(std::uint32_t offset) const {
    const InlineObject& object = objectAt(offset);
    if (object.box->kind == box::Kind::Leader) return units((1.5_em).at(object.box->style->fontSize));
    return units(object.size.inlineSize);
  }

  std::int64_t letterSpacing(std::size_t cluster) {
    return letterSpacingBehind(clusters_[cluster], styleOf(cluster), unitOf(cluster));
  }

  GapSide sideOf(std::size_t cluster, std::int64_t blank) {
    const TextSpan& span = spanOf(cluster);
    const css::ComputedStyle& style = text_.style(span);
    GapSide side;
    side.kind = text_.classes[clusters_[cluster].text];
    side.unit = unitOf(cluster);
    if (blank > 0) side.region = text::regionOf(style.language);
    side.blank = blank;
    side.fontSize = style.fontSize.toUnits();
    // A formula in a box of its own stands in the text like a word.
    if (side.unit == kObject && box::isFormula(*objectAt(clusters_[cluster].text).box)) side.kind = CharacterClass::Western;
    return side;
  }

  std::int64_t blankBefore(std::size_t cluster) const {
    return isHalf(cluster) ? 0 : clusters_[cluster].blankBefore;
  }
  std::int64_t blankAfter(std::size_t cluster) const { return isHalf(cluster) ? 0 : clusters_[cluster].blankAfter; }
  bool isHalf(std::size_t cluster) const {
    return result_.policy.halfMarks != HalfMarks::None && result_.policy.setsHalf(text_.classes[clusters_[cluster].text]);
  }

  bool isOfNoteCall(std::size_t cluster) {
    return text_.boxes[spanOf(cluster).inlineBox].role == fragment::Role::NoteCall;
  }

  /// CSS Text 4, section 9.3: what the innermost element around both sides says. Never beside the call of a note.
  Autospace autospaceBetween(std::size_t last, std::size_t next) {
    if (isOfNoteCall(last) || isOfNoteCall(next)) return kNoAutospace;
    std::uint32_t box = spanOf(last).inlineBox;
    const std::uint32_t end = clusters_[next].text;
    while (box != 0 && text_.boxes[box].end <= end) box = text_.boxes[box].parent;
    const css::ComputedStyle& style = *text_.boxes[box].style;
    return {style.textAutospace.alpha, style.textAutospace.numeric, style.textAutospace.replaces, style.autospaceWidth};
  }

  /// Adds the item that begins at this cluster; returns where the next one begins.
  std::size_t addItem(std::size_t begin) {
    Item item;
    item.cluster = static_cast<std::uint32_t>(begin);
    std::size_t last = begin;
    if (isBare(begin) && unitOf(begin) == kForcedBreak) return addEmptyLine(item, begin);
    item.width = boxWidth(begin);
    while (true) {
      std::size_t next = last + 1;
      if (!rubyGoesOn(last, next)) {
        const Gap gap = gapAfter(last, next);
        if (next >= clusters_.size() || !isTrivial(gap, last, next)) return finish(item, last, next, gap);
      }
      // Invisible controls between the two stay inside the box.
      for (std::size_t inside = last + 1; inside <= next; ++inside) {
        item.width += letterSpacing(inside - 1) + (inside == next || !isBare(inside) ? boxWidth(inside) : 0);
      }
      last = next;
    }
  }

  std::size_t addEmptyLine(Item& item, std::size_t at) {
    item.gapCluster = item.cluster;
    item.gap.kind = BreakKind::Forced;
    result_.items.push_back(item);
    return at + 1;
  }

  std::size_t finish(Item& item, std::size_t last, std::size_t next, const Gap& gap) {
    item.gapCluster = static_cast<std::uint32_t>(last + 1);
    item.gap = gap;
    describe(item, last);
    if (mayBreakAnywhere(item.cluster) && item.gapCluster - item.cluster > 1 && item.ruby < 0 && Length::units(item.width) > in_.narrowestLine) {
      splitForEmergency(item);
    } else {
      result_.items.push_back(item);
    }
    return next;
  }

  void describe(Item& item, std::size_t last) {
    // A letter and the marks behind it make one item where nothing may come between them.
    std::size_t letters = 0, marks = 0;
    for (std::size_t at = item.cluster; at <= last; ++at) {
      const CharacterClass kind = text_.classes[clusters_[at].text];
      const bool isLetter = text::isCjk(kind) && !isSymbol(unitOf(at));
      if (isLetter) {
        ++letters;
      } else if (isMarkBesideLetters(kind) || text::isCjk(kind) || isOfNoteCall(at)) {
        ++marks;
      }
    }
    const bool hasNothingElse = letters + marks == last + 1 - item.cluster;
    item.isMark = hasNothingElse && letters == 0;
    item.isLetter = hasNothingElse && letters == 1;
    item.isLeader = unitOf(item.cluster) == kObject && objectAt(clusters_[item.cluster].text).box->kind == box::Kind::Leader;
    item.ruby = rubyFrom(clusters_[item.cluster].text);
  }

  /// Whether a word may rather be broken before this cluster than within what follows: lists of numbers and ranges
  /// ("85,86,90–97") are read in parts.
  bool isSeam(std::uint32_t at) const {
    const char16_t before = unitOf(at - 1), after = unitOf(at);
    const bool isSeparator = before == u',' || before == u';' || before == u'\u2013' || before == u'\u2014' || before == u'-';
    return isSeparator && (text::isLetterOrDigit(after) || after == u'[' || after == u'(');
  }

  bool isInNumber(std::uint32_t at) const { return dividesNumber(text_.text, clusters_[at].text); }

  /// Breaks of last resort, none in a number: behind the separators of a list where that is enough, else between any two clusters.
  void splitForEmergency(const Item& whole) {
    for (std::uint32_t begin = whole.cluster; begin < whole.gapCluster;) {
      std::uint32_t end = begin + 1;
      std::int64_t width = boxWidth(begin);
      for (; end < whole.gapCluster && (!isSeam(end) || isInNumber(end)); ++end) {
        width += letterSpacing(end - 1) + (isBare(end) ? 0 : boxWidth(end));
      }
      if (Length::units(width) > in_.narrowestLine) {
        splitByClusters(begin, end);
      } else {
        addPiece(begin, end, static_cast<std::int64_t>(width));
      }
      begin = end;
    }
    result_.items.back().gap = whole.gap;
  }

  void addPiece(std::uint32_t begin, std::uint32_t end, std::int64_t width) {
    Item piece;
    piece.cluster = begin;
    piece.gapCluster = end;
    piece.width = width;
    piece.gap.kind = BreakKind::Emergency;
    piece.gap.natural = letterSpacing(end - 1);
    result_.items.push_back(piece);
  }

  void splitByClusters(std::uint32_t begin, std::uint32_t end) {
    for (std::uint32_t at = begin; at < end; ++at) {
      if (at > begin && isBare(at)) {
        ++result_.items.back().gapCluster;
      } else if (at > begin && isInNumber(at)) {
        Item& number = result_.items.back();
        number.width += number.gap.natural + boxWidth(at);
        number.gap.natural = letterSpacing(at);
        number.gapCluster = at + 1;
      } else {
        addPiece(at, at + 1, boxWidth(at));
      }
    }
  }

  bool rubyGoesOn(std::size_t last, std::size_t next) {
    if (text_.rubies.empty() || next >= clusters_.size()) return false;
    const std::int64_t ruby = rubyFrom(clusters_[last].text);
    return ruby >= 0 && clusters_[next].text < text_.rubies[static_cast<std::size_t>(ruby)].end;
  }

  /// Whether a warichu begins or ends between the two.
  bool isWarichuBorder(std::uint32_t last, std::uint32_t next) const {
    const auto at = std::ranges::upper_bound(text_.warichus, last, {}, &Warichu::end);
    if (at == text_.warichus.end()) return false;
    return at->begin > last ? at->begin <= next : at->end <= next;
  }

  /// No place to break or to space: the box goes on. Ruby pairs and objects are boxes of their own.
  bool isTrivial(const Gap& gap, std::size_t last, std::size_t next) {
    if (unitOf(last) == kObject || unitOf(next) == kObject) return false;
    if (!text_.rubyWords.empty() && (rubyFrom(clusters_[last].text) >= 0 || rubyFrom(clusters_[next].text) >= 0 ||
                                     wordFrom(clusters_[last].text) != wordFrom(clusters_[next].text))) {
      return false;
    }
    if (!text_.warichus.empty() && isWarichuBorder(clusters_[last].text, clusters_[next].text)) return false;
    return gap.kind == BreakKind::Forbidden && gap.natural == letterSpacing(last) && gap.shrink == 0 &&
           gap.stretch == 0 && !gap.stretchesWithoutLimit;
  }

  /// The gap behind cluster `last`; `next` moves to the cluster that begins the next item.
  Gap gapAfter(std::size_t last, std::size_t& next) {
    Gap gap;
    std::int64_t width = 0;
    bool hasSpace = false;
    for (; next < clusters_.size(); ++next) {
      gap.kind = std::max(gap.kind, breakBefore(next));
      if (gap.kind == BreakKind::Forced) break;
      if (isSpace(next)) {
        hasSpace = true;
        width += spaceWidth(next);
      } else if (!isBare(next)) {
        break;
      }
    }
    if (next >= clusters_.size()) gap.kind = BreakKind::Forced;
    if (gap.kind == BreakKind::Hyphen) gap.hyphen = in_.hyphenWidths[spanOf(last).inlineBox];
    fill(gap, last, next, hasSpace ? std::optional(width) : std::nullopt);
    return gap;
  }

  BreakKind breakBefore(std::size_t cluster) const { return in_.breaks[clusters_[cluster].text]; }

  std::int64_t spaceWidth(std::size_t space) {
    const css::ComputedStyle& style = styleOf(space);
    return clusters_[space].advance + units(style.wordSpacing + style.letterSpacing);
  }

  void fill(Gap& gap, std::size_t last, std::size_t next, std::optional<std::int64_t> typedSpace) {
    const bool isEnd = gap.kind == BreakKind::Forced;
    gap.endBlank = blankAfter(last);
    if (gap.kind != BreakKind::Forbidden) setLineEnd(gap, last);
    if (isEnd) {
      gap.startBlank = next < clusters_.size() ? blankBefore(next) : 0;
      return;
    }
    gap.startBlank = blankBefore(next);
    const GapSide before = sideOf(last, gap.endBlank), after = sideOf(next, gap.startBlank);
    const GapGlue glue = glueOf(before, after, last, next, typedSpace);
    gap.natural = static_cast<std::int64_t>(glue.natural) + letterSpacing(last);
    gap.shrink = static_cast<std::int64_t>(glue.shrink);
    gap.stretch = static_cast<std::int64_t>(glue.stretch);
    gap.shrinkRank = result_.policy.shrinkRank[static_cast<std::size_t>(glue.shrinkKind)];
    gap.stretchRank = glue.stretchKind == Glue::WordSpace ? 0 : glue.stretchKind == Glue::HanLatin ? 1 : 2;
    gap.stretchesWithoutLimit = glue.stretchesWithoutLimit;
  }

  GapGlue glueOf(const GapSide& before, const GapSide& after, std::size_t last, std::size_t next,
                 std::optional<std::int64_t> typedSpace) {
    const SpacingPolicy& policy = result_.policy;
    const bool mayGap = text::isCjk(before.kind) != text::isCjk(after.kind);
    const Autospace autospace = mayGap ? autospaceBetween(last, next) : kNoAutospace;
    if (typedSpace && styleOf(last).whiteSpaceCollapse == css::WhiteSpaceCollapse::Preserve) {
      return {*typedSpace, 0, 0, Glue::None, Glue::None, false};
    }
    // One line has one gap between the two scripts, typed or not (clreq 3.2.3).
    const bool isReplaced = typedSpace && (autospace.alpha || autospace.numeric || autospace.replaces) && takesAutospace(before, after, policy);
    if (typedSpace && !isReplaced) return glueOfSpace(*typedSpace, before, after, policy);
    GapGlue glue = glueBetween(before, after, policy, autospace);
    if (typedSpace && !autospace.replaces && glue.natural == 0) return glueOfSpace(*typedSpace, before, after, policy);
    // A note's call stands at its text whatever the line does.
    if (glue.stretchesWithoutLimit && isOfNoteCall(next) && breakBefore(next) == BreakKind::Forbidden) {
      glue.stretch = 0;
      glue.stretchesWithoutLimit = false;
    }
    return glue;
  }

  /// How a line may end behind cluster `last`: with its blank or without, or with the mark outside.
  void setLineEnd(Gap& gap, std::size_t last) {
    gap.ends = result_.policy.lineEnds;
    if (gap.ends == LineEnds::HalfButStops) {
      const bool isStop = text_.classes[clusters_[last].text] == CharacterClass::FullStop;
      gap.ends = isStop ? LineEnds::Full : LineEnds::Half;
    }
    const css::HangingPunctuation& hanging = styleOf(last).hangingPunctuation;
    if (hanging.end == css::HangingEnd::None || gap.hyphen != 0) return;
    gap.hang = hangAtLineEnd(text_, in_.shaped, last, styleOf(last));
    gap.mustHang = hanging.end == css::HangingEnd::Force;
  }

  /// The unbroken pair at this place; -1 where there is none.
  std::int64_t rubyFrom(std::uint32_t offset) const {
    const auto pair = std::ranges::upper_bound(text_.rubies, offset, {}, &RubyPair::end);
    if (pair == text_.rubies.end() || pair->begin > offset || pair->isLoose) return -1;
    return static_cast<std::int64_t>(pair - text_.rubies.begin());
  }

  /// The ruby word at this place; -1 where there is none.
  std::int64_t wordFrom(std::uint32_t offset) const {
    const auto word = std::ranges::upper_bound(text_.rubyWords, offset, {}, &RubyWord::end);
    if (word == text_.rubyWords.end() || word->begin > offset) return -1;
    return static_cast<std::int64_t>(word - text_.rubyWords.begin());
  }

  bool mayBreakAnywhere(std::size_t cluster) {
    const css::ComputedStyle& style = styleOf(cluster);
    return style.overflowWrap != css::OverflowWrap::Normal || style.wordBreak == css::WordBreak::BreakWord;
  }

  void breakRuns() {
    const auto resortBehind = [&](std::size_t index) {
      const Item &item = result_.items[index], &next = result_.items[index + 1];
      if (!mayBreakAnywhere(item.cluster) || styleOf(item.cluster).textWrapMode == css::TextWrapMode::NoWrap) return LastResort::Never;
      const bool hasBlank = item.gapCluster < next.cluster;
      const bool isInNumber = isDigit(unitOf(item.gapCluster - 1)) && isDigit(unitOf(next.cluster));  // "1 000"
      return hasBlank && !isInNumber ? LastResort::Willing : LastResort::Reluctant;
    };
    for (const std::size_t opened : breakOverlongRuns(result_.items, units(in_.narrowestLine), resortBehind))
      setLineEnd(result_.items[opened].gap, result_.items[opened].gapCluster - 1);
  }

  const ItemInputs& in_;
  const InlineText& text_;
  const std::vector<Cluster>& clusters_;
  Items result_;
  std::size_t spanIndex_ = 0;
};

}  // namespace

Items makeItems(const ItemInputs& inputs) { return ItemMaker(inputs).make(); }

}  // namespace octavo::layout
