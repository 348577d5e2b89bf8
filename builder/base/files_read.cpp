#include "base/files_read.h"

#include <mutex>
#include <set>
#include <utility>

namespace octavo {
namespace {

/// Of the process, because readers of all rooms and threads add to it, and names do not tell files apart: the numbers do.
struct FilesRead {
  std::mutex mutex;
  std::set<std::pair<dev_t, ino_t>> files;
};

FilesRead& filesRead() {
  static FilesRead all;
  return all;
}

}  // namespace

void rememberRead(const struct stat& file) {
  const std::scoped_lock lock(filesRead().mutex);
  filesRead().files.emplace(file.st_dev, file.st_ino);
}

bool wasRead(const struct stat& file) {
  const std::scoped_lock lock(filesRead().mutex);
  return filesRead().files.contains({file.st_dev, file.st_ino});
}

}  // namespace octavo
