// font: how much of a full-width mark is blank: what line composition may squeeze.
#include <algorithm>
#include <optional>

#include "font/face_private.h"

namespace octavo::font {
namespace {

hb_unicode_general_category_t categoryOf(char32_t character) {
  return hb_unicode_general_category(hb_unicode_funcs_get_default(), character);
}

bool isPunctuation(char32_t character) {
  switch (categoryOf(character)) {
    case HB_UNICODE_GENERAL_CATEGORY_OPEN_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_CLOSE_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_INITIAL_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_FINAL_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_OTHER_PUNCTUATION:
      return true;
    default:
      return false;
  }
}

struct ShapedMark {
  std::uint32_t glyph = 0;
  int advance = 0, offset = 0;  // font units along the line
};

/// The mark as the language's glyph, with or without a half-width feature; nothing when it is not one glyph.
std::optional<ShapedMark> shapeMark(const FileFace& face, char32_t character, std::string_view language,
                                    bool vertical, const char* feature) {
  const HbBuffer buffer(hb_buffer_create());
  const hb_codepoint_t text = character;
  hb_buffer_add_codepoints(buffer.get(), &text, 1, 0, 1);
  hb_buffer_set_direction(buffer.get(), vertical ? HB_DIRECTION_TTB : HB_DIRECTION_LTR);
  hb_buffer_set_script(buffer.get(), HB_SCRIPT_HAN);
  hb_buffer_set_language(buffer.get(),
                         hb_language_from_string(language.data(), static_cast<int>(language.size())));
  const hb_feature_t asked{feature ? hb_tag_from_string(feature, 4) : HB_TAG_NONE, 1, HB_FEATURE_GLOBAL_START,
                           HB_FEATURE_GLOBAL_END};
  hb_shape(face.hbFont(), buffer.get(), &asked, feature ? 1 : 0);
  unsigned count = 0;
  const hb_glyph_info_t* info = hb_buffer_get_glyph_infos(buffer.get(), &count);
  const hb_glyph_position_t* position = hb_buffer_get_glyph_positions(buffer.get(), &count);
  if (count != 1 || info->codepoint == 0) return std::nullopt;
  if (!vertical) return ShapedMark{info->codepoint, position->x_advance, position->x_offset};
  return ShapedMark{info->codepoint, -position->y_advance, -position->y_offset};
}

/// From the glyph's box, for a font without half widths. A mark that leaves half an em free on one side gives
/// that half, one in the middle a quarter on each side; other brackets give what stands free on their open
/// side.
TrimmableBlank blankFromBox(const FileFace& face, char32_t character, const ShapedMark& mark, bool vertical) {
  hb_glyph_extents_t box{};
  if (!hb_font_get_glyph_extents(face.hbFont(), mark.glyph, &box)) return {};
  int before = box.x_bearing;
  int after = mark.advance - box.x_bearing - box.width;
  if (vertical) {
    hb_position_t originX = 0, originY = 0;
    hb_font_get_glyph_v_origin(face.hbFont(), mark.glyph, &originX, &originY);
    before = originY - box.y_bearing;
    after = mark.advance - before + box.height;  // height is negative
  }
  const int half = mark.advance / 2, quarter = mark.advance / 4;
  if (before >= half) return {half, 0};
  if (after >= half) return {0, half};
  if (before >= quarter && after >= quarter) return {quarter, quarter};
  switch (categoryOf(character)) {
    case HB_UNICODE_GENERAL_CATEGORY_OPEN_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_INITIAL_PUNCTUATION:
      return {std::max(0, before), 0};
    case HB_UNICODE_GENERAL_CATEGORY_CLOSE_PUNCTUATION:
    case HB_UNICODE_GENERAL_CATEGORY_FINAL_PUNCTUATION:
      return {0, std::max(0, after)};
    default:
      return {};
  }
}

TrimmableBlank findBlank(const FileFace& face, char32_t character, std::string_view language, bool vertical) {
  const std::optional<ShapedMark> full = shapeMark(face, character, language, vertical, nullptr);
  const int unitsPerEm = face.metrics().unitsPerEm;
  if (!full || full->advance * 10 < unitsPerEm * 9) return {};
  const auto half = shapeMark(face, character, language, vertical, vertical ? "vhal" : "halt");
  if (half && half->advance < full->advance) {
    const int total = full->advance - half->advance;
    const int before = std::clamp(full->offset - half->offset, 0, total);
    return {before, total - before};
  }
  return blankFromBox(face, character, *full, vertical);
}

}  // namespace

TrimmableBlank trimmableBlank(const Face& face, char32_t character, std::string_view language,
                              bool vertical) {
  if (!isPunctuation(character)) return {};
  const FileFace& file = fileFace(face);
  FileFace::BlankCache& cache = file.blankCache();
  FileFace::BlankCache::Key key{character, std::string(language), vertical};
  const std::lock_guard lock(cache.mutex);
  const auto known = cache.blanks.find(key);
  if (known != cache.blanks.end()) return known->second;
  return cache.blanks.emplace(std::move(key), findBlank(file, character, language, vertical)).first->second;
}

}  // namespace octavo::font
