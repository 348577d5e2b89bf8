// Running programs from tests: ours and the outside judges.
#pragma once

#include <filesystem>
#include <string>

namespace octavo::test {

struct Outcome {
  int exitCode = -1;  // 128 + signal where the program was killed; 124 where it ran out of time
  std::string output;  // standard output and error
};

/// Runs a shell command for at most `seconds`.
Outcome run(const std::string& command, int seconds = 60);
/// The program of this build, quoted for the shell.
std::string octavo();
std::string quoted(const std::filesystem::path& path);
/// True when the shell finds a program of that name.
bool hasProgram(const std::string& name);

/// A fresh folder of the running test's own, removed at the end.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  const std::filesystem::path& path() const { return path_; }
  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

}  // namespace octavo::test
