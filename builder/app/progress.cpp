#include "app/progress.h"

#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>

#include "app/console.h"

namespace octavo::app {
namespace {

constexpr std::size_t kPagesBetweenRedraws = 8;

void draw(std::string_view text) {
  write(stderr, fmt::format("\r\x1b[K{}", text));
  std::fflush(stderr);
}

}  // namespace

bool Progress::terminalCanShow() {
  const char* terminal = std::getenv("TERM");
  return isatty(STDERR_FILENO) == 1 && terminal && std::string_view(terminal) != "dumb";
}

void Progress::stage(std::string_view name) {
  if (!isOn_) return;
  draw(name);
  isShown_ = true;
}

void Progress::pages(std::size_t composed) {
  if (isOn_ && composed % kPagesBetweenRedraws == 0) stage(fmt::format("composing pages: {}", composed));
}

void Progress::clear() {
  if (isShown_) draw("");
  isShown_ = false;
}

}  // namespace octavo::app
