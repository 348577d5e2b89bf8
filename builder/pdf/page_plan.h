// pdf: a page as a list of things to paint, divided into what is content and what is decoration.
#pragma once

#include <cstdint>
#include <vector>

#include "fragment/fragment.h"
#include "fragment/paint_order.h"
#include "pdf/font_usage.h"

namespace octavo::pdf {

/// What a marked-content sequence is (ISO 32000-1, 14.8.2.2): real content, or an artifact of a kind.
enum class MarkKind : std::uint8_t { Content, Layout, RunningHead, RunningFoot, Repeated };

struct Rectangle {
  PhysicalPoint at;
  PhysicalSize size;
  Length right() const { return at.left + size.width; }
  Length bottom() const { return at.top + size.height; }
};
Rectangle united(const Rectangle& a, const Rectangle& b);

/// A run of items that are painted one after another and belong together.
struct Mark {
  MarkKind kind = MarkKind::Layout;
  fragment::Role role = fragment::Role::Content;
  const dom::Element* source = nullptr;
  std::uint32_t order = 0;
  int mcid = -1;  // of content, from 0 on each page
  std::size_t firstItem = 0, endItem = 0;
  Rectangle box;  // around all items, from the page's top left corner
  bool isPicture = false;
  bool isVertical = false;
};

struct PaintItem {
  const fragment::Fragment* fragment = nullptr;
  PhysicalPoint at;  // from the page's top left corner
  fragment::PaintPart part = fragment::PaintPart::Whole;  // of a frame
};

struct PagePlan {
  std::vector<PaintItem> items;  // in painting order
  std::vector<Mark> marks;       // cover all items
};

/// Flattens the pages, in parallel to nothing: the fonts' texts are learnt in page order.
std::vector<PagePlan> planPages(const fragment::PrintedBook& book, FontUsage& fonts);

/// True when a picture is content: all that the text shows, but for what its author calls decoration.
bool isMeaningful(const fragment::Picture& picture, const dom::Element* source);

}  // namespace octavo::pdf
