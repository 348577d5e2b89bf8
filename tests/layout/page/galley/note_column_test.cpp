#include "layout/page/galley/note_column.h"

#include <gtest/gtest.h>

#include "layout/page/hand_made.h"

namespace octavo::layout::page {
namespace {

using namespace test;

/// A paragraph of `lines` lines with this many calls on each line.
struct Called {
  std::vector<std::unique_ptr<box::Box>> calls;
  Made column;

  explicit Called(const std::vector<int>& callsOfLines) {
    std::vector<Made> lines;
    for (const int count : callsOfLines) {
      lines.push_back(line());
      for (int index = 0; index < count; ++index) {
        calls.push_back(std::make_unique<box::Box>());
        lines.back()->flow.notes.push_back(calls.back().get());
      }
    }
    column = stack({stack(lines)});
  }
};

std::vector<ChosenPart> choose(const Galley& galley, const NoteColumn& notes, Length blockSize,
                               Length overhead = {}) {
  return choosePageEnds(galley, notes, pagesOf(blockSize, overhead), 0);
}

TEST(Notes, ANoteKnowsWhereItsFirstLineAndItsLastEnd) {
  const NoteColumn column = notesOf({paragraph(3), paragraph(1)});
  EXPECT_EQ(column.firstPosition, (std::vector<std::size_t>{1, 4}));
  EXPECT_EQ(column.lastPosition, (std::vector<std::size_t>{3, 4}));
}

TEST(Notes, StandOnThePageOfTheirCall) {
  const Called text({0, 0, 1, 0, 0, 0, 0, 0});
  const Galley galley = makeGalley(text.column, 50_pt);
  const auto pages = choose(galley, notesOf({paragraph(1)}), 50_pt);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].used, 40_pt);
  EXPECT_EQ(pages[0].noteAreas[0], 10_pt);
  EXPECT_EQ(pages[1].noteAreas[0], 0_pt);
}

TEST(Notes, ACallMovesWithItsNoteWhenNotEvenItsFirstLineFits) {
  // The fifth line would fill the page, but its note's first line has no room.
  const Called text({0, 0, 0, 0, 1, 0});
  const Galley galley = makeGalley(text.column, 50_pt);
  const auto pages = choose(galley, notesOf({paragraph(1)}), 50_pt);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].used, 40_pt);
  EXPECT_EQ(pages[0].noteAreas[0], 0_pt);
  EXPECT_EQ(pages[1].noteAreas[0], 10_pt);
}

TEST(Notes, ALongNoteGoesOnAtTheNextPagesFoot) {
  const Called text({0, 0, 1, 0, 0, 0, 0, 0});
  const Galley galley = makeGalley(text.column, 60_pt);
  const NoteColumn notes = notesOf({paragraph(8)});
  const auto pages = choose(galley, notes, 60_pt);
  ASSERT_EQ(pages.size(), 3u);
  std::size_t set = 0;
  for (const ChosenPart& page : pages) {
    EXPECT_EQ(page.notesFrom[0], set);
    EXPECT_LE(page.used + page.noteAreas[0], 60_pt);
    set = page.notesTo[0];
  }
  EXPECT_EQ(set, notes.galley.last());
  // At least two lines on each side of a split.
  EXPECT_GE(pages[0].noteAreas[0], 20_pt);
}

TEST(Notes, ThreeNotesOfALastLineAllBeginOnItsPage) {
  const Called text({0, 0, 0, 3});
  const Galley galley = makeGalley(text.column, 60_pt);
  const NoteColumn notes = notesOf({paragraph(1), paragraph(1), paragraph(4)});
  const auto pages = choose(galley, notes, 60_pt);
  for (const ChosenPart& page : pages) {
    EXPECT_LE(page.used + page.noteAreas[0], 60_pt);
    if (galley.notesBefore(page.to)[0] == 3 && galley.notesBefore(page.from)[0] == 0) {
      EXPECT_GE(page.notesTo[0], notes.firstPosition[2]);
    }
  }
  EXPECT_EQ(pages.back().notesTo[0], notes.galley.last());
}

TEST(Notes, AWidowTakesItsNoteBackWithIt) {
  // Six lines of text, pages of 50: without its note the fifth line would fit. The last two lines go
  // together.
  const Called text({0, 0, 0, 1, 0, 0});
  const Galley galley = makeGalley(text.column, 50_pt);
  const auto pages = choose(galley, notesOf({paragraph(1)}), 50_pt);
  ASSERT_EQ(pages.size(), 2u);
  EXPECT_EQ(pages[0].used + pages[0].noteAreas[0], 50_pt);
  EXPECT_EQ(pages[0].noteAreas[0], 10_pt);
}

TEST(Notes, TheRuleAndItsMarginsTakeRoomOnlyWhereThereAreNotes) {
  const Called text({1, 0, 0, 0, 0, 0, 0, 0});
  const Galley galley = makeGalley(text.column, 50_pt);
  const auto pages = choose(galley, notesOf({paragraph(1)}), 50_pt, 10_pt);
  EXPECT_EQ(pages[0].used, 30_pt);
  EXPECT_EQ(pages[0].noteAreas[0], 20_pt);
  EXPECT_EQ(pages[1].used, 50_pt);
}

TEST(Notes, ANoteLongerThanSeveralPagesEnds) {
  const Called text({1, 0});
  const Galley galley = makeGalley(text.column, 50_pt);
  const NoteColumn notes = notesOf({paragraph(33)});
  const auto pages = choose(galley, notes, 50_pt);
  EXPECT_EQ(pages.back().notesTo[0], notes.galley.last());
  for (const ChosenPart& page : pages) EXPECT_LE(page.used + page.noteAreas[0], 50_pt);
  EXPECT_EQ(pages.size(), 7u);  // 35 lines of five a page
}

TEST(Notes, AnImpossibleNoteDoesNotStopTheText) {
  const Called text({2, 0, 0});
  const Galley galley = makeGalley(text.column, 50_pt);
  // The first note alone is more than a page: the second cannot begin on the page of its call.
  const NoteColumn notes = notesOf({paragraph(8), paragraph(1)});
  const auto pages = choose(galley, notes, 50_pt);
  EXPECT_EQ(pages.back().notesTo[0], notes.galley.last());
  EXPECT_EQ(pages.back().to, galley.last());
}

}  // namespace
}  // namespace octavo::layout::page
