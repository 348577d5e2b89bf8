// Input that must fail well: the outcomes that the corpus of bad documents lists.
#include <fstream>
#include <sstream>

#include <gtest/gtest.h>

#include "support/golden.h"
#include "support/run.h"

namespace octavo::test {
namespace {

namespace fs = std::filesystem;

struct Case {
  std::string file;
  std::string kind;
};

std::vector<Case> casesOf(const fs::path& table) {
  std::vector<Case> cases;
  std::ifstream stream(table);
  for (std::string line; std::getline(stream, line);) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    Case entry;
    std::getline(fields, entry.file, '\t');
    std::getline(fields, entry.kind, '\t');
    if (entry.kind != "support" && entry.kind != "generator") cases.push_back(entry);
  }
  return cases;
}

bool hasPlace(const std::string& output, const std::string& file) {
  const std::size_t at = output.find(file + ":");
  return at != std::string::npos && at + file.size() + 1 < output.size() &&
         std::isdigit(static_cast<unsigned char>(output[at + file.size() + 1])) != 0;
}

/// Words that stand only in files which no reference may reach.
bool leaks(const fs::path& path) {
  if (!fs::exists(path)) return false;
  const std::string bytes = readTestFile(path);
  return bytes.find("root:x:0") != std::string::npos;
}

void checkCase(const Case& entry, const fs::path& folder) {
  SCOPED_TRACE(entry.file + " (" + entry.kind + ")");
  const fs::path out = folder / "out";
  // 1.5 GiB of address space holds fonts that are mapped, not copied; a bomb needs more.
  const Outcome outcome = run("cd " + quoted(sharedPath("corpus/bad")) + " && ulimit -v 3000000 2>/dev/null; " + octavo() +
                                  " build " + quoted(fs::path(entry.file)) + " -o " + quoted(out),
                              20);
  const bool hasOutputs = fs::exists(folder / "out.pdf") || fs::exists(folder / "out.epub");
  EXPECT_LT(outcome.exitCode, 124) << "crashed or ran out of time: " << outcome.output;
  EXPECT_FALSE(leaks(folder / "out.pdf") || leaks(folder / "out.epub"));
  if (entry.kind == "reject") {
    EXPECT_NE(outcome.exitCode, 0);
    EXPECT_FALSE(hasOutputs);
    EXPECT_TRUE(hasPlace(outcome.output, entry.file)) << outcome.output;
  } else if (entry.kind == "accept") {
    EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
    EXPECT_TRUE(hasOutputs);
  } else if (entry.kind == "accept+warn") {
    EXPECT_EQ(outcome.exitCode, 0) << outcome.output;
    EXPECT_NE(outcome.output.find("warning:"), std::string::npos) << outcome.output;
    EXPECT_TRUE(hasOutputs);
  } else {
    EXPECT_EQ(outcome.exitCode != 0, !hasOutputs) << outcome.output;
  }
}

TEST(BadInput, FailsAsListed) {
#if defined(__SANITIZE_ADDRESS__)
  GTEST_SKIP() << "address space cannot be limited under AddressSanitizer; the release build runs this";
#endif
  if (!hasShared()) GTEST_SKIP() << "the corpora are not beside the checkout";
  const auto cases = casesOf(sharedPath("corpus/bad/EXPECT.tsv"));
  ASSERT_GT(cases.size(), 40U);
  const ScratchFolder folder;
  for (std::size_t i = 0; i < cases.size(); ++i) {
    const fs::path own = folder / std::to_string(i);
    fs::create_directories(own);
    checkCase(cases[i], own);
  }
}

}  // namespace
}  // namespace octavo::test
