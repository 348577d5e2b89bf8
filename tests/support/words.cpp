#include "support/words.h"

#include <algorithm>

#include "base/utf8.h"

namespace octavo::test {
namespace {

bool isLetter(char32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (c == 0xA0 || c == 0xD7 || c == 0xAB || c == 0xBB) return false;
  const bool isArrow = c >= 0x2190 && c <= 0x21FF;  // a formula's vector, over its letter on one side and beside it on the other
  const bool isBracket = c == 0x2329 || c == 0x232A || (c >= 0x27E6 && c <= 0x27EF) || (c >= 0x3008 && c <= 0x301F);
  return c >= 0xC0 && !isBracket && !isArrow && !(c >= 0x2000 && c <= 0x206F) && !(c >= 0x3000 && c <= 0x3004) && !(c >= 0xFF00 && c <= 0xFF0F);
}
bool isIdeographic(char32_t c) { return (c >= 0x3041 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF); }

}  // namespace

void addWords(std::string_view text, WordBag& bag) {
  std::string word;
  const auto close = [&] {
    if (word.size() == 2 && word[0] == '0') word.erase(0, 1);
    if (!word.empty()) ++bag[word];
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decodeUtf8(text, at);
    if (!isLetter(c)) {
      close();
    } else if (isIdeographic(c)) {
      close();
      appendUtf8(word, c);
      close();
    } else {
      appendUtf8(word, c);
    }
  }
  close();
}

double Retention::share() const { return words == 0 ? 1.0 : static_cast<double>(kept) / static_cast<double>(words); }

std::string Retention::lostWords() const {
  std::string list;
  int listed = 0;
  for (const auto& [word, count] : lost) {
    if (++listed > 25) break;
    list += " " + word + "×" + std::to_string(count);
  }
  return list;
}

Retention compareWords(const WordBag& source, const WordBag& output) {
  Retention result;
  for (const auto& [word, count] : source) {
    const auto found = output.find(word);
    const int kept = std::min(count, found == output.end() ? 0 : found->second);
    result.words += count;
    result.kept += kept;
    if (kept < count) result.lost[word] = count - kept;
  }
  return result;
}

}  // namespace octavo::test
