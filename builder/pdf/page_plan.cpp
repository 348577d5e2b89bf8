// pdf: a page as a list of things to paint.
#include "pdf/page_plan.h"

#include <algorithm>

namespace octavo::pdf {

namespace {

using fragment::Painted;
using fragment::PaintPart;
using fragment::Role;

MarkKind artifactKind(Role role) {
  switch (role) {
    case Role::RunningHead:
      return MarkKind::RunningHead;
    case Role::RunningFoot:
      return MarkKind::RunningFoot;
    case Role::RepeatedHead:
      return MarkKind::Repeated;
    default:
      return MarkKind::Layout;
  }
}

bool isSeen(const BorderLine& line) { return line.style != LineStyle::None && line.width > Length(); }

bool hasFrame(const fragment::Frame& frame, PaintPart part) {
  const auto& border = frame.border;
  const bool hasBorder =
      isSeen(border.top) || isSeen(border.right) || isSeen(border.bottom) || isSeen(border.left);
  const bool hasBackground = frame.background.alpha > 0;
  return (part != PaintPart::Border && hasBackground) || (part != PaintPart::Background && hasBorder);
}

class Planner {
 public:
  Planner(PagePlan& plan, FontUsage& fonts) : plan_(plan), fonts_(fonts) {}

  void add(const Painted& here) {
    const auto& content = here.fragment->content;
    if (const auto* run = std::get_if<fragment::GlyphRun>(&content)) {
      if (run->glyphs.empty()) return;
      fonts_.add(*run);
      place(here, false);
      plan_.marks.back().isVertical |= run->vertical || run->sideways;
    } else if (const auto* picture = std::get_if<fragment::Picture>(&content)) {
      place(here, true, isMeaningful(*picture, here.source));
    } else if (const auto* frame = std::get_if<fragment::Frame>(&content)) {
      if (hasFrame(*frame, here.part)) place(here, false, false);
    } else if (std::holds_alternative<fragment::Rule>(content)) {
      place(here, false, false);
    }
  }

 private:
  void place(const Painted& here, bool isPicture, bool isRead = true) {
    Mark mark;
    mark.role = here.role;
    const bool isContent = isRead && !isArtifact(here.role) && here.source;
    mark.kind = isContent ? MarkKind::Content : artifactKind(here.role);
    mark.box = {here.at, here.fragment->size};
    mark.isPicture = isPicture;
    if (isContent) {
      mark.source = here.source;
      mark.order = here.fragment->order;
    }
    mark.firstItem = plan_.items.size();
    mark.endItem = mark.firstItem + 1;
    plan_.items.push_back({here.fragment, here.at, here.part});
    if (!joinsLast(mark)) {
      if (isContent) mark.mcid = nextMcid_++;
      plan_.marks.push_back(mark);
    }
  }

  bool joinsLast(const Mark& mark) {
    if (plan_.marks.empty()) return false;
    Mark& last = plan_.marks.back();
    if (last.kind != mark.kind || last.source != mark.source || last.order != mark.order) return false;
    if (mark.kind == MarkKind::Content && (last.role != mark.role || last.isPicture || mark.isPicture))
      return false;
    last.endItem = mark.endItem;
    last.box = united(last.box, mark.box);
    return true;
  }

  PagePlan& plan_;
  FontUsage& fonts_;
  int nextMcid_ = 0;
};

}  // namespace

Rectangle united(const Rectangle& a, const Rectangle& b) {
  const PhysicalPoint at{std::min(a.at.left, b.at.left), std::min(a.at.top, b.at.top)};
  return {at, {std::max(a.right(), b.right()) - at.left, std::max(a.bottom(), b.bottom()) - at.top}};
}

bool isMeaningful(const fragment::Picture& picture, const dom::Element* source) {
  if (!picture.alternative.empty()) return true;
  // A picture of the text is content, with words or without, unless its author says that it is decoration.
  const bool isOfText = source && source->is(dom::Namespace::Xhtml, "img");
  return isOfText && !source->hasWord("role", "presentation");
}

std::vector<PagePlan> planPages(const fragment::PrintedBook& book, FontUsage& fonts) {
  std::vector<PagePlan> plans(book.pages.size());
  for (std::size_t i = 0; i < plans.size(); ++i) {
    if (!book.pages[i].content) continue;
    Planner planner(plans[i], fonts);
    for (const Painted& painted : paintingOrder(*book.pages[i].content)) planner.add(painted);
  }
  return plans;
}

}  // namespace octavo::pdf
