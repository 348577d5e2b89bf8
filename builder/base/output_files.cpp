#include "base/output_files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <deque>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "base/content_hash.h"
#include "base/files_read.h"

namespace octavo {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kLongestName = 255;  // bytes; of the file systems in use

[[noreturn]] void throwUnwritable(const fs::path& path, int error) {
  throw BuildError({Severity::Error, "file-unwritable", {},
                    fmt::format("cannot write {}: {}", path.string(), std::strerror(error)),
                    "check that the folder is writable and has room; old outputs are as they were", {}},
                   error == ENOSPC || error == EAGAIN || error == EDQUOT ? ExitCode::TryAgain : ExitCode::DocumentErrors);
}

[[noreturn]] void refuseName(const fs::path& path, std::string_view why) {
  throw BuildError({Severity::Error, "output-name", {}, fmt::format("'{}' cannot be an output: {}", path.string(), why),
                    "give another name with -o NAME", {}},
                   ExitCode::Usage);
}

/// Where a chain of symbolic links ends, whether something is there or not.
fs::path followed(fs::path path) {
  constexpr int kMostLinks = 40;
  std::error_code error;
  for (int i = 0; i < kMostLinks && fs::is_symlink(fs::symlink_status(path, error)); ++i) {
    const fs::path target = fs::read_symlink(path, error);
    if (error) throwUnwritable(path, error.value());
    path = target.is_absolute() ? target : path.parent_path() / target;
  }
  return path;
}

fs::path folderOf(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

/// Names of unfinished files begin so, and end with a number that is free: short whatever the output is called.
std::string beginningOfTemporary(const fs::path& target) {
  const auto hash = contentHash(target.filename().string());
  return fmt::format(".octavo-{:02x}{:02x}{:02x}{:02x}{:02x}{:02x}-", hash[0], hash[1], hash[2], hash[3], hash[4], hash[5]);
}

/// Takes away what a run that was killed left beside the output. What a living run works on is locked.
void clearLeftovers(const fs::path& target) {
  const std::string beginning = beginningOfTemporary(target);
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folderOf(target), error)) {
    if (!entry.path().filename().string().starts_with(beginning)) continue;
    const int descriptor = ::open(entry.path().c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) continue;
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) ::unlink(entry.path().c_str());
    ::close(descriptor);
  }
}

int writeAll(int descriptor, std::string_view bytes) {
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

/// While it lives, the signals that end a program wait, and one that says "the file is too large" is an error of write().
class SignalsWait {
 public:
  SignalsWait() {
    sigset_t waiting;
    sigemptyset(&waiting);
    for (const int one : {SIGINT, SIGTERM, SIGHUP, SIGQUIT}) sigaddset(&waiting, one);
    ::pthread_sigmask(SIG_BLOCK, &waiting, &before_);
    tooLarge_ = std::signal(SIGXFSZ, SIG_IGN);
  }
  ~SignalsWait() {
    if (tooLarge_ != SIG_ERR) std::signal(SIGXFSZ, tooLarge_);
    ::pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }
  SignalsWait(const SignalsWait&) = delete;
  SignalsWait& operator=(const SignalsWait&) = delete;

 private:
  sigset_t before_{};
  void (*tooLarge_)(int) = SIG_DFL;
};

/// A file that lies whole beside its place and can take it, or give it back.
class Replacement {
 public:
  explicit Replacement(const OutputFile& file) : asked_(file.path), target_(followed(file.path)) {
    clearLeftovers(target_);
    wasThere_ = ::stat(target_.c_str(), &old_) == 0;
    if (wasThere_ && S_ISDIR(old_.st_mode)) throwUnwritable(asked_, EISDIR);
    open();
    int error = writeAll(descriptor_, file.bytes);
    if (error == 0) error = takeOwnerAndMode();
    if (error == 0) return;
    removeTemporary();
    throwUnwritable(asked_, error);
  }
  ~Replacement() { removeTemporary(); }
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;

  void takePlace() {
    isExchanged_ = wasThere_ && exchange();
    if (!isExchanged_ && std::rename(temporary_.c_str(), target_.c_str()) != 0) throwUnwritable(asked_, errno);
    isInPlace_ = true;
  }

  void giveBack() {
    if (!isInPlace_) return;
    if (isExchanged_) {
      exchange();
    } else if (!wasThere_) {
      ::unlink(target_.c_str());
    }
  }

 private:
  /// The old and the new file change names, so that the old one can come back.
  bool exchange() const {
#ifdef RENAME_EXCHANGE
    return ::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, target_.c_str(), RENAME_EXCHANGE) == 0;
#else
    return false;
#endif
  }

  void open() {
    constexpr int kMostTries = 1000;
    const mode_t mode = wasThere_ ? S_IRUSR | S_IWUSR : S_IRUSR | S_IWUSR | S_IRGRP | S_IWGRP | S_IROTH | S_IWOTH;
    for (int i = 0; i < kMostTries; ++i) {
      temporary_ = folderOf(target_) / fmt::format("{}{}-{}", beginningOfTemporary(target_), ::getpid(), i);
      descriptor_ = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      if (descriptor_ >= 0 || errno != EEXIST) break;
    }
    if (descriptor_ < 0) throwUnwritable(asked_, errno);
    ::flock(descriptor_, LOCK_EX | LOCK_NB);
  }

  /// Another owner's file stays theirs where we may say so. A group that cannot be kept gets no rights it did not have.
  int takeOwnerAndMode() const {
    if (!wasThere_) return 0;
    struct stat made{};
    if (::fstat(descriptor_, &made) != 0) return errno;
    mode_t mode = old_.st_mode & 07777;
    const bool isSame = made.st_uid == old_.st_uid && made.st_gid == old_.st_gid;
    if (!isSame && ::fchown(descriptor_, old_.st_uid, old_.st_gid) != 0 &&
        ::fchown(descriptor_, static_cast<uid_t>(-1), old_.st_gid) != 0) {
      mode &= ~static_cast<mode_t>(S_IRWXG);
    }
    return ::fchmod(descriptor_, mode) == 0 ? 0 : errno;
  }

  void removeTemporary() {
    if (descriptor_ < 0) return;
    if (!isInPlace_ || isExchanged_) ::unlink(temporary_.c_str());
    ::close(descriptor_);
    descriptor_ = -1;
  }

  fs::path asked_, target_, temporary_;
  struct stat old_{};
  int descriptor_ = -1;
  bool wasThere_ = false, isInPlace_ = false, isExchanged_ = false;
};

/// Names that differ may lead to one file: a folder may have two names.
fs::path oneNameOf(const fs::path& path) {
  std::error_code error;
  const fs::path found = fs::weakly_canonical(fs::absolute(followed(path), error), error);
  return error ? path : found;
}

void checkName(const fs::path& path) {
  const std::string name = path.filename().string();
  if (name.empty() || name == "." || name == "..") refuseName(path, "it names no file");
  if (name.size() > kLongestName) refuseName(path, "the name is too long");
  const bool hasControls = std::ranges::any_of(name, [](char c) { return (c >= 0 && c < 0x20) || c == 0x7F; });
  if (hasControls) refuseName(path, "the name has control characters");
}

}  // namespace

void checkOutputPaths(std::span<const fs::path> paths) {
  std::set<fs::path> known;
  for (const fs::path& path : paths) {
    checkName(path);
    struct stat about{};
    if (::stat(path.c_str(), &about) != 0 && errno == ELOOP) refuseName(path, "its symbolic links lead in a circle");
    if (::stat(path.c_str(), &about) == 0 && S_ISDIR(about.st_mode)) refuseName(path, "it is a folder");
    if (::stat(path.c_str(), &about) == 0 && !S_ISREG(about.st_mode)) refuseName(path, "it is no regular file but a pipe or a device");
    if (!known.insert(oneNameOf(path)).second) refuseName(path, "two outputs would have this name");
  }
}

void refuseToOverwriteInputs(std::span<const fs::path> paths) {
  for (const fs::path& path : paths) {
    struct stat about{};
    if (::stat(path.c_str(), &about) != 0 || !wasRead(about)) continue;
    throw BuildError({Severity::Error, "output-is-input", {}, fmt::format("'{}' is a file that the book is made from", path.string()),
                      "give the outputs another name with -o NAME", {}},
                     ExitCode::Usage);
  }
}

void writeFilesTogether(std::span<const OutputFile> files) {
  for (const OutputFile& file : files) {
    std::error_code error;
    fs::create_directories(folderOf(file.path), error);
    if (error) throwUnwritable(file.path, error.value());
  }
  const SignalsWait wait;
  std::deque<Replacement> replacements;
  for (const OutputFile& file : files) replacements.emplace_back(file);
  try {
    for (Replacement& one : replacements) one.takePlace();
  } catch (const BuildError&) {
    for (Replacement& one : replacements) one.giveBack();
    throw;
  }
}

}  // namespace octavo
