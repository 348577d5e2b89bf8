// layout/inline/glyphs: the paragraph's text as glyphs.
#include "layout/inline/glyphs/shape.h"

#include <algorithm>

#include "layout/inline/glyphs/faces.h"
#include "layout/inline/glyphs/font_use.h"
#include "layout/inline/glyphs/lone_marks.h"
#include "layout/inline/glue/spacing.h"
#include "text/runs.h"

namespace octavo::layout {

namespace {

using text::CharacterClass;

constexpr std::uint32_t scriptTag(const char (&tag)[5]) {
  return static_cast<std::uint32_t>(tag[0]) << 24 | static_cast<std::uint32_t>(tag[1]) << 16 |
         static_cast<std::uint32_t>(tag[2]) << 8 | static_cast<std::uint32_t>(tag[3]);
}

/// Han, kana and bopomofo alternate with every word but have the same lookups in East Asian fonts: one run.
std::uint32_t shapingScript(std::uint32_t script) {
  const bool isEastAsian =
      script == scriptTag("Hira") || script == scriptTag("Kana") || script == scriptTag("Bopo") || script == scriptTag("Hrkt");
  return isEastAsian ? scriptTag("Hani") : script;
}

std::vector<font::Feature> fontFeatures(const css::ComputedStyle& style) {
  std::vector<font::Feature> features;
  if (style.fontCaps != css::FontCaps::Normal) features.push_back({"smcp", 1});
  if (style.fontCaps == css::FontCaps::AllSmallCaps) features.push_back({"c2sc", 1});
  for (const css::FontFeature& feature : css::variantFeatures(style.fontVariants)) features.push_back({feature.tag, feature.value});
  // CSS Text 3, section 8.2: letters that are spaced out are not joined to ligatures.
  if (style.letterSpacing != Length{}) {
    features.push_back({"liga", 0});
    features.push_back({"clig", 0});
  }
  for (const css::FontFeature& feature : style.fontFeatures) features.push_back({feature.tag, feature.value});
  return features;
}

bool shapeAlike(const css::ComputedStyle& a, const css::ComputedStyle& b) {
  return &a == &b || (a.fontSize == b.fontSize && a.language == b.language && a.fontCaps == b.fontCaps &&
                      a.fontFeatures == b.fontFeatures && a.fontVariants == b.fontVariants &&
                      a.fontSizeAdjust == b.fontSizeAdjust && a.fontLanguageOverride == b.fontLanguageOverride &&
                      a.synthesizesSmallCaps == b.synthesizesSmallCaps && (a.letterSpacing == Length{}) == (b.letterSpacing == Length{}));
}

/// Cuts the paragraph into runs and shapes them one after the other.
class Shaper {
 public:
  Shaper(const InlineText& text, FaceMap faces, const font::Collection& fonts)
      : text_(text), faces_(std::move(faces)), fonts_(fonts) {}

  ShapedText shape() {
    const std::u16string_view units = text_.text;
    if (text_.direction == Direction::RightToLeft || text::hasRightToLeft(units)) {
      result_.levels = text::bidiLevels(units, text_.direction);
    }
    scripts_ = text::scriptRuns(units);
    smallCaps_ = makeSmallCaps(text_, faces_);
    result_.substituted = faces_.substituted;
    result_.clusters.reserve(units.size());
    result_.glyphs.reserve(units.size());
    for (std::uint32_t begin = 0; begin < units.size();) {
      begin = faces_.units[begin] == FaceMap::kNone ? addBareCluster(begin) : addRun(begin);
    }
    return std::move(result_);
  }

 private:
  std::uint32_t addBareCluster(std::uint32_t at) {
    Cluster cluster;
    cluster.text = at;
    cluster.run = kNoRun;
    result_.clusters.push_back(cluster);
    return at + 1;
  }

  std::uint8_t levelAt(std::uint32_t at) const { return result_.levels.empty() ? std::uint8_t{0} : result_.levels[at]; }

  std::uint32_t scriptAt(std::uint32_t at) {
    while (scriptIndex_ + 1 < scripts_.size() && scripts_[scriptIndex_].end <= at) ++scriptIndex_;
    return scripts_.empty() ? 0 : shapingScript(scripts_[scriptIndex_].script);
  }

  const TextSpan& spanAt(std::uint32_t at) {
    while (text_.spans[spanIndex_].end <= at) ++spanIndex_;
    return text_.spans[spanIndex_];
  }

  std::uint32_t addRun(std::uint32_t begin) {
    const css::ComputedStyle& style = text_.style(spanAt(begin));
    ShapeRun run;
    run.begin = begin;
    run.face = faces_.faces[faces_.units[begin]];
    run.size = adjustedSize(style, *run.face, fonts_);
    if (smallCaps_.isSmall(begin)) run.size = smallCapSize(run.size, run.face->metrics());
    run.script = scriptAt(begin);
    run.language = style.language;
    // HarfBuzz takes an OpenType language system as a private subtag.
    if (!style.fontLanguageOverride.empty()) run.languageSystem = "x-hbot" + style.fontLanguageOverride;
    run.level = levelAt(begin);
    run.features = fontFeatures(style);
    // East Asian faces kern kana for proportional widths; set solid, every character keeps its em (JLREQ 2.1.2).
    const bool isProportional = std::ranges::any_of(run.features, [](const font::Feature& feature) {
      return feature.tag == "palt" || feature.tag == "kern";
    });
    if (run.script == scriptTag("Hani") && !isProportional) run.features.push_back({"kern", 0});
    std::uint32_t end = begin + 1;
    while (end < text_.text.size() && faces_.units[end] == faces_.units[begin] && levelAt(end) == run.level &&
           scriptAt(end) == run.script && shapeAlike(text_.style(spanAt(end)), style) && smallCaps_.isSmall(end) == smallCaps_.isSmall(begin)) {
      ++end;
    }
    run.end = end;
    setWesternMarks(run);
    if (result_.runs.empty() || result_.runs.back().language != run.language) region_ = text::regionOf(run.language);
    if (result_.runs.empty() || result_.runs.back().language != run.language || result_.runs.back().face != run.face) blanks_.clear();
    result_.runs.push_back(std::move(run));
    addGlyphs();
    return end;
  }

  /// East Asian faces give quotation marks an em; in Charlotte’s they have a proportional form for them.
  void setWesternMarks(ShapeRun& run) const {
    for (std::uint32_t at = run.begin; at < run.end; ++at) {
      const char16_t unit = text_.text[at];
      const bool isQuote = unit == u'\x2018' || unit == u'\x2019' || unit == u'\x201C' || unit == u'\x201D';
      if (isQuote && text_.classes[at] == CharacterClass::WesternMark) run.features.push_back({"pwid", 1, at, at + 1});
    }
  }

  void addGlyphs() {
    const ShapeRun& run = result_.runs.back();
    const bool isReversed = run.level % 2 == 1;
    const font::ShapeRequest request{run.face,     run.size, result_.substituted.empty() ? text_.text : result_.substituted,
                                     run.begin,    run.end,  run.script,
                                     run.languageSystem.empty() ? run.language : run.languageSystem, isReversed ? Direction::RightToLeft : Direction::LeftToRight,
                                     false,        run.features};
    std::size_t nextGlyph = result_.glyphs.size();
    font::appendShaped(request, result_.glyphs);
    const std::size_t firstCluster = result_.clusters.size();
    while (nextGlyph < result_.glyphs.size()) nextGlyph = addCluster(nextGlyph);
    if (isReversed) std::reverse(result_.clusters.begin() + static_cast<std::ptrdiff_t>(firstCluster), result_.clusters.end());
    // The first cluster answers for what the shaper left out before it.
    if (result_.clusters.size() == firstCluster) addBareCluster(run.begin);
    result_.clusters[firstCluster].text = run.begin;
    if (!isReversed && firstCluster > 0) placeOverLetter(text_.text, result_, firstCluster);
    settleSigns(text_, run, {result_.clusters.data() + firstCluster, result_.clusters.size() - firstCluster}, result_.glyphs);
  }

  std::size_t addCluster(std::size_t begin) {
    const std::vector<font::Glyph>& glyphs = result_.glyphs;
    Cluster cluster;
    cluster.text = glyphs[begin].cluster;
    cluster.glyph = static_cast<std::uint32_t>(begin);
    cluster.run = static_cast<std::uint32_t>(result_.runs.size() - 1);
    std::size_t end = begin;
    for (; end < glyphs.size() && glyphs[end].cluster == cluster.text; ++end) {
      cluster.advance += static_cast<std::int64_t>(glyphs[end].advance.toUnits());
    }
    cluster.glyphCount = static_cast<std::uint16_t>(end - begin);
    addBlanks(cluster);
    result_.clusters.push_back(cluster);
    return end;
  }

  /// Blanks come from the font, but only of marks that the region squeezes, and never the cluster's whole advance.
  void addBlanks(Cluster& cluster) {
    const CharacterClass kind = text_.classes[cluster.text];
    if (text::isCjk(kind)) return;
    const ShapeRun& run = result_.runs.back();
    const bool isMissing = !result_.substituted.empty() && result_.substituted[cluster.text] != text_.text[cluster.text];
    if (isMissing || cluster.glyphCount != 1 || !isSqueezable(kind, region_)) return;
    const font::TrimmableBlank blank = blankOf(text_.text[cluster.text], run);
    const int unitsPerEm = run.face->metrics().unitsPerEm;
    const auto scaled = [&](int units) { return static_cast<std::int64_t>(run.size.scaled(units, unitsPerEm).toUnits()); };
    if (scaled(blank.before + blank.after) >= cluster.advance) return;
    cluster.blankBefore = scaled(blank.before);
    cluster.blankAfter = scaled(blank.after);
  }

  /// A text has few marks, each of them often; the font need not be asked again within one face and language.
  font::TrimmableBlank blankOf(char16_t mark, const ShapeRun& run) {
    const auto known = std::ranges::find(blanks_, mark, &KnownBlank::mark);
    if (known != blanks_.end()) return known->blank;
    return blanks_.emplace_back(KnownBlank{mark, font::trimmableBlank(*run.face, mark, run.language, false)}).blank;
  }

  struct KnownBlank {
    char16_t mark = 0;
    font::TrimmableBlank blank;
  };

  const InlineText& text_;
  FaceMap faces_;
  const font::Collection& fonts_;
  SmallCaps smallCaps_;
  ShapedText result_;
  text::Region region_ = text::Region::Elsewhere;  // of the last run, and the blanks that its face is known to have
  std::vector<KnownBlank> blanks_;
  std::vector<text::ScriptRun> scripts_;
  std::size_t scriptIndex_ = 0, spanIndex_ = 0;
};

}  // namespace

font::Request fontRequest(const css::InheritedStyle& style) {
  return {style.fontFamilies, style.fontWeight, style.fontStyle != css::FontStyle::Normal, style.language};
}

ShapedText shapeText(const InlineText& text, Context& context) {
  return Shaper(text, chooseFaces(text, context), context.fonts).shape();
}

}  // namespace octavo::layout
