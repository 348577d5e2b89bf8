#include "base/files.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

#include "base/address.h"
#include "base/files_read.h"
#include "base/percent_encoding.h"

namespace octavo {
namespace {

namespace fs = std::filesystem;

/// More than any document needs; files of /proc say 0 bytes and have no end.
constexpr std::size_t kMostBytes = std::size_t{1} << 30;

[[noreturn]] void throwUnreadable(const fs::path& path, SourcePosition askedFrom, std::string_view why) {
  throw BuildError({Severity::Error, "file-unreadable", askedFrom, fmt::format("cannot read {}: {}", path.string(), why), {}, {}});
}

/// A file that is open for reading; closed at the end.
class ReadableFile {
 public:
  /// Not waiting for who would write into a pipe: what it is is looked at first.
  explicit ReadableFile(const fs::path& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC)) {}
  ~ReadableFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  ReadableFile(const ReadableFile&) = delete;
  ReadableFile& operator=(const ReadableFile&) = delete;
  int descriptor() const { return descriptor_; }

 private:
  int descriptor_;
};

bool isInside(const fs::path& path, const fs::path& root) {
  const auto relative = path.lexically_relative(root);
  return !relative.empty() && *relative.begin() != "..";
}

}  // namespace

std::string readFile(const fs::path& path, SourcePosition askedFrom) {
  const ReadableFile file(path);
  struct stat about{};
  if (file.descriptor() < 0 || ::fstat(file.descriptor(), &about) != 0) throwUnreadable(path, askedFrom, std::strerror(errno));
  if (S_ISDIR(about.st_mode)) throwUnreadable(path, askedFrom, "it is a folder");
  if (!S_ISREG(about.st_mode)) throwUnreadable(path, askedFrom, "it is no regular file but a pipe or a device; write it to a file first, beside its pictures");
  if (static_cast<std::size_t>(about.st_size) > kMostBytes) throwUnreadable(path, askedFrom, "it has more than 1 GiB");
  rememberRead(about);
  std::string bytes(static_cast<std::size_t>(about.st_size), '\0');
  constexpr std::size_t kStep = 65536;
  for (std::size_t size = 0;;) {
    if (size > kMostBytes) throwUnreadable(path, askedFrom, "it has more than 1 GiB");
    if (size == bytes.size()) bytes.resize(size + kStep);  // also to see that the end is the end
    const ssize_t got = ::read(file.descriptor(), bytes.data() + size, bytes.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throwUnreadable(path, askedFrom, std::strerror(errno));
    size += static_cast<std::size_t>(got);
    if (got > 0) continue;
    bytes.resize(size);
    return bytes;
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
