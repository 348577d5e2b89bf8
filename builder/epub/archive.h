// epub: the ZIP container.
#pragma once

#include <string>
#include <vector>

namespace octavo::epub {

struct ArchiveEntry {
  std::string path;
  std::string bytes;
  bool isStored = false;  // not compressed
};

/// The entries, in order, as a ZIP file in memory; all dates the same, so that equal entries give equal bytes.
/// Throws BuildError (epub-write).
std::string makeArchive(const std::vector<ArchiveEntry>& entries);

}  // namespace octavo::epub
