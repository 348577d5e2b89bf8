#include "app/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <vector>

#include "app/console.h"
#include "app/editions.h"
#include "app/outputs.h"
#include "app/resolution.h"

namespace octavo::app {
namespace {

constexpr std::array<std::string_view, 3> kSeverities{"note", "warning", "error"};

struct CodeCount {
  const Diagnostic* first;
  std::size_t count;
};

/// Errors before warnings before notes, then by code.
std::vector<CodeCount> countsOf(const Diagnostics& diagnostics) {
  std::vector<CodeCount> counts;
  for (const Diagnostics::Entry& entry : diagnostics.entries()) {
    const auto known = std::ranges::find_if(counts, [&](const CodeCount& each) {
      return each.first->code == entry.diagnostic.code && each.first->severity == entry.diagnostic.severity;
    });
    if (known == counts.end()) {
      counts.push_back({&entry.diagnostic, entry.count});
    } else {
      known->count += entry.count;
    }
  }
  std::ranges::sort(counts, [](const CodeCount& a, const CodeCount& b) {
    if (a.first->severity != b.first->severity) return a.first->severity > b.first->severity;
    return a.first->code < b.first->code;
  });
  return counts;
}

std::string_view nameOf(Severity severity) { return kSeverities[static_cast<std::size_t>(severity)]; }

std::size_t countOf(const std::vector<CodeCount>& counts, Severity severity) {
  std::size_t count = 0;
  for (const CodeCount& each : counts) count += each.first->severity == severity ? each.count : 0;
  return count;
}

std::string totals(const std::vector<CodeCount>& counts) {
  const auto part = [&](Severity severity) {
    const std::size_t count = countOf(counts, severity);
    return fmt::format("{} {}{}", count, nameOf(severity), count == 1 ? "" : "s");
  };
  return fmt::format("{}, {}, {}\n", part(Severity::Error), part(Severity::Warning), part(Severity::Note));
}

std::string asJson(const std::vector<CodeCount>& counts) {
  nlohmann::ordered_json object;
  object["schema"] = 1;
  object["summary"] = {{"errors", countOf(counts, Severity::Error)},
                       {"warnings", countOf(counts, Severity::Warning)},
                       {"notes", countOf(counts, Severity::Note)}};
  object["codes"] = nlohmann::ordered_json::array();
  for (const CodeCount& each : counts) {
    const SourcePosition& where = each.first->where;
    nlohmann::ordered_json code;
    code["code"] = each.first->code;
    code["severity"] = nameOf(each.first->severity);
    code["count"] = each.count;
    code["file"] = where.file ? where.file->name : "";
    code["line"] = where.line;
    code["column"] = where.column;
    object["codes"].push_back(std::move(code));
  }
  return jsonLine(object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace

ExitCode check(const CheckOptions& options, SourceFiles& sources, Diagnostics& diagnostics) {
  Progress progress(!options.messages.quiet && Progress::terminalCanShow());
  for (const Edition& edition : editionsOf(options.document, sources)) {
    EditionDiagnostics said(diagnostics);
    progress.stage("reading");
    const Material material = readMaterial(edition.document, sources, said.own());
    const Outputs outputs = makeOutputs(material, {}, progress, said.own());
    reportResolution(outputs.pages, material.publication, said.own());
  }
  return isFailed(options.messages, diagnostics) ? ExitCode::DocumentErrors : ExitCode::Good;
}

std::string summary(const Diagnostics& diagnostics, DiagnosticFormat style) {
  const std::vector<CodeCount> counts = countsOf(diagnostics);
  if (style == DiagnosticFormat::Json) return asJson(counts);
  std::string text = totals(counts);
  if (style == DiagnosticFormat::Short) return text;
  for (const CodeCount& each : counts) {
    const SourcePosition& where = each.first->where;
    text += fmt::format("{:>7}  {:<8} {:<26}", each.count, nameOf(each.first->severity), each.first->code);
    if (where.file) text += " " + shown(where.file->name);
    if (where.file && where.line > 0) text += fmt::format(":{}:{}", where.line, where.column);
    text += "\n";
  }
  if (!counts.empty()) text += "octavo explain CODE tells what a code means and what to do.\n";
  return text;
}

}  // namespace octavo::app
