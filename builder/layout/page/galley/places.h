// layout/page: the places in a finished fragment tree where a page may end.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layout/contract.h"
#include "layout/page/frame/fragmentainers.h"

namespace octavo::layout::page {

struct Cut;
using CutPtr = std::shared_ptr<const Cut>;

/// How a page end divides one fragment. Block positions are from that fragment's block-start side.
struct Cut {
  struct Open {
    std::size_t child = 0;
    CutPtr inside;        // null: nothing of the child is on the page before
    bool isTorn = false;  // it should have begun above the page end: it goes to the top of the part after
  };
  std::size_t next = 0;             // children before it are finished, but for those in `open`
  std::vector<Open> open;           // rising
  Length end, resume;               // the part before ends and the part after begins here
  std::optional<std::size_t> head;  // the child that the part after repeats first
  Length headSize;                  // from the head's start to what follows it
  Length repeated;                  // what the part after is longer for repeated heads, those inside included
};

/// How a fragment lies in the one around it: what is the same in every cut of that one which passes through it.
struct CutLevel {
  std::shared_ptr<const CutLevel> outer;  // null: nothing lies around it
  std::size_t child = 0;                  // its index among the outer fragment's children
  Length start;                           // from the outer fragment's block start
  std::optional<std::size_t> head;        // as in Cut, of the outer fragment
  Length headSize;
};

/// A cut of one fragment and the levels around it. Only where a page really ends are the cuts of those made:
/// to make them for each place would cost the places times the depth.
struct NestedCut {
  CutPtr cut;
  std::shared_ptr<const CutLevel> level;  // of the fragment that is cut

  /// The cut of the outermost fragment.
  CutPtr whole() const;
  /// The first child of the outermost fragment that any part of goes behind the cut.
  std::size_t firstBehind() const;
};

/// The first child that any part of goes behind the cut.
std::size_t firstBehind(const Cut& cut);

/// A figure that may leave its place.
struct PageFloat {
  FloatTarget target = FloatTarget::Head;
  const LogicalFragment* fragment = nullptr;  // in the galley's tree
  LogicalFragmentPtr shared;
  Length inlineStart;  // from the galley's start side
  Length marginBefore, marginAfter;
  Length removed;  // how much the galley is shorter without it
};

/// A place where a page may end inside one fragment.
struct Place {
  Length end, resume;
  Length repeated;  // as in Cut
  int penalty = 0;
  int turnPenalty = 0;  // in addition, where the reader turns the leaf
  css::Break forced = css::Break::Auto;  // Auto, or a forced kind
  std::string page;                      // named page of what follows
  NestedCut cut;
  std::vector<const box::Box*> notes;  // called since the place before
  std::vector<PageFloat> floats;       // stand since the place before
  bool isAfterFloat = false, isBeforeFloat = false;
  bool isBesideNothing = false;  // a line follows that is narrow for a side float, and the float stands above
};

/// What a parent must know of a child in the flow.
struct Flow {
  std::vector<Place> places;
  std::shared_ptr<CutLevel> level;  // of the fragment; null where it has no places. Its parent fills it in
  Length extent;      // the fragment's block size, or further where something inside reaches out
  Length contentStart, contentEnd;  // of the first and last line or picture inside
  std::vector<const box::Box*> notes;  // after the last place
  std::vector<PageFloat> floats;
  css::Break before = css::Break::Auto, after = css::Break::Auto;  // with those of first and last children
  std::string startPage, endPage;  // named pages of the first and last content
  bool startsWithFloat = false, endsWithFloat = false;
  bool startsNarrow = false;  // with a line beside a side float that begins above
};

struct Surroundings {
  std::string page;                           // named page of the parent
  Length pageBlockSize = Length::infinite();  // figures and heads larger than this stay where they are
  bool isBeside = false;  // in a table's cell or beside a float: figures stay where they are
};

/// CSS Fragmentation 3, sections 3 and 4.
Flow findPlaces(const LogicalFragment& fragment, const Surroundings& around);

}  // namespace octavo::layout::page
