#include <ft2build.h>

#include "font/face_private.h"
#include FT_FREETYPE_H
#include FT_CID_H

#include <algorithm>
#include <cstdlib>

namespace octavo::font {
namespace {

/// Whole numbers at fixed places of a table (OpenType 1.9: all are big-endian); 0 beyond its end.
class TableReader {
 public:
  TableReader(hb_face_t* face, hb_tag_t tag) : blob_(hb_face_reference_table(face, tag)) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob_.get(), &length);
    bytes_ = {data, length};
  }
  bool empty() const { return bytes_.empty(); }
  int signed16(std::size_t offset) const { return static_cast<std::int16_t>(unsigned16(offset)); }
  unsigned unsigned16(std::size_t offset) const {
    if (offset + 2 > bytes_.size()) return 0;
    return static_cast<unsigned>(static_cast<unsigned char>(bytes_[offset])) << 8 |
           static_cast<unsigned char>(bytes_[offset + 1]);
  }

 private:
  HbBlob blob_;
  std::string_view bytes_;
};

constexpr char32_t kIdeographOne = 0x4E00;

std::string nameOf(hb_face_t* face, hb_ot_name_id_t id) {
  char text[256];
  unsigned size = sizeof text;
  hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text);
  return {text, size};
}

/// OS/2 fsType (OpenType 1.9): "restricted" alone, "no subsetting" and "bitmaps only" keep a subset out of a
/// file.
bool allowsEmbeddedSubset(unsigned fsType) {
  constexpr unsigned kUsage = 0x000F, kRestricted = 0x0002, kNoSubsetting = 0x0100, kBitmapOnly = 0x0200;
  return (fsType & kUsage) != kRestricted && (fsType & (kNoSubsetting | kBitmapOnly)) == 0;
}

/// The em box of a CJK face: the BASE table says where it stands; without one, typo metrics that fill an em.
void placeEmBox(hb_font_t* font, const TableReader& os2, Metrics& metrics) {
  hb_position_t bottom = 0;
  const bool hasBase =
      hb_ot_layout_get_baseline(font, HB_OT_LAYOUT_BASELINE_TAG_IDEO_EMBOX_BOTTOM_OR_LEFT, HB_DIRECTION_LTR,
                                HB_TAG('h', 'a', 'n', 'i'), HB_TAG('d', 'f', 'l', 't'), &bottom);
  const int typoAscent = os2.signed16(68), typoDescent = -os2.signed16(70);
  if (hasBase && bottom < 0) {
    metrics.descent = -bottom;
  } else if (typoAscent + typoDescent == metrics.unitsPerEm && typoDescent > 0) {
    metrics.descent = typoDescent;
  } else {
    metrics.descent = metrics.unitsPerEm * 12 / 100;
  }
  metrics.ascent = metrics.unitsPerEm - metrics.descent;
}

Metrics readMetrics(hb_face_t* face, hb_font_t* font) {
  const TableReader head(face, HB_TAG('h', 'e', 'a', 'd'));
  const TableReader os2(face, HB_TAG('O', 'S', '/', '2'));
  const TableReader post(face, HB_TAG('p', 'o', 's', 't'));
  const auto position = [&](hb_ot_metrics_tag_t tag, int fallback) {
    hb_position_t value = 0;
    return hb_ot_metrics_get_position(font, tag, &value) ? value : fallback;
  };
  Metrics metrics;
  const int em = static_cast<int>(hb_face_get_upem(face));
  metrics.unitsPerEm = em;
  metrics.ascent = std::abs(position(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, em * 8 / 10));
  metrics.descent = std::abs(position(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, em * 2 / 10));
  metrics.lineGap = std::max(0, position(HB_OT_METRICS_TAG_HORIZONTAL_LINE_GAP, 0));
  metrics.xHeight = position(HB_OT_METRICS_TAG_X_HEIGHT, 0);
  metrics.capHeight = position(HB_OT_METRICS_TAG_CAP_HEIGHT, 0);
  if (metrics.xHeight <= 0) metrics.xHeight = em / 2;
  if (metrics.capHeight <= 0) metrics.capHeight = em * 7 / 10;
  // The tables give the upper edge of both lines, the contract their centre.
  metrics.underlineThickness = std::max(1, position(HB_OT_METRICS_TAG_UNDERLINE_SIZE, em / 20));
  metrics.underlinePosition =
      position(HB_OT_METRICS_TAG_UNDERLINE_OFFSET, -em / 10) - metrics.underlineThickness / 2;
  metrics.strikeoutThickness = std::max(1, position(HB_OT_METRICS_TAG_STRIKEOUT_SIZE, em / 20));
  metrics.strikeoutPosition =
      position(HB_OT_METRICS_TAG_STRIKEOUT_OFFSET, metrics.xHeight / 2) - metrics.strikeoutThickness / 2;
  metrics.boxLeft = head.signed16(36);
  metrics.boxBottom = head.signed16(38);
  metrics.boxRight = head.signed16(40);
  metrics.boxTop = head.signed16(42);
  metrics.italicAngle = post.signed16(4);
  hb_codepoint_t glyph = 0;
  metrics.isCjk = hb_font_get_nominal_glyph(font, kIdeographOne, &glyph) != 0;
  if (metrics.isCjk) placeEmBox(font, os2, metrics);
  return metrics;
}

struct FreeTypeFace {
  FT_Library library = nullptr;
  FT_Face face = nullptr;
  FreeTypeFace(const std::string& path, unsigned index) {
    if (FT_Init_FreeType(&library) != 0) library = nullptr;
    if (library && FT_New_Face(library, path.c_str(), static_cast<FT_Long>(index), &face) != 0)
      face = nullptr;
  }
  ~FreeTypeFace() {
    if (face) FT_Done_Face(face);
    if (library) FT_Done_FreeType(library);
  }
  FreeTypeFace(const FreeTypeFace&) = delete;
  FreeTypeFace& operator=(const FreeTypeFace&) = delete;
};

bool hasTable(hb_face_t* face, hb_tag_t tag) { return !TableReader(face, tag).empty(); }

HbBlob mapFile(const std::string& path) { return HbBlob(hb_blob_create_from_file_or_fail(path.c_str())); }

FacePtr makeFace(const HbBlob& blob, const std::string& path, unsigned index) {
  if (index >= hb_face_count(blob.get())) return nullptr;
  HbFace face(hb_face_create(blob.get(), index));
  const bool hasOutlines =
      hasTable(face.get(), HB_TAG('g', 'l', 'y', 'f')) || hasTable(face.get(), HB_TAG('C', 'F', 'F', ' '));
  if (!hasOutlines || hb_face_get_glyph_count(face.get()) == 0) return nullptr;
  return std::make_shared<FileFace>(path, index, std::move(face));
}

}  // namespace

FileFace::FileFace(std::string path, unsigned index, HbFace face)
    : path_(std::move(path)), index_(index), face_(std::move(face)), font_(hb_font_create(face_.get())) {
  hb_face_make_immutable(face_.get());
  hb_font_make_immutable(font_.get());
  postScriptName_ = nameOf(face_.get(), HB_OT_NAME_ID_POSTSCRIPT_NAME);
  familyName_ = nameOf(face_.get(), HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
  if (familyName_.empty()) familyName_ = nameOf(face_.get(), HB_OT_NAME_ID_FONT_FAMILY);
  const TableReader os2(face_.get(), HB_TAG('O', 'S', '/', '2'));
  const TableReader head(face_.get(), HB_TAG('h', 'e', 'a', 'd'));
  const TableReader post(face_.get(), HB_TAG('p', 'o', 's', 't'));
  if (os2.empty()) {
    weight_ = (head.unsigned16(44) & 1U) != 0 ? 700 : 400;
    isItalic_ = (head.unsigned16(44) & 2U) != 0;
  } else {
    constexpr unsigned kItalic = 1U << 0, kOblique = 1U << 9;
    weight_ = std::clamp(static_cast<int>(os2.unsigned16(4)), 1, 1000);
    isItalic_ = (os2.unsigned16(62) & (kItalic | kOblique)) != 0;
    mayEmbed_ = allowsEmbeddedSubset(os2.unsigned16(8));
  }
  isFixedPitch_ = (post.unsigned16(12) | post.unsigned16(14)) != 0;
  metrics_ = readMetrics(face_.get(), font_.get());
}

void FileFace::readOutlines() const {
  std::call_once(outlinesRead_, [this] {
    if (hasTable(face_.get(), HB_TAG('g', 'l', 'y', 'f'))) return;
    outlineFormat_ = OutlineFormat::CffNameKeyed;
    const FreeTypeFace freeType(path_, index_);
    // FT_IS_CID_KEYED is 0 for CFF in an sfnt wrapper; this call looks inside.
    FT_Bool isCidKeyed = 0;
    if (!freeType.face || FT_Get_CID_Is_Internally_CID_Keyed(freeType.face, &isCidKeyed) != 0 ||
        !isCidKeyed) {
      return;
    }
    outlineFormat_ = OutlineFormat::CffCid;
    cids_.resize(hb_face_get_glyph_count(face_.get()));
    for (std::uint32_t glyph = 0; glyph < cids_.size(); ++glyph) {
      FT_UInt cid = 0;
      cids_[glyph] = FT_Get_CID_From_Glyph_Index(freeType.face, glyph, &cid) == 0 ? cid : glyph;
    }
  });
}

OutlineFormat FileFace::outlineFormat() const {
  readOutlines();
  return outlineFormat_;
}

std::uint32_t FileFace::pdfCode(std::uint32_t glyph) const {
  readOutlines();
  return glyph < cids_.size() ? cids_[glyph] : glyph;
}

bool FileFace::hasGlyph(char32_t character) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_.get(), character, &glyph) != 0;
}

bool FileFace::hasVariation(char32_t character, char32_t selector) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_variation_glyph(font_.get(), character, selector, &glyph) != 0;
}

std::uint32_t FileFace::nominalGlyph(char32_t character) const {
  hb_codepoint_t glyph = 0;
  return hb_font_get_nominal_glyph(font_.get(), character, &glyph) != 0 ? glyph : 0;
}

bool FileFace::isVariable() const { return hb_ot_var_has_data(face_.get()) != 0; }

bool FileFace::hasFeature(std::string_view tag) const {
  const hb_tag_t wanted = hb_tag_from_string(tag.data(), static_cast<int>(tag.size()));
  std::vector<hb_tag_t> tags(hb_ot_layout_table_get_feature_tags(face_.get(), HB_OT_TAG_GSUB, 0, nullptr, nullptr));
  auto count = static_cast<unsigned>(tags.size());
  hb_ot_layout_table_get_feature_tags(face_.get(), HB_OT_TAG_GSUB, 0, &count, tags.data());
  return std::ranges::find(tags, wanted) != tags.end();
}

int FileFace::advance(std::uint32_t glyph) const { return hb_font_get_glyph_h_advance(font_.get(), glyph); }

std::vector<FacePtr> openFaces(const std::string& path) {
  std::vector<FacePtr> faces;
  const HbBlob blob = mapFile(path);
  if (!blob) return faces;
  for (unsigned index = 0; index < hb_face_count(blob.get()); ++index) {
    if (FacePtr face = makeFace(blob, path, index)) faces.push_back(std::move(face));
  }
  return faces;
}

FacePtr openFace(const std::string& path, unsigned index) {
  const HbBlob blob = mapFile(path);
  return blob ? makeFace(blob, path, index) : nullptr;
}

}  // namespace octavo::font
