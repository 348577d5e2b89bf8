// layout/page: what a page's margin boxes may quote: counters of pages and named strings.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "css/cascade.h"
#include "layout/contract.h"

namespace octavo::layout::page {

/// What the flow of one page says of itself.
struct PageFacts {
  struct Assignment {
    std::string name, value;
    bool isAtStart = false;  // nothing stands above it on the page
  };
  std::vector<Assignment> strings;                // in the order of the flow
  std::vector<css::CounterChange> counterResets;  // of `page`
  std::vector<std::string> anchors;
};
PageFacts factsOf(const LogicalFragment& content);

/// The values of one named string on one page. CSS Generated Content for Paged Media, section 1.1.2.
struct StringValues {
  std::string first, start, last;
  bool isAssigned = false;  // on this page: first-except is then empty
  const std::string& get(css::StringKeyword keyword) const;
};

struct PageValues {
  std::map<std::string, int, std::less<>> counters;  // page, pages, and those of @page rules
  std::map<std::string, StringValues, std::less<>> strings;
};

/// Goes through the pages in order. CSS Paged Media 3, section 6.1: each page counts one up unless its rules
/// say otherwise; an element that resets the counter sets the number of the page where it begins.
class PageValuesWalk {
 public:
  PageValues next(const css::PageStyle& style, const PageFacts& facts);

 private:
  std::map<std::string, int, std::less<>> counters_;
  std::map<std::string, std::string, std::less<>> strings_;
};

/// The counter style in which these margin boxes show the page number; empty where they don't.
std::string pageNumberStyle(const css::PageStyle& style);
/// A piece of what a margin box shows.
struct MarginPiece {
  std::string text;
  bool isString = false;  // quoted from the flow, which does not know how much room there is
};
/// What a margin box shows. Pieces that no margin box can have (attr(), leaders, target-counter()) are left out; the
/// cascade has reported them.
std::vector<MarginPiece> marginPieces(const css::ComputedStyle& style, const PageValues& values);

}  // namespace octavo::layout::page
