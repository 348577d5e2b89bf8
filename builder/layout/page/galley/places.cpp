// layout/page: the places in a finished fragment tree where a page may end.
#include "layout/page/galley/places.h"

#include <algorithm>
#include <utility>

#include "layout/page/galley/bands.h"
#include "layout/page/galley/beside.h"
#include "layout/page/search/costs.h"

namespace octavo::layout::page {

namespace {

constexpr bool isAvoid(css::Break value) {
  return value == css::Break::Avoid || value == css::Break::AvoidPage;
}

/// CSS Fragmentation 3, section 4.1: of two forced breaks the later wins, a forced one wins over avoid.
css::Break joined(css::Break earlier, css::Break later) {
  if (isForced(later)) return later;
  if (isForced(earlier)) return earlier;
  return isAvoid(later) ? later : earlier;
}

template <class T>
void append(std::vector<T>& to, const std::vector<T>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

/// Whether a child may leave its place for the start of a later page.
bool mayMove(const LogicalFragment& child, const Flow& flow, const Surroundings& around) {
  if (around.isBeside || child.isLine || child.flow.isBesideFlow) return false;
  // A note stays with its call, and notes keep their order: what calls one does not move.
  if (!flow.notes.empty() || flow.extent > around.pageBlockSize) return false;
  if (std::ranges::any_of(flow.places, [](const Place& place) { return !place.notes.empty(); })) return false;
  return child.flow.isPageFloat;
}

/// What a page end costs, and what more where it is a page turn.
struct Cost {
  int penalty = 0, turn = 0;
  Cost& operator+=(const Cost& other) {
    penalty += other.penalty;
    turn += other.turn;
    return *this;
  }
};

/// The walk through one fragment's children.
class Walk {
 public:
  Walk(const LogicalFragment& fragment, const Surroundings& around) : fragment_(fragment), around_(around) {
    if (!fragment.flow.page.empty()) around_.page = fragment.flow.page;
  }

  Flow run() {
    walkChildren();
    bands_ = bandsOf(fragment_, children_);
    findHead();
    findFloats();
    for (std::size_t index = 0; index < bands_.size(); ++index) {
      if (index > 0) addBetween(bands_[index - 1], bands_[index]);
      if (bands_[index].last - bands_[index].first == 1)
        addInside(bands_[index], index);
      else
        addBeside(bands_[index]);
    }
    const bool isWhole = fragment_.flow.isRepeatedHead || fragment_.flow.isCaption;
    if (isWhole && fragment_.size.blockSize <= around_.pageBlockSize) keepWhole();
    addOwnFacts();
    return std::move(flow_);
  }

 private:
  Length startOf(std::size_t child) const { return fragment_.children[child].at.blockStart; }
  Length endOf(std::size_t child) const { return startOf(child) + children_[child].extent; }
  const FlowFacts& factsOf(std::size_t child) const { return fragment_.children[child].fragment->flow; }

  std::size_t leading(const Band& band) const { return firstInFlow(fragment_, band); }
  std::size_t trailing(const Band& band) const { return lastInFlow(fragment_, band); }

  void walkChildren() {
    children_.reserve(fragment_.children.size());
    for (const PlacedLogical& child : fragment_.children) {
      Surroundings inner = around_;
      inner.isBeside = inner.isBeside || child.fragment->flow.isBesideFlow || overlapsSibling(child);
      children_.push_back(findPlaces(*child.fragment, inner));
      if (child.fragment->isLine) ++lineCount_;
    }
  }

  /// Cells: the next or the previous child begins at the same height.
  bool overlapsSibling(const PlacedLogical& child) const {
    const auto index = static_cast<std::size_t>(&child - fragment_.children.data());
    const auto beside = [&](std::size_t other) {
      return !factsOf(other).isBesideFlow && startOf(other) == child.at.blockStart &&
             fragment_.children[other].fragment->size.blockSize > Length{} &&
             child.fragment->size.blockSize > Length{};
    };
    return (index > 0 && beside(index - 1)) || (index + 1 < fragment_.children.size() && beside(index + 1));
  }

  void findFloats() {
    isFloat_.resize(children_.size());
    for (const Band& band : bands_) {
      if (band.last - band.first != 1 || !mayMove(*fragment_.children[band.first].fragment, children_[band.first], around_))
        continue;
      isFloat_[band.first] = true;
      children_[band.first].startsWithFloat = children_[band.first].endsWithFloat = true;
    }
  }

  void findHead() {
    for (std::size_t index = 0; index + 1 < children_.size(); ++index) {
      if (!factsOf(index).isRepeatedHead) continue;
      const Length size = startOf(index + 1) - startOf(index);
      if (size.scaled(2.0) > around_.pageBlockSize) continue;  // rather no head than no room for rows
      head_ = index;
      headSize_ = size;
      return;
    }
  }

  bool repeatsHead(std::size_t next) const { return head_ && next > *head_ + 1; }

  /// Everything of a cut that comes from this fragment; `repeated` is that of the parts inside.
  std::shared_ptr<Cut> newCut(std::size_t next, Length end, Length resume, Length repeated) const {
    auto cut = std::make_shared<Cut>();
    cut->next = next;
    cut->end = end;
    cut->resume = resume;
    cut->repeated = repeated;
    if (repeatsHead(next)) {
      cut->head = head_;
      cut->headSize = headSize_;
      cut->repeated += headSize_;
    }
    return cut;
  }

  const std::shared_ptr<CutLevel>& level() {
    if (!flow_.level) flow_.level = std::make_shared<CutLevel>();
    return flow_.level;
  }

  Place newPlace(std::shared_ptr<Cut> cut, Cost cost) {
    Place place;
    place.repeated = cut->repeated;
    place.end = cut->end;
    place.resume = cut->resume;
    place.penalty = cost.penalty;
    place.turnPenalty = cost.turn;
    place.page = around_.page;
    place.cut = {std::move(cut), level()};
    place.notes = std::move(notes_);
    place.floats = std::move(floats_);
    notes_.clear();
    floats_.clear();
    return place;
  }

  /// What a page end behind a line costs that ends with a hyphen: CSS Text 4, section 6.3.5.
  Cost lineCost(int linesBefore, css::HyphenateLimitLast hyphen) const {
    Cost cost;
    if (lineCount_ == 0) return cost;
    const int linesAfter = lineCount_ - linesBefore;
    if (hyphen != css::HyphenateLimitLast::None) {
      if (hyphen != css::HyphenateLimitLast::Spread) cost.penalty = cost::kHyphen;
      cost.turn = cost::kHyphenTurn - cost.penalty;
    }
    if (linesBefore > 0 && linesBefore < fragment_.flow.orphans && linesAfter > 0) cost.penalty += cost::kOrphan;
    if (linesAfter > 0 && linesAfter < fragment_.flow.widows && linesBefore > 0) cost.penalty += cost::kWidow;
    return cost;
  }

  static bool isRows(const LogicalFragment& fragment) {
    return fragment.layer == fragment::PaintLayer::RowGroup && !fragment.flow.isRepeatedHead;
  }

  /// Whether a page end between the bands leaves one low row of the table alone: the first of its group above the end or the last
  /// below it, or a group of one row at either end of the table. A tall row is a paragraph of its own.
  bool leavesLoneRow(const Band& above, const Band& below) const {
    const auto isLow = [&](const Band& band) { return (band.end - band.start).scaled(4.0) <= around_.pageBlockSize; };
    if (isRows(fragment_)) {
      return (&above == &bands_.front() && isLow(above)) || (&below == &bands_.back() && isLow(below));
    }
    const auto isOneRow = [&](const Band& band) {
      const LogicalFragment& group = *fragment_.children[band.first].fragment;
      return band.last - band.first == 1 && isRows(group) && group.children.size() == 1 && isLow(band);
    };
    const bool isFirst = head_ && above.first == *head_ + 1;
    return (isFirst && isOneRow(above)) || (&below == &bands_.back() && isOneRow(below) && isRows(*fragment_.children[above.first].fragment));
  }

  /// What the children of a band ask of a break behind it; an empty band hands down what stands above it.
  css::Break valueAfter(const Band& band) const {
    css::Break value = isAvoid(valueAboveEmpty_) ? valueAboveEmpty_ : css::Break::Auto;
    for (std::size_t child = band.first; child < band.last; ++child) value = joined(value, children_[child].after);
    return value;
  }

  void addBetween(const Band& above, const Band& below) {
    css::Break value = valueAfter(above);
    for (std::size_t child = below.first; child < below.last; ++child)
      value = joined(value, children_[child].before);
    // What has no size (marks for an index, targets) stands between two neighbours and parts them from nothing.
    valueAboveEmpty_ = below.isEmpty() ? value : css::Break::Auto;
    const bool isBesideLine = linesSoFar_ > 0 && linesSoFar_ < lineCount_;
    Cost cost{isAvoid(value) ? cost::kKeep : 0};
    if (isBesideLine) cost += lineCost(linesSoFar_, factsOf(above.last - 1).hyphenLimit);
    const bool isCaption = factsOf(trailing(above)).isCaption || factsOf(leading(below)).isCaption;
    if (isCaption || (head_ && below.first == *head_ + 1)) cost.penalty = std::max(cost.penalty, cost::kParted);
    if (above.isEmpty()) cost.penalty += cost::kEmpty;
    if (leavesLoneRow(above, below)) cost.penalty += cost::kLoneRow;

    const std::string& page = isBesideLine ? around_.page : children_[leading(below)].startPage;
    if (!isForced(value) && page != children_[trailing(above)].endPage && !isBesideLine)
      value = css::Break::Page;
    Length resume = below.start;
    if (isForced(value)) {
      // CSS Fragmentation 3, section 5.2: after a forced break margins are kept.
      const Length gap = std::max(Length{}, below.start - above.end);
      resume -= std::clamp(factsOf(leading(below)).marginBlockStart, Length{}, gap);
    }
    Place place = newPlace(newCut(below.first, above.end, resume, {}), cost);
    if (isForced(value)) place.forced = value;
    place.page = page;
    place.isAfterFloat = children_[trailing(above)].endsWithFloat;
    place.isBeforeFloat = children_[leading(below)].startsWithFloat;
    place.isBesideNothing = startsNarrow(fragment_, children_, below);
    flow_.places.push_back(std::move(place));
  }

  /// How much shorter the fragment is without a child: the margins of its neighbours then meet.
  Length removedBy(std::size_t child, std::size_t band) const {
    const bool isFirst = band == 0;
    const bool isLast = band + 1 == bands_.size();
    if (isFirst && isLast) return endOf(child) - startOf(child);
    if (isFirst) return bands_[band + 1].start - startOf(child);
    if (isLast) return endOf(child) - bands_[band - 1].end;
    const Length gap = std::max(factsOf(trailing(bands_[band - 1])).marginBlockEnd,
                                factsOf(leading(bands_[band + 1])).marginBlockStart);
    return bands_[band + 1].start - bands_[band - 1].end - gap;
  }

  void addFloat(std::size_t child, std::size_t band) {
    const PlacedLogical& placed = fragment_.children[child];
    PageFloat found;
    found.fragment = placed.fragment.get();
    found.shared = placed.fragment;
    found.inlineStart = placed.at.inlineStart;
    found.removed = std::max(Length{}, removedBy(child, band));
    const bool isLast = band + 1 == bands_.size();
    found.marginBefore = placed.fragment->flow.marginBlockStart;
    found.marginAfter = std::max(placed.fragment->flow.marginBlockEnd,
                                 isLast ? Length{} : bands_[band + 1].start - endOf(child));
    floats_.push_back(std::move(found));
  }

  void addInside(const Band& band, std::size_t bandIndex) {
    const std::size_t child = band.first;
    if (fragment_.children[child].fragment->isLine) ++linesSoFar_;
    if (isFloat_[child]) return addFloat(child, bandIndex);
    Flow& flow = children_[child];
    if (flow.level) putLevelAround(*flow.level, child);
    const Length repeated = repeatsHead(child + 1) ? headSize_ : Length{};
    for (Place& place : flow.places) {
      append(notes_, place.notes);
      appendFloats(place.floats, child);
      place.notes = std::exchange(notes_, {});
      place.floats = std::exchange(floats_, {});
      place.end += startOf(child);
      place.resume += startOf(child);
      place.repeated += repeated;
    }
    if (flow_.places.empty())
      flow_.places = std::move(flow.places);
    else
      std::ranges::move(flow.places, std::back_inserter(flow_.places));
    append(notes_, flow.notes);
    appendFloats(flow.floats, child);
  }

  void putLevelAround(CutLevel& inner, std::size_t child) {
    inner.outer = level();
    inner.child = child;
    inner.start = startOf(child);
    if (!repeatsHead(child + 1)) return;
    inner.head = head_;
    inner.headSize = headSize_;
  }

  void appendFloats(const std::vector<PageFloat>& floats, std::size_t child) {
    for (PageFloat moved : floats) {
      moved.inlineStart += fragment_.children[child].at.inlineStart;
      floats_.push_back(std::move(moved));
    }
  }

  void collectNotes(std::size_t child, Reach& reached, std::size_t places, bool isFinished) {
    for (; reached.places < places; ++reached.places)
      append(notes_, children_[child].places[reached.places].notes);
    if (isFinished && !reached.isFinished) append(notes_, children_[child].notes);
    reached.isFinished = isFinished;
  }

  /// Side by side each child is cut at its own last place above the page end; what is left of each then
  /// begins at the same height.
  void addBeside(const Band& band) {
    std::vector<Reach> reached(band.last - band.first);
    const int linesBefore = linesSoFar_;
    for (const Length height : heightsInside(fragment_, children_, band)) {
      linesSoFar_ = linesBefore;
      addBesideAt(band, height, reached);
    }
    linesSoFar_ = linesBefore;
    for (std::size_t child = band.first; child < band.last; ++child) {
      collectNotes(child, reached[child - band.first], children_[child].places.size(), true);
      if (fragment_.children[child].fragment->isLine) ++linesSoFar_;
    }
  }

  void addBesideAt(const Band& band, Length height, std::vector<Reach>& reached) {
    BesideCut beside(height);
    css::HyphenateLimitLast hyphen = css::HyphenateLimitLast::None;
    bool endsLine = false;
    for (std::size_t child = band.first; child < band.last; ++child) {
      const Flow& flow = children_[child];
      const LogicalFragment& fragment = *fragment_.children[child].fragment;
      const Reach reach = reachInto(flow, height - startOf(child));
      Reach& before = reached[child - band.first];
      collectNotes(child, before, reach.isRead ? flow.places.size() : std::max(reach.places, before.places), reach.isRead);
      if (reach.isFinished && fragment.isLine) {
        ++linesSoFar_;
        hyphen = fragment.flow.hyphenLimit;
        endsLine = true;
      }
      beside.add(child, fragment_.children[child], flow);
    }
    if (beside.open.empty()) return;
    auto cut = newCut(band.last, height, beside.resume, beside.repeated);
    cut->open = std::move(beside.open);
    Cost cost{beside.penalty, beside.turnPenalty};
    if (beside.straddling > 1) cost.penalty = std::max(cost.penalty, cost::kBeside);
    if (endsLine) cost += lineCost(linesSoFar_, hyphen);
    flow_.places.push_back(newPlace(std::move(cut), cost));
    flow_.places.back().isBesideNothing = beside.isNarrow && !beside.takesFloat;
  }

  void keepWhole() {
    std::vector<const box::Box*> notes;
    for (const Place& place : flow_.places) append(notes, place.notes);
    append(notes, notes_);
    notes_ = std::move(notes);
    flow_.places.clear();
    floats_.clear();
  }

  void addOwnFacts() {
    const FlowFacts& facts = fragment_.flow;
    flow_.notes = std::move(notes_);
    append(flow_.notes, facts.notes);
    flow_.floats = std::move(floats_);
    flow_.extent = flow_.contentStart = fragment_.size.blockSize;
    for (std::size_t child = 0; child < children_.size(); ++child) {
      flow_.extent = std::max(flow_.extent, endOf(child));
      flow_.contentStart = std::min(flow_.contentStart, startOf(child) + children_[child].contentStart);
      flow_.contentEnd = std::max(flow_.contentEnd, startOf(child) + children_[child].contentEnd);
    }
    const bool hasBlocks = lineCount_ == 0;
    const Flow& first = children_[leading(bands_.front())];
    const Flow& last = children_[trailing(bands_.back())];
    flow_.before = joined(facts.breakBefore, hasBlocks ? first.before : css::Break::Auto);
    flow_.after = joined(hasBlocks ? valueAfter(bands_.back()) : css::Break::Auto, facts.breakAfter);
    flow_.startPage = hasBlocks ? first.startPage : around_.page;
    flow_.endPage = hasBlocks ? last.endPage : around_.page;
    flow_.startsWithFloat = first.startsWithFloat;
    flow_.endsWithFloat = last.endsWithFloat;
    flow_.startsNarrow = startsNarrow(fragment_, children_, bands_.front());
    if (isAvoid(facts.breakInside)) {
      for (Place& place : flow_.places) place.penalty += cost::kAvoidInside;
    }
  }

  const LogicalFragment& fragment_;
  Surroundings around_;
  std::vector<Flow> children_;
  std::vector<Band> bands_;
  std::vector<bool> isFloat_;
  std::optional<std::size_t> head_;
  Length headSize_;
  css::Break valueAboveEmpty_ = css::Break::Auto;  // of the break above the last band, where that is empty
  int lineCount_ = 0, linesSoFar_ = 0;  // of the fragment's own children
  std::vector<const box::Box*> notes_;  // since the last place
  std::vector<PageFloat> floats_;
  Flow flow_;
};

}  // namespace

Flow findPlaces(const LogicalFragment& fragment, const Surroundings& around) {
  const bool isLeaf = fragment.isLine || fragment.isTurned || fragment.children.empty();
  if (!isLeaf) return Walk(fragment, around).run();
  Flow flow;
  const bool isEmpty = !fragment.isLine && fragment.children.empty() &&
                       (std::holds_alternative<fragment::Nothing>(fragment.content) ||
                        std::holds_alternative<LogicalFrame>(fragment.content));
  flow.extent = fragment.size.blockSize;
  (isEmpty ? flow.contentStart : flow.contentEnd) = flow.extent;
  flow.notes = fragment.flow.notes;
  flow.startsNarrow = fragment.flow.isBesideFloat;
  flow.before = fragment.flow.breakBefore;
  flow.after = fragment.flow.breakAfter;
  flow.startPage = flow.endPage = fragment.flow.page.empty() ? around.page : fragment.flow.page;
  return flow;
}

}  // namespace octavo::layout::page
