// vocabulary: how documents name their files, and what those are called in the publication.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "base/files.h"

namespace octavo::vocabulary {

bool isRemote(std::string_view href);
/// Told from the reference alone: nothing outside the folder is ever looked at.
bool leavesFolder(std::string_view href, const std::filesystem::path& base, const InputFolder& folder);
/// The file's name without ending, in ASCII letters, digits, hyphens and underscores.
/// How files beside the text's folder can be had.
inline constexpr std::string_view kWidenRoot = "--root DIR names a folder around the text and its pictures; a booklet there does too";
std::string safeStem(const std::filesystem::path& file);

}  // namespace octavo::vocabulary
