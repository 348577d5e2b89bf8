// Words as the retention tests count them: a bag of each document's words, and what of one bag is in another.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace octavo::test {

using WordBag = std::map<std::string, int>;

/// Adds the words of a text: runs of letters and digits, each ideograph, kana and Hangul syllable by itself. 03 and 3
/// are the same word, for dates are shown without leading zeros.
void addWords(std::string_view text, WordBag& bag);

struct Retention {
  long words = 0, kept = 0;
  WordBag lost;
  /// 1 for a source without words.
  double share() const;
  /// The first 25 of those lost, with their counts.
  std::string lostWords() const;
};
Retention compareWords(const WordBag& source, const WordBag& output);

}  // namespace octavo::test
