// app: how messages look to people, editors and programs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace octavo::app {

enum class DiagnosticFormat { Human, Short, Json };

/// Human: `file:line:col: warning: text [code]`, then the source line with a caret, the hint and the count.
/// Short: the first line alone, with the count. Json: one object a line, schema 1: severity, code, file, line, column,
/// message, hint, count. No form has a control character of the input: a terminal would obey it.
class DiagnosticWriter {
 public:
  explicit DiagnosticWriter(DiagnosticFormat form) : form_(form) {}
  std::string format(const Diagnostics::Entry& entry);

 private:
  std::string excerpt(const SourcePosition& where);
  bool goTo(const SourceFile& file, std::uint32_t line, std::size_t column);

  DiagnosticFormat form_;
  // where the last excerpt began
  const SourceFile* file_ = nullptr;
  std::uint32_t line_ = 0;
  std::size_t column_ = 0;  // characters before it
  std::size_t offset_ = 0;
};

/// A single message.
std::string format(const Diagnostics::Entry& entry, DiagnosticFormat form);

/// An object as a line, control characters written as escapes.
std::string jsonLine(std::string_view object);

}  // namespace octavo::app
