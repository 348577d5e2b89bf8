// layout: a book's boxes and page rules in, pages out.
#include "layout/book.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <thread>

#include "layout/page/chapter.h"
#include "layout/table/reduced.h"

namespace octavo::layout {

namespace {

using page::BookFrames;
using page::ChapterPages;
using page::ChapterSetting;
using page::PageFrame;
using page::PlannedPage;

constexpr int kMostPasses = 4;
constexpr std::size_t kMostThreads = 2;

/// A chapter and what is known of it so far.
struct Chapter {
  ChapterSetting setting;
  std::map<std::string, SourcePosition> references;  // ids whose page numbers it prints, and who refers to them first
  page::LaidFlow laid;
  bool isLaid = false;
  Diagnostics diagnostics;  // of the layout that counts
  std::exception_ptr failure;
};

/// A page and where it comes from.
struct BookPage {
  PlannedPage planned;
  std::size_t chapter = 0;
  page::PageFacts facts;
  page::PageValues values;
  std::string label;
};

bool isFirstLeft(const box::Tree& boxes) {
  if (boxes.chapters.empty()) return false;
  const css::ComputedStyle& style = *boxes.chapters.front()->style;
  // A book in vertical lines from right to left, or in a script from right to left, opens to the right.
  if (style.writingMode == WritingMode::HorizontalTb) return style.direction == Direction::RightToLeft;
  return style.writingMode == WritingMode::VerticalRl;
}

class BookLayout {
 public:
  BookLayout(const BookInputs& inputs, Diagnostics& diagnostics)
      : inputs_(inputs), diagnostics_(diagnostics), frames_(inputs.cascade, isFirstLeft(inputs.boxes)) {
    chapters_.resize(inputs.boxes.chapters.size());
    for (std::size_t index = 0; index < chapters_.size(); ++index) {
      const box::Box& root = *inputs.boxes.chapters[index];
      chapters_[index].setting = page::settingOf(root, index == 0, frames_);
      chapters_[index].references = page::pageReferencesIn(root);
    }
  }

  fragment::PrintedBook run(const Progress& progress) {
    for (int pass = 1;; ++pass) {
      layoutChapters();
      paginate();
      PageLabels found = labelPages();
      const bool isStable = !forgetChanged(found, pass == 1);
      labels_ = std::move(found);
      // Never empty from here on: layout takes empty labels for those of the first pass.
      labels_.try_emplace("", "");
      if (isStable) break;
      if (pass == kMostPasses) {
        diagnostics_.report(
            {Severity::Warning,
             "page-references-unstable",
             {},
             "page numbers in references still change after four layouts; some may be off by one",
             {},
             "page references"});
        break;
      }
    }
    for (const Chapter& chapter : chapters_) diagnostics_.append(chapter.diagnostics);
    diagnostics_.append(pageDiagnostics_);
    reportPageless();
    return compose(progress);
  }

 private:
  Context contextFor(Diagnostics& diagnostics) const {
    return {inputs_.fonts, inputs_.hyphenator, inputs_.images, labels_, diagnostics, &reducedTables_};
  }

  /// Chapters share nothing that changes, so they are laid out side by side; what they report is kept apart.
  void layoutChapters() {
    std::vector<Chapter*> waiting;
    for (Chapter& chapter : chapters_) {
      if (!chapter.isLaid && chapter.setting.hasOneMeasure) waiting.push_back(&chapter);
    }
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
      for (std::size_t index = next++; index < waiting.size(); index = next++) layoutOne(*waiting[index]);
    };
    std::vector<std::thread> helpers;
    const std::size_t threads = std::min(kMostThreads, waiting.size());
    for (std::size_t helper = 1; helper < threads; ++helper) helpers.emplace_back(work);
    work();
    for (std::thread& helper : helpers) helper.join();
    for (const Chapter* chapter : waiting) {
      if (chapter->failure) std::rethrow_exception(chapter->failure);
    }
  }

  void layoutOne(Chapter& chapter) const {
    try {
      chapter.diagnostics = Diagnostics();
      Context context = contextFor(chapter.diagnostics);
      chapter.laid = page::layoutChapter(chapter.setting, context);
      chapter.isLaid = true;
    } catch (...) {
      chapter.failure = std::current_exception();  // thrown again where the threads have met
    }
  }

  void paginate() {
    pages_.clear();
    pageDiagnostics_ = Diagnostics();
    css::Break after = css::Break::Auto;
    for (std::size_t index = 0; index < chapters_.size(); ++index) {
      Chapter& chapter = chapters_[index];
      const std::size_t first = chapter.setting.fragmentainers.pageFor(after, pages_.size());
      ChapterPages laid = paginateOne(chapter, first);
      after = laid.after;
      for (PlannedPage& planned : laid.pages) {
        while (pages_.size() < planned.page) addBlank(planned.name, index);
        BookPage& added = pages_.emplace_back();
        added.planned = std::move(planned);
        added.chapter = index;
        added.facts = page::factsOf(*added.planned.area);
      }
    }
  }

  ChapterPages paginateOne(Chapter& chapter, std::size_t first) {
    if (chapter.setting.hasOneMeasure) {
      Context context = contextFor(pageDiagnostics_);
      return page::paginate(chapter.setting, &chapter.laid, first, frames_, context);
    }
    chapter.diagnostics = Diagnostics();
    Context context = contextFor(chapter.diagnostics);
    return page::paginate(chapter.setting, nullptr, first, frames_, context);
  }

  void addBlank(const std::string& name, std::size_t chapter) {
    BookPage& blank = pages_.emplace_back();
    blank.planned.page = pages_.size() - 1;
    blank.planned.name = name;
    blank.planned.isBlank = true;
    blank.chapter = chapter;
  }

  const std::string& languageOf(const BookPage& each) const {
    return chapters_[each.chapter].setting.root->style->language;
  }

  const PageFrame& frameOf(const BookPage& each) {
    return frames_.at(each.planned.page, each.planned.name, languageOf(each), each.planned.isBlank);
  }

  /// The counter style that readers see on pages of this kind, also where this one page hides its number.
  std::string numberStyleOf(const BookPage& each) {
    const std::string own = page::pageNumberStyle(frameOf(each).style);
    if (!own.empty()) return own;
    const bool isLeft = frames_.isLeft(each.planned.page);
    for (const bool side : {isLeft, !isLeft}) {
      const std::string usual =
          page::pageNumberStyle(frames_.ordinary(side, each.planned.name, languageOf(each)).style);
      if (!usual.empty()) return usual;
    }
    return "decimal";
  }

  /// Counts the pages; the labels by id.
  PageLabels labelPages() {
    page::PageValuesWalk walk;
    PageLabels labels;
    std::string style = "decimal";
    for (BookPage& each : pages_) {
      // A blank page is the back of the one before it: front matter ends in its own numbers.
      if (!each.planned.isBlank || each.planned.page == 0) style = numberStyleOf(each);
      each.values = walk.next(frameOf(each).style, each.facts);
      each.values.counters["pages"] = static_cast<int>(pages_.size());
      each.label = css::formatCounter(each.values.counters["page"], style);
      for (const std::string& id : each.facts.anchors) labels.try_emplace(id, each.label);
    }
    return labels;
  }

  /// Marks the chapters that print a label which has changed; whether there are any.
  bool forgetChanged(const PageLabels& found, bool isFirstPass) {
    const auto labelOf = [](const PageLabels& labels, const std::string& id) {
      const auto label = labels.find(id);
      return label == labels.end() ? std::string() : label->second;
    };
    bool isAny = false;
    for (Chapter& chapter : chapters_) {
      const bool isChanged = std::ranges::any_of(chapter.references, [&](const auto& reference) {
        const std::string& id = reference.first;
        return isFirstPass || labelOf(found, id) != labelOf(labels_, id);
      });
      if (isChanged) chapter.isLaid = false;
      isAny = isAny || isChanged;
    }
    return isAny;
  }

  void reportPageless() {
    for (const Chapter& chapter : chapters_) {
      for (const auto& [id, where] : chapter.references) {
        if (labels_.contains(id)) continue;
        diagnostics_.report({Severity::Warning, "page-reference-missing", where,
                             "the place \"" + id + "\" is on no page; the reference has no page number", {}, id});
      }
    }
  }

  fragment::PrintedBook compose(const Progress& progress) {
    fragment::PrintedBook book;
    book.pages.reserve(pages_.size());
    Context context = contextFor(diagnostics_);
    for (const BookPage& each : pages_) {
      const ChapterSetting& setting = chapters_[each.chapter].setting;
      const PageFrame& frame = frameOf(each);
      auto boxes = page::layoutMarginBoxes(frame.style, each.values, setting.root->element, context);
      fragment::Page composed =
          page::composePage(frame, each.planned.area.get(), setting.mode, std::move(boxes));
      page::reportOffPaper(composed, book.pages.size(), diagnostics_);
      composed.label = each.label;
      composed.isLeft = frames_.isLeft(each.planned.page);
      page::addDestinations(*composed.content, book.pages.size(), book.destinations);
      book.pages.push_back(std::move(composed));
      if (progress) progress(book.pages.size());
    }
    return book;
  }

  const BookInputs& inputs_;
  Diagnostics& diagnostics_;
  BookFrames frames_;
  std::vector<Chapter> chapters_;
  std::vector<BookPage> pages_;
  PageLabels labels_;  // of the pass before
  mutable ReducedTables reducedTables_;  // has its own lock
  Diagnostics pageDiagnostics_;
};

}  // namespace

fragment::PrintedBook layoutBook(const BookInputs& inputs, const Progress& progress,
                                 Diagnostics& diagnostics) {
  return BookLayout(inputs, diagnostics).run(progress);
}

}  // namespace octavo::layout
