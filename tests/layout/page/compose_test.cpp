#include "layout/page/compose.h"

#include <gtest/gtest.h>

#include "layout/page/hand_made.h"

namespace octavo::layout::page {
namespace {

using namespace test;

/// "inline,block inline-size x block-size role" of each child.
std::vector<std::string> childrenOf(const LogicalFragment& area) {
  const auto number = [](Length length) { return std::to_string(static_cast<int>(length.toPoints())); };
  std::vector<std::string> texts;
  for (const PlacedLogical& child : area.children) {
    texts.push_back(number(child.at.inlineStart) + "," + number(child.at.blockStart) + " " +
                    number(child.fragment->size.inlineSize) + "x" + number(child.fragment->size.blockSize) +
                    (child.fragment->role == fragment::Role::Decoration ? " rule" : ""));
  }
  return texts;
}

using Texts = std::vector<std::string>;

NoteArea areaWithRule() {
  css::ComputedStyle style;
  style.margin.blockStart = 6_pt;
  style.padding.blockStart = 3_pt;
  style.border.blockStart = {1_pt, LineStyle::Solid, {}};
  style.maxInlineSize = css::Percentage{0.25};
  return noteAreaFrom(style, 100_pt);
}

LogicalFragmentPtr composed(const Galley& galley, const NoteColumn& notes, std::span<const ChosenPart> parts,
                            const NoteArea& noteArea, PageRoom room) {
  const LogicalSize size{room.back().at.inlineStart + room.back().size.inlineSize, room.back().size.blockSize};
  return composeArea({galley, {notes}}, parts, {size, std::move(room), {noteArea}});
}

TEST(Compose, NotesStandAtTheFootOfAShortPageBelowTheirRule) {
  box::Box call;
  auto called = line();
  called->flow.notes = {&call};
  const Galley galley = makeGalley(stack({stack({called})}), 100_pt);
  const NoteColumn notes = notesOf({paragraph(2)});
  const NoteArea noteArea = areaWithRule();
  EXPECT_EQ(noteArea.overhead(), 10_pt);
  const auto pages = choosePageEnds(galley, notes, pagesOf(100_pt, noteArea.overhead()), 0);
  ASSERT_EQ(pages.size(), 1u);
  EXPECT_EQ(childrenOf(*composed(galley, notes, std::span(pages).subspan(0, 1), noteArea, roomOf(100_pt))),
            (Texts{"0,0 100x10", "0,76 25x1 rule", "0,80 100x20"}));
}

TEST(Compose, NotesOfARowStandInTheOrderOfTheirNumbers) {
  box::Box first, second;
  auto upper = line(), lower = line();
  upper->flow.notes = {&second};  // the right cell calls its note in a higher line
  lower->flow.notes = {&first};
  const Galley galley = makeGalley(stack({row({stack({line(), lower}), stack({upper})})}), 100_pt);
  EXPECT_EQ(galley.notes[0], (std::vector<const box::Box*>{&second, &first}));
  auto two = line(12_pt), one = line(20_pt);
  one->order = 1;
  two->order = 2;
  const NoteColumn notes = notesOf({two, one});
  const auto pages = choosePageEnds(galley, notes, pagesOf(100_pt), 0);
  ASSERT_EQ(pages.size(), 1u);
  EXPECT_EQ(childrenOf(*composed(galley, notes, std::span(pages).subspan(0, 1), {}, roomOf(100_pt))),
            (Texts{"0,0 100x20", "0,68 100x20", "0,88 100x12"}));
}

TEST(Compose, ColumnsStandSideBySideEachWithItsOwnNotes) {
  box::Box call;
  auto called = line();
  called->flow.notes = {&call};
  const Galley galley = makeGalley(stack({paragraph(4), stack({called})}), 50_pt);
  const NoteColumn notes = notesOf({paragraph(1)});
  const auto parts = choosePageEnds(galley, notes, pagesOf(40_pt, {}, 2), 0);
  ASSERT_EQ(parts.size(), 2u);
  EXPECT_EQ(childrenOf(*composed(galley, notes, parts, {}, roomOf(40_pt, {}, 2))),
            (Texts{"0,0 100x40", "110,0 100x10", "110,30 100x10"}));
}

TEST(Compose, AFigureFromThePageBeforeStandsFirst) {
  const Galley galley = makeGalley(stack({paragraph(3), figure(30_pt, 5_pt), paragraph(6)}), 50_pt);
  const auto pages = choosePageEnds(galley, noNotes(), pagesOf(50_pt), 0);
  ASSERT_GE(pages.size(), 2u);
  EXPECT_EQ(childrenOf(*composed(galley, noNotes(), std::span(pages).subspan(0, 1), areaWithRule(), roomOf(50_pt))),
            (Texts{"0,0 100x30", "0,30 100x20"}));
  EXPECT_EQ(childrenOf(*composed(galley, noNotes(), std::span(pages).subspan(1, 1), areaWithRule(), roomOf(50_pt))),
            (Texts{"0,0 100x30", "0,35 100x10"}));
}

TEST(Compose, WhatIsHigherThanItsPageIsReportedOnce) {
  const Galley galley = makeGalley(stack({solid(80_pt), solid(90_pt)}), 50_pt);
  Diagnostics diagnostics;
  for (const ChosenPart& page : choosePageEnds(galley, noNotes(), pagesOf(50_pt), 0)) {
    reportOverfull(page, *galley.column, diagnostics);
  }
  ASSERT_EQ(diagnostics.entries().size(), 1u);
  EXPECT_EQ(diagnostics.entries()[0].diagnostic.code, "page-overfull");
  EXPECT_EQ(diagnostics.entries()[0].count, 2u);
}

TEST(Compose, AnIdLeadsToItsFirstPlace) {
  auto inner = paragraph(1);
  inner->anchors = {"here"};
  const auto physical = toPhysical(*stack({solid(20_pt), stack({inner}, 3_pt)}), WritingMode::HorizontalTb);
  std::map<std::string, fragment::Destination> destinations;
  addDestinations(*physical, 4, destinations);
  addDestinations(*physical, 5, destinations);
  EXPECT_EQ(destinations.at("here").page, 4u);
  EXPECT_EQ(destinations.at("here").at, (PhysicalPoint{0_pt, 23_pt}));
}

}  // namespace
}  // namespace octavo::layout::page
