// Golden dumps: the expected text lies beside the input. UPDATE_GOLDEN=1 rewrites it; read the diff as code.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

namespace octavo::test {

/// A path below tests/.
std::filesystem::path testPath(std::string_view below);
/// A path below the shared folder beside the checkout; tests skip where `hasShared()` is false.
std::filesystem::path sharedPath(std::string_view below);
bool hasShared();
/// Files with this ending below tests/<folder>, sorted; paths relative to tests/.
std::vector<std::string> filesUnder(std::string_view folder, std::string_view extension);
std::string readTestFile(const std::filesystem::path& path);
/// Compares with the file's text; writes it instead where UPDATE_GOLDEN is set.
void expectGolden(const std::filesystem::path& golden, std::string_view actual);
/// A test name from a path: letters, digits and underscores.
std::string caseName(const ::testing::TestParamInfo<std::string>& info);

}  // namespace octavo::test
