// layout/page: one page from its pieces: figures, text and notes in the page area, margin boxes around it.
#include "layout/page/compose.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "layout/page/cut.h"

namespace octavo::layout::page {

namespace {

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

/// Fills one column.
class PartComposer {
 public:
  PartComposer(const LaidFlow& laid, const ChosenPart& part, const FlowArea& frame, LogicalFragment& area)
      : laid_(laid), part_(part), frame_(frame), column_(frame.columns[part.slot.column]), area_(area) {}

  void run() {
    addFigures();
    addText();
    addNotes();
  }

 private:
  void addFigures() {
    for (std::size_t target = 0; target < kFloatTargets; ++target) {
      const std::vector<PageFloat>& figures = laid_.galley.floats[target];
      const std::size_t end = part_.floatsTo[target];
      for (std::size_t index = part_.floatsFrom[target]; index < end; ++index) {
        const PageFloat& moved = figures[index];
        add({moved.inlineStart, filled_}, moved.shared);
        const Length gap = index + 1 == end ? moved.marginAfter : gapAfterFloat(figures, index);
        filled_ += moved.fragment->size.blockSize + gap;
      }
    }
  }

  void addText() {
    if (part_.from == part_.to) return;
    addChildren(*cut(laid_.galley, part_.from, part_.to, part_.omittedFrom, part_.omittedTo), {{}, filled_});
  }

  /// JLREQ: on a short page too notes stay at the foot.
  void addNotes() {
    Length foot = column_.size.blockSize;
    for (std::size_t stream = kNoteStreams; stream-- > 0;) {
      if (part_.notesFrom[stream] == part_.notesTo[stream]) continue;
      const Length blockSize = part_.noteAreas[stream];
      foot -= blockSize;
      addNoteDecoration(frame_.notes[stream], foot, blockSize);
      const LogicalPoint inside = frame_.notes[stream].contentAt();
      const Galley& notes = laid_.notes[stream].galley;
      const LogicalFragmentPtr part = cut(notes, part_.notesFrom[stream], part_.notesTo[stream]);
      addChildren(*inReadingOrder(part, *notes.column), {inside.inlineStart, foot + inside.blockStart});
    }
  }

  /// Background, sides and the rule of a note area.
  void addNoteDecoration(const NoteArea& notes, Length blockStart, Length blockSize) {
    const LogicalPoint corner{notes.margin.inlineStart, blockStart + notes.margin.blockStart};
    const LogicalSize size{column_.size.inlineSize - notes.margin.inlineStart - notes.margin.inlineEnd,
                           blockSize - notes.margin.blockStart - notes.margin.blockEnd};
    LogicalFrame frame{notes.border, notes.background};
    frame.border.blockStart = {};
    const bool hasSides = isPainted(notes.border.inlineStart) || isPainted(notes.border.inlineEnd) ||
                          isPainted(notes.border.blockEnd);
    if (hasSides || notes.background.alpha != 0) add(corner, decoration(size, frame));
    if (!isPainted(notes.border.blockStart)) return;
    const LogicalSize rule{notes.ruleSize, notes.border.blockStart.width};
    add(corner, decoration(rule, fragment::Rule{notes.border.blockStart}));
  }

  /// `at`: from the column's start corner.
  void add(LogicalPoint at, LogicalFragmentPtr fragment) {
    area_.children.push_back(
        {{column_.at.inlineStart + at.inlineStart, column_.at.blockStart + at.blockStart}, std::move(fragment)});
  }
  void addChildren(const LogicalFragment& part, LogicalPoint at) {
    for (const PlacedLogical& child : part.children) {
      add({child.at.inlineStart + at.inlineStart, child.at.blockStart + at.blockStart}, child.fragment);
    }
  }

  const LaidFlow& laid_;
  const ChosenPart& part_;
  const FlowArea& frame_;
  const Fragmentainer& column_;
  LogicalFragment& area_;
  Length filled_;
};

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

LogicalFragmentPtr composeArea(const LaidFlow& laid, std::span<const ChosenPart> parts, const FlowArea& frame) {
  auto area = std::make_shared<LogicalFragment>();
  area->size = frame.size;
  area->direction = laid.galley.column->direction;
  for (const ChosenPart& part : parts) PartComposer(laid, part, frame, *area).run();
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

void reportOverfull(const ChosenPart& chosen, const LogicalFragment& area, Diagnostics& diagnostics) {
  const Length needed = std::accumulate(chosen.noteAreas.begin(), chosen.noteAreas.end(), chosen.used);
  if (needed <= chosen.blockSize + kTolerance) return;
  const dom::Element* source = firstSource(area);
  const SourcePosition where = source ? source->position() : SourcePosition{};
  diagnostics.report(
      {Severity::Warning, "page-overfull", where,
       fmt::format("what stands on page {} is {:.1f}pt higher than the page and cannot be divided",
                   chosen.slot.page + 1, (needed - chosen.blockSize).toPoints()),
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
