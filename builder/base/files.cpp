#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>

#include <fmt/format.h>

#include "base/percent_encoding.h"

namespace octavo {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void throwUnwritable(const fs::path& path, int error) {
  throw BuildError({Severity::Error, "file-unwritable", {},
                    fmt::format("cannot write {}: {}", path.string(), std::strerror(error)),
                    "check that the folder exists, is writable and has room", {}},
                   error == ENOSPC || error == EAGAIN ? ExitCode::TryAgain : ExitCode::DocumentErrors);
}

bool hasScheme(std::string_view reference) {
  const auto colon = reference.find(':');
  return colon != std::string_view::npos && reference.find_first_of("/?#") > colon;
}

bool isInside(const fs::path& path, const fs::path& root) {
  const auto relative = path.lexically_relative(root);
  return !relative.empty() && *relative.begin() != "..";
}

/// Writes everything and syncs; the file descriptor's own errno where it fails, 0 when it went well.
int writeAndSync(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(descriptor) == 0 ? 0 : errno;
}

}  // namespace

std::string readFile(const fs::path& path, SourcePosition askedFrom) {
  std::error_code error;
  std::ifstream stream(path, std::ios::binary);
  if (!stream || fs::is_directory(path, error)) {
    throw BuildError({Severity::Error, "file-unreadable", askedFrom,
                      fmt::format("cannot read {}: {}", path.string(),
                                  stream ? "it is a folder" : std::strerror(errno)),
                      {}, {}});
  }
  std::string bytes;
  const auto size = fs::file_size(path, error);
  if (!error) bytes.reserve(size);
  bytes.assign(std::istreambuf_iterator<char>(stream), {});
  return bytes;
}

void writeFileAtomically(const fs::path& path, std::string_view bytes) {
  std::string temporary = path.string() + ".XXXXXX";
  const int descriptor = ::mkstemp(temporary.data());
  if (descriptor < 0) throwUnwritable(path, errno);
  int error = writeAndSync(descriptor, bytes);
  if (error == 0 && ::fchmod(descriptor, 0644) != 0) error = errno;
  if (::close(descriptor) != 0 && error == 0) error = errno;
  if (error == 0 && std::rename(temporary.c_str(), path.c_str()) != 0) error = errno;
  if (error != 0) {
    ::unlink(temporary.c_str());
    throwUnwritable(path, error);
  }
}

InputFolder::InputFolder(fs::path root) : root_(fs::weakly_canonical(fs::absolute(std::move(root)))) {}

std::optional<fs::path> InputFolder::resolve(const fs::path& base, std::string_view reference) const {
  if (reference.empty() || hasScheme(reference) || reference.front() == '/') return std::nullopt;
  const std::string decoded = percentDecoded(reference.substr(0, reference.find_first_of("?#")));
  if (decoded.empty() || decoded.find('\0') != std::string::npos) return std::nullopt;
  std::error_code error;
  const fs::path found = fs::canonical(fs::absolute(base).parent_path() / fs::path(decoded), error);
  if (error || !isInside(found, root_) || !fs::is_regular_file(found, error)) return std::nullopt;
  return found;
}

}  // namespace octavo
