#include "support/golden.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <fstream>

namespace octavo::test {

namespace fs = std::filesystem;

fs::path testPath(std::string_view below) { return fs::path(OCTAVO_SOURCE_DIR) / "tests" / below; }

fs::path sharedPath(std::string_view below) { return fs::path(OCTAVO_SHARED_DIR) / below; }

bool hasShared() { return fs::is_directory(OCTAVO_SHARED_DIR); }

std::vector<std::string> filesUnder(std::string_view folder, std::string_view extension) {
  std::vector<std::string> found;
  if (!fs::is_directory(testPath(folder))) return found;
  for (const auto& entry : fs::recursive_directory_iterator(testPath(folder))) {
    if (entry.path().extension() == extension) found.push_back(entry.path().lexically_relative(testPath("")).string());
  }
  std::ranges::sort(found);
  return found;
}

std::string readTestFile(const fs::path& path) {
  std::ifstream stream(path, std::ios::binary);
  EXPECT_TRUE(stream.good()) << path;
  return {std::istreambuf_iterator<char>(stream), {}};
}

void expectGolden(const fs::path& golden, std::string_view actual) {
  if (std::getenv("UPDATE_GOLDEN")) {
    std::ofstream(golden, std::ios::binary) << actual;
    return;
  }
  ASSERT_TRUE(fs::exists(golden)) << golden << " is missing; UPDATE_GOLDEN=1 writes it";
  EXPECT_EQ(actual, readTestFile(golden)) << "golden: " << golden;
}

std::string caseName(const ::testing::TestParamInfo<std::string>& info) {
  std::string name = info.param;
  std::ranges::replace_if(name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
  return name;
}

}  // namespace octavo::test
