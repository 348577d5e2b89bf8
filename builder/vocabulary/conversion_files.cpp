// vocabulary: where files that a document names may lie.
#include "vocabulary/conversion_files_private.h"

#include "base/address.h"

namespace octavo::vocabulary {

namespace fs = std::filesystem;

bool isRemote(std::string_view href) {
  const std::string scheme = schemeOf(href);
  return trimmedAddress(href).starts_with("//") || scheme == "http" || scheme == "https" || scheme == "ftp";
}

bool leavesFolder(std::string_view href, const fs::path& base, const InputFolder& folder) {
  if (hasScheme(href) || href.starts_with("/")) return true;
  const fs::path named = (fs::absolute(base).parent_path() / fs::path(href)).lexically_normal();
  const fs::path relative = named.lexically_relative(folder.root());
  return relative.empty() || *relative.begin() == "..";
}

std::string safeStem(const fs::path& file) {
  constexpr std::size_t kLongest = 40;
  std::string stem;
  for (const char c : file.stem().string()) {
    const bool isSafe =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (isSafe && stem.size() < kLongest) stem += c;
  }
  return stem.empty() ? "picture" : stem;
}

}  // namespace octavo::vocabulary
