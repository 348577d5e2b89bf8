// layout/page: the boxes that the flow fills one after another: the columns of the book's pages.
#pragma once

#include <compare>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/geometry.h"
#include "css/style.h"
#include "layout/page/queues.h"

namespace octavo::layout::page {

/// A box that the flow fills before it goes on in the next: the page area, or a column of it. CSS Fragmentation 3,
/// section 2.
struct Fragmentainer {
  LogicalSize size;
  LogicalPoint at;                // from the page area's start corner
  ByStream<Length> noteOverhead;  // margin, rule and padding of a note area that is not empty
  ByTarget<bool> takes = {true};  // which figures from earlier ones; of each page one fragmentainer takes them
  bool operator==(const Fragmentainer&) const = default;
};

constexpr bool isForced(css::Break value) {
  return value != css::Break::Auto && value != css::Break::Avoid && value != css::Break::AvoidPage;
}

/// What is higher than its room by no more than this fits: sums of rounded lengths.
inline constexpr Length kTolerance = Length::units(64);

/// Those of one page, in the order of the flow; never empty.
using PageRoom = std::vector<Fragmentainer>;

/// Which fragmentainer of the book: pages are counted from 0 through the whole book.
struct Slot {
  std::size_t page = 0, column = 0;
  auto operator<=>(const Slot&) const = default;
};

/// All fragmentainers of the book, without end.
struct Fragmentainers {
  struct Sides {
    PageRoom left, right;
    bool operator==(const Sides&) const = default;
  };
  std::map<std::string, Sides, std::less<>> named;  // by named page; "" always
  std::optional<PageRoom> first;                    // of the book's first page
  bool isFirstLeft = false;                         // the book goes from right to left

  bool isLeft(std::size_t page) const { return (page % 2 == 0) == isFirstLeft; }
  /// The reader turns the leaf behind such a page.
  static bool isRecto(std::size_t page) { return page % 2 == 0; }

  const PageRoom& room(std::size_t page, std::string_view name) const {
    if (page == 0 && first) return *first;
    const auto found = named.find(name);
    const Sides& sides = found == named.end() ? named.find("")->second : found->second;
    return isLeft(page) ? sides.left : sides.right;
  }
  const Fragmentainer& at(Slot slot, std::string_view name) const { return room(slot.page, name)[slot.column]; }
  bool isLastOfPage(Slot slot, std::string_view name) const { return slot.column + 1 == room(slot.page, name).size(); }
  Slot next(Slot slot, std::string_view name) const {
    return isLastOfPage(slot, name) ? Slot{slot.page + 1, 0} : Slot{slot.page, slot.column + 1};
  }

  /// The first page from `page` on that is on the side which a forced break asks for: one page may stay blank.
  std::size_t pageFor(css::Break forced, std::size_t page) const {
    const bool fits = forced == css::Break::Left    ? isLeft(page)
                      : forced == css::Break::Right ? !isLeft(page)
                      : forced == css::Break::Recto ? isRecto(page)
                      : forced == css::Break::Verso ? !isRecto(page)
                                                    : true;
    return fits ? page : page + 1;
  }
  /// Likewise, where `slot` comes next: what forces a page's end leaves the page's other columns empty.
  Slot slotFor(css::Break forced, Slot slot) const {
    if (!isForced(forced)) return slot;
    return {pageFor(forced, slot.column == 0 ? slot.page : slot.page + 1), 0};
  }

  bool dependsOnSide() const {
    for (const auto& [name, sides] : named) {
      if (!(sides.left == sides.right)) return true;
    }
    return false;
  }
};

}  // namespace octavo::layout::page
