// quality: the lines of finished pages, character by character.
#include "quality/set_lines.h"

#include <algorithm>

#include "base/utf8.h"

namespace octavo::quality {

namespace {

using fragment::Fragment;
using fragment::GlyphRun;
using fragment::Role;

bool isRead(Role role) {
  return role != Role::RubyText && role != Role::Leader && role != Role::Decoration && role != Role::NoteMarker;
}

bool isRunning(Role role) { return role == Role::RunningHead || role == Role::RunningFoot; }

bool isSpace(char32_t character) { return character == U' ' || character == U'\t' || character == U'\xA0'; }

char32_t characterAt(const std::u16string& text, std::size_t offset) {
  const char32_t unit = text[offset];
  const bool isPair = unit >= 0xD800 && unit < 0xDC00 && offset + 1 < text.size();
  return isPair ? 0x10000 + ((unit - 0xD800) << 10U) + (text[offset + 1] - 0xDC00U) : unit;
}

/// One line on its way from fragments to cells.
class LineReader {
 public:
  explicit LineReader(SetLine& line) : line_(line) {}

  void add(const Fragment& fragment, PhysicalPoint at) {
    if (fragment.role == Role::RubyText) {
      line_.readingsEnd = std::max(line_.readingsEnd, (at.left + fragment.size.width).toPoints());
    }
    if (!isRead(fragment.role)) return;
    if (const auto* run = std::get_if<GlyphRun>(&fragment.content)) {
      addRun(*run, at, fragment.role);
    } else if (std::holds_alternative<fragment::Picture>(fragment.content) || !fragment.children.empty()) {
      Cell cell;
      cell.inkStart = cell.fullStart = at.left.toPoints();
      cell.inkEnd = cell.fullEnd = cell.setEnd = (at.left + fragment.size.width).toPoints();
      line_.cells.push_back(cell);
    }
  }

  void finish() {
    std::ranges::stable_sort(line_.cells, {}, &Cell::inkStart);
    std::vector<Cell> cells;
    double space = 0;
    for (Cell& cell : line_.cells) {
      if (isSpace(cell.character)) {
        space = cell.fullEnd - cell.fullStart;
        continue;
      }
      cell.spaceBefore = cells.empty() ? 0 : space;
      space = 0;
      cells.push_back(cell);
    }
    line_.cells = std::move(cells);
  }

 private:
  void addRun(const GlyphRun& run, PhysicalPoint at, Role role) {
    line_.isRightToLeft = line_.isRightToLeft || run.direction == Direction::RightToLeft;
    line_.text += toUtf8(run.text);
    Length pen = run.vertical || run.sideways ? at.top : at.left;
    const text::Region region = text::regionOf(run.language);
    for (std::size_t begin = 0; begin < run.glyphs.size();) {
      std::size_t end = begin;
      Length natural, advance;
      for (; end < run.glyphs.size() && run.glyphs[end].cluster == run.glyphs[begin].cluster; ++end) {
        natural += run.size.scaled(run.face->advance(run.glyphs[end].id), run.face->metrics().unitsPerEm);
        advance += run.glyphs[end].advance;
      }
      Cell cell;
      cell.character = characterAt(run.text, run.glyphs[begin].cluster);
      cell.region = region;
      cell.kind = text::classOf(cell.character, region);
      cell.em = run.size.toPoints();
      cell.isNoteCall = role == Role::NoteCall;
      cell.isLineHyphen = cell.character == U'\xAD';
      cell.fullStart = (pen + run.glyphs[begin].offsetInline).toPoints();
      cell.fullEnd = cell.fullStart + natural.toPoints();
      cell.setEnd = (pen + advance).toPoints();
      trim(cell, run);
      line_.cells.push_back(cell);
      pen += advance;
      begin = end;
    }
  }

  /// The ink of a full-width mark, by its font.
  static void trim(Cell& cell, const GlyphRun& run) {
    cell.inkStart = cell.fullStart;
    cell.inkEnd = cell.fullEnd;
    using enum text::CharacterClass;
    const bool isMark = cell.kind == Opening || cell.kind == Closing || cell.kind == Comma || cell.kind == FullStop ||
                        cell.kind == MiddleDot || cell.kind == Dividing;
    if (!isMark) return;
    const font::TrimmableBlank blank = font::trimmableBlank(*run.face, cell.character, run.language, run.vertical);
    const double unit = cell.em / run.face->metrics().unitsPerEm;
    cell.inkStart += blank.before * unit;
    cell.inkEnd -= blank.after * unit;
  }

  SetLine& line_;
};

class Collector {
 public:
  explicit Collector(std::vector<SetLine>& lines) : lines_(lines) {}

  void page(const Fragment& content, std::size_t number) {
    page_ = number;
    walk(content, {}, nullptr);
  }

 private:
  void walk(const Fragment& fragment, PhysicalPoint at, const dom::Element* parent) {
    if (isRunning(fragment.role) || fragment.role == Role::RepeatedHead) return;
    if (fragment.isLine) addLine(fragment, at, parent);
    const dom::Element* own = fragment.source ? fragment.source : parent;
    for (const fragment::PlacedFragment& child : fragment.children) {
      walk(*child.fragment, {at.left + child.at.left, at.top + child.at.top}, own);
    }
  }

  void addLine(const Fragment& fragment, PhysicalPoint at, const dom::Element* parent) {
    SetLine line;
    line.page = page_;
    line.setting = fragment.setting;
    line.paragraph = parent;
    line.start = (at.left + fragment.setting.start).toPoints();
    line.end = line.start + fragment.setting.width.toPoints();
    LineReader reader(line);
    for (const fragment::PlacedFragment& child : fragment.children) {
      reader.add(*child.fragment, {at.left + child.at.left, at.top + child.at.top});
    }
    reader.finish();
    if (!line.cells.empty()) lines_.push_back(std::move(line));
  }

  std::vector<SetLine>& lines_;
  std::size_t page_ = 0;
};

}  // namespace

std::vector<SetLine> collectLines(const fragment::PrintedBook& book) {
  std::vector<SetLine> lines;
  Collector collector(lines);
  for (std::size_t page = 0; page < book.pages.size(); ++page) collector.page(*book.pages[page].content, page);
  return lines;
}

}  // namespace octavo::quality
