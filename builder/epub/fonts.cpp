#include "epub/fonts.h"

#include <algorithm>
#include <map>
#include <set>

#include <fmt/format.h>

#include "base/utf8.h"
#include "font/licence.h"
#include "text/letter_case.h"

namespace octavo::epub {
namespace {

/// What tells one rule from another.
std::string keyOf(const css::FontFaceRule& rule) {
  std::string key = fmt::format("{}|{}|{}", rule.family, rule.weight, static_cast<int>(rule.style));
  for (const std::string& url : rule.urls) key += "|" + url;
  for (const std::string& name : rule.localNames) key += "|" + name;
  for (const auto& [first, last] : rule.unicodeRange) key += fmt::format("|{}-{}", std::uint32_t{first}, std::uint32_t{last});
  return key;
}

bool isFor(const css::FontFaceRule& rule, char32_t character) {
  const auto holds = [&](const auto& range) { return range.first <= character && character <= range.second; };
  return rule.unicodeRange.empty() || std::ranges::any_of(rule.unicodeRange, holds);
}

/// 1 MB is a million bytes, as readers' devices and shops count.
std::string sizeText(std::size_t bytes) {
  return bytes < 1'000'000 ? fmt::format("{} KB", (bytes + 999) / 1000) : fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

void appendLine(std::string& text, const std::string& line) {
  if (!line.empty()) text += line + "\n";
}

class Embedder {
 public:
  Embedder(const FontsToEmbed& wanted, const font::Collection& fonts, Diagnostics& diagnostics)
      : wanted_(wanted), fonts_(fonts), diagnostics_(diagnostics) {}

  EmbeddedFonts run() {
    for (const css::FontFaceRule& rule : wanted_.rules) embed(rule);
    addLicences();
    tellSize();
    result_.pathOf = [paths = std::move(paths_)](const css::FontFaceRule& rule) {
      const auto found = paths.find(keyOf(rule));
      return found == paths.end() ? std::string() : found->second;
    };
    return std::move(result_);
  }

 private:
  void embed(const css::FontFaceRule& rule) {
    const bool isItalic = rule.style != css::FontStyle::Normal;
    const font::FacePtr face = fonts_.declared({rule.family, rule.weight, isItalic, {}, {}, rule.unicodeRange});
    if (!face || paths_.contains(keyOf(rule))) return;  // a font that is missing has been reported
    const bool isWhole = wanted_.embedding == FontEmbedding::Full;
    if (isWhole ? !font::mayEmbedWhole(*face) : !face->mayEmbed()) {
      diagnostics_.report({Severity::Warning, "font-not-embeddable", rule.position,
                           fmt::format("the font '{}' forbids embedding; the EPUB goes without it", rule.family),
                           "choose a font with a free licence", rule.family});
      return;
    }
    std::string bytes = isWhole ? font::wholeFont(*face) : subset(*face, rule);
    const auto known = pathsByBytes_.find(bytes);
    paths_[keyOf(rule)] = known == pathsByBytes_.end() ? addItem(*face, rule, std::move(bytes)) : known->second;
  }

  std::string subset(const font::Face& face, const css::FontFaceRule& rule) const {
    std::u32string characters;
    for (const char32_t character : wanted_.characters) {
      if (isFor(rule, character)) characters += character;
    }
    return font::subsetForEpub(face, characters);
  }

  std::string addItem(const font::Face& face, const css::FontFaceRule& rule, std::string bytes) {
    const bool isCff = bytes.starts_with("OTTO");
    const std::string path = fmt::format("fonts/font-{}.{}", pathsByBytes_.size() + 1, isCff ? "otf" : "ttf");
    bytes_ += bytes.size();
    sizes_ += fmt::format("{}{} {}", sizes_.empty() ? "" : ", ", rule.family, sizeText(bytes.size()));
    noteLicence(face, path);
    pathsByBytes_.emplace(bytes, path);
    result_.items.push_back({path, isCff ? "font/otf" : "font/ttf", {}, std::move(bytes), false});
    return path;
  }

  void noteLicence(const font::Face& face, const std::string& path) {
    const font::Licence licence = font::licenceOf(face);
    licences_ += fmt::format("\n{} ({})\n", face.familyName(), path);
    appendLine(licences_, licence.copyright);
    appendLine(licences_, licence.description);
    appendLine(licences_, licence.address);
    for (const font::LicenceFile& file : licence.files) {
      if (std::ranges::find(files_, file) == files_.end()) files_.push_back(file);
    }
  }

  void addLicences() {
    if (result_.items.empty()) return;
    std::string text = "Fonts in this book, and what they say of their licences\n" + licences_;
    for (const font::LicenceFile& file : files_) text += fmt::format("\n----- {} -----\n\n{}", file.name, file.text);
    result_.items.push_back({"fonts/licences.txt", "text/plain", {}, std::move(text), false});
  }

  void tellSize() {
    const std::size_t count = pathsByBytes_.size();
    if (count == 0) return;
    const bool isWhole = wanted_.embedding == FontEmbedding::Full;
    diagnostics_.report({Severity::Note, "fonts-embedded", {},
                         fmt::format("the EPUB carries {} of fonts: {}", sizeText(bytes_), sizes_),
                         isWhole ? "--epub-fonts subset carries only the characters of the book" : "", {}});
  }

  const FontsToEmbed& wanted_;
  const font::Collection& fonts_;
  Diagnostics& diagnostics_;
  EmbeddedFonts result_;
  std::map<std::string, std::string> paths_, pathsByBytes_;
  std::vector<font::LicenceFile> files_;
  std::string licences_, sizes_;
  std::size_t bytes_ = 0;
};

}  // namespace

EmbeddedFonts embedFonts(const FontsToEmbed& wanted, const font::Collection& fonts, Diagnostics& diagnostics) {
  if (wanted.embedding == FontEmbedding::None || wanted.rules.empty()) {
    return {{}, [](const css::FontFaceRule&) { return std::string(); }};
  }
  return Embedder(wanted, fonts, diagnostics).run();
}

std::u32string charactersOf(const std::vector<std::string_view>& texts, std::string_view language) {
  std::set<char32_t> found;
  for (char32_t ascii = 0x20; ascii < 0x7F; ++ascii) found.insert(ascii);
  for (const std::string_view text : texts) {
    for (const char32_t character : toUtf32(text)) found.insert(character);
  }
  std::string all;
  for (const char32_t character : found) appendUtf8(all, character);
  for (const text::LetterCase letterCase : {text::LetterCase::Upper, text::LetterCase::Lower}) {
    for (const char32_t character : toUtf32(toUtf8(text::changeCase(toUtf16(all), letterCase, language)))) found.insert(character);
  }
  found.erase(found.begin(), found.lower_bound(0x20));
  return {found.begin(), found.end()};
}

}  // namespace octavo::epub
