// css: properties that older engines know by a prefix, in their own words.
#include <algorithm>
#include <array>

#include "css/epub_rewriting_private.h"

namespace octavo::css {
namespace {

/// Properties with twins that older reading systems want. word-break never had one of WebKit's, initial-letter none of
/// EPUB's.
struct Twin {
  std::string_view name;
  bool hasWebkit;
  bool hasEpub = true;
};
constexpr std::array kTwins{
    Twin{"writing-mode", true},
    Twin{"text-orientation", true},
    Twin{"text-emphasis", true},
    Twin{"text-emphasis-style", true},
    Twin{"text-emphasis-color", true},
    Twin{"text-emphasis-position", true},
    Twin{"ruby-position", true},
    Twin{"hyphens", true},
    Twin{"line-break", true},
    Twin{"word-break", false},
    Twin{"initial-letter", true, false},
    Twin{"text-combine-upright", true},
    Twin{"text-underline-position", true},
};

std::string initialLetterInNumbers(std::string value) {
  for (const std::string_view word : {"drop", "raise"}) {
    const std::size_t at = value.find(word);
    if (at == std::string::npos) continue;
    value.erase(at, word.size());
    if (value.find_first_not_of(' ') == std::string::npos) return {};
    const std::size_t begin = value.find_first_not_of(' '), end = value.find_last_not_of(' ');
    value = value.substr(begin, end - begin + 1);
    if (word == "raise") value += " 1";
  }
  return value;
}

/// Ruby's is older than `alternate`, and WebKit's has its own words for the sides.
std::string rubyPosition(bool isWebkit, const std::string& value) {
  if (value.starts_with("alternate") || value.ends_with("alternate")) return {};
  if (!isWebkit) return value;
  if (value.starts_with("over")) return "before" + value.substr(4);
  return value.starts_with("under") ? "after" + value.substr(5) : value;
}

/// The older property has another name and knows only all or nothing.
std::string combination(const std::string& value) {
  if (value.starts_with("all")) return "horizontal" + value.substr(3);
  return value.starts_with("none") ? value : std::string();
}

/// Of the sides only the one below is known.
std::string underlinePosition(const std::string& value) {
  const bool isUnder = value.starts_with("under");
  const std::size_t important = value.find(" !important");
  return isUnder ? "under" + (important == std::string::npos ? std::string() : value.substr(important)) : std::string();
}

/// Empty: not to be written.
std::string valueOfTwin(std::string_view name, bool isWebkit, const std::string& value) {
  if (name == "initial-letter") return initialLetterInNumbers(value);
  if (name == "ruby-position") return rubyPosition(isWebkit, value);
  if (name == "text-combine-upright") return combination(value);
  return name == "text-underline-position" ? underlinePosition(value) : value;
}

}  // namespace

bool hasTwins(std::string_view name) { return std::ranges::find(kTwins, name, &Twin::name) != kTwins.end(); }

std::vector<std::pair<std::string, std::string>> twinsOf(std::string_view name, const std::string& value) {
  const auto twin = std::ranges::find(kTwins, name, &Twin::name);
  std::vector<std::pair<std::string, std::string>> twins;
  if (twin == kTwins.end()) return twins;
  const std::string own(name == "text-combine-upright" ? "text-combine" : name);
  for (const bool isWebkit : {false, true}) {
    if (isWebkit ? !twin->hasWebkit : !twin->hasEpub) continue;
    std::string as = valueOfTwin(name, isWebkit, value);
    if (!as.empty()) twins.emplace_back((isWebkit ? "-webkit-" : "-epub-") + own, std::move(as));
  }
  return twins;
}

}  // namespace octavo::css
