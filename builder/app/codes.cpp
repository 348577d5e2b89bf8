#include "app/codes.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>
#include <vector>

#include "app/built_in_files.h"
#include "app/near_words.h"

namespace octavo::app {
namespace {

/// The text behind "name: " on the entry's line of that name; empty where there is none.
std::string_view field(std::string_view entry, std::string_view name) {
  const std::size_t begin = entry.find("\n" + std::string(name) + ": ");
  if (begin == std::string_view::npos) return {};
  const std::string_view rest = entry.substr(begin + name.size() + 3);
  return rest.substr(0, rest.find('\n'));
}

Severity severityNamed(std::string_view name) {
  if (name == "error") return Severity::Error;
  return name == "note" ? Severity::Note : Severity::Warning;
}

std::vector<CodeMeaning> readTable() {
  constexpr std::string_view kEntry = "\n## ";
  const std::string_view text = builtInFile("builder/app/codes.md").value_or("");
  std::vector<CodeMeaning> table;
  for (std::size_t at = text.find(kEntry); at != std::string_view::npos;) {
    const std::size_t next = text.find(kEntry, at + 1);
    const std::string_view entry = text.substr(at + kEntry.size(), next - at - kEntry.size());
    table.push_back({entry.substr(0, entry.find('\n')), severityNamed(field(entry, "severity")), field(entry, "means"),
                     field(entry, "why"), field(entry, "do")});
    at = next;
  }
  return table;
}

std::string_view nameOf(Severity severity) {
  switch (severity) {
    case Severity::Note: return "note";
    case Severity::Warning: return "warning";
    case Severity::Error: return "error";
  }
  return "";
}

}  // namespace

std::span<const CodeMeaning> codeMeanings() {
  static const std::vector<CodeMeaning> table = readTable();
  return table;
}

std::string explanation(std::string_view code) {
  std::string text;
  for (const CodeMeaning& each : codeMeanings()) {
    if (code.empty()) text += fmt::format("{:<30} {:<8} {}\n", each.code, nameOf(each.severity), each.meaning);
    if (each.code == code) {
      text = fmt::format("{} ({})\n  {}\n  Why it matters: {}\n  What to do: {}\n", each.code, nameOf(each.severity),
                         each.meaning, each.consequence, each.advice);
    }
  }
  return text;
}

std::string nearestCodes(std::string_view code) {
  constexpr std::size_t kShown = 3;
  std::vector<std::string_view> codes;
  for (const CodeMeaning& each : codeMeanings()) codes.push_back(each.code);
  return fmt::format("{}", fmt::join(nearestWords(code, std::move(codes), kShown), ", "));
}

}  // namespace octavo::app
