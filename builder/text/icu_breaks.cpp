#include "text/icu_breaks_private.h"

#include <unicode/ubrk.h>

#include <map>
#include <memory>
#include <stdexcept>
#include <vector>

#include "text/plain_characters_private.h"

namespace octavo::text {
namespace {

struct CloseIterator {
  void operator()(UBreakIterator* iterator) const { ubrk_close(iterator); }
};
using Iterator = std::unique_ptr<UBreakIterator, CloseIterator>;

/// An iterator must not be shared and is dear to open: one for each locale and thread (libraries.md 6).
UBreakIterator* iteratorFor(UBreakIteratorType type, const std::string& locale, std::u16string_view text) {
  thread_local std::map<std::pair<UBreakIteratorType, std::string>, Iterator> opened;
  Iterator& iterator = opened[{type, locale}];
  UErrorCode error = U_ZERO_ERROR;
  if (!iterator) iterator.reset(ubrk_open(type, locale.c_str(), nullptr, 0, &error));
  if (U_SUCCESS(error))
    ubrk_setText(iterator.get(), text.data(), static_cast<std::int32_t>(text.size()), &error);
  if (U_FAILURE(error)) throw std::runtime_error(u_errorName(error));  // ICU without its data, or no memory
  return iterator.get();
}

/// A text without the middles of its plain stretches. ICU's rules begin anew at every break, and at the place of a cut
/// there was a break before and is one now: all other breaks stay what they were.
class ShortenedText {
 public:
  /// Adds the breaks in the parts left out, and those at the cuts.
  ShortenedText(std::u16string_view text, std::span<BreakOpportunity> breaks) : source_(text) {
    for (std::size_t at = 0; at < text.size();) {
      Plain before = plainKind(text[at++]);
      std::size_t first = 0, last = 0;  // breaks inside the stretch
      for (; before != Plain::No && at < text.size(); ++at) {
        const Plain after = plainKind(text[at]);
        if (after == Plain::No) break;
        if (mayPart(before, after)) {
          breaks[at] = BreakOpportunity::Allowed;
          if (first == 0) first = at;
          last = at;
        }
        before = after;
      }
      if (last > first) cut(first, last);
    }
    if (!cuts_.empty()) text_ += source_.substr(kept_);
  }

  std::u16string_view text() const { return cuts_.empty() ? source_ : std::u16string_view(text_); }

  /// Places of the shortened text in the source; to be asked in rising order.
  std::size_t sourcePlace(std::size_t at) {
    while (next_ < cuts_.size() && cuts_[next_].at < at) leftOut_ += cuts_[next_++].length;
    return at + leftOut_;
  }

 private:
  struct Cut {
    std::size_t at, length;  // in the shortened text; of what is left out there
  };

  void cut(std::size_t first, std::size_t last) {
    text_ += source_.substr(kept_, first - kept_);
    cuts_.push_back({text_.size(), last - first});
    kept_ = last;
  }

  std::u16string_view source_;
  std::u16string text_;
  std::vector<Cut> cuts_;
  std::size_t kept_ = 0;  // up to here the source is in `text_` or left out
  std::size_t next_ = 0, leftOut_ = 0;
};

/// Only behind these a break can be mandatory (LB4, LB5); ICU 72 says it of some breaks that a dictionary found.
bool mayEndLine(char16_t unit) {
  return (unit >= u'\n' && unit <= u'\r') || unit == u'\x85' || unit == u'\x2028' || unit == u'\x2029';
}

}  // namespace

void addIcuLineBreaks(std::u16string_view text, const std::string& locale, std::span<BreakOpportunity> breaks) {
  // With phrases a dictionary decides between ideographs too.
  const bool isPlainAlike = locale.find("lw=phrase") == std::string::npos;
  ShortenedText shortened(isPlainAlike ? text : std::u16string_view(), breaks);
  const std::u16string_view shown = isPlainAlike ? shortened.text() : text;
  UBreakIterator* iterator = iteratorFor(UBRK_LINE, locale, shown);
  ubrk_first(iterator);
  for (std::int32_t next = ubrk_next(iterator); next != UBRK_DONE; next = ubrk_next(iterator)) {
    const auto at = static_cast<std::size_t>(next);
    const bool isHard = mayEndLine(shown[at - 1]) && ubrk_getRuleStatus(iterator) >= UBRK_LINE_HARD;
    breaks[isPlainAlike ? shortened.sourcePlace(at) : at] = isHard ? BreakOpportunity::Mandatory : BreakOpportunity::Allowed;
  }
}

namespace {

std::vector<std::size_t> boundaries(UBreakIteratorType type, std::u16string_view text) {
  std::vector<std::size_t> found{0};
  if (text.empty()) return found;
  UBreakIterator* iterator = iteratorFor(type, "", text);
  ubrk_first(iterator);
  for (std::int32_t at = ubrk_next(iterator); at != UBRK_DONE; at = ubrk_next(iterator)) {
    found.push_back(static_cast<std::size_t>(at));
  }
  return found;
}

}  // namespace

std::vector<std::size_t> graphemeBoundaries(std::u16string_view text) { return boundaries(UBRK_CHARACTER, text); }

std::vector<std::size_t> wordBoundaries(std::u16string_view text) { return boundaries(UBRK_WORD, text); }

}  // namespace octavo::text
