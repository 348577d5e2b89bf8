// layout/inline/glyphs: which face each character is set in.
#include "layout/inline/glyphs/faces.h"

#include <fmt/format.h>

#include <array>

#include "layout/inline/glyphs/shape.h"

namespace octavo::layout {

namespace {

using text::CharacterClass;

constexpr char32_t kAnyIdeograph = U'\x4E00';

/// Full-width in East Asian text, whichever font the list names first.
bool takesIdeographFace(CharacterClass kind, char32_t character) {
  switch (kind) {
    case CharacterClass::Opening:
    case CharacterClass::Closing:
    case CharacterClass::Inseparable:
    case CharacterClass::MiddleDot:
    case CharacterClass::FullStop:
    case CharacterClass::Comma:
    case CharacterClass::Dividing: return true;
    case CharacterClass::Hyphen: return character >= 0x3000;
    default: return false;  // letters and signs are found by the list alone
  }
}

/// Answers of one request, kept for the paragraph: a small direct-mapped table, since the same characters return.
class RequestFaces {
 public:
  RequestFaces(font::Request request, const font::Collection& fonts) : request_(std::move(request)), fonts_(fonts) {}

  const font::FacePtr& faceFor(char32_t character) {
    Entry& entry = entries_[character % entries_.size()];
    if (entry.character != character) entry = {character, fonts_.faceFor(request_, character)};
    return entry.face;
  }
  font::FacePtr faceForSequence(char32_t character, char32_t selector) const {
    return fonts_.faceForSequence(request_, character, selector);
  }
  const font::FacePtr& primary() {
    if (!primary_) primary_ = fonts_.primary(request_);
    return primary_;
  }
  const font::FacePtr& ideographs() {
    if (!ideographs_) ideographs_ = fonts_.faceFor(request_, kAnyIdeograph);
    return ideographs_;
  }

 private:
  struct Entry {
    char32_t character = 0xFFFFFFFF;
    font::FacePtr face;
  };
  font::Request request_;
  const font::Collection& fonts_;
  font::FacePtr primary_, ideographs_;
  std::vector<Entry> entries_ = std::vector<Entry>(1021);
};

class FaceChooser {
 public:
  FaceChooser(const InlineText& text, Context& context) : text_(text), context_(context) {}

  FaceMap choose() {
    map_.units.assign(text_.text.size(), FaceMap::kNone);
    for (const TextSpan& span : text_.spans) chooseInSpan(span);
    settleFollowers();
    return std::move(map_);
  }

 private:
  static constexpr std::uint16_t kFollows = 0xFFFE;

  RequestFaces& facesOf(const css::ComputedStyle& style) {
    const auto [found, isNew] = requests_.try_emplace(&style, nullptr);
    if (isNew) {
      font::Request request = fontRequest(style);
      for (const auto& [known, faces] : byRequest_) {
        if (known == request) return *(found->second = faces.get());
      }
      byRequest_.emplace_back(request, std::make_unique<RequestFaces>(request, context_.fonts));
      found->second = byRequest_.back().second.get();
    }
    return *found->second;
  }

  std::uint16_t numberOf(const font::FacePtr& face) {
    if (lastFace_ < map_.faces.size() && map_.faces[lastFace_] == face) return lastFace_;
    for (std::size_t i = 0; i < map_.faces.size(); ++i) {
      if (map_.faces[i] == face) return lastFace_ = static_cast<std::uint16_t>(i);
    }
    map_.faces.push_back(face);
    return lastFace_ = static_cast<std::uint16_t>(map_.faces.size() - 1);
  }

  void chooseInSpan(const TextSpan& span) {
    RequestFaces& faces = facesOf(text_.style(span));
    for (std::uint32_t at = span.begin; at < span.end; ++at) {
      const char16_t unit = text_.text[at];
      if (unit == kObject || unit == kForcedBreak || isInvisible(unit)) continue;
      char32_t character = unit;
      const bool isPair = unit >= 0xD800 && unit < 0xDC00 && at + 1 < span.end;
      if (isPair) character = 0x10000 + ((character - 0xD800) << 10) + (text_.text[at + 1] - 0xDC00u);
      const char32_t selector = selectorAt(at + (isPair ? 2 : 1));
      const font::FacePtr withForm = selector == 0 ? nullptr : faces.faceForSequence(character, selector);
      map_.units[at] = withForm ? numberOf(withForm) : choose(faces, character, at, span);
      if (isPair) {
        map_.units[at + 1] = map_.units[at];
        if (!map_.substituted.empty() && map_.substituted[at] == text_.text[at]) map_.substituted[at + 1] = text_.text[at + 1];
        ++at;
      }
    }
  }

  /// The variation selector that begins here (U+FE00 to FE0F, U+E0100 to E01EF); 0 for anything else.
  char32_t selectorAt(std::uint32_t at) const {
    const std::u16string& units = text_.text;
    if (at >= units.size()) return 0;
    if (units[at] >= 0xFE00 && units[at] <= 0xFE0F) return units[at];
    const bool isSupplement = units[at] == 0xDB40 && at + 1 < units.size() && units[at + 1] >= 0xDD00 && units[at + 1] <= 0xDDEF;
    return isSupplement ? 0xE0000 + (units[at + 1] - 0xDC00u) : 0;
  }

  std::uint16_t choose(RequestFaces& faces, char32_t character, std::uint32_t at, const TextSpan& span) {
    if (text::isCommonIdeograph(character)) {
      const font::FacePtr& face = faces.faceFor(character);
      return face ? numberOf(face) : replacement(faces, character, at, span);
    }
    const CharacterClass kind = text_.classes[at];
    // A selector is the shaper's affair: it never stands alone, in no other face and with no box.
    if (selectorAt(at) != 0) {
      hasFollowers_ = true;
      return kFollows;
    }
    if (takesIdeographFace(kind, character)) {
      const font::FacePtr& face = faces.ideographs();
      if (face && face->hasGlyph(character)) return numberOf(face);
    } else if (kind == CharacterClass::WesternSpace || context_.fonts.followsNeighbours(character)) {
      hasFollowers_ = true;
      return kFollows;
    }
    if (const font::FacePtr& face = faces.faceFor(character)) return numberOf(face);
    return replacement(faces, character, at, span);
  }

  std::uint16_t replacement(RequestFaces& faces, char32_t character, std::uint32_t at, const TextSpan& span) {
    context_.diagnostics.report({Severity::Warning, "glyph-missing", span.box->element->position(),
                                 fmt::format("no font of the style or the list has U+{:04X}", static_cast<std::uint32_t>(character)),
                                 "a box is printed in its place; name a font that has the character in the style, or use --any-font",
                                 fmt::format("U+{:04X}", static_cast<std::uint32_t>(character))});
    if (map_.substituted.empty()) map_.substituted = text_.text;
    for (const char16_t visible : {u'\x25A1', u'\xFFFD', u'?'}) {
      if (const font::FacePtr& face = faces.faceFor(visible)) {
        map_.substituted[at] = visible;
        if (character > 0xFFFF) map_.substituted[at + 1] = u'\x200D';  // joins the box's cluster, invisibly
        return numberOf(face);
      }
    }
    return numberOf(faces.primary());
  }

  /// A space or common mark takes the face before it; opening marks and what stands at the start the one after it.
  void settleFollowers() {
    if (!hasFollowers_) return;
    for (const TextSpan& span : text_.spans) {
      for (std::uint32_t at = span.begin; at < span.end; ++at) {
        if (map_.units[at] == kFollows) map_.units[at] = followed(span, at);
      }
    }
  }

  /// The first unit behind `at` in the span that has a face, or needs none: kept, since in a long row of followers all
  /// have the same one.
  std::uint32_t behindFollowers(const TextSpan& span, std::uint32_t at) {
    if (behind_ <= at || behind_ > span.end) {
      behind_ = at + 1;
      while (behind_ < span.end && (map_.units[behind_] == kFollows || map_.units[behind_] == FaceMap::kNone)) ++behind_;
    }
    return behind_;
  }

  std::uint16_t followed(const TextSpan& span, std::uint32_t at) {
    RequestFaces& faces = facesOf(text_.style(span));
    const char16_t unit = text_.text[at];
    std::uint16_t before = FaceMap::kNone, after = FaceMap::kNone;
    if (at > span.begin) before = map_.units[at - 1];
    const bool isSelector = selectorAt(at) != 0 || (at > 0 && selectorAt(at - 1) > 0xFFFF);
    if (isSelector && at > 0 && map_.units[at - 1] < kFollows) return map_.units[at - 1];
    const std::uint32_t next = behindFollowers(span, at);
    if (next < span.end) after = map_.units[next];
    const bool opens = unit == u'(' || unit == u'[' || unit == u'{' || unit == u' ' || unit == u'\xA0';
    for (const std::uint16_t neighbour : opens ? std::array{after, before} : std::array{before, after}) {
      if (neighbour != FaceMap::kNone && fits(faces, neighbour, unit)) return neighbour;
    }
    const font::FacePtr& own = faces.faceFor(unit);
    return numberOf(own ? own : faces.primary());
  }

  /// Ideograph faces lend their forms only to what stands among ideographs; a space between Western words and Han
  /// is the Western face's.
  bool fits(RequestFaces& faces, std::uint16_t number, char16_t unit) {
    const font::FacePtr& face = map_.faces[number];
    if ((unit == u' ' || unit == u'\xA0') && face != faces.primary() && faces.primary()->hasGlyph(unit)) {
      return face->metrics().isCjk == faces.primary()->metrics().isCjk;
    }
    return face->hasGlyph(unit);
  }

  const InlineText& text_;
  Context& context_;
  FaceMap map_;
  bool hasFollowers_ = false;
  std::uint16_t lastFace_ = 0;
  std::uint32_t behind_ = 0;  // see behindFollowers
  std::unordered_map<const css::ComputedStyle*, RequestFaces*> requests_;
  std::vector<std::pair<font::Request, std::unique_ptr<RequestFaces>>> byRequest_;
};

}  // namespace

bool isInvisible(char16_t unit) {
  return unit == u'\xAD' || unit == u'\x200B' || unit == u'\x200E' || unit == u'\x200F' || unit == u'\x2060' ||
         (unit >= u'\x202A' && unit <= u'\x202E') || (unit >= u'\x2066' && unit <= u'\x2069') || unit == u'\xFEFF' ||
         (unit < 0x20 && unit != u'\t');
}

FaceMap chooseFaces(const InlineText& text, Context& context) { return FaceChooser(text, context).choose(); }

}  // namespace octavo::layout
