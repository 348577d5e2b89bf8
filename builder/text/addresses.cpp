// text: where addresses may be parted: URLs, DOIs, mail addresses, file paths.
#include "text/addresses_private.h"

#include <algorithm>

#include "text/break_context_private.h"

namespace octavo::text {
namespace {

enum class AddressKind : std::uint8_t { None, Url, Doi, Path };

bool isOneOf(char16_t unit, std::u16string_view set) { return set.find(unit) != std::u16string_view::npos; }
bool isPrintable(char16_t unit) { return unit > 0x20 && unit < 0x7F; }
bool isLetter(char16_t unit) { return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z'); }
bool isFigure(char16_t unit) { return unit >= u'0' && unit <= u'9'; }

/// 10.1000/182, also behind "doi:".
bool isDoi(std::u16string_view word) {
  if (word.starts_with(u"doi:") || word.starts_with(u"DOI:")) word.remove_prefix(4);
  if (!word.starts_with(u"10.")) return false;
  std::size_t end = 3;
  while (end < word.size() && (isFigure(word[end]) || word[end] == u'.')) ++end;
  return end >= 7 && end + 1 < word.size() && word[end] == u'/';
}

/// A host's name: labels between dots, the last of two letters at least.
bool isHost(std::u16string_view host) {
  if (const auto port = host.find(u':'); port != std::u16string_view::npos) host = host.substr(0, port);
  const auto dot = host.rfind(u'.');
  if (dot == std::u16string_view::npos || dot == 0 || host.size() - dot < 3) return false;
  const auto isLabel = [](char16_t unit) { return isLetter(unit) || isFigure(unit) || unit == u'-' || unit == u'.'; };
  return std::ranges::all_of(host, isLabel) && std::ranges::all_of(host.substr(dot + 1), isLetter);
}

bool isUrl(std::u16string_view word) {
  const auto scheme = word.find(u"://");
  if (scheme != std::u16string_view::npos && scheme > 1 && scheme + 3 < word.size()) {
    const char16_t host = word[scheme + 3];
    const bool hasHost = isLetter(host) || isFigure(host) || isOneOf(host, u"[/");
    if (hasHost && std::ranges::all_of(word.substr(0, scheme), isLetter)) return true;
  }
  if (word.starts_with(u"mailto:")) return true;
  if (const auto at = word.find(u'@'); at != std::u16string_view::npos && at > 0 && isHost(word.substr(at + 1))) return true;
  const std::u16string_view host = word.substr(0, word.find(u'/'));
  return isHost(host) && (host.size() < word.size() || host.starts_with(u"www."));
}

bool isPath(std::u16string_view word) {
  const bool isForeign = word.find_first_of(u"<>|*?\"") != std::u16string_view::npos;
  if (isForeign || word.find(u"://") != std::u16string_view::npos) return false;
  const auto slashes = std::ranges::count(word, u'/'), strokes = std::ranges::count(word, u'\\');
  const bool isWindows = strokes > 0 && word.size() > 3 && ((isLetter(word[0]) && word[1] == u':' && word[2] == u'\\') || word.starts_with(u"\\\\"));
  if (isWindows) return true;
  constexpr std::size_t kLeastRelative = 12;
  const bool isRooted = isOneOf(word[0], u"/~.");
  const bool hasLetters = std::ranges::count_if(word, isLetter) > 3;
  return slashes >= 2 && hasLetters && (isRooted || word.size() >= kLeastRelative);
}

AddressKind kindOf(std::u16string_view word) {
  constexpr std::size_t kLeast = 6;
  if (word.size() < kLeast) return AddressKind::None;
  if (isDoi(word)) return AddressKind::Doi;
  if (isUrl(word)) return word.find(u"doi.org/10.") != std::u16string_view::npos ? AddressKind::Doi : AddressKind::Url;
  return isPath(word) ? AddressKind::Path : AddressKind::None;
}

bool mayEnd(std::u16string_view word, std::size_t at, AddressKind kind) {
  const char16_t before = word[at - 1], after = word[at];
  // A character or two alone look lost, and "10.1038" reads as a number.
  if (at < 2 || word.size() - at < 3) return false;
  if (isOneOf(before, u"/\\")) return before != after;
  if (kind == AddressKind::Path) return isOneOf(after, u"-_") && before != after;
  if (before == u':') return !isOneOf(after, u":/\\");
  if (isOneOf(before, u"=&") || isOneOf(after, u"=&")) return before != after;
  if (isOneOf(after, u".,") && isFigure(before) && isFigure(word[at + 1])) return false;
  if (kind == AddressKind::Doi && (isOneOf(before, u");>") || isOneOf(after, u"(<"))) return !isOneOf(after, u");>");
  return isOneOf(after, u".,-_?#%~@+") && !isOneOf(before, u".,-_?#%~@+");
}

/// The word without the marks of the sentence around it.
std::u16string_view bare(std::u16string_view word) {
  while (!word.empty() && isOneOf(word.front(), u"(<[{\"'")) word.remove_prefix(1);
  while (!word.empty() && isOneOf(word.back(), u".,;:!?)>]}\"'")) {
    // A bracket that was opened inside belongs to the address.
    const bool isInner = word.back() == u')' && word.find(u'(') != std::u16string_view::npos;
    if (isInner) break;
    word.remove_suffix(1);
  }
  return word;
}

bool partsEverything(const BreakRun& run) {
  return run.strictness == LineBreakStrictness::Anywhere || run.wordBreaking == WordBreaking::BreakAll;
}

/// `word`, an address, is a part of `paragraph`.
void breakWord(std::u16string_view paragraph, std::u16string_view word, AddressKind kind, std::span<const BreakRun> runs,
               std::vector<BreakOpportunity>& breaks) {
  const auto begin = static_cast<std::size_t>(word.data() - paragraph.data());
  // A path from the root begins a line; otherwise a solidus never does.
  const bool isRooted = kind == AddressKind::Path && word.front() == u'/';
  if (isRooted && begin > 0 && isHan(characterBefore(paragraph, begin))) breaks[begin] = BreakOpportunity::Allowed;
  auto run = std::ranges::upper_bound(runs, begin + 1, {}, &BreakRun::end);
  for (std::size_t at = 1; at < word.size(); ++at) {
    while (run != runs.end() && run->end <= begin + at) ++run;
    if (run == runs.end() || partsEverything(*run)) continue;
    breaks[begin + at] = mayEnd(word, at, kind) ? BreakOpportunity::Allowed : BreakOpportunity::Forbidden;
  }
}

/// Calls `see(word, kind)` for each address, a part of `paragraph`.
template <class See>
void forEachAddress(std::u16string_view paragraph, See&& see) {
  const bool hasSign = std::ranges::any_of(paragraph, [](char16_t unit) { return unit == u'/' || unit == u'\\' || unit == u'@'; });
  if (!hasSign && paragraph.find(u"www.") == std::u16string_view::npos) return;
  for (std::size_t begin = 0; begin < paragraph.size();) {
    std::size_t end = begin;
    while (end < paragraph.size() && isPrintable(paragraph[end])) ++end;
    const std::u16string_view word = bare(paragraph.substr(begin, end - begin));
    const AddressKind kind = word.empty() ? AddressKind::None : kindOf(word);
    if (kind != AddressKind::None) see(word, kind);
    begin = end + 1;
  }
}

}  // namespace

void breakAddresses(std::u16string_view paragraph, std::span<const BreakRun> runs,
                    std::vector<BreakOpportunity>& breaks) {
  forEachAddress(paragraph, [&](std::u16string_view word, AddressKind kind) { breakWord(paragraph, word, kind, runs, breaks); });
}

std::vector<AddressRange> findAddresses(std::u16string_view paragraph) {
  std::vector<AddressRange> found;
  forEachAddress(paragraph, [&](std::u16string_view word, AddressKind) {
    const auto begin = static_cast<std::size_t>(word.data() - paragraph.data());
    found.push_back({begin, begin + word.size()});
  });
  return found;
}

}  // namespace octavo::text
