// text: codes of languages, as they are registered: ICU's tables, and what librarians write that ICU does not take.
#include "text/language_tag.h"

#include <unicode/uloc.h>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace octavo::text {
namespace {

/// The tag as ICU writes it; empty where it does not know the form.
std::string icuTag(std::string_view tag) {
  std::array<char, ULOC_FULLNAME_CAPACITY> locale{}, result{};
  UErrorCode error = U_ZERO_ERROR;
  std::int32_t parsed = 0;
  uloc_forLanguageTag(std::string(tag).c_str(), locale.data(), static_cast<std::int32_t>(locale.size()), &parsed, &error);
  if (U_FAILURE(error) || static_cast<std::size_t>(parsed) != tag.size()) return {};
  const std::int32_t length =
      uloc_toLanguageTag(locale.data(), result.data(), static_cast<std::int32_t>(result.size()), true, &error);
  return U_FAILURE(error) || error == U_STRING_NOT_TERMINATED_WARNING ? std::string()
                                                                       : std::string(result.data(), static_cast<std::size_t>(length));
}

/// ISO 639-2 has two codes for twenty languages; these are the bibliographic ones.
constexpr std::array<std::pair<std::string_view, std::string_view>, 20> kBibliographic{{
    {"alb", "sq"}, {"arm", "hy"}, {"baq", "eu"}, {"bur", "my"}, {"chi", "zh"}, {"cze", "cs"}, {"dut", "nl"},
    {"fre", "fr"}, {"geo", "ka"}, {"ger", "de"}, {"gre", "el"}, {"ice", "is"}, {"mac", "mk"}, {"mao", "mi"},
    {"may", "ms"}, {"per", "fa"}, {"rum", "ro"}, {"slo", "sk"}, {"tib", "bo"}, {"wel", "cy"},
}};

bool isLanguageOfTwoLetters(std::string_view code) {
  static const std::set<std::string, std::less<>> kCodes = [] {
    std::set<std::string, std::less<>> codes{"sh"};  // deprecated, and in use
    for (const char* const* one = uloc_getISOLanguages(); *one; ++one) codes.insert(*one);
    return codes;
  }();
  return kCodes.contains(code);
}

/// IANA's registry, type grandfathered, and of the redundant ones those that have not the form of other tags.
constexpr std::array<std::string_view, 26> kWhole{
    "art-lojban", "cel-gaulish", "en-gb-oed", "i-ami",     "i-bnn",     "i-default", "i-enochian", "i-hak",
    "i-klingon",  "i-lux",       "i-mingo",   "i-navajo",  "i-pwn",     "i-tao",     "i-tay",      "i-tsu",
    "no-bok",     "no-nyn",      "sgn-be-fr", "sgn-be-nl", "sgn-ch-de", "zh-guoyu",  "zh-hakka",   "zh-min",
    "zh-min-nan", "zh-xiang",
};

}  // namespace

std::optional<std::string> shortestLanguageCode(std::string_view code) {
  if (code.size() > 3) return std::nullopt;
  for (const auto& [three, two] : kBibliographic) {
    if (three == code) return std::string(two);
  }
  const std::string found = icuTag(code);
  if (code.size() == 2 && !isLanguageOfTwoLetters(found)) return std::nullopt;
  return found.empty() ? std::string(code) : found;
}

std::optional<std::string> languageRegisteredWhole(std::string_view tag) {
  if (std::ranges::find(kWhole, tag) == kWhole.end()) return std::nullopt;
  const std::string found = icuTag(tag);
  // ICU keeps what has no value of today as a private part.
  return found.empty() || found.find("-x-") != std::string::npos ? std::string(tag) : found;
}

}  // namespace octavo::text
