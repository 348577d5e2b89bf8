// xml: what all files of one reading share: where they may come from and how much they may grow.
#include "xml/context.h"

#include <fmt/format.h>

#include <algorithm>

#include "xml/refusal.h"

namespace octavo::xml {

void Context::enterEntity(const std::string& name, std::size_t bytes, SourcePosition where) {
  if (std::ranges::find(openEntities, name) != openEntities.end()) {
    refuse("xml-entity", where, fmt::format("entity \"{}\" refers to itself", name));
  }
  if (openEntities.size() >= kMaxEntityDepth) {
    refuse("xml-entity-limit", where, fmt::format("entities are nested deeper than {}", kMaxEntityDepth));
  }
  ++expansions;
  expandedBytes += bytes;
  if (expansions > kMaxExpansions || expandedBytes > kMaxExpandedBytes) {
    refuse("xml-entity-limit", where,
           fmt::format("entity expansion limit: entities have grown to more than {} MiB or {} references",
                       kMaxExpandedBytes >> 20, kMaxExpansions));
  }
  openEntities.push_back(name);
}

void Context::addDefault(SourcePosition where) {
  if (++defaults <= kMaxDefaults) return;
  refuse("xml-entity-limit", where, fmt::format("the DTD gives its default attributes more than {} times", kMaxDefaults));
}

void Context::enterFile(const std::filesystem::path& file, std::size_t bytes, SourcePosition where) {
  if (std::ranges::find(openFiles, file) != openFiles.end()) {
    refuse("xml-include", where, fmt::format("{} includes itself", file.filename().string()));
  }
  ++includes;
  includedBytes += bytes;
  if (includes > kMaxIncludes || includedBytes > kMaxIncludedBytes) {
    refuse("xml-include", where,
           fmt::format("more than {} includes or {} MiB of included text", kMaxIncludes,
                       kMaxIncludedBytes >> 20));
  }
  openFiles.push_back(file);
}

}  // namespace octavo::xml
