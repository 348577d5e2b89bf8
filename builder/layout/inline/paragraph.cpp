// layout/inline: all that is known of a paragraph before its lines are.
#include "layout/inline/paragraph.h"

#include <algorithm>

#include "base/utf8.h"
#include "layout/inline/ruby/ruby_words.h"
#include "layout/inline/ruby/warichu.h"

namespace octavo::layout {

namespace {

/// Faces of East Asian em boxes have no leading of their own; `normal` gives every face a fifth at least.
constexpr double kLeastNormalLineHeight = 1.2;

Length lineHeightOf(const css::InheritedStyle& style, const font::Metrics& metrics) {
  if (const Length* length = std::get_if<Length>(&style.lineHeight)) return *length;
  if (const double* factor = std::get_if<double>(&style.lineHeight)) return style.fontSize.scaled(*factor);
  const double own = static_cast<double>(metrics.ascent + metrics.descent + metrics.lineGap) / metrics.unitsPerEm;
  return style.fontSize.scaled(std::max(own, kLeastNormalLineHeight));
}

bool isDecorated(const css::ComputedStyle& style) {
  const auto& border = style.border;
  const bool hasBorder = border.blockStart.width + border.blockEnd.width + border.inlineStart.width +
                             border.inlineEnd.width > Length{};
  return style.background.alpha != 0 || hasBorder || style.textDecoration.hasLine() || style.decoratingBoxes;
}

}  // namespace

FontBox fontBoxOf(const css::InheritedStyle& style, const Context& context) {
  FontBox box;
  box.face = context.fonts.primary(fontRequest(style));
  const font::Metrics& metrics = box.face->metrics();
  box.ascent = style.fontSize.scaled(metrics.ascent, metrics.unitsPerEm);
  box.descent = style.fontSize.scaled(metrics.descent, metrics.unitsPerEm);
  box.lineHeight = lineHeightOf(style, metrics);
  const Length leading = box.lineHeight - box.ascent - box.descent;
  box.above = box.ascent + leading.scaled(1, 2);
  box.below = box.lineHeight - box.above;
  return box;
}

SimpleText shapeSimple(std::string_view utf8, const css::ComputedStyle& style, Length size, const Context& context) {
  SimpleText simple;
  simple.text = toUtf16(utf8);
  if (utf8.empty()) return simple;
  std::size_t offset = 0;
  simple.face = context.fonts.faceFor(fontRequest(style), decodeUtf8(utf8, offset));
  return simple.face ? shapeIn(simple.face, simple.text, style, size) : simple;
}

SimpleText shapeIn(const font::FacePtr& face, const std::u16string& text, const css::ComputedStyle& style, Length size) {
  SimpleText simple{face, text, {}, {}};
  simple.glyphs = font::shape({face, size, text, 0, text.size(), 0, style.language, Direction::LeftToRight, false, {}});
  for (const font::Glyph& glyph : simple.glyphs) simple.width += glyph.advance;
  return simple;
}

SimpleText shapeHyphen(const css::ComputedStyle& style, const Context& context) {
  // The proper hyphen is missing in some faces; the common one is in all. CSS Text 3, section 6.1.
  SimpleText hyphen = shapeSimple(style.hyphenateCharacter, style, style.fontSize, context);
  const bool isForeign = hyphen.face && hyphen.face != context.fonts.primary(fontRequest(style));
  if (!hyphen.face || (isForeign && style.hyphenateCharacter == "\xE2\x80\x90")) {
    hyphen = shapeSimple("-", style, style.fontSize, context);
  }
  return hyphen;
}

namespace {

Paragraph prepare(InlineText text, const Space& space, Context& context) {
  Paragraph paragraph;
  paragraph.text = std::move(text);
  paragraph.shaped = shapeText(paragraph.text, context);
  for (const InlineBox& box : paragraph.text.boxes) paragraph.fontBoxes.push_back(fontBoxOf(*box.style, context));
  for (std::uint32_t i = 0; i < paragraph.text.boxes.size(); ++i) {
    if (isDecorated(*paragraph.text.boxes[i].style)) paragraph.decorated.push_back(i);
  }
  prepareReadings(paragraph, space, context);
  return paragraph;
}

}  // namespace

Paragraph prepareParagraph(const box::Box& container, const Space& space, Purpose purpose, Context& context) {
  return prepare(collectText(container, space, purpose, context), space, context);
}

Paragraph prepareInitial(const std::vector<const box::Box*>& parts, const Space& space, Purpose purpose, Context& context) {
  return prepare(collectInitial(parts, space, purpose, context), space, context);
}

void makeParagraphItems(Paragraph& paragraph, Hyphenation hyphenation, Length narrowestLine, const Context& context) {
  loosenLongRuby(paragraph, narrowestLine);
  const std::vector<BreakKind> breaks = findBreaks(paragraph.text, hyphenation, context);
  std::vector<std::int64_t> hyphenWidths(paragraph.text.boxes.size());
  if (std::ranges::find(breaks, BreakKind::Hyphen) != breaks.end()) {
    for (const TextSpan& span : paragraph.text.spans) {
      std::int64_t& width = hyphenWidths[span.inlineBox];
      if (width == 0) width = static_cast<std::int64_t>(shapeHyphen(paragraph.text.style(span), context).width.toUnits());
    }
  }
  paragraph.items = makeItems({paragraph.text, paragraph.shaped, breaks, narrowestLine, hyphenWidths});
  fitRubyWords(paragraph);
  fitWarichus(paragraph);
}

}  // namespace octavo::layout
