// pdf: backgrounds, borders and rules as path operators.
#include "pdf/frame_painting.h"

#include <algorithm>
#include <array>

namespace octavo::pdf {

namespace {

bool isSeen(const BorderLine& line) {
  return line.style != LineStyle::None && line.width > Length() && line.color.alpha > 0;
}

struct Edges {
  MilliPoints left, bottom, right, top;
};

Edges edgesOf(const Rectangle& box, const ContentStream& to) {
  const PdfPoint topLeft = to.toPdf(box.at);
  const PdfPoint bottomRight = to.toPdf({box.right(), box.bottom()});
  return {topLeft.x, bottomRight.y, bottomRight.x, topLeft.y};
}

MilliPoints seenWidth(const BorderLine& line) { return isSeen(line) ? toMilliPoints(line.width) : 0; }

/// The frame's inside when a share (in thirds) of each border is taken off.
Edges inset(const Edges& outer, const PhysicalEdges<BorderLine>& border, int thirds) {
  return {outer.left + seenWidth(border.left) * thirds / 3,
          outer.bottom + seenWidth(border.bottom) * thirds / 3,
          outer.right - seenWidth(border.right) * thirds / 3, outer.top - seenWidth(border.top) * thirds / 3};
}

enum class Side { Top, Right, Bottom, Left };

/// One side between two rectangles, its ends cut at the corners so that two colours meet on the diagonal.
void fillSide(Side side, const Edges& outer, const Edges& inner, ContentStream& to) {
  using Quad = std::array<PdfPoint, 4>;
  const auto quad = [&]() -> Quad {
    switch (side) {
      case Side::Top:
        return {{{outer.left, outer.top},
                 {outer.right, outer.top},
                 {inner.right, inner.top},
                 {inner.left, inner.top}}};
      case Side::Right:
        return {{{outer.right, outer.top},
                 {outer.right, outer.bottom},
                 {inner.right, inner.bottom},
                 {inner.right, inner.top}}};
      case Side::Bottom:
        return {{{outer.right, outer.bottom},
                 {outer.left, outer.bottom},
                 {inner.left, inner.bottom},
                 {inner.right, inner.bottom}}};
      case Side::Left:
        return {{{outer.left, outer.bottom},
                 {outer.left, outer.top},
                 {inner.left, inner.top},
                 {inner.left, inner.bottom}}};
    }
    return {};
  }();
  to.moveTo(quad[0]);
  for (std::size_t i = 1; i < quad.size(); ++i) to.lineTo(quad[i]);
  to.operation({}, "f");
}

struct Segment {
  PdfPoint from, to;
  MilliPoints length() const { return std::max(to.x - from.x, from.y - to.y); }
};

Segment middleOf(Side side, const Edges& outer, const Edges& inner) {
  const MilliPoints top = (outer.top + inner.top) / 2, bottom = (outer.bottom + inner.bottom) / 2;
  const MilliPoints left = (outer.left + inner.left) / 2, right = (outer.right + inner.right) / 2;
  switch (side) {
    case Side::Top:
      return {{outer.left, top}, {outer.right, top}};
    case Side::Right:
      return {{right, outer.top}, {right, outer.bottom}};
    case Side::Bottom:
      return {{outer.left, bottom}, {outer.right, bottom}};
    case Side::Left:
      return {{left, outer.top}, {left, outer.bottom}};
  }
  return {};
}

/// Dashes of three widths, or round dots of one; the gaps give way so that a dash or dot stands at either
/// end.
void setDashes(LineStyle style, MilliPoints width, MilliPoints length, ContentStream& to) {
  const bool isDotted = style == LineStyle::Dotted;
  const MilliPoints dash = isDotted ? 0 : 3 * width;
  const MilliPoints period = isDotted ? 2 * width : 6 * width;
  const MilliPoints room = isDotted ? length - width : length - dash;
  const MilliPoints count = std::max<MilliPoints>(1, (room + period / 2) / period);
  const MilliPoints gap = std::max<MilliPoints>(room / count - dash, 1);
  to.operation({isDotted ? 1000 : 0}, "J");
  std::string pattern = "[";
  appendThousandths(pattern, dash);
  pattern.push_back(' ');
  appendThousandths(pattern, gap);
  to.operation({}, pattern + "] 0 d");
}

void strokeBroken(const Segment& segment, const BorderLine& line, ContentStream& to) {
  const MilliPoints width = toMilliPoints(line.width);
  to.save();
  to.operation({width}, "w");
  setDashes(line.style, width, segment.length(), to);
  const MilliPoints inwards = line.style == LineStyle::Dotted ? width / 2 : 0;  // the cap reaches out as far
  const bool isAcross = segment.from.y == segment.to.y;
  to.moveTo({segment.from.x + (isAcross ? inwards : 0), segment.from.y - (isAcross ? 0 : inwards)});
  to.lineTo({segment.to.x - (isAcross ? inwards : 0), segment.to.y + (isAcross ? 0 : inwards)});
  to.operation({}, "S");
  to.restore();
}

/// Half waves of three widths, each one Bézier curve.
void strokeWave(const Segment& segment, const BorderLine& line, ContentStream& to) {
  const MilliPoints width = std::max<MilliPoints>(toMilliPoints(line.width), 1);
  const MilliPoints count = std::max<MilliPoints>(1, segment.length() / (3 * width));
  const bool isAcross = segment.from.y == segment.to.y;
  const auto at = [&](MilliPoints along, MilliPoints aside) {
    return isAcross ? PdfPoint{segment.from.x + along, segment.from.y + aside}
                    : PdfPoint{segment.from.x + aside, segment.from.y - along};
  };
  to.operation({width * 3 / 4}, "w");
  to.moveTo(segment.from);
  for (MilliPoints i = 0; i < count; ++i) {
    const MilliPoints begin = segment.length() * i / count, end = segment.length() * (i + 1) / count;
    const MilliPoints crest = (i % 2 == 0 ? 2 : -2) * width;
    const PdfPoint a = at(begin + (end - begin) / 3, crest), b = at(end - (end - begin) / 3, crest),
                   c = at(end, 0);
    to.operation({a.x, a.y, b.x, b.y, c.x, c.y}, "c");
  }
  to.operation({}, "S");
}

void paintSide(Side side, const BorderLine& line, const Rectangle& box,
               const PhysicalEdges<BorderLine>& border, ContentStream& to) {
  if (!isSeen(line)) return;
  const Edges outer = edgesOf(box, to);
  const Edges inner = inset(outer, border, 3);
  switch (line.style) {
    case LineStyle::None:
      return;
    case LineStyle::Solid:
      to.fillColor(line.color);
      return fillSide(side, outer, inner, to);
    case LineStyle::Double:
      to.fillColor(line.color);
      fillSide(side, outer, inset(outer, border, 1), to);
      return fillSide(side, inset(outer, border, 2), inner, to);
    case LineStyle::Dashed:
    case LineStyle::Dotted:
      to.strokeColor(line.color);
      return strokeBroken(middleOf(side, outer, inner), line, to);
    case LineStyle::Wavy:
      to.strokeColor(line.color);
      return strokeWave(middleOf(side, outer, inner), line, to);
  }
}

}  // namespace

void paintFrame(const fragment::Frame& frame, const Rectangle& box, ContentStream& to) {
  if (frame.background.alpha > 0) {
    const Edges edges = edgesOf(box, to);
    to.fillColor(frame.background);
    to.rectangle({edges.left, edges.bottom}, edges.right - edges.left, edges.top - edges.bottom);
    to.operation({}, "f");
  }
  const auto& border = frame.border;
  paintSide(Side::Top, border.top, box, border, to);
  paintSide(Side::Right, border.right, box, border, to);
  paintSide(Side::Bottom, border.bottom, box, border, to);
  paintSide(Side::Left, border.left, box, border, to);
}

void paintRule(const BorderLine& line, const Rectangle& box, ContentStream& to) {
  if (!isSeen(line)) return;
  // A rule is the one border of a box without content, as thick as the line, in the middle of its fragment.
  PhysicalEdges<BorderLine> border;
  Rectangle bar = box;
  if (box.size.width >= box.size.height) {
    bar.at.top += (box.size.height - line.width).scaled(1, 2);
    bar.size.height = line.width;
    border.top = line;
    paintSide(Side::Top, line, bar, border, to);
  } else {
    bar.at.left += (box.size.width - line.width).scaled(1, 2);
    bar.size.width = line.width;
    border.left = line;
    paintSide(Side::Left, line, bar, border, to);
  }
}

}  // namespace octavo::pdf
