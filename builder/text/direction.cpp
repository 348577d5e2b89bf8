// text: which way a language is written.
#include "text/direction.h"

#include <algorithm>
#include <array>
#include <string>

namespace octavo::text {
namespace {

constexpr std::array<std::string_view, 13> kScripts{"arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg", "samr", "mand", "aran", "syre", "syrj", "syrn"};
constexpr std::array<std::string_view, 38> kLanguages{
    "ar",  "aii", "apc", "arb", "arc", "arq", "ars", "ary", "arz", "azb", "bal", "ckb", "dv",
    "fa",  "glk", "he",  "hbo", "iw",  "ji",  "khw", "ks",  "lrc", "mzn", "nqo", "pes", "pnb",
    "prs", "ps",  "sd",  "sdh", "skr", "syc", "syr", "ug",  "ur",  "ydd", "yi",  "yih"};

template <class Table>
bool holds(const Table& table, std::string_view word) {
  return std::ranges::find(table, word) != table.end();
}

}  // namespace

bool isRightToLeft(std::string_view language) {
  std::string lower(language);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 0x20) : c;
  const std::string_view tag = lower;
  const std::size_t primaryEnd = std::min(tag.find('-'), tag.size());
  for (std::size_t at = primaryEnd; at < tag.size();) {
    const std::size_t end = std::min(tag.find('-', at + 1), tag.size());
    const std::string_view subtag = tag.substr(at + 1, end - at - 1);
    if (subtag.size() == 1) break;  // an extension
    if (subtag.size() == 4 && subtag[0] > '9') return holds(kScripts, subtag);
    at = end;
  }
  return holds(kLanguages, tag.substr(0, primaryEnd));
}

}  // namespace octavo::text
