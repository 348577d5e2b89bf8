// layout/page: one chapter: its kinds of pages, its galley, its pages.
#pragma once

#include <set>

#include "layout/page/compose.h"

namespace octavo::layout::page {

/// What the pages of a chapter are like, before anything is laid out.
struct ChapterSetting {
  const box::Box* root = nullptr;
  WritingMode mode = WritingMode::HorizontalTb;
  Direction direction = Direction::LeftToRight;
  Fragmentainers fragmentainers;
  Length measure, noteMeasure;  // of the chapter's first page
  Length pageBlockSize;         // of its lowest page
  bool hasOneMeasure = true;    // all its pages are equally wide,
  bool restHasOneMeasure = true;  // or all but the book's first one

  /// A column without end.
  Space columnOf(Length inlineSize) const {
    Space space;
    space.available = {inlineSize, Length::infinite()};
    space.pageBlockSize = pageBlockSize;
    space.writingMode = mode;
    return space;
  }
};

/// The page frames of a book whose first page is left or right, asked by page.
class BookFrames {
 public:
  BookFrames(const css::Cascade& cascade, bool isFirstLeft) : frames_(cascade), isFirstLeft_(isFirstLeft) {}
  bool isLeft(std::size_t page) const { return (page % 2 == 0) == isFirstLeft_; }
  const PageFrame& at(std::size_t page, const std::string& name, const std::string& language,
                      bool isBlank = false) {
    return frames_.of({name, page == 0, isLeft(page), isBlank, language});
  }
  /// Without regard to the book's first page.
  const PageFrame& ordinary(bool isLeft, const std::string& name, const std::string& language) {
    return frames_.of({name, false, isLeft, false, language});
  }
  bool isFirstLeft() const { return isFirstLeft_; }

 private:
  PageFrames frames_;
  bool isFirstLeft_;
};

ChapterSetting settingOf(const box::Box& root, bool isFirstChapter, BookFrames& frames);

/// The ids whose page numbers the chapter prints.
std::map<std::string, SourcePosition> pageReferencesIn(const box::Box& root);

/// A chapter in its one measure.
LaidFlow layoutChapter(const ChapterSetting& setting, Context& context);

/// A chapter's pages, and what its end asks of the next chapter's start.
struct ChapterPages {
  std::vector<PlannedPage> pages;
  css::Break after = css::Break::Auto;
};
/// `laid`: the whole chapter where it has one measure, else null. Then what follows a page of another measure is laid out
/// anew, from where that page ended, and figures stay in their places until all pages that follow are equally wide.
ChapterPages paginate(const ChapterSetting& setting, const LaidFlow* laid, std::size_t firstPage, BookFrames& frames,
                      Context& context);

}  // namespace octavo::layout::page
