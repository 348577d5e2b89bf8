// app: how messages look to people, editors and programs.
#pragma once

#include <string>

#include "base/diagnostics.h"

namespace octavo::app {

enum class DiagnosticFormat { Human, Short, Json };

/// Human: `file:line:col: warning: text [code]`, then the source line with a caret, the hint and the count.
/// Short: the first line alone. Json: one object a line, schema 1: severity, code, file, line, column, message, hint,
/// count.
std::string format(const Diagnostics::Entry& entry, DiagnosticFormat style);

}  // namespace octavo::app
