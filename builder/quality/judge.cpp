// quality: faults, gaps and edges of the lines.
#include "quality/judge.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>

#include "quality/set_lines.h"

namespace octavo::quality {

namespace {

using text::CharacterClass;
using text::Region;
using enum CharacterClass;

constexpr double kFlush = 0.01;      // points
constexpr double kTolerance = 1e-3;  // em: coordinates are rounded

constexpr bool isClosingLike(CharacterClass kind) { return kind == Closing || kind == Comma || kind == FullStop; }
constexpr bool isMark(CharacterClass kind) { return isClosingLike(kind) || kind == Opening || kind == MiddleDot || kind == Dividing; }

bool isWesternClosing(char32_t character) { return std::u32string_view(U".,;:!?)]}%").find(character) != std::u32string_view::npos; }
bool isWesternOpening(char32_t character) { return std::u32string_view(U"([{").find(character) != std::u32string_view::npos; }

/// clreq 3.1.4, the basic level; JLREQ 3.1.7 to 3.1.9.
std::optional<std::string> startFault(const SetLine& line) {
  const Cell& first = line.cells.front();
  if (first.isNoteCall) return "a note call at the line's start";
  if (isMark(first.kind) && first.kind != Opening) return "a closing mark, stop or middle dot at the line's start";
  if (first.kind == Hyphen) return "a connector at the line's start";
  if (first.kind == WesternMark && isWesternClosing(first.character) && line.cells.size() > 1) return "punctuation at the line's start";
  return std::nullopt;
}

std::optional<std::string> endFault(const SetLine& line) {
  const Cell& last = line.cells.back();
  if (last.kind == Opening || (last.kind == WesternMark && isWesternOpening(last.character))) return "an opening mark at the line's end";
  return std::nullopt;
}

/// A gap between two cells that stand side by side, and what it should keep to; all in em.
struct Gap {
  Step step{};
  double size = 0;
  double least = 0, most = 0;
};

bool isCentred(const Cell& cell) {
  return (cell.region == Region::Taiwan || cell.region == Region::HongKong) && cell.kind != Opening && cell.kind != Closing;
}

/// Limits: clreq 3.3.2, JLREQ 3.8.3 and 3.8.4; between characters what JIS X 4051 opens first, a quarter em.
std::optional<Gap> gapBetween(const Cell& before, const Cell& after) {
  const double em = std::max(before.em, after.em);
  if (em <= 0 || before.isNoteCall || after.isNoteCall || after.isLineHyphen) return std::nullopt;
  const double size = (after.inkStart - before.inkEnd) / em;
  if (after.spaceBefore > 0) {
    if (isMark(before.kind) || isMark(after.kind)) return std::nullopt;
    return Gap{Step::WordSpace, size, 0.16, 0.5};
  }
  const bool beforeIsCjk = text::isCjk(before.kind), afterIsCjk = text::isCjk(after.kind);
  if (beforeIsCjk && afterIsCjk) return Gap{Step::InterCharacter, size, 0, 0.25};
  if (isMark(before.kind) || isMark(after.kind)) {
    const bool hasSides = (isMark(before.kind) || beforeIsCjk) && (isMark(after.kind) || afterIsCjk);
    if (!hasSides || isCentred(before) || isCentred(after)) return std::nullopt;
    return Gap{Step::Mark, size, 0, 0.75};
  }
  const bool isBorder = (beforeIsCjk && after.kind == Western) || (before.kind == Western && afterIsCjk);
  if (isBorder) return Gap{Step::HanLatin, size, 0.125, 0.5};
  return std::nullopt;
}

std::size_t indexOf(Step step) { return static_cast<std::size_t>(step); }

Spread spreadOf(std::vector<double> gaps) {
  Spread spread;
  spread.count = gaps.size();
  if (gaps.empty()) return spread;
  std::ranges::sort(gaps);
  spread.mean = std::accumulate(gaps.begin(), gaps.end(), 0.0) / static_cast<double>(gaps.size());
  spread.percentile95 = gaps[(gaps.size() - 1) * 95 / 100];
  spread.most = gaps.back();
  return spread;
}

/// Where a paragraph's lines stand, as they come along.
struct Open {
  std::size_t firstPage = 0, lastPage = 0;
  std::size_t onFirst = 0, onLast = 0;
  std::size_t lines = 0;
  std::size_t hyphensInARow = 0;
  std::size_t page = 0;  // of the line before
  bool lineWasForced = true;  // the next line begins where the author said
  SetLine first;
};

class Judge {
 public:
  void look(const SetLine& line) {
    ++result_.lines;
    Open& paragraph = open_[line.paragraph];
    if (line.setting.beginsParagraph) paragraph = {};
    lookAtPageEnd(paragraph, line);
    place(paragraph, line);
    lookAtEdges(paragraph, line);
    lookAtHyphen(paragraph, line);
    if (line.setting.isJustified && !line.isRightToLeft) {
      ++result_.justifiedLines;
      lookAtGaps(line);
      lookAtRightEdge(line);
    }
    paragraph.lineWasForced = line.setting.isBeforeForcedBreak;
    paragraph.page = line.page;
    if (line.setting.endsParagraph) finish(paragraph, line);
  }

  Figures result(std::size_t pages) {
    result_.pages = pages;
    for (std::size_t step = 0; step < kSteps; ++step) result_.gaps[step] = spreadOf(std::move(gaps_[step]));
    return std::move(result_);
  }

 private:
  static Fault fault(const SetLine& line, std::string what) { return {line.page, line.text, std::move(what)}; }

  static void place(Open& paragraph, const SetLine& line) {
    if (paragraph.lines == 0) {
      paragraph.firstPage = paragraph.lastPage = line.page;
      paragraph.first = line;
    }
    if (line.page != paragraph.lastPage) {
      paragraph.lastPage = line.page;
      paragraph.onLast = 0;
    }
    ++paragraph.lines;
    ++paragraph.onLast;
    if (line.page == paragraph.firstPage) ++paragraph.onFirst;
  }

  void lookAtEdges(const Open& paragraph, const SetLine& line) {
    if (line.isRightToLeft) return;
    if (!line.setting.beginsParagraph && !paragraph.lineWasForced) {
      if (auto what = startFault(line)) result_.kinsoku.push_back(fault(line, *what));
    }
    if (!line.setting.endsParagraph && !line.setting.isBeforeForcedBreak) {
      if (auto what = endFault(line)) result_.kinsoku.push_back(fault(line, *what));
    }
  }

  /// A word that goes on on the next page, or behind the turned leaf: that of a recto page, counted from 0.
  void lookAtPageEnd(const Open& paragraph, const SetLine& line) {
    if (paragraph.lines == 0 || paragraph.hyphensInARow == 0 || line.page == paragraph.page) return;
    auto& faults = paragraph.page % 2 == 0 ? result_.hyphensAtPageTurns : result_.hyphensAtOtherPageEnds;
    faults.push_back(fault(line, "begins with the rest of a word"));
  }

  void lookAtHyphen(Open& paragraph, const SetLine& line) {
    const bool isHyphenated = std::ranges::any_of(line.cells, &Cell::isLineHyphen);
    paragraph.hyphensInARow = isHyphenated ? paragraph.hyphensInARow + 1 : 0;
    result_.hyphens += isHyphenated ? 1 : 0;
    result_.mostHyphensInARow = std::max(result_.mostHyphensInARow, paragraph.hyphensInARow);
  }

  void lookAtGaps(const SetLine& line) {
    std::array<double, kSteps> worst{};
    for (std::size_t i = 1; i < line.cells.size(); ++i) {
      const auto gap = gapBetween(line.cells[i - 1], line.cells[i]);
      if (!gap) continue;
      const std::size_t step = indexOf(gap->step);
      gaps_[step].push_back(gap->size);
      const double outside = std::max(gap->least - gap->size, gap->size - gap->most);
      worst[step] = std::max(worst[step], outside);
    }
    for (std::size_t step = 0; step < kSteps; ++step) {
      if (worst[step] > kTolerance) {
        result_.outsideLimits[step].push_back(fault(line, "outside by " + std::to_string(worst[step]) + " em"));
      }
    }
  }

  /// Flush with its ink, or with the whole em of the mark that ends it; or with all but a mark that hangs. A letter may be
  /// set narrower than its advance, and bopomofo may stand behind it, in a column of half an em with or without a tone.
  void lookAtRightEdge(const SetLine& line) {
    const Cell& last = line.cells.back();
    double distance = std::min(std::abs(last.inkEnd - line.end), std::abs(last.fullEnd - line.end));
    if ((last.kind == Comma || last.kind == FullStop) && line.cells.size() > 1) {
      const double hanging = std::abs(line.cells[line.cells.size() - 2].fullEnd - line.end);
      distance = std::min(distance, hanging);
    }
    if (!isMark(last.kind)) distance = std::min(distance, std::abs(last.setEnd - line.end));
    if (line.readingsEnd > last.fullEnd) {
      const double column = last.fullEnd + last.em / 2;
      distance = std::min(std::abs(line.readingsEnd - line.end), std::abs(column - line.end));
    }
    result_.farthestEdge = std::max(result_.farthestEdge, distance);
    if (distance > kFlush) result_.ragged.push_back(fault(line, std::to_string(distance) + " pt from the edge"));
  }

  void finish(Open& paragraph, const SetLine& last) {
    if (paragraph.lines < 2) return;
    std::size_t letters = 0;
    for (const Cell& cell : last.cells) letters += isMark(cell.kind) || cell.isNoteCall ? 0 : 1;
    const bool isCjk = text::isCjk(last.cells.front().kind);
    if (letters <= 1 && (isCjk || isMark(last.cells.front().kind)) && !last.setting.beginsParagraph) {
      result_.loneLastCharacters.push_back(fault(last, "one character alone"));
    }
    if (paragraph.firstPage == paragraph.lastPage) return;
    if (paragraph.onFirst == 1) result_.orphans.push_back(fault(paragraph.first, "alone at the page's foot"));
    if (paragraph.onLast == 1) result_.widows.push_back(fault(last, "alone at the page's head"));
  }

  Figures result_;
  std::array<std::vector<double>, kSteps> gaps_;
  std::map<const dom::Element*, Open> open_;
};

}  // namespace

Figures judge(const fragment::PrintedBook& book) {
  Judge judge;
  for (const SetLine& line : collectLines(book)) judge.look(line);
  return judge.result(book.pages.size());
}

}  // namespace octavo::quality
