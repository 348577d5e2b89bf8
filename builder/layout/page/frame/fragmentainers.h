// layout/page: how much room each page of the book has.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "base/length.h"
#include "css/style.h"

namespace octavo::layout::page {

/// The room of one page in block direction.
struct PageRoom {
  Length blockSize;
  Length noteOverhead;  // margin, rule and padding of a note area that is not empty
  bool operator==(const PageRoom&) const = default;
};

struct PageSizes {
  struct Sides {
    PageRoom left, right;
    bool operator==(const Sides&) const = default;
  };
  std::map<std::string, Sides, std::less<>> named;  // by named page; "" always
  std::optional<PageRoom> first;                    // of the book's first page
  bool isFirstLeft = false;                         // the book goes from right to left

  /// Pages are counted from 0 through the whole book.
  bool isLeft(std::size_t page) const { return (page % 2 == 0) == isFirstLeft; }
  PageRoom room(std::size_t page, std::string_view name) const {
    if (page == 0 && first) return *first;
    const auto found = named.find(name);
    const Sides& sides = found == named.end() ? named.find("")->second : found->second;
    return isLeft(page) ? sides.left : sides.right;
  }
  /// The first page from `page` on that is on the side which a forced break asks for: one page may stay
  /// blank.
  std::size_t pageFor(css::Break forced, std::size_t page) const {
    const bool isRecto = page % 2 == 0;
    const bool fits = forced == css::Break::Left    ? isLeft(page)
                      : forced == css::Break::Right ? !isLeft(page)
                      : forced == css::Break::Recto ? isRecto
                      : forced == css::Break::Verso ? !isRecto
                                                    : true;
    return fits ? page : page + 1;
  }
  bool dependsOnSide() const {
    for (const auto& [name, sides] : named) {
      if (!(sides.left == sides.right)) return true;
    }
    return false;
  }
};

}  // namespace octavo::layout::page
