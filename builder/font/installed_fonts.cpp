#include <algorithm>
#include <cmath>
#include <tuple>

#include "font/face_private.h"
#include "font/families.h"
#include "font/installed_fonts_private.h"

namespace octavo::font {
namespace {

std::vector<std::string> stringsOf(FcPattern* pattern, const char* property) {
  std::vector<std::string> values;
  FcChar8* value = nullptr;
  for (int i = 0; FcPatternGetString(pattern, property, i, &value) == FcResultMatch; ++i) {
    values.push_back(foldedName(reinterpret_cast<const char*>(value)));
  }
  return values;
}

int integerOf(FcPattern* pattern, const char* property, int fallback) {
  int value = 0;
  return FcPatternGetInteger(pattern, property, 0, &value) == FcResultMatch ? value : fallback;
}

bool flagOf(FcPattern* pattern, const char* property) {
  FcBool value = FcFalse;
  return FcPatternGetBool(pattern, property, 0, &value) == FcResultMatch && value != FcFalse;
}

int weightOf(FcPattern* pattern) {
  double weight = FC_WEIGHT_REGULAR;
  if (FcPatternGetDouble(pattern, FC_WEIGHT, 0, &weight) != FcResultMatch) return 400;
  return static_cast<int>(std::lround(FcWeightToOpenTypeDouble(weight)));
}

bool isUsable(FcPattern* pattern) {
  FcChar8* format = nullptr;
  if (FcPatternGetString(pattern, FC_FONTFORMAT, 0, &format) != FcResultMatch) return false;
  const std::string_view name = reinterpret_cast<const char*>(format);
  // The upper half of an index names an instance of a variable font.
  return (name == "TrueType" || name == "CFF") && flagOf(pattern, FC_OUTLINE) && !flagOf(pattern, FC_COLOR) &&
         !flagOf(pattern, FC_VARIABLE) && integerOf(pattern, FC_INDEX, 0) >> 16 == 0;
}

std::unique_ptr<const KnownFace> describe(FcPattern* pattern) {
  auto known = std::make_unique<KnownFace>();
  FcChar8* path = nullptr;
  if (!isUsable(pattern) || FcPatternGetString(pattern, FC_FILE, 0, &path) != FcResultMatch) return nullptr;
  known->families = stringsOf(pattern, FC_FAMILY);
  known->names = stringsOf(pattern, FC_FULLNAME);
  for (std::string& name : stringsOf(pattern, FC_POSTSCRIPT_NAME)) known->names.push_back(std::move(name));
  known->path = reinterpret_cast<const char*>(path);
  known->index = static_cast<unsigned>(integerOf(pattern, FC_INDEX, 0));
  known->weight = weightOf(pattern);
  known->width = integerOf(pattern, FC_WIDTH, FC_WIDTH_NORMAL);
  known->isItalic = integerOf(pattern, FC_SLANT, FC_SLANT_ROMAN) != FC_SLANT_ROMAN;
  FcCharSet* characters = nullptr;
  if (FcPatternGetCharSet(pattern, FC_CHARSET, 0, &characters) == FcResultMatch) {
    known->characters = {FcCharSetCopy(characters), FcCharSetDestroy};
  }
  return known;
}

/// How far a weight is from the one asked for, as CSS Fonts 4 section 5.2 orders them; smaller is tried
/// first.
int weightDistance(int weight, int desired) {
  constexpr int kFarSide = 2000;
  const int distance = std::abs(weight - desired);
  if (weight == desired) return 0;
  if (desired >= 400 && desired <= 500) {
    if (weight > desired && weight <= 500) return distance;
    return weight < desired ? 1000 + distance : kFarSide + distance;
  }
  const bool isNearSide = desired < 400 ? weight < desired : weight > desired;
  return isNearSide ? distance : kFarSide + distance;
}

}  // namespace

const FacePtr& KnownFace::face() const {
  std::call_once(opened_, [this] { face_ = openFace(path, index); });
  return face_;
}

bool KnownFace::isFor(char32_t character) const {
  return onlyFor.empty() || std::ranges::any_of(onlyFor, [&](const auto& range) {
           return range.first <= character && character <= range.second;
         });
}

bool KnownFace::has(char32_t character) const {
  if (!isFor(character)) return false;
  if (characters) return FcCharSetHasChar(characters.get(), character) != FcFalse;
  return face() && face()->hasGlyph(character);
}

KnownFaces installedFaces() {
  KnownFaces faces;
  const std::unique_ptr<FcConfig, Destroyer<FcConfigDestroy>> config(FcInitLoadConfigAndFonts());
  if (!config) return faces;
  for (const FcSetName name : {FcSetSystem, FcSetApplication}) {
    const FcFontSet* set = FcConfigGetFonts(config.get(), name);  // the configuration's own
    for (int i = 0; set && i < set->nfont; ++i) {
      if (auto known = describe(set->fonts[i])) faces.push_back(std::move(known));
    }
  }
  const auto place = [](const std::unique_ptr<const KnownFace>& known) {
    return std::tie(known->path, known->index);
  };
  std::ranges::sort(faces, {}, place);
  const auto repeated = std::ranges::unique(faces, {}, place);
  faces.erase(repeated.begin(), repeated.end());
  return faces;
}

const KnownFace* bestMatch(const std::vector<const KnownFace*>& family, int weight, bool italic) {
  const auto badness = [&](const KnownFace* known) {
    return std::tuple(std::abs(known->width - 100), known->isItalic != italic,
                      weightDistance(known->weight, weight));
  };
  const auto best = std::ranges::min_element(family, {}, badness);
  return best == family.end() ? nullptr : *best;
}

}  // namespace octavo::font
