// Every code that a message can have is explained, and no other.
#include "app/codes.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <set>

#include "support/golden.h"

namespace octavo::app {
namespace {

namespace fs = std::filesystem;

bool isCode(std::string_view word) {
  return word.size() > 3 && word.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string_view::npos;
}

/// The sources of all rooms but the table itself.
std::vector<std::string> sources() {
  std::vector<std::string> texts;
  for (const auto& entry : fs::recursive_directory_iterator(fs::path(OCTAVO_SOURCE_DIR) / "builder")) {
    const fs::path& path = entry.path();
    const bool isSource = path.extension() == ".cpp" || path.extension() == ".h";
    if (isSource && path.filename() != "codes.cpp") texts.push_back(test::readTestFile(path));
  }
  return texts;
}

/// The string that opens what stands behind each `call`.
void addCodesBehind(const std::string& call, const std::string& text, std::set<std::string>& codes) {
  for (std::size_t at = text.find(call); at != std::string::npos; at = text.find(call, at + 1)) {
    const std::size_t open = text.find_first_not_of(" \n", at + call.size());
    if (open == std::string::npos || text[open] != '"') continue;
    const std::string word = text.substr(open + 1, text.find('"', open + 1) - open - 1);
    if (isCode(word)) codes.insert(word);
  }
}

TEST(Codes, OfAllMessagesAreExplained) {
  std::set<std::string> said;
  for (const std::string& text : sources()) {
    for (const char* call : {"Severity::Error,", "Severity::Warning,", "Severity::Note,", "warn(", "refuse("}) {
      addCodesBehind(call, text, said);
    }
  }
  ASSERT_GT(said.size(), 60U);
  for (const std::string& code : said) EXPECT_FALSE(explanation(code).empty()) << code;
}

TEST(Codes, ThatAreExplainedAreSaid) {
  const std::vector<std::string> texts = sources();
  for (const CodeMeaning& each : codeMeanings()) {
    const std::string quoted = '"' + std::string(each.code) + '"';
    const bool isSaid = std::ranges::any_of(texts, [&](const std::string& text) { return text.find(quoted) != std::string::npos; });
    EXPECT_TRUE(isSaid) << each.code;
    EXPECT_FALSE(each.meaning.empty() || each.advice.empty()) << each.code;
  }
}

TEST(Codes, StandInOrder) {
  EXPECT_TRUE(std::ranges::is_sorted(codeMeanings(), {}, &CodeMeaning::code));
  EXPECT_THAT(explanation(""), ::testing::HasSubstr("xref-dangling"));
}

TEST(Codes, AreFoundDespiteALetter) { EXPECT_THAT(nearestCodes("xref-danglin"), ::testing::StartsWith("xref-dangling,")); }

}  // namespace
}  // namespace octavo::app
