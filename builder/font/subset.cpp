// font: the font programs that go into a PDF and an EPUB.
#include <hb-subset.h>

#include "font/face_private.h"

namespace octavo::font {
namespace {

using HbSubsetInput = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;

/// What a PDF does not read (libraries.md 3). Dropping GSUB also keeps its closure from doubling the glyphs.
constexpr hb_tag_t kTablesPdfIgnores[] = {
    HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'),
    HB_TAG('B', 'A', 'S', 'E'), HB_TAG('V', 'O', 'R', 'G'), HB_TAG('v', 'h', 'e', 'a'),
    HB_TAG('v', 'm', 't', 'x'), HB_TAG('n', 'a', 'm', 'e'), HB_TAG('O', 'S', '/', '2'),
    HB_TAG('c', 'm', 'a', 'p'), HB_TAG('p', 'o', 's', 't'), HB_TAG('M', 'A', 'T', 'H'),
    HB_TAG('k', 'e', 'r', 'n'), HB_TAG('g', 'a', 's', 'p'), HB_TAG('m', 'e', 't', 'a')};

/// Positioning that HarfBuzz's own choice leaves out and e-readers use for squeezing; it adds no glyphs.
constexpr hb_tag_t kSpacingFeatures[] = {HB_TAG('h', 'a', 'l', 't'), HB_TAG('v', 'h', 'a', 'l'),
                                         HB_TAG('p', 'a', 'l', 't'), HB_TAG('v', 'p', 'a', 'l'),
                                         HB_TAG('c', 'h', 'w', 's'), HB_TAG('v', 'c', 'h', 'w')};

HbFace subset(const Face& face, const HbSubsetInput& input) {
  HbFace result(hb_subset_or_fail(fileFace(face).hbFace(), input.get()));
  if (!result) {
    throw BuildError({Severity::Error,
                      "font-subset",
                      {},
                      "the font '" + face.path() + "' cannot be cut down to the glyphs in use",
                      "use another font",
                      face.path()});
  }
  return result;
}

std::string bytesOf(const HbBlob& blob) {
  unsigned length = 0;
  const char* data = hb_blob_get_data(blob.get(), &length);
  return {data, length};
}

}  // namespace

Subset subsetForPdf(const Face& face, std::span<const std::uint32_t> glyphs) {
  const HbSubsetInput input(hb_subset_input_create_or_fail());
  hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
  hb_set_add(wanted, 0);
  for (const std::uint32_t glyph : glyphs) hb_set_add(wanted, glyph);
  hb_set_t* dropped = hb_subset_input_set(input.get(), HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : kTablesPdfIgnores) hb_set_add(dropped, tag);
  // A CID-keyed subset keeps its CIDs by its charset; all others keep their codes by keeping their glyph ids.
  unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE;
  if (face.outlineFormat() != OutlineFormat::CffCid) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
  hb_subset_input_set_flags(input.get(), flags);
  const HbFace result = subset(face, input);
  // Viewers ignore the charset of a CFF table inside an sfnt, so the bare table it is.
  if (face.outlineFormat() == OutlineFormat::TrueType)
    return {bytesOf(HbBlob(hb_face_reference_blob(result.get()))), false};
  return {bytesOf(HbBlob(hb_face_reference_table(result.get(), HB_TAG('C', 'F', 'F', ' ')))), true};
}

std::string subsetForEpub(const Face& face, std::u32string_view characters) {
  const HbSubsetInput input(hb_subset_input_create_or_fail());
  hb_set_t* wanted = hb_subset_input_unicode_set(input.get());
  for (const char32_t character : characters) hb_set_add(wanted, character);
  hb_set_t* features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
  for (const hb_tag_t tag : kSpacingFeatures) hb_set_add(features, tag);
  // A free font must say so wherever it goes.
  hb_set_t* names = hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID);
  for (const hb_codepoint_t name : {HB_OT_NAME_ID_LICENSE, HB_OT_NAME_ID_LICENSE_URL}) hb_set_add(names, name);
  hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
  return bytesOf(HbBlob(hb_face_reference_blob(subset(face, input).get())));
}

}  // namespace octavo::font
