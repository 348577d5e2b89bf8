// layout/page: one page from its pieces: figures, text and notes in the page area, margin boxes around it.
#include "layout/page/compose.h"

#include <fmt/format.h>

#include <algorithm>

#include "layout/page/cut.h"

namespace octavo::layout::page {

namespace {

constexpr Length kTolerance = Length::units(64);

void addChildren(LogicalFragment& to, const LogicalFragment& part, LogicalPoint at) {
  for (const PlacedLogical& child : part.children) {
    to.children.push_back(
        {{child.at.inlineStart + at.inlineStart, child.at.blockStart + at.blockStart}, child.fragment});
  }
}

LogicalFragmentPtr decoration(LogicalSize size, decltype(LogicalFragment::content) content) {
  auto made = std::make_shared<LogicalFragment>();
  made->size = size;
  made->content = std::move(content);
  made->role = fragment::Role::Decoration;
  return made;
}

std::uint32_t orderOf(const LogicalFragment& fragment) {
  if (fragment.order > 0) return fragment.order;
  for (const PlacedLogical& child : fragment.children) {
    if (const std::uint32_t order = orderOf(*child.fragment)) return order;
  }
  return 0;
}

/// A page's notes in the order of their numbers: a row of a table calls them in that of its lines. What goes on from
/// the page before, or to the next, stays at its end. CSS GCPM 3, section 2.4.
LogicalFragmentPtr inReadingOrder(const LogicalFragmentPtr& part, const LogicalFragment& column) {
  const auto isWhole = [&](const PlacedLogical& note) {
    return std::ranges::find(column.children, note.fragment, &PlacedLogical::fragment) != column.children.end();
  };
  std::vector<PlacedLogical> notes = part->children;
  const auto isBefore = [](const PlacedLogical& a, const PlacedLogical& b) {
    return orderOf(*a.fragment) < orderOf(*b.fragment);
  };
  if (std::ranges::is_sorted(notes, isBefore)) return part;
  const auto first = std::ranges::find_if(notes, isWhole);
  std::stable_sort(first, std::find_if_not(first, notes.end(), isWhole), isBefore);
  for (std::size_t index = 0; index < notes.size(); ++index) {
    const PlacedLogical& before = part->children[index];
    const Length gap = index == 0 ? before.at.blockStart : before.at.blockStart - part->children[index - 1].at.blockStart -
                                                                part->children[index - 1].fragment->size.blockSize;
    const Length above = index == 0 ? Length{} : notes[index - 1].at.blockStart + notes[index - 1].fragment->size.blockSize;
    notes[index].at.blockStart = above + gap;
  }
  auto sorted = std::make_shared<LogicalFragment>(*part);
  sorted->children = std::move(notes);
  return sorted;
}

bool isPainted(const BorderLine& line) { return line.style != LineStyle::None && line.width > Length{}; }

/// Background, sides and the rule of the note area.
void addNoteDecoration(LogicalFragment& page, const NoteArea& area, LogicalPoint at, Length blockSize) {
  const LogicalPoint corner{at.inlineStart + area.margin.inlineStart, at.blockStart + area.margin.blockStart};
  const LogicalSize size{page.size.inlineSize - area.margin.inlineStart - area.margin.inlineEnd,
                         blockSize - area.margin.blockStart - area.margin.blockEnd};
  LogicalFrame frame{area.border, area.background};
  frame.border.blockStart = {};
  const bool hasSides = isPainted(area.border.inlineStart) || isPainted(area.border.inlineEnd) ||
                        isPainted(area.border.blockEnd);
  if (hasSides || area.background.alpha != 0) page.children.push_back({corner, decoration(size, frame)});
  if (!isPainted(area.border.blockStart)) return;
  const LogicalSize rule{area.ruleSize, area.border.blockStart.width};
  page.children.push_back({corner, decoration(rule, fragment::Rule{area.border.blockStart})});
}

const dom::Element* firstSource(const LogicalFragment& fragment) {
  for (const PlacedLogical& child : fragment.children) {
    if (const dom::Element* source = firstSource(*child.fragment)) return source;
  }
  return fragment.source && fragment.source->position().line > 0 ? fragment.source : nullptr;
}

fragment::FragmentPtr paperDecoration(PhysicalSize size, fragment::Frame frame) {
  auto made = std::make_shared<fragment::Fragment>();
  made->size = size;
  made->content = frame;
  made->role = fragment::Role::Decoration;
  return made;
}

void collect(const fragment::Fragment& content, PhysicalPoint at, std::size_t page,
             std::map<std::string, fragment::Destination>& destinations) {
  for (const std::string& anchor : content.anchors)
    destinations.try_emplace(anchor, fragment::Destination{page, at});
  for (const fragment::PlacedFragment& child : content.children) {
    collect(*child.fragment, {at.left + child.at.left, at.top + child.at.top}, page, destinations);
  }
}

/// The first run that is not wholly on the paper, seen along the line; across it its baseline counts.
const fragment::Fragment* firstOffPaper(const fragment::Fragment& content, PhysicalPoint at, PhysicalSize paper) {
  if (const auto* run = std::get_if<fragment::GlyphRun>(&content.content)) {
    constexpr Length kHair = 1_pt;  // blank around the ink
    const bool isIn = at.left >= -kHair && at.left + content.size.width <= paper.width + kHair &&
                      at.top + run->baseline >= Length{} && at.top <= paper.height;
    if (!isIn && !run->text.empty()) return &content;
  }
  for (const fragment::PlacedFragment& child : content.children) {
    const PhysicalPoint inside{at.left + child.at.left, at.top + child.at.top};
    if (const fragment::Fragment* found = firstOffPaper(*child.fragment, inside, paper)) return found;
  }
  return nullptr;
}

}  // namespace

LogicalFragmentPtr composeArea(const Galley& galley, const NoteColumn& notes, const ChosenPage& chosen,
                               const NoteArea& noteArea, LogicalSize size) {
  auto area = std::make_shared<LogicalFragment>();
  area->size = size;
  area->direction = galley.column->direction;
  Length position;
  for (std::size_t index = chosen.floatsFrom; index < chosen.floatsTo; ++index) {
    const PageFloat& moved = galley.floats[index];
    area->children.push_back({{moved.inlineStart, position}, moved.shared});
    const bool isLast = index + 1 == chosen.floatsTo;
    position += moved.fragment->size.blockSize + (isLast ? moved.marginAfter : gapAfterFloat(galley, index));
  }
  if (chosen.from != chosen.to) {
    addChildren(*area, *cut(galley, chosen.from, chosen.to, chosen.omittedFrom, chosen.omittedTo),
                {{}, position});
  }
  if (chosen.notesFrom != chosen.notesTo) {
    // JLREQ: on a short page too notes stay at the foot.
    const LogicalPoint at{{}, size.blockSize - chosen.noteArea};
    addNoteDecoration(*area, noteArea, at, chosen.noteArea);
    const LogicalPoint inside = noteArea.contentAt();
    const LogicalFragmentPtr part = cut(notes.galley, chosen.notesFrom, chosen.notesTo);
    addChildren(*area, *inReadingOrder(part, *notes.galley.column),
                {inside.inlineStart, at.blockStart + inside.blockStart});
  }
  return area;
}

void reportOffPaper(const fragment::Page& page, std::size_t number, Diagnostics& diagnostics) {
  const fragment::Fragment* off = firstOffPaper(*page.content, {}, page.size);
  if (!off) return;
  const SourcePosition where = off->source ? off->source->position() : SourcePosition{};
  diagnostics.report({Severity::Warning, "text-off-paper", where,
                      fmt::format("text of page {} stands outside the paper, in whole or in part", number + 1),
                      "a list needs room for its widest number; a long line may break with overflow-wrap: anywhere", "paper"});
}

void reportOverfull(const ChosenPage& chosen, const LogicalFragment& area, Diagnostics& diagnostics) {
  const Length needed = chosen.used + chosen.noteArea;
  if (needed <= chosen.blockSize + kTolerance) return;
  const dom::Element* source = firstSource(area);
  const SourcePosition where = source ? source->position() : SourcePosition{};
  diagnostics.report(
      {Severity::Warning, "page-overfull", where,
       fmt::format("what stands on page {} is {:.1f}pt higher than the page and cannot be divided",
                   chosen.page + 1, (needed - chosen.blockSize).toPoints()),
       "make it smaller, or allow a page break inside", "page"});
}

fragment::Page composePage(const PageFrame& frame, const LogicalFragment* area, WritingMode mode,
                           std::vector<fragment::PlacedFragment> marginBoxes) {
  auto content = std::make_shared<fragment::Fragment>();
  content->size = frame.style.size;
  // CSS Paged Media 3, section 4.1: the page's background covers its margins too.
  const Color background = frame.style.style->background;
  if (background.alpha != 0)
    content->children.push_back({{}, paperDecoration(frame.style.size, {{}, background})});
  if (!(frame.border == PhysicalEdges<BorderLine>{})) {
    content->children.push_back(
        {frame.borderAt, paperDecoration(frame.borderSize, {frame.border, {0, 0, 0, 0}})});
  }
  if (area) content->children.push_back({frame.areaAt, toPhysical(*area, mode)});
  for (fragment::PlacedFragment& box : marginBoxes) content->children.push_back(std::move(box));
  fragment::Page page;
  page.size = frame.style.size;
  page.content = std::move(content);
  return page;
}

void addDestinations(const fragment::Fragment& content, std::size_t page,
                     std::map<std::string, fragment::Destination>& destinations) {
  collect(content, {}, page, destinations);
}

}  // namespace octavo::layout::page
