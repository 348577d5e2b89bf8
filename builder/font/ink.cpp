// font: where a glyph has ink, from its outline.
#include <algorithm>
#include <array>

#include "font/face_private.h"

namespace octavo::font {
namespace {

struct Point {
  double x = 0, y = 0;
};
struct Segment {
  Point from, to;
};

/// The outline as straight segments: curves are cut in eight, which is finer than any line's edge on paper.
struct Outline {
  static constexpr int kParts = 8;
  std::vector<Segment> segments;
  Point start, pen;

  void lineTo(Point to) {
    segments.push_back({pen, to});
    pen = to;
  }
  void close() {
    if (pen.x != start.x || pen.y != start.y) lineTo(start);
  }
  void curveTo(Point a, Point b, Point to) {
    const Point from = pen;
    for (int i = 1; i <= kParts; ++i) {
      const double t = static_cast<double>(i) / kParts, u = 1 - t;
      const double w0 = u * u * u, w1 = 3 * u * u * t, w2 = 3 * u * t * t, w3 = t * t * t;
      lineTo({w0 * from.x + w1 * a.x + w2 * b.x + w3 * to.x, w0 * from.y + w1 * a.y + w2 * b.y + w3 * to.y});
    }
  }
};

Outline& outlineOf(void* data) { return *static_cast<Outline*>(data); }
Point point(float x, float y) { return {static_cast<double>(x), static_cast<double>(y)}; }

hb_draw_funcs_t* makeDrawFunctions() {
  hb_draw_funcs_t* functions = hb_draw_funcs_create();
  hb_draw_funcs_set_move_to_func(
      functions,
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) {
        outlineOf(data).start = outlineOf(data).pen = point(x, y);
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      functions,
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float x, float y, void*) { outlineOf(data).lineTo(point(x, y)); },
      nullptr, nullptr);
  // HarfBuzz turns quadratic curves into cubic ones where there is no function for them.
  hb_draw_funcs_set_cubic_to_func(
      functions,
      [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, float ax, float ay, float bx, float by, float x, float y, void*) {
        outlineOf(data).curveTo(point(ax, ay), point(bx, by), point(x, y));
      },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      functions, [](hb_draw_funcs_t*, void* data, hb_draw_state_t*, void*) { outlineOf(data).close(); }, nullptr, nullptr);
  hb_draw_funcs_make_immutable(functions);
  return functions;
}

Outline readOutline(const Face& face, std::uint32_t glyph) {
  static const std::unique_ptr<hb_draw_funcs_t, Destroyer<hb_draw_funcs_destroy>> functions(makeDrawFunctions());
  Outline outline;
  hb_font_get_glyph_shape(fileFace(face).hbFont(), glyph, functions.get(), &outline);
  return outline;
}

struct Stretch {
  double begin, end;
};

/// What the edges cover inside the band.
void addEdges(const Outline& outline, double bottom, double top, std::vector<Stretch>& to) {
  for (const Segment& segment : outline.segments) {
    const auto [low, high] = std::minmax(segment.from.y, segment.to.y);
    if (high < bottom || low > top) continue;
    const auto xAt = [&](double y) {
      if (segment.from.y == segment.to.y) return segment.from.x;
      return segment.from.x + (segment.to.x - segment.from.x) * (y - segment.from.y) / (segment.to.y - segment.from.y);
    };
    const bool isLevel = segment.from.y == segment.to.y;
    const double a = isLevel ? segment.from.x : xAt(std::max(low, bottom));
    const double b = isLevel ? segment.to.x : xAt(std::min(high, top));
    to.push_back({std::min(a, b), std::max(a, b)});
  }
}

/// What lies inside the outline along one height, by the non-zero rule.
void addInside(const Outline& outline, double height, std::vector<Stretch>& to) {
  struct Crossing {
    double x;
    int turn;
  };
  std::vector<Crossing> crossings;
  for (const auto& [from, end] : outline.segments) {
    if ((from.y <= height) == (end.y <= height)) continue;
    crossings.push_back({from.x + (end.x - from.x) * (height - from.y) / (end.y - from.y), from.y < end.y ? 1 : -1});
  }
  std::ranges::sort(crossings, {}, &Crossing::x);
  int winding = 0;
  for (std::size_t i = 0; i + 1 < crossings.size(); ++i) {
    winding += crossings[i].turn;
    if (winding != 0) to.push_back({crossings[i].x, crossings[i + 1].x});
  }
}

std::vector<InkSpan> joined(std::vector<Stretch> stretches) {
  std::ranges::sort(stretches, {}, &Stretch::begin);
  std::vector<InkSpan> spans;
  for (const Stretch& stretch : stretches) {
    const InkSpan span{static_cast<int>(stretch.begin), static_cast<int>(stretch.end + 0.999)};
    if (!spans.empty() && span.begin <= spans.back().end) {
      spans.back().end = std::max(spans.back().end, span.end);
    } else {
      spans.push_back(span);
    }
  }
  return spans;
}

}  // namespace

InkBox inkBox(const Face& face, std::uint32_t glyph) {
  hb_glyph_extents_t extents{};
  if (!hb_font_get_glyph_extents(fileFace(face).hbFont(), glyph, &extents)) return {};
  return {extents.x_bearing, extents.y_bearing + extents.height, extents.x_bearing + extents.width, extents.y_bearing};
}

std::vector<InkSpan> inkBetween(const Face& face, std::uint32_t glyph, int bottom, int top) {
  const InkBox box = inkBox(face, glyph);
  if (box.bottom > top || box.top < bottom || bottom >= top) return {};
  const Outline outline = readOutline(face, glyph);
  std::vector<Stretch> stretches;
  addEdges(outline, bottom, top, stretches);
  // Stems that cross the whole band have edges at their sides only; one height finds their inside.
  addInside(outline, (bottom + top) / 2.0, stretches);
  return joined(std::move(stretches));
}

}  // namespace octavo::font
