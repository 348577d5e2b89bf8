// Public conformance data, counted: the number of cases passed may only grow. Skipped where the data is
// absent.
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "base/utf8.h"
#include "support/golden.h"
#include "text/character_class.h"
#include "text/line_breaks.h"
#include "text/runs.h"

namespace octavo::text {
namespace {

using Json = nlohmann::json;

struct Count {
  std::size_t passed = 0, all = 0;
  std::string firstFailures;
  void add(bool isRight, const std::string& name) {
    ++all;
    if (isRight) {
      ++passed;
    } else if (firstFailures.size() < 9000) {
      firstFailures += name + "\n";
    }
  }
};

BreakRun rulesOf(const Json& oneCase, std::size_t length) {
  BreakRun run{0, length, oneCase["lang"]};
  const std::string strictness = oneCase["line_break"], words = oneCase["word_break"];
  if (strictness == "loose") run.strictness = LineBreakStrictness::Loose;
  if (strictness == "normal") run.strictness = LineBreakStrictness::Normal;
  if (strictness == "strict") run.strictness = LineBreakStrictness::Strict;
  if (words == "keep-all") run.wordBreaking = WordBreaking::KeepAll;
  if (words == "break-all") run.wordBreaking = WordBreaking::BreakAll;
  return run;
}

std::string textOr(const Json& value) { return value.is_null() ? "" : value.get<std::string>(); }

bool passes(const Json& oneCase) {
  const std::u16string before = toUtf16(textOr(oneCase["before"])),
                       character = toUtf16(textOr(oneCase["char"]));
  const std::u16string text = before + character + toUtf16(textOr(oneCase["after"]));
  const BreakRun run = rulesOf(oneCase, text.size());
  const auto breaks = findLineBreaks(text, std::span(&run, 1));
  const auto isExpected = [&](const char* key, std::size_t at) {
    const auto wanted = oneCase.find(key);
    if (wanted == oneCase.end() || wanted->is_null()) return true;
    return (breaks[at] != BreakOpportunity::Forbidden) == wanted->get<bool>();
  };
  bool isRight = isExpected("break_before", before.size()) &&
                 isExpected("break_after", before.size() + character.size());
  for (std::size_t at = before.size() + 1; at < before.size() + character.size(); ++at) {
    isRight = isRight && isExpected("break_inside", at);
  }
  if (const auto last = oneCase.find("break_at"); last != oneCase.end() && !last->is_null()) {
    std::size_t found = 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
      if (breaks[at] != BreakOpportunity::Forbidden) found = at;
    }
    // A space at that index hangs at the line's end: the break is after it. All cases are in the BMP.
    const auto index = last->get<std::size_t>();
    isRight = isRight && found == index + (text[index] == u' ' ? 1 : 0);
  }
  return isRight;
}

TEST(Conformance, WebPlatformTestsOfLineBreaking) {
  const auto path = test::sharedPath("data/wpt-line-break.json");
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no web-platform-tests data";
  Count count;
  const Json data = Json::parse(test::readTestFile(path));
  for (const Json& oneCase : data["cases"]) {
    if (!oneCase.contains("disputed")) count.add(passes(oneCase), oneCase["id"]);
  }
  EXPECT_EQ(count.all, 1207U);
  EXPECT_GE(count.passed, 1207U) << count.firstFailures;
}

/// "÷ 0023 × 0308 ÷" of Unicode's break tests: the text, and after how many of its units a break is wanted.
struct BreakLine {
  std::u16string text;
  std::vector<std::size_t> breaks;
};

BreakLine parseBreakLine(const std::string& line) {
  BreakLine result;
  std::istringstream words(line);
  for (std::string word; words >> word;) {
    if (word == "÷") {
      result.breaks.push_back(result.text.size());
    } else if (word != "×") {
      std::string utf8;
      appendUtf8(utf8, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
      result.text += toUtf16(utf8);
    }
  }
  return result;
}

std::vector<std::string> dataLines(const std::filesystem::path& path) {
  std::vector<std::string> lines;
  std::ifstream stream(path);
  for (std::string line; std::getline(stream, line);) {
    line.resize(std::min(line.find('#'), line.size()));
    if (line.find_first_not_of(" \t\r") != std::string::npos) lines.push_back(line);
  }
  return lines;
}

const std::filesystem::path kUnicode = "/usr/share/unicode";

/// Where we part from the test, each with its reason.
constexpr std::array<std::string_view, 23> kLineBreakDeviations{
    // ICU's own rule 20.09: a hyphen behind no letter begins a word (-#, -§).
    "× 002D ÷ 0023 ÷", "× 002D × 0308 ÷ 0023 ÷", "× 002D ÷ 00A7 ÷", "× 002D × 0308 ÷ 00A7 ÷",
    "× 002D ÷ 50005 ÷", "× 002D × 0308 ÷ 50005 ÷", "× 002D ÷ 0E01 ÷", "× 002D × 0308 ÷ 0E01 ÷",
    // LB25 as regular expression (UAX 14, section 8.2, example 7): a number may begin with its comma or point.
    "× 002C ÷ 0030 ÷", "× 002C × 0308 ÷ 0030 ÷",
    "× 0065 × 0071 × 0075 × 0061 × 006C × 0073 × 0020 × 002E ÷ 0033 × 0035 × 0020 ÷ 0063 × 0065 × 006E × 0074 × 0073 ÷",
    "× 0061 × 002E ÷ 0032 × 0020 ÷", "× 0061 × 002E ÷ 0032 × 0020 ÷ 0915 ÷", "× 0061 × 002E ÷ 0032 × 0020 ÷ 672C ÷",
    "× 0061 × 002E ÷ 0032 × 3000 ÷ 672C ÷", "× 0061 × 002E ÷ 0032 × 3000 ÷ 307E ÷",
    "× 0061 × 002E ÷ 0032 × 3000 ÷ 0033 ÷", "× 0041 × 002E ÷ 0031 × 0020 ÷ BABB ÷",
    "× BD24 ÷ C5B4 × 002E × 0020 ÷ 0041 × 002E ÷ 0032 × 0020 ÷ BCFC ÷",
    "× BD10 ÷ C694 × 002E × 0020 ÷ 0041 × 002E ÷ 0033 × 0020 ÷ BABB ÷",
    "× C694 × 002E × 0020 ÷ 0041 × 002E ÷ 0034 × 0020 ÷ BABB ÷", "× 0061 × 002E ÷ 0032 × 3000 ÷ 300C ÷",
    // Ours: a number and its unit stay together.
    "× 0030 × 0020 ÷ 0025 ÷"};

TEST(Conformance, UnicodeLineBreakTest) {
  const auto path = kUnicode / "auxiliary/LineBreakTest.txt";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "unicode-data is not installed";
  Count count;
  std::size_t deviations = 0;
  for (const std::string& line : dataLines(path)) {
    ASSERT_EQ(line.find("D800"), std::string::npos) << "surrogates alone are no text";
    const BreakLine wanted = parseBreakLine(line);
    const BreakRun run{0, wanted.text.size(), ""};
    const auto breaks = findLineBreaks(wanted.text, std::span(&run, 1));
    std::vector<std::size_t> found;
    for (std::size_t at = 1; at <= wanted.text.size(); ++at) {
      if (breaks[at] != BreakOpportunity::Forbidden) found.push_back(at);
    }
    const std::string_view name = std::string_view(line).substr(0, line.find_last_not_of(" \t\r") + 1);
    const bool deviates = std::ranges::find(kLineBreakDeviations, name) != kLineBreakDeviations.end();
    deviations += deviates ? 1 : 0;
    count.add((found == wanted.breaks) != deviates, line);
  }
  EXPECT_EQ(count.all, 7654U);
  EXPECT_EQ(deviations, kLineBreakDeviations.size());
  EXPECT_EQ(count.passed, count.all) << count.firstFailures;
}

TEST(Conformance, UnicodeGraphemeBreakTest) {
  const auto path = kUnicode / "auxiliary/GraphemeBreakTest.txt";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "unicode-data is not installed";
  Count count;
  for (const std::string& line : dataLines(path)) {
    if (line.find("D800") != std::string::npos) continue;
    const BreakLine wanted = parseBreakLine(line);
    count.add(graphemeBoundaries(wanted.text) == wanted.breaks, line);
  }
  EXPECT_GE(count.all, 600U);
  EXPECT_EQ(count.passed, count.all) << count.firstFailures;
}

std::vector<std::string> fields(const std::string& line) {
  std::vector<std::string> result;
  std::istringstream stream(line);
  for (std::string field; std::getline(stream, field, ';');) result.push_back(field);
  return result;
}

/// Cases that ICU 72 answers otherwise, all in other ways than text is written: brackets whose pair lies beyond a
/// control that rule X9 removes or carries a mark (N0), isolates in overrides with more embeddings, and pairs deeper
/// than 63 (BD16).
constexpr std::size_t kIcuBracketMisses = 30;

/// Whether levels and order are as the data say; "x" marks characters that rule X9 removes.
bool isBidiRight(const std::u16string& text, const std::vector<std::size_t>& offsets, Direction base,
                 const std::string& wantedLevels, const std::string& wantedOrder) {
  const auto levels = bidiLevels(text, base);
  std::vector<std::uint8_t> kept, wantedKept;
  std::vector<std::size_t> keptIndex;
  std::istringstream words(wantedLevels);
  std::string word;
  for (std::size_t i = 0; words >> word; ++i) {
    if (word == "x") continue;
    wantedKept.push_back(static_cast<std::uint8_t>(std::stoul(word)));
    kept.push_back(levels[offsets[i]]);
    keptIndex.push_back(i);
  }
  // ICU gives text that runs one way throughout the paragraph's own level, however deep it is embedded.
  const bool runsOneWay = std::ranges::all_of(wantedKept, [&](std::uint8_t level) {
    return level % 2 == wantedKept.front() % 2 && level % 2 == (base == Direction::RightToLeft ? 1 : 0);
  });
  if (kept != wantedKept && !runsOneWay) return false;
  std::string order;
  for (const std::size_t item : visualOrder(kept))
    order += (order.empty() ? "" : " ") + std::to_string(keptIndex[item]);
  std::istringstream trimmed(wantedOrder);
  std::string wanted;
  while (trimmed >> word) wanted += (wanted.empty() ? "" : " ") + word;
  return order == wanted;
}

/// Text of code points; lone surrogates do not occur.
struct BidiText {
  std::u16string text;
  std::vector<std::size_t> offsets;  // of each character
  void add(char32_t character) {
    offsets.push_back(text.size());
    std::string utf8;
    appendUtf8(utf8, character);
    text += toUtf16(utf8);
  }
};

TEST(Conformance, UnicodeBidiCharacterTest) {
  const auto path = kUnicode / "BidiCharacterTest.txt";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "unicode-data is not installed";
  Count count;
  for (const std::string& line : dataLines(path)) {
    const auto parts = fields(line);
    if (parts.size() < 5) continue;
    BidiText text;
    std::istringstream words(parts[0]);
    for (std::string word; words >> word;) text.add(static_cast<char32_t>(std::stoul(word, nullptr, 16)));
    Direction base = parts[1] == "1" ? Direction::RightToLeft : Direction::LeftToRight;
    if (parts[1] == "2") base = firstStrongDirection(text.text).value_or(Direction::LeftToRight);
    count.add(isBidiRight(text.text, text.offsets, base, parts[3], parts[4]), line);
  }
  EXPECT_EQ(count.all, 91707U);
  EXPECT_GE(count.passed + kIcuBracketMisses, count.all) << count.firstFailures;
}

/// One character for each class that BidiTest.txt names.
const std::map<std::string, char32_t> kBidiClasses{
    {"L", U'a'},      {"R", 0x05D0},    {"AL", 0x0627},  {"EN", U'0'},    {"ES", U'+'},    {"ET", U'#'},
    {"AN", 0x0660},   {"CS", U','},     {"NSM", 0x0300}, {"BN", 0x00AD},  {"B", 0x2029},   {"S", 0x0009},
    {"WS", U' '},     {"ON", U'!'},     {"LRE", 0x202A}, {"RLE", 0x202B}, {"PDF", 0x202C}, {"LRO", 0x202D},
    {"RLO", 0x202E},  {"LRI", 0x2066},  {"RLI", 0x2067}, {"FSI", 0x2068}, {"PDI", 0x2069}};

TEST(Conformance, UnicodeBidiTest) {
  const auto path = kUnicode / "BidiTest.txt";
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "unicode-data is not installed";
  Count count;
  std::string levels, order;
  for (const std::string& line : dataLines(path)) {
    if (line.starts_with("@Levels:")) levels = line.substr(8);
    if (line.starts_with("@Reorder:")) order = line.substr(9);
    if (line.starts_with('@')) continue;
    const auto parts = fields(line);
    BidiText text;
    std::istringstream words(parts[0]);
    for (std::string word; words >> word;) text.add(kBidiClasses.at(word));
    const auto bases = std::stoul(parts[1], nullptr, 16);
    const auto check = [&](Direction base, const char* name) {
      count.add(isBidiRight(text.text, text.offsets, base, levels, order), line + name);
    };
    if ((bases & 1) != 0) check(firstStrongDirection(text.text).value_or(Direction::LeftToRight), " auto");
    if ((bases & 2) != 0) check(Direction::LeftToRight, " ltr");
    if ((bases & 4) != 0) check(Direction::RightToLeft, " rtl");
  }
  EXPECT_GE(count.all, 490846U);
  EXPECT_EQ(count.passed, count.all) << count.firstFailures;
}

/// The class of each code point in JLREQ's list that names only one, under the form that it prints.
TEST(Conformance, CharacterClassesOfJlreq) {
  const auto path = test::sharedPath("data/jlreq-tables.json");
  if (!std::filesystem::exists(path)) GTEST_SKIP() << "no JLREQ data";
  const Json data = Json::parse(test::readTestFile(path));
  const Json& classes = data["classes"];
  const std::vector<std::pair<std::string, CharacterClass>> wanted{
      {"cl-01", CharacterClass::Opening},   {"cl-02", CharacterClass::Closing},
      {"cl-03", CharacterClass::Hyphen},    {"cl-04", CharacterClass::Dividing},
      {"cl-05", CharacterClass::MiddleDot}, {"cl-06", CharacterClass::FullStop},
      {"cl-07", CharacterClass::Comma},     {"cl-08", CharacterClass::Inseparable},
      {"cl-09", CharacterClass::Iteration}, {"cl-10", CharacterClass::LongVowel},
      {"cl-11", CharacterClass::SmallKana}, {"cl-12", CharacterClass::Prefix},
      {"cl-13", CharacterClass::Suffix},    {"cl-14", CharacterClass::IdeographicSpace},
      {"cl-15", CharacterClass::Hiragana},  {"cl-16", CharacterClass::Katakana},
      {"cl-19", CharacterClass::Ideograph}};
  Count count;
  for (const auto& [name, kind] : wanted) {
    const Json& row = classes[name];
    for (const std::string member : row["members"]) {
      if (member.find(' ') != std::string::npos) continue;  // a base with a mark: the base decides
      const auto shown = row.find("shown_as");
      const std::string form = shown != row.end() ? shown->value(member, member) : member;
      const auto character = static_cast<char32_t>(std::stoul(form.substr(2), nullptr, 16));
      const bool isWestern = character < 0x250 || (character >= 0x370 && character < 0x530);
      if (name == "cl-19" && isWestern) continue;            // also in cl-27: Western unless set full width
      if (character == 0xAB || character == 0xBB) continue;  // guillemets are half width here
      count.add(classOf(character, Region::Japan) == kind, name + " " + form);
    }
  }
  EXPECT_GE(count.all, 600U);
  EXPECT_EQ(count.passed, count.all) << count.firstFailures;
}

}  // namespace
}  // namespace octavo::text
