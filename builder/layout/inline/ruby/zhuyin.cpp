// layout/inline/ruby: bopomofo beside its character.
#include "layout/inline/ruby/zhuyin.h"

#include <algorithm>

#include "base/utf8.h"

namespace octavo::layout {

namespace {

constexpr double kEmAscent = 0.88;
constexpr double kLetter = 9.0 / 30, kTone = 5.0 / 30, kDot = 2.0 / 30, kMargin = 0.5 / 30;
constexpr double kInkOfTone = 0.85;  // of its cell

/// Also as they are typed where the proper ones are not at hand.
bool isLightTone(char16_t unit) { return unit == u'\x02D9' || unit == u'\xB7'; }
bool isTone(char16_t unit) {
  if (unit == u'\xB4' || unit == u'`') return true;
  return unit == u'\x02CA' || unit == u'\x02C7' || unit == u'\x02CB' || unit == u'\x02C9' || unit == u'\x02EA' ||
         unit == u'\x02EB';
}

struct Syllable {
  std::u16string letters;
  char16_t tone = 0, lightTone = 0;
};

Syllable syllableOf(std::u16string_view text) {
  Syllable syllable;
  for (const char16_t unit : text) {
    if (isLightTone(unit)) {
      syllable.lightTone = unit;
    } else if (isTone(unit)) {
      syllable.tone = unit;
    } else if (unit > u' ' && unit != kObject) {
      syllable.letters += unit;
    }
  }
  return syllable;
}

struct Cell {
  Length left, top, width, height;
};

class Column {
 public:
  Column(const Paragraph& reading, Length base, const Context& context)
      : reading_(reading), style_(reading.text.rootStyle()), base_(base), context_(context) {}

  std::vector<PlacedLogical> set() {
    if (reading_.text.spans.empty()) return {};
    const Syllable syllable = syllableOf(reading_.text.text);
    const auto count = static_cast<std::int64_t>(syllable.letters.size());
    const Length dot = syllable.lightTone != 0 ? Em{kDot}.at(base_) : Length{};
    Length letter = Em{kLetter}.at(base_);
    if (count > 0) letter = std::min(letter, (base_ - dot).scaled(1, count));
    const Length left = Em{kMargin}.at(base_) + (Em{kLetter}.at(base_) - letter).scaled(1, 2);
    Length top = (base_ - dot - Length::units(letter.toUnits() * count)).scaled(1, 2) - Em{kEmAscent}.at(base_);
    if (syllable.lightTone != 0) {
      addInk(syllable.lightTone, {left, top, letter, dot});
      top += dot;
    }
    for (std::size_t i = 0; i < syllable.letters.size(); ++i) {
      addLetter(syllable.letters[i], {left, top, letter, letter});
      if (i + 1 < syllable.letters.size()) top += letter;
    }
    // At the upper right of the last letter.
    const Length tone = Em{kTone}.at(base_);
    const Length toneTop = top + letter.scaled(1, 2) - tone;
    if (syllable.tone != 0) addInk(syllable.tone, {Em{kMargin + kLetter}.at(base_), toneTop, tone, tone});
    return std::move(placed_);
  }

 private:
  SimpleText shaped(char16_t unit, Length size) const {
    return shapeSimple(toUtf8(std::u16string_view(&unit, 1)), style_, size, context_);
  }

  void addLetter(char16_t unit, const Cell& cell) {
    const SimpleText text = shaped(unit, cell.width);
    if (!text.face) return;
    add(text, cell.width, cell.left + (cell.width - text.width).scaled(1, 2), cell.top + Em{kEmAscent}.at(cell.height));
  }

  /// Tones are drawn by their ink, which stands anywhere in the em of one font or another.
  void addInk(char16_t unit, const Cell& cell) {
    SimpleText text = shaped(unit, cell.width);
    if (!text.face || text.glyphs.empty()) return;
    const font::InkBox ink = font::inkBox(*text.face, text.glyphs.front().id);
    const int width = ink.right - ink.left, height = ink.top - ink.bottom;
    if (width <= 0 || height <= 0) return;
    const int unitsPerEm = text.face->metrics().unitsPerEm;
    const Length size = std::min({cell.width.scaled(unitsPerEm * kInkOfTone / width),
                                  cell.height.scaled(unitsPerEm * kInkOfTone / height), base_});
    text = shaped(unit, size);
    const Length left = cell.left + (cell.width - size.scaled(ink.left + ink.right, unitsPerEm)).scaled(1, 2);
    const Length baseline = cell.top + (cell.height + size.scaled(ink.top + ink.bottom, unitsPerEm)).scaled(1, 2);
    add(text, size, left, baseline);
  }

  void add(const SimpleText& text, Length size, Length left, Length baseline) {
    fragment::GlyphRun run;
    run.face = text.face;
    run.size = size;
    run.glyphs = text.glyphs;
    run.text = text.text;
    run.color = style_.color;
    run.language = style_.language;
    const font::Metrics& metrics = text.face->metrics();
    run.baseline = size.scaled(metrics.ascent, metrics.unitsPerEm);
    auto made = std::make_shared<LogicalFragment>();
    made->size = {text.width, run.baseline + size.scaled(metrics.descent, metrics.unitsPerEm)};
    const TextSpan& span = reading_.text.spans.front();
    made->source = span.box->element;
    made->order = span.box->order;
    made->role = fragment::Role::RubyText;
    const Length top = baseline - run.baseline;
    made->content = std::move(run);
    placed_.push_back({{left, top}, std::move(made)});
  }

  const Paragraph& reading_;
  const css::ComputedStyle& style_;
  Length base_;
  const Context& context_;
  std::vector<PlacedLogical> placed_;
};

}  // namespace

std::vector<PlacedLogical> setZhuyin(const Paragraph& reading, Length baseSize, const Context& context) {
  return Column(reading, baseSize, context).set();
}

}  // namespace octavo::layout
