// layout/page: the geometry of a page: trim, margins, the page area and the area of its notes.
#include "layout/page/frame/page_frame.h"

#include <algorithm>

namespace octavo::layout::page {

namespace {

constexpr Length kLeastSide = Length::points(1);

LogicalEdges<Length> resolvedEdges(const LogicalEdges<css::LengthPercentage>& edges, Length of) {
  return {resolved(edges.blockStart, of), resolved(edges.inlineEnd, of), resolved(edges.blockEnd, of),
          resolved(edges.inlineStart, of)};
}

PhysicalEdges<BorderLine> physicalLines(const LogicalEdges<BorderLine>& lines, WritingMode mode,
                                        Direction direction) {
  LogicalFragment probe;
  probe.content = LogicalFrame{lines, {}};
  probe.direction = direction;
  return std::get<fragment::Frame>(toPhysical(probe, mode)->content).border;
}

}  // namespace

Length resolved(const css::LengthPercentage& value, Length of) {
  if (const auto* share = std::get_if<css::Percentage>(&value)) return of.scaled(share->ratio);
  return std::get<Length>(value);
}

Length resolvedMargin(const css::LengthPercentageAuto& value, Length of) {
  if (const auto* share = std::get_if<css::Percentage>(&value)) return of.scaled(share->ratio);
  const auto* length = std::get_if<Length>(&value);
  return length ? *length : Length{};
}

PhysicalEdges<Length> physicalWidths(const LogicalEdges<Length>& edges, WritingMode mode,
                                     Direction direction) {
  const auto line = [](Length width) { return BorderLine{width, LineStyle::Solid, {}}; };
  const auto lines = physicalLines(
      {line(edges.blockStart), line(edges.inlineEnd), line(edges.blockEnd), line(edges.inlineStart)}, mode,
      direction);
  return {lines.top.width, lines.right.width, lines.bottom.width, lines.left.width};
}

Length NoteArea::overhead() const {
  return margin.blockStart + border.blockStart.width + padding.blockStart + padding.blockEnd +
         border.blockEnd.width + margin.blockEnd;
}

LogicalPoint NoteArea::contentAt() const {
  return {margin.inlineStart + border.inlineStart.width + padding.inlineStart,
          margin.blockStart + border.blockStart.width + padding.blockStart};
}

NoteArea noteAreaFrom(const css::ComputedStyle& style, Length pageMeasure) {
  NoteArea area;
  area.margin = {resolvedMargin(style.margin.blockStart, pageMeasure),
                 resolvedMargin(style.margin.inlineEnd, pageMeasure),
                 resolvedMargin(style.margin.blockEnd, pageMeasure),
                 resolvedMargin(style.margin.inlineStart, pageMeasure)};
  area.padding = resolvedEdges(style.padding, pageMeasure);
  area.border = style.border;
  area.background = style.background;
  const Length sides = area.margin.inlineStart + area.border.inlineStart.width + area.padding.inlineStart +
                       area.padding.inlineEnd + area.border.inlineEnd.width + area.margin.inlineEnd;
  area.measure = std::max(kLeastSide, pageMeasure - sides);
  // A style narrows the rule, not the notes: they use the whole measure.
  area.ruleSize = pageMeasure - area.margin.inlineStart - area.margin.inlineEnd;
  if (const auto* size = std::get_if<Length>(&style.inlineSize)) area.ruleSize = *size;
  if (const auto* size = std::get_if<css::Percentage>(&style.inlineSize))
    area.ruleSize = pageMeasure.scaled(size->ratio);
  if (const auto* most = std::get_if<Length>(&style.maxInlineSize))
    area.ruleSize = std::min(area.ruleSize, *most);
  if (const auto* most = std::get_if<css::Percentage>(&style.maxInlineSize)) {
    area.ruleSize = std::min(area.ruleSize, pageMeasure.scaled(most->ratio));
  }
  return area;
}

FlowArea PageFrame::flow(WritingMode mode) const {
  FlowArea flow;
  flow.size = area(mode);
  flow.notes = {noteAreaFrom(*style.footnoteArea, flow.size.inlineSize)};
  Fragmentainer whole;
  whole.size = flow.size;
  std::ranges::transform(flow.notes, whole.noteOverhead.begin(), &NoteArea::overhead);
  flow.columns = {whole};
  return flow;
}

PageFrame frameFrom(css::PageStyle style) {
  PageFrame frame;
  const css::ComputedStyle& own = *style.style;
  const PhysicalEdges<Length> padding =
      physicalWidths(resolvedEdges(own.padding, style.size.width), own.writingMode, own.direction);
  frame.border = physicalLines(own.border, own.writingMode, own.direction);
  frame.borderAt = {style.margin.left, style.margin.top};
  frame.borderSize = {style.size.width - style.margin.left - style.margin.right,
                      style.size.height - style.margin.top - style.margin.bottom};
  frame.areaAt = {frame.borderAt.left + frame.border.left.width + padding.left,
                  frame.borderAt.top + frame.border.top.width + padding.top};
  const Length across = frame.border.left.width + padding.left + padding.right + frame.border.right.width;
  const Length down = frame.border.top.width + padding.top + padding.bottom + frame.border.bottom.width;
  frame.areaSize = {std::max(kLeastSide, frame.borderSize.width - across),
                    std::max(kLeastSide, frame.borderSize.height - down)};
  frame.style = std::move(style);
  return frame;
}

const PageFrame& PageFrames::of(const css::PageSelector& selector) {
  const Key key{selector.name, selector.language, selector.isFirst, selector.isLeft, selector.isBlank};
  const auto found = frames_.find(key);
  if (found != frames_.end()) return found->second;
  return frames_.emplace(key, frameFrom(cascade_.pageStyle(selector))).first->second;
}

}  // namespace octavo::layout::page
