// font: which face a character gets.
#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <tuple>

#include "base/edit_distance.h"
#include "font/face_private.h"
#include "font/families.h"
#include "font/installed_fonts_private.h"

namespace octavo::font {
namespace {

struct CodeRange {
  char32_t first, last;
};

bool isIn(std::span<const CodeRange> ranges, char32_t character) {
  return std::ranges::any_of(ranges,
                             [&](CodeRange r) { return r.first <= character && character <= r.last; });
}

/// Latin faces have these marks too, in a form that does not fill the em: in Chinese and Japanese text they
/// belong to the ideographs' face (clreq 3.1.3, JLREQ 3.1.1).
constexpr CodeRange kSharedMarks[] = {{0xB7, 0xB7},     {0x2010, 0x2010}, {0x2014, 0x2015}, {0x2018, 0x2019},
                                      {0x201C, 0x201D}, {0x2025, 0x2027}, {0x203B, 0x203B}, {0x2460, 0x24FF}};
/// Always set in an ideographic face: CJK symbols, kana, bopomofo, ideographs, compatibility and full-width
/// forms.
constexpr CodeRange kIdeographic[] = {{0x2E80, 0x312F},   {0x3190, 0x9FFF},  {0xF900, 0xFAFF},
                                      {0xFE30, 0xFE4F},   {0xFF01, 0xFFEF},  {0x1B000, 0x1B16F},
                                      {0x20000, 0x3FFFF}, {0x1F200, 0x1F2FF}};

bool wantsIdeographicFace(char32_t character, bool isChineseOrJapanese) {
  if (character < 0xB7) return false;
  if (character >= 0x2E80) return isIn(kIdeographic, character);
  return isChineseOrJapanese && isIn(kSharedMarks, character);
}

bool isChineseOrJapanese(std::string_view language) {
  return canonicalLanguage(language).starts_with("zh") || canonicalLanguage(language).starts_with("ja");
}

/// The faces of one request in order of preference, and what was found for characters that none of them has.
struct Preferences {
  std::vector<const KnownFace*> faces;
  bool isChineseOrJapanese = false;
  mutable std::shared_mutex mutex;
  mutable std::map<char32_t, FacePtr> fallbacks;
};

bool operator<(const Request& a, const Request& b) {
  return std::tie(a.families, a.weight, a.italic, a.language) <
         std::tie(b.families, b.weight, b.italic, b.language);
}

struct RequestOrder {
  bool operator()(const Request& a, const Request& b) const { return a < b; }
};

class FaceCollection final : public Collection {
 public:
  FaceCollection(const CollectionOptions& options, Diagnostics& diagnostics);

  FacePtr faceFor(const Request& request, char32_t character) const override;
  FacePtr faceForSequence(const Request& request, char32_t character, char32_t selector) const override;
  FacePtr primary(const Request& request) const override;
  FacePtr declared(const DeclaredFace& declaration) const override;
  bool followsNeighbours(char32_t character) const override;
  std::vector<std::string> unlistedFaces() const override;
  std::vector<std::string> missingFamilies() const override;
  std::vector<std::string> familiesLike(std::string_view name) const override;

 private:
  void addFiles(const std::vector<std::string>& files, Diagnostics& diagnostics);
  void addDeclared(const std::vector<DeclaredFace>& declared, Diagnostics& diagnostics);
  const Preferences& preferences(const Request& request) const;
  std::unique_ptr<Preferences> findPreferences(const Request& request) const;
  void noteMissing(const Request& request) const;
  FacePtr anyFaceWith(const Request& request, char32_t character) const;
  FacePtr unlisted(const KnownFace* known) const;

  const std::uint64_t number_;
  const bool takesAny_;  // faces that no list names
  Families families_;
  KnownFaces declared_, known_;
  std::map<std::string, std::vector<const KnownFace*>> byFamily_;
  mutable std::shared_mutex mutex_;
  mutable std::map<Request, std::unique_ptr<const Preferences>, RequestOrder> preferences_;
  mutable std::mutex notesMutex_;
  mutable std::set<std::string> unlisted_, missing_;
};

std::uint64_t nextNumber() {
  static std::atomic<std::uint64_t> last{0};
  return ++last;
}

std::unique_ptr<KnownFace> describe(const FacePtr& face) {
  auto known = std::make_unique<KnownFace>();
  known->families = {foldedName(face->familyName())};
  known->names = {foldedName(face->postScriptName())};
  known->path = face->path();
  known->index = face->index();
  known->weight = face->weight();
  known->isItalic = face->isItalic();
  return known;
}

FaceCollection::FaceCollection(const CollectionOptions& options, Diagnostics& diagnostics)
    : number_(nextNumber()), takesAny_(options.takesAnyFont || !options.onlyFiles.empty()), families_(options.families, diagnostics) {
  if (options.onlyFiles.empty()) {
    known_ = installedFaces();
  } else {
    addFiles(options.onlyFiles, diagnostics);
  }
  addDeclared(options.declared, diagnostics);
  // A declared family hides an installed one of the same name (CSS Fonts 4, section 4.1).
  for (const auto& face : declared_) byFamily_[face->families[0]].push_back(face.get());
  const auto declaredFamilies = byFamily_;
  for (const auto& face : known_) {
    for (const std::string& family : face->families) {
      if (!declaredFamilies.contains(family)) byFamily_[family].push_back(face.get());
    }
  }
}

void FaceCollection::addFiles(const std::vector<std::string>& files, Diagnostics& diagnostics) {
  for (const std::string& file : files) {
    const std::vector<FacePtr> faces = openFaces(file);
    if (faces.empty()) {
      diagnostics.report(
          {Severity::Warning, "font-unreadable", {}, "'" + file + "' is no font with outlines", {}, file});
    }
    for (const FacePtr& face : faces) known_.push_back(describe(face));
  }
}

/// A PDF holds instances only, and of a variable font we make none but the default.
void reportVariable(const Face& face, const DeclaredFace& wanted, Diagnostics& diagnostics) {
  if (!face.isVariable()) return;
  diagnostics.report({Severity::Warning,
                      "font-variable",
                      {},
                      "the variable font '" + wanted.family + "' is used in its default weight and width only; other weights of it look alike",
                      "name a file for each weight, without axes of variation",
                      wanted.path.empty() ? wanted.localName : wanted.path});
}

void FaceCollection::addDeclared(const std::vector<DeclaredFace>& declared, Diagnostics& diagnostics) {
  for (const DeclaredFace& wanted : declared) {
    std::string path = wanted.path;
    unsigned index = 0;
    if (path.empty()) {
      const std::string name = foldedName(wanted.localName);
      const auto local = std::ranges::find_if(known_, [&](const std::unique_ptr<const KnownFace>& known) {
        return std::ranges::find(known->names, name) != known->names.end();
      });
      if (local != known_.end()) std::tie(path, index) = std::tie((*local)->path, (*local)->index);
    }
    auto known = std::make_unique<KnownFace>();
    known->families = {foldedName(wanted.family)};
    known->path = path;
    known->index = index;
    known->weight = wanted.weight;
    known->isItalic = wanted.italic;
    known->onlyFor = wanted.characters;
    if (path.empty() || !known->face()) {
      const std::string& source = wanted.path.empty() ? wanted.localName : wanted.path;
      diagnostics.report({Severity::Warning,
                          "font-unreadable",
                          {},
                          "no usable font '" + source + "' for the family '" + wanted.family + "'",
                          "TrueType and OpenType files with outlines can be used",
                          source});
      continue;
    }
    reportVariable(*known->face(), wanted, diagnostics);
    declared_.push_back(std::move(known));
  }
}

/// Faces that a style keeps to some characters make one family together: the later a rule stands, the earlier it is
/// asked (CSS Fonts 4, section 5.3).
void addComposite(const std::vector<const KnownFace*>& family, const Request& request, Preferences& to) {
  const KnownFace* best = bestMatch(family, request.weight, request.italic);
  for (auto face = family.rbegin(); face != family.rend(); ++face) {
    const bool isAlike = (*face)->weight == best->weight && (*face)->isItalic == best->isItalic;
    if (isAlike && !(*face)->onlyFor.empty()) to.faces.push_back(*face);
  }
}

std::unique_ptr<Preferences> FaceCollection::findPreferences(const Request& request) const {
  std::vector<std::string> names;
  const auto expand = [&](std::string_view generic) {
    const std::vector<std::string> expanded = families_.expand(generic, request.language);
    names.insert(names.end(), expanded.begin(), expanded.end());
  };
  for (const std::string& family : request.families) {
    const bool isGeneric = !byFamily_.contains(foldedName(family)) && families_.isGeneric(family);
    if (isGeneric) {
      expand(family);
    } else {
      names.push_back(family);
    }
  }
  expand("serif");  // what stands behind every list
  noteMissing(request);
  auto result = std::make_unique<Preferences>();
  result->isChineseOrJapanese = isChineseOrJapanese(request.language);
  for (const std::string& name : names) {
    const auto family = byFamily_.find(foldedName(name));
    if (family == byFamily_.end()) continue;
    addComposite(family->second, request, *result);
    const KnownFace* best = bestMatch(family->second, request.weight, request.italic);
    if (best && std::ranges::find(result->faces, best) == result->faces.end()) result->faces.push_back(best);
    // An italic may lack ideographs that its upright has.
    const KnownFace* upright = bestMatch(family->second, request.weight, false);
    if (upright && std::ranges::find(result->faces, upright) == result->faces.end()) {
      result->faces.push_back(upright);
    }
  }
  return result;
}

/// A list for many devices names fonts that are elsewhere: one of its names that is here is enough.
void FaceCollection::noteMissing(const Request& request) const {
  const auto isGeneric = [&](const std::string& name) { return !byFamily_.contains(foldedName(name)) && families_.isGeneric(name); };
  const auto isHere = [&](const std::string& name) { return byFamily_.contains(foldedName(name)); };
  if (std::ranges::any_of(request.families, isHere)) return;
  const std::lock_guard lock(notesMutex_);
  for (const std::string& name : request.families) {
    if (!isGeneric(name)) missing_.insert(name);
  }
}

std::vector<std::string> FaceCollection::missingFamilies() const {
  const std::lock_guard lock(notesMutex_);
  return {missing_.begin(), missing_.end()};
}

std::vector<std::string> FaceCollection::unlistedFaces() const {
  const std::lock_guard lock(notesMutex_);
  return {unlisted_.begin(), unlisted_.end()};
}

std::vector<std::string> FaceCollection::familiesLike(std::string_view name) const {
  constexpr std::size_t kShown = 3;
  const std::string folded = foldedName(name);
  std::vector<std::pair<std::size_t, std::string>> near;
  for (const auto& [family, faces] : byFamily_) {
    const std::size_t distance = editDistance(folded, family);
    if (distance <= std::max<std::size_t>(2, folded.size() / 4) && faces.front()->face()) near.emplace_back(distance, faces.front()->face()->familyName());
  }
  std::ranges::sort(near);
  std::vector<std::string> names;
  for (auto& [distance, family] : near) {
    if (names.size() < kShown && std::ranges::find(names, family) == names.end()) names.push_back(std::move(family));
  }
  return names;
}

const Preferences& FaceCollection::preferences(const Request& request) const {
  // Neighbouring characters ask the same; comparing with the last request spares the lock and the search.
  struct Last {
    std::uint64_t collection = 0;
    Request request;
    const Preferences* found = nullptr;
  };
  thread_local Last last;
  if (last.collection == number_ && last.request == request) return *last.found;
  const Preferences* found = nullptr;
  {
    const std::shared_lock lock(mutex_);
    const auto known = preferences_.find(request);
    if (known != preferences_.end()) found = known->second.get();
  }
  if (!found) {
    auto made = findPreferences(request);
    const std::unique_lock lock(mutex_);
    found = preferences_.emplace(request, std::move(made)).first->second.get();
  }
  last = {number_, request, found};
  return *found;
}

FacePtr FaceCollection::anyFaceWith(const Request& request, char32_t character) const {
  std::vector<const KnownFace*> candidates;
  for (const KnownFaces* faces : {&declared_, &known_}) {
    for (const auto& known : *faces) {
      if (known->has(character) && known->face() && known->face()->hasGlyph(character)) {
        candidates.push_back(known.get());
      }
    }
  }
  return unlisted(bestMatch(candidates, request.weight, request.italic));
}

FacePtr FaceCollection::unlisted(const KnownFace* known) const {
  if (!known || !known->face()) return nullptr;
  const std::lock_guard lock(notesMutex_);
  unlisted_.insert(known->face()->postScriptName());
  return known->face();
}

FacePtr FaceCollection::faceFor(const Request& request, char32_t character) const {
  const Preferences& preferred = preferences(request);
  const auto firstFace = [&](bool ideographicOnly) -> const FacePtr* {
    for (const KnownFace* known : preferred.faces) {
      if (!known->has(character)) continue;  // most of a long list need not be opened
      const FacePtr& face = known->face();
      if (face && (!ideographicOnly || face->metrics().isCjk) && face->hasGlyph(character)) return &face;
    }
    return nullptr;
  };
  if (wantsIdeographicFace(character, preferred.isChineseOrJapanese)) {
    if (const FacePtr* face = firstFace(true)) return *face;
  }
  if (const FacePtr* face = firstFace(false)) return *face;
  if (!takesAny_) return nullptr;
  {
    const std::shared_lock lock(preferred.mutex);
    const auto known = preferred.fallbacks.find(character);
    if (known != preferred.fallbacks.end()) return known->second;
  }
  FacePtr found = anyFaceWith(request, character);
  const std::unique_lock lock(preferred.mutex);
  return preferred.fallbacks.emplace(character, std::move(found)).first->second;
}

FacePtr FaceCollection::faceForSequence(const Request& request, char32_t character, char32_t selector) const {
  for (const KnownFace* known : preferences(request).faces) {
    if (known->has(character) && known->face() && known->face()->hasVariation(character, selector)) return known->face();
  }
  if (!takesAny_) return nullptr;
  for (const auto& known : known_) {
    if (known->has(character) && known->face() && known->face()->hasVariation(character, selector)) return unlisted(known.get());
  }
  return nullptr;
}

FacePtr FaceCollection::primary(const Request& request) const {
  // CSS Fonts 4, section 4.5: the first available font is one that may set a space.
  for (const KnownFace* known : preferences(request).faces) {
    if (known->isFor(U' ') && known->face()) return known->face();
  }
  if (FacePtr face = faceFor(request, U'x')) return face;
  for (const auto& known : known_) {
    if (takesAny_ && known->face()) return unlisted(known.get());
  }
  throw BuildError({Severity::Error,
                    "font-none",
                    {},
                    "no font can be used: none of those that the style and the list of fonts name is installed",
                    "install fonts-noto-core and fonts-noto-cjk",
                    {}});
}

FacePtr FaceCollection::declared(const DeclaredFace& declaration) const {
  const std::string family = foldedName(declaration.family);
  for (auto known = declared_.rbegin(); known != declared_.rend(); ++known) {
    const KnownFace& face = **known;
    const bool isMeant = face.families[0] == family && face.weight == declaration.weight &&
                         face.isItalic == declaration.italic && face.onlyFor == declaration.characters;
    if (isMeant) return face.face();
  }
  return nullptr;
}

bool FaceCollection::followsNeighbours(char32_t character) const {
  // Brackets stay out: a pair must not come from two faces. So do marks that the language decides about.
  constexpr std::u32string_view kCommonMarks = U"!\"'*,-./:;?";
  switch (hb_unicode_general_category(hb_unicode_funcs_get_default(), character)) {
    case HB_UNICODE_GENERAL_CATEGORY_NON_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_SPACING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_ENCLOSING_MARK:
    case HB_UNICODE_GENERAL_CATEGORY_FORMAT:
    case HB_UNICODE_GENERAL_CATEGORY_CONTROL:
    case HB_UNICODE_GENERAL_CATEGORY_LINE_SEPARATOR:
    case HB_UNICODE_GENERAL_CATEGORY_PARAGRAPH_SEPARATOR:
      return true;
    case HB_UNICODE_GENERAL_CATEGORY_SPACE_SEPARATOR:
      return character != 0x3000;
    default:
      return kCommonMarks.find(character) != std::u32string_view::npos;
  }
}

}  // namespace

std::unique_ptr<Collection> openCollection(const CollectionOptions& options, Diagnostics& diagnostics) {
  return std::make_unique<FaceCollection>(options, diagnostics);
}

}  // namespace octavo::font
