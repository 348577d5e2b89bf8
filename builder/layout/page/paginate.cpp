// layout/page: a chapter on its pages: all of it at once, or, where their measures differ, page by page.
#include <algorithm>
#include <set>
#include <span>

#include "layout/page/chapter.h"
#include "layout/page/cut.h"
#include "layout/page/search/costs.h"

namespace octavo::layout::page {

namespace {

/// What is looked at to choose one page's end, in pages.
constexpr int kWindowPages = 3;
/// A page that costs no more (a hole of a fourteenth) ends where its own measure says. Else so many ends are tried, each
/// with what follows it laid out in the measure of the next page.
constexpr double kGoodPage = 50;
constexpr std::size_t kMostTries = 4;
constexpr int kPagesBehind = 2;  // of what follows

using Piece = std::pair<const dom::Element*, std::uint32_t>;

/// Boxes that began on an earlier page say their ids, strings and counters only there.
class FirstPiecesOnly {
 public:
  LogicalFragmentPtr apply(const LogicalFragmentPtr& whole) { return visit(whole); }
  void remember(const LogicalFragment& fragment) {
    if (!fragment.isLine && fragment.source) begun_.insert({fragment.source, fragment.order});
    for (const PlacedLogical& child : fragment.children) remember(*child.fragment);
  }

 private:
  LogicalFragmentPtr visit(const LogicalFragmentPtr& whole) const {
    if (whole->isLine || !whole->source || !begun_.contains({whole->source, whole->order})) return whole;
    auto rest = std::make_shared<LogicalFragment>(*whole);
    rest->anchors.clear();
    rest->strings.clear();
    rest->flow.pageCounterReset.clear();
    for (PlacedLogical& child : rest->children) child.fragment = visit(child.fragment);
    return rest;
  }

  std::set<Piece> begun_;
};

/// Where a page begins, and with what.
struct PageStart {
  std::shared_ptr<const BreakToken> token;
  ByStream<LogicalFragmentPtr> carried;  // what is left of notes called before
  std::size_t page = 0;
  std::string name;
  bool isTextDone = false, isDone = false;
};

class Pagination {
 public:
  Pagination(const ChapterSetting& setting, BookFrames& frames, Context& context)
      : setting_(setting), frames_(frames), context_(context) {
    start_.name = setting.root->style->page;
  }

  /// The whole chapter is laid out in the one measure of its pages.
  ChapterPages run(const LaidFlow& laid, std::size_t firstPage) {
    start_.page = firstPage;
    takeAll(laid);
    return std::move(chapter_);
  }

  ChapterPages run(std::size_t firstPage) {
    start_.page = firstPage;
    start_.page = setting_.fragmentainers.pageFor(layoutPages(start_, 1).laid.galley.before, firstPage);
    while (!start_.isDone) addPages();
    return std::move(chapter_);
  }

 private:
  /// What is laid out in one measure to choose the next page ends.
  struct Window {
    LaidFlow laid;
    std::shared_ptr<const BreakToken> resume;
    Length marginStart;
    Diagnostics diagnostics;  // of the layout: reported where it is taken
  };
  using Parts = std::span<const ChosenPart>;

  /// One page as it could be.
  struct Attempt {
    Window window;
    std::vector<ChosenPart> parts;
    PageStart next;
    double cost = 0;  // with what follows
  };

  const PageFrame& frameOf(const PageStart& start) {
    return frames_.at(start.page, start.name, setting_.root->style->language);
  }

  /// What comes next, up to as much as a page of its name is high, `pages` times.
  Window layoutPages(PageStart& start, int pages) {
    const auto size = [&] { return frameOf(start).area(setting_.mode).blockSize * pages; };
    Window window = layout(start, size());
    // CSS Paged Media 3, section 5.3: a page has the name of the first content on it, whatever came before.
    const Galley& galley = window.laid.galley;
    if (start.isTextDone || galley.column->children.empty() || galley.startPage == start.name) return window;
    start.name = galley.startPage;
    return layout(start, size());
  }

  /// What comes next, in the measure of this page, up to `blockSize` of it. Figures may move where all that follows has
  /// this measure.
  Window layout(const PageStart& start, Length blockSize) {
    const FlowArea flow = frameOf(start).flow(setting_.mode);
    const Length measure = flow.columns.front().size.inlineSize;
    Window window;
    Context context{context_.fonts, context_.hyphenator, context_.images, context_.pageLabels, window.diagnostics,
                    context_.reducedTables};
    Space space = setting_.columnOf(measure);
    space.remainingBlockSize = blockSize;
    Result result;
    if (!start.isTextDone) result = layoutBox(*setting_.root, space, start.token.get(), context);
    if (result.fragment) result.fragment = pieces_.apply(result.fragment);
    window.resume = std::move(result.resume);
    window.marginStart = result.margin.blockStart;
    Galley& galley = window.laid.galley;
    galley = makeGalley(columnOf(result, measure, setting_.direction), setting_.pageBlockSize, isInOneMeasure(start));
    galley.goesOn = window.resume != nullptr;
    if (start.token || start.isTextDone || !chapter_.pages.empty()) galley.before = css::Break::Auto;
    for (std::size_t stream = 0; stream < kNoteStreams; ++stream) {
      window.laid.notes[stream] = layoutNotes(galley.notes[stream], start.carried[stream],
                                              space.inside(flow.notes[stream].measure), setting_.direction, context);
    }
    return window;
  }

  /// From here on all pages are equally wide.
  bool isInOneMeasure(const PageStart& start) const {
    const bool isFirstOfBook = start.page == 0 && setting_.fragmentainers.first;
    return setting_.restHasOneMeasure && !isFirstOfBook;
  }

  std::vector<ChosenPart> choose(const PageStart& start, const LaidFlow& laid) const {
    return choosePageEnds(laid, setting_.fragmentainers, {start.page, 0});
  }

  void addPages() {
    if (isInOneMeasure(start_) && !start_.isTextDone) {
      const Window rest = layout(start_, Length::infinite());
      context_.diagnostics.append(rest.diagnostics);
      return takeAll(rest.laid);
    }
    Window window = layoutPages(start_, start_.isTextDone ? 1 : kWindowPages);
    const Galley& galley = window.laid.galley;
    const std::vector<ChosenPart> parts = choose(start_, window.laid);
    const Parts page = pageFrom(parts, 0);
    const std::size_t end = page.back().to;
    if (end == 0 || (end == galley.last() && !galley.goesOn)) {
      return take(attemptWith(std::move(window), {page.begin(), page.end()}, true));
    }
    take(bestOf(window, page));
  }

  /// The parts of one page.
  static Parts pageFrom(Parts parts, std::size_t begin) {
    std::size_t end = begin;
    while (end < parts.size() && parts[end].slot.page == parts[begin].slot.page) ++end;
    return parts.subspan(begin, end - begin);
  }

  /// The page with the end that the window's own search has found, or with another where that is not good.
  Attempt bestOf(const Window& window, Parts page) {
    Attempt best = upTo(window, page.back().to);
    if (page.size() > 1 || best.cost <= kGoodPage) return best;
    addCostBehind(best);
    std::vector<std::size_t> tried{page.back().to};
    for (const ChosenPart& part : firstParts(window.laid, setting_.fragmentainers, page.front().slot)) {
      if (tried.size() == kMostTries || part.cost >= cost::kLastResort) break;
      if (part.to == 0 || std::ranges::find(tried, part.to) != tried.end()) continue;
      tried.push_back(part.to);
      Attempt other = upTo(window, part.to);
      addCostBehind(other);
      if (other.cost < best.cost) best = std::move(other);
    }
    return best;
  }

  /// What the next pages cost behind this one.
  void addCostBehind(Attempt& attempt) {
    if (attempt.next.isDone) return;
    PageStart next = attempt.next;
    const Window window = layoutPages(next, kPagesBehind);
    for (const ChosenPart& part : choose(next, window.laid)) attempt.cost += part.cost;
  }

  /// Lays out once more as much as goes on this page; where that stops the next page goes on.
  Attempt upTo(const Window& window, std::size_t end) {
    const Galley& galley = window.laid.galley;
    for (std::size_t position = end; position <= galley.last(); ++position) {
      Window exact = layout(start_, galley.filled(position) - window.marginStart);
      Galley& piece = exact.laid.galley;
      const Length reached = piece.filled(piece.last());
      const bool isProgress = reached > exact.marginStart;
      if (piece.column->children.empty() || (exact.resume && !isProgress)) continue;
      const bool isExact = reached == galley.filled(position);
      if (hasOneColumn()) piece.joinSegments();
      const std::vector<ChosenPart> parts = choose(start_, exact.laid);
      const Parts page = pageFrom(parts, 0);
      if (page.back().to < piece.last()) continue;
      const bool isLast = exact.resume == nullptr;
      Attempt attempt = attemptWith(std::move(exact), {page.begin(), page.end()}, isLast);
      attempt.next.token = attempt.window.resume;
      if (!isExact) return attempt;
      attempt.cost += penaltyAt(galley, position);
      attempt.next.page = setting_.fragmentainers.pageFor(galley.forcedAt(position), attempt.next.page);
      attempt.next.name = galley.pageAfter(position);
      return attempt;
    }
    // Not one piece fits below any end that was seen: the rest goes on one page.
    Window rest = layout(start_, Length::infinite());
    rest.laid.galley.joinSegments();
    const std::vector<ChosenPart> parts = choose(start_, rest.laid);
    const Parts page = pageFrom(parts, 0);
    return attemptWith(std::move(rest), {page.begin(), page.end()}, true);
  }

  /// What the place costs as this page's end, which a piece that was laid out up to there no longer knows.
  double penaltyAt(const Galley& galley, std::size_t position) const {
    const PageEnd& end = galley.at(position);
    if (isForced(end.forced)) return 0;
    return end.penalty + (Fragmentainers::isRecto(start_.page) ? end.turnPenalty : 0);
  }

  bool hasOneColumn() const { return setting_.fragmentainers.room(start_.page, start_.name).size() == 1; }

  /// A page of what is laid out for it.
  Attempt attemptWith(Window window, std::vector<ChosenPart> parts, bool isLastText) const {
    Attempt attempt;
    attempt.window = std::move(window);
    attempt.parts = std::move(parts);
    attempt.next = start_;
    const LaidFlow& laid = attempt.window.laid;
    const ChosenPart& last = attempt.parts.back();
    PageStart& next = attempt.next;
    ++next.page;
    next.isDone = next.isTextDone = next.isTextDone || (isLastText && last.to == laid.galley.last());
    const NoteCounts called = laid.galley.notesBefore(last.to);
    for (std::size_t stream = 0; stream < kNoteStreams; ++stream) {
      const NoteColumn& notes = laid.notes[stream];
      const std::size_t done = notes.done(called[stream]);
      const std::size_t set = last.notesTo[stream];
      next.carried[stream] = set < done ? cut(notes.galley, set, done) : nullptr;
      next.isDone = next.isDone && !next.carried[stream];
    }
    for (const ChosenPart& part : attempt.parts) attempt.cost += part.cost;
    return attempt;
  }

  void take(Attempt attempt) {
    const LaidFlow& laid = attempt.window.laid;
    context_.diagnostics.append(attempt.window.diagnostics);
    compose(laid, attempt.parts);
    if (attempt.parts.back().to != attempt.parts.front().from) {
      for (const PlacedLogical& child : laid.galley.column->children) pieces_.remember(*child.fragment);
    }
    if (attempt.next.isTextDone && !start_.isTextDone) chapter_.after = laid.galley.ends.back().forced;
    start_ = std::move(attempt.next);
  }

  /// All that is left: the pages that follow are equally wide.
  void takeAll(const LaidFlow& laid) {
    chapter_.after = laid.galley.ends.back().forced;
    const std::vector<ChosenPart> parts = choose(start_, laid);
    for (std::size_t begin = 0; begin < parts.size();) {
      const Parts page = pageFrom(parts, begin);
      start_.page = page.front().slot.page;
      start_.name = laid.galley.pageAfter(page.front().namedAt);
      compose(laid, page);
      begin += page.size();
    }
    start_.isDone = true;
  }

  void compose(const LaidFlow& laid, Parts parts) {
    PlannedPage page;
    page.page = start_.page;
    page.name = start_.name;
    page.area = composeArea(laid, parts, frameOf(start_).flow(setting_.mode));
    for (const ChosenPart& part : parts) reportOverfull(part, *page.area, context_.diagnostics);
    chapter_.pages.push_back(std::move(page));
  }

  const ChapterSetting& setting_;
  BookFrames& frames_;
  Context& context_;
  PageStart start_;
  FirstPiecesOnly pieces_;
  ChapterPages chapter_;
};

}  // namespace

ChapterPages paginate(const ChapterSetting& setting, const LaidFlow* laid, std::size_t firstPage, BookFrames& frames,
                      Context& context) {
  Pagination pagination(setting, frames, context);
  return laid ? pagination.run(*laid, firstPage) : pagination.run(firstPage);
}

}  // namespace octavo::layout::page
