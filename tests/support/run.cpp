#include "support/run.h"

#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>

#include <gtest/gtest.h>

namespace octavo::test {

namespace {

/// Before any test, and for all programs that tests run: the same fonts on every machine.
[[maybe_unused]] const bool kHasOwnFonts = setenv("FONTCONFIG_FILE", OCTAVO_SOURCE_DIR "/tests/support/fonts.conf", 1) == 0;

}  // namespace

namespace fs = std::filesystem;

std::string quoted(const fs::path& path) {
  std::string result = "'";
  for (const char c : path.string()) result += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return result + "'";
}

Outcome run(const std::string& command, int seconds) {
  const std::string limited = "timeout " + std::to_string(seconds) + " sh -c " + quoted(fs::path(command)) + " 2>&1 </dev/null";
  Outcome outcome;
  FILE* pipe = popen(limited.c_str(), "r");
  if (!pipe) return outcome;
  std::array<char, 4096> buffer{};
  for (std::size_t count = 0; (count = std::fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    outcome.output.append(buffer.data(), count);
  }
  const int status = pclose(pipe);
  outcome.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  return outcome;
}

std::string octavo() { return quoted(fs::path(OCTAVO_BINARY_DIR) / "octavo"); }

bool hasProgram(const std::string& name) { return run("command -v " + name).exitCode == 0; }

ScratchFolder::ScratchFolder() {
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  std::string name = std::string("octavo-") + test->test_suite_name() + "-" + test->name() + "-" + std::to_string(getpid());
  for (char& c : name) c = c == '/' ? '-' : c;
  path_ = fs::temp_directory_path() / name;
  fs::remove_all(path_);
  fs::create_directories(path_);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

}  // namespace octavo::test
