// xml: what all files of one reading share: where they may come from and how much they may grow.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/files.h"

namespace octavo::xml {

/// Limits on what entities and includes may add: far above any honest document, low enough for a quick
/// refusal.
inline constexpr std::size_t kMaxExpansions = 1'000'000;
inline constexpr std::size_t kMaxExpandedBytes = std::size_t{32} << 20;
inline constexpr std::size_t kMaxDefaults = 2'000'000;  // attributes that only a DTD says
inline constexpr std::size_t kMaxEntityDepth = 40;
inline constexpr std::size_t kMaxIncludes = 10'000;
inline constexpr std::size_t kMaxIncludedBytes = std::size_t{256} << 20;

struct Context {
  const InputFolder& folder;
  SourceFiles& sources;
  Diagnostics& diagnostics;
  std::size_t expansions = 0;
  std::size_t expandedBytes = 0;
  std::vector<std::string> openEntities = {};  // being expanded now, outermost first
  std::size_t defaults = 0;
  std::size_t includes = 0;
  std::size_t includedBytes = 0;
  std::vector<std::filesystem::path> openFiles = {};  // being read now, canonical

  /// Marks the entity as open and counts its text. Throws xml-entity for a loop, xml-entity-limit beyond the
  /// limits.
  void enterEntity(const std::string& name, std::size_t bytes, SourcePosition where);
  /// Counts an attribute that a DTD gives to an element. Throws xml-entity-limit beyond the limit.
  void addDefault(SourcePosition where);
  void leaveEntity() { openEntities.pop_back(); }
  /// Counts an include. Throws xml-include beyond the limits or when the file is being read already.
  void enterFile(const std::filesystem::path& file, std::size_t bytes, SourcePosition where);
  void leaveFile() { openFiles.pop_back(); }
};

}  // namespace octavo::xml
