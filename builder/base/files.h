// base: the disk. Only app and the readers touch it, and only through here.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace octavo {

/// The whole file as bytes. Throws BuildError (file-unreadable), placed at `askedFrom`, when it cannot be read or is no regular
/// file: pipes and devices may never end.
std::string readFile(const std::filesystem::path& path, SourcePosition askedFrom = {});

/// A folder that references must not leave: the input's own folder.
class InputFolder {
 public:
  explicit InputFolder(std::filesystem::path root);
  /// The file that a reference (a relative URL path, percent-encoded or not) names, followed from `base` (a file
  /// in the folder). Nothing when it has a scheme, is absolute, climbs out (also by symbolic links) or does not exist.
  std::optional<std::filesystem::path> resolve(const std::filesystem::path& base, std::string_view reference) const;
  const std::filesystem::path& root() const { return root_; }

 private:
  std::filesystem::path root_;
};

}  // namespace octavo
