// layout/page: a chapter whose pages are not equally wide: each page is laid out in its own measure.
#include <algorithm>

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

class ChangingMeasure {
 public:
  ChangingMeasure(const ChapterSetting& setting, BookFrames& frames, Context& context)
      : setting_(setting), frames_(frames), context_(context), name_(setting.root->style->page) {}

  ChapterPages run(std::size_t firstPage) {
    page_ = firstPage;
    while (!isDone_) addPage();
    return std::move(chapter_);
  }

 private:
  struct Window {
    Galley galley;
    NoteColumn notes;
    std::unique_ptr<const BreakToken> resume;
    Length marginStart;
  };

  const PageFrame& frame() { return frames_.at(page_, name_, setting_.root->style->language); }

  /// What comes next, up to as much as a page of its name is high, `pages` times.
  Window layoutPages(int pages) {
    Window window = layout(frame().area(setting_.mode).blockSize * pages);
    // CSS Paged Media 3, section 5.3: a page has the name of the first content on it, whatever came before.
    if (isTextDone_ || window.galley.column->children.empty() || window.galley.startPage == name_) return window;
    name_ = window.galley.startPage;
    return layout(frame().area(setting_.mode).blockSize * pages);
  }

  /// What comes next, in the measure of this page, up to `blockSize` of it.
  Window layout(Length blockSize) {
    const LogicalSize area = frame().area(setting_.mode);
    Space space = setting_.columnOf(area.inlineSize);
    space.remainingBlockSize = blockSize;
    Window window;
    Result result;
    if (!isTextDone_) result = layoutBox(*setting_.root, space, token_.get(), context_);
    if (result.fragment) result.fragment = pieces_.apply(result.fragment);
    window.resume = std::move(result.resume);
    window.marginStart = result.margin.blockStart;
    window.galley =
        makeGalley(columnOf(result, area.inlineSize, setting_.direction), setting_.pageBlockSize, false);
    window.galley.goesOn = window.resume != nullptr;
    if (token_ || isTextDone_ || !chapter_.pages.empty()) window.galley.before = css::Break::Auto;
    window.notes = layoutNotes(window.galley.notes, carried_, space.inside(noteArea().measure), setting_.direction, context_);
    return window;
  }

  NoteArea noteArea() {
    return noteAreaFrom(*frame().style.footnoteArea, frame().area(setting_.mode).inlineSize);
  }

  void addPage() {
    if (chapter_.pages.empty()) startOnItsSide();
    const Window window = layoutPages(isTextDone_ ? 1 : kWindowPages);
    const ChosenPage first = choosePageEnds(window.galley, window.notes, setting_.sizes, page_).front();
    if (first.from == first.to || (first.to == window.galley.last() && !window.galley.goesOn)) {
      return take(window, first, true);
    }
    takeUpTo(window, first.to);
  }

  void startOnItsSide() {
    const Window window = layoutPages(1);
    page_ = setting_.sizes.pageFor(window.galley.before, page_);
  }

  /// Lays out once more as much as goes on this page; where that stops the next page goes on.
  void takeUpTo(const Window& window, std::size_t end) {
    const Galley& galley = window.galley;
    for (std::size_t position = end; position <= galley.last(); ++position) {
      Window exact = layout(galley.filled(position) - window.marginStart);
      const bool isProgress = exact.galley.filled(exact.galley.last()) > exact.marginStart;
      if (exact.galley.column->children.empty() || (exact.resume && !isProgress)) continue;
      const bool isExact = exact.galley.filled(exact.galley.last()) == galley.filled(position);
      exact.galley.ends.erase(exact.galley.ends.begin(), exact.galley.ends.end() - 1);
      const ChosenPage chosen = choosePageEnds(exact.galley, exact.notes, setting_.sizes, page_).front();
      const css::Break forced = isExact ? galley.forcedAt(position) : css::Break::Auto;
      const std::string name = isExact ? galley.pageAfter(position) : name_;
      take(exact, chosen, exact.resume == nullptr);
      token_ = std::move(exact.resume);
      page_ = setting_.sizes.pageFor(forced, page_);
      name_ = name;
      return;
    }
    // Not one piece fits below any end that was seen: the rest goes on one page.
    const Window rest = layout(Length::infinite());
    take(rest, choosePageEnds(rest.galley, rest.notes, setting_.sizes, page_).back(), true);
  }

  void take(const Window& window, const ChosenPage& chosen, bool isLastText) {
    PlannedPage page;
    page.page = page_;
    page.name = name_;
    page.area = composeArea(window.galley, window.notes, chosen, noteArea(), frame().area(setting_.mode));
    reportOverfull(chosen, *page.area, context_.diagnostics);
    for (const PlacedLogical& child : window.galley.column->children) {
      if (chosen.to != chosen.from) pieces_.remember(*child.fragment);
    }
    chapter_.pages.push_back(std::move(page));
    ++page_;
    isTextDone_ = isTextDone_ || (isLastText && chosen.to == window.galley.last());
    if (isTextDone_ && chosen.to != chosen.from) chapter_.after = window.galley.ends.back().forced;
    const std::size_t called = window.galley.notesBefore(chosen.to) + window.notes.carried;
    const std::size_t done = called == 0 ? 0 : window.notes.lastPosition[called - 1];
    carried_ = chosen.notesTo < done ? cut(window.notes.galley, chosen.notesTo, done) : nullptr;
    isDone_ = isTextDone_ && !carried_;
  }

  const ChapterSetting& setting_;
  BookFrames& frames_;
  Context& context_;
  std::string name_;
  std::size_t page_ = 0;
  std::unique_ptr<const BreakToken> token_;
  LogicalFragmentPtr carried_;
  FirstPiecesOnly pieces_;
  ChapterPages chapter_;
  bool isTextDone_ = false, isDone_ = false;
};

}  // namespace

ChapterPages paginateChangingMeasure(const ChapterSetting& setting, std::size_t firstPage, BookFrames& frames,
                                     Context& context) {
  return ChangingMeasure(setting, frames, context).run(firstPage);
}

}  // namespace octavo::layout::page
