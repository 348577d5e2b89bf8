#include "app/stylesheets.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "app/built_in_files.h"
#include "base/files.h"
#include "css/page_sheets.h"
#include "css/program_words.h"

namespace octavo::app {
namespace {

namespace fs = std::filesystem;

/// Finds the texts of sheets, each read once.
class SheetLoader {
 public:
  SheetLoader(SourceFiles& sources, Diagnostics& diagnostics) : sources_(sources), diagnostics_(diagnostics) {}

  const SourceFile& named(const std::string& style) {
    if (const auto text = builtInFile(fmt::format("styles/{}.css", style))) return builtIn(style + ".css", *text);
    if (!style.ends_with(".css")) {
      throw BuildError({Severity::Error, "style-unknown", {}, fmt::format("there is no style named '{}'", style),
                        fmt::format("the styles are: {}; or give the path of a .css file",
                                    fmt::join(builtInStyles(), ", ")), {}}, ExitCode::Usage);
    }
    return file(style);
  }

  const SourceFile& ofPage(const publication::PageStyle& style) {
    return style.text.empty() ? file(style.file) : sources_.add(style.file, style.text);
  }

  css::StylesheetPtr parse(const SourceFile& source) {
    return css::parse(source, [this](std::string_view reference, const SourceFile& from) {
      return imported(reference, from);
    }, diagnostics_, true);
  }

 private:
  const SourceFile& builtIn(const std::string& name, std::string_view text) {
    const std::string key = std::string(css::kBuiltInSheet) + name;
    auto [found, isNew] = read_.try_emplace(key, nullptr);
    if (isNew) found->second = &sources_.add(key, std::string(text));
    return *found->second;
  }

  const SourceFile& file(const std::string& path) {
    auto [found, isNew] = read_.try_emplace(path, nullptr);
    if (isNew) found->second = &sources_.add(path, readFile(path));
    return *found->second;
  }

  /// An import names a built-in sheet ("base.css" from a look, or from anywhere where no such file is there) or a file
  /// below the importing sheet's folder.
  const SourceFile* imported(std::string_view reference, const SourceFile& from) {
    if (!from.name.starts_with(css::kBuiltInSheet)) {
      const fs::path base = fs::absolute(from.name);
      const InputFolder folder(base.parent_path());
      if (const auto path = folder.resolve(base, reference)) return &file(path->string());
    }
    const auto text = builtInFile(fmt::format("styles/{}", reference));
    return text ? &builtIn(std::string(reference), *text) : nullptr;
  }

  SourceFiles& sources_;
  Diagnostics& diagnostics_;
  std::map<std::string, const SourceFile*> read_;
};

}  // namespace

std::vector<css::StylesheetPtr> loadStylesheets(const std::vector<std::string>& styles, const std::vector<publication::PageStyle>& pageStyles,
                                                SourceFiles& sources, Diagnostics& diagnostics) {
  SheetLoader loader(sources, diagnostics);
  std::vector<css::StylesheetPtr> sheets{loader.parse(loader.named("default"))};
  // A file that the user names is to have the last word, also on pages.
  const auto firstFile = std::ranges::find_if(styles, [](const std::string& style) { return style.ends_with(".css"); });
  for (auto style = styles.begin(); style != firstFile; ++style) sheets.push_back(loader.parse(loader.named(*style)));
  for (const publication::PageStyle& style : pageStyles) {
    const css::StylesheetPtr sheet = css::sheetInMedia(loader.parse(loader.ofPage(style)), style.media, diagnostics);
    sheets.push_back(css::sheetInScope(sheet, {style.scope, style.idPrefix, style.isOfWholeBook}));
  }
  for (auto style = firstFile; style != styles.end(); ++style) sheets.push_back(loader.parse(loader.named(*style)));
  return sheets;
}

std::vector<font::DeclaredFace> declaredFaces(const std::vector<css::FontFaceRule>& rules, Diagnostics& diagnostics) {
  std::vector<font::DeclaredFace> faces;
  for (const css::FontFaceRule& rule : rules) {
    font::DeclaredFace face{rule.family, rule.weight, rule.style != css::FontStyle::Normal, {}, {}, rule.unicodeRange};
    for (const std::string& url : rule.urls) {
      if (!rule.position.file || !face.path.empty()) break;
      const fs::path sheet = fs::absolute(rule.position.file->name);
      const auto path = InputFolder(sheet.parent_path()).resolve(sheet, url);
      if (path) face.path = path->string();
    }
    if (face.path.empty() && !rule.localNames.empty()) face.localName = rule.localNames.front();
    if (face.path.empty() && face.localName.empty()) {
      diagnostics.report({Severity::Warning, "font-face-missing", rule.position,
                          fmt::format("no file of the font '{}' is below the style's folder", rule.family),
                          "put the file beside the stylesheet, or name an installed font by local()", rule.family});
      continue;
    }
    faces.push_back(std::move(face));
  }
  return faces;
}

}  // namespace octavo::app
