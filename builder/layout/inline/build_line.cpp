// layout/inline: one chosen line as a fragment.
#include "layout/inline/build_line.h"

#include <algorithm>

namespace octavo::layout {

const Piece* pieceAt(const Line& line, std::uint32_t cluster) {
  for (const Piece& piece : line.pieces) {
    if (!piece.isHyphen && piece.cluster <= cluster && cluster < piece.clusterEnd) return &piece;
  }
  return nullptr;
}

namespace {

LogicalPoint placeOnLine(const Line& line, const LineRequest& request, Length left, Length width, Length blockStart) {
  const Length along = line.isReversed ? request.width - left - width : left;
  return {request.start + along, blockStart};
}

Length shiftOf(const Paragraph& paragraph, const Piece& piece) {
  return paragraph.text.boxes[paragraph.text.spans[piece.span].inlineBox].shift + piece.raise;
}

/// Anchors and strings of boxes that begin on this line go to the first piece behind their place.
void attachMarks(const Paragraph& paragraph, const Line& line, LogicalFragment& whole) {
  const bool isLast = line.textEnd == paragraph.text.text.size();
  const std::vector<Mark>& marks = paragraph.text.marks;
  auto mark = std::ranges::lower_bound(marks, line.textBegin, {}, &Mark::offset);
  for (; mark != marks.end() && (mark->offset < line.textEnd || isLast); ++mark) {
    LogicalFragment* to = &whole;
    for (const Piece& piece : line.pieces) {
      if (!piece.fragment || piece.isHyphen) continue;
      if (paragraph.shaped.textEnd(piece.clusterEnd - 1, paragraph.text) <= mark->offset) continue;
      to = piece.fragment.get();
      break;
    }
    to->anchors.insert(to->anchors.end(), mark->box->anchors.begin(), mark->box->anchors.end());
    to->strings.insert(to->strings.end(), mark->box->strings.begin(), mark->box->strings.end());
  }
}

void attachNotes(const Paragraph& paragraph, const Line& line, LogicalFragment& whole) {
  const std::vector<Mark>& calls = paragraph.text.noteCalls;
  const bool isLast = line.textEnd == paragraph.text.text.size();
  auto call = std::ranges::lower_bound(calls, line.textBegin, {}, &Mark::offset);
  for (; call != calls.end() && (call->offset < line.textEnd || isLast); ++call) whole.flow.notes.push_back(call->box);
}

PlacedLogical placedObject(const Paragraph& paragraph, const Line& line, const LineRequest& request, const Piece& piece) {
  const InlineObject& object = *piece.object;
  LogicalPoint at = placeOnLine(line, request, piece.left, piece.width, line.above - objectAbove(paragraph, object));
  at.inlineStart += object.margin.inlineStart;
  at.blockStart += object.margin.blockStart;
  return {at, object.fragment};
}

/// A sign before what a line that was turned over goes on with: the hanging indent alone does not show where lines of code
/// have indents of their own. No text: copying gives the line whole.
void addTurnMark(const Paragraph& paragraph, const Line& line, LogicalFragment& whole, const Context& context) {
  constexpr std::string_view kTurn = "\u21AA";
  const css::ComputedStyle& style = paragraph.text.rootStyle();
  const SimpleText mark = shapeSimple(kTurn, style, style.fontSize, context);
  if (!mark.face) return;
  fragment::GlyphRun run;
  run.face = mark.face;
  run.size = style.fontSize;
  run.glyphs = mark.glyphs;
  run.text = mark.text;
  run.color = style.color;
  run.language = style.language;
  const font::Metrics& metrics = run.face->metrics();
  run.baseline = run.size.scaled(metrics.ascent, metrics.unitsPerEm);
  auto made = std::make_shared<LogicalFragment>();
  made->size = {mark.width, run.baseline + run.size.scaled(metrics.descent, metrics.unitsPerEm)};
  const LogicalPoint at{Length{}, line.above - run.baseline};
  made->content = std::move(run);
  made->role = fragment::Role::Decoration;
  made->order = whole.order;
  whole.children.push_back({at, std::move(made)});
}

/// An inline block or a framed picture: what stands in a line and holds more is painted as a whole.
void layerObjects(LogicalFragment& line) {
  for (PlacedLogical& child : line.children) {
    if (child.fragment->children.empty()) continue;
    auto object = std::make_shared<LogicalFragment>(*child.fragment);
    object->layer = fragment::PaintLayer::Object;
    child.fragment = std::move(object);
  }
}

}  // namespace

BuiltLine buildLine(const Paragraph& paragraph, const LineRequest& request, Context& context) {
  Line line = placePieces(paragraph, request, {}, context);
  measureLine(paragraph, line, request.reachAbove, context);
  auto whole = std::make_shared<LogicalFragment>();
  whole->isLine = true;
  whole->layer = fragment::PaintLayer::Line;
  whole->size = {request.containerWidth, line.above + line.below};
  whole->baseline = line.above;
  whole->direction = paragraph.text.direction;
  whole->order = line.pieces.empty() ? 0 : paragraph.text.spans[line.pieces.front().span].box->order;
  const BreakKind end = paragraph.items.items[request.lastItem].gap.kind;
  if (end == BreakKind::Hyphen) whole->flow.hyphenLimit = paragraph.text.rootStyle().hyphenateLimitLast;
  whole->setting = {request.start, request.width, request.align == css::TextAlign::Justify, request.isFirst, request.isLast,
                    request.endsParagraph && !request.isLast};
  whole->flow.isBesideFloat = request.isBesideFloat;
  attachMarks(paragraph, line, *whole);
  attachNotes(paragraph, line, *whole);

  LineDecorations decorations = decorateLine(paragraph, line, context);
  const auto place = [&](PlacedLogical& placed) {
    // Decorations are counted from the line's left edge and its baseline.
    placed.at = placeOnLine(line, request, placed.at.inlineStart, placed.fragment->size.inlineSize,
                            placed.at.blockStart + line.above);
  };
  std::ranges::for_each(decorations.below, place);
  std::ranges::for_each(decorations.above, place);
  std::vector<PlacedLogical> content;
  for (const Piece& piece : line.pieces) {
    if (piece.object && piece.object->fragment) content.push_back(placedObject(paragraph, line, request, piece));
    if (!piece.fragment) continue;
    const Length ascent = std::get<fragment::GlyphRun>(piece.fragment->content).baseline;
    content.push_back({placeOnLine(line, request, piece.left, piece.width, line.above - shiftOf(paragraph, piece) - ascent),
                       piece.fragment});
  }
  std::vector<PlacedLogical> readings = placeReadings(paragraph, line, context);
  std::ranges::for_each(readings, place);
  content.insert(content.end(), readings.begin(), readings.end());
  // Reading order: a reading comes after its base and before what follows.
  std::ranges::stable_sort(content, {}, [](const PlacedLogical& placed) { return placed.fragment->order; });
  whole->children = std::move(decorations.below);
  whole->children.insert(whole->children.end(), content.begin(), content.end());
  whole->children.insert(whole->children.end(), decorations.above.begin(), decorations.above.end());
  layerObjects(*whole);
  if (request.isTurned) addTurnMark(paragraph, line, *whole, context);
  return {whole, line.reachBelow};
}

}  // namespace octavo::layout
