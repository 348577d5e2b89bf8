// The man page and the command line say the same.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "support/golden.h"

namespace octavo::app {
namespace {

/// The quoted words that begin with -- in command_line.cpp: the options.
std::vector<std::string> optionsOf(const std::string& source) {
  std::vector<std::string> options;
  for (std::size_t at = source.find("\"-"); at != std::string::npos; at = source.find("\"-", at + 1)) {
    const std::size_t end = source.find('"', at + 1);
    const std::string word = source.substr(at + 1, end - at - 1);
    const std::size_t dashes = word.find("--");
    if (dashes != std::string::npos) options.push_back(word.substr(dashes));
  }
  return options;
}

TEST(ManPage, NamesEveryOptionOfTheCommandLine) {
  const std::filesystem::path app = std::filesystem::path(OCTAVO_SOURCE_DIR) / "builder" / "app";
  std::string page = test::readTestFile(app / "octavo.1");
  for (std::size_t at = page.find("\\-"); at != std::string::npos; at = page.find("\\-", at)) page.erase(at, 1);
  const auto options = optionsOf(test::readTestFile(app / "command_line.cpp"));
  ASSERT_GT(options.size(), 10U);
  for (const std::string& option : options) EXPECT_NE(page.find(option), std::string::npos) << option;
}

}  // namespace
}  // namespace octavo::app
