#include "app/console.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>

#include <fmt/format.h>

#include "base/utf8.h"

namespace octavo::app {

void keepStandardStreams() {
  for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
    // The lowest free number is taken, which is this one; what is open for reading alone cannot be written to.
    if (::fcntl(stream, F_GETFD) == -1 && errno == EBADF && ::open("/dev/null", O_RDONLY) != stream) return;
  }
}

void write(std::FILE* to, std::string_view text) { std::fwrite(text.data(), 1, text.size(), to); }

bool isWritten(std::FILE* stream) {
  errno = 0;
  const bool isOut = std::fflush(stream) == 0 && std::ferror(stream) == 0;
  return isOut || (stream == stderr && (::fcntl(STDERR_FILENO, F_GETFL) & O_ACCMODE) == O_RDONLY);
}

bool isControl(char32_t c) {
  const bool isC0OrC1 = c < 0x20 || (c >= 0x7F && c <= 0x9F);
  const bool isDirection = c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
  return isC0OrC1 || isDirection || c == 0x2028 || c == 0x2029;
}

std::string shown(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = decodeUtf8(text, at);
    if (isControl(c)) {
      result += fmt::format("\\u{{{:x}}}", static_cast<std::uint32_t>(c));
    } else {
      appendUtf8(result, c);
    }
  }
  return result;
}

}  // namespace octavo::app
