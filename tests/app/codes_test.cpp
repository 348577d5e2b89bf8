// Every code that a message can have is explained, with its severity, and no other.
#include "app/codes.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <map>
#include <regex>
#include <set>

#include "support/golden.h"

namespace octavo::app {
namespace {

namespace fs = std::filesystem;

/// The sources of all rooms.
const std::vector<std::string>& sources() {
  static const std::vector<std::string> texts = [] {
    std::vector<std::string> read;
    for (const auto& entry : fs::recursive_directory_iterator(fs::path(OCTAVO_SOURCE_DIR) / "builder")) {
      const std::string ending = entry.path().extension().string();
      if (ending == ".cpp" || ending == ".h") read.push_back(test::readTestFile(entry.path()));
    }
    return read;
  }();
  return texts;
}

using Groups = std::vector<std::string>;

/// The groups of every match in every source.
std::vector<Groups> findAll(const std::string& pattern) {
  const std::regex expression(pattern);
  std::vector<Groups> found;
  for (const std::string& text : sources()) {
    for (std::sregex_iterator at(text.begin(), text.end(), expression), end; at != end; ++at) {
      found.push_back({at->begin() + 1, at->end()});
    }
  }
  return found;
}

const std::string kCode = "\"([a-z0-9]+(?:-[a-z0-9]+)*)\"";

/// Codes are written where a message is made: behind its severity, at the beginning of a call that makes it, or, chosen
/// between two, with a colon between them; those of main() stand in brackets.
std::set<std::string> saidCodes() {
  std::set<std::string> codes;
  for (const char* place : {"Severity::[A-Za-z]+,\\s*", "\\b(?:warn|refuse)\\(\\s*", "Kept\\{[a-zA-Z.]+,\\s*"}) {
    for (const Groups& groups : findAll(place + kCode)) codes.insert(groups[0]);
  }
  for (const char* place : {"Severity::[A-Za-z]+,\\s*[a-zA-Z]+ \\? ", "\\b(?:warn|refuse)\\(\\s*[a-zA-Z]+ \\? ", "Severity::Note, isPoor \\? "}) {
    for (const Groups& groups : findAll(place + kCode + " : " + kCode)) codes.insert(groups.begin(), groups.end());
  }
  for (const Groups& groups : findAll("return \\{" + kCode + ",\\s*\"[^\"]* [^\"]*\"")) codes.insert(groups[0]);
  for (const Groups& groups : findAll(" \\[([a-z-]+)\\]\\\\n\"")) codes.insert(groups[0]);
  return codes;
}

const CodeMeaning* meaningOf(const std::string& code) {
  const auto found = std::ranges::find(codeMeanings(), code, &CodeMeaning::code);
  return found == codeMeanings().end() ? nullptr : &*found;
}

TEST(Codes, OfAllMessagesAreExplained) {
  const std::set<std::string> said = saidCodes();
  ASSERT_GT(said.size(), 100U);
  for (const char* hidden : {"image-outside", "image-too-large", "resolution-modest", "choices-made", "out-of-memory"}) {
    EXPECT_TRUE(said.contains(hidden)) << hidden << " is not found in the sources any more";
  }
  for (const std::string& code : said) EXPECT_NE(meaningOf(code), nullptr) << code << " is missing in builder/app/codes.md";
}

TEST(Codes, ThatAreExplainedAreSaid) {
  const std::set<std::string> said = saidCodes();
  for (const CodeMeaning& each : codeMeanings()) {
    EXPECT_TRUE(said.contains(std::string(each.code))) << each.code;
    EXPECT_FALSE(each.meaning.empty() || each.consequence.empty() || each.advice.empty()) << each.code;
  }
}

TEST(Codes, HaveTheSeverityThatMessagesHave) {
  const std::map<std::string, Severity> names{{"Error", Severity::Error}, {"Warning", Severity::Warning}, {"Note", Severity::Note}};
  std::map<std::string, std::set<Severity>> said;
  for (const Groups& groups : findAll("Severity::(Error|Warning|Note),\\s*" + kCode)) said[groups[1]].insert(names.at(groups[0]));
  ASSERT_GT(said.size(), 30U);
  for (const auto& [code, severities] : said) {
    const CodeMeaning* meaning = meaningOf(code);
    EXPECT_TRUE(!meaning || severities.contains(meaning->severity)) << code;
  }
}

TEST(Codes, StandInOrder) {
  EXPECT_TRUE(std::ranges::is_sorted(codeMeanings(), {}, &CodeMeaning::code));
  EXPECT_THAT(explanation(""), ::testing::HasSubstr("xref-dangling"));
  EXPECT_EQ(explanation("nonesuch"), "");
}

TEST(Codes, AreFoundDespiteALetter) { EXPECT_THAT(nearestCodes("xref-danglin"), ::testing::StartsWith("xref-dangling,")); }

}  // namespace
}  // namespace octavo::app
