// layout/page: a chapter on its pages: all of it at once, or, where their measures differ, page by page.
#include <set>
#include <span>

#include "layout/page/chapter.h"
#include "layout/page/cut.h"

namespace octavo::layout::page {

namespace {

/// What is looked at to choose one page's end, in pages.
constexpr int kWindowPages = 3;

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

class Pagination {
 public:
  Pagination(const ChapterSetting& setting, BookFrames& frames, Context& context)
      : setting_(setting), frames_(frames), context_(context), name_(setting.root->style->page) {}

  /// The whole chapter is laid out in the one measure of its pages.
  ChapterPages run(const LaidFlow& laid, std::size_t firstPage) {
    page_ = firstPage;
    takeAll(laid);
    return std::move(chapter_);
  }

  ChapterPages run(std::size_t firstPage) {
    page_ = firstPage;
    startOnItsSide();
    while (!isDone_) addPages();
    return std::move(chapter_);
  }

 private:
  /// What is laid out in one measure to choose the next page ends.
  struct Window {
    LaidFlow laid;
    std::unique_ptr<const BreakToken> resume;
    Length marginStart;
  };
  using Parts = std::span<const ChosenPart>;

  const PageFrame& frame() { return frames_.at(page_, name_, setting_.root->style->language); }
  Length pageSize() { return frame().area(setting_.mode).blockSize; }

  /// What comes next, up to as much as a page of its name is high, `pages` times.
  Window layoutPages(int pages) {
    Window window = layout(pageSize() * pages);
    // CSS Paged Media 3, section 5.3: a page has the name of the first content on it, whatever came before.
    const Galley& galley = window.laid.galley;
    if (isTextDone_ || galley.column->children.empty() || galley.startPage == name_) return window;
    name_ = galley.startPage;
    return layout(pageSize() * pages);
  }

  /// What comes next, in the measure of this page, up to `blockSize` of it.
  Window layout(Length blockSize, bool mayMoveFigures = false) {
    const FlowArea flow = frame().flow(setting_.mode);
    const Length measure = flow.columns.front().size.inlineSize;
    Space space = setting_.columnOf(measure);
    space.remainingBlockSize = blockSize;
    Window window;
    Result result;
    if (!isTextDone_) result = layoutBox(*setting_.root, space, token_.get(), context_);
    if (result.fragment) result.fragment = pieces_.apply(result.fragment);
    window.resume = std::move(result.resume);
    window.marginStart = result.margin.blockStart;
    Galley& galley = window.laid.galley;
    galley = makeGalley(columnOf(result, measure, setting_.direction), setting_.pageBlockSize, mayMoveFigures);
    galley.goesOn = window.resume != nullptr;
    if (token_ || isTextDone_ || !chapter_.pages.empty()) galley.before = css::Break::Auto;
    for (std::size_t stream = 0; stream < kNoteStreams; ++stream) {
      window.laid.notes[stream] = layoutNotes(galley.notes[stream], carried_[stream],
                                              space.inside(flow.notes[stream].measure), setting_.direction, context_);
    }
    return window;
  }

  std::vector<ChosenPart> choose(const LaidFlow& laid) const {
    return choosePageEnds(laid, setting_.fragmentainers, {page_, 0});
  }

  void startOnItsSide() {
    const Window window = layoutPages(1);
    page_ = setting_.fragmentainers.pageFor(window.laid.galley.before, page_);
  }

  void addPages() {
    const bool isFirstOfBook = page_ == 0 && setting_.fragmentainers.first;
    if (setting_.restHasOneMeasure && !isFirstOfBook && !isTextDone_) {
      return takeAll(layout(Length::infinite(), true).laid);
    }
    const Window window = layoutPages(isTextDone_ ? 1 : kWindowPages);
    const Galley& galley = window.laid.galley;
    const std::vector<ChosenPart> parts = choose(window.laid);
    const Parts first = pageFrom(parts, 0);
    const std::size_t end = first.back().to;
    if (end == 0 || (end == galley.last() && !galley.goesOn)) return take(window.laid, first, true);
    takeUpTo(window, end);
  }

  /// The parts of one page.
  static Parts pageFrom(Parts parts, std::size_t begin) {
    std::size_t end = begin;
    while (end < parts.size() && parts[end].slot.page == parts[begin].slot.page) ++end;
    return parts.subspan(begin, end - begin);
  }

  /// Lays out once more as much as goes on this page; where that stops the next page goes on.
  void takeUpTo(const Window& window, std::size_t end) {
    const Galley& galley = window.laid.galley;
    for (std::size_t position = end; position <= galley.last(); ++position) {
      Window exact = layout(galley.filled(position) - window.marginStart);
      Galley& piece = exact.laid.galley;
      const Length reached = piece.filled(piece.last());
      const bool isProgress = reached > exact.marginStart;
      if (piece.column->children.empty() || (exact.resume && !isProgress)) continue;
      const bool isExact = reached == galley.filled(position);
      if (hasOneColumn()) piece.joinSegments();
      const std::vector<ChosenPart> parts = choose(exact.laid);
      const Parts page = pageFrom(parts, 0);
      if (page.back().to < piece.last()) continue;
      const css::Break forced = isExact ? galley.forcedAt(position) : css::Break::Auto;
      const std::string name = isExact ? galley.pageAfter(position) : name_;
      take(exact.laid, page, exact.resume == nullptr);
      token_ = std::move(exact.resume);
      page_ = setting_.fragmentainers.pageFor(forced, page_);
      name_ = name;
      return;
    }
    // Not one piece fits below any end that was seen: the rest goes on one page.
    Window rest = layout(Length::infinite());
    rest.laid.galley.joinSegments();
    const std::vector<ChosenPart> parts = choose(rest.laid);
    take(rest.laid, pageFrom(parts, 0), true);
  }

  bool hasOneColumn() const { return setting_.fragmentainers.room(page_, name_).size() == 1; }

  /// All that is left: the pages that follow are equally wide.
  void takeAll(const LaidFlow& laid) {
    chapter_.after = laid.galley.ends.back().forced;
    const std::vector<ChosenPart> parts = choose(laid);
    for (std::size_t begin = 0; begin < parts.size();) {
      const Parts page = pageFrom(parts, begin);
      page_ = page.front().slot.page;
      name_ = laid.galley.pageAfter(page.front().namedAt);
      compose(laid, page);
      begin += page.size();
    }
    isDone_ = true;
  }

  /// One page of what is laid out for it.
  void take(const LaidFlow& laid, Parts page, bool isLastText) {
    compose(laid, page);
    const ChosenPart& last = page.back();
    const bool hasText = last.to != page.front().from;
    for (const PlacedLogical& child : laid.galley.column->children) {
      if (hasText) pieces_.remember(*child.fragment);
    }
    ++page_;
    if (!isTextDone_ && isLastText && last.to == laid.galley.last()) {
      isTextDone_ = true;
      chapter_.after = laid.galley.ends.back().forced;
    }
    isDone_ = isTextDone_;
    const NoteCounts called = laid.galley.notesBefore(last.to);
    for (std::size_t stream = 0; stream < kNoteStreams; ++stream) {
      const NoteColumn& notes = laid.notes[stream];
      const std::size_t done = notes.done(called[stream]);
      const std::size_t set = last.notesTo[stream];
      carried_[stream] = set < done ? cut(notes.galley, set, done) : nullptr;
      isDone_ = isDone_ && !carried_[stream];
    }
  }

  void compose(const LaidFlow& laid, Parts parts) {
    PlannedPage page;
    page.page = page_;
    page.name = name_;
    page.area = composeArea(laid, parts, frame().flow(setting_.mode));
    for (const ChosenPart& part : parts) reportOverfull(part, *page.area, context_.diagnostics);
    chapter_.pages.push_back(std::move(page));
  }

  const ChapterSetting& setting_;
  BookFrames& frames_;
  Context& context_;
  std::string name_;
  std::size_t page_ = 0;
  std::unique_ptr<const BreakToken> token_;
  ByStream<LogicalFragmentPtr> carried_;
  FirstPiecesOnly pieces_;
  ChapterPages chapter_;
  bool isTextDone_ = false, isDone_ = false;
};

}  // namespace

ChapterPages paginate(const ChapterSetting& setting, const LaidFlow* laid, std::size_t firstPage, BookFrames& frames,
                      Context& context) {
  Pagination pagination(setting, frames, context);
  return laid ? pagination.run(*laid, firstPage) : pagination.run(firstPage);
}

}  // namespace octavo::layout::page
