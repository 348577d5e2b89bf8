// vocabulary: the stylesheets that an input names for itself.
#include "vocabulary/booklet_styles.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace octavo::vocabulary {
namespace {

/// The value of a pseudo-attribute of a processing instruction: href="a.css".
std::string pseudoAttribute(std::string_view content, std::string_view name) {
  for (std::size_t at = content.find(name); at != std::string_view::npos; at = content.find(name, at + 1)) {
    const bool isWhole =
        at == 0 || content[at - 1] == ' ' || content[at - 1] == '\n' || content[at - 1] == '\t';
    std::size_t value = content.find_first_not_of(" \t\n", at + name.size());
    if (!isWhole || value == std::string_view::npos || content[value] != '=') continue;
    value = content.find_first_not_of(" \t\n", value + 1);
    if (value == std::string_view::npos || (content[value] != '"' && content[value] != '\'')) continue;
    const std::size_t end = content.find(content[value], value + 1);
    if (end != std::string_view::npos) return std::string(content.substr(value + 1, end - value - 1));
  }
  return {};
}

}  // namespace

void addStyleReferences(const dom::Document& document, const std::filesystem::path& file,
                        const InputFolder& folder, publication::Publication& publication,
                        Diagnostics& diagnostics) {
  for (const dom::ProcessingInstruction& instruction : document.instructions) {
    if (instruction.target != "xml-stylesheet") continue;
    const std::string href = pseudoAttribute(instruction.content, "href");
    const std::string type = pseudoAttribute(instruction.content, "type");
    const bool isCss = type == "text/css" || (type.empty() && href.ends_with(".css"));
    if (!isCss) continue;  // XSLT and its like are for other programs
    if (const auto style = folder.resolve(file, href)) {
      auto& known = publication.styleReferences;
      if (std::ranges::find(known, style->string()) == known.end()) known.push_back(style->string());
    } else {
      diagnostics.report({Severity::Warning,
                          "style-missing",
                          instruction.position,
                          fmt::format("stylesheet {} is no file in the input's folder", href),
                          {},
                          {}});
    }
  }
}

}  // namespace octavo::vocabulary
