// text: where a line may end.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace octavo::text {

enum class BreakOpportunity : std::uint8_t { Forbidden, Allowed, Mandatory };

/// The same values and meaning as the CSS properties of the same names (CSS Text 3, sections 5.2 and 5.3).
enum class LineBreakStrictness : std::uint8_t { Auto, Loose, Normal, Strict, Anywhere };
/// AutoPhrase: Japanese phrases (bunsetsu) stay whole; Normal in other languages. KeepHangul: KeepAll, for Hangul alone
/// and what is written to it (Korean text with Hanja breaks between those).
enum class WordBreaking : std::uint8_t { Normal, KeepAll, BreakAll, AutoPhrase, KeepHangul };
/// What may stand at the ends of a line of Chinese: the levels of clreq 3.1.4. Auto is Strict where the strictness is,
/// otherwise Gb in mainland text (GB/T 15834-2011) and Basic elsewhere.
enum class KinsokuLevel : std::uint8_t { Auto, None, Basic, Gb, Strict };

/// A stretch of a paragraph with one language and one set of rules.
struct BreakRun {
  std::size_t begin = 0, end = 0;  // UTF-16 units
  std::string language;            // BCP 47
  LineBreakStrictness strictness = LineBreakStrictness::Auto;
  WordBreaking wordBreaking = WordBreaking::Normal;
  KinsokuLevel kinsoku = KinsokuLevel::Auto;
};

/// One entry for each UTF-16 unit of the paragraph and one for its end: whether a line may end before it. The runs
/// cover the paragraph. UAX 14 by ICU, then our own kinsoku pass (clreq 3.1.4): —— and …… whole, no break before a note
/// mark, C++, 10%～20%, between closing and opening marks of different kinds; then addresses (URLs, DOIs, paths).
std::vector<BreakOpportunity> findLineBreaks(std::u16string_view paragraph, std::span<const BreakRun> runs);

/// URLs, DOIs, mail addresses and paths, in order: words that take no hyphen, which could be taken for their own.
struct AddressRange {
  std::size_t begin = 0, end = 0;
};
std::vector<AddressRange> findAddresses(std::u16string_view paragraph);

/// Offsets before which a grapheme cluster begins, 0 and the length included.
std::vector<std::size_t> graphemeBoundaries(std::u16string_view text);
/// Offsets before which a word or a mark begins, 0 and the length included; of Chinese, Japanese and the scripts of
/// South-East Asia by ICU's dictionaries.
std::vector<std::size_t> wordBoundaries(std::u16string_view text);

}  // namespace octavo::text
