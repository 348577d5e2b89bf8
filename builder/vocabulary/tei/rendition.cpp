#include "vocabulary/tei/rendition.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace octavo::vocabulary::tei {
namespace {

using dom::Element;

struct Alias {
  std::string_view written, meant;
};
/// Spellings that are common in the field; TEI itself fixes none.
constexpr std::array kAliases{
    Alias{"b", "bold"},           Alias{"bf", "bold"},           Alias{"strong", "bold"},
    Alias{"i", "italic"},         Alias{"it", "italic"},         Alias{"ital", "italic"},
    Alias{"italics", "italic"},   Alias{"sup", "superscript"},   Alias{"super", "superscript"},
    Alias{"sub", "subscript"},    Alias{"sc", "small-caps"},     Alias{"smcap", "small-caps"},
    Alias{"smallcaps", "small-caps"}, Alias{"smallcap", "small-caps"}, Alias{"u", "underline"},
    Alias{"ul", "underline"},     Alias{"underlined", "underline"}, Alias{"doubleunderline", "double-underline"},
    Alias{"wavyunderline", "wavy-underline"}, Alias{"strike", "strikethrough"},
    Alias{"strikedoublethrough", "strikethrough"}, Alias{"doublestrikethrough", "strikethrough"},
    Alias{"overstrike", "strikethrough"}, Alias{"tt", "typewriter"}, Alias{"mono", "typewriter"},
    Alias{"code", "typewriter"},  Alias{"all-caps", "allcaps"},  Alias{"caps", "allcaps"},
    Alias{"uppercase", "allcaps"}, Alias{"centre", "center"},    Alias{"centered", "center"},
    Alias{"spaced", "letter-spaced"}, Alias{"letterspace", "letter-spaced"}, Alias{"gesperrt", "letter-spaced"},
    Alias{"upright", "normal"},   Alias{"roman", "normal"},      Alias{"plain", "normal"},
};

/// What a style of the source may say; all else belongs in a stylesheet. Colours may be too pale on our paper.
constexpr std::array<std::string_view, 12> kProperties{
    "font-style",      "font-weight",    "font-variant",   "text-decoration", "text-transform",
    "letter-spacing",  "text-align",     "text-indent",    "font-size",
    "text-emphasis",   "vertical-align", "font-variant-caps"};

bool isPlainValue(std::string_view value) {
  return !value.empty() && std::ranges::all_of(value, [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == ' ' || c == '-' || c == '#' || c == '.' || c == '%';
  });
}

void addDeclarations(std::string_view style, std::string& kept) {
  while (!style.empty()) {
    const std::size_t end = std::min(style.find(';'), style.size());
    const std::string declaration = dom::collapseWhiteSpace(style.substr(0, end));
    style.remove_prefix(std::min(end + 1, style.size()));
    const std::size_t colon = declaration.find(':');
    if (colon == std::string::npos) continue;
    const std::string name = dom::collapseWhiteSpace(std::string_view(declaration).substr(0, colon));
    const std::string value = dom::collapseWhiteSpace(std::string_view(declaration).substr(colon + 1));
    if (!isPlainValue(value) || std::ranges::find(kProperties, name) == kProperties.end()) continue;
    kept += (kept.empty() ? "" : "; ") + name + ": " + value;
  }
}

std::vector<std::string> wordsOf(std::string_view list) {
  std::vector<std::string> words;
  const std::string collapsed = dom::collapseWhiteSpace(list);
  for (std::size_t at = 0; at < collapsed.size();) {
    const std::size_t end = std::min(collapsed.find(' ', at), collapsed.size());
    words.push_back(collapsed.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

std::string styleOf(const Element& source, const Reading& reading) {
  std::string kept;
  for (const std::string& pointer : wordsOf(source.attributeOr("rendition"))) {
    const Element* rendition = targetOf(pointer, reading);
    if (!rendition || rendition->name != "rendition" || rendition->attribute("scope")) continue;
    addDeclarations(dom::textContent(*rendition), kept);
  }
  addDeclarations(source.attributeOr("style"), kept);
  return kept;
}

}  // namespace

std::vector<std::string> renditionOf(const Element& source) {
  std::vector<std::string> tokens = wordsOf(source.attributeOr("rend"));
  for (std::string& token : tokens) {
    const auto alias = std::ranges::find(kAliases, token, &Alias::written);
    if (alias != kAliases.end()) token = alias->meant;
  }
  return tokens;
}

void takeRendition(Element& made, const Element& source, Reading& reading) {
  for (const std::string& token : renditionOf(source)) {
    if (token.find(':') == std::string::npos && token.find('(') == std::string::npos) addClass(made, "rend-" + token);
  }
  const std::string style = styleOf(source, reading);
  if (!style.empty()) made.setAttribute("style", style);
}

}  // namespace octavo::vocabulary::tei
