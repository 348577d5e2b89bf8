// font: a face from a file, with the HarfBuzz handles that only this room sees.
#pragma once

#include <hb-ot.h>
#include <hb.h>

#include <map>
#include <mutex>
#include <tuple>

#include "font/font.h"

namespace octavo::font {

template <auto Destroy>
struct Destroyer {
  template <class T>
  void operator()(T* handle) const {
    Destroy(handle);
  }
};
using HbBlob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using HbFace = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using HbFont = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;
using HbBuffer = std::unique_ptr<hb_buffer_t, Destroyer<hb_buffer_destroy>>;
using HbSet = std::unique_ptr<hb_set_t, Destroyer<hb_set_destroy>>;

/// The only implementation of Face. Its HarfBuzz font is immutable, scaled to font units, with hb-ot
/// functions.
class FileFace final : public Face {
 public:
  FileFace(std::string path, unsigned index, HbFace face);

  const std::string& path() const override { return path_; }
  unsigned index() const override { return index_; }
  const std::string& postScriptName() const override { return postScriptName_; }
  const std::string& familyName() const override { return familyName_; }
  int weight() const override { return weight_; }
  bool isItalic() const override { return isItalic_; }
  bool isFixedPitch() const override { return isFixedPitch_; }
  OutlineFormat outlineFormat() const override;
  const Metrics& metrics() const override { return metrics_; }
  bool mayEmbed() const override { return mayEmbed_; }
  bool hasGlyph(char32_t character) const override;
  bool hasVariation(char32_t character, char32_t selector) const override;
  std::uint32_t nominalGlyph(char32_t character) const override;
  bool hasFeature(std::string_view tag) const override;
  bool isVariable() const override;
  int advance(std::uint32_t glyph) const override;
  std::uint32_t pdfCode(std::uint32_t glyph) const override;

  hb_face_t* hbFace() const { return face_.get(); }
  hb_font_t* hbFont() const { return font_.get(); }

  /// What trimmableBlank found before; guarded by its mutex.
  struct BlankCache {
    using Key = std::tuple<char32_t, std::string, bool>;
    std::mutex mutex;
    std::map<Key, TrimmableBlank> blanks;
  };
  BlankCache& blankCache() const { return blankCache_; }

 private:
  /// Reads whether the outlines are CID-keyed and which CID each glyph has; FreeType opens slowly, so on
  /// first need.
  void readOutlines() const;

  std::string path_;
  unsigned index_;
  HbFace face_;
  HbFont font_;
  std::string postScriptName_, familyName_;
  int weight_ = 400;
  bool isItalic_ = false, isFixedPitch_ = false, mayEmbed_ = true;
  Metrics metrics_;
  mutable std::once_flag outlinesRead_;
  mutable OutlineFormat outlineFormat_ = OutlineFormat::TrueType;
  mutable std::vector<std::uint32_t> cids_;  // by glyph; empty unless CID-keyed
  mutable BlankCache blankCache_;
};

/// The file's faces in order; empty when it is no font. The file is mapped, not read.
std::vector<FacePtr> openFaces(const std::string& path);
/// One face of a file; null when there is none with outlines.
FacePtr openFace(const std::string& path, unsigned index);

/// Every Face is a FileFace: no other can be made outside this room.
inline const FileFace& fileFace(const Face& face) { return static_cast<const FileFace&>(face); }

}  // namespace octavo::font
