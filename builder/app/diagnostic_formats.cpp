#include "app/diagnostic_formats.h"

#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace octavo::app {
namespace {

constexpr int kSchemaVersion = 1;
constexpr std::size_t kExcerptWidth = 100;  // characters

std::string_view nameOf(Severity severity) {
  switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return "";
}

std::string placeOf(const SourcePosition& where) {
  if (!where.file) return "octavo";
  if (where.line == 0) return where.file->name;
  return fmt::format("{}:{}:{}", where.file->name, where.line, where.column);
}

std::string firstLine(const Diagnostic& diagnostic) {
  return fmt::format("{}: {}: {} [{}]\n", placeOf(diagnostic.where), nameOf(diagnostic.severity), diagnostic.message,
                     diagnostic.code);
}

/// Terminals set most Han, kana and hangul two cells wide (UAX 11, the blocks that matter here).
bool isWide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
}

/// The source line, cut to a window round the column, and a caret below it.
std::string excerpt(const SourcePosition& where) {
  if (!where.file || where.line == 0) return {};
  const std::u32string line = toUtf32(where.file->line(where.line));
  const std::size_t column = where.column > 0 ? where.column - 1 : 0;
  if (line.empty() || column > line.size()) return {};
  const std::size_t begin = column > kExcerptWidth / 2 ? column - kExcerptWidth / 2 : 0;
  const std::size_t end = std::min(line.size(), begin + kExcerptWidth);
  std::string text = begin > 0 ? "…" : "";
  std::string below(begin > 0 ? 1 : 0, ' ');
  for (std::size_t i = begin; i < end; ++i) {
    const char32_t shown = line[i] < 0x20 ? U' ' : line[i];
    appendUtf8(text, shown);
    if (i < column) below += isWide(shown) ? "  " : " ";
  }
  if (end < line.size()) text += "…";
  return fmt::format("  | {}\n  | {}^\n", text, below);
}

std::string asJson(const Diagnostics::Entry& entry) {
  const Diagnostic& diagnostic = entry.diagnostic;
  nlohmann::ordered_json object;
  object["schema"] = kSchemaVersion;
  object["severity"] = nameOf(diagnostic.severity);
  object["code"] = diagnostic.code;
  object["file"] = diagnostic.where.file ? diagnostic.where.file->name : "";
  object["line"] = diagnostic.where.line;
  object["column"] = diagnostic.where.column;
  object["message"] = diagnostic.message;
  object["hint"] = diagnostic.hint;
  object["count"] = entry.count;
  return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string format(const Diagnostics::Entry& entry, DiagnosticFormat style) {
  const Diagnostic& diagnostic = entry.diagnostic;
  switch (style) {
    case DiagnosticFormat::Json: return asJson(entry);
    case DiagnosticFormat::Short: return firstLine(diagnostic);
    case DiagnosticFormat::Human: break;
  }
  std::string text = firstLine(diagnostic) + excerpt(diagnostic.where);
  if (!diagnostic.hint.empty()) text += fmt::format("  hint: {}\n", diagnostic.hint);
  if (entry.count > 1) text += fmt::format("  ({} times; this is the first)\n", entry.count);
  return text;
}

}  // namespace octavo::app
