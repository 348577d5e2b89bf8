#include "font/face_private.h"

namespace octavo::font {
namespace {

/// HarfBuzz buffers are per thread and cost more to make than to clear.
hb_buffer_t* clearedBuffer() {
  thread_local const HbBuffer buffer(hb_buffer_create());
  hb_buffer_clear_contents(buffer.get());
  return buffer.get();
}

hb_direction_t directionOf(const ShapeRequest& request) {
  if (request.vertical) return HB_DIRECTION_TTB;
  return request.direction == Direction::RightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR;
}

void fill(hb_buffer_t* buffer, const ShapeRequest& request) {
  hb_buffer_add_utf16(buffer, reinterpret_cast<const std::uint16_t*>(request.text.data()),
                      static_cast<int>(request.text.size()), static_cast<unsigned>(request.begin),
                      static_cast<int>(request.end - request.begin));
  unsigned flags = HB_BUFFER_FLAG_DEFAULT;
  if (request.begin == 0) flags |= HB_BUFFER_FLAG_BOT;
  if (request.end == request.text.size()) flags |= HB_BUFFER_FLAG_EOT;
  hb_buffer_set_flags(buffer, static_cast<hb_buffer_flags_t>(flags));
  hb_buffer_set_direction(buffer, directionOf(request));
  hb_buffer_set_script(buffer,
                       request.script == 0 ? HB_SCRIPT_COMMON : hb_script_from_iso15924_tag(request.script));
  hb_buffer_set_language(
      buffer, hb_language_from_string(request.language.c_str(), static_cast<int>(request.language.size())));
}

std::vector<hb_feature_t> hbFeatures(const std::vector<Feature>& features) {
  std::vector<hb_feature_t> result;
  result.reserve(features.size());
  for (const Feature& feature : features) {
    result.push_back({hb_tag_from_string(feature.tag.data(), static_cast<int>(feature.tag.size())),
                      static_cast<std::uint32_t>(feature.value), feature.begin, feature.end});
  }
  return result;
}

/// From font units; the same few values come again and again, and a division each is dear.
class Scale {
 public:
  Scale(Length size, int unitsPerEm) : size_(size), unitsPerEm_(unitsPerEm) {}

  Length operator()(hb_position_t value) {
    if (value == 0) return {};
    if (value != last_) {
      last_ = value;
      scaled_ = size_.scaled(value, unitsPerEm_);
    }
    return scaled_;
  }

 private:
  Length size_;
  int unitsPerEm_;
  hb_position_t last_ = 0;
  Length scaled_;
};

/// Offsets already hold minus the vertical origin; added back, the font's own shift remains (y grows upwards).
void setVertical(hb_font_t* font, const hb_glyph_position_t& position, Scale& scale, Glyph& glyph) {
  hb_position_t originX = 0, originY = 0;
  hb_font_get_glyph_v_origin(font, glyph.id, &originX, &originY);
  glyph.advance = scale(-position.y_advance);
  glyph.offsetInline = scale(-(position.y_offset + originY));
  glyph.offsetBlock = scale(position.x_offset + originX);
}

}  // namespace

void appendShaped(const ShapeRequest& request, std::vector<Glyph>& glyphs) {
  if (request.begin >= request.end) return;
  hb_buffer_t* buffer = clearedBuffer();
  fill(buffer, request);
  hb_font_t* font = fileFace(*request.face).hbFont();
  const std::vector<hb_feature_t> features = hbFeatures(request.features);
  hb_shape(font, buffer, features.data(), static_cast<unsigned>(features.size()));

  unsigned count = 0;
  const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
  const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer, &count);
  Scale advances(request.size, request.face->metrics().unitsPerEm), offsets = advances;
  const std::size_t first = glyphs.size();
  glyphs.resize(first + count);
  for (unsigned i = 0; i < count; ++i) {
    Glyph& glyph = glyphs[first + i];
    glyph.id = infos[i].codepoint;
    glyph.cluster = infos[i].cluster;
    if (request.vertical) {
      setVertical(font, positions[i], advances, glyph);
    } else {
      glyph.advance = advances(positions[i].x_advance);
      glyph.offsetInline = offsets(positions[i].x_offset);
      glyph.offsetBlock = offsets(positions[i].y_offset);
    }
    glyph.unsafeToBreak = (hb_glyph_info_get_glyph_flags(&infos[i]) & HB_GLYPH_FLAG_UNSAFE_TO_BREAK) != 0;
  }
}

std::vector<Glyph> shape(const ShapeRequest& request) {
  std::vector<Glyph> glyphs;
  appendShaped(request, glyphs);
  return glyphs;
}

}  // namespace octavo::font
