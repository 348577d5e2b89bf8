// What the program writes itself stands in the room of words: no other file holds a word of a language in a literal.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace octavo {
namespace {

namespace fs = std::filesystem;

/// A letter that no term of a standard, no name of an element and no English message has: Cyrillic, Arabic, Han, Hangul, kana.
bool isForeignLetter(char32_t c) {
  return (c >= 0x400 && c <= 0x52F) || (c >= 0x620 && c <= 0x64A) || (c >= 0x3041 && c <= 0x30FA) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7A3);
}

/// Rooms and files whose business letters are: counters, classes of characters, words that a source is known by.
bool mayHoldLetters(const std::string& file) {
  for (const char* place : {"words/", "text/", "css/counter_styles.cpp", "vocabulary/xhtml/embedded.cpp"}) {
    if (file.starts_with(place)) return true;
  }
  return false;
}

bool hasForeignLiteral(std::string line) {
  line.resize(std::min(line.find("//"), line.size()));
  bool isInside = false;
  for (const char32_t c : toUtf32(line)) {
    if (c == U'"') isInside = !isInside;
    if (isInside && isForeignLetter(c)) return true;
  }
  return false;
}

TEST(Architecture, WordsOfLanguagesStandInTheirRoomOnly) {
  const fs::path root = fs::path(OCTAVO_SOURCE_DIR) / "builder";
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    const std::string file = entry.path().lexically_relative(root).string();
    if (entry.path().extension() != ".cpp" || mayHoldLetters(file)) continue;
    std::ifstream stream(entry.path());
    int number = 0;
    for (std::string line; std::getline(stream, line);) {
      ++number;
      EXPECT_FALSE(hasForeignLiteral(line)) << file << ":" << number << " writes a word that belongs in words/table.cpp";
    }
  }
}

}  // namespace
}  // namespace octavo
