#include "font/families.h"

#include <algorithm>
#include <array>
#include <utility>

namespace octavo::font {
namespace {

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const auto end = text.find(separator);
    parts.emplace_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

/// BCP 47 spelling: language lower case, script in title case, region upper case.
void spell(std::string& subtag, bool isFirst) {
  std::ranges::transform(subtag, subtag.begin(), lower);
  if (isFirst) return;
  if (subtag.size() == 4) subtag[0] = upper(subtag[0]);
  if (subtag.size() == 2) std::ranges::transform(subtag, subtag.begin(), upper);
}

constexpr std::array<std::string_view, 3> kTraditionalRegions{"TW", "HK", "MO"};

}  // namespace

std::string foldedName(std::string_view name) {
  std::string folded(trimmed(name));
  std::ranges::transform(folded, folded.begin(), lower);
  return folded;
}

std::string canonicalLanguage(std::string_view language) {
  std::vector<std::string> subtags = split(language, '-');
  for (std::size_t i = 0; i < subtags.size(); ++i) spell(subtags[i], i == 0);
  if (subtags[0] == "cmn") subtags[0] = "zh";
  if (subtags[0] == "yue" || subtags[0] == "lzh") {
    subtags[0] = "zh";
    if (subtags.size() == 1) subtags.emplace_back("Hant");
  }
  const bool hasScript = subtags.size() > 1 && subtags[1].size() == 4;
  if (subtags[0] == "zh" && !hasScript) {
    const bool isTraditional = std::ranges::any_of(subtags, [](const std::string& subtag) {
      return std::ranges::find(kTraditionalRegions, subtag) != kTraditionalRegions.end();
    });
    subtags.insert(subtags.begin() + 1, isTraditional ? "Hant" : "Hans");
  }
  std::string result = subtags[0];
  for (std::size_t i = 1; i < subtags.size(); ++i) result += "-" + subtags[i];
  return result;
}

Families::Families(std::string_view text, Diagnostics& diagnostics) {
  std::size_t number = 0;
  for (const std::string& whole : split(text, '\n')) {
    ++number;
    const std::string_view line = trimmed(std::string_view(whole).substr(0, whole.find('#')));
    if (line.empty()) continue;
    const auto colon = line.find(':');
    const std::vector<std::string> names =
        colon == std::string_view::npos ? std::vector<std::string>{} : split(line.substr(colon + 1), ',');
    if (names.empty() || std::ranges::find(names, "") != names.end()) {
      diagnostics.report(
          {Severity::Warning,
           "font-families",
           {},
           "line " + std::to_string(number) + " of the font families cannot be read: " + std::string(line),
           "write: generic language: Family, Family",
           std::to_string(number)});
      continue;
    }
    const std::string_view head = trimmed(line.substr(0, colon));
    const auto space = head.find(' ');
    const std::string_view tag = space == std::string_view::npos ? "" : trimmed(head.substr(space));
    lines_.push_back({foldedName(head.substr(0, space)), tag.empty() ? "" : canonicalLanguage(tag), names});
  }
}

bool Families::isGeneric(std::string_view name) const {
  return std::ranges::find(lines_, foldedName(name), &Line::generic) != lines_.end();
}

std::vector<std::string> Families::expand(std::string_view generic, std::string_view language) const {
  std::vector<std::string> result;
  std::vector<bool> taken(lines_.size(), false);
  const auto takeLines = [&](auto wanted) {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (taken[i] || lines_[i].generic != foldedName(generic) || !wanted(lines_[i].language)) continue;
      taken[i] = true;
      result.insert(result.end(), lines_[i].families.begin(), lines_[i].families.end());
    }
  };
  std::string tag = canonicalLanguage(language);
  while (!tag.empty()) {
    takeLines([&](const std::string& of) { return of == tag; });
    const auto dash = tag.rfind('-');
    tag.resize(dash == std::string::npos ? 0 : dash);
  }
  takeLines([](const std::string& of) { return of.empty(); });
  takeLines([](const std::string&) { return true; });
  return result;
}

}  // namespace octavo::font
