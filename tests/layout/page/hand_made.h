// Fragments made by hand, for tests of pages: lines of 10pt, blocks that stack their children.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "layout/page/search/choose_page_ends.h"
#include "layout/page/galley/note_column.h"

namespace octavo::layout::page::test {

using Made = std::shared_ptr<LogicalFragment>;

inline Made line(Length blockSize = 10_pt) {
  auto made = std::make_shared<LogicalFragment>();
  made->size = {100_pt, blockSize};
  made->isLine = true;
  return made;
}

/// A leaf that no page end divides.
inline Made solid(Length blockSize) {
  auto made = std::make_shared<LogicalFragment>();
  made->size = {100_pt, blockSize};
  made->content = fragment::Picture{"a.png", ""};
  return made;
}

/// Children one below the other. Their block margins (FlowFacts) meet; those at the ends stay inside.
inline Made stack(const std::vector<Made>& children, Length padding = {}) {
  auto made = std::make_shared<LogicalFragment>();
  made->size.inlineSize = 100_pt;
  Length at = padding, margin;
  for (const Made& child : children) {
    at += std::max(margin, child->flow.marginBlockStart);
    made->children.push_back({{{}, at}, child});
    at += child->size.blockSize;
    margin = child->flow.marginBlockEnd;
  }
  made->size.blockSize = at + margin + padding;
  return made;
}

inline Made paragraph(int lines, Length margin = {}) {
  std::vector<Made> made;
  for (int index = 0; index < lines; ++index) made.push_back(line());
  auto block = stack(made);
  block->flow.marginBlockStart = block->flow.marginBlockEnd = margin;
  return block;
}

/// Children side by side, all as high as the highest.
inline Made row(std::vector<Made> cells) {
  for (Made& cell : cells) cell = cell->children.empty() ? stack({cell}) : cell;
  auto made = std::make_shared<LogicalFragment>();
  made->size.inlineSize = 100_pt;
  for (const Made& cell : cells) made->size.blockSize = std::max(made->size.blockSize, cell->size.blockSize);
  for (const Made& cell : cells) {
    cell->size.blockSize = made->size.blockSize;
    cell->content = LogicalFrame{};
    made->children.push_back({{}, cell});
  }
  return made;
}

inline Made figure(Length blockSize, Length margin = {}) {
  auto made = solid(blockSize);
  made->flow.isPageFloat = true;
  made->flow.marginBlockStart = made->flow.marginBlockEnd = margin;
  return made;
}

inline NoteColumn noNotes() { return makeNoteColumn({}, 100_pt, Direction::LeftToRight, Length::infinite()); }

inline NoteColumn notesOf(const std::vector<Made>& notes) {
  std::vector<Result> results;
  for (const Made& note : notes) {
    Result result;
    result.fragment = note;
    results.push_back(std::move(result));
  }
  return makeNoteColumn(std::move(results), 100_pt, Direction::LeftToRight, Length::infinite());
}

/// A page of columns side by side.
inline PageRoom roomOf(Length blockSize, Length noteOverhead = {}, int columns = 1) {
  PageRoom room;
  for (int column = 0; column < columns; ++column) {
    room.push_back({{100_pt, blockSize}, {110_pt * column, {}}, {noteOverhead}});
  }
  return room;
}

/// Pages of one block size.
inline Fragmentainers pagesOf(Length blockSize, Length noteOverhead = {}, int columns = 1) {
  Fragmentainers pages;
  const PageRoom room = roomOf(blockSize, noteOverhead, columns);
  pages.named[""] = {room, room};
  return pages;
}

inline std::vector<ChosenPart> choosePageEnds(const Galley& galley, const NoteColumn& notes, const Fragmentainers& pages,
                                              std::size_t firstPage) {
  return page::choosePageEnds({galley, {notes}}, pages, Slot{firstPage, 0});
}

/// The block positions at which the chosen pages end.
inline std::vector<double> endsOf(const Galley& galley, const std::vector<ChosenPart>& pages) {
  std::vector<double> ends;
  for (const ChosenPart& page : pages) ends.push_back(galley.filled(page.to).toPoints());
  return ends;
}

}  // namespace octavo::layout::page::test
