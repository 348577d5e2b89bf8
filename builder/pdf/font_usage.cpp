// pdf: which glyphs of which faces the book shows.
#include "pdf/font_usage.h"

#include <algorithm>
#include <cassert>

namespace octavo::pdf {

bool isPlainText(std::u16string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char16_t unit = text[i];
    if (unit < 0x20 || unit == 0xAD || unit == 0xFEFF || unit >= 0xFFFE) return false;
    if (unit >= 0xE000 && unit <= 0xF8FF) return false;  // private use
    if ((unit & 0xFC00) == 0xDC00) return false;
    if ((unit & 0xFC00) != 0xD800) continue;
    if (unit >= 0xDB80) return false;  // planes 15 and 16: private use
    if (++i == text.size() || (text[i] & 0xFC00) != 0xDC00) return false;
  }
  return !text.empty();
}

bool isOneToOne(const Cluster& cluster) {
  const std::size_t glyphs = cluster.endGlyph - cluster.firstGlyph;
  return glyphs == 1 || countCharacters(cluster.text) == glyphs;
}

std::u16string_view characterAt(const Cluster& cluster, std::size_t index, Direction direction) {
  const std::size_t glyphs = cluster.endGlyph - cluster.firstGlyph;
  if (glyphs == 1) return cluster.text;
  std::u16string_view rest = cluster.text;
  std::size_t skip = direction == Direction::RightToLeft ? glyphs - 1 - index : index;
  for (; skip > 0; --skip) rest.remove_prefix(firstCharacterLength(rest));
  return rest.substr(0, firstCharacterLength(rest));
}

std::vector<std::uint32_t> FontProgram::usedGlyphs() const {
  std::vector<std::uint32_t> used;
  for (std::uint32_t id = 1; id < glyphs_.size(); ++id) {
    if (glyphs_[id].isUsed) used.push_back(id);
  }
  return used;
}

GlyphUse& FontProgram::use(std::uint32_t id) {
  if (id >= glyphs_.size()) glyphs_.resize(std::max<std::size_t>(id + 1, glyphs_.size() * 2));
  GlyphUse& use = glyphs_[id];
  if (!use.isUsed) {
    use.isUsed = true;
    if (anyGlyph_ == 0) anyGlyph_ = id;
    use.code = static_cast<std::uint16_t>(face_->pdfCode(id));
    const std::int64_t perEm = std::max(1, face_->metrics().unitsPerEm);
    const std::int64_t width = (std::int64_t{face_->advance(id)} * 2000 + perEm) / (2 * perEm);
    use.width = static_cast<std::int16_t>(std::clamp<std::int64_t>(width, 0, 32767));
  }
  return use;
}

void FontProgram::setText(GlyphUse& use, std::u16string_view text, bool isCertain) {
  if (use.isCertain || (use.textLength > 0 && !isCertain) || text.size() > 0xFF) return;
  use.textOffset = static_cast<std::uint32_t>(texts_.size());
  use.textLength = static_cast<std::uint16_t>(text.size());
  use.isCertain = isCertain;
  texts_ += text;
}

void FontProgram::learn(const fragment::GlyphRun& run, const Cluster& cluster) {
  const bool oneToOne = isOneToOne(cluster);
  for (std::size_t i = cluster.firstGlyph; i < cluster.endGlyph; ++i) {
    GlyphUse& glyph = use(run.glyphs[i].id);
    if (glyph.isCertain) continue;
    if (oneToOne) {
      const std::u16string_view text = characterAt(cluster, i - cluster.firstGlyph, run.direction);
      if (isPlainText(text)) setText(glyph, text, true);
    } else {
      // The cluster's ActualText tells what it says; yet every code must have a map.
      const std::u16string_view first = cluster.text.substr(0, firstCharacterLength(cluster.text));
      if (isPlainText(first)) setText(glyph, first, false);
    }
  }
}

void FontProgram::add(const fragment::GlyphRun& run) {
  isUsedVertically_ |= run.vertical;
  forEachCluster(run, [&](const Cluster& cluster) { learn(run, cluster); });
}

std::size_t FontUsage::add(const fragment::GlyphRun& run) {
  assert(run.face && "a run has a face");
  const auto [known, isNew] = numbers_.try_emplace(run.face.get());
  Numbers& numbers = known->second;
  if (isNew) {
    numbers.program = programs_.size();
    programs_.emplace_back(run.face);
  }
  int& number = run.vertical ? numbers.vertical : numbers.horizontal;
  if (number < 0) {
    number = static_cast<int>(fonts_.size());
    fonts_.push_back({numbers.program, run.vertical});
  }
  programs_[numbers.program].add(run);
  return static_cast<std::size_t>(number);
}

std::size_t FontUsage::numberOf(const fragment::GlyphRun& run) const {
  const Numbers& numbers = numbers_.at(run.face.get());
  return static_cast<std::size_t>(run.vertical ? numbers.vertical : numbers.horizontal);
}

}  // namespace octavo::pdf
