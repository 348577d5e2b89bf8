#include "app/editions.h"

#include <set>
#include <tuple>

#include "vocabulary/booklet.h"

namespace octavo::app {
namespace {

auto identityOf(const Diagnostic& message) {
  return std::make_tuple(message.code, message.where.file ? message.where.file->name : std::string(), message.where.line,
                         message.where.column, message.message);
}

}  // namespace

std::vector<Edition> editionsOf(const DocumentOptions& options, SourceFiles& sources) {
  if (options.structure != kAllStructures) return {{options, {}}};
  std::vector<Edition> editions;
  for (const std::string& structure : vocabulary::structuresOf(options.inputs, options.root, sources)) {
    editions.push_back({options, "-" + structure});
    editions.back().document.structure = structure;
  }
  return editions;
}

EditionDiagnostics::~EditionDiagnostics() {
  std::set<decltype(identityOf({}))> said;
  for (const Diagnostics::Entry& entry : all_.entries()) said.insert(identityOf(entry.diagnostic));
  Diagnostics fresh;
  for (const Diagnostics::Entry& entry : own_.entries()) {
    if (said.contains(identityOf(entry.diagnostic))) continue;
    for (std::size_t i = 0; i < entry.count; ++i) fresh.report(entry.diagnostic);
  }
  all_.append(fresh);
}

}  // namespace octavo::app
