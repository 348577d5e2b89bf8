#include "app/diagnostic_formats.h"

#include <string_view>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "app/console.h"
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
  if (where.line == 0) return shown(where.file->name);
  return fmt::format("{}:{}:{}", shown(where.file->name), where.line, where.column);
}

std::string firstLine(const Diagnostic& diagnostic) {
  return fmt::format("{}: {}: {} [{}]", placeOf(diagnostic.where), nameOf(diagnostic.severity), shown(diagnostic.message),
                     diagnostic.code);
}

/// Terminals set most Han, kana and hangul two cells wide (UAX 11, the blocks that matter here).
bool isWide(char32_t c) {
  return (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE6F) || (c >= 0xFF00 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool isLineEnd(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] == '\n'));
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
  return jsonLine(object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace));
}

}  // namespace

std::string jsonLine(std::string_view object) {
  std::string line;
  for (std::size_t at = 0; at < object.size();) {
    const char32_t c = decodeUtf8(object, at);
    if (isControl(c)) {
      line += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
    } else {
      appendUtf8(line, c);
    }
  }
  return line + "\n";
}

/// The source line, cut to a window round the column, and a caret below it.
std::string DiagnosticWriter::excerpt(const SourcePosition& where) {
  if (!where.file || where.line == 0) return {};
  const std::size_t column = where.column > 0 ? where.column - 1 : 0;
  const std::size_t begin = column > kExcerptWidth / 2 ? column - kExcerptWidth / 2 : 0;
  if (!goTo(*where.file, where.line, begin)) return {};
  const std::string_view text = where.file->text;
  std::string line = begin > 0 ? "…" : "";
  std::string below(begin > 0 ? 1 : 0, ' ');
  std::size_t at = offset_, i = begin;
  for (; i < begin + kExcerptWidth && !isLineEnd(text, at); ++i) {
    const char32_t c = decodeUtf8(text, at);
    const char32_t visible = isControl(c) ? U' ' : c;
    appendUtf8(line, visible);
    if (i < column) below += isWide(visible) ? "  " : " ";
  }
  if (i < column || (i == 0 && begin == 0)) return {};
  if (!isLineEnd(text, at)) line += "…";
  return fmt::format("  | {}\n  | {}^\n", line, below);
}

/// Messages come by their places as a rule: the way goes on from the last one, so that long lines are walked once.
bool DiagnosticWriter::goTo(const SourceFile& file, std::uint32_t line, std::size_t column) {
  const bool isOnward = file_ == &file && (line_ < line || (line_ == line && column_ <= column));
  if (!isOnward) {
    file_ = &file;
    line_ = 1;
    column_ = offset_ = 0;
  }
  for (; line_ < line; ++line_) {
    const std::size_t end = file.text.find('\n', offset_);
    if (end == std::string::npos) return false;
    offset_ = end + 1;
    column_ = 0;
  }
  for (; column_ < column; ++column_) {
    if (isLineEnd(file.text, offset_)) return false;
    decodeUtf8(file.text, offset_);
  }
  return true;
}

std::string DiagnosticWriter::format(const Diagnostics::Entry& entry) {
  const Diagnostic& diagnostic = entry.diagnostic;
  if (form_ == DiagnosticFormat::Json) return asJson(entry);
  if (form_ == DiagnosticFormat::Short) {
    return firstLine(diagnostic) + (entry.count > 1 ? fmt::format(" ({} times)\n", entry.count) : "\n");
  }
  std::string text = firstLine(diagnostic) + "\n" + excerpt(diagnostic.where);
  if (!diagnostic.hint.empty()) text += fmt::format("  hint: {}\n", shown(diagnostic.hint));
  if (entry.count > 1) text += fmt::format("  ({} times; this is the first)\n", entry.count);
  return text;
}

std::string format(const Diagnostics::Entry& entry, DiagnosticFormat form) { return DiagnosticWriter(form).format(entry); }

}  // namespace octavo::app
