// pdf: a page as a list of things to paint.
#include "pdf/page_plan.h"

#include <algorithm>

namespace octavo::pdf {

namespace {

using fragment::Fragment;
using fragment::Role;

bool isArtifact(Role role) {
  switch (role) {
    case Role::Leader:
    case Role::Decoration:
    case Role::RepeatedHead:
    case Role::RunningHead:
    case Role::RunningFoot:
      return true;
    case Role::Content:
    case Role::Generated:
    case Role::Marker:
    case Role::NoteCall:
    case Role::NoteMarker:
    case Role::NoteBody:
    case Role::RubyText:
    case Role::WarichuText:
    case Role::WarichuMark:
      return false;
  }
  return false;
}

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

/// What a fragment takes over from the one around it.
struct Surroundings {
  PhysicalPoint at;
  Role role = Role::Content;
  const dom::Element* source = nullptr;
};

Role innerRole(Role outer, Role own) {
  if (isArtifact(outer)) return outer;
  return own == Role::Content && outer != Role::NoteBody ? outer : own;
}

bool hasFrame(const fragment::Frame& frame) {
  const auto isSeen = [](const BorderLine& line) {
    return line.style != LineStyle::None && line.width > Length();
  };
  const auto& border = frame.border;
  return frame.background.alpha > 0 || isSeen(border.top) || isSeen(border.right) || isSeen(border.bottom) ||
         isSeen(border.left);
}

class Planner {
 public:
  Planner(PagePlan& plan, FontUsage& fonts) : plan_(plan), fonts_(fonts) {}

  void walk(const Fragment& fragment, const Surroundings& around) {
    Surroundings here{around.at, innerRole(around.role, fragment.role),
                      fragment.source ? fragment.source : around.source};
    add(fragment, here);
    for (const fragment::PlacedFragment& child : fragment.children) {
      Surroundings inner = here;
      inner.at = {here.at.left + child.at.left, here.at.top + child.at.top};
      walk(*child.fragment, inner);
    }
  }

 private:
  void add(const Fragment& fragment, const Surroundings& here) {
    if (const auto* run = std::get_if<fragment::GlyphRun>(&fragment.content)) {
      if (run->glyphs.empty()) return;
      fonts_.add(*run);
      place(fragment, here, false);
      plan_.marks.back().isVertical |= run->vertical || run->sideways;
    } else if (const auto* picture = std::get_if<fragment::Picture>(&fragment.content)) {
      place(fragment, here, true, isMeaningful(*picture, here.source));
    } else if (const auto* frame = std::get_if<fragment::Frame>(&fragment.content)) {
      if (hasFrame(*frame)) place(fragment, here, false, false);
    } else if (std::holds_alternative<fragment::Rule>(fragment.content)) {
      place(fragment, here, false, false);
    }
  }

  void place(const Fragment& fragment, const Surroundings& here, bool isPicture, bool isRead = true) {
    Mark mark;
    mark.role = here.role;
    const bool isContent = isRead && !isArtifact(here.role) && here.source;
    mark.kind = isContent ? MarkKind::Content : artifactKind(here.role);
    mark.box = {here.at, fragment.size};
    mark.isPicture = isPicture;
    if (isContent) {
      mark.source = here.source;
      mark.order = fragment.order;
    }
    mark.firstItem = plan_.items.size();
    mark.endItem = mark.firstItem + 1;
    plan_.items.push_back({&fragment, here.at});
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

bool hasCaption(const dom::Element* element) {
  for (; element; element = element->parent()) {
    if (element->is(dom::Namespace::Xhtml, "figure"))
      return dom::firstChild(*element, "figcaption") != nullptr;
  }
  return false;
}

}  // namespace

Rectangle united(const Rectangle& a, const Rectangle& b) {
  const PhysicalPoint at{std::min(a.at.left, b.at.left), std::min(a.at.top, b.at.top)};
  return {at, {std::max(a.right(), b.right()) - at.left, std::max(a.bottom(), b.bottom()) - at.top}};
}

bool isMeaningful(const fragment::Picture& picture, const dom::Element* source) {
  return !picture.alternative.empty() || hasCaption(source);
}

std::vector<PagePlan> planPages(const fragment::PrintedBook& book, FontUsage& fonts) {
  std::vector<PagePlan> plans(book.pages.size());
  for (std::size_t i = 0; i < plans.size(); ++i) {
    if (book.pages[i].content) Planner(plans[i], fonts).walk(*book.pages[i].content, {});
  }
  return plans;
}

}  // namespace octavo::pdf
