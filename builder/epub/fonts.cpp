#include "epub/fonts.h"

#include <map>
#include <set>

#include <fmt/format.h>

#include "base/utf8.h"

namespace octavo::epub {
namespace {

std::u32string charactersOf(const publication::Publication& publication) {
  std::set<char32_t> characters;
  for (char32_t ascii = 0x20; ascii < 0x7F; ++ascii) characters.insert(ascii);
  for (const publication::Chapter& chapter : publication.chapters) {
    for (const char32_t character : toUtf32(dom::textContent(*chapter.root))) characters.insert(character);
  }
  return {characters.begin(), characters.end()};
}

/// What tells one rule from another.
std::string keyOf(const css::FontFaceRule& rule) {
  std::string key = fmt::format("{}|{}|{}", rule.family, rule.weight, static_cast<int>(rule.style));
  for (const std::string& url : rule.urls) key += "|" + url;
  for (const std::string& name : rule.localNames) key += "|" + name;
  return key;
}

}  // namespace

EmbeddedFonts embedFonts(const publication::Publication& publication, const std::vector<css::FontFaceRule>& rules,
                         const font::Collection& fonts, Diagnostics& diagnostics) {
  EmbeddedFonts result;
  std::map<std::string, std::string> paths;
  const std::u32string characters = rules.empty() ? std::u32string() : charactersOf(publication);
  for (const css::FontFaceRule& rule : rules) {
    const bool isItalic = rule.style != css::FontStyle::Normal;
    const font::FacePtr face = fonts.primary({{rule.family}, rule.weight, isItalic, {}});
    if (!face->mayEmbed()) {
      diagnostics.report({Severity::Warning, "font-not-embeddable", rule.position,
                          fmt::format("the font '{}' forbids embedding; the EPUB goes without it", rule.family),
                          "choose a font with a free licence", rule.family});
      continue;
    }
    std::string bytes = font::subsetForEpub(*face, characters);
    const bool isCff = bytes.starts_with("OTTO");
    const std::string path = fmt::format("fonts/font-{}.{}", paths.size() + 1, isCff ? "otf" : "ttf");
    if (!paths.try_emplace(keyOf(rule), path).second) continue;
    result.items.push_back({path, isCff ? "font/otf" : "font/ttf", {}, std::move(bytes), false});
  }
  result.pathOf = [paths](const css::FontFaceRule& rule) {
    const auto found = paths.find(keyOf(rule));
    return found == paths.end() ? std::string() : found->second;
  };
  return result;
}

}  // namespace octavo::epub
