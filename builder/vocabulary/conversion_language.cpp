// vocabulary: language tags.
#include "vocabulary/conversion_language.h"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

#include "text/language_tag.h"

namespace octavo::vocabulary {
namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool allLetters(std::string_view text) { return std::ranges::all_of(text, isLetter); }
bool allDigits(std::string_view text) { return std::ranges::all_of(text, isDigit); }

/// The subtags in lower case; empty where one is empty, too long or has other characters.
std::vector<std::string> subtags(std::string_view tag) {
  std::vector<std::string> result(1);
  for (const char c : tag) {
    if (c == '-' || c == '_') {
      result.emplace_back();
    } else if (isLetter(c) || isDigit(c)) {
      result.back() += lower(c);
    } else {
      return {};
    }
  }
  const bool isBad = std::ranges::any_of(result, [](const auto& s) { return s.empty() || s.size() > 8; });
  return isBad ? std::vector<std::string>{} : result;
}

bool isVariant(std::string_view subtag) {
  return subtag.size() >= 5 || (subtag.size() == 4 && isDigit(subtag.front()));
}

/// Reads language, extended language, script, region and variants (RFC 5646, section 2.1) and sets their
/// capitals; the index of what follows, 0 for a wrong form.
std::size_t readLanguage(std::vector<std::string>& parts) {
  const std::string& language = parts[0];
  if (!allLetters(language) || language.size() < 2) return 0;
  std::size_t at = 1;
  if (language.size() <= 3) {
    for (int n = 0; n < 3 && at < parts.size() && parts[at].size() == 3 && allLetters(parts[at]); ++n) ++at;
  }
  if (at < parts.size() && parts[at].size() == 4 && allLetters(parts[at])) {
    parts[at][0] = upper(parts[at][0]);
    ++at;
  }
  if (at < parts.size() &&
      ((parts[at].size() == 2 && allLetters(parts[at])) || (parts[at].size() == 3 && allDigits(parts[at])))) {
    std::ranges::transform(parts[at], parts[at].begin(), upper);
    ++at;
  }
  std::set<std::string> seen;
  for (; at < parts.size() && isVariant(parts[at]); ++at) {
    if (!seen.insert(parts[at]).second) return 0;
  }
  return at;
}

/// Extensions and private use: a singleton and what belongs to it.
bool readExtensions(const std::vector<std::string>& parts, std::size_t at) {
  std::set<std::string> seen;
  while (at < parts.size()) {
    if (parts[at].size() != 1) return false;
    const bool isPrivate = parts[at] == "x";
    if (!seen.insert(parts[at]).second) return false;
    const std::size_t begin = ++at;
    while (at < parts.size() && (isPrivate || parts[at].size() >= 2)) ++at;
    if (at == begin) return false;
  }
  return true;
}

/// The script that a language is written in anyhow, which its tag should not say: IANA's registry, Suppress-Script.
bool isUsualScript(std::string_view language, std::string_view script) {
  struct Row {
    std::string_view script, languages;
  };
  constexpr std::array kRows{
      Row{"Jpan", " ja "}, Row{"Kore", " ko "}, Row{"Arab", " ar fa ur "}, Row{"Hebr", " he yi "}, Row{"Grek", " el "},
      Row{"Cyrl", " be bg mk ru uk "}, Row{"Thai", " th "}, Row{"Deva", " hi mr ne "}, Row{"Armn", " hy "}, Row{"Geor", " ka "},
      Row{"Latn", " af ca cs cy da de en es et eu fi fr ga gl hr hu id is it la lt lv ms mt nb nl nn no pl pt ro sk sl sq sv "
                  "sw tl tr vi "}};
  const auto row = std::ranges::find(kRows, script, &Row::script);
  return row != kRows.end() && row->languages.find(" " + std::string(language) + " ") != std::string_view::npos;
}

std::string joined(const std::vector<std::string>& parts) {
  std::string result = parts[0];
  for (std::size_t i = 1; i < parts.size(); ++i) result += "-" + parts[i];
  return result;
}

}  // namespace

std::optional<std::string> canonicalLanguage(std::string_view tag) {
  std::vector<std::string> parts = subtags(tag);
  if (parts.empty()) return std::nullopt;
  if (auto whole = text::languageRegisteredWhole(joined(parts))) return whole;
  const bool isPrivate = parts[0] == "x";
  const std::size_t at = isPrivate ? 1 : readLanguage(parts);
  if (at == 0 || (isPrivate ? parts.size() < 2 : !readExtensions(parts, at))) return std::nullopt;
  if (!isPrivate) {
    const auto code = text::shortestLanguageCode(parts[0]);
    if (!code) return std::nullopt;
    parts[0] = *code;
  }
  if (!isPrivate && parts.size() > 1 && isUsualScript(parts[0], parts[1])) parts.erase(parts.begin() + 1);
  return joined(parts);
}

}  // namespace octavo::vocabulary
