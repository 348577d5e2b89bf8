#include "text/vertical_orientation.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace octavo::text {
namespace {

TEST(LetterOrientation, MixedTextTurnsLatinAndKeepsEastAsianLettersUpright) {
  EXPECT_EQ(letterOrientation(U'字', TextOrientation::Mixed), (LetterOrientation{true, false, false}));
  EXPECT_EQ(letterOrientation(U'a', TextOrientation::Mixed), (LetterOrientation{false, false, false}));
  EXPECT_EQ(letterOrientation(U'。', TextOrientation::Mixed), (LetterOrientation{true, true, false}));
  EXPECT_EQ(letterOrientation(U'（', TextOrientation::Mixed), (LetterOrientation{true, true, true}));
  EXPECT_EQ(letterOrientation(U'ー', TextOrientation::Mixed), (LetterOrientation{true, true, true}));
}

TEST(LetterOrientation, UprightAndSidewaysHoldForAll) {
  EXPECT_TRUE(letterOrientation(U'a', TextOrientation::Upright).isUpright);
  EXPECT_FALSE(letterOrientation(U'（', TextOrientation::Upright).turnsWithoutForm);
  EXPECT_EQ(letterOrientation(U'字', TextOrientation::Sideways), LetterOrientation{});
}

/// "2E80..2E99 ; U" of the data file, also behind "# @missing:".
struct Row {
  char32_t first = 0, last = 0;
  std::string value;
};

std::vector<Row> rowsOf(std::ifstream stream) {
  const std::string missing = "# @missing:";
  std::vector<Row> defaults, rows;
  for (std::string line; std::getline(stream, line);) {
    const bool isDefault = line.starts_with(missing);
    if (isDefault) line = line.substr(missing.size());
    line.resize(std::min(line.find('#'), line.size()));
    const auto semicolon = line.find(';');
    if (semicolon == std::string::npos) continue;
    Row row;
    std::size_t used = 0;
    row.first = row.last = static_cast<char32_t>(std::stoul(line, &used, 16));
    while (line[used] == ' ') ++used;
    if (const auto dots = line.find(".."); dots != std::string::npos) {
      row.last = static_cast<char32_t>(std::stoul(line.substr(dots + 2), nullptr, 16));
    }
    for (const char c : line.substr(semicolon + 1)) {
      if (c >= 'A' && c <= 'z') row.value += c;
    }
    (isDefault ? defaults : rows).push_back(row);
  }
  defaults.insert(defaults.end(), rows.begin(), rows.end());
  return defaults;
}

TEST(Conformance, UnicodeVerticalOrientationOfEveryCodePoint) {
  std::ifstream stream("/usr/share/unicode/VerticalOrientation.txt");
  if (!stream) GTEST_SKIP() << "unicode-data is not installed";
  const std::map<std::string, VerticalOrientation> names{{"R", VerticalOrientation::Rotated},
                                                         {"Tr", VerticalOrientation::TransformedRotated},
                                                         {"Tu", VerticalOrientation::TransformedUpright},
                                                         {"U", VerticalOrientation::Upright},
                                                         {"Rotated", VerticalOrientation::Rotated},
                                                         {"Upright", VerticalOrientation::Upright}};
  const std::vector<Row> rows = rowsOf(std::move(stream));
  ASSERT_GT(rows.size(), 2000U);
  std::vector<VerticalOrientation> wanted(0x110000, VerticalOrientation::Rotated);
  for (const Row& row : rows) {
    ASSERT_TRUE(names.contains(row.value)) << row.value;
    for (char32_t c = row.first; c <= row.last; ++c) wanted[c] = names.at(row.value);
  }
  std::size_t wrong = 0;
  for (char32_t c = 0; c < wanted.size(); ++c) wrong += verticalOrientation(c) == wanted[c] ? 0 : 1;
  EXPECT_EQ(wrong, 0U);
}

}  // namespace
}  // namespace octavo::text
