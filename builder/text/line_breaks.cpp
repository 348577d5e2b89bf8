#include "text/line_breaks.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>

#include <algorithm>

#include "text/addresses_private.h"
#include "text/break_context_private.h"
#include "text/icu_breaks_private.h"
#include "text/kinsoku_private.h"

namespace octavo::text {
namespace {

/// ICU's name for a run's rules. Under other languages there is no break before “ beside an ideograph, so
/// Chinese and Japanese are always named; their `auto` is the strict one.
std::string localeOf(const BreakRun& run) {
  std::string locale = primaryLanguage(run.language);
  if (locale == "cmn" || locale == "yue" || locale == "lzh") locale = "zh";
  // ICU joins Japanese words to phrases since version 72.
  const bool hasPhrases = run.wordBreaking == WordBreaking::AutoPhrase && locale == "ja";
  const std::string phrases = hasPhrases ? ";lw=phrase" : "";
  switch (run.strictness) {
    case LineBreakStrictness::Loose:
      return locale + "@lb=loose" + phrases;
    case LineBreakStrictness::Normal:
      return locale + "@lb=normal" + phrases;
    case LineBreakStrictness::Strict:
      return locale + "@lb=strict" + phrases;
    case LineBreakStrictness::Auto:
      return isChineseOrJapanese(locale) ? locale + "@lb=strict" + phrases : locale;
    case LineBreakStrictness::Anywhere:
      return locale;
  }
  return locale;
}

/// CSS Text 3, section 5.2, break-all: letters and digits of any script break as ideographs do, so ICU is
/// shown ideographs in their place. Marks keep their classes and stay with their base.
std::u16string asIdeographs(std::u16string_view paragraph) {
  std::u16string result(paragraph);
  for (std::size_t offset = 0; offset < paragraph.size();) {
    const std::size_t begin = offset;
    UChar32 character = 0;
    U16_NEXT(paragraph.data(), offset, paragraph.size(), character);
    const auto kind = u_getIntPropertyValue(character, UCHAR_LINE_BREAK);
    const bool isMark = (U_GET_GC_MASK(character) & U_GC_M_MASK) != 0;
    const bool breaksAsLetter = kind == U_LB_ALPHABETIC || kind == U_LB_HEBREW_LETTER ||
                                kind == U_LB_NUMERIC || kind == U_LB_AMBIGUOUS ||
                                (kind == U_LB_COMPLEX_CONTEXT && !isMark);
    if (!breaksAsLetter) continue;
    result[begin] = offset - begin == 2 ? u'\xD840' : u'\x4E00';
    if (offset - begin == 2) result[begin + 1] = u'\xDC00';
  }
  return result;
}

/// CSS Text 3, section 5.3, anywhere: around every typographic character unit.
void allowEverywhere(std::u16string_view paragraph, std::vector<BreakOpportunity>& breaks) {
  for (const std::size_t at : graphemeBoundaries(paragraph)) {
    const bool isFree =
        breaks[at] == BreakOpportunity::Forbidden && at != 0 && !isInsideConjunct(paragraph, at);
    if (isFree) breaks[at] = BreakOpportunity::Allowed;
  }
}

/// CSS Text 3, section 5.2, keep-all: no break between two letters, digits or ideographs, other than the word
/// breaks that a dictionary found. KeepHangul: only beside Hangul.
void keepWords(std::u16string_view paragraph, const BreakRun& run, std::vector<BreakOpportunity>& breaks) {
  const std::size_t end = std::min(run.end, paragraph.size());
  for (std::size_t at = std::max<std::size_t>(run.begin, 1); at < end; ++at) {
    if (breaks[at] != BreakOpportunity::Allowed) continue;
    const char32_t before = baseBefore(paragraph, at), after = characterFrom(paragraph, at);
    const auto isSplitByDictionary = [](char32_t c) {
      return u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
    };
    if (isSplitByDictionary(before) && isSplitByDictionary(after)) continue;
    if (run.wordBreaking == WordBreaking::KeepHangul && !isHangul(before) && !isHangul(after)) continue;
    if (belongsToWord(before) && belongsToWord(after)) breaks[at] = BreakOpportunity::Forbidden;
  }
}

/// All breaks of the paragraph under one run's rules.
std::vector<BreakOpportunity> breaksUnder(std::u16string_view paragraph, const BreakRun& rules) {
  std::vector<BreakOpportunity> breaks(paragraph.size() + 1, BreakOpportunity::Forbidden);
  const bool isAnywhere = rules.strictness == LineBreakStrictness::Anywhere;
  if (rules.wordBreaking == WordBreaking::BreakAll && !isAnywhere) {
    addIcuLineBreaks(asIdeographs(paragraph), localeOf(rules), breaks);
    for (std::size_t at = 1; at < paragraph.size(); ++at) {
      if (isInsideConjunct(paragraph, at)) breaks[at] = BreakOpportunity::Forbidden;
    }
  } else {
    addIcuLineBreaks(paragraph, localeOf(rules), breaks);
  }
  if (isAnywhere) allowEverywhere(paragraph, breaks);
  return breaks;
}

bool sameRules(const BreakRun& a, const BreakRun& b) {
  return a.language == b.language && a.strictness == b.strictness &&
         (a.wordBreaking == WordBreaking::BreakAll) == (b.wordBreaking == WordBreaking::BreakAll) &&
         (a.wordBreaking == WordBreaking::AutoPhrase) == (b.wordBreaking == WordBreaking::AutoPhrase);
}

/// ICU 72 holds "[1],[2]" and "[1]–[2]" together, though UAX 14 lets a line end behind the separator (LB13 and LB21 forbid
/// the place before it alone): lists of citations were broken anywhere.
void breakListsOfCitations(std::u16string_view paragraph, std::vector<BreakOpportunity>& breaks) {
  for (std::size_t at = paragraph.find(u'[', 2); at != std::u16string_view::npos; at = paragraph.find(u'[', at + 1)) {
    const char16_t separator = paragraph[at - 1];
    const bool isList = separator == u',' || separator == u';' || separator == u'\u2013';
    if (isList && paragraph[at - 2] == u']') breaks[at] = BreakOpportunity::Allowed;
  }
}

}  // namespace

std::vector<BreakOpportunity> findLineBreaks(std::u16string_view paragraph, std::span<const BreakRun> runs) {
  // A break before a character is judged by that character's run: its language says whether it may begin a
  // line. Each set of rules sees the whole paragraph, so that context reaches over the borders of runs.
  std::vector<BreakOpportunity> result(paragraph.size() + 1, BreakOpportunity::Forbidden);
  std::vector<std::pair<const BreakRun*, std::vector<BreakOpportunity>>> found;
  for (const BreakRun& run : runs) {
    auto rules = std::ranges::find_if(found, [&](const auto& known) { return sameRules(*known.first, run); });
    if (rules == found.end()) rules = found.emplace(found.end(), &run, breaksUnder(paragraph, run));
    const std::size_t end = std::min(run.end, paragraph.size());
    const auto first = rules->second.begin();
    std::copy(first + static_cast<std::ptrdiff_t>(run.begin), first + static_cast<std::ptrdiff_t>(end),
              result.begin() + static_cast<std::ptrdiff_t>(run.begin));
    if (run.strictness == LineBreakStrictness::Anywhere) continue;
    applyKinsoku({paragraph, run.begin, end, run.language, run.strictness, run.kinsoku}, result);
    if (run.wordBreaking == WordBreaking::KeepAll || run.wordBreaking == WordBreaking::KeepHangul) {
      keepWords(paragraph, run, result);
    }
  }
  breakListsOfCitations(paragraph, result);
  breakAddresses(paragraph, runs, result);
  result[0] = BreakOpportunity::Forbidden;
  result[paragraph.size()] = BreakOpportunity::Mandatory;  // UAX 14, rule LB3
  return result;
}

}  // namespace octavo::text
